"""Files that human coders filled in, in; their marks, sentence by sentence, out."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from ..codebook import Codebook
from .coding_sheet import NONE

YES, NO = {"1", "1.0", "x", "yes", "y", "true"}, {"0", "0.0", "no", "n", "false", ""}
NEEDED = ("item", "sentence")


@dataclass(frozen=True)
class CodedSheets:
    """What one or two coders marked, on the sentences that all of them coded.

    Attributes
    ----------
    sentences : list of str
    themes : list of str
        Those of the codebook that every sheet has a column for.
    marks : dict of str to numpy.ndarray
        Theme to marks, coders x sentences.
    weights : numpy.ndarray or None
        How many sentences of the corpus each one stands for; null without a key.
    """

    sentences: list[str]
    themes: list[str]
    marks: dict[str, np.ndarray]
    weights: np.ndarray | None

    @classmethod
    def load(cls, paths: Sequence[str | Path], codebook: Codebook) -> CodedSheets:
        """Read the sheets; see `pressroom.score_sheets` for what is refused."""
        sheets = [_read(Path(path), codebook) for path in paths]
        themes = [t.id for t in codebook.themes if all(t.id in sheet.columns for sheet in sheets)]
        first = sheets[0]
        items = [item for item in first.index if all(item in sheet.index for sheet in sheets)]
        for path, sheet in zip(paths[1:], sheets[1:], strict=True):
            for item in items:
                if sheet.loc[item, "sentence"] != first.loc[item, "sentence"]:
                    raise ValueError(
                        f"{path}: {item} is another sentence than in {paths[0]}; score sheets of one sample"
                    )
        if not items:
            raise ValueError(f"{' and '.join(map(str, paths))}: no sentence is coded in all of them; code some first")
        marks = {t: np.array([sheet.loc[items, t].to_numpy(dtype=bool) for sheet in sheets]) for t in themes}
        return cls(
            first.loc[items, "sentence"].tolist(),
            themes,
            marks,
            _weights([Path(p) for p in paths], first.loc[items, "sentence"]),
        )


def _read(path: Path, codebook: Codebook) -> pd.DataFrame:
    """A sheet by item, its theme columns true or false; rows that nobody coded are left out."""
    table = _cells(path)
    themes = [theme.id for theme in codebook.themes]
    missing = [name for name in NEEDED if name not in table.columns]
    coded = [name for name in themes if name in table.columns]
    if missing or not coded:
        wanted = f"{', '.join(NEEDED)} and a column for each theme, such as {', '.join(themes[:3])}"
        found = ", ".join(map(str, table.columns)) or "no column"
        raise ValueError(f"{path}: not a coding sheet of this codebook: it has {found}; it needs {wanted}")
    double = table["item"][table["item"].duplicated()]
    if len(double):
        raise ValueError(f"{path}: {double.iloc[0]} stands in two rows; leave one")
    marks = table[[*coded, *([NONE] if NONE in table.columns else [])]].map(lambda cell: cell.strip().lower())
    for name in marks.columns:
        for row, cell in enumerate(marks[name], start=2):
            if cell not in YES | NO:
                raise ValueError(f"{path}, row {row}, column {name!r}: {cell!r} is no mark; write 1, 0 or nothing")
    anything = (marks != "").any(axis=1)
    table[coded] = marks[coded].isin(YES)
    kept: pd.DataFrame = table[anything].set_index("item")[["sentence", *coded]]
    return kept


def _cells(path: Path) -> pd.DataFrame:
    """A CSV or Excel file as text, nothing for an empty cell."""
    if not path.is_file():
        raise ValueError(f"{path}: there is no such sheet; draw one with `pressroom codebook sample`")
    try:
        if path.suffix.lower() == ".xlsx":
            table = pd.read_excel(path, dtype=str, keep_default_na=False)
        else:
            table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig", sep=None, engine="python")
    except (ValueError, KeyError, zipfile.BadZipFile) as error:
        raise ValueError(
            f"{path}: no CSV or Excel table ({error}); save the sheet as .csv in UTF-8 or as .xlsx"
        ) from error
    return table.fillna("").astype("str").astype("object")


def _weights(paths: Sequence[Path], sentences: pd.Series[str]) -> np.ndarray | None:
    """How many sentences each item stands for, from the key beside a sheet that has these items and sentences."""
    folders = dict.fromkeys(path.parent for path in paths)
    for key in (key for folder in folders for key in sorted(folder.glob("*.key.csv"))):
        table = pd.read_csv(key, dtype=str, keep_default_na=False).set_index("item")
        if {"stands_for", "text"} <= set(table.columns) and set(sentences.index) <= set(table.index):
            rows = table.loc[sentences.index]
            if rows["text"].tolist() == sentences.tolist():
                return rows["stands_for"].to_numpy(dtype=float)
    return None
