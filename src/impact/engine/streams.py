"""What a cell prints, from Python or from a program it started, in the order it was printed."""

from __future__ import annotations

import io
import os
import select
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Deliver = Callable[[str, str], None]
_AT_ONCE = 1 << 16


class CaughtStream(io.TextIOBase):
    """A text stream whose text is handed on, together with what its file descriptor received.

    Parameters
    ----------
    name
        stdout or stderr.
    pipe
        What programs and C code write into.
    deliver
        Called with name and text.

    Notes
    -----
    The pipe is emptied before each text of Python's own, which keeps the order of both. In a
    process that a cell has forked, text goes into the pipe: nobody would hear of it otherwise.
    """

    encoding = "UTF-8"
    errors = "strict"

    def __init__(self, name: str, pipe: _Pipe, deliver: Deliver) -> None:
        self.name = name
        self._pipe = pipe
        self._deliver = deliver
        self._texts: list[str] = []
        self._process = os.getpid()

    def fileno(self) -> int:
        """Return the descriptor, so that a program can be started with this stream."""
        return self._pipe.descriptor

    def isatty(self) -> bool:
        """Say that nobody watches."""
        return False

    def writable(self) -> bool:
        """Say that text is welcome."""
        return True

    def write(self, text: str) -> int:
        """Take text; return its length."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        if os.getpid() != self._process:
            self._pipe.put(text)
            return len(text)
        self._take_from_pipe()
        self._texts.append(text)
        return len(text)

    def flush(self) -> None:
        """Hand on what was written since the last time."""
        if os.getpid() != self._process:
            return
        self._take_from_pipe()
        text, self._texts = "".join(self._texts), []
        if text:
            self._deliver(self.name, text)

    def _take_from_pipe(self) -> None:
        found = self._pipe.taken()
        if found:
            self._texts.append(found)


class _Pipe:
    """A pipe in place of a file descriptor; a thread keeps it from ever being full."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self._kept = os.dup(descriptor)
        self._out, entrance = os.pipe()
        os.set_blocking(self._out, False)
        os.dup2(entrance, descriptor)
        os.close(entrance)
        self._found = bytearray()
        self._lock = threading.Lock()
        self._bell, self._ring = os.pipe()
        self._thread = threading.Thread(target=self._empty_when_filled, daemon=True)
        self._thread.start()

    def taken(self) -> str:
        """Return what was written since the last time."""
        with self._lock:
            self._empty()
            if not self._found:
                return ""
            found = self._found.decode("utf-8", "replace")
            self._found.clear()
            return found

    def put(self, text: str) -> None:
        """Write as a program would."""
        content = text.encode("utf-8", "replace")
        while content:
            content = content[os.write(self.descriptor, content) :]

    def close(self) -> None:
        """Give the descriptor back."""
        os.dup2(self._kept, self.descriptor)
        os.write(self._ring, b"\n")
        self._thread.join()
        for one in (self._kept, self._out, self._bell, self._ring):
            os.close(one)

    def _empty_when_filled(self) -> None:
        while True:
            filled, _, _ = select.select([self._out, self._bell], [], [])
            if self._bell in filled:
                return
            with self._lock:
                if not self._empty():
                    return

    def _empty(self) -> bool:
        """Read what there is; say whether more may come."""
        while True:
            try:
                found = os.read(self._out, _AT_ONCE)
            except BlockingIOError:
                return True
            if not found:
                return False
            self._found += found


@contextmanager
def caught(deliver: Deliver) -> Iterator[tuple[CaughtStream, CaughtStream]]:
    """Catch what is printed while the block runs, by Python, C code and programs started.

    Parameters
    ----------
    deliver
        Called with stdout or stderr and the text.

    Yields
    ------
    tuple of CaughtStream
        What stands in for stdout and for stderr.
    """
    kept = sys.stdout, sys.stderr
    for stream in kept:
        with suppress(ValueError, OSError, AttributeError):
            stream.flush()
    pipes = _Pipe(1), _Pipe(2)
    streams = (
        CaughtStream("stdout", pipes[0], deliver),
        CaughtStream("stderr", pipes[1], deliver),
    )
    sys.stdout, sys.stderr = streams
    try:
        yield streams
    finally:
        for stream in streams:
            stream.flush()
        sys.stdout, sys.stderr = kept
        for pipe in pipes:
            pipe.close()
