"""Which engine or scheduler can be used, and what is wrong with the one asked for."""

from __future__ import annotations

import importlib.util
import sys

from impact.errors import ImpactError, UnknownName

WARM, PLAIN = "warm", "plain"
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
