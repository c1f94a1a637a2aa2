"""Tables of results in, the sentence that each chart illustrates out: what a notebook says before it draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ..prose import Note, counted, listed, plain
from ..tables import GROWTH

if TYPE_CHECKING:
    from ..codebook import Codebook
    from ..corpus import Corpus


def corpus_read(corpus: Corpus) -> Note:
    """A corpus in, what was read of it out: conferences, days, turns, words, pages that are missing.

    Examples
    --------
    >>> import pressroom as pr
    >>> print(corpus_read(pr.read(pr.project_path("seeds"))))
    **1 conference**, held 2024\\-04\\-26: 3 turns, 37 sentences, 670 words. 1 of 11 pages is here.
    """
    documents = corpus.documents
    days = sorted(documents["held"].dropna())
    when = "" if not days else f", held {days[0]}" if days[0] == days[-1] else f", held {days[0]} to {days[-1]}"
    amount = ", ".join(
        [
            counted(len(corpus.turns), "turn"),
            counted(len(corpus.sentences), "sentence"),
            counted(corpus.turns["n_words"].sum(), "word"),
        ]
    )
    expected = int(documents["pages_expected"].fillna(0).sum())
    numbered = corpus.pages["doc_id"].isin(documents.dropna(subset="pages_expected")["doc_id"])
    n_pages = int((numbered & corpus.pages["start"].notna()).sum())
    pages = f" {n_pages} of {counted(expected, 'page')} {'is' if n_pages == 1 else 'are'} here." if expected else ""
    return Note(f"**{counted(len(documents), 'conference')}**{plain(when)}: {amount}.{pages}")


def heading(corpus: Corpus) -> Note:
    """A corpus of one conference in, its title, day, publisher and address out."""
    document = corpus.documents.iloc[0]
    title = "A page without a title" if pd.isna(document["title"]) else document["title"]
    told = [corpus_read(corpus).markdown]
    if not pd.isna(document["publisher"]):
        told.append(f"Transcript: {plain(document['publisher'])}, posted {plain(document['published'])}.")
    told += [f"Address: {plain(url)}" for url in corpus.pages["url"].dropna().head(1)]
    return Note(f"## {plain(title)}\n\n" + " ".join(told))


def speakers(shares: pd.DataFrame) -> Note:
    """Shares by speaker in, who speaks most and how the rest is spread out."""
    if shares.empty:
        return Note("Nobody speaks in this corpus.")
    first = shares.iloc[0]
    said = (
        f"**{plain(first['speaker'])}** ({first['kind']}) says most: {counted(first['n_words'], 'word')}, "
        f"{first['share_pct']:.1f}% of all, in {counted(first['n_turns'], 'turn')}."
    )
    half = int((shares["share_pct"].cumsum() < 50).sum()) + 1
    rest = (
        f" {counted(half, 'speaker')} of {len(shares)} {'has' if half == 1 else 'have'} half of all the words."
        if len(shares) > 2
        else ""
    )
    return Note(said + rest)


def sides(functions: pd.DataFrame) -> Note:
    """Shares by function in, how questions compare with answers out."""
    words = dict(zip(functions["function"], functions["n_words"], strict=True))
    asked, answered = int(words.get("question", 0)), int(words.get("answer", 0))
    if not asked:
        return Note("No question is asked on these pages.")
    return Note(
        f"For every word of a question there are **{answered / asked:.1f} words of answer**: "
        f"{counted(answered, 'word')} answer {counted(asked, 'word')}."
    )


def questions(asked: pd.DataFrame) -> Note:
    """Questions with their answers in, how many are answered and by how many people out."""
    if asked.empty:
        return Note("No question is asked on these pages.")
    open_ = int((asked["n_answers"] == 0).sum())
    several = int((asked["n_answers"] > 1).sum())
    told = [f"**{counted(len(asked), 'question')}**, {len(asked) - open_} answered on these pages"]
    if several:
        told.append(f"{several} of them in several turns")
    if open_:
        told.append(f"{open_} without an answer")
    return Note("; ".join(told) + ".")


def themes(rates: pd.DataFrame, codebook: Codebook) -> Note:
    """Rates of themes over a whole corpus in, the theme named most and those never named out."""
    named = rates[rates["n_hits"] > 0].sort_values("n_hits", ascending=False, kind="stable")
    labels = {theme.id: theme.label for theme in codebook.themes}
    silent = [plain(label) for theme, label in labels.items() if theme not in set(named["theme"])]
    if named.empty:
        return Note("No theme of the codebook is named in this corpus.")
    first = named.iloc[0]
    most = (
        f"Named most: **{plain(labels[first['theme']])}**, {counted(first['n_hits'], 'time')}, "
        f"{first['rate_per_1000']:.1f} per 1,000 words, in {counted(first['n_turns'], 'turn')}."
    )
    return Note(most + (f" Never named: {listed(silent, 8)}." if silent else ""))


def validation(codebook: Codebook) -> Note:
    """A codebook in, how well it agrees with human coders out, or that nobody has tested it."""
    from ..counting.validation import validation_note

    return Note(plain(validation_note(codebook)))


def figures(table: pd.DataFrame) -> Note:
    """Growth figures in, how many there are and of which kind out."""
    if table.empty:
        return Note("No figure is stated in this corpus.")
    growth = int(table["kind"].isin(GROWTH).sum())
    targets = int((table["status"] == "target").sum())
    return Note(
        f"**{counted(len(table), 'figure')}**, of which {growth} {'is' if growth == 1 else 'are'} growth (a rate of "
        f"change, or a change in points); {targets} {'is a target' if targets == 1 else 'are targets'}. "
        "Counts of measures, amounts and shares are figures, but not growth."
    )


def growth(table: pd.DataFrame) -> Note:
    """Growth figures in, the highest and the lowest rate with their words out."""
    rates = table[(table["kind"] == "growth_rate") & table["value"].notna() & (table["status"] == "achieved")]
    if rates.empty:
        return Note("No growth rate with a number is stated in this corpus.")
    signed = rates["value"].where(rates["direction"] != "down", -rates["value"])
    ends = [rates.loc[signed.idxmax()]] + ([rates.loc[signed.idxmin()]] if len(rates) > 1 else [])
    heads = ("Highest", "Lowest")
    return Note.of(
        f"{head}: **{plain(row['text'])}**, {plain(row['indicator'])} ({_period(row)}): “{plain(row['quote'])}”"
        for head, row in zip(heads, ends, strict=False)
    )


def _period(row: pd.Series) -> str:
    if pd.isna(row["period_start"]):
        return "period not resolved"
    return plain(f"{row['period_start']} to {row['period_end']}, the last day not included")


def indicator(followed: pd.DataFrame) -> Note:
    """The growth figures of one indicator in, what is followed and how far out."""
    if followed.empty:
        return Note("No growth of this indicator is stated in this corpus.")
    n_conferences = followed["doc_id"].nunique()
    return Note(
        f"**{plain(followed['indicator'].iloc[0])}**: {counted(len(followed), 'growth figure')} from "
        f"{counted(n_conferences, 'conference')}."
        + (" No course can be read from one conference." if n_conferences == 1 else "")
    )
