"""What a report was made from and what it consists of in, `manifest.json` out: hashes, versions and parameters."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..corrections import default_corrections
from ..whole import write_whole

if TYPE_CHECKING:
    from ..corpus import Corpus

NAME = "manifest.json"
LIBRARIES = ("pandas", "matplotlib", "nltk", "pyarrow", "nbclient", "mistune", "python-docx", "typst", "XlsxWriter")


@dataclass
class Manifest:
    """What a report was made from, and the sha256 of each file that it left."""

    made_from: dict[str, Any]
    files: dict[str, str] = field(default_factory=dict)
    began_ns: int = 0

    @classmethod
    def load(cls, out: Path) -> Manifest | None:
        """The manifest of the last run that ended; None when there is none that can be read."""
        try:
            found = json.loads((out / NAME).read_text(encoding="utf-8"))
            return cls(dict(found["made_from"]), dict(found["files"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    @classmethod
    def begin(cls, out: Path, made_from: dict[str, Any]) -> Manifest:
        """Note the moment: whatever the folder's clock calls older is not of this run."""
        mark = out / ".began"
        write_whole(mark, b"")
        began_ns = mark.stat().st_mtime_ns
        mark.unlink()
        return cls(made_from, began_ns=began_ns)

    def is_intact(self, out: Path) -> bool:
        """Whether every file is still there with the bytes that were written."""
        return all((out / name).is_file() and sha256(out / name) == known for name, known in self.files.items())

    def finish(self, out: Path, before: Manifest | None) -> None:
        """Note the files of this run, and remove those of the last run that this one no longer makes."""
        made = sorted(path for path in _files(out) if path.stat().st_mtime_ns >= self.began_ns)
        self.files = {path.relative_to(out).as_posix(): sha256(path) for path in made}
        for stale in set(before.files if before else ()) - set(self.files):
            (out / stale).unlink(missing_ok=True)
        noted = {"made_from": self.made_from, "files": self.files}
        write_whole(out / NAME, json.dumps(noted, indent=1, ensure_ascii=False) + "\n")


def made_from(
    paths: Sequence[str | Path], read: Corpus, codebook: Path, shelf: Sequence[Path], to: Sequence[str]
) -> dict[str, Any]:
    """Everything that a report depends on: pages, parameters, codebook, corrections, notebooks, code, versions."""
    package = Path(__file__).parents[1]
    code = hashlib.sha256()
    for path in sorted(p for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        code.update(f"{path.relative_to(package).as_posix()} {sha256(path)}\n".encode())
    return {
        "parameters": {"paths": [str(p) for p in paths], "codebook": str(codebook), "formats": sorted(to)},
        "pages": dict(zip(read.pages["source"], read.pages["sha256"], strict=True)),
        "refused": [str(refusal) for refusal in read.refusals],
        "codebook": sha256(codebook),
        "corrections": {path.name: sha256(path) for path in default_corrections().files},
        "notebooks": {path.name: sha256(path) for path in shelf},
        "code": code.hexdigest(),
        "versions": {"pressroom": __version__, "python": platform.python_version(), **dict(_versions())},
    }


def sha256(path: Path) -> str:
    """The sha256 of a file's bytes, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _versions() -> Iterator[tuple[str, str]]:
    for name in LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed"


def _files(out: Path) -> Iterator[Path]:
    return (p for p in out.rglob("*") if p.is_file() and p.name != NAME and not p.name.startswith("."))
