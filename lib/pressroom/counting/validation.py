"""Coded sheets in, how well coders agree with each other and the codebook with them out.

Krippendorff's alpha (Krippendorff, 2019) for each theme, nominal, with a percentile bootstrap over sentences;
precision, recall and F1 of the codebook against what the coders agree on.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import math
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from ..codebook import Codebook
from ..themes import find_themes
from .coded_sheets import CodedSheets

USABLE, TENTATIVE = 0.80, 0.667  # Krippendorff's own bounds
N_RESAMPLES, SEED, LEVEL = 1000, 20240426, 0.95
FEW = 10
COLUMNS = (
    "theme", "n_sentences", "n_coders", "n_disputed", "alpha", "alpha_low", "alpha_high", "n_coded", "n_found",
    "precision", "recall", "f1", "verdict", "note",
)  # fmt: skip


def score_sheets(paths: str | Path | Sequence[str | Path], codebook: Codebook) -> pd.DataFrame:
    """One or two coded sheets and the codebook in, agreement and accuracy of each theme out.

    Parameters
    ----------
    paths : path or sequence of paths
        Sheets of `pressroom codebook sample`, filled in: CSV or Excel. The key beside a sheet (`sheet.key.csv`), if
        it is there, says how many sentences each one stands for.
    codebook : Codebook

    Returns
    -------
    pandas.DataFrame
        One row a theme:

        - `n_sentences` : coded by every coder; `n_disputed` : of those, where the coders differ;
        - `alpha, alpha_low, alpha_high` : Krippendorff's alpha and its 95 % interval, null for one coder;
        - `n_coded`, `n_found` : sentences that the coders, that the codebook, give the theme, disputed ones left out;
        - `precision, recall, f1` : of the codebook, each sentence weighted by what it stands for;
        - `verdict` : `usable` (alpha at least .80), `tentative` (.667), `do not publish`, or `agreement not known`;
        - `note`.

    Raises
    ------
    ValueError
        If a sheet is missing, has not the right columns or a mark that means nothing, or the two are not of the same
        sentences; the message names file, row and column.
    """
    sheets = CodedSheets.load([paths] if isinstance(paths, str | Path) else list(paths), codebook)
    found = [{hit.theme for hit in find_themes(sentence, codebook)} for sentence in sheets.sentences]
    rows = []
    for theme in sheets.themes:
        machine = np.array([theme in themes for themes in found])
        rows.append({"theme": theme, **_scored(sheets.marks[theme], machine, sheets.weights)})
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _scored(marks: np.ndarray, machine: np.ndarray, weights: np.ndarray | None) -> dict[str, object]:
    """Marks (coders x sentences) and what the codebook finds in, a row of the table out."""
    n_coders, n_sentences = marks.shape
    agreed = (marks == marks[0]).all(axis=0)
    truth, found = marks[0][agreed], machine[agreed]
    weight = np.ones(len(truth)) if weights is None else weights[agreed]
    both = float(weight[truth & found].sum())
    precision = both / float(weight[found].sum()) if found.any() else math.nan
    recall = both / float(weight[truth].sum()) if truth.any() else math.nan
    either = float(weight[found].sum() + weight[truth].sum())
    f1 = 2 * both / either if either else math.nan
    alpha, low, high = _alpha_with_interval(marks)
    remarks = [] if weights is not None else ["no key beside the sheet: recall is that of the sheet, not of the corpus"]
    if truth.sum() < FEW:
        remarks.append(f"fewer than {FEW} sentences have it")
    if n_coders > 1 and math.isnan(alpha):
        remarks.append("no alpha: every sentence has the same mark")
    return {
        "n_sentences": n_sentences, "n_coders": n_coders, "n_disputed": int((~agreed).sum()), "alpha": alpha,
        "alpha_low": low, "alpha_high": high, "n_coded": int(truth.sum()), "n_found": int(found.sum()),
        "precision": precision, "recall": recall, "f1": f1, "verdict": _verdict(alpha), "note": "; ".join(remarks),
    }  # fmt: skip


def _verdict(alpha: float) -> str:
    if math.isnan(alpha):
        return "agreement not known"
    return "usable" if alpha >= USABLE else "tentative" if alpha >= TENTATIVE else "do not publish"


def _alpha_with_interval(marks: np.ndarray) -> tuple[float, float, float]:
    n_coders, n_sentences = marks.shape
    if n_coders < 2 or n_sentences == 0:
        return math.nan, math.nan, math.nan
    random = np.random.default_rng(SEED)
    draws = random.integers(n_sentences, size=(N_RESAMPLES, n_sentences))
    # All that alpha asks of a sentence is how many coders gave it the theme; equal ones are counted together.
    yes = marks.sum(axis=0)
    alphas = [_alpha(np.bincount(yes[draw], minlength=n_coders + 1)) for draw in draws]
    known = [a for a in alphas if not math.isnan(a)]
    low, high = np.quantile(known, [(1 - LEVEL) / 2, (1 + LEVEL) / 2]) if known else (math.nan, math.nan)
    return _alpha(np.bincount(yes, minlength=n_coders + 1)), float(low), float(high)


def _alpha(sentences_by_yes: np.ndarray) -> float:
    """How many sentences got 0, 1, 2 … marks in, Krippendorff's alpha out; not a number where nothing varies."""
    import krippendorff

    n_coders = len(sentences_by_yes) - 1
    if not sentences_by_yes[1:].any() or not sentences_by_yes[:-1].any():
        return math.nan
    yes = np.repeat(np.arange(n_coders + 1), sentences_by_yes)
    counts = np.stack([n_coders - yes, yes], axis=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))


