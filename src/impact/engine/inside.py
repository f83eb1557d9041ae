"""Where this code runs: in a process forked for one job, in the warm one, or anywhere else."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from impact import folders
from impact.errors import ImpactError

JOURNAL = "journal.jsonl"
_ONE_THREAD = (
    "ARROW_IO_THREADS",
    "MKL_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
)


class _State:
    """What this process has been told of itself."""

    warm: bool = False
    scratch: Path | None = None
    journal: Path | None = None
    written_to: int | None = None
    temporary: str | None = None


def inside() -> bool:
    """Return whether this process was forked for one job, so that cells may run in it."""
    return _State.scratch is not None


def warm() -> bool:
    """Return whether this is the process jobs are forked from, so that it may prepare them."""
    return _State.warm


def scratch() -> Path | None:
    """Return the folder of this job's own files, removed after it; None outside a job."""
    return _State.scratch


def journal() -> Path | None:
    """Return where this job writes how far it came; None outside a job."""
    return _State.journal


def temporary() -> tuple[str, ...]:
    """Return this computer's folder for temporary files, when this job has one of its own."""
    return () if _State.temporary is None else (_State.temporary,)


def note(event: Mapping[str, Any]) -> None:
    """Append one event to the journal; one that cannot be written is given up.

    Parameters
    ----------
    event
        Something JSON can hold, such as `{"start": 3}`.
    """
    if _State.journal is None:
        return
    try:
        if _State.written_to is None:
            _State.written_to = _opened(_State.journal)
        text = json.dumps(event, ensure_ascii=False)
        line = text.encode("utf-8", "backslashreplace") + b"\n"
        while line:
            line = line[os.write(_State.written_to, line) :]
    except OSError:
        _State.journal = None


def events(journal: Path) -> list[dict[str, Any]]:
    """Return the events of a journal; a last line cut off by a death is left out.

    Parameters
    ----------
    journal
        What `Death.journal` names.
    """
    try:
        lines = journal.read_bytes().splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        try:
            event = json.loads(line)
        except ValueError:
            continue
        if isinstance(event, dict):
            found.append(event)
    return found


def surroundings(scratch: Path) -> dict[str, str]:
    """Return the environment of a process that runs notebooks.

    Parameters
    ----------
    scratch
        A folder of this process alone, so that no history file is shared and no start-up file
        of the person who runs the batch is read.
    """
    home = {}
    with suppress(ImpactError, OSError):  # a notebook of no project runs as well
        home["IMPACT_HOME"] = str(folders.project_folder())
    return {
        **dict.fromkeys(_ONE_THREAD, "1"),
        **home,
        "IMPACT_PREVIEW": "off",
        "IPYTHONDIR": str(scratch),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "PYTHONHASHSEED": "0",
    }


def become_warm() -> None:
    """Tell this process that jobs will be forked from it."""
    _State.warm = True


def become_child(scratch: Path, journal: Path, temporary: str | None = None) -> None:
    """Tell this process that it was forked for one job.

    Parameters
    ----------
    scratch
        A folder of this job alone.
    journal
        A file, or a named pipe that somebody reads.
    temporary
        The folder for temporary files that this job's own took the place of.
    """
    _State.warm = False
    _State.temporary = temporary
    _State.scratch = scratch
    _State.journal = journal
    _State.written_to = None


def _opened(journal: Path) -> int:
    """Open without waiting: a pipe that nobody reads is refused, not waited for."""
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(journal, flags, 0o600)
    if os.name == "posix":
        os.set_blocking(descriptor, True)
    return descriptor
