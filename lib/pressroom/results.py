"""A corpus and a codebook in, every table of the data dictionary out, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from .growth.table import growth_figures
from .reconciling.reconcile import figure_checks
from .reconciling.target_sheet import targets
from .themes import theme_hits

if TYPE_CHECKING:
    from .codebook import Codebook
    from .corpus import Corpus

OF_CORPUS = ("documents", "pages", "parts", "turns", "sentences")


def all_tables(
    corpus: Corpus, codebook: Codebook, hits: pd.DataFrame | None = None, figures: pd.DataFrame | None = None
) -> dict[str, pd.DataFrame]:
    """Every table of the data dictionary, in its order.

    Parameters
    ----------
    corpus : Corpus
    codebook : Codebook
    hits, figures : pandas.DataFrame, optional
        Theme hits and growth figures, where they have been made already.

    Returns
    -------
    dict of str to pandas.DataFrame
        The keys of `tables.TABLES`.
    """
    figures = growth_figures(corpus) if figures is None else figures
    return {
        **{name: getattr(corpus, name) for name in OF_CORPUS},
        "theme_hits": theme_hits(corpus, codebook) if hits is None else hits,
        "growth_figures": figures,
        "figure_checks": figure_checks(figures, corpus),
        "targets": targets(figures, corpus),
    }
