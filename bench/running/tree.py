"""What a command costs: processor seconds of its whole tree of processes, and time on the clock."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_BECOME_REAPER = 36  # PR_SET_CHILD_SUBREAPER of Linux
_GRACE = 20.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took.

    Parameters
    ----------
    cpu
        Processor seconds, user and system, of the command and all processes below it.
    wall
        Seconds on the clock.
    """

    cpu: float
    wall: float


def adopt_orphans() -> None:
    """Let processes whose parent ended become children of this one, so that they are counted."""
    if not sys.platform.startswith("linux"):
        raise SystemExit("bench/running.py counts processes in a way only Linux has.")
    ctypes.CDLL(None, use_errno=True).prctl(_BECOME_REAPER, 1, 0, 0, 0)


def cost(command: Sequence[str], *, environment: Mapping[str, str], folder: Path) -> Cost:
    """Run a command to its end and return what it cost.

    Parameters
    ----------
    command
        Program and arguments.
    environment
        All environment variables it gets.
    folder
        Where it runs.

    Raises
    ------
    SystemExit
        The command failed; its last words are shown.

    Notes
    -----
    Counted are the processes that ended and were waited for, at any depth. A process left behind
    by its parent comes to this one (see `adopt_orphans`) and is waited for, too.
    """
    before, start = _children(), time.perf_counter()
    with tempfile.TemporaryFile() as words:
        process = subprocess.Popen(
            command,
            env=dict(environment),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=subprocess.STDOUT,
        )
        code = process.wait()
        wall = time.perf_counter() - start
        _wait_for_orphans()
        if code:
            words.seek(0)
            last = words.read().decode("utf-8", "replace").splitlines()[-40:]
            raise SystemExit("\n".join([*last, f"failed with {code}: {' '.join(command)}"]))
    return Cost(_children() - before, wall)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _wait_for_orphans() -> None:
    end = time.monotonic() + _GRACE
    while True:
        try:
            found, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if found:
            continue
        if time.monotonic() > end:
            for orphan in _own_children():
                os.kill(orphan, signal.SIGKILL)
        time.sleep(0.01)


def _own_children() -> list[int]:
    listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
    return [int(number) for number in listed.split()]
