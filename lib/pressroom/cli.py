"""The command `pressroom`: paths in, tables to stdout, everything else to stderr."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__
from .counting import codebook_commands

if TYPE_CHECKING:
    import pandas as pd

    from .corpus import Corpus

UNDERSTOOD, REFUSED = 0, 1  # 2, wrong usage, is argparse's own

CODEBOOK = "data/codebook/themes.yaml"
TABLES = {
    "documents": "one row a conference: title, dates, pages found and missing",
    "pages": "one row a saved page: where it came from, its place in the text",
    "parts": "the ledger: what every stretch of the page is",
    "turns": "one row a turn: who speaks, which question it answers",
    "sentences": "one row a sentence of speech",
    "themes": "one row a theme hit: the term that fired and where",
    "figures": "one row a growth figure: value, unit, period, quote",
    "checks": "figures said twice, in two units or with their growth: whether they agree",
    "targets": "what was promised, with deadlines and room for the outcome; --out FILE.xlsx for a workbook",
    "kwic": "every occurrence of a term with its context",
}
SEMANTICS = "count as quanteda does; FILE may be a quanteda dictionary (YAML) or a LIWC .dic"
CODEBOOK_HELP = "check a codebook, draw a sheet for human coders, score what they coded"
FORMATS = ("table", "csv", "jsonl", "parquet")
EXPORTS = ("convokit", "quanteda", "tei", "csvw")
CITATIONS = ("text", "bibtex", "csl")


Run = Callable[[argparse.Namespace], int]


class Refused(Exception):
    """Nothing can be delivered, for a reason that its message tells the reader."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` and return its exit code: 0 all understood, 1 something refused, 2 usage."""
    arguments = _parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe has seen enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNDERSTOOD
    except (Refused, ValueError, OSError) as error:
        _say(f"pressroom: {error}")
        return REFUSED
    except KeyboardInterrupt:
        _say("pressroom: stopped")
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pressroom",
        description="Saved transcripts of press conferences in; speakers, themes and growth figures out.",
        epilog="Exit code: 0 all understood, 1 some input could not be used (the rest is delivered), 2 wrong usage.",
    )
    parser.add_argument("--version", action="version", version=f"pressroom {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    reads = argparse.ArgumentParser(add_help=False)
    reads.add_argument("paths", nargs="+", metavar="PATH", help="saved pages, folders or zips of them; - with --plain")
    reads.add_argument("--corrections", metavar="FOLDER", help="a folder like data/corrections")
    reads.add_argument("--plain", action="store_true", help="take each PATH as one speech by nobody")
    reads.add_argument("--held", metavar="DAY", type=_day, help="with --plain: the day it was said, YYYY-MM-DD")
    coded = argparse.ArgumentParser(add_help=False)
    coded.add_argument("--codebook", metavar="FILE", help=f"the themes; by default {CODEBOOK}")
    term = argparse.ArgumentParser(add_help=False)
    term.add_argument("term", metavar="TERM", help='as in the codebook: "new quality productive force*"')
    written = argparse.ArgumentParser(add_help=False)
    written.add_argument("--format", choices=FORMATS, default="table")
    written.add_argument("--out", metavar="FILE", type=Path, help="write there instead of to stdout")

    def command(name: str, text: str, run: Run, *parents: argparse.ArgumentParser) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text, parents=parents)
        sub.set_defaults(run=run, name=name)
        return sub

    check = command("check", "what was understood: dates, cast, pages missing, parts, doubts", _check, reads)
    check.add_argument("--strict", action="store_true", help="end with 1 when there is a doubt")
    for name, text in TABLES.items():
        sub = command(name, text, _table, *{"kwic": [term], "themes": [coded]}.get(name, []), reads, written)
        if name == "kwic":
            sub.add_argument("--sort", choices=("text", "left", "right", "keyword", "speaker"), default="text")
        if name == "themes":
            sub.add_argument("--semantics", choices=("pressroom", "quanteda"), default="pressroom", help=SEMANTICS)
    codebook = commands.add_parser("codebook", help=CODEBOOK_HELP, description=CODEBOOK_HELP)
    codebook_commands.add_to(codebook, reads, coded)
    figures = commands.choices["figures"]
    figures.add_argument("--strict", action="store_true", help="leave out the figures that carry a doubt")
    build = command("build", "every table and text, as Parquet and CSV", _build, reads, coded)
    build.add_argument("--out", metavar="FOLDER", type=Path, default=Path("data/processed"))
    export = command("export", "the corpus in the form of ConvoKit, quanteda, TEI or CSVW", _export, reads, coded)
    export.add_argument("--to", required=True, choices=EXPORTS)
    export.add_argument("--out", required=True, metavar="FOLDER", type=Path)
    cite = command("cite", "how to cite each conference and this program", _cite, reads)
    cite.add_argument("--format", choices=CITATIONS, default="text")
    evidence = command("evidence", "the transcript as a page, its figures and themes marked", _evidence, reads, coded)
    evidence.add_argument("--out", metavar="FILE", type=Path, default=Path("reports/evidence.html"))
    command("verify", "prove that every row stands in its source: pages, a built folder, a CSV", _verify, reads, coded)
    report = command("report", "run the notebooks and leave charts, tables and a report", _report, reads, coded)
    report.add_argument("--out", metavar="FOLDER", type=Path, default=Path("reports"))
    report.add_argument(
        "--to", metavar="FORMATS", default="html,docx,pdf,xlsx", help="some of html,docx,pdf,xlsx (all)"
    )
    fetch = command("fetch", "save pages from the web, one every few seconds, where the site allows it", _fetch)
    fetch.add_argument("urls", nargs="+", metavar="URL")
    fetch.add_argument("--out", metavar="FOLDER", type=Path, default=Path("data/raw"))
    return parser


