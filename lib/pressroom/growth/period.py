"""What a time expression says and where it stands in, a reference period out."""

from dataclasses import dataclass

from .dates import Context, Span, Spec, resolve
from .tokens import Tokens


@dataclass(slots=True)
class Period:
    """A time expression with its tokens `i` to `j`, its interval when achieved and when a target.

    `role` is "span", "since", "point", "bound" (before 2030, until 2027: no reference period), "frame" (in less
    than two years) or "base" (than in 2012), whose words are `base`.
    """

    i: int
    j: int
    start: int
    end: int
    words: str
    role: str
    achieved: Span
    planned: Span
    base: str | None = None
    spec: Spec = ("none",)
    aimed: bool = False

    def span(self, target: bool) -> Span:
        """Give the interval for a target or for what was achieved."""
        return self.planned if target else self.achieved


def last_day(spec: Spec) -> Spec:
    """By 2030, by June, as of the third quarter: the last day."""
    return (
        spec
        if spec[0] in ("end", "start", "now", "none", "then", "relative", "same") or (spec[0] == "days")
        else ("end", spec)
    )


def _forward(span: Span) -> Span:
    """No interval instead of one that would end before it begins."""
    first, last = span
    return (None, None) if first is not None and last is not None and first >= last else span


def made_period(
    tk: Tokens,
    i: int,
    j: int,
    spec: Spec,
    role: str,
    context: Context,
    base: str | None = None,
    plan: Spec | None = None,
) -> Period:
    """Take a time expression with its role, give its period, and remember its interval in the context."""
    achieved, planned = _forward(resolve(spec, context)), _forward(resolve(spec, context, True))
    number = (plan or spec)[1] if (plan or spec)[0] == "plan" else None
    if role in ("span", "since", "point") and None not in achieved:
        context.spans = [*context.spans[-7:], achieved]
    if role in ("span", "since", "point") and spec[0] not in ("now", "then", "run"):
        context.note(achieved, number if isinstance(number, int) else None)
    elif isinstance(number, int):
        context.plan = number
    return Period(i, j, tk.s[i], tk.e[j - 1], tk.text[tk.s[i] : tk.e[j - 1]], role, achieved, planned, base, spec)
