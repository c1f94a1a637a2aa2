"""A preposition among the tokens in, the period it opens out: since 2012, from May to July, in three years."""

from .baselines import MEASURED
from .dates import Context, Spec, resolve
from .months import count_at, year_at
from .period import Period, made_period
from .timewords import time_at
from .tokens import Tokens

CORE = frozenset("day week month quarter year decade days weeks months quarters years decades".split())


_PRESENT = frozenset("is are can will must may should".split())


def since_at(tk: Tokens, i: int, context: Context) -> Period | None:
    """Give "since 2012", "since the 18th National Congress", "since it opened in 2019", "since the policy started"."""
    w, n = tk.w, tk.n
    at = i + 1
    topped = any(x.endswith("est") or x in ("time", "record") for x in w[max(0, i - 3) : i])
    if topped and time_at(tk, at) is not None:
        return made_period(
            tk, i, (time_at(tk, at) or (0, at))[1], ("none",), "bound", context
        )  # "the highest since 2012"
    if at >= n or tk.t[at] in ("Vboth", "Vpart", "Vpast", "P") or (i and tk.t[i - 1] == "HAVE"):
        return None  # "has since quadrupled"
    while at < n and w[at] in ("the", "its", "our"):
        at += 1
    core = time_at(tk, at) if at < n else None
    spec: Spec = ("none",)
    j = i + 1
    if core:
        spec, j = core
    else:
        while j < n and j < i + 14 and tk.k[j] not in "P":
            inner = time_at(tk, j)
            if inner and inner[0][0] in ("year", "months", "days", "quarter") and inner[0] != ("year", "prior"):
                spec, j = inner
                break
            if w[j] in _PRESENT:
                return None  # "since we are now at the end of June": a cause
            if w[j] == "and" and tk.t[j + 1 : j + 2] and tk.t[j + 1] in ("BE", "HAVE", "MOD"):
                break  # "since Monday and is now ..."
            j += 1
        if j == i + 1:
            return None
        if j < n and w[j] not in (",", ".", ";", ":", "and") and spec == ("none",):
            j = i + 1
        if spec == ("none",) and i and (w[i - 1] == "," or "HAVE" not in tk.t):
            return None  # "down by a fifth, since the rivers carried less water": a cause
    if topped and spec != ("none",):
        return made_period(tk, i, j, ("none",), "bound", context)  # "the highest since it opened in 2012"
    if j < n and w[j] == "of" and core and spec[0] == "congress":
        while j < n and tk.k[j] != "P" and j < i + 14 and tk.t[j][0] != "V":
            j += 1
    first = resolve(spec, context)[0]
    if len(spec) > 1 and spec[-1] == "the" and context.held:
        first = resolve((*spec[:-1], "this"), context)[0]
    if spec[0] == "start" and isinstance(spec[1], tuple) and spec[1] == ("year", "the") and context.held:
        first = context.held.replace(month=1, day=1)
    period = made_period(tk, i, max(j, i + 1), ("none",), "since", context, plan=spec)
    if first and context.held and first < context.held:
        period.achieved = period.planned = (first, context.held)
        context.note((first, first.replace(day=first.day)))
    return period


