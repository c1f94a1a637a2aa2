"""An indicator as its clause gives it in, made whole from the one before out: "imports" after "coal output"."""

import re

from .reference import Memory

# what is made, moved, bought and sold: a list goes through them for one thing after another
_FLOWS = frozenset(
    """imports exports output production sales consumption deficit surplus stocks inventories deliveries shipments
    income incomes expenditure expenditures revenue revenues spending turnover""".split()
)
_OWNERS = (" of ", " in ", " for ", " by ")
_BOTH = re.compile(r"^(?:total |overall )?(.+?) (?:imports and exports|exports and imports|import and export)$")
# whom a country trades with: "trade with ASEAN", "import from and export to countries along the Belt and Road"
_PARTNER = re.compile(
    r"\b(?:trade(?: volume)?|imports? from and exports? to|exports? to and imports? from|(?:imports and exports|exports"
    r" and imports|import and export)(?: volume)?(?: with| to))(?: with)? (?=\S)(?!in |of |and |between )(.+)$"
)
_TOWARDS = {"exports": "to", "imports": "from"}
_HEAD_ENDS = frozenset("of in to from for with on at by between that who".split())
_LOOSE = frozenset("total overall combined average annual monthly".split())


def remember(text: str, memory: Memory) -> None:
    """Keep what a flow is of, "raw coal" of "raw coal output", as long as the sentences speak of flows."""
    words = text.split(" ")
    head = " ".join(words[: next((x for x in range(1, len(words) - 1) if words[x] in _HEAD_ENDS), len(words))])
    if head.endswith("s") and not head.endswith("ss"):
        memory.plural = head  # what "those of" stands for
    owner = ""
    traded = "trade" in text or "port" in text
    partner, both = (_PARTNER.search(text), _BOTH.match(text)) if traded else (None, None)
    goes_on = bool(memory.partner) and text.endswith(f" {memory.partner}")
    if partner or not (_is_flow(text) or goes_on):
        memory.partner = partner[1] if partner else ""
    for join in _OWNERS:
        own, found, rest = text.partition(join)
        if found and own.split()[-1:] and own.split()[-1].lower() in (*_FLOWS, "trade") and len(own.split()) < 4:
            owner = rest
            break
    else:
        if both:
            memory.topic = both[1]
            return
        own, _, last = text.rpartition(" ")
        if last.lower() in _FLOWS and own.lower() not in _LOOSE:
            owner = own
    plain = owner != "goods" and len(owner.split()) < 5 and " and" not in owner and not any(x.isdigit() for x in owner)
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
    if not _is_flow(text):
        return text
    towards = _TOWARDS.get(text.lower())
    if towards and memory.partner:
        return f"{text} {towards} {memory.partner}"
    return f"{text} of {memory.topic}" if memory.topic else text


def _is_flow(text: str) -> bool:
    bare = [x for x in text.lower().split() if x not in _LOOSE]
    return len(bare) == 1 and bare[0] in _FLOWS
