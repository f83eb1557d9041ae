"""Messages between the processes of a warm pool: pickles, each behind its length."""

from __future__ import annotations

import pickle
import struct
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from impact.engine.limits import Limits
from impact.errors import ImpactError

_LENGTH = struct.Struct(">Q")
OUTPUT = "output.txt"
_LAST_LINES = 40
READY = "ready"
AGAIN = object()


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the warm process is told first.

    Parameters
    ----------
    path
        Where modules are found.
    warm_up
        See `impact.engine.pool.WarmPool`.
    mortal
        Whether to end with the thread that started it.
    """

    path: tuple[str, ...]
    warm_up: str
    mortal: bool


@dataclass(frozen=True, slots=True)
class Order:
    """A job for a fork server.

    Parameters
    ----------
    number
        Which of the parent's tasks it is.
    payload
        The pickled (make, prepare or None, job).
    limits
        What the job may use.
    scratch
        A folder of this job, made by its process and removed by the parent.
    journal
        Where the job writes how far it came.
    """

    number: int
    payload: bytes
    limits: Limits
    scratch: Path
    journal: Path


@dataclass(frozen=True, slots=True)
class Serving:
    """A fork server has begun.

    Parameters
    ----------
    pid
        Number of its process.
    """

    pid: int


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A preparation failed and may have left something behind: the server forks no more."""

    number: int


@dataclass(frozen=True, slots=True)
class Forked:
    """A fork server has prepared a job and forked a process for it."""

    number: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The process of a job has ended.

    Parameters
    ----------
    answer
        What it sent, pickled; empty when it sent nothing whole.
    code
        Its exit code; minus the number of the signal that ended it.
    late
        Whether it was killed for taking too long.
    """

    number: int
    answer: bytes
    code: int = 0
    late: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What the process of a job answers when the job was done."""

    result: Any


@dataclass(frozen=True, slots=True)
class Raised:
    """What the process of a job answers when an error escaped."""

    reason: str
    printed: str

    @classmethod
    def of(cls, error: BaseException) -> Raised:
        """Return the answer that tells of an error."""
        text = str(error).strip()
        name = type(error).__name__
        told = f"{name}: {text}" if text else name
        if isinstance(error, ImpactError):
            told = text
        elif isinstance(error, MemoryError):
            told = "it asked for more memory than it may hold."
        return cls(told, "".join(traceback.format_exception(error)))


def last_lines(file: Path) -> str:
    """Return the last lines of a file; nothing when there is none."""
    try:
        text = file.read_text("utf-8", "replace")
    except OSError:
        return ""
    return "".join(text.splitlines(keepends=True)[-_LAST_LINES:])


def framed(content: bytes) -> bytes:
    """Return content behind its length."""
    return _LENGTH.pack(len(content)) + content


def message(value: object) -> bytes:
    """Return a value as one message."""
    return framed(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


def whole(received: bytearray) -> bytes:
    """Return the content of the first message received; empty when it is not whole."""
    end = _end(received)
    return bytes(received[_LENGTH.size : end]) if end else b""


def messages(received: bytearray) -> Iterator[Any]:
    """Yield the messages received and take them out; what is not whole yet stays."""
    while end := _end(received):
        content = bytes(received[_LENGTH.size : end])
        del received[:end]
        yield pickle.loads(content)


def _end(received: bytearray) -> int:
    if len(received) < _LENGTH.size:
        return 0
    end = _LENGTH.size + _LENGTH.unpack_from(received)[0]
    return end if len(received) >= end else 0
