"""Worker processes that make reports two at a time; one that dies takes only its own report."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeVar

from impact.run.engine import kernel_environment

Job = TypeVar("Job")
Result = TypeVar("Result")
Lost = Callable[[Job, str], Result]
_DIED = "the process that made this report ended without a word; too little memory is likely."


def run_all(
    make: Callable[[Job], Result],
    jobs: Sequence[Job],
    *,
    lost: Lost,
    scratch: Path,
    workers: int = 2,
) -> Iterator[Result]:
    """Make something of every job in worker processes, and yield each as it is ready.

    Parameters
    ----------
    make
        A function of a module; it should catch its own errors.
    jobs
        What to make, in this order.
    lost
        Makes a result of a job and a problem, for a job whose process died.
    scratch
        A folder for the workers' own files.
    workers
        Number of processes.

    Notes
    -----
    Processes are spawned, not forked, so they begin alike on every system. When one dies, the
    jobs that were under way are tried again one by one, so that only the guilty one is lost.
    """
    waiting = deque(jobs)
    suspects: deque[Job] = deque()
    while waiting or suspects:
        alone = bool(suspects)
        queue = deque([suspects.popleft()]) if alone else waiting
        running: dict[Future[Result], Job] = {}
        with _pool(1 if alone else workers, scratch) as pool:
            try:
                yield from _through(pool, make, queue, running, 1 if alone else workers)
            except BrokenProcessPool:
                if alone:
                    yield from (lost(job, _DIED) for job in running.values())
                else:
                    suspects.extend(running.values())


def _through(
    pool: ProcessPoolExecutor,
    make: Callable[[Job], Result],
    queue: deque[Job],
    running: dict[Future[Result], Job],
    workers: int,
) -> Iterator[Result]:
    while queue or running:
        while queue and len(running) < workers:
            job = queue.popleft()
            running[pool.submit(make, job)] = job
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            result = future.result()
            del running[future]
            yield result


def _pool(workers: int, scratch: Path) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_begin,
        initargs=(str(scratch),),
    )


def _begin(scratch: str) -> None:
    own = Path(scratch) / f"worker-{os.getpid()}"
    own.mkdir(parents=True, exist_ok=True)
    os.environ.update(kernel_environment(own))
