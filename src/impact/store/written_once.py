"""A folder that is written once: it appears whole, and never in the place of another."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from impact.errors import InvalidInput


@contextmanager
def written_once(target: Path, *, exists: str) -> Iterator[Path]:
    """Give a folder to write into; it becomes `target` when the block ends without an error.

    Parameters
    ----------
    target
        Where the folder shall stand; the folder it is in is made if need be.
    exists
        What to say when `target` has come to exist.

    Raises
    ------
    InvalidInput
        There is something at `target`; it stays as it is.
    OSError
        Nothing can be written there.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    working = Path(tempfile.mkdtemp(prefix=".writing-", dir=target.parent))
    try:
        yield working
        working.chmod(0o755)
        try:
            os.rename(working, target)  # noqa: PTH104 - fails when the target has come to exist
        except OSError as error:
            raise InvalidInput(exists) from error
    finally:
        shutil.rmtree(working, ignore_errors=True)
