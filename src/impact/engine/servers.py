"""The fork servers as the parent sees them: orders go out, results and deaths come back."""

from __future__ import annotations

import os
import pickle
import selectors
import shutil
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from impact.engine.limits import Death, Limits, reason
from impact.engine.warm_start import WarmProcess
from impact.engine.wire import (
    AGAIN,
    OUTPUT,
    Ended,
    Forked,
    Order,
    Raised,
    Serving,
    Spoiled,
    last_lines,
    message,
    messages,
)
from impact.errors import ImpactError

MOST_SERVERS = 4
TRIES = 2
_CHUNK = 1 << 16
_TOOK_ALL = "it ended the very process that reports are made from, twice."


@dataclass(slots=True, eq=False)
class Task:
    """A job and how far it has come.

    Parameters
    ----------
    number
        Which one of its pool's.
    make, prepare, job
        What to call, and with what.
    limits
        What it may use.
    scratch
        A folder of its own.
    journal
        Where it writes how far it came.
    group
        Jobs of one group share what is prepared.
    sent
        The moment it was last known to wait, in seconds of this system's clock.
    forked
        Whether its process has begun.
    tries
        How often the server ended while its process was at work.
    """

    number: int
    make: Callable[[Any], Any]
    prepare: Callable[[Any], object] | None
    job: Any
    limits: Limits
    scratch: Path
    journal: Path
    group: str
    sent: float = 0.0
    forked: bool = False
    tries: int = 0

    def due(self) -> float:
        """Return the moment by which it must have been prepared."""
        if self.forked or self.limits.seconds is None:
            return float("inf")
        return self.sent + self.limits.seconds + self.limits.grace

    def death(self, why: str) -> Death:
        """Return how its process ended, with what is known of it."""
        journal = self.journal if os.path.lexists(self.journal) else None
        return Death(why, journal, last_lines(self.scratch / OUTPUT))


@dataclass(slots=True, eq=False)
class _Server:
    """A connection to a fork server and the tasks it has."""

    group: str
    socket: socket.socket
    pid: int = 0
    spoiled: bool = False
    received: bytearray = field(default_factory=bytearray)
    tasks: dict[int, Task] = field(default_factory=dict)


class Servers:
    """The warm process and its fork servers, one for each group of jobs under way.

    Parameters
    ----------
    scratch
        A folder for their files.
    warm_up
        What the warm process calls once; see `WarmProcess`.
    """

    def __init__(self, scratch: Path, warm_up: str = "") -> None:
        self._scratch = scratch
        self._warm_up = warm_up
        self._warm: WarmProcess | None = None
        self._servers: list[_Server] = []
        self._selector = selectors.DefaultSelector()
        self._unprepared: set[str] = set()
        self._stopped = False

    def stop(self) -> None:
        """End what is under way, from whichever thread, and begin nothing more.

        Notes
        -----
        The thread that waits for outcomes is woken, and told so by the next `send`.
        """
        self._stopped = True
        for server in list(self._servers):
            with suppress(OSError):
                server.socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """End what is under way and every process."""
        for server in list(self._servers):
            self._drop(server)
        if self._warm is not None:
            self._warm.close()
            self._warm = None

    def send(self, task: Task) -> None:
        """Begin a task.

        Raises
        ------
        ImpactError
            The warm process does not start, or no task shall begin any more.
        """
        self._go_on()
        fit = (one for one in self._servers if one.group == task.group and not one.spoiled)
        server = next(fit, None) or self._opened(task.group)
        prepare = None if task.group in self._unprepared else task.prepare
        payload = pickle.dumps((task.make, prepare, task.job), pickle.HIGHEST_PROTOCOL)
        order = Order(task.number, payload, task.limits, task.scratch, task.journal)
        shutil.rmtree(task.scratch, ignore_errors=True)  # of a try before
        task.sent, task.forked = time.monotonic(), False
        server.tasks[task.number] = task
        with suppress(OSError):  # it has ended: found out by reading
            server.socket.sendall(message(order))

    def outcomes(self) -> list[tuple[Task, Any]]:
        """Wait for news of the tasks under way.

        Returns
        -------
        list of tuple
            A task with its result or its `Death`; with AGAIN when it must be tried again.
        """
        found: list[tuple[Task, Any]] = []
        for key, _ in self._selector.select(self._patience()):
            found.extend(self._read(key.data))
        if not found:
            for server in list(self._servers):
                if any(task.due() <= time.monotonic() for task in server.tasks.values()):
                    os.kill(server.pid, signal.SIGKILL)
                    found.extend(self._bury(server))
        return found

    def _patience(self) -> float | None:
        tasks = [task for server in self._servers for task in server.tasks.values()]
        due = min((task.due() for task in tasks), default=float("inf"))
        return None if due == float("inf") else max(due - time.monotonic(), 0) + 0.01

    def _opened(self, group: str) -> _Server:
        idle = [server for server in self._servers if not server.tasks]
        if len(self._servers) >= MOST_SERVERS and idle:
            self._drop(idle[0])
        try:
            connection = self._started().server()
        except OSError:  # it has ended since; its servers will be found to have ended too
            self._started().close()
            self._warm = None
            connection = self._started().server()
        server = _Server(group, connection)
        self._servers.append(server)
        self._selector.register(connection, selectors.EVENT_READ, server)
        return server

    def _started(self) -> WarmProcess:
        if self._warm is None:
            self._warm = WarmProcess(self._scratch, self._warm_up)
            self._go_on()  # it took some seconds
        return self._warm

    def _go_on(self) -> None:
        if self._stopped:
            raise ImpactError("what was under way has been stopped.")

    def _read(self, server: _Server) -> Iterator[tuple[Task, Any]]:
        content = b""
        with suppress(OSError):
            content = server.socket.recv(_CHUNK)
        if not content:
            yield from self._bury(server)
            return
        server.received += content
        for news in messages(server.received):
            match news:
                case Serving():
                    server.pid = news.pid
                case Forked():
                    server.tasks[news.number].forked = True
                    for task in server.tasks.values():
                        task.sent = time.monotonic()
                case Spoiled():
                    server.spoiled = True
                    self._unprepared.add(server.group)
                    yield server.tasks.pop(news.number), AGAIN
                case Ended():
                    task = server.tasks.pop(news.number)
                    yield task, _outcome(task, news)
        if server.spoiled and not server.tasks:
            self._drop(server)

    def _bury(self, server: _Server) -> list[tuple[Task, Any]]:
        """Deal with the tasks of a server that has ended, or hangs in a preparation.

        Notes
        -----
        A preparation under way is taken for the cause, and this group is prepared no more; when
        there was none, every task under way is a suspect.
        """
        self._drop(server)
        tasks = list(server.tasks.values())
        preparing = any(task.prepare is not None and not task.forked for task in tasks)
        if preparing and server.group not in self._unprepared:
            self._unprepared.add(server.group)
            return [(task, AGAIN) for task in tasks]
        for task in tasks:
            task.tries += 1
        return [(task, task.death(_TOOK_ALL) if task.tries >= TRIES else AGAIN) for task in tasks]

    def _drop(self, server: _Server) -> None:
        self._selector.unregister(server.socket)
        server.socket.close()
        self._servers.remove(server)


def _outcome(task: Task, ended: Ended) -> Any:
    if not ended.answer:
        return task.death(reason(ended.code, task.limits, late=ended.late))
    try:
        answer = pickle.loads(ended.answer)
    except Exception as error:
        return task.death(f"its result cannot be read here: {error}")
    if isinstance(answer, Raised):
        return Death(answer.reason, task.death("").journal, answer.printed)
    return answer.result
