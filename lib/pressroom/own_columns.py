"""Documents and corrections in, the columns that a reader added to `documents.csv` out, one row a conference."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from .corrections import TABLES, Corrections, Row
from .segmenting.assembly import slug


def own_columns(documents: pd.DataFrame, corrections: Corrections, taken: Sequence[str] = ()) -> pd.DataFrame:
    """The reader's own columns of `documents.csv`, such as `province` or `series`.

    Parameters
    ----------
    documents : pandas.DataFrame
        The table `documents`.
    corrections : Corrections
    taken : sequence of str
        Names that a column of one's own must not have.

    Returns
    -------
    pandas.DataFrame
        `doc_id`, and every column of `documents.csv` that the project does not use itself. A conference is
        known by its title; of several rows for one title (its pages) the first that has a value gives it. What
        nobody wrote down is null.

    Raises
    ------
    ValueError
        If a column has a name that is taken.
    """
    rows = corrections.documents
    own = [c for c in dict.fromkeys(c for row in rows for c in row) if c not in TABLES["documents"]]
    clash = sorted(set(own) & set(taken))
    if clash:
        raise ValueError(f"documents.csv: the column {clash[0]!r} is a column of the tables already; rename yours")
    of_title: dict[str, list[Row]] = {}
    for row in rows:
        of_title.setdefault(slug(row["title"]), []).append(row)
    found = {"doc_id": documents["doc_id"]}
    for column in own:
        values = [
            next((row[column] for row in of_title.get(slug(title), []) if row.get(column)), None)
            for title in documents["title"].astype("object").fillna("")
        ]
        found[column] = pd.Series(values, index=documents.index, dtype="str")
    return pd.DataFrame(found)
