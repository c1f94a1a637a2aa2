"""A path and its content in, the whole file or none of it on disk out."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes | str) -> None:
    """Write a file beside its place and move it there in one step.

    Whoever stops a run, or fills a disk, finds the file as it was before or as it should be, never a half.

    Parameters
    ----------
    path : pathlib.Path
    content : bytes or str
        A string is written as UTF-8, its line ends as they are.

    Raises
    ------
    OSError
        If the folder cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if path.exists() and not path.is_file():  # a device or a pipe, such as /dev/stdout, cannot be replaced
        path.write_bytes(data)
        return
    try:
        number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:  # name the file that was asked for, not the one beside it
        raise type(error)(error.errno, error.strerror, str(path)) from None
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)  # as any new file; mkstemp's is for its owner alone
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
