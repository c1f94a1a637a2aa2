"""A corpus and a codebook in, a blind sheet of sentences for human coders out, and its key.

The sheet does not show what the codebook finds. The key, which coders do not get, says which stratum each sentence
was drawn from and how many sentences it stands for: half of the sheet is drawn from sentences without a hit, far
fewer than their share, and recall would look too good if each sentence counted the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from ..codebook import Codebook
from ..speaking import group_columns, spoken
from ..themes import theme_hits

if TYPE_CHECKING:
    from ..corpus import Corpus

SEED = 20240426
NO_HIT = "no hit"
MARK, NONE, REMARK = "1", "none", "remark"
SHOWN = ("item", "before", "sentence", "after")
KEY_COLUMNS = ("item", "stratum", "stands_for", "doc_id", "turn", "sentence", "start", "end", "text")
HOW_TO = (
    "Read the sentence in its column; the sentences before and after are there to help you understand it.",
    "Write 1 under every theme that the sentence is about, by the definitions below. Several may apply.",
    "Write 1 under `none` when no theme applies: a row left wholly blank counts as not coded.",
    "Do not look at what the program finds, and do not talk to the other coder before both sheets are finished.",
)


def draw_sheet(
    corpus: Corpus, codebook: Codebook, n: int = 200, by: str | Sequence[str] = ("year",), seed: int = SEED
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Sentences for human coding, drawn by chance within strata.

    Parameters
    ----------
    corpus : Corpus
    codebook : Codebook
    n : int
        Sentences to draw: half without a hit, half shared out among the themes, the rarest first.
    by : str or sequence of str
        Columns of `pressroom.spoken` over which each stratum is spread evenly, such as `year` and `province`.
    seed : int
        The same seed draws the same sentences.

    Returns
    -------
    sheet : pandas.DataFrame
        One row a sentence, in random order: `item, before, sentence, after`, an empty column for each theme,
        `none` and `remark`.
    key : pandas.DataFrame
        `item, stratum` (a theme or `no hit`)`, stands_for` (sentences of the stratum for each one drawn)`, doc_id,
        turn, sentence, start, end, text`.

    Raises
    ------
    ValueError
        If the corpus has no sentence, or fewer than two are to be drawn.

    Examples
    --------
    >>> import pressroom as pr
    >>> codebook = pr.Codebook.load(pr.project_path("data/codebook/themes.yaml"))
    >>> sheet, key = draw_sheet(pr.read(pr.project_path("seeds")), codebook, n=10)
    >>> len(sheet), "stratum" in sheet
    (10, False)
    """
    sentences = corpus.sentences.reset_index(drop=True)
    if n < 2 or sentences.empty:
        raise ValueError(f"cannot draw {n} of {len(sentences)} sentences; give 2 or more, and pages with speech")
    turns = spoken(corpus)
    groups = group_columns(by, turns)
    strata = _strata(sentences, theme_hits(corpus, codebook), codebook)
    order = sentences.merge(turns[["doc_id", "turn", *(g for g in groups if g != "doc_id")]], on=["doc_id", "turn"])
    random = np.random.default_rng(seed)
    drawn: list[tuple[int, str, float]] = []
    for stratum, size in _shares(strata, n).items():
        members = strata.index[strata == stratum].to_numpy()
        mixed = order.loc[random.permutation(members)].sort_values(groups, kind="stable", na_position="last")
        # Every k-th of the sentences laid out by group, from a random start: each group gets its share.
        places = (random.random() + np.arange(size)) * len(members) / size
        drawn += [(int(mixed.index[int(p)]), stratum, len(members) / size) for p in places]
    picked = [drawn[n] for n in random.permutation(len(drawn))]
    rows = sentences.loc[[at for at, *_ in picked]].reset_index(drop=True)
    items = [f"s{n:04d}" for n in range(1, len(rows) + 1)]
    key = rows.drop(columns="n_words").assign(
        item=items, stratum=[s for _, s, _ in picked], stands_for=[w for *_, w in picked]
    )
    return _sheet(corpus, rows, items, codebook), key[list(KEY_COLUMNS)]


