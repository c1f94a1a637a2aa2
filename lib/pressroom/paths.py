"""A path as a reader writes it in, the file or folder it means out."""

from __future__ import annotations

from pathlib import Path
from typing import overload

# `pip install -e .` leaves the package where it is, so the project's folder is two above it. An installed copy
# has no project folder around it; then a relative path can only mean one below the working directory.
PROJECT = Path(__file__).resolve().parents[2]


@overload
def project_path(path: str | Path) -> Path: ...
@overload
def project_path(path: list[str | Path] | list[str]) -> list[Path]: ...
def project_path(path: str | Path | list[str | Path] | list[str]) -> Path | list[Path]:
    """Find a path: as given if it is there, else below the project's folder.

    Notebooks are run from any directory and say `seeds` or `data/raw`; this is what makes that mean the same
    everywhere.

    Parameters
    ----------
    path : str, pathlib.Path, or a list of them

    Returns
    -------
    pathlib.Path, or a list of them for a list
        The path as given when it is absolute or exists from the working directory; otherwise the path below
        the project's folder, whether or not it exists there.

    Examples
    --------
    >>> project_path("seeds").name
    'seeds'
    """
    if not isinstance(path, str | Path):
        return [project_path(one) for one in path]
    path = Path(path).expanduser()
    return path if path.is_absolute() or path.exists() else PROJECT / path
