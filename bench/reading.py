"""Saved pages in, how fast they are read and cut into turns out.

    python bench/reading.py [FOLDER]

Processor time of reading the bytes, finding head, labels, turns, people and answers, page by page, without making
tables; the best of five. The labelled pages are short, so that each page's head costs most; one long page and the
pages of a folder of your own tell what length costs.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from pressroom.corrections import default_corrections
from pressroom.documents import read_documents
from pressroom.reading import read_page

ROOT = Path(__file__).resolve().parents[1]
RUNS, COPIES = 5, 400
SAVED = (".txt", ".md", ".html", ".htm")


def speed_mb_per_s(pages: list[tuple[str, bytes]]) -> float:
    """Read every page on its own, the best of several runs."""
    corrections, spent = default_corrections(), []
    for _ in range(RUNS):
        start = time.process_time()
        for name, content in pages:
            read_documents([read_page(name, content)], corrections)
        spent.append(time.process_time() - start)
    return sum(len(content) for _, content in pages) / 1e6 / min(spent)


def pages_below(folder: Path) -> list[tuple[str, bytes]]:
    """The saved pages of a folder with their bytes."""
    return [(p.name, p.read_bytes()) for p in sorted(folder.rglob("*")) if p.suffix in SAVED]


def main() -> None:
    """Print a row for each set of pages."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path, nargs="?", help="a folder of saved pages of your own")
    folder = arguments.parse_args().folder
    seed = next((ROOT / "seeds").glob("*.txt")).read_bytes()
    sets = {
        "labelled pages": pages_below(ROOT / "tests" / "gold"),
        "the seed page": [("seed.txt", seed)] * 20,
        f"one page, the seed {COPIES} times": [("seed.txt", seed * COPIES)],
    }
    if folder:
        sets[str(folder)] = pages_below(folder)
    for name, pages in sets.items():
        size_mb = sum(len(content) for _, content in pages) / 1e6
        print(f"{name}: {len(pages)} pages, {size_mb:.2f} MB, {speed_mb_per_s(pages):.1f} MB a second")


if __name__ == "__main__":
    main()