def range_at(tk: Tokens, i: int, context: Context) -> Period | None:
    """Give "from January to April", "between 2016 and 2020", "from now to the end of the year"."""
    w, n = tk.w, tk.n
    at = i + 1 + (i + 1 < n and w[i + 1] == "the")
    left = time_at(tk, at) if at < n else None
    if left is None and at < n and w[at] in ("first", "second", "third"):
        left = _bare_quarter(tk, at)
    if left is None:
        return None
    j = left[1]
    if w[i] == "from" and i and w[i - 1] in MEASURED and w[j : j + 1] != ["to"]:
        return None  # "narrowing 1 percentage point from the January-April period"
    if left[0][0] in ("years", "days") and (left[0][0] == "years" or left[0][1:3] != left[0][3:5]):
        return made_period(tk, i, j, left[0], "span", context)
    if left[0][0] == "months" and left[0][1] != left[0][2]:
        return made_period(tk, i, j, left[0], "span", context)
    if j < n and w[j] in ("to", "until", "through", "and", "till", "-"):
        at = j + 1 + (j + 1 < n and w[j + 1] == "the")
        right = time_at(tk, at) if at < n else None
        if right:
            spec = ("from", left[0], right[0])
            return made_period(tk, i, right[1], spec, "span", context)
    if (
        w[i] == "from"
        and left[0][0] in ("days", "months", "year")
        and w[j : j + 1] not in (["to"], ["until"], ["through"])
        and (i == 0 or w[i - 1] in ("starting", "beginning", "effective", "effect"))
    ):
        period = made_period(tk, max(i - 1, 0), j, ("none",), "since", context)
        first = resolve(left[0], context)[0]
        if first and context.held and first < context.held:
            period.achieved = (first, context.held)
        return period
    if j < n and w[j] in ("on", "onward", "onwards", "forward"):
        return made_period(tk, i, j + 1, ("none",), "bound", context)
    return None


def both_at(tk: Tokens, i: int, context: Context) -> Period | None:
    """Give "in 2022 and 2023" as one period, where no two numbers are told apart by it."""
    first, last = year_at(tk, i + 1), year_at(tk, i + 3)
    if not first or not last or tk.w[i + 2] != "and" or last != first + 1 or "respectively" in tk.w:
        return None
    return made_period(tk, i, i + 4, ("years", first, last), "span", context)


def _bare_quarter(tk: Tokens, at: int) -> tuple[Spec, int] | None:
    """In "from the first to the fourth quarter" the noun stands once."""
    if "quarter" in tk.w[at + 1 : at + 5]:
        return ("quarter", {"first": 1, "second": 2, "third": 3}[tk.w[at]], None), at + 1
    return None


def frame_at(tk: Tokens, i: int, context: Context) -> Period | None:
    """Give a pure time frame: "in less than three years", "over three years", "for the first time in 20 years"."""
    w, n = tk.w, tk.n
    j = i + 1
    if j + 1 < n and w[j] in ("less", "more", "fewer", "under", "just", "about", "only", "nearly", "over", "around"):
        j += 1 + (w[j + 1] == "than")
    if j < n and (w[i] in ("in", "over", "after", "during") or w[j : j + 2] == ["the", "first"]):
        if w[i] == "for":
            if w[j : j + 3] != ["the", "first", "time"]:
                return None
            j += 3
            if j + 2 < n and w[j] == "in" and count_at(tk, j + 1) and w[j + 2] in CORE:
                return made_period(tk, i, j + 3, ("none",), "frame", context)
            return None
        the = w[j] == "the"
        count = count_at(tk, j + the)
        at = j + the + 1
        if count and at < n and w[at] in CORE | {"hours", "minutes"}:
            if (
                w[i] == "over"
                and i
                and (
                    w[i - 1]
                    in (
                        "for",
                        "aged",
                        "of",
                        "people",
                        "terms",
                        "maturities",
                        "maturity",
                        "loans",
                        "bonds",
                        "above",
                        "those",
                    )
                    or tk.t[i - 1] == "BE"
                )
            ):
                return None
            if the and at + 1 < n and w[at + 1] in ("to", "through", "ended", "ending") and time_at(tk, at - 1):
                return None
            months = count * {"month": 1, "quarter": 3, "year": 12}.get(w[at].removesuffix("s"), 0)
            named = ("same", "months", months)
            if the and months and None not in resolve(named, context):
                return made_period(tk, i, at + 1, named, "span", context)
            if the and context.plan and w[i] in ("over", "during", "in"):
                return made_period(tk, i, at + 1, ("plan", None), "span", context)
            if at + 1 < n and w[at + 1] in ("ago", "earlier", "later", "of"):
                return None
            superlative = i and (w[i - 1].endswith("est") or w[i - 1] in ("high", "low", "time", "record"))
            return made_period(tk, i, at + 1, ("none",), "bound" if superlative else "frame", context)
    return None
