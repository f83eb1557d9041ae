"""What one worker of a Dask cluster does: one job at a time, in a warm process of its own."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from impact import folders
from impact.errors import ImpactError
from impact.run import keys, manifest
from impact.run.engines import WARM, chosen_engine

if TYPE_CHECKING:
    from impact.engine.limits import Death, Limits
    from impact.engine.pool import WarmPool

Job = TypeVar("Job")
Result = TypeVar("Result")

_SLOT = threading.Lock()
_alike: Sender | None = None
_owned: tuple[tuple[Sender, str], WarmPool] | None = None


@dataclass(frozen=True, slots=True)
class Sender:
    """The process that sends the jobs, as far as a worker must be like it.

    Parameters
    ----------
    home
        The project's folder.
    working
        The folder that relative paths of jobs start from.
    versions
        Versions of all that calculates or draws.
    package
        Digest of every file of this library that reports are made by, by name.
    run
        Name of the run: a warm process remembers figures and params, which may be others in the
        next run, so it serves one run alone.
    """

    home: str
    working: str
    versions: Mapping[str, str]
    package: Mapping[str, str]
    run: str = ""


@dataclass(frozen=True, slots=True)
class Errand:
    """What is done with every job, wherever it is done.

    Parameters
    ----------
    make, prepare, lost
        As of `impact.run.schedule.run_all`.
    limits
        Seconds and memory of each job.
    engine
        `warm`, `plain`, or None for the fastest the worker can use.
    warm_up
        "module:function" names of what the warm process calls once.
    sender
        Who sends it.
    """

    make: Callable[[Any], Any]
    prepare: Callable[[Any], None]
    lost: Callable[[Any, Death], Any]
    limits: Limits
    engine: str | None
    warm_up: str
    sender: Sender

    def __call__(self, job: Job) -> Result:
        """Make something of a job; a second one waits for the worker's only slot.

        Raises
        ------
        ImpactError
            The worker itself cannot make reports, or would make other ones.
        """
        with _SLOT:
            _refuse_unlike(self.sender)
            with _placed(self.sender):
                if chosen_engine(self.engine) == WARM:
                    return self._warm(job)
                return self._plain(job)

    def _warm(self, job: Job) -> Result:
        from impact.engine.limits import Death

        pool = _pool(self.sender, self.warm_up)
        result = pool.call(self.make, job, prepare=self.prepare, limits=self.limits)
        return self.lost(job, result) if isinstance(result, Death) else result

    def _plain(self, job: Job) -> Result:
        from impact.engine import workers

        with _parent_of_processes():
            (result,) = workers.run_all(
                self.make,
                [job],
                prepare=self.prepare,
                lost=self.lost,
                scratch=_scratch(),
                workers=1,
                limits=self.limits,
            )
        return result


def this_process() -> Sender:
    """Return this process as a sender."""
    working, home = str(Path.cwd()), str(folders.project_folder())
    return Sender(home, working, manifest.versions(), keys.package(), uuid.uuid4().hex)


def unlike(wanted: Sender) -> str:
    """Say why reports made in this process would not be equal; empty when nothing is known.

    Parameters
    ----------
    wanted
        The process that sends the jobs.
    """
    host = socket.gethostname()
    for folder in (wanted.home, wanted.working):
        if not Path(folder).is_dir():
            return (
                f"the worker on {host} does not see the folder {folder}. "
                "All workers need the same folders as the computer that starts the run."
            )
    here = manifest.versions()
    other = [
        f"{name} {here.get(name, 'missing')} instead of {version}"
        for name, version in wanted.versions.items()
        if here.get(name) != version
    ]
    if other:
        return (
            f"the worker on {host} has {', '.join(other)}. "
            "Install the same versions on all workers (requirements.lock)."
        )
    package = keys.package()
    changed = [name for name in wanted.package if package.get(name) != wanted.package[name]]
    if changed:
        more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
        return (
            f"the worker on {host} has another state of this library: {changed[0]}{more}. "
            "Update it to the state of the computer that starts the run."
        )
    return ""


def _refuse_unlike(wanted: Sender) -> None:
    """Look once at every sender; a worker that joins late is not asked before its first job."""
    global _alike
    if _alike != wanted:
        if problem := unlike(wanted):
            raise ImpactError(problem)
        _alike = wanted


def _pool(wanted: Sender, warm_up: str) -> WarmPool:
    """Return this process's warm pool; one of another run is ended first."""
    global _owned
    if _owned is not None and _owned[0] == (wanted, warm_up):
        return _owned[1]
    from impact.engine.pool import WarmPool

    if _owned is not None:
        _owned[1].close()
    _owned = ((wanted, warm_up), WarmPool(_scratch(), warm_up=warm_up))
    return _owned[1]


def _scratch() -> Path:
    """Return a folder that Dask removes together with the worker."""
    from distributed import get_worker

    folder = Path(get_worker().local_directory) / "impact"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextlib.contextmanager
def _placed(wanted: Sender) -> Iterator[None]:
    """Stand where the jobs' paths start from while the block runs."""
    before = os.environ.get("IMPACT_HOME")
    os.environ["IMPACT_HOME"] = wanted.home
    try:
        with contextlib.chdir(wanted.working):
            yield
    finally:
        if before is None:
            os.environ.pop("IMPACT_HOME", None)
        else:
            os.environ["IMPACT_HOME"] = before


@contextlib.contextmanager
def _parent_of_processes() -> Iterator[None]:
    """Let a worker have child processes, which Dask's nanny forbids by marking it a daemon."""
    from multiprocessing import process

    settings = process.current_process()._config
    before = settings.get("daemon", False)
    settings["daemon"] = False
    try:
        yield
    finally:
        settings["daemon"] = before


def dask_setup(worker: object) -> None:
    """Send all that a worker of a local cluster prints to a file beside its own.

    Parameters
    ----------
    worker
        The Dask worker that begins; Dask calls this function of a preloaded module.
    """
    noise = Path(worker.local_directory) / "printed.txt"
    noise.parent.mkdir(parents=True, exist_ok=True)
    with noise.open("ab") as file:
        for printed in (1, 2):
            os.dup2(file.fileno(), printed)
