"""An invented conference on three saved pages, and how such pages are laid in a folder."""

from __future__ import annotations

import re
from pathlib import Path

TITLE = "SCIO press conference on the fisheries of Wanhai"
HEAD = f"""ㄑ Press Room  ㄑ Press Conference Transcripts

{TITLE}

China.org.cn | June 3, 2024
"""
PAGES = [
    HEAD
    + """
Mr. Lu Yichen, director of the Wanhai fisheries administration

Ms. Deng Ping, chief engineer of the administration

Ms. Gao Anmin, spokesperson of the SCIO

May 20, 2024

Gao Anmin:

Good morning. Mr. Lu will brief you first.

Lu Yichen:

Good morning. In 2023, the catch in Wanhai came to 3.1 million tonnes, and the fleet was renewed.

<    1    2    3    >
""",
    HEAD
    + """
There is a second point to make: the fishing ban was kept in all waters for the full three months of the summer.

Gao Anmin:

Thank you. The floor is open for questions.

Harbor Daily:

How many people work on the boats today, and how old are they? Thank you.

Lu Yichen:

Some 42,000 people do. I will invite Ms. Deng to say more on their training.

<    1    2    3    >
""",
    HEAD
    + """
Deng Ping:

Thank you. Every year, 1,800 of them take a course in safety at sea, and the course is free of charge.

Port City Radio:

And what became of the hatchery that was announced two years ago by the province?

Deng Ping:

It opened in March, and it releases 200 million young fish into the bay every year.

Gao Anmin:

Thank you all. That is the end of today's press conference.

<    1    2    3    >
""",
]


def saved(folder: Path, texts: dict[int, str], name: str = "content_117{}.txt") -> Path:
    """The pages of one address, by their number, in a folder that is returned."""
    folder.mkdir(exist_ok=True)
    for number, text in texts.items():
        (folder / name.format("" if number == 1 else f"_{number}")).write_text(text, encoding="utf-8")
    return folder


def two_copies_in(folder: Path) -> Path:
    """Three mobile pages that have lost a label each, and one long page of another site that has lost another."""
    lost = [text.replace("Harbor Daily:\n\n", "\n").replace("Port City Radio:\n\n", "") for text in PAGES]
    saved(folder / "mobile", dict(enumerate(lost, start=1)))
    body = "\n".join(re.sub(r"(?s)^.*?June 3, 2024\n", "", text) for text in PAGES).replace("<    1    2    3    >", "")
    long = f"{TITLE}\n\nBeijing | 10 a.m. May 20, 2024\n{body}"
    (folder / "node_900.txt").write_text(long.replace("Lu Yichen:\n\nSome", "\nSome"), encoding="utf-8")
    return folder
