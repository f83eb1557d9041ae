"""Where the jobs of a batch run: forked from a warm process, in plain workers, or on a cluster."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from impact.errors import ImpactError, UnknownName

if TYPE_CHECKING:
    from impact.engine.limits import Death, Limits

Job = TypeVar("Job")
Result = TypeVar("Result")

WARM, PLAIN = "warm", "plain"
WARM_UP = "impact.run.warm_up:warm_up"
LOCAL = "local:"


def chosen_engine(engine: str | None = None) -> str:
    """Return the engine of this computer: the one named, else the fastest it can use.

    Parameters
    ----------
    engine
        `warm`, `plain`, or None for `warm` on Linux and `plain` elsewhere.

    Raises
    ------
    ImpactError
        There is no such engine, or it cannot work here.
    """
    can_fork = sys.platform == "linux"
    if engine is None:
        return WARM if can_fork else PLAIN
    if engine not in (WARM, PLAIN):
        raise UnknownName("engine", engine, (WARM, PLAIN), "Choose warm or plain.")
    if engine == WARM and not can_fork:
        raise ImpactError(
            "the warm engine copies a running process, which only Linux does safely. "
            "Leave --engine out, or choose plain."
        )
    return engine


def local_workers(scheduler: str) -> int | None:
    """Return N of `local:N`; None for the address of a scheduler that runs already.

    Raises
    ------
    ImpactError
        What follows `local:` is not a number of workers.
    """
    if not scheduler.startswith(LOCAL):
        return None
    number = scheduler.removeprefix(LOCAL)
    if not (number.isascii() and number.isdecimal() and int(number) >= 1):
        raise ImpactError(
            f"'{scheduler}' names no number of workers; write local:2 for two of them."
        )
    return int(number)


def check(engine: str | None = None, scheduler: str | None = None) -> None:
    """Refuse an engine or a scheduler that cannot be used, before any work is done.

    Parameters
    ----------
    engine
        `warm`, `plain` or None.
    scheduler
        `local:N`, the address of a Dask scheduler, or None for this computer without Dask.

    Raises
    ------
    ImpactError
        The engine is unknown or cannot work here, the scheduler is badly written, or what it
        needs is not installed. Whether an address answers is not asked here.
    """
    if scheduler is None:
        chosen_engine(engine)
        return
    if engine is not None and engine not in (WARM, PLAIN):
        chosen_engine(engine)
    local_workers(scheduler)
    if importlib.util.find_spec("distributed") is None:
        raise ImpactError(
            "--scheduler needs Dask, which is not installed. "
            "Run: pip install 'nordic-impact[cluster]'"
        )


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
