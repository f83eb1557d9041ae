"""A report's folder appears whole or not at all, and an older one stays until it does."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from impact.errors import ImpactError

_NEW, _OLD = ".new", ".old"


@contextmanager
def assembled(folder: Path) -> Iterator[Path]:
    """Give a folder to write into; it takes its place when the block ends without an error.

    Parameters
    ----------
    folder
        Where the files shall stand. What stands there is replaced as a whole.

    Yields
    ------
    pathlib.Path
        A new, empty folder beside it.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = folder.parent / f".{folder.name}.{uuid.uuid4().hex[:8]}{_NEW}"
    new.mkdir()
    try:
        yield new
        _exchange(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def write_whole(path: Path, content: str | bytes) -> None:
    """Write one file so that a reader finds the old one or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.parent / f".{path.name}.{uuid.uuid4().hex[:8]}{_NEW}"
    try:
        new.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def tidy(folder: Path) -> None:
    """Remove what a run that was cut off left behind; put back what it had only set aside."""
    for left in folder.glob(f".*{_OLD}"):
        original = folder / left.name[1:].rsplit(".", 2)[0]
        if original.exists():
            _remove(left)
        else:
            left.rename(original)
    for left in folder.glob(f".*{_NEW}"):
        _remove(left)


def writable(folder: Path) -> Path:
    """Make a folder if need be and return it.

    Raises
    ------
    ImpactError
        Nothing can be written there.
    """
    probe = folder / f".{uuid.uuid4().hex[:8]}{_NEW}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise ImpactError(
            f"cannot write to '{folder}': {error.strerror or error}. Choose another folder "
            "with --out."
        ) from error
    return folder


def _exchange(new: Path, folder: Path) -> None:
    old = folder.parent / f".{folder.name}.{uuid.uuid4().hex[:8]}{_OLD}"
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    _remove(old)


def _remove(path: Path) -> None:
    """Remove a folder, or a file that stood where a folder belongs."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
