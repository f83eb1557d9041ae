"""What shared cells may not leave behind, since a forked process cannot have a part of its own."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from impact.errors import ImpactError


@contextmanager
def nothing_left_behind() -> Iterator[None]:
    """Refuse what a block leaves that would not work, or be one for all, in forked processes.

    Raises
    ------
    ImpactError
        A thread or a program still runs, a file is still open for writing, or this process stands
        in another folder than before.
    """
    threads, programs, files = set(threading.enumerate()), _programs(), _written()
    folder = os.getcwd()  # noqa: PTH109
    yield
    if {one for one in threading.enumerate() if one.is_alive()} - threads:
        raise ImpactError("a cell left a thread behind that has not ended.")
    if _programs() - programs:
        raise ImpactError("a cell left a program behind that has not ended.")
    if _written() - files:
        raise ImpactError("a cell left a file open for writing.")
    if os.getcwd() != folder:  # noqa: PTH109
        raise ImpactError("a cell went into another folder.")


def _programs() -> set[str]:
    """Return the numbers of the processes this one has started, where the system tells."""
    found: set[str] = set()
    for file in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError):
            found.update(file.read_text("ascii").split())
    return found


def _written() -> set[tuple[int, int]]:
    """Return the files this process has open for writing, by device and number."""
    import fcntl

    found = set()
    for name in _open():
        with suppress(OSError, ValueError):
            about = os.fstat(int(name))
            mode = fcntl.fcntl(int(name), fcntl.F_GETFL) & os.O_ACCMODE
            if stat.S_ISREG(about.st_mode) and mode != os.O_RDONLY:
                found.add((about.st_dev, about.st_ino))
    return found


def _open() -> list[str]:
    try:
        return os.listdir("/proc/self/fd")  # noqa: PTH208
    except OSError:
        return []
