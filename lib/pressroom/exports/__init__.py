"""A corpus in, a folder in the form of another tool of the field out: ConvoKit, quanteda, TEI, CSV on the Web."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from . import convokit, csvw, quanteda, tei
from .material import Material

if TYPE_CHECKING:
    from ..codebook import Codebook
    from ..corpus import Corpus

FORMATS: dict[str, Callable[[Material, Path], None]] = {
    "convokit": convokit.write,
    "quanteda": quanteda.write,
    "tei": tei.write,
    "csvw": csvw.write,
}


def export(corpus: Corpus, to: str, folder: str | Path, codebook: Codebook | None = None) -> Path:
    """Write a corpus in the form of another tool.

    Every form keeps `doc_id` and the offsets, and carries the texts they count in, so that a row can be checked
    there too. The same corpus gives the same bytes.

    Parameters
    ----------
    corpus : Corpus
    to : {"convokit", "quanteda", "tei", "csvw"}
    folder : str or pathlib.Path
        Made if it is not there; files of the same name are written anew, others are left alone.
    codebook : Codebook, optional
        The themes; by default the project's own.

    Returns
    -------
    pathlib.Path
        The folder.

    Raises
    ------
    ValueError
        If `to` is none of the forms, or `folder` is a file.

    Examples
    --------
    >>> import tempfile
    >>> import pressroom as pr
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     sorted(path.name for path in export(pr.read(pr.project_path("seeds")), "quanteda", folder).iterdir())
    ['README.md', 'dictionary.yml', 'load.R', 'text', 'turns.csv']
    """
    if to not in FORMATS:
        raise ValueError(f"cannot export to {to!r}; the forms are {', '.join(FORMATS)}")
    folder = Path(folder)
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"{folder}: a file is in the way; name a folder with --out FOLDER")
    material = Material.of(corpus, codebook)
    folder.mkdir(parents=True, exist_ok=True)
    material.write_texts(folder / "text")
    FORMATS[to](material, folder)
    about = (Path(__file__).parent / "about" / f"{to}.md").read_text(encoding="utf-8")
    (folder / "README.md").write_text(about, encoding="utf-8", newline="\n")
    return folder
