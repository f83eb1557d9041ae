"""Run jobs in long-lived processes of their own, without forking; one that dies loses its job."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, TypeVar

from impact.engine.inside import surroundings
from impact.engine.limits import Death, Limits, limited, memory_limited, reason
from impact.engine.wire import AGAIN, OUTPUT, Made, Raised, last_lines

Job = TypeVar("Job")
Result = TypeVar("Result")

_BEGUN = "begun"
_FAREWELL = 5.0


@dataclass(slots=True, eq=False)
class _Worker:
    """A process and the job it is at."""

    process: BaseProcess
    connection: Connection
    folder: Path
    limits: Limits
    job: Any = None
    due: float = float("inf")
    late: bool = False
    spent: bool = False
    begun: bool = False
    kept: bool = False


def run_all(
    make: Callable[[Job], Result],
    jobs: Iterable[Job],
    *,
    prepare: Callable[[Job], None] | None = None,
    lost: Callable[[Job, Death], Result],
    scratch: Path,
    workers: int = 2,
    limits: Limits | None = None,
    warm_up: str = "",
) -> Iterator[Result]:
    """Make something of every job in worker processes, and yield each as it is ready.

    Parameters
    ----------
    make
        A function of a module; it should catch its own errors.
    jobs
        What to make, in this order; taken one by one, as processes become free.
    prepare, warm_up
        Not used: nothing is inherited by a process that is not forked.
    lost
        Makes a result of a job and its `Death`; called here.
    scratch
        A folder for the workers' own files.
    workers
        Number of processes.
    limits
        Seconds and memory of each job; None takes the usual ones. The memory is that of each
        process of a job, its kernel's as well.

    Notes
    -----
    Processes are spawned, not forked, so they begin alike on every system. They are kept from
    job to job; notebooks run in kernels of their own, so that nothing is carried over.
    """
    waiting, again = iter(jobs), deque[Job]()
    own = Path(tempfile.mkdtemp(prefix="workers-", dir=scratch))
    idle: list[_Worker] = []
    busy: list[_Worker] = []
    try:
        while True:
            while len(busy) < workers:
                job = again.popleft() if again else next(waiting, waiting)
                if job is waiting:
                    break
                worker = idle.pop() if idle else _started(own, limits or Limits())
                _hand(worker, make, job)
                busy.append(worker)
            if not busy:
                return
            for worker, outcome in _outcomes(busy):
                busy.remove(worker)
                if worker.spent:
                    _end(worker)
                else:
                    worker.kept = True
                    idle.append(worker)
                if outcome is AGAIN:
                    again.append(worker.job)
                elif isinstance(outcome, Death):
                    yield lost(worker.job, outcome)
                else:
                    yield outcome
    finally:
        for worker in busy:
            _kill(worker)
        for worker in (*idle, *busy):
            _end(worker)
        shutil.rmtree(own, ignore_errors=True)


def _started(scratch: Path, limits: Limits) -> _Worker:
    context = multiprocessing.get_context("spawn")
    folder = Path(tempfile.mkdtemp(prefix="worker-", dir=scratch))
    ours, theirs = context.Pipe()
    mortal = threading.current_thread() is threading.main_thread()
    process = context.Process(target=_work, args=(theirs, folder, limits, mortal), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours, folder, limits)


def _hand(worker: _Worker, make: Callable[[Any], Any], job: object) -> None:
    worker.job, worker.due, worker.begun = job, float("inf"), False
    with suppress(BrokenPipeError):  # it has ended: found out by reading
        worker.connection.send((make, job))


def _outcomes(busy: list[_Worker]) -> list[tuple[_Worker, Any]]:
    """Wait for news; return the workers that are done or dead, with a result or a death."""
    due = min(worker.due for worker in busy)
    patience = None if due == float("inf") else max(due - time.monotonic(), 0) + 0.01
    ready = wait([worker.connection for worker in busy], patience)
    found: list[tuple[_Worker, Any]] = []
    for worker in busy:
        if worker.connection in ready:
            found.extend((worker, outcome) for outcome in _heard(worker))
        elif worker.due <= time.monotonic():
            worker.late = worker.spent = True
            _kill(worker)
            found.append((worker, _death(worker)))
    return found


def _heard(worker: _Worker) -> list[Any]:
    try:
        news = worker.connection.recv()
    except (EOFError, OSError):
        worker.spent = True
        died_waiting = worker.kept and not worker.begun
        return [AGAIN if died_waiting else _death(worker)]
    except Exception as error:
        return [Death(f"its result cannot be read here: {error}")]
    if news == _BEGUN:
        worker.begun = True
        if worker.limits.seconds is not None:
            worker.due = time.monotonic() + worker.limits.seconds + worker.limits.grace
        return []
    return [news.result if isinstance(news, Made) else Death(news.reason, None, news.printed)]


def _death(worker: _Worker) -> Death:
    worker.process.join(_FAREWELL)
    code = worker.process.exitcode
    told = reason(code if code is not None else 0, worker.limits, late=worker.late)
    return Death(told, None, last_lines(worker.folder / OUTPUT))


def _kill(worker: _Worker) -> None:
    """Kill a worker and, where there are process groups, what it started in its own."""
    if hasattr(os, "killpg") and worker.process.pid is not None:
        with suppress(OSError):
            os.killpg(worker.process.pid, signal.SIGKILL)
    worker.process.kill()


def _end(worker: _Worker) -> None:
    worker.connection.close()
    worker.process.join(_FAREWELL)
    if worker.process.is_alive():
        _kill(worker)
        worker.process.join()
    worker.process.close()
    shutil.rmtree(worker.folder, ignore_errors=True)


def _work(connection: Connection, folder: Path, limits: Limits, mortal: bool) -> None:
    """Take jobs from the parent until it closes its end."""
    os.environ.update(surroundings(folder))
    _stand_apart(mortal)
    output = os.open(folder / OUTPUT, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(output, 1)
    os.dup2(output, 2)
    while True:
        try:
            make, job = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(_BEGUN)
        os.ftruncate(output, 0)
        connection.send_bytes(_answer(make, job, limits))


def _stand_apart(mortal: bool) -> None:
    """Leave the terminal's group, so that an interrupt reaches the parent alone."""
    if hasattr(os, "setpgid"):
        with suppress(OSError):
            os.setpgid(0, 0)
    if mortal and sys.platform == "linux":
        from impact.engine.child import die_with_parent

        die_with_parent()


def _answer(make: Callable[[Any], Any], job: object, limits: Limits) -> bytes:
    try:
        with memory_limited(limits.memory), limited(limits.seconds):
            result = make(job)
        return pickle.dumps(Made(result), pickle.HIGHEST_PROTOCOL)
    except BaseException as error:
        return pickle.dumps(Raised.of(error))
