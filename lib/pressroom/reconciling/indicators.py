"""Growth figures in, the indicators whose growth is stated, and the figures of one of them, out."""

from __future__ import annotations

import pandas as pd

from ..tables import GROWTH
from .same_thing import indicator_words, specific


def growth_indicators(figures: pd.DataFrame) -> pd.DataFrame:
    """What growth is stated about, and how often.

    Two indicators are the same when they have the same words, in any order and case, singular or plural.

    Parameters
    ----------
    figures : pandas.DataFrame
        From `pressroom.growth_figures`.

    Returns
    -------
    pandas.DataFrame
        One row an indicator: `indicator` (as first stated), `n_figures`, `n_documents`, `first_period`,
        `last_period` (the earliest start and the latest end); those of most documents and figures first.

    Examples
    --------
    >>> import pressroom as pr
    >>> figures = pr.growth_figures(pr.read(pr.project_path("seeds")))
    >>> growth_indicators(figures)["n_figures"].tolist()
    [1, 1, 1]
    """
    rows = figures[figures["kind"].isin(GROWTH)].dropna(subset="indicator")
    rows = rows.assign(_words=[" ".join(indicator_words(name)) for name in rows["indicator"]])
    table = rows.groupby("_words", sort=False).agg(
        indicator=("indicator", "first"),
        n_figures=("figure", "size"),
        n_documents=("doc_id", "nunique"),
        first_period=("period_start", "min"),
        last_period=("period_end", "max"),
    )
    return table.sort_values(["n_documents", "n_figures"], ascending=False, kind="stable", ignore_index=True)


def growth_of(figures: pd.DataFrame, indicator: str = "") -> pd.DataFrame:
    """The growth figures of one indicator; without a name, of the one that most conferences state.

    A bare "growth" or "output" names no indicator, and is passed over where none was asked for.

    Parameters
    ----------
    figures : pandas.DataFrame
        From `pressroom.growth_figures`.
    indicator : str
        Its words, in any order and case.

    Returns
    -------
    pandas.DataFrame
        The rows of `figures` that state its growth, in order.
    """
    growth = figures[figures["kind"].isin(GROWTH)]
    if not indicator and len(growth):
        named = growth_indicators(figures)["indicator"]
        indicator = next((name for name in named if specific(indicator_words(name))), "")
    wanted = indicator_words(indicator)
    same = [bool(wanted) and indicator_words(name) == wanted for name in growth["indicator"].fillna("")]
    return growth[pd.Series(same, index=growth.index, dtype=bool)]
