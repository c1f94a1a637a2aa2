"""An indicator as its clause gives it in, made whole from the one before out: "imports" after "coal output"."""

from .reference import Memory

# what is made, moved, bought and sold: a list goes through them for one thing after another
_FLOWS = frozenset(
    """imports exports output production sales consumption deficit surplus stocks inventories deliveries shipments
    income incomes expenditure expenditures revenue revenues spending turnover""".split()
)
_OWNERS = (" of ", " in ", " for ")
_HEAD_ENDS = frozenset("of in to from for with on at by between that who".split())
_LOOSE = frozenset("total overall combined average annual monthly".split())


def remember(text: str, memory: Memory) -> None:
    """Keep what a flow is of, "raw coal" of "raw coal output", as long as the sentences speak of flows."""
    words = text.split(" ")
    head = " ".join(words[: next((x for x in range(1, len(words) - 1) if words[x] in _HEAD_ENDS), len(words))])
    if head.endswith("s") and not head.endswith("ss"):
        memory.plural = head  # what "those of" stands for
    owner = ""
    for join in _OWNERS:
        own, found, rest = text.partition(join)
        if found and own.split()[-1:] and own.split()[-1].lower() in _FLOWS and len(own.split()) < 3:
            owner = rest
            break
    else:
        own, _, last = text.rpartition(" ")
        if last.lower() in _FLOWS and own.lower() not in _LOOSE:
            owner = own
    plain = len(owner.split()) < 5 and " and" not in owner and not any(x.isdigit() for x in owner)
    if owner and plain:
        memory.topic = owner
    elif not _is_flow(text):
        memory.topic = ""


def completed(text: str, memory: Memory) -> str:
    """Take an indicator, give it whole.

    Examples
    --------
    >>> memory = Memory()
    >>> remember("raw coal output", memory)
    >>> completed("imports", memory)
    'imports of raw coal'
    """
    return f"{text} of {memory.topic}" if memory.topic and _is_flow(text) else text


def _is_flow(text: str) -> bool:
    bare = [x for x in text.lower().split() if x not in _LOOSE]
    return len(bare) == 1 and bare[0] in _FLOWS