def _day(text: str) -> str:
    import datetime as dt

    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2024-04-26") from None


def _say(message: str) -> None:
    print(message, file=sys.stderr)


def _read(arguments: argparse.Namespace) -> Corpus:
    """The corpus of the paths; each refusal goes to stderr."""
    from . import corpus

    if arguments.plain:
        return corpus.read_plain(arguments.paths, held=arguments.held)
    read = corpus.read(arguments.paths, corrections=arguments.corrections)
    for refusal in read.refusals:
        _say(f"pressroom: {refusal}")
    return read


def _code(read: Corpus) -> int:
    return REFUSED if read.refusals else UNDERSTOOD


def _table(arguments: argparse.Namespace) -> int:
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
        _say(f"{len(table)} rows written to {arguments.out}")
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


def _check(arguments: argparse.Namespace) -> int:
    from .check import note

    read = _read(arguments)
    print(note(read))
    doubtful = arguments.strict and any(read.doubts.values())
    return REFUSED if doubtful else _code(read)


def _verify(arguments: argparse.Namespace) -> int:
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


def _build(arguments: argparse.Namespace) -> int:
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
    _say(f"{len(read.documents)} documents, {len(read.turns)} turns: the tables are in {folder}/")
    return _code(read)


def _export(arguments: argparse.Namespace) -> int:
    from .codebook import Codebook
    from .exports import export

    read = _read(arguments)
    codebook = Codebook.load(arguments.codebook) if arguments.codebook else None
    folder = export(read, arguments.to, arguments.out, codebook)
    _say(f"{len(read.documents)} documents, {len(read.turns)} turns for {arguments.to}: see {folder}/README.md")
    return _code(read)


def _cite(arguments: argparse.Namespace) -> int:
    from .publishing.citation import cite

    read = _read(arguments)
    sys.stdout.write(cite(read, form=arguments.format))
    return _code(read)


def _evidence(arguments: argparse.Namespace) -> int:
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
    _say(f"the evidence is in {arguments.out}")
    return _code(read)


def _fetch(arguments: argparse.Namespace) -> int:
    from .fetch import Fetcher, fetch_all

    refusals = fetch_all(arguments.urls, Fetcher(arguments.out), _say)
    for refusal in refusals:
        _say(f"pressroom: {refusal}")
    return REFUSED if refusals else UNDERSTOOD


def _report(arguments: argparse.Namespace) -> int:
    from . import report
    from .paths import project_path

    wanted = [form.strip() for form in arguments.to.split(",") if form.strip()]
    unknown = set(wanted) - set(report.FORMATS)
    if unknown or not wanted:
        _say(f"pressroom: --to {arguments.to}: cannot make that; it makes {', '.join(report.FORMATS)}")
        return 2
    codebook = Path(arguments.codebook) if arguments.codebook else project_path(CODEBOOK)
    made = report.make(arguments.paths, codebook, arguments.out, say=_say, to=wanted)
    print(made.summary)
    for refusal in made.refusals:
        _say(f"pressroom: {refusal}")
    return REFUSED if made.refusals else UNDERSTOOD


if __name__ == "__main__":
    sys.exit(main())
