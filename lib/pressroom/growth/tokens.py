"""A sentence in, its tokens out: numbers, words and marks with offsets and parts of speech."""

import re
from functools import lru_cache

from .lexicon import tags, verbs

# spaces that part groups of digits or hide between words, and marks that have a plain twin
_PLAIN = {
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\r\t", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\uff0d", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d", '"'),
        "\uff05": "%", "\uff0c": ",", "\uff1b": ";", "\uff1a": ":", "\uff08": "(", "\uff09": ")",
}  # fmt: skip
_ODD = re.compile(f"[{''.join(_PLAIN)}]")

_GLUED = (
    "m|b|bn|tn|mn|mln|thousand|million|billion|trillion|percent|yuan|pp|bps|km|kg|kW|MW|GW|TW|kWh|MWh|GWh|TWh"
    "|mm|cm|ha|mu"
)
# most tokens are plain words and marks (L, Q): they come first, and digits and spaces are told by one look ahead
_TOKEN = re.compile(
    r"(?P<L>[A-Za-z][a-z]*+(?=[ ,]))"
    r"|(?P<Q>[,.;:()])"
    r"|(?=[\d\u00bc-\u00be])(?:"
    r"(?P<M>\d{1,3}-[1-9]/\d{1,2}\b|\d{0,3}[\u00bc-\u00be](?!\w))"
    r"|(?P<X>\d{1,2}:\d\d(?::\d\d)?|\d{4}-\d\d?-\d\d?\b|\d+(?:/\d+)+)"
    r"|(?P<O>\d+(?:st|nd|rd|th)\b)"
    rf"|(?P<N>\d++(?:[.,]\d++)*+)(?=(?:{_GLUED})?(?![^\W\d_]))"
    r"|(?P<G>\d++(?:[.,]\d++)*+\w+(?:-\w+)*)"
    r")|(?!\s)(?:"
    r"(?P<C>(?:US|HK|NT|[ACS])?[$]|[€£¥￥]|(?:RMB|Rmb|CNY|USD|EUR|HKD|GBP|JPY)(?=[¥￥$€£]?\d))"
    r"|(?P<A>(?:[A-Za-z]\.){2,})"
    r"|(?P<W>[^\W\d_]\w*+(?:(?<=\d)\.\d+)?(?:[-'&][^\W_]+)*(?:-(?= ))?'?)"
    r"|(?P<P>[^\s\w]|_))"
)
_WELL = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\Z")
_GROUP = re.compile(r"\d{3}(?:\.\d+)?\Z")
_PARTED = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty"
    " ninety half".split()
)
_SECOND = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|half|halves|third|thirds|quarters?|fourths?|fifths?|sixths?"
    r"|sevenths?|eighths?|ninths?|tenths?|fold|hundred|thousand|million|billion|trillion)\Z"
)
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul"
    " aug sep sept oct nov dec".split()
)


class Tokens:
    """The tokens of one sentence, as lists side by side.

    `w` are the words in small letters, `s` and `e` their offsets, `k` their kinds: N a well-formed number,
    O an ordinal in digits, X a number that is none (a time, a date, malformed or glued to letters), C a
    currency sign, W a word, P a mark. `t` is the part of speech of a word: a tag of the grammar table, a
    verb form, or NOUN.
    """

    __slots__ = ("_spoken", "_spots", "_words", "e", "k", "n", "plain", "s", "t", "text", "w")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain = text if text.isascii() else _ODD.sub(lambda m: _PLAIN[m[0]], text)
        w: list[str] = []
        s: list[int] = []
        e: list[int] = []
        k: list[str] = []
        for m in _TOKEN.finditer(plain):
            kind = m.lastgroup or "P"
            start, end = m.span()
            word = plain[start:end]
            if kind == "L":
                kind, word = "W", word.lower()
            elif kind == "Q":
                kind = "P"
            elif kind == "W":
                word = word.lower()
                if "-" in word:
                    head, _, tail = word.partition("-")
                    if head in _PARTED and _SECOND.match(tail):
                        cut = start + len(head)
                        w += (head, tail)
                        s += (start, cut + 1)
                        e += (cut, end)
                        k += ("W", "W")
                        continue
            elif kind == "N":
                if not _WELL.match(word):
                    kind = "X"
                elif (
                    s and start == e[-1] + 1 and plain[start - 1] == " " and _GROUP.match(word) and _goes_on(w, s, e, k)
                ):
                    # "1 204 300": groups of three after a space are one number
                    w[-1] += word
                    e[-1] = end
                    continue
                elif (word[0] == "0" and len(word) > 1 and word[1] != ".") or (s and start == e[-1] and k[-1] == "W"):
                    kind = "X"
            elif kind == "M":
                kind, word = "N", _mixed(word)
            elif kind == "A":
                kind, word = "W", word.lower().replace(".", "")
            elif kind == "G":
                # "5G" and "4K" are words of a name; "120billionyuan" is a number that cannot be read
                kind = "W" if end - start < 4 and word[-1] != "s" else "X"
                word = word.lower() if kind == "W" else word
            w.append(word)
            s.append(start)
            e.append(end)
            k.append(kind)
        self.w, self.s, self.e, self.k, self.n = w, s, e, k, len(w)
        self.t = _tagged(w, k)
        self._spots: dict[frozenset[str], list[int]] = {}
        self._spoken: set[str] | None = None
        self._words: dict[tuple[int, int], str] = {}

    def spots(self, words: frozenset[str]) -> list[int]:
        """Give the places of every word of a set, in order; a set is looked for once a sentence."""
        found = self._spots.get(words)
        if found is None:
            found = [] if words.isdisjoint(self.w) else [x for x, word in enumerate(self.w) if word in words]
            self._spots[words] = found
        return found

    def spoken(self) -> set[str]:
        """Give all words of the sentence and the parts of its compounds."""
        if self._spoken is None:
            self._spoken = set(self.w)
            self._spoken.update(*(word.split("-") for word in self._spoken if "-" in word))
        return self._spoken

    def words(self, i: int, j: int) -> str:
        """Give the words from token `i` up to token `j` as they are printed, spaces made plain."""
        if i >= j:
            return ""
        found = self._words.get((i, j))
        if found is None:
            found = self._words[i, j] = " ".join(self.plain[self.s[i] : self.e[j - 1]].split())
        return found


