"""Where the jobs of a batch run: forked from a warm process, in plain workers, or on a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from impact.run.engines import WARM, check, chosen_engine

if TYPE_CHECKING:
    from impact.engine.limits import Death, Limits

Job = TypeVar("Job")
Result = TypeVar("Result")

WARM_UP = "impact.run.warm_up:warm_up"


def run_all(
    make: Callable[[Job], Result],
    jobs: Sequence[Job],
    *,
    prepare: Callable[[Job], None],
    lost: Callable[[Job, Death], Result],
    scratch: Path,
    workers: int = 2,
    limits: Limits | None = None,
    engine: str | None = None,
    scheduler: str | None = None,
) -> Iterator[Result]:
    """Make something of every job, and yield each result as it is ready.

    Parameters
    ----------
    make
        A function of a module; it should catch its own errors.
    jobs
        What to make, in this order.
    prepare
        A function of a module that does once, in a warm process, what several jobs share.
    lost
        A function of a module: makes a result of a job whose process ended, and of the reason.
    scratch
        A folder for the processes' own files.
    workers
        Number of processes on this computer; a cluster has its own number.
    limits
        Seconds and memory of each job; None takes the usual ones.
    engine
        `warm`, `plain`, or None for the fastest that can be used.
    scheduler
        `local:N` starts a Dask cluster of N workers here; an address uses one that runs. None
        uses no Dask.

    Returns
    -------
    Iterator
        One result per job, in the order they are ready. Leaving it ends what is under way.

    Raises
    ------
    ImpactError
        The engine or the scheduler cannot be used. A job that fails raises nothing.
    """
    check(engine, scheduler)
    if not jobs:
        return iter(())
    from impact.engine.limits import Limits

    limits = limits if limits is not None else Limits()
    given = {"prepare": prepare, "lost": lost, "scratch": scratch, "limits": limits}
    if scheduler is not None:
        from impact.run.cluster import sender

        sent = {"engine": engine, "scheduler": scheduler, "warm_up": WARM_UP}
        return sender.run_all(make, jobs, **given, **sent)
    if chosen_engine(engine) == WARM:
        from impact.engine import pool

        return pool.run_all(make, jobs, **given, workers=workers, warm_up=WARM_UP)
    from impact.engine import workers as plain_workers

    return plain_workers.run_all(make, jobs, **given, workers=workers)