def _strata(sentences: pd.DataFrame, hits: pd.DataFrame, codebook: Codebook) -> pd.Series[str]:
    """Each sentence's stratum: the rarest of the themes found in it, or `no hit`."""
    keys = ["doc_id", "turn", "sentence"]
    found = hits.drop_duplicates([*keys, "theme"])
    sizes = found["theme"].value_counts()
    order = {theme.id: n for n, theme in enumerate(codebook.themes)}
    ranked = found.assign(_size=found["theme"].map(sizes), _order=found["theme"].map(order))
    rarest = ranked.sort_values(["_size", "_order"]).drop_duplicates(keys)[[*keys, "theme"]]
    return sentences[keys].merge(rarest, on=keys, how="left")["theme"].fillna(NO_HIT)


def _shares(strata: pd.Series[str], n: int) -> dict[str, int]:
    """How many sentences to draw from each stratum: themes share half, the smallest first; the rest is `no hit`."""
    sizes = strata.value_counts()
    themes = sizes.drop(NO_HIT, errors="ignore").sort_values(kind="stable")
    left = max(n // 2, n - int(sizes.get(NO_HIT, 0)))
    shares: dict[str, int] = {}
    for done, (theme, size) in enumerate(themes.items()):
        shares[str(theme)] = min(int(size), -(-left // (len(themes) - done)))
        left -= shares[str(theme)]
    shares[NO_HIT] = min(int(sizes.get(NO_HIT, 0)), n - sum(shares.values()))
    return {stratum: size for stratum, size in shares.items() if size}


def _sheet(corpus: Corpus, rows: pd.DataFrame, items: list[str], codebook: Codebook) -> pd.DataFrame:
    texts = {(s.doc_id, s.turn, s.sentence): s.text for s in corpus.sentences.itertuples(index=False)}
    around = [
        (texts.get((r.doc_id, r.turn, r.sentence - 1), ""), r.text, texts.get((r.doc_id, r.turn, r.sentence + 1), ""))
        for r in rows.itertuples(index=False)
    ]
    shown = pd.DataFrame([(item, *three) for item, three in zip(items, around, strict=True)], columns=list(SHOWN))
    empty = [theme.id for theme in codebook.themes]
    return shown.assign(**dict.fromkeys([*empty, NONE, REMARK], "")).astype("str")


def write_sheet(sheet: pd.DataFrame, key: pd.DataFrame, codebook: Codebook, folder: str | Path) -> list[Path]:
    """Write `sheet.csv`, `sheet.xlsx` with the instructions, and `sheet.key.csv`, which coders do not get.

    Returns
    -------
    list of pathlib.Path

    Raises
    ------
    ValueError
        If a sheet is there already: it may hold somebody's coding.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in ("sheet.csv", "sheet.xlsx", "sheet.key.csv")]
    there = next((path for path in paths if path.exists()), None)
    if there:
        raise ValueError(f"{there} is there already and may hold somebody's coding; name another folder with --out")
    book = _workbook(sheet, codebook)
    sheet.to_csv(paths[0], index=False, lineterminator="\n", encoding="utf-8-sig")  # Excel needs the mark for UTF-8
    book.save(paths[1])
    key.to_csv(paths[2], index=False, lineterminator="\n")
    return paths


def _workbook(sheet: pd.DataFrame, codebook: Codebook) -> Any:
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    coding, how_to = book.active, book.create_sheet("how to code")
    coding.title = "coding"
    themes = {theme.id for theme in codebook.themes} | {NONE}
    for column, name in enumerate(sheet.columns, start=1):
        for row, value in enumerate([name, *sheet[name]], start=1):
            cell = coding.cell(row, column)
            # A sentence that begins with = is a sentence, not a formula.
            cell.value, cell.data_type = ILLEGAL_CHARACTERS_RE.sub(" ", value) or None, "s" if value else "n"
            cell.alignment = Alignment(
                wrap_text=True, vertical="top", textRotation=90 if row == 1 and name in themes else 0
            )
            cell.font = Font(bold=row == 1 or name == "sentence")
        coding.column_dimensions[cell.column_letter].width = {"item": 8, "sentence": 60}.get(
            name, 5 if name in themes else 36
        )
    marks = DataValidation(type="list", formula1='"1,0"', allow_blank=True, showErrorMessage=True)
    coding.add_data_validation(marks)
    first, last = len(SHOWN) + 1, len(sheet.columns) - 1
    marks.add(f"{coding.cell(2, first).coordinate}:{coding.cell(len(sheet) + 1, last).coordinate}")
    coding.freeze_panes = coding.cell(2, 2)
    for line in HOW_TO:
        how_to.append([line])
    how_to.append([])
    for theme in codebook.themes:
        how_to.append([theme.id, theme.label, theme.definition, *theme.examples[:1]])
    return book