def _goes_on(w: list[str], s: list[int], e: list[int], k: list[str]) -> bool:
    """Tell whether the last number can go on with a group of three digits after a space."""
    if k[-1] != "N" or not w[-1].isdigit() or w[-1][0] == "0" or (len(w) > 1 and w[-2] in MONTHS):
        return False
    return len(w[-1]) <= 3 or e[-1] - s[-1] > len(w[-1])


def _mixed(word: str) -> str:
    """Give a whole number with a fraction as a decimal: "4-3/4" and "4\u00be" are 4.75."""
    for mark, part in (("\u00bc", "-1/4"), ("\u00bd", "-1/2"), ("\u00be", "-3/4")):
        word = word.replace(mark, part)
    whole, _, part = word.partition("-")
    top, _, below = part.partition("/")
    return f"{int(whole or 0) + int(top) / max(int(below), 1):.6f}".rstrip("0").rstrip(".")


_CONTRACTED = {"ve": "HAVE", "re": "BE", "s": "BE", "ll": "MOD", "m": "BE", "d": "MOD"}
_NOW = frozenset("now currently also already still".split())
_TURNED = _NOW | {"down", "added", "number", "need"}  # beside these the part of speech depends on the neighbours
_MANY = ("people", "children", "women", "men", "s")
_PRONOUNS = frozenset("we i you they it he she that there here what who".split())


def _numbers(w: list[str], k: list[str], at: int) -> bool:
    """Tell whether "number" is a verb: "graduates number 11.79 million", "peacekeepers number about 1,800"."""
    ahead = k[at + 1 : at + 4]
    at_noun = at - 1 - (w[at - 1] in ("now", "currently", "already", "still"))
    plural = w[at_noun].endswith("s") and not w[at_noun].endswith(("'s", "ss", "us", "is"))
    close = ahead[:1] == ["N"] or (ahead[1:2] == ["N"] and w[at + 1] in ("about", "around", "nearly", "some", "over"))
    return plural and (close or (ahead[2:3] == ["N"] and w[at + 1 : at + 3] in (["more", "than"], ["close", "to"])))


@lru_cache(maxsize=1 << 15)
def _tag_of(word: str) -> str:
    """Give the part of speech of a word by itself."""
    t = tags().get(word)
    if t is None and "'" in word:
        t = _CONTRACTED.get(word.partition("'")[2]) if word.partition("'")[0] in _PRONOUNS else "NOUN"
    if t is not None:
        return t
    verb = verbs().get(word)
    if verb is not None:
        return f"V{verb.form}"
    if "-" in word or word[0].isdigit():
        return "NOUN"
    if word.endswith("ed") and len(word) > 4:
        return "Vboth"
    return "ADV" if word.endswith("ly") and len(word) > 4 else "NOUN"


def _tagged(w: list[str], k: list[str]) -> list[str]:
    t = [_tag_of(word) if kind == "W" else "NUM" if kind == "N" else kind for word, kind in zip(w, k, strict=True)]
    if not _TURNED.isdisjoint(w):
        for x, word in enumerate(w):
            paid = word == "down" and w[x + 1 : x + 2] in (["payment"], ["payments"])
            if paid or (word == "added" and x and w[x - 1] == "value"):
                t[x] = "NOUN"
            elif word == "need" and x and (t[x - 1] == "PRON" or w[x - 1].endswith(_MANY)):
                t[x] = "Vbase"  # "5 million people need food"
            elif word == "number" and x and t[x - 1] in ("NOUN", "ADV") and _numbers(w, k, x):
                t[x] = "Vbase"
            elif x and w[x - 1] in _NOW and t[x] == "NOUN" and word in verbs() and verbs()[word].form == "s":
                t[x] = "Vs"  # "China now grants"
    return t
