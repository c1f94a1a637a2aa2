"""Growth figures in, what they say of each other out: said twice, at odds, or borne out by a level."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from .. import tables
from .balances import trade_adds_up
from .conversions import in_two_units
from .figure_check import check_row, verdict
from .printed import shown
from .same_thing import Said, indicator_words, meet, periods_agree, places_agree, said, together, year_before
from .wholes import too_large_wholes

if TYPE_CHECKING:
    from ..corpus import Corpus

AMOUNTS = ("level", "count")
DIFFERENCES = ("growth_rate", "pp_change", "increment")
COMPARED = ("growth_rate", "pp_change", "increment", "level", "count", "share", "multiple", "rank")
# Growth of these is given in real terms while their amounts are at current prices: they need not agree.
REAL = frozenset(["gdp", "added", "economy", "income", "expenditure", "spending", "consumption"])
BASE_YEAR = re.compile(r"^vs (?:the )?(?:end of )?((?:19|20)\d\d)$")

Row = dict[str, Any]


def same_as(figures: pd.DataFrame) -> pd.Series[Any]:
    """For each figure, the number of the figure in its document that said the same first; null when it is the first.

    The indicator (its words, in any order), the unit, kind, status and value must be the same, and no period,
    place, direction or basis may speak against it. Two figures of one sentence are never joined.

    Parameters
    ----------
    figures : pandas.DataFrame
        From `pressroom.growth_figures`.

    Returns
    -------
    pandas.Series of Int64
        With the index of `figures`.
    """
    first: dict[tuple[Any, Any], int] = {}
    for known in _documents(figures).values():
        seen: dict[tuple[Any, ...], list[Said]] = defaultdict(list)
        for figure in known:
            key = (*_thing(figure), figure.value, figure.value_high)
            if not figure.words:
                continue
            earlier = next((e for e in seen[key] if _says_the_same(e, figure)), None)
            if earlier is None:
                seen[key].append(figure)
            else:
                first[figure.doc_id, figure.figure] = int(earlier.figure)
    keys = zip(figures["doc_id"], figures["figure"], strict=True)
    return pd.Series([first.get(key) for key in keys], index=figures.index, dtype="Int64", name="same_as")


def joined(figures: pd.DataFrame) -> pd.DataFrame:
    """The table of figures in, the same with its column `same_as` filled in out, see `same_as`.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read_text("In 2023, GDP grew 5.2%. Let me repeat: in 2023, GDP grew 5.2%.")
    >>> joined(pr.growth_figures(corpus))["same_as"].tolist()
    [<NA>, 1]
    """
    return figures.assign(same_as=same_as(figures))


def _says_the_same(a: Said, b: Said) -> bool:
    compatible = all(a.row[k] is None or b.row[k] is None or a.row[k] == b.row[k] for k in ("direction", "basis"))
    return compatible and not together(a, b) and periods_agree(a, b) and places_agree(a, b)


def figure_checks(figures: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Check the figures of each document against each other.

    Parameters
    ----------
    figures : pandas.DataFrame
        From `pressroom.growth_figures`.
    corpus : Corpus
        The one they were found in; its texts tell what stands between two numbers.

    Returns
    -------
    pandas.DataFrame
        The table `figure_checks`, one row a check. `check` is one of

        - `said twice`: the same figure as an earlier one;
        - `same indicator`: another value for the same indicator, period, place, unit and basis;
        - `change between levels`: a rate, multiple or difference against its level and the level of the base;
        - `rate and increment`: a growth rate against the increment and the level it is said with;
        - `two units`, `two currencies`: an amount given in both;
        - `exports and imports`: trade against their sum, a surplus or deficit against their difference;
        - `shares of a whole`: parts of one list that add up to more than 100%.

        `verdict` is `agrees`, `differs`, `doubtful` (differs, but a figure carries a doubt, its indicator is
        vague, or growth in real terms is held against amounts at current prices) or `not checked`.

    Notes
    -----
    Every number is taken as the span that rounds to what is printed, wider for "about" and one-sided for "over"
    and "nearly". Figures of different periods or places are never held against each other; nor are two values of
    one sentence, which are a list or a before and after.
    """
    held = dict(zip(corpus.documents["doc_id"], corpus.documents["held"], strict=True))
    rows: list[Row] = []
    for doc_id, known in _documents(figures).items():
        day = held.get(doc_id)
        year = int(str(day)[:4]) if day is not None and not pd.isna(day) else None
        text = corpus.texts[str(doc_id)]
        single = _without_lists(known)
        rows += [*_twice(single), *_between_levels(single), *trade_adds_up(single)]
        rows += [*_increments(known), *too_large_wholes(known, text), *in_two_units(known, text, year)]
    rows.sort(key=lambda row: (row["doc_id"], row["figure"]))
    return tables.make("figure_checks", rows)


def _documents(figures: pd.DataFrame) -> dict[Any, list[Said]]:
    """The figures that have a value, by document, in order."""
    known: dict[Any, list[Said]] = defaultdict(list)
    for row in tables.records(figures):
        if row["value"] is not None:
            known[row["doc_id"]].append(said(row))
    return known


def _without_lists(known: list[Said]) -> list[Said]:
    """The figures without those of which one sentence gives several values and nothing tells them apart.

    "Trade was 9.7, 10.3 and 21.8 billion" has one indicator and one period in the table, yet three quarters in mind.
    """
    values: dict[tuple[Any, ...], set[Any]] = defaultdict(set)
    for figure in known:
        values[_said_of(figure)].add((figure.value, figure.value_high))
    return [figure for figure in known if len(values[_said_of(figure)]) == 1]


