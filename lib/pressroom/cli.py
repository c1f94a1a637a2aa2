"""The command `pressroom`: paths in, tables to stdout, everything else to stderr."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from . import __version__, commands
from .commands import CODEBOOK, REFUSED, UNDERSTOOD, Refused
from .counting import codebook_commands

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
        commands.say(f"pressroom: {error}")
        return REFUSED
    except KeyboardInterrupt:
        commands.say("pressroom: stopped")
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pressroom",
        description="Saved transcripts of press conferences in; speakers, themes and growth figures out.",
        epilog="Exit code: 0 all understood, 1 some input could not be used (the rest is delivered), 2 wrong usage.",
    )
    parser.add_argument("--version", action="version", version=f"pressroom {__version__}")
    known = parser.add_subparsers(metavar="COMMAND", required=True)

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
        sub = known.add_parser(name, help=text, description=text, parents=parents)
        sub.set_defaults(run=run, name=name)
        return sub

    check = command(
        "check", "what was understood: dates, cast, pages missing, parts, doubts", commands.run_check, reads
    )
    check.add_argument("--strict", action="store_true", help="end with 1 when there is a doubt")
    for name, text in TABLES.items():
        sub = command(
            name, text, commands.run_table, *{"kwic": [term], "themes": [coded]}.get(name, []), reads, written
        )
        if name == "kwic":
            sub.add_argument("--sort", choices=("text", "left", "right", "keyword", "speaker"), default="text")
        if name == "themes":
            sub.add_argument("--semantics", choices=("pressroom", "quanteda"), default="pressroom", help=SEMANTICS)
    codebook = known.add_parser("codebook", help=CODEBOOK_HELP, description=CODEBOOK_HELP)
    codebook_commands.add_to(codebook, reads, coded)
    figures = known.choices["figures"]
    figures.add_argument("--strict", action="store_true", help="leave out the figures that carry a doubt")
    build = command("build", "every table and text, as Parquet and CSV", commands.run_build, reads, coded)
    build.add_argument("--out", metavar="FOLDER", type=Path, default=Path("data/processed"))
    export = command(
        "export", "the corpus in the form of ConvoKit, quanteda, TEI or CSVW", commands.run_export, reads, coded
    )
    export.add_argument("--to", required=True, choices=EXPORTS)
    export.add_argument("--out", required=True, metavar="FOLDER", type=Path)
    cite = command("cite", "how to cite each conference and this program", commands.run_cite, reads)
    cite.add_argument("--format", choices=CITATIONS, default="text")
    evidence = command(
        "evidence", "the transcript as a page, its figures and themes marked", commands.run_evidence, reads, coded
    )
    evidence.add_argument("--out", metavar="FILE", type=Path, default=Path("reports/evidence.html"))
    command(
        "verify",
        "prove that every row stands in its source: pages, a built folder, a CSV",
        commands.run_verify,
        reads,
        coded,
    )
    report = command(
        "report", "run the notebooks and leave charts, tables and a report", commands.run_report, reads, coded
    )
    report.add_argument("--out", metavar="FOLDER", type=Path, default=Path("reports"))
    report.add_argument(
        "--to", metavar="FORMATS", default="html,docx,pdf,xlsx", help="some of html,docx,pdf,xlsx (all)"
    )
    fetch = command(
        "fetch", "save pages from the web, one every few seconds, where the site allows it", commands.run_fetch
    )
    fetch.add_argument("urls", nargs="+", metavar="URL")
    fetch.add_argument("--out", metavar="FOLDER", type=Path, default=Path("data/raw"))
    return parser


def _day(text: str) -> str:
    import datetime as dt

    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2024-04-26") from None


if __name__ == "__main__":
    sys.exit(main())
