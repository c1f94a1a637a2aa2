"""What many tests share: the seed's corpus, and where the hand-labelled pages are."""

from pathlib import Path

import pytest

import pressroom as pr
from conferences import two_copies_in
from export_pages import TROUBLE
from pressroom.corpus import Corpus

ROOT = Path(__file__).parents[1]
SEED = next((ROOT / "seeds").glob("*.txt"))
GOLD = ROOT / "tests" / "gold"
GOLD_PAGES = sorted(p.with_suffix(".txt") for p in GOLD.glob("*.json"))

# An invented page: invented people, outlet and numbers, in the form of a real one.
PAGE = """SCIO press conference on the orchards of Beiling

China.org.cn | June 3, 2024

Gao Anmin:

Good morning. The floor is open for questions.

Beiling Daily:

How many apples did the province grow last year? Thank you.

Sun Peili:

Thank you. In 2023, apple output reached 4.2 million tonnes, up 5.6 percent year on year.

Gao Anmin:

Thank you all. That is the end of today's press conference.

<  1  2  3  >
"""


def many_speakers(n: int) -> str:
    """An invented page on which so many invented people speak, twice each."""
    firsts = ["Anmin", "Peili", "Meiyun", "Rongde", "Shulan", "Guocai", "Xiaoyu", "Weiguo", "Haibo", "Lixin"]
    names = [f"{a}{b.lower()} {first}" for a in ("Gao", "Sun", "Bei") for b in firsts for first in firsts][:n]
    said = "".join(
        f"{name}:\n\nThank you. In 2023 the output of the orchards grew {k + 1} percent.\n\n"
        for k, name in enumerate([*names, *names])
    )
    return f"SCIO press conference of invented speakers\n\nChina.org.cn | June 3, 2024\n\n{said}"


@pytest.fixture(scope="session")
def seed() -> Corpus:
    return pr.read(SEED)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The invented page as a file."""
    path = tmp_path / "orchards_2.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def yunze() -> Corpus:
    """Two conferences of the example corpus, in two layouts."""
    return pr.read(sorted((ROOT / "data" / "example").glob("*_yunze")))


@pytest.fixture(scope="session")
def trouble(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The invented page that makes trouble wherever it can."""
    path = tmp_path_factory.mktemp("trouble") / "salt_2.txt"
    path.write_text(TROUBLE, encoding="utf-8")
    return pr.read(path)


@pytest.fixture
def two_copies(tmp_path: Path) -> Path:
    """A folder with two copies of one conference, each of which has lost labels."""
    return two_copies_in(tmp_path)
