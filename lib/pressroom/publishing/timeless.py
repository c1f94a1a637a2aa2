"""A zip archive in, the same archive without days of making out."""

from __future__ import annotations

import io
import zipfile

NO_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold


def timeless(archive: bytes) -> bytes:
    """Write every file of an archive again, in its order, with the same day: the same content, the same bytes.

    Examples
    --------
    >>> out = io.BytesIO()
    >>> with zipfile.ZipFile(out, "w") as made:
    ...     made.writestr("a.txt", "words")
    >>> with zipfile.ZipFile(io.BytesIO(timeless(out.getvalue()))) as again:
    ...     again.read("a.txt"), again.getinfo("a.txt").date_time
    (b'words', (1980, 1, 1, 0, 0, 0))
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            info = zipfile.ZipInfo(name, NO_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # or the archive would tell on which system it was made
            made.writestr(info, given.read(name))
    return out.getvalue()
