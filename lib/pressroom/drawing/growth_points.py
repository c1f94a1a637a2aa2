"""Growth figures in, the points that a chart of growth draws out, and a note on those it cannot draw."""

from __future__ import annotations

from typing import Any

import matplotlib.dates as mdates
import numpy as np
import pandas as pd

from ..tables import GROWTH
from .canvas import fitted, printable

APPROXIMATORS = ("over", "nearly", "about", "at least", "at most", "less than")
N_NAMED = 4  # figures a note names before it only counts them
SHORT_UNIT = {"%": "%", "percentage points": " points", "basis points": " basis points"}
PER_POINT = {"basis points": 100.0}  # so many of the unit are one point on the axis


def growth_points(figures: pd.DataFrame) -> pd.DataFrame:
    """The figures that can be drawn: growth with a number and a period.

    Parameters
    ----------
    figures : pandas.DataFrame
        From `pressroom.growth_figures`.

    Returns
    -------
    pandas.DataFrame
        The rows of kind `growth_rate` and `pp_change` with `value`, `period_start` and `period_end`, and with

        - `change` : the value with its sign, down is negative, basis points as points; of a range its middle;
        - `from`, `to` : the period as days of matplotlib;
        - `shown` : the label, "indicator, 22.9%".
    """
    growth = figures[figures["kind"].isin(GROWTH)]
    rows = growth.dropna(subset=["value", "period_start", "period_end"]).reset_index(drop=True)
    high = rows["value_high"].fillna(rows["value"]) if "value_high" in rows else rows["value"]
    scale = rows["unit"].astype("object").map(PER_POINT).astype("float64").fillna(1.0)
    sign = np.where(rows["direction"].eq("down").fillna(False), -1.0, 1.0)
    middle = (rows["value"].astype(float) + high.astype(float)) / 2
    return rows.assign(
        change=sign * middle / scale,
        **{name: _days(rows[f"period_{end}"]) for name, end in (("from", "start"), ("to", "end"))},
        shown=[_told(row) for row in rows.to_dict("records")],
    )


def _days(iso: pd.Series[Any]) -> list[float]:
    numbers = mdates.date2num(iso.astype("str").str[:10].to_numpy(dtype="datetime64[D]"))
    return [float(number) for number in numbers]


def _told(row: dict[Any, Any]) -> str:
    """A figure as a label: `number of high-tech enterprises, 22.9%`; what fell has a minus."""
    minus = "−" if row.get("direction") == "down" else ""
    high = row.get("value_high")
    upper = "" if high is None or pd.isna(high) else f"–{high:,.4g}"
    unit = SHORT_UNIT.get(str(row["unit"]), f" {row['unit']}")
    target = " (target)" if row.get("status") == "target" else ""
    indicator = "indicator not found" if pd.isna(row["indicator"]) else printable(row["indicator"])
    approx = f"{row['approx']} " if row.get("approx") in APPROXIMATORS else ""
    basis = f" {printable(row['basis'])}" if str(row.get("basis")).startswith("vs ") else ""
    return f"{indicator}, {approx}{minus}{row['value']:,.4g}{upper}{unit}{basis}{target}"


def undrawn(figures: pd.DataFrame) -> str:
    """The note on growth that a chart cannot place: which figures, and why; empty when there is none."""
    growth = figures[figures["kind"].isin(GROWTH)]
    no_number = growth[growth["value"].isna()]
    no_period = growth[growth["value"].notna() & (growth["period_start"].isna() | growth["period_end"].isna())]
    notes = []
    for rows, why in ((no_period, "no period that can be resolved"), (no_number, "said without a number")):
        if len(rows):
            named = [f"{fitted(r.indicator, 48, 1)} ({printable(r.text)})" for r in rows.head(N_NAMED).itertuples()]
            more = f" and {len(rows) - N_NAMED} more" if len(rows) > N_NAMED else ""
            notes.append(f"Not drawn, {why}: {'; '.join(named)}{more}.")
    return " ".join(notes)
