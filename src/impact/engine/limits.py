"""How long a job may take and how much memory it may hold, and why one ended."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from impact.errors import ImpactError

SECONDS = 900.0
GRACE = 5.0
_MEGABYTE = 1_000_000
_KILLED = "was killed from outside; most likely the computer ran out of memory"
_SIGNALS = {
    "SIGABRT": "gave up in compiled code",
    "SIGBUS": "crashed in compiled code",
    "SIGFPE": "crashed in compiled code",
    "SIGILL": "crashed in compiled code",
    "SIGKILL": _KILLED,
    "SIGSEGV": "crashed in compiled code",
    "SIGSYS": "did what this computer forbids",
    "SIGTERM": "was asked to end from outside",
    "SIGXCPU": "used more processor time than this computer allows",
    "SIGXFSZ": "wrote a larger file than this computer allows",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may use.

    Parameters
    ----------
    seconds
        Longest time of a job; None for no limit. Then an error is raised where the job is.
    memory
        Bytes it may hold above what it inherited; None for no limit. Then a MemoryError is
        raised where it asks for more.
    grace
        Seconds a job has, after its time, to write down what it was doing. Then it is killed.
    """

    seconds: float | None = SECONDS
    memory: int | None = None
    grace: float = GRACE

    def __post_init__(self) -> None:
        if self.seconds is not None and self.seconds <= 0:
            raise ImpactError(f"a limit of {self.seconds:g} seconds lets no job run; choose more.")
        if self.memory is not None and self.memory <= 0:
            raise ImpactError(f"a limit of {self.memory} bytes lets no job run; choose more.")


@dataclass(frozen=True, slots=True)
class Death:
    """How the process of a job ended without a result.

    Parameters
    ----------
    reason
        Plain English, a whole sentence.
    journal
        How far the job came, for `impact.engine.inside.events`; None when nothing is known.
    printed
        The last lines the process printed, such as where in the code it crashed.
    """

    reason: str
    journal: Path | None = None
    printed: str = ""


class OutOfTime(ImpactError):
    """A job took longer than it may."""


class _Deadlines:
    """Moments at which this process must raise, the innermost last."""

    waiting: list[tuple[float, str]] = []  # noqa: RUF012
    others: float | None = None


@contextmanager
def limited(seconds: float | None, what: str = "this report") -> Iterator[None]:
    """Raise where the block is once it took too long; blocks may stand in each other.

    Parameters
    ----------
    seconds
        Longest time; None for no limit.
    what
        What took too long, for the message.

    Raises
    ------
    OutOfTime
        Once, at the next step of Python code, wherever the block is.

    Notes
    -----
    Works in the main thread where there are interval timers; elsewhere nothing is limited. An
    alarm that somebody else had set waits until the outermost block is left.
    """
    if seconds is None or not _can_interrupt():
        yield
        return
    message = f"{what} took more than {_spoken(seconds)}, the longest it may."
    deadline = (time.monotonic() + seconds, message)
    if not _Deadlines.waiting:
        left = signal.getitimer(signal.ITIMER_REAL)[0]
        _Deadlines.others = time.monotonic() + left if left else None
    before = signal.signal(signal.SIGALRM, _out_of_time)
    _Deadlines.waiting.append(deadline)
    _set_timer()
    try:
        yield
    finally:
        with suppress(ValueError):
            _Deadlines.waiting.remove(deadline)
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        _set_timer()


def forget_deadlines() -> None:
    """Begin without a deadline: those of the process this one was forked from are not its own."""
    _Deadlines.waiting, _Deadlines.others = [], None
    if _can_interrupt():
        signal.setitimer(signal.ITIMER_REAL, 0)


def limit_memory(memory: int | None) -> None:
    """Let this process hold only so much more than it holds now.

    Parameters
    ----------
    memory
        Bytes; None for no limit.

    Notes
    -----
    Only Linux counts what is asked for in this way; elsewhere nothing is limited.
    """
    if memory is None or sys.platform != "linux":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (_held() + memory, most))


@contextmanager
def memory_limited(memory: int | None) -> Iterator[None]:
    """Limit the memory of this process while the block runs.

    Parameters
    ----------
    memory
        Bytes above what it holds now; None for no limit.
    """
    if memory is None or sys.platform != "linux":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_DATA)
    limit_memory(memory)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)


def used() -> tuple[float, int]:
    """Return what this process and those it waited for have used since it began.

    Returns
    -------
    tuple of float and int
        Seconds of processor time, and the most memory held at once in bytes (0 where the
        system does not tell).
    """
    if sys.platform == "win32":
        return time.process_time(), 0
    import resource

    own = resource.getrusage(resource.RUSAGE_SELF)
    waited = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = sum(usage.ru_utime + usage.ru_stime for usage in (own, waited))
    unit = 1 if sys.platform == "darwin" else 1024
    return seconds, max(own.ru_maxrss, waited.ru_maxrss) * unit


def reason(code: int, limits: Limits, *, late: bool = False) -> str:
    """Return why a process ended without a result.

    Parameters
    ----------
    code
        Its exit code; minus the number of the signal that ended it.
    limits
        What it might use.
    late
        Whether it was killed for taking too long.
    """
    if late and limits.seconds is not None:
        return (
            f"it took more than {_spoken(limits.seconds)}, the longest it may, and could not be "
            "interrupted, so it was killed."
        )
    if code >= 0:
        return f"its process ended itself with exit code {code} before it was done."
    name = _signal_name(-code)
    ended = _SIGNALS.get(name, "was ended by a signal")
    limit = ""
    if limits.memory is not None and name in ("SIGSEGV", "SIGABRT", "SIGBUS"):
        limit = f" It might hold {limits.memory / _MEGABYTE:g} MB; too little can be the cause."
    return f"its process {ended} ({name}).{limit}"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _spoken(seconds: float) -> str:
    return f"{seconds:g} second" + ("" if seconds == 1 else "s")


def _can_interrupt() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


def _set_timer() -> None:
    """Let the next deadline ring; when there is none, the alarm that somebody else had set."""
    moments = [moment for moment, _ in _Deadlines.waiting]
    if not moments and _Deadlines.others is not None:
        moments = [_Deadlines.others]
    left = max(min(moments) - time.monotonic(), 0.001) if moments else 0
    signal.setitimer(signal.ITIMER_REAL, left)


def _out_of_time(number: int, frame: FrameType | None) -> None:
    if not _Deadlines.waiting:
        return
    first = min(_Deadlines.waiting)
    if first[0] > time.monotonic():
        _set_timer()
        return
    _Deadlines.waiting.remove(first)
    _set_timer()
    raise OutOfTime(first[1])


def _held() -> int:
    """Return the bytes this process counts against its limit of memory."""
    for line in Path("/proc/self/status").read_text(encoding="ascii", errors="replace").split("\n"):
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    return 0
