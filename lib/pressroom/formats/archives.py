"""A zip of saved pages in, its members with their bytes out; what could do harm is refused without being unpacked."""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from ..model import Unreadable

LARGEST_TOTAL_BYTES = 500_000_000
LARGEST_RATIO = 200  # text shrinks to a fifth or a twentieth; more than this is made to fill the memory
RATIO_MATTERS_ABOVE_BYTES = 10_000_000
# What zipfile raises for damaged archives, locked members and methods of packing that it does not know.
DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, ValueError, RuntimeError, EOFError, OverflowError
)  # fmt: skip
UTF8_NAME = 0x800
MOST_MEMBERS = 20_000
NOT_SAVED_PAGES = "unpack it yourself and look what it holds before you read it"


@dataclass
class Budget:
    """How many bytes may still be unpacked: an archive and the archives in it share one."""

    n_bytes: int = LARGEST_TOTAL_BYTES


def read_members(
    file: Path | IO[bytes], choose: Callable[[Iterable[str]], list[str]], largest: int, budget: Budget
) -> Iterator[tuple[str, bytes | Unreadable]]:
    """Unpack an archive in memory, one member at a time.

    Parameters
    ----------
    file : path or binary file
    choose : callable
        The names of all members in, those to read out, in order.
    largest : int
        Bytes beyond which a member is not read.
    budget : Budget
        Lowered by what the archive would unpack to.

    Yields
    ------
    str, bytes or Unreadable
        The member's name in the archive, and its bytes or why there are none.

    Raises
    ------
    Unreadable
        If it is no zip, or one that would unpack to more than any collection of pages.
    """
    try:
        archive = zipfile.ZipFile(file)
    except DAMAGED as error:
        raise Unreadable(f"it is no zip, or a damaged one ({error})", "make it again") from None
    with archive:
        members = {_name(member): member for member in archive.infolist() if not member.is_dir()}
        _check_size(list(members.values()), budget)
        for name in choose(members):
            yield name, _content(archive, members[name], largest)


def _check_size(members: list[zipfile.ZipInfo], budget: Budget) -> None:
    total, packed = sum(m.file_size for m in members), sum(m.compress_size for m in members)
    if len(members) > MOST_MEMBERS:
        raise Unreadable(f"it holds {len(members):,} files, more than {MOST_MEMBERS:,}", "split it")
    budget.n_bytes -= total
    if budget.n_bytes < 0:
        raise Unreadable(
            f"it would unpack to {total / 1e6:,.0f} MB, more than {LARGEST_TOTAL_BYTES / 1e6:,.0f} MB", NOT_SAVED_PAGES
        )
    if total > RATIO_MATTERS_ABOVE_BYTES and total > LARGEST_RATIO * max(packed, 1):
        raise Unreadable(
            f"it would unpack to {total / max(packed, 1):,.0f} times its size, as no text does", NOT_SAVED_PAGES
        )


def _name(member: zipfile.ZipInfo) -> str:
    """The member's name; Chinese Windows writes it in GB18030 and does not say so."""
    if member.flag_bits & UTF8_NAME or member.filename.isascii():
        return member.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return member.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return member.filename


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, largest: int) -> bytes | Unreadable:
    name = member.filename
    if ".." in PurePosixPath(name.replace("\\", "/")).parts or re.match(r"[/\\]|[A-Za-z]:", name):
        return Unreadable("its path leads out of the archive", NOT_SAVED_PAGES)
    if member.flag_bits & 1:
        return Unreadable("it is locked with a password", "unpack the archive yourself, and give the folder")
    if member.file_size > largest:
        return Unreadable(f"it is larger than {largest // 1_000_000} MB", "one page of a transcript is far smaller")
    try:
        with archive.open(member) as unpacked:
            content = unpacked.read(largest + 1)  # what the archive declares as size need not be true
    except (*DAMAGED, OSError) as error:
        return Unreadable(f"it cannot be unpacked ({error})", "make the archive again")
    if len(content) > largest:
        return Unreadable(f"it is larger than {largest // 1_000_000} MB", "one page of a transcript is far smaller")
    return content
