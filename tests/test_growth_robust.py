"""Any text in: malformed numbers, tables, one endless paragraph. No crash, no invented value, linear time."""

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.growth import find_figures
from pressroom.growth.doubts import CODES

HELD = date(2024, 4, 26)


@pytest.mark.parametrize(
    "text",
    [
        "Sales came to 46,61 billion yuan.",
        "Sales rose 1.2.3 %.",
        "Output was abc123 and rose5.2% here.",
        "Nothing in here is a number.",
        "",
        "\ufeff\u200b \u00a0",
    ],
)
def test_what_is_malformed_gives_no_value(text: str) -> None:
    assert find_figures(text, [(0, len(text))], HELD) == []


def test_a_table_pasted_as_text_gives_only_doubtful_figures() -> None:
    text = "Region\t2022\t2023\nNorth\t1,200\t1,350\nSouth\t980\t1,020\n"
    assert all(f.doubts for f in find_figures(text, [(0, len(text))], HELD))


PIECES = [
    "5%, ", "up 5% and ", "((1", "1-", "1,", "from 5 to ", "one in ", "since 5 ", "tens of thousands of ", "a b ", "x",
    "exports rose 5% in 2023, ", "is to be expected to ", "half a ", "between 5 and ", "\u00a01 ",
    "1 1 1 ", "2023 ", "12 500 ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_time_is_linear_on_hostile_input(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        start = time.process_time()
        find_figures(text, [(0, length)], HELD)
        return time.process_time() - start

    seconds(2_000)
    short, long = (min(seconds(length) for _ in range(2)) for length in (5_000, 20_000))
    # four times the text; quadratic time would be sixteen times as much
    assert long < 8 * max(short, 0.004)


def seconds_for(text: str) -> float:
    """The least of three, after one that loads the tables."""
    find_figures(text[:2_000], [(0, 2_000)], HELD)
    spent = []
    for _ in range(3):
        start = time.process_time()
        find_figures(text, [(0, len(text))], HELD)
        spent.append(time.process_time() - start)
    return min(spent)


@pytest.mark.parametrize(("piece", "n_per_second"), [("1 ", 8_000), ("5%, ", 8_000), ("2023 ", 4_000)])
def test_a_run_of_numbers_takes_no_longer_a_number_than_a_sentence(piece: str, n_per_second: int) -> None:
    n = 5_000
    spent = seconds_for(piece * n)
    assert spent < n / n_per_second, f"{n / spent:,.0f} numbers a second"


def test_a_paragraph_of_a_megabyte_is_read_as_fast_as_a_page() -> None:
    page = "We will keep working on it and listen to what people say about the plan and the work that lies ahead. " * 6
    page += "In 2023, exports of machinery rose 5.2% to 8.4 trillion yuan. "
    text = page * (1_000_000 // len(page))
    assert len(find_figures(text, [(0, len(text))], HELD)) == 2 * (1_000_000 // len(page))
    spent = seconds_for(text)
    assert spent < 1, f"{len(text) / spent / 1e6:.2f} million characters a second"


@given(
    st.lists(
        st.sampled_from(
            """5 1,200 3.5 % percent billion yuan to from by rose in 2023 the , . half of one first and exports were
            which ( ) since per - as respectively will reach people than year end quarter aged US$ doubled""".split()
        ),
        max_size=30,
    ),
    st.booleans(),
)  # fmt: skip
def test_offsets_and_codes_hold_for_any_words(words: list[str], dated: bool) -> None:
    text = " ".join(words)
    for figure in find_figures(text, [(0, len(text))], HELD if dated else None):
        assert text[figure.start : figure.end] == figure.text
        assert text[figure.quote_start : figure.quote_end] == figure.quote
        assert figure.quote_start <= figure.start < figure.end <= figure.quote_end
        assert set(figure.doubts) <= set(CODES)
        assert (figure.period_start is None) == (figure.period_end is None)
        if figure.period_start is not None and figure.period_end is not None:
            assert figure.period_start < figure.period_end


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for figure in find_figures(text, [(0, len(text))], HELD):
        assert text[figure.start : figure.end] == figure.text


def test_the_passes_load_without_pandas() -> None:
    code = "import sys, pressroom.growth; print('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "False"


PAGES = sorted((Path(__file__).parent / "gold").glob("*.txt"))
SENTENCES = [s for page in PAGES for s in page.read_text(encoding="utf-8").split("\n") if len(s) > 30]


@given(st.data())
def test_slices_and_shuffles_of_sentences_are_read(data: st.DataObject) -> None:
    """A sentence cut off anywhere, then words of another in any order: what a damaged page holds."""
    words = data.draw(st.sampled_from(SENTENCES)).split(" ")
    first = data.draw(st.integers(0, len(words) - 1))
    length = data.draw(st.integers(1, 25))
    others = data.draw(st.permutations(data.draw(st.sampled_from(SENTENCES)).split(" ")[:40]))
    text = " ".join(words[first : first + length] + others[: data.draw(st.integers(0, 10))])
    for figure in find_figures(text, [(0, len(text))], HELD):
        assert text[figure.start : figure.end] == figure.text
        if figure.period_start is not None and figure.period_end is not None:
            assert figure.period_start < figure.period_end


@pytest.mark.parametrize("text", ["by the end of 2027. In 2022, we built 20,000 such", "names six other"])
def test_a_sentence_cut_off_after_a_number_is_read(text: str) -> None:
    find_figures(text, [(0, len(text))], HELD)
