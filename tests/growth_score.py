"""Hand-labelled pages and the figures found on them in, the share that agree out: a small scorer for the tests.

A figure found agrees with a labelled one when their numbers overlap and value, range and unit are the same.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pressroom as pr
from pressroom import tables

TESTS = Path(__file__).parent
FIELDS = ("kind", "status", "direction", "approx", "period", "basis")
_SMALL = set("a an the of in for to and or its their our his her this that these those by at on with from".split())


@dataclass
class Pair:
    """A labelled figure and the one found in its place, if any; `right` says that value and unit agree."""

    page: str
    gold: dict[str, Any] | None
    found: dict[str, Any] | None
    right: bool


def _spans(text: str, figures: list[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    used: set[tuple[int, int]] = set()
    for figure in figures:
        at = -1
        for _ in range(figure.get("nth", 0) + 1):
            at = text.find(figure["quote"], at + 1)
        assert at >= 0, f"quote not on the page: {figure['quote']!r}"
        inner = [m.start() for m in re.finditer(rf"(?<![\w.,]){re.escape(figure['number'])}(?!\w)", figure["quote"])]
        spans = [(at + k, at + k + len(figure["number"])) for k in inner]
        span = next((s for s in spans if s not in used), spans[-1])
        used.add(span)
        yield span


def _same(a: float | None, b: float | None) -> bool:
    return a is b if a is None or b is None else abs(a - b) <= 1e-4 * max(abs(a), abs(b), 1e-9)


def pairs(pages: str = "gold/*.json") -> list[Pair]:
    """Read the labelled pages whose names match, give every figure labelled or found on them."""
    out: list[Pair] = []
    for label in sorted(TESTS.glob(pages)):
        gold = json.loads(label.read_text(encoding="utf-8"))
        page = label.with_suffix(".txt")
        text = page.read_text(encoding="utf-8")
        rows = tables.records(pr.growth_figures(pr.read(page)))
        free = list(rows)
        for figure, (a, b) in zip(gold["figures"], _spans(text, gold["figures"]), strict=True):
            near = [r for r in free if r["start"] < b and a < r["end"]]
            near.sort(key=lambda r, f=figure: not _agrees(f, r))  # type: ignore[misc]
            row = near[0] if near else None
            if row is not None:
                free.remove(row)
            out.append(Pair(label.stem, figure, row, row is not None and _agrees(figure, row)))
        out += [Pair(label.stem, None, row, False) for row in free]
    return out


def _agrees(gold: dict[str, Any], row: dict[str, Any]) -> bool:
    values = _same(gold["value"], row["value"]) and _same(gold.get("value_high"), row["value_high"])
    return values and bool(gold["unit"] == row["unit"])


def field(row: dict[str, Any], name: str) -> Any:
    """Give a field of a labelled or found figure; the period is both its ends."""
    return (row.get("period_start"), row.get("period_end")) if name == "period" else row.get(name) or None


def token_f1(a: str | None, b: str | None) -> float:
    """Give how far two indicators agree in their words: the harmonic mean of precision and recall."""
    x, y = (Counter(w for w in re.findall(r"[a-z0-9]+", (t or "").lower()) if w not in _SMALL) for t in (a, b))
    both = sum((x & y).values())
    return 1.0 if not x and not y else 2 * both / (sum(x.values()) + sum(y.values()))


def scores(found: list[Pair]) -> dict[str, float]:
    """Give F1 of figures, the share of each field that is right, and `full_f1`: everything but words right."""
    labelled = sum(p.gold is not None for p in found)
    predicted = sum(p.found is not None for p in found)
    hits = [p for p in found if p.right and p.gold and p.found]
    right = {f: [field(p.gold or {}, f) == field(p.found or {}, f) for p in hits] for f in FIELDS}
    full = sum(all(right[f][k] for f in ("kind", "status", "direction", "period")) for k in range(len(hits)))
    out = {"figures_f1": 2 * len(hits) / (labelled + predicted), "full_f1": 2 * full / (labelled + predicted)}
    out |= {f: sum(right[f]) / len(hits) for f in FIELDS}
    words = [token_f1((p.gold or {}).get("indicator"), (p.found or {}).get("indicator")) for p in hits]
    out["indicator"] = sum(words) / len(hits)
    return out
