"""A parsed command line in, its data on stdout or in files, everything else on stderr, and its exit code out.

Each command imports what it needs when it runs, so that one that prints a table does not wait for another's libraries.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from .corpus import Corpus

UNDERSTOOD, REFUSED = 0, 1  # 2, wrong usage, is argparse's own

CODEBOOK = "data/codebook/themes.yaml"


class Refused(Exception):
    """Nothing can be delivered, for a reason that its message tells the reader."""


def say(message: str) -> None:
    """Tell the reader something that is no data."""
    print(message, file=sys.stderr)


def _read(arguments: argparse.Namespace) -> Corpus:
    """The corpus of the paths; each refusal goes to stderr."""
    from . import corpus

    if arguments.plain:
        return corpus.read_plain(arguments.paths, held=arguments.held)
    read = corpus.read(arguments.paths, corrections=arguments.corrections)
    for refusal in read.refusals:
        say(f"pressroom: {refusal}")
    return read


def _code(read: Corpus) -> int:
    return REFUSED if read.refusals else UNDERSTOOD


def run_table(arguments: argparse.Namespace) -> int:
    """Print one table of the paths."""
    from . import tables

    if arguments.format == "parquet" and not arguments.out:
        raise Refused("Parquet is binary: name a file with --out FILE, or choose --format csv")
    read = _read(arguments)
    table = _make(arguments, read)
    if arguments.name == "targets":
        _sheet(table, arguments.out, arguments.format)
    else:
        tables.write(table, arguments.out or sys.stdout, arguments.format)
    if arguments.out:
        say(f"{len(table)} rows written to {arguments.out}")
    return _code(read)


def _sheet(table: pd.DataFrame, out: Path | None, form: str) -> None:
    """Targets go into a spreadsheet: an ending of one decides, and in CSV no text is a formula."""
    from . import tables
    from .publishing import spreadsheet
    from .reconciling.target_sheet import MEANING

    if out and out.suffix.lower() in spreadsheet.ENDINGS:
        spreadsheet.write_sheet(table, out, MEANING)
    else:
        tables.write(spreadsheet.harmless(table) if form == "csv" else table, out or sys.stdout, form)


def _make(arguments: argparse.Namespace, read: Corpus) -> pd.DataFrame:
    if arguments.name == "themes":
        return _hits(arguments, read)
    if arguments.name == "figures":
        from .growth.table import growth_figures

        return growth_figures(read, strict=arguments.strict)
    if arguments.name == "checks":
        from .growth.table import growth_figures
        from .reconciling.reconcile import figure_checks

        return figure_checks(growth_figures(read), read)
    if arguments.name == "targets":
        from .growth.table import growth_figures
        from .reconciling.target_sheet import targets

        return targets(growth_figures(read), read)
    if arguments.name == "kwic":
        from .counting.kwic import concordance

        return concordance(read, arguments.term, sort=arguments.sort)
    table: pd.DataFrame = getattr(read, arguments.name)
    return table


def _hits(arguments: argparse.Namespace, read: Corpus) -> pd.DataFrame:
    from .codebook import Codebook
    from .paths import project_path
    from .themes import theme_hits

    path = arguments.codebook or project_path(CODEBOOK)
    if getattr(arguments, "semantics", "pressroom") == "quanteda":
        from .counting.dictionary import Dictionary

        return theme_hits(read, Dictionary.load(path), semantics="quanteda")
    return theme_hits(read, Codebook.load(path))


def run_check(arguments: argparse.Namespace) -> int:
    """Print what was understood of each conference."""
    from .check import note

    read = _read(arguments)
    print(note(read))
    doubtful = arguments.strict and any(read.doubts.values())
    return REFUSED if doubtful else _code(read)


def run_verify(arguments: argparse.Namespace) -> int:
    """Prove that every row stands in its source."""
    from .growth.table import growth_figures
    from .reconciling.saved import is_saved
    from .reconciling.verify import verify, verify_saved

    saved = [] if arguments.plain else [path for path in arguments.paths if is_saved(Path(path))]
    proofs, code = {path: verify_saved(Path(path)) for path in saved}, UNDERSTOOD
    arguments.paths = [path for path in arguments.paths if path not in saved]
    if arguments.paths:
        read = _read(arguments)
        made = {"theme_hits": _hits(arguments, read), "growth_figures": growth_figures(read)}
        proofs[", ".join(arguments.paths)], code = verify(read, made), _code(read)
    for path, proof in proofs.items():
        print(f"{path}\n{proof}" if len(proofs) > 1 else proof)
    return code if all(proof.holds for proof in proofs.values()) else REFUSED


def run_build(arguments: argparse.Namespace) -> int:
    """Write every table and every text."""
    from . import tables
    from .codebook import Codebook
    from .exports.csvw import describe
    from .paths import project_path
    from .results import all_tables

    read = _read(arguments)
    codebook = Codebook.load(arguments.codebook or project_path(CODEBOOK))
    folder = read.save(arguments.out)
    for name, table in all_tables(read, codebook).items():
        for form in ("parquet", "csv"):
            tables.write(table, folder / f"{name}.{form}", form)
    describe(folder)
    say(f"{len(read.documents)} documents, {len(read.turns)} turns: the tables are in {folder}/")
    return _code(read)


def run_export(arguments: argparse.Namespace) -> int:
    """Write the corpus in another tool's form."""
    from .codebook import Codebook
    from .exports import export

    read = _read(arguments)
    codebook = Codebook.load(arguments.codebook) if arguments.codebook else None
    folder = export(read, arguments.to, arguments.out, codebook)
    say(f"{len(read.documents)} documents, {len(read.turns)} turns for {arguments.to}: see {folder}/README.md")
    return _code(read)


def run_cite(arguments: argparse.Namespace) -> int:
    """Print how to cite the conferences."""
    from .publishing.citation import cite

    read = _read(arguments)
    sys.stdout.write(cite(read, form=arguments.format))
    return _code(read)


def run_evidence(arguments: argparse.Namespace) -> int:
    """Write the evidence page."""
    from .codebook import Codebook
    from .growth.table import growth_figures
    from .paths import project_path
    from .publishing.evidence_html import evidence_page
    from .whole import write_whole

    read = _read(arguments)
    codebook = Codebook.load(arguments.codebook or project_path(CODEBOOK))
    page = evidence_page(read, _hits(arguments, read), growth_figures(read), codebook)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    write_whole(arguments.out, page)
    say(f"the evidence is in {arguments.out}")
    return _code(read)


def run_fetch(arguments: argparse.Namespace) -> int:
    """Save pages from the web."""
    from .fetch import Fetcher, fetch_all

    refusals = fetch_all(arguments.urls, Fetcher(arguments.out), say)
    for refusal in refusals:
        say(f"pressroom: {refusal}")
    return REFUSED if refusals else UNDERSTOOD


def run_report(arguments: argparse.Namespace) -> int:
    """Run the notebooks and write the report."""
    from . import report
    from .paths import project_path

    wanted = [form.strip() for form in arguments.to.split(",") if form.strip()]
    unknown = set(wanted) - set(report.FORMATS)
    if unknown or not wanted:
        say(f"pressroom: --to {arguments.to}: cannot make that; it makes {', '.join(report.FORMATS)}")
        return 2
    codebook = Path(arguments.codebook) if arguments.codebook else project_path(CODEBOOK)
    made = report.make(arguments.paths, codebook, arguments.out, say=say, to=wanted)
    print(made.summary)
    for refusal in made.refusals:
        say(f"pressroom: {refusal}")
    return REFUSED if made.refusals else UNDERSTOOD
