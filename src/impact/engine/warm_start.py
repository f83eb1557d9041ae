"""Start the warm process, ask it for fork servers, end it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from impact.engine.inside import surroundings
from impact.engine.wire import READY, Beginning, message, messages
from impact.errors import ImpactError

START_SECONDS = 300
_FAREWELL_SECONDS = 10
_LAST_LINES = 40


class WarmProcess:
    """A process that has imported what jobs need.

    Parameters
    ----------
    scratch
        A folder for its own files.
    warm_up
        See `impact.engine.pool.WarmPool`.

    Raises
    ------
    ImpactError
        It did not start; the message holds what it printed last.
    """

    def __init__(self, scratch: Path, warm_up: str = "") -> None:
        scratch.mkdir(parents=True, exist_ok=True)
        self._printed = scratch / "warm.txt"
        self._socket, theirs = socket.socketpair()
        with theirs, self._printed.open("wb") as printed:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "impact.engine.warm_process", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=printed,
                env={**os.environ, **surroundings(scratch)},
                start_new_session=True,
            )
        mortal = threading.current_thread() is threading.main_thread()
        self._begin(Beginning(tuple(sys.path), warm_up, mortal))

    def alive(self) -> bool:
        """Return whether it can still be asked for something."""
        return self._process.poll() is None

    def server(self) -> socket.socket:
        """Return a socket to a new fork server.

        Raises
        ------
        OSError
            The warm process has ended.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._socket, [b"+"], [theirs.fileno()])
        return ours

    def close(self) -> None:
        """End it and wait until it has ended, so that what it used is counted."""
        self._socket.close()
        try:
            self._process.wait(_FAREWELL_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _begin(self, beginning: Beginning) -> None:
        answer = ""
        self._socket.settimeout(START_SECONDS)
        with suppress(OSError):
            self._socket.sendall(message(beginning))
            answer = self._answer()
        self._socket.settimeout(None)
        if answer == READY:
            return
        self._process.kill()
        self.close()
        lines = answer.splitlines() or self._printed.read_text("utf-8", "replace").splitlines()
        told = "\n".join(lines[-_LAST_LINES:]) or "it printed nothing"
        raise ImpactError(
            f"the process that reports are made from did not start:\n{told}\n"
            "Use the plain engine meanwhile (--engine plain)."
        )

    def _answer(self) -> str:
        received = bytearray()
        while content := self._socket.recv(1 << 16):
            received += content
            for answer in messages(received):
                return str(answer)
        return ""
