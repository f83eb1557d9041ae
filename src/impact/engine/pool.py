"""Run jobs in processes forked from a warm one; a job that dies takes only itself."""

from __future__ import annotations

import itertools
import shutil
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from impact.engine.inside import JOURNAL
from impact.engine.limits import Death, Limits
from impact.engine.servers import Servers, Task
from impact.engine.wire import AGAIN

Job = TypeVar("Job")
Result = TypeVar("Result")


def run_all(
    make: Callable[[Job], Result],
    jobs: Iterable[Job],
    *,
    prepare: Callable[[Job], None] | None,
    lost: Callable[[Job, Death], Result],
    scratch: Path,
    workers: int = 2,
    limits: Limits | None = None,
    warm_up: str = "",
) -> Iterator[Result]:
    """Make something of every job in forked processes, and yield each as it is ready.

    Parameters
    ----------
    make
        A function of a module; it should catch its own errors.
    jobs
        What to make, in this order; taken one by one, as processes become free.
    prepare
        A function of a module, called in a warm process before each job is forked, to do once
        what several jobs share; None when they share nothing. Jobs with an attribute `notebook`
        share with those of the same notebook alone.
    lost
        Makes a result of a job and its `Death`; called here.
    scratch
        A folder for the processes' own files.
    workers
        Most jobs under way at once.
    limits
        Seconds and memory of each job; None takes the usual ones.
    warm_up
        "module:function" names of what the warm process calls once, separated by commas, after
        it has warmed up the machinery of notebooks; empty for neither.

    Raises
    ------
    ImpactError
        The warm process does not start.
    """
    with WarmPool(scratch, workers=workers, warm_up=warm_up) as pool:
        yield from pool.run(make, jobs, prepare=prepare, lost=lost, limits=limits)


class WarmPool:
    """A warm process and the jobs under way in it; closed when left.

    Parameters
    ----------
    scratch
        A folder for the processes' own files; None takes a temporary one.
    workers
        Most jobs under way at once.
    warm_up
        "module:function" names of what the warm process calls once, separated by commas, after
        it has warmed up the machinery of notebooks; empty for neither.

    Notes
    -----
    The warm process is started with the first job. One thread at a time may use a pool; `call`
    sees to that itself.
    """

    def __init__(self, scratch: Path | None = None, *, workers: int = 1, warm_up: str = "") -> None:
        self._scratch = Path(tempfile.mkdtemp(prefix="impact-", dir=scratch))
        self._servers = Servers(self._scratch, warm_up)
        self._workers = workers
        self._numbers = itertools.count(1)
        self._kept: Path | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> WarmPool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self.close()

    def stop(self) -> None:
        """End what is under way, also what another thread waits for; then `close` the pool."""
        self._servers.stop()

    def close(self) -> None:
        """End what is under way and every process of the pool, and remove their files."""
        self._servers.close()
        shutil.rmtree(self._scratch, ignore_errors=True)

    def call(
        self,
        make: Callable[[Job], Result],
        job: Job,
        *,
        prepare: Callable[[Job], None] | None = None,
        limits: Limits | None = None,
        journal: Path | None = None,
    ) -> Result | Death:
        """Make one job and return its result, or how its process ended.

        Parameters
        ----------
        make, job, prepare, limits
            As in `run_all`.
        journal
            Where the job shall write how far it came: a file, or a named pipe that is read
            meanwhile. None takes a file, which stands until the next call.
        """
        with self._lock:
            if self._kept is not None:
                shutil.rmtree(self._kept, ignore_errors=True)
            task = self._task(make, prepare, job, limits or Limits(), journal)
            self._kept = task.scratch
            for _, outcome in self._drive(iter([task])):
                return outcome
        raise AssertionError("a task without an outcome")

    def run(
        self,
        make: Callable[[Job], Result],
        jobs: Iterable[Job],
        *,
        prepare: Callable[[Job], None] | None,
        lost: Callable[[Job, Death], Result],
        limits: Limits | None = None,
    ) -> Iterator[Result]:
        """Make something of every job, and yield each result as it is ready.

        Parameters
        ----------
        make, jobs, prepare, lost, limits
            As in `run_all`.
        """
        tasks = (self._task(make, prepare, job, limits or Limits(), None) for job in jobs)
        for task, outcome in self._drive(tasks):
            result = lost(task.job, outcome) if isinstance(outcome, Death) else outcome
            shutil.rmtree(task.scratch, ignore_errors=True)
            yield result

    def _task(
        self,
        make: Callable[[Any], Any],
        prepare: Callable[[Any], None] | None,
        job: object,
        limits: Limits,
        journal: Path | None,
    ) -> Task:
        number = next(self._numbers)
        scratch = self._scratch / f"job-{number}"
        group = str(getattr(job, "notebook", "")) if prepare is not None else ""
        journal = journal or scratch / JOURNAL
        return Task(number, make, prepare, job, limits, scratch, journal, group)

    def _drive(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, Any]]:
        """Keep all workers at work; yield each task with its result or its death.

        Notes
        -----
        Tasks that were under way when their fork server ended are tried again, one by one and
        with nothing beside them, so that only the guilty one is lost.
        """
        again: deque[Task] = deque()
        suspects: deque[Task] = deque()
        under_way: set[Task] = set()
        try:
            while self._sent(tasks, again, suspects, under_way):
                for task, outcome in self._servers.outcomes():
                    under_way.discard(task)
                    if outcome is not AGAIN:
                        yield task, outcome
                    elif task.tries:
                        suspects.append(task)
                    else:
                        again.append(task)
        finally:
            if under_way:
                self._servers.close()

    def _sent(
        self,
        tasks: Iterator[Task],
        again: deque[Task],
        suspects: deque[Task],
        under_way: set[Task],
    ) -> bool:
        """Begin what may begin now; return whether anything is under way."""
        alone = any(task.tries for task in under_way)
        while len(under_way) < self._workers and not alone:
            if suspects and under_way:
                break
            alone = bool(suspects)
            queue = suspects or again
            task = queue.popleft() if queue else next(tasks, None)
            if task is None:
                break
            self._servers.send(task)
            under_way.add(task)
        return bool(under_way)