# the latest result, beside the codebook -----------------------------------------------------------------------


def result_path(codebook: Codebook) -> Path:
    """Where the latest result for a codebook is kept: `themes.validation.json` beside `themes.yaml`."""
    return Path(codebook.source).with_suffix(".validation.json")


def keep_result(table: pd.DataFrame, codebook: Codebook, sheets: Sequence[str | Path], day: dt.date) -> Path:
    """Write the latest result beside the codebook, with the day, the sheets' names and the codebook's fingerprint."""
    path = result_path(codebook)
    kept = {
        "scored": day.isoformat(),
        "sheets": [Path(sheet).name for sheet in sheets],
        "codebook_sha256": _fingerprint(codebook),
        "themes": json.loads(table.to_json(orient="records")),
    }
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def validation_result(codebook: Codebook) -> pd.DataFrame:
    """A codebook in, the latest result of `pressroom codebook score` for exactly this codebook out; else no row."""
    kept = _kept(codebook)
    valid = kept is not None and kept["codebook_sha256"] == _fingerprint(codebook)
    return pd.DataFrame(kept["themes"] if kept and valid else [], columns=list(COLUMNS))


def validation_note(codebook: Codebook) -> str:
    """A codebook in, one sentence for beside a chart out: how it was validated, or that it was not.

    Examples
    --------
    >>> validation_note(Codebook((), "nowhere/themes.yaml"))
    'Not validated: no sample coded by people has been scored for this codebook.'
    """
    kept = _kept(codebook)
    if kept is None:
        return "Not validated: no sample coded by people has been scored for this codebook."
    if kept["codebook_sha256"] != _fingerprint(codebook):
        return f"Not validated: the codebook was changed after its sample was scored on {kept['scored']}."
    table = pd.DataFrame(kept["themes"], columns=list(COLUMNS))
    n_sentences, n_coders = int(table["n_sentences"].max()), int(table["n_coders"].max())
    coders = "two coders" if n_coders == 2 else "one coder"
    verdicts = table["verdict"].value_counts()
    listed = ", ".join(f"{n} {verdict}" for verdict, n in verdicts.items())
    on = f"Validated on {n_sentences:,} sentences by {coders}, scored on {kept['scored']}"
    return f"{on}: of {len(table)} themes {listed}; median F1 {table['f1'].median():.2f}."


def _kept(codebook: Codebook) -> dict[str, Any] | None:
    path = result_path(codebook)
    try:
        kept: dict[str, Any] | None = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
    except ValueError as error:
        raise ValueError(
            f"{path}: no result of `pressroom codebook score` ({error}); score the sheets again"
        ) from error
    return kept


def _fingerprint(codebook: Codebook) -> str:
    """Of the terms alone: a reworded definition does not undo a validation."""
    terms = [(t.id, t.strong, t.weak, t.exact, t.needs, t.exclude) for t in codebook.themes]
    return hashlib.sha256(json.dumps(terms, ensure_ascii=False).encode()).hexdigest()
