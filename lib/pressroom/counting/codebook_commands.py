"""The commands `pressroom codebook check | sample | score`: paths in, what was found or written out."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..codebook import Codebook
    from ..corpus import Corpus

Run = Callable[[argparse.Namespace], int]

CODEBOOK = "data/codebook/themes.yaml"
CHECK = "run each theme's examples and counter-examples against its terms"
SAMPLE = "draw a blind sheet of sentences for human coding: CSV, Excel and a key"
SCORE = "one or two coded sheets: Krippendorff's alpha, precision, recall and F1 of each theme"


def add_to(parser: argparse.ArgumentParser, reads: argparse.ArgumentParser, coded: argparse.ArgumentParser) -> None:
    """Give the command `codebook` its three commands; `reads` and `coded` are the options it shares with others."""
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    check = commands.add_parser("check", help=CHECK, description=CHECK)
    check.add_argument("codebook", nargs="?", metavar="FILE", help=f"by default {CODEBOOK}")
    check.set_defaults(run=_check)
    sample = commands.add_parser("sample", help=SAMPLE, description=SAMPLE, parents=[reads, coded])
    sample.add_argument("--n", type=int, default=200, metavar="N", help="sentences to draw; by default 200")
    sample.add_argument("--by", action="append", metavar="COLUMN", help="spread the sample over it; by default year")
    sample.add_argument("--out", type=Path, default=Path("data/coding"), metavar="FOLDER")
    sample.set_defaults(run=_needs_libraries(_sample))
    score = commands.add_parser("score", help=SCORE, description=SCORE, parents=[coded])
    score.add_argument("sheets", nargs="+", metavar="SHEET", help="a coded sheet; two of the same sample for agreement")
    score.add_argument("--format", choices=("table", "csv", "jsonl"), default="table")
    score.set_defaults(run=_needs_libraries(_score))


def _needs_libraries(run: Run) -> Run:
    """A command that says what to install where a library of the extra `validation` is missing."""

    def checked(arguments: argparse.Namespace) -> int:
        try:
            return run(arguments)
        except ImportError as error:
            raise ValueError(f"this needs {error.name}; install it with pip install 'pressroom[validation]'") from error

    return checked


def _load(arguments: argparse.Namespace) -> Codebook:
    from ..codebook import Codebook
    from ..paths import project_path

    return Codebook.load(arguments.codebook or project_path(CODEBOOK))


def _check(arguments: argparse.Namespace) -> int:
    codebook = _load(arguments)
    problems = codebook.check()
    n_terms = sum(len(t.strong + t.weak + t.exact) for t in codebook.themes)
    n_sentences = sum(len(t.examples + t.counterexamples) for t in codebook.themes)
    untested = [t.id for t in codebook.themes if not t.examples or not t.counterexamples]
    for problem in problems:
        print(f"{codebook.source}: {problem}")
    print(f"{codebook.source}: {len(codebook.themes)} themes, {n_terms} terms; {n_sentences} sentences tried, ", end="")
    print(f"{len(problems)} did not hold" if problems else "all hold")
    if untested:
        print(f"without an example or without a counter-example: {', '.join(untested)}")
    return 1 if problems else 0


def _sample(arguments: argparse.Namespace) -> int:
    from .coding_sheet import draw_sheet, write_sheet

    corpus, code = _read(arguments)
    codebook = _load(arguments)
    try:
        sheet, key = draw_sheet(corpus, codebook, arguments.n, arguments.by or ("year",))
    except KeyError as error:
        raise ValueError(f"--by: {error.args[0]}") from error
    for path in write_sheet(sheet, key, codebook, arguments.out):
        print(path)
    drawn = ", ".join(f"{n} {stratum}" for stratum, n in key["stratum"].value_counts().items())
    print(
        f"{len(sheet)} of {len(corpus.sentences):,} sentences: {drawn}. Keep the key from the coders.", file=sys.stderr
    )
    return code


def _read(arguments: argparse.Namespace) -> tuple[Corpus, int]:
    from .. import corpus

    if arguments.plain:
        read = corpus.read_plain(arguments.paths, held=arguments.held)
    else:
        read = corpus.read(arguments.paths, corrections=arguments.corrections)
    for refusal in read.refusals:
        print(f"pressroom: {refusal}", file=sys.stderr)
    return read, 1 if read.refusals else 0


def _score(arguments: argparse.Namespace) -> int:
    from .. import tables
    from .validation import keep_result, score_sheets, validation_note

    if len(arguments.sheets) > 2:
        raise ValueError(f"{len(arguments.sheets)} sheets: agreement is of two coders; give one or two")
    codebook = _load(arguments)
    table = score_sheets(arguments.sheets, codebook)
    tables.write(table.round(3), sys.stdout, arguments.format)
    path = keep_result(table, codebook, arguments.sheets, dt.date.today())
    print(f"{validation_note(codebook)}\nkept in {path}", file=sys.stderr)
    return 0
