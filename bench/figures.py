"""Labelled pages in, how well and how fast quantulum3, Recognizers-Text and pressroom find their figures out.

    python bench/figures.py [--write docs/benchmarks.md]

Every library reads the same speech in the same process. A peer is credited for what it gives: a number found with
its value, and with its unit where that maps to one of ours (`units.csv`). What no peer gives (kind, period, …) is
scored for pressroom alone.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import time
from pathlib import Path
from typing import Any

import pressroom as pr
from gold import SETS, Speech, speeches
from peers import COUNTED, COUNTED_UNITS, Finder, Found, finders

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
LONG = 1_000_000  # characters of the long text
FULL = ("kind", "status", "direction", "period_start", "period_end")


def close(a: float | None, b: float | None) -> bool:
    """Whether two values are the same, null being the same as null only."""
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-4 * max(abs(a), abs(b), 1e-9)


def same_value(figure: dict[str, Any], found: Found) -> bool:
    """Whether the value is right; 0.33 counts as 33.3% where no per cent is given, and a minus is no mistake."""
    wanted, high = figure["value"], figure["value_high"]
    for factor in (1, 100) if figure["unit"] == "%" and found.unit != "%" else (1,):
        got = [None if v is None else abs(v) * factor for v in (found.value, found.value_high)]
        if close(wanted, got[0]) and close(high, got[1]):
            return True
    return False


def same_unit(figure: dict[str, Any], found: Found) -> bool:
    """Whether the unit is right; no unit is right for what is counted."""
    return figure["unit"] == found.unit or (found.unit == COUNTED and figure["unit"] in COUNTED_UNITS)


def count(said: Speech, found: list[Found]) -> dict[str, int]:
    """The figures of a speech and what a library found in it: how many are right."""
    free, right = list(found), {"gold": len(said.figures), "found": len(found), "value": 0, "unit": 0}
    for figure in said.figures:
        near = [f for f in free if f.start < figure["end"] and figure["start"] < f.end and same_value(figure, f)]
        if near:
            best = max(near, key=lambda f: same_unit(figure, f))
            free.remove(best)
            right["value"] += 1
            right["unit"] += same_unit(figure, best)
    return right


def n_full(said: Speech) -> int:
    """The figures of a speech that pressroom gets fully right: value, unit, kind, status, direction and period."""
    rows = pr.tables.records(pr.growth_figures(pr.read_text(said.text, held=said.held)))
    n = 0
    for figure in said.figures:
        for row in rows:
            beside = row["start"] < figure["end"] and figure["start"] < row["end"]
            same = all(close(figure[k], row[k]) for k in ("value", "value_high")) and figure["unit"] == row["unit"]
            if beside and same:
                n += all(figure[k] == row[k] for k in FULL)
                break
    return n


def measure(pages: list[Speech], find: Finder) -> dict[str, float]:
    """Precision, recall and F1 of values, the same with units, and characters a second, page by page."""
    total, seconds = {"gold": 0, "found": 0, "value": 0, "unit": 0}, 0.0
    for said in pages:
        begun = time.process_time()
        found = find(said.text, said.held)
        seconds += time.process_time() - begun
        total = {key: n + more for (key, n), more in zip(total.items(), count(said, found).values(), strict=True)}
    scores = {"characters_a_second": sum(len(said.text) for said in pages) / seconds}
    for what in ("value", "unit"):
        precision, recall = total[what] / max(total["found"], 1), total[what] / max(total["gold"], 1)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        scores |= {f"{what}_precision": precision, f"{what}_recall": recall, f"{what}_f1": f1}
    return scores


def report() -> str:
    """The tables of `docs/benchmarks.md`, as Markdown."""
    known = finders()
    sets = {name: speeches(name) for name in SETS}
    first = next(iter(sets.values()))[0]
    for _, find in known.values():  # what a library loads when it is first used is not counted
        find(first.text, first.held)
    lines = [
        f"Measured on {dt.date.today().isoformat()}: Python {platform.python_version()}, {platform.machine()}, "
        f"{os.cpu_count()} cores of which one is used, {_memory_gb():.0f} GB. "
        + ", ".join(f"{name} {version}" for name, (version, _) in known.items())
        + "."
    ]
    for name, pages in sets.items():
        lines += ["", *_table(name, pages, known)]
    lines += ["", *_long(next(iter(sets.values())), known["pressroom"][1])]
    return "\n".join(lines)


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def _table(name: str, pages: list[Speech], known: dict[str, tuple[str, Finder]]) -> list[str]:
    n_figures = sum(len(said.figures) for said in pages)
    n_characters = sum(len(said.text) for said in pages)
    rows = {peer: measure(pages, find) for peer, (_, find) in known.items()}
    full = sum(n_full(said) for said in pages) / n_figures
    ours = rows["pressroom"]["characters_a_second"]
    lines = [
        f"**{name.capitalize()}**: {len(pages)} pages, {n_characters:,} characters of speech, {n_figures} figures.",
        "",
        "| | precision | recall | F1 | F1 with unit | all fields right | characters a second | time, ours = 1 |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for peer, row in rows.items():
        lines.append(
            f"| {peer} | {row['value_precision']:.2f} | {row['value_recall']:.2f} | {row['value_f1']:.2f} "
            f"| {row['unit_f1']:.2f} | {f'{full:.2f}' if peer == 'pressroom' else '–'} "
            f"| {row['characters_a_second']:,.0f} | {ours / row['characters_a_second']:,.1f} |"
        )
    return lines


def _long(pages: list[Speech], find: Finder) -> list[str]:
    """How fast one long text is read: the speech again and again, without a line break."""
    once = " ".join(" ".join(said.text.split()) for said in pages)
    text = (f"{once} " * (LONG // len(once) + 1))[:LONG]
    begun = time.process_time()
    find(text, "2024-06-01")
    speed = LONG / (time.process_time() - begun)
    return [f"One paragraph of {LONG:,} characters: pressroom reads {speed:,.0f} characters a second."]


def main() -> None:
    """Print the tables, or put them into a document between its two marks."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--write", type=Path, metavar="FILE", help=f"replace what stands between {BEGIN} and {END}")
    given = arguments.parse_args()
    made = report()
    print(made)
    if given.write:
        text = given.write.read_text(encoding="utf-8")
        if BEGIN not in text or END not in text:
            raise SystemExit(f"{given.write}: expected the marks {BEGIN} and {END}; put them where the tables belong")
        before, after = text.split(BEGIN)[0], text.split(END)[1]
        given.write.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
