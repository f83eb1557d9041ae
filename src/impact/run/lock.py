"""One run at a time in a folder: a second one refuses and says who is at work there."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from impact.errors import FolderInUse

if os.name == "nt":  # pragma: no cover
    import msvcrt

    _FAR = 1 << 30

    def _take(file: IO[bytes]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder for this process until the block ends.

    Parameters
    ----------
    folder
        The folder; the lock is the file `.<name>.lock` beside it, which stays, empty.

    Raises
    ------
    FolderInUse
        Another process holds it; process, computer and time are named.
    OSError
        The lock file cannot be written.

    Notes
    -----
    The operating system holds the lock and lets go of it when the process ends, however it ends.
    What a dead process wrote into the file is therefore never mistaken for a run.
    """
    path = folder.parent / f".{folder.name}.lock"
    with path.open("ab+", buffering=0) as file:
        try:
            _take(file)
        except OSError as error:
            raise FolderInUse(_who(path, folder)) from error
        holder = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "since": datetime.now().astimezone().isoformat(timespec="seconds"),
        }
        with suppress(OSError):  # no room to say who: the folder is held all the same
            file.truncate(0)
            file.write(json.dumps(holder).encode("utf-8"))
        try:
            yield
        finally:
            with suppress(OSError):
                file.truncate(0)


def _who(path: Path, folder: Path) -> str:
    try:
        holder = json.loads(path.read_text(encoding="utf-8"))
        who = f"process {holder['pid']} on {holder['host']} since {holder['since']}"
    except (OSError, ValueError, KeyError, TypeError):  # it is just beginning, or unreadable
        who = "another process"
    return (
        f"another run is writing to '{folder}': {who}. "
        "Wait until it ends, or choose another folder with --out."
    )
