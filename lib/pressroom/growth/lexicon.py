"""Names of word tables in, their rows out, each table read once."""

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Take the name of a table of words, give its rows.

    Examples
    --------
    >>> rows("units")[0]["unit"]
    '%'
    """
    text = files("pressroom").joinpath("lexicon", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
