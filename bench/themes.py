"""Find the codebook's terms in the same text four ways, in one run: how fast each is, and why counts differ.

    python bench/themes.py [--mb 10]

The text is the labelled pages of tests/gold, over and over. spaCy and NLTK know no wildcards, so the first round
has the terms without one; the second round has all terms. Each way gets the text page by page and gives the number
of places it found. Seconds are those of the processor, so that a busy machine tells no
other story. spaCy is no dependency of the project: without it, its row says so.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from nltk.tokenize import MWETokenizer

from pressroom.codebook import Codebook
from pressroom.counting.dictionary import Dictionary
from pressroom.counting.matching import Terms, fold
from pressroom.counting.quanteda import Lookup, Tokens
from pressroom.words import WORD

ROOT = Path(__file__).parents[1]
Pages = Sequence[str]
Way = Callable[[Pages, Sequence[str]], Counter[str]]


def ours(pages: Pages, terms: Sequence[str]) -> Counter[str]:
    """All terms at once, overlapping ones too."""
    find = Terms([(term, False) for term in terms])
    return Counter(terms[number] for page in pages for _, _, number in find.find(page))


def plain_loop(pages: Pages, terms: Sequence[str]) -> Counter[str]:
    """What one writes first: an expression a term, one after the other."""
    found: Counter[str] = Counter()
    for term in terms:
        find = re.compile(rf"\b{re.escape(term)}\b".replace(r"\*", r"\w*").replace(r"\?", r"\w"), re.IGNORECASE)
        found[term] = sum(len(find.findall(page)) for page in pages)
    return +found


def spacy_matcher(pages: Pages, terms: Sequence[str]) -> Counter[str]:
    """Tokens by spaCy's rules, then its matcher of phrases in small letters."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for term in terms:
        matcher.add(term, [nlp.make_doc(term)])
    return Counter(nlp.vocab.strings[key] for page in pages for key, _, _ in matcher(nlp.make_doc(page)))


def nltk_tokenizer(pages: Pages, terms: Sequence[str]) -> Counter[str]:
    """Words by the rule of words.py, joined by NLTK where they are a term; the longest wins."""
    by_words = {tuple(WORD.findall(term.lower())): term for term in terms}
    tokenizer = MWETokenizer(list(by_words), separator=" ")
    by_token = {" ".join(words): term for words, term in by_words.items()}
    found: Counter[str] = Counter()
    for page in pages:
        tokens = tokenizer.tokenize(WORD.findall(page.lower()))
        found.update(by_token[token] for token in tokens if token in by_token)
    return found


WAYS: dict[str, Way] = {
    "pressroom, one pass": ours,
    "re, one expression a term": plain_loop,
    "spaCy PhraseMatcher, blank English": spacy_matcher,
    "NLTK MWETokenizer": nltk_tokenizer,
}


def main() -> None:
    """Print the two tables and the terms on which the ways differ most."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mb", type=float, default=10, help="megabytes of text, in UTF-8")
    size = parser.parse_args().mb * 1e6
    gold = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/gold").glob("*.txt"))]
    pages = gold * max(1, round(size / sum(len(page.encode()) for page in gold)))
    codebook = Codebook.load(ROOT / "data/codebook/themes.yaml")
    roles = ("strong", "exact", "weak", "needs", "exclude")
    terms = list(dict.fromkeys(t.lower() for theme in codebook.themes for role in roles for t in getattr(theme, role)))
    literal = [term for term in terms if "*" not in term and "?" not in term]
    megabytes = sum(len(page.encode()) for page in pages) / 1e6
    print(f"{len(pages):,} pages, {megabytes:.1f} MB; {platform.python_version()}, {os.cpu_count()} cores, one used\n")
    race("terms without a wildcard", WAYS, pages, literal, megabytes)
    explain(gold, literal)
    race("all terms", {name: WAYS[name] for name in list(WAYS)[:2]}, pages, terms, megabytes)
    quanteda_semantics(pages, codebook, megabytes)


def race(what: str, ways: dict[str, Way], pages: Pages, terms: Sequence[str], megabytes: float) -> None:
    """Run each way once and print its row."""
    print(f"{len(terms)} {what}\n\n| way | CPU seconds | MB/s | places found |\n|---|---:|---:|---:|")
    for name, way in ways.items():
        start = time.process_time()
        try:
            n_places = way(pages, terms).total()
        except ImportError as error:
            print(f"| {name} | not installed ({error.name}) | | |")
            continue
        seconds = time.process_time() - start
        print(f"| {name} | {seconds:.2f} | {megabytes / seconds:.1f} | {n_places:,} |")
        sys.stdout.flush()
    print()


def explain(gold: Pages, terms: Sequence[str]) -> None:
    """On the pages once: what is left of the differences when the other ways get what ours does for itself."""
    folded = [fold(page)[0] for page in gold]
    plain = {term: fold(term)[0] for term in terms}
    every, looped = ours(gold, terms), plain_loop(folded, list(plain.values()))
    missed = ", ".join(term for term, spelling in plain.items() if every[term] != looped[spelling])
    longest, nltk = apart(gold, terms), nltk_tokenizer(gold, terms).total()
    print(f"Why the numbers differ, on the {len(gold)} pages once, where ours finds {every.total():,} places:")
    print(f"- with spaces, hyphens and apostrophes made equal beforehand the re loop finds {looped.total():,};")
    print(f"  what is left, {missed}, ends in an apostrophe, after which \\b is no boundary;")
    print(f"- without places inside longer ones ours has {longest:,}, NLTK, which gives the longest only, {nltk:,}.\n")


def apart(pages: Pages, terms: Sequence[str]) -> int:
    """Places of ours that do not overlap, the longest that begins first going before the others."""
    find, places = Terms([(term, False) for term in terms]), 0
    for page in pages:
        end = -1
        for start, stop, _ in sorted(find.find(page), key=lambda found: (found[0], -found[1])):
            if start >= end:
                places, end = places + 1, stop
    return places


def quanteda_semantics(pages: Pages, codebook: Codebook, megabytes: float) -> None:
    """The other way of counting: tokens once, then the dictionary."""
    patterns = [t for theme in codebook.themes for t in theme.strong]
    print("counting as quanteda does\n\n| step | CPU seconds | MB/s |\n|---|---:|---:|")
    start = time.process_time()
    tokens = Tokens(pages)
    middle = time.process_time()
    print(f"| tokens: {len(tokens.types):,} | {middle - start:.2f} | {megabytes / (middle - start):.1f} |")
    for size in (28, len(patterns)):
        begin = time.process_time()
        found = len(Lookup(Dictionary.of({"key": patterns[:size]})).matches(tokens))
        print(f"| lookup of {size} patterns: {found:,} hits | {time.process_time() - begin:.2f} | |")


if __name__ == "__main__":
    main()
