"""A process that prepares what several jobs share and forks one process for each of them."""

from __future__ import annotations

import gc
import os
import pickle
import selectors
import signal
import socket
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from impact.engine import child
from impact.engine.limits import limited, memory_limited
from impact.engine.wire import (
    Ended,
    Forked,
    Order,
    Raised,
    Serving,
    Spoiled,
    message,
    messages,
    whole,
)

_CHUNK = 1 << 16
_LOOK = 0.25
_LOOK_AT_ENDING = 0.002
_LAST_WORDS = 1.0


@dataclass(slots=True)
class _Child:
    """A process at work for a job."""

    pid: int
    order: Order
    answers: int
    began: float
    answer: bytearray = field(default_factory=bytearray)
    silent: bool = False
    aborted: float | None = None
    killed: bool = False

    def due(self) -> float:
        """Return the moment it must be dealt with, in seconds of this system's clock."""
        if self.killed or self.order.limits.seconds is None:
            return float("inf")
        if self.aborted is not None:
            return self.aborted + _LAST_WORDS
        return self.began + self.order.limits.seconds + self.order.limits.grace


class ForkServer:
    """Serve one parent until it closes its end of the socket.

    Parameters
    ----------
    parent
        Socket on which `Order` comes in, and `Forked` and `Ended` go out.

    Notes
    -----
    One thread. While a job is prepared nothing else is done, so the parent watches how long
    that takes. A child answers through a pipe; that it has ended is asked of the system, not
    concluded from its silence, since what it started may hold the pipe open.
    """

    def __init__(self, parent: socket.socket) -> None:
        self._parent = parent
        self._received = bytearray()
        self._sending = bytearray()
        self._spoiled = False
        self._children: dict[int, _Child] = {}
        self._selector = selectors.DefaultSelector()

    def serve(self) -> None:
        """Work until the parent is gone; then kill what is under way."""
        self._send(Serving(os.getpid()))
        self._parent.setblocking(False)
        self._selector.register(self._parent, selectors.EVENT_READ)
        try:
            while self._listen():
                for order in list(messages(self._received)):
                    self._begin(order)
                for process in list(self._children.values()):
                    self._watch(process)
        except OSError:  # the parent is gone
            pass
        finally:
            for process in self._children.values():
                _kill(process.pid)
                os.waitpid(process.pid, 0)

    def _listen(self) -> bool:
        """Wait for something to happen; return whether the parent is still there."""
        wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if self._sending else 0)
        self._selector.modify(self._parent, wanted)
        for key, events in self._selector.select(self._patience()):
            if isinstance(key.data, _Child):
                self._read(key.data)
                continue
            if events & selectors.EVENT_WRITE:
                del self._sending[: self._parent.send(self._sending)]
            if events & selectors.EVENT_READ:
                content = self._parent.recv(_CHUNK)
                if not content:
                    return False
                self._received += content
        return True

    def _patience(self) -> float | None:
        if not self._children:
            return None
        if any(process.silent for process in self._children.values()):
            return _LOOK_AT_ENDING
        due = min(process.due() for process in self._children.values())
        return min(max(due - time.monotonic(), 0), _LOOK)

    def _begin(self, order: Order) -> None:
        try:
            make, prepare, job = pickle.loads(order.payload)
        except Exception as error:
            refused = Raised(f"the job cannot be read in the warm process: {error}", "")
            self._send(Ended(order.number, pickle.dumps(refused)))
            return
        if self._spoiled or not _prepared(prepare, job, order):
            self._spoiled = True
            self._send(Spoiled(order.number))
            return
        gc.freeze()
        answers, answer_to = os.pipe()
        server = os.getpid()
        pid = os.fork()
        if pid == 0:
            try:
                self._forget(answers)
                child.run(make, job, order, answer_to, server)
            finally:
                os._exit(1)
        os.close(answer_to)
        with suppress(OSError):
            os.setpgid(pid, pid)
        process = _Child(pid, order, answers, time.monotonic())
        os.set_blocking(answers, False)
        self._children[pid] = process
        self._selector.register(answers, selectors.EVENT_READ, process)
        self._send(Forked(order.number))

    def _forget(self, answers: int) -> None:
        """Close in a child what belongs to the server: else its end would not be noticed."""
        self._parent.close()
        self._selector.close()
        os.close(answers)
        for process in self._children.values():
            if not process.silent:
                os.close(process.answers)

    def _read(self, process: _Child) -> None:
        with suppress(BlockingIOError):
            while content := os.read(process.answers, _CHUNK):
                process.answer += content
            self._selector.unregister(process.answers)
            os.close(process.answers)
            process.silent = True

    def _watch(self, process: _Child) -> None:
        ended, status = os.waitpid(process.pid, os.WNOHANG)
        if ended:
            self._finish(process, os.waitstatus_to_exitcode(status))
        elif time.monotonic() >= process.due():
            if process.aborted is None:
                process.aborted = time.monotonic()
                with suppress(OSError):
                    os.kill(process.pid, signal.SIGABRT)
            else:
                process.killed = True
                _kill(process.pid)

    def _finish(self, process: _Child, code: int) -> None:
        if not process.silent:
            self._read(process)
        if not process.silent:
            self._selector.unregister(process.answers)
            os.close(process.answers)
        _kill(process.pid)
        del self._children[process.pid]
        answer = whole(process.answer)
        self._send(Ended(process.order.number, answer, code, process.aborted is not None))

    def _send(self, content: Serving | Spoiled | Forked | Ended) -> None:
        self._sending += message(content)


def _prepared(prepare: Callable[[Any], object] | None, job: object, order: Order) -> bool:
    """Do what jobs share; return whether nothing went wrong."""
    if prepare is None:
        return True
    try:
        with (
            memory_limited(order.limits.memory),
            limited(order.limits.seconds, "what the reports share"),
        ):
            prepare(job)
    except BaseException:
        traceback.print_exc()
        return False
    return True


def _kill(group: int) -> None:
    """Kill a child and everything it started."""
    with suppress(OSError):
        os.killpg(group, signal.SIGKILL)