def _said_of(figure: Said) -> tuple[Any, ...]:
    place = indicator_words(figure.place)
    return figure.turn, figure.sentence, *_thing(figure), figure.period, place, figure.basis, figure.direction


def _twice(known: list[Said]) -> Iterator[Row]:
    """Figures of the same indicator, unit, kind and status: the same value again, or another value."""
    by_value: dict[tuple[Any, ...], list[Said]] = defaultdict(list)
    by_period: dict[tuple[Any, ...], list[Said]] = defaultdict(list)
    for figure in known:
        if not figure.words:
            continue
        same = by_value[(*_thing(figure), figure.value, figure.value_high)]
        alike = by_period[(*_thing(figure), figure.period, figure.basis, indicator_words(figure.place))]
        if again := next((e for e in same if _says_the_same(e, figure)), None):
            yield check_row("said twice", figure, again, again.text, figure.text, "agrees")
            continue
        same.append(figure)
        if figure.period is None or figure.kind not in COMPARED:
            continue
        if other := next((e for e in alike if not together(e, figure)), None):
            how = verdict(meet(_signed(other), _signed(figure)), figure, other)
            who = f"said by {other.speaker} and {figure.speaker}" if other.speaker != figure.speaker else ""
            yield check_row("same indicator", figure, other, other.text, figure.text, how, who)
        else:
            alike.append(figure)


def _thing(figure: Said) -> tuple[Any, ...]:
    return figure.words, figure.unit, figure.kind, figure.status


def _between_levels(known: list[Said]) -> Iterator[Row]:
    """A rate, multiple or difference, the level it led to and the level of its base."""
    levels: dict[tuple[Any, ...], list[Said]] = defaultdict(list)
    for figure in known:
        if figure.kind in (*AMOUNTS, "share") and figure.period is not None and figure.value_high is None:
            levels[figure.words, figure.status, figure.period, indicator_words(figure.place)].append(figure)
    for change in known:
        base = _base(change)
        if base is None or not change.words:
            continue
        key, where = (change.words, change.status), indicator_words(change.place)
        now = next((e for e in levels[(*key, change.period, where)] if _fits(change, e)), None)
        then = next((e for e in levels[(*key, base, where)] if now and e.unit == now.unit), None)
        if now is None or then is None or then.low <= 0:
            continue
        span = _changed(change.kind, now, then)
        note = f"{now.text} ({now.period_start}) against {then.text} ({then.period_start})"
        agrees = meet(span, _signed(change))
        how = verdict(agrees, change, now, then)
        if not agrees and change.kind == "growth_rate" and REAL & set(change.words):
            how, note = "doubtful", note + "; growth may be in real terms, amounts are not"
        yield check_row("change between levels", change, then, _span(*span), change.text, how, note)


def _base(change: Said) -> tuple[str, str] | None:
    """The period a change counts from; null when that is not stated or the kind counts from none."""
    basis, period = change.basis or "", change.period
    counted = change.kind in DIFFERENCES or (change.kind == "multiple" and change.direction is None)
    if period is None or not counted or change.value_high is not None:
        return None
    if basis == "year_on_year":
        return year_before(period)
    if named := BASE_YEAR.match(basis):
        return f"{named[1]}-{'12-31' if 'end of' in basis else '01-01'}", f"{int(named[1]) + 1}-01-01"
    return None


def _fits(change: Said, level: Said) -> bool:
    """Whether a change can be of that level: points of a share, a difference in its unit, a rate of an amount."""
    if change.kind == "pp_change":
        return bool(level.unit == "%" and change.unit == "percentage points")
    if change.kind == "increment":
        return bool(level.unit == change.unit)
    return level.kind in AMOUNTS and bool(level.unit != "%")


def _changed(kind: str, now: Said, then: Said) -> tuple[float, float]:
    if kind == "growth_rate":
        return 100 * (now.low / then.high - 1), 100 * (now.high / then.low - 1)
    if kind == "multiple":
        return now.low / then.high, now.high / then.low
    return now.low - then.high, now.high - then.low


def _increments(known: list[Said]) -> Iterator[Row]:
    """ "1.413 trillion jin, an increase of 22.2 billion jin, or 1.6 percent": the rate follows from the other two."""
    sentences: dict[tuple[Any, ...], list[Said]] = defaultdict(list)
    for figure in known:
        sentences[figure.turn, figure.sentence, figure.words, figure.period].append(figure)
    for rate in known:
        if rate.kind != "growth_rate" or rate.value_high is not None or not rate.words:
            continue
        near = sentences[rate.turn, rate.sentence, rate.words, rate.period]
        level = next((f for f in near if f.kind in AMOUNTS and f.value_high is None), None)
        added = next((f for f in near if f.kind == "increment" and level and f.unit == level.unit), None)
        if level is None or added is None or added.direction != rate.direction or added.basis != rate.basis:
            continue
        a, b = _signed(added)
        before = level.low - b, level.high - a
        if before[0] <= 0:
            continue
        ends = [100 * x / y for x in (a, b) for y in before]
        span = min(ends), max(ends)
        note = f"{added.text} on the way to {level.text}"
        how = verdict(meet(span, _signed(rate)), rate, level, added)
        yield check_row("rate and increment", rate, added, _span(*span), rate.text, how, note)


def _signed(figure: Said) -> tuple[float, float]:
    """The span of a value, with a minus when the figure went down."""
    down = figure.direction == "down" and figure.kind in DIFFERENCES
    return (-figure.high, -figure.low) if down else (figure.low, figure.high)


def _span(low: float, high: float) -> str:
    return f"{shown(low)} to {shown(high)}"
