"""Pages in, the time that reading and segmenting them takes: it grows with their length only."""

import time

import pytest

from conftest import PAGE, SEED, many_speakers
from pressroom.corrections import default_corrections
from pressroom.documents import read_documents
from pressroom.reading import read_page

CORRECTIONS = default_corrections()


def seconds(contents: list[str]) -> float:
    """Processor time of reading some texts, each a page of a conference of its own."""
    start = time.process_time()
    for content in contents:
        read_documents([read_page("page.txt", content.encode())], CORRECTIONS)
    return time.process_time() - start


# one style each: names on their lines, letters and blanks in wrapped lines, names in marks
WRAPPED = (
    "Q    How many pears were there last year, and where in the wide world were they\nsold?\n\nMS. SUN:  Many.\n\n"
)
MARKED = "**Beiling Daily**\n\nHow many pears?\n\n**Sun Peili**\n\nThank you for the question. A good many pears.\n\n"


@pytest.mark.parametrize("text", [SEED.read_text(encoding="utf-8"), PAGE, WRAPPED, MARKED, many_speakers(20)])
def test_time_grows_with_length_only(text: str) -> None:
    once = 20_000 // len(text) + 1
    seconds([text * once])
    short, long = min(seconds([text * once]) for _ in range(5)), min(seconds([text * once * 10]) for _ in range(3))
    assert long < 40 * short  # ten times in peace; a hundred if it grew with the square


def test_a_long_page_is_read_at_some_megabytes_a_second() -> None:
    text = SEED.read_text(encoding="utf-8") * 200
    spent = min(seconds([text]) for _ in range(3))
    assert len(text) / spent > 4e6, f"{len(text) / spent / 1e6:.1f} million characters a second"


def test_a_short_page_is_read_in_some_milliseconds() -> None:
    seconds([PAGE])
    assert min(seconds([PAGE] * 20) for _ in range(3)) / 20 < 0.010
