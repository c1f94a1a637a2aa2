"""Executed notebooks in, one self-contained HTML page out: their prose, charts and tables, without the code."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from nbconvert.exporters import HTMLExporter

from . import __version__

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from .corpus import Corpus

STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --rule: #d6d6d6; --soft: #5c5c5c; --link: #0060a0 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #16181b; --rule: #40444a; --soft: #a8a8a8; --link: #7cc0f0 } }
* { box-sizing: border-box }
body { margin: 0; color: var(--ink); background: var(--paper); font: 17px/1.55 Georgia, 'Times New Roman', serif }
main, header, footer, nav { max-width: 52rem; margin: 0 auto; padding: 0 1.2rem }
header { padding-top: 2.5rem } header p, footer, nav { color: var(--soft); font-family: system-ui, sans-serif; font-size: .85rem }
h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.25; margin: 2.2em 0 .6em } header h1 { margin-top: 0; font-size: 1.7rem }
section { border-top: 1px solid var(--rule); margin-top: 3rem } section h1 { font-size: 1.45rem } h2 { font-size: 1.15rem }
a { color: var(--link) } nav a { margin-right: 1.2em; white-space: nowrap } .anchor-link { display: none }
img { max-width: 100%; height: auto; background: #fff; border-radius: 3px }
.scroll { overflow-x: auto } table { border-collapse: collapse; font: .8rem/1.35 system-ui, sans-serif; margin: 1em 0 }
th, td { text-align: left; vertical-align: top; padding: .3em .7em .3em 0; border-bottom: 1px solid var(--rule) }
td { max-width: 26rem } pre { font-size: .8rem; white-space: pre-wrap } .jp-OutputPrompt, .prompt { display: none }
footer { border-top: 1px solid var(--rule); margin-top: 4rem; padding: 1rem 1.2rem 3rem }
@media print { nav { display: none } section { break-before: page } img, tr { break-inside: avoid } body { font-size: 11pt } }
"""

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header><h1>{title}</h1><p>{corpus}</p></header>
<nav aria-label="Sections">{links}</nav>
<main>
{sections}
</main>
<footer>Made by pressroom {version}. Every number here stands in the tables beside this page with the offsets of
its words in the source text.</footer>
</body>
</html>
"""


def html_page(notebooks: Sequence[NotebookNode], corpus: Corpus) -> str:
    """Executed notebooks and the corpus they ran on in, the text of one HTML page out.

    The page needs nothing beside it and nothing from the network: pictures are inside, there is no script.
    """
    exporter = HTMLExporter(
        template_name="basic", exclude_input=True, exclude_input_prompt=True, exclude_output_prompt=True
    )
    exporter.anchor_link_text = " "
    heads, sections = [], []
    for number, notebook in enumerate(notebooks, start=1):
        body, _ = exporter.from_notebook_node(notebook)
        heads.append(_heading(notebook))
        # Headings of different notebooks may be the same words; ids on one page may not.
        body = re.sub(r'id="([^"]+)"', rf'id="s{number}-\1"', body)
        body = body.replace("<table", '<div class="scroll" tabindex="0"><table').replace("</table>", "</table></div>")
        sections.append(f'<section id="s{number}">\n{body}\n</section>')
    return PAGE.format(
        title=html.escape(_title(corpus)),
        corpus=html.escape(_described(corpus)),
        style=STYLE,
        links=" ".join(f'<a href="#s{n}">{html.escape(h)}</a>' for n, h in enumerate(heads, start=1)),
        sections="\n".join(sections),
        version=__version__,
    )


def _heading(notebook: NotebookNode) -> str:
    lines = (line for cell in notebook.cells if cell.cell_type == "markdown" for line in cell.source.splitlines())
    return next((line.lstrip("# ") for line in lines if line.startswith("# ")), "Notebook")


def _title(corpus: Corpus) -> str:
    titles = corpus.documents["title"].dropna().tolist()
    return titles[0] if len(titles) == 1 else f"{len(corpus.documents)} press conferences"


def _described(corpus: Corpus) -> str:
    documents = corpus.documents
    days = sorted(documents["held"].dropna())
    when = "" if not days else f"held {days[0]}" if days[0] == days[-1] else f"held {days[0]} to {days[-1]}"
    words = f"{int(documents['n_words'].sum()):,} words in {len(corpus.turns)} turns"
    partial = int((~documents["complete"]).sum())
    missing = f"{partial} of {len(documents)} with pages missing" if partial else "no page known to be missing"
    return " · ".join(filter(None, [when, words, missing]))
