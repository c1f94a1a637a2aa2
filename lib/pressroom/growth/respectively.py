"""The numbers of a sentence with "respectively" in, the indicator of each out: lists are paired item by item."""

from .frames import Frame
from .numbers import Number
from .reference import tidy
from .tokens import Tokens
from .verbgroups import Group


def paired(
    tk: Tokens, numbers: list[Number], frames: list[Frame], indicators: list[str], groups: list[Group]
) -> list[str]:
    """Take the indicators found one by one, give them paired where the sentence says "respectively"."""
    if "respectively" not in tk.w:
        return indicators
    out = list(indicators)
    for at in (x for x, word in enumerate(tk.w) if word == "respectively"):
        run = _run_before(tk, numbers, at)
        if len(run) < 2:
            continue
        first = run[0]
        earlier = list(range(max(0, first - len(run)), first))
        frame = frames[first]
        items = _items(tk, frame.group, len(run)) if frame.group else []
        if items:
            owner = indicators[first - 1].partition(" of ")[0] if first else ""
            for x, item in zip(run, items, strict=True):
                own = item.removeprefix("that ").removeprefix("those ")
                out[x] = f"{owner} {own}" if owner and own.startswith("of ") else tidy(item)  # "that of shops and"
            if len(earlier) == len(run) and all(frames[x].group is frame.group for x in earlier):
                for x, y in zip(earlier, run, strict=True):
                    out[x] = out[y]  # "rose by 11.7% and 4.9% to 1.55 trillion and 0.56 trillion, respectively"
            after = range(run[-1] + 1, min(len(numbers), run[-1] + 1 + len(run)))
            if len(after) == len(run) and all(frames[x].group is frame.group for x in after):
                # "grew 10.2 percent and 9.5 percent respectively, 3.9 points and 3.2 points faster than"
                for x, y in zip(after, run, strict=True):
                    out[x] = out[y]
        elif len(earlier) == len(run):
            # "4 billion tonnes of cargo and 76 million TEUs, up 6.1 percent and 10 percent, respectively"
            for x, y in zip(run, earlier, strict=True):
                out[x] = out[y]
    return out


def _run_before(tk: Tokens, numbers: list[Number], at: int) -> list[int]:
    """Give the places of the numbers listed right before "respectively"."""
    run: list[int] = []
    right = at
    for x in range(len(numbers) - 1, -1, -1):
        number = numbers[x]
        if number.i >= at:
            continue
        between = tk.w[number.j : right]
        if run and (
            number.unit != numbers[run[0]].unit or not any(y in (",", "and", "or") for y in between) or len(between) > 6
        ):
            break
        if not run and len(between) > 14:
            break
        run.insert(0, x)
        right = number.i
    return run


def _items(tk: Tokens, group: Group | None, count: int) -> list[str]:
    """Split a subject into its list: "value added of the primary, secondary and tertiary industries" gives three."""
    if group is None:
        return []
    a, b = group.subject
    w = tk.w
    if group.tense == "ing" and a and w[a - 1] in ("and", ","):
        while a and (w[a - 1] in ("and", ",") or tk.t[a - 1] in ("NOUN", "Ving", "Vboth")):
            a -= 1  # "with exports and imports increasing by"
    joins = [x for x in range(a, b) if w[x] in (",", "and", "or")]
    joins = [x for x in joins if not (w[x] == "," and x + 1 in joins)] if count - 1 != len(joins) else joins
    commas = [x for x in joins if w[x] == ","]
    if len(joins) > count - 1 and commas:
        # "ASEAN, the European Union and Belt and Road partners": the first "and" after the last comma parts them
        joins = commas + [x for x in joins if x > commas[-1] and w[x] != ","][:1]
    joins = joins[len(joins) - (count - 1) :]
    if len(joins) != count - 1:
        return []
    start = a
    for x in range(joins[0] - 1, a - 1, -1):
        if tk.t[x] == "PREP":
            start = x + 1
            break
    while start < joins[0] and w[start] in ("the", "a"):
        start += 1
    prefix = tk.words(a, start)
    parts, left = [], start
    for join in [*joins, b]:
        right = join - 1 if join < b and w[join - 1] == "," else join
        parts.append(tk.words(left, max(right, left)))
        left = join + 1
    tail = ""
    last = parts[-1].split()
    lone = all(len(p.split()) == 1 or (p.lower().startswith("the ") and len(p.split()) == 2) for p in parts[:-1])
    if lone and len(last) > 1 and parts[0].lower() not in ("wind",) and _adjective(parts[0]):
        tail = " ".join(last[1:])
        parts[-1] = last[0]
    return [" ".join(f"{prefix} {p} {tail}".split()) for p in parts]


def _adjective(word: str) -> bool:
    """Tell whether an item of a list lacks its noun: primary, secondary and tertiary industries."""
    word = word.lower().removeprefix("the ")
    return word.endswith(
        ("ary", "ern", "al", "ural", "ar", "ic", "ive", "ble", "ral", "-end", "lic", "ate", "first", "rban")
    )
