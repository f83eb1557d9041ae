"""Jobs sent to a Dask cluster: a lost worker's are done elsewhere, and none is lost with it."""

from __future__ import annotations

import contextlib
import logging
import uuid
import warnings
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from impact.errors import ImpactError
from impact.run.cluster.worker import Errand, Sender, this_process, unlike
from impact.run.engines import local_workers

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

    from impact.engine.limits import Death, Limits

Job = TypeVar("Job")
Result = TypeVar("Result")

ANSWER_SECONDS = 20
SHOWN_WORKERS = 3
LOST_WORKERS = 1
_LOUD = ("distributed", "tornado", "asyncio", "dask")
_KILLS = (
    "the workers that made this report ended one after another, also when it was made alone; "
    "too little memory or a time limit of the cluster is likely."
)


def run_all(
    make: Callable[[Job], Result],
    jobs: Sequence[Job],
    *,
    prepare: Callable[[Job], None],
    lost: Callable[[Job, Death], Result],
    scratch: Path,
    limits: Limits,
    engine: str | None,
    scheduler: str,
    warm_up: str,
) -> Iterator[Result]:
    """Make something of every job on a Dask cluster, and yield each result as it is ready.

    Parameters
    ----------
    make, prepare, lost
        Functions of modules, as of `impact.run.schedule.run_all`.
    jobs
        What to make.
    scratch
        A folder for the files of a local cluster.
    limits
        Seconds and memory of each job.
    engine
        `warm`, `plain`, or None for the fastest each worker can use.
    scheduler
        `local:N`, the address of a scheduler, or the `.json` file it wrote.
    warm_up
        "module:function" names of what each warm process calls once.

    Yields
    ------
    object
        One result per job.

    Raises
    ------
    ImpactError
        No scheduler answers, a worker is unlike this computer or cannot start, or the scheduler
        stops before all is done. What is finished then stands.

    Notes
    -----
    Dask gives the jobs of a worker that is lost to another one. When it gives a job up after
    several lost workers, the job may only have been near a guilty one, so it is tried once more
    with nothing beside it; if workers are lost again, it becomes a failure.
    """
    from impact.engine.limits import Death

    sender = this_process()
    errand = Errand(make, prepare, lost, limits, engine, warm_up, sender)
    with _silence(), _connected(scheduler, scratch) as client:
        _check_workers(client, sender)
        suspects = yield from _together(client, errand, jobs, scheduler)
        for suspect in suspects:
            guilty = yield from _together(client, errand, [suspect], scheduler)
            for job in guilty:
                yield lost(job, Death(_KILLS, None))


def _together(
    client: Client, errand: Errand, jobs: Sequence[Job], scheduler: str
) -> Generator[Any, None, list[Job]]:
    """Yield results of jobs sent at once; return the jobs that Dask gave up."""
    from concurrent.futures import CancelledError

    from distributed import as_completed
    from distributed.scheduler import KilledWorker

    from impact.engine.limits import Death

    given_up = []
    run = uuid.uuid4().hex[:8]
    keys = [f"impact-report-{run}-{number}" for number in range(len(jobs))]
    futures = client.map(errand, jobs, key=keys, pure=False)
    waiting = dict(zip(futures, jobs, strict=True))
    ready = as_completed(futures, loop=client.loop)
    del futures
    try:
        for future in ready:
            job = waiting.pop(future)
            try:  # waits when the result went with its worker, so that the job is done again
                result = future.result()
            except KilledWorker:
                given_up.append(job)
            except CancelledError as error:
                raise _stopped(scheduler) from error
            except ImpactError:  # of the worker, which would spoil one job after the other
                raise
            except Exception as error:
                yield errand.lost(job, Death(_described(error), None))
            else:
                yield result
    finally:
        if waiting:
            with contextlib.suppress(Exception):
                client.cancel(list(waiting), force=True)
    return given_up


def _stopped(scheduler: str) -> ImpactError:
    return ImpactError(
        f"the Dask scheduler at {scheduler} stopped before all reports were made. "
        "Finished reports stand; the same command makes the rest."
    )


def _described(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__


def _check_workers(client: Client, sender: Sender) -> None:
    """Refuse workers that would make other reports than this computer; later ones check again."""
    found = client.run(unlike, sender, on_error="return")
    problems = []
    for worker, answer in found.items():
        if isinstance(answer, BaseException):
            problems.append(f"the worker {worker} cannot load impact: {_described(answer)}")
        elif answer:
            problems.append(answer)
    if problems:
        different = sorted(set(problems))
        more = len(different) - SHOWN_WORKERS
        rest = [f"and {more} more"] if more > 0 else []
        raise ImpactError("\n".join([*different[:SHOWN_WORKERS], *rest]))


@contextlib.contextmanager
def _connected(scheduler: str, scratch: Path) -> Iterator[Client]:
    from distributed import Client

    class Connection(Client):
        """A client that is silent about never having been connected."""

        def __del__(self) -> None:
            """Leave closing to the block that opened it."""

    number = local_workers(scheduler)
    with contextlib.ExitStack() as stack:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            target: dict[str, Any] = {"address": scheduler}
            if number is not None:
                target = {"address": stack.enter_context(_local(number, scratch))}
            elif scheduler.endswith(".json"):
                target = {"scheduler_file": _existing(scheduler)}
            try:
                client = Connection(
                    **target, timeout=ANSWER_SECONDS, set_as_default=False, name="impact"
                )
            except (OSError, ValueError) as error:
                raise ImpactError(
                    f"no Dask scheduler answers at '{scheduler}': {_described(error)}. Start one "
                    "with 'dask scheduler', or write --scheduler local:2 to start one here."
                ) from error
        yield stack.enter_context(client)


def _local(number: int, scratch: Path) -> LocalCluster:
    from distributed import LocalCluster

    return LocalCluster(
        n_workers=number,
        threads_per_worker=1,
        processes=True,
        memory_limit=0,
        dashboard_address=None,
        local_directory=str(scratch),
        silence_logs=logging.CRITICAL,
        preload=["impact.run.cluster.worker"],
        scheduler_kwargs={"allowed_failures": LOST_WORKERS},
    )


def _existing(file: str) -> str:
    if not Path(file).is_file():
        raise ImpactError(f"no file '{file}'; 'dask scheduler --scheduler-file' writes it.")
    return file


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Keep Dask from writing into the progress of a batch while the block runs."""
    import distributed  # noqa: F401  # its loggers must exist before they are silenced

    loggers = [
        logger
        for name, logger in logging.root.manager.loggerDict.items()
        if isinstance(logger, logging.Logger) and name.split(".")[0] in _LOUD
    ]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        yield
    finally:
        for logger, disabled in zip(loggers, before, strict=True):
            logger.disabled = disabled
