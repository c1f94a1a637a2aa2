"""A place among the tokens in, the unit printed there out; units and currencies are a table."""

from .lexicon import phrase_at, phrases, rows
from .numerals import SCALE
from .tokens import Tokens

UNITS = phrases((r["word"], f"{r['unit']}|{r['factor']}") for r in rows("units"))
CURRENCY = {
    "$": "USD", "us$": "USD", "hk$": "HKD", "nt$": "TWD", "a$": "AUD", "c$": "CAD", "s$": "SGD", "€": "EUR",
    "£": "GBP", "¥": "yuan", "￥": "yuan", "rmb": "yuan", "cny": "yuan", "usd": "USD", "eur": "EUR", "gbp": "GBP",
    "hkd": "HKD", "jpy": "JPY",
}  # fmt: skip
TIMES = ("years", "months", "days", "hours")
_RUN = frozenset(
    """extra additional further paid statutory consecutive straight successive working full whole solid more calendar
    business trading""".split()
)


def unit_at(tk: Tokens, j: int) -> tuple[tuple[str, float] | None, int]:
    """Give the unit at a place and the token after it; "144-hour" and "five consecutive years" have one as well."""
    w, n = tk.w, tk.n
    if j >= n:
        return None, j
    if w[j] == "%":
        return ("%", 1.0), j + 1
    at = j
    if w[at] == "-" and at + 1 < n and tk.e[at] == tk.s[at + 1]:
        at += 1
    while at < n - 1 and w[at] in _RUN and at < j + 2:
        at += 1
    hit = phrase_at(UNITS, w, at) if at < n else None
    if hit is None and at < n and "-" in w[at]:
        # "25-basis-point", "144-hour-long"
        hit = phrase_at(UNITS, [*w[at].split("-"), ""], 0)
        hit = (1, hit[1]) if hit else None
        parts = w[at].split("-")
        if hit is None and parts[0] in SCALE and len(parts) > 1:
            # "200-billion-dollar"
            rest = phrase_at(UNITS, [*parts[1:], ""], 0)
            if rest:
                unit, _, factor = rest[1].partition("|")
                return (unit, float(factor) * SCALE[parts[0]]), at + 1
    if hit is None:
        return None, j
    unit, _, factor = hit[1].partition("|")
    if unit in ("households",) or (at > j and w[j] != "-" and unit not in TIMES and w[at] not in ("quarters", "weeks")):
        return None, j
    if len(w[at]) == 1 and tk.plain[tk.s[at] : tk.e[at]] != w[at]:
        return None, j
    return (unit, float(factor)), at + hit[0]
