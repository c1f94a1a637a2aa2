"""What is unsure about a figure, as short codes.

`no_clause` no verb stands near the number: a heading, a table · `no_indicator` nothing says what is measured ·
`distant_indicator` what is measured stands in another clause or sentence · `inherited_period` the period is carried
over from the sentence before · `ambiguous_unit` the unit follows from the subject, not from a printed word ·
`ambiguous_number` a form that may be no figure: a small number word, a rank, groups of digits parted by a plain
space · `malformed_number` a number beside it cannot be read.
"""

from .frames import Frame
from .lexicon import rows
from .numbers import Number, is_word_number
from .tokens import Tokens
from .when import When

CODES = (
    "no_clause",
    "no_indicator",
    "distant_indicator",
    "inherited_period",
    "ambiguous_unit",
    "ambiguous_number",
    "malformed_number",
)


_MEASURES = frozenset(r["word"] for r in rows("units") if r["unit"] not in ("items", "people", "times", "rank"))
_MEASURES |= {"mark", "level", "head"}


def _elsewhere(tk: Tokens, indicator: str) -> bool:
    """Tell whether the words of an indicator stand in another sentence."""
    words = [x for x in indicator.lower().replace("-", " ").split() if len(x) > 3]
    here = tk.spoken()
    return bool(words) and sum(x in here for x in words) * 2 < len(words)


def doubts_of(
    tk: Tokens, number: Number, frame: Frame, kind: str, indicator: str, when: When, far: bool
) -> tuple[str, ...]:
    """Take a number with what was found about it, give the codes of what is unsure."""
    found = list(number.doubts)
    if frame.group is None and number.form not in ("multiplied", "halved", "multiply", "fold"):
        found.append("no_clause")
    if not indicator:
        found.append("no_indicator")
    elif far or _elsewhere(tk, indicator):
        found.append("distant_indicator")
    if when.inherited:
        found.append("inherited_period")
    noun = tk.w[number.noun[0] : number.noun[1]] if number.noun else []
    measured = number.unit == "items" and not _MEASURES.isdisjoint(noun)
    bare = number.unit in ("index points", "years", "times") and tk.k[number.j - 1] == "N"
    counts = number.unit in ("items", "people", "households") and number.noun is None
    if bare or measured or (counts and (number.scaled == 1 or "number" not in indicator)):
        found.append("ambiguous_unit")
    spaced = " " in tk.text[number.start : number.end] and " " in tk.text[tk.s[number.i] : tk.e[number.i]]
    odd = "-odd" in tk.text[number.start : number.end + 4] or tk.w[number.i + 1 : number.i + 2] == ["quarters"]
    if is_word_number(tk, number) or number.form in ("rank", "vague", "multiply") or spaced or odd:
        found.append("ambiguous_number")
    around = tk.k[max(0, number.i - 2) : number.i] + tk.k[number.j : number.j + 2]
    if "X" in around:
        found.append("malformed_number")
    return tuple(x for x in CODES if x in found) if found else ()
