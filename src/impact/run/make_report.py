"""One report: run its notebook, render its blocks in every language, put the files in place."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from impact import engine, folders
from impact.engine import inside, notebook_files
from impact.engine.limits import used
from impact.errors import ImpactError
from impact.run import keys, manifest
from impact.run.indices.files import layers_of_index
from impact.run.outputs import assembled, tidy, write_whole
from impact.run.own_tables import own_tables
from impact.run.params.layers import read_layers
from impact.run.params.plan import find_file, params_outside
from impact.run.report_files import NOTEBOOK, write_files
from impact.run.study_kinds import KINDS

if TYPE_CHECKING:
    from impact.engine.limits import Death

FAILED_NOTEBOOK = "failed.ipynb"
MADE, KEPT, FAILED, PLANNED = "made", "kept", "failed", "planned"
STATES = (MADE, KEPT, FAILED, PLANNED)


@dataclass(frozen=True, slots=True)
class Job:
    """A report to make, or to look at whether it must be made.

    Parameters
    ----------
    subject
        Code of the municipality, region or country it is about; of a study its id.
    name
        The subject's name, for people who wait.
    kind
        municipality, region, assessment, evaluation or capacity.
    notebook
        The notebook that makes it.
    parameters
        What the notebook is told.
    languages
        Languages it is rendered in.
    folder
        Where its files shall stand.
    homes
        The way in, by language, as seen from that folder.
    about
        What its manifest repeats of the plan or the study, such as the digest of its params.
    own
        Names of the parameters that no other report of the batch has the same.
    made_of, figures
        What it is made of and the figures it could use, from `impact.run.keys`.
    sources
        Texts of its params files, by their names in the project.
    outside
        Folder of its params file when that lies outside the project; its notebook is told the
        file's name alone, so that nothing local is kept.
    reason
        Why it is made, in plain English.
    shown
        Digest of the blocks that stand: with it the notebook is only examined, and the report is
        made when it shows other blocks. Empty makes it in any case.
    anew
        What the notebook is told when it must then be made.
    """

    subject: str
    name: str
    kind: str
    notebook: Path
    parameters: Mapping[str, Any]
    languages: tuple[str, ...]
    folder: Path
    homes: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)
    own: tuple[str, ...] = ()
    made_of: Mapping[str, Any] = field(default_factory=dict)
    figures: Mapping[str, Any] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    outside: Path | None = None
    reason: str = ""
    shown: str = ""
    anew: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job.

    Parameters
    ----------
    problem
        Why there is no report; empty when there is one.
    seconds
        How long it took.
    size
        Bytes of its files.
    state
        made, kept (what stood is right), failed, or planned (still to be made).
    reason
        Why it was made or kept, in plain English.
    cpu
        Seconds of computing, its own and of the processes it started.
    memory
        Most bytes it held at once; 0 where that is not known.
    """

    job: Job
    problem: str = ""
    seconds: float = 0.0
    size: int = 0
    state: str = MADE
    reason: str = ""
    cpu: float = 0.0
    memory: int = 0

    @property
    def notebook(self) -> Path:
        """The executed notebook; that of a failure holds the traceback."""
        return self.job.folder / (FAILED_NOTEBOOK if self.failed else NOTEBOOK)

    @property
    def failed(self) -> bool:
        """Whether there is no report."""
        return bool(self.problem)


def make(job: Job) -> Outcome:
    """Make or examine one report; whatever goes wrong stays inside it.

    Notes
    -----
    A failure leaves an older report of the same folder as it is and puts `failed.ipynb` beside
    it: the notebook as far as it came, with the traceback. An examined report that shows other
    blocks comes back as planned when its notebook must be told something else to make it.
    """
    began, (before, _) = time.perf_counter(), used()
    try:
        tidy(job.folder)
        with params_outside(job.outside):
            outcome = _examined(job) if job.shown else _made(job)
    except Exception as error:
        problem = str(error) if isinstance(error, ImpactError) else _described(error)
        outcome = Outcome(job, problem or "failed", state=FAILED, reason=job.reason)
    cpu, memory = used()
    seconds = time.perf_counter() - began
    return replace(outcome, seconds=seconds, cpu=cpu - before, memory=memory)


def rooted(job: Job) -> Job:
    """Return a job whose folders are named from the root, for a process that stands elsewhere."""
    return replace(job, notebook=job.notebook.absolute(), folder=job.folder.absolute())


def prepare(job: Job) -> None:
    """Do once what the job's notebook shares with those of other places."""
    with params_outside(job.outside):
        engine.prepare(job.notebook, job.parameters, job.own)


def lost(job: Job, death: Death) -> Outcome:
    """Return the outcome of a job whose process ended, and keep the notebook as far as it came.

    Parameters
    ----------
    job
        The job.
    death
        Why the process ended, and the journal of what it had done.
    """
    with suppress(OSError), tempfile.TemporaryDirectory(prefix="impact-") as scratch:
        saved = Path(scratch) / FAILED_NOTEBOOK
        notebook_files.save_lost(
            job.notebook,
            job.parameters,
            saved,
            death.reason,
            inside.events(death.journal) if death.journal else (),
            death.printed,
        )
        write_whole(job.folder / FAILED_NOTEBOOK, saved.read_bytes())
    return Outcome(job, death.reason, state=FAILED, reason=job.reason)


def _made(job: Job) -> Outcome:
    with assembled(job.folder) as folder:
        _execute(job, folder)
        return _finished(job, folder)


def _execute(job: Job, folder: Path) -> None:
    try:
        engine.execute(job.notebook, job.parameters, folder / NOTEBOOK, own=job.own)
    except ImpactError:
        _keep_failure(job, folder)
        raise


def _finished(job: Job, folder: Path) -> Outcome:
    """Render an executed notebook and describe the report, in the folder about to stand."""
    try:
        headline = write_files(job, folder)
    except Exception as error:
        notebook_files.add_failure(folder / NOTEBOOK, error)
        _keep_failure(job, folder)
        raise
    size = _write_manifest(job, folder, headline)
    return Outcome(job, size=size, reason=job.reason)


def _examined(job: Job) -> Outcome:
    """Run the notebook with today's figures; keep the pages when it shows what they show."""
    with tempfile.TemporaryDirectory(prefix="impact-", dir=inside.scratch()) as scratch:
        _execute(job, Path(scratch))
        executed = _read(Path(scratch) / NOTEBOOK)
        if keys.shown(executed) == job.shown:
            return _kept(job)
        reason = _what_differs(job, executed)
        if dict(job.anew) != dict(job.parameters):
            return Outcome(job, state=PLANNED, reason=reason)
        with assembled(job.folder) as folder:
            shutil.copyfile(Path(scratch) / NOTEBOOK, folder / NOTEBOOK)
            return _finished(replace(job, reason=reason), folder)


def _kept(job: Job) -> Outcome:
    """Write down the figures a standing report was examined with; its other files stay."""
    standing = manifest.read(job.folder)
    if standing is None:
        raise ImpactError(f"{manifest.NAME} of {job.folder.name} vanished during the run.")
    used_now = {"snapshots": list(job.figures["snapshots"]), "figures": dict(job.figures)}
    manifest.write(job.folder, {**standing, **used_now})
    (job.folder / FAILED_NOTEBOOK).unlink(missing_ok=True)
    return Outcome(job, state=KEPT, reason="other figures, but it shows the same")


def _what_differs(job: Job, executed: Mapping[str, Any]) -> str:
    """Return how many blocks differ from those that stand."""
    now = keys.blocks(executed)
    try:
        before = Counter(keys.blocks(_read(job.folder / NOTEBOOK)))
    except (OSError, ValueError, KeyError, TypeError):  # what stands is no notebook any more
        before = Counter()
    other = (Counter(now) - before).total()
    if not other:
        return "shows fewer blocks, or in another order"
    return f"shows other figures: {other} of {len(now)} blocks"


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def named_from_project(file: str) -> str:
    """Return a file as named from the project's folder; one outside by its name alone."""
    path, home = find_file(file).resolve(), folders.project_folder()
    return path.relative_to(home).as_posix() if path.is_relative_to(home) else path.name


def folder_outside(file: str) -> Path | None:
    """Return the folder of a params file that lies outside the project; None for one inside."""
    path = find_file(file).resolve()
    return None if path.is_relative_to(folders.project_folder()) else path.parent


def sources_of(file: Path) -> dict[str, str]:
    """Return the texts of a params file and of those it needs, by their names in the project.

    They are those it extends, the indices it names, and its own tables that are text.

    Notes
    -----
    A file outside the project is named as seen from the folder of the first, else by its name.
    """
    beside, layers = file.resolve().parent, read_layers(file)
    files = [layer.path for layer in layers.layers]
    for name in layers.data.get("indices") or ():
        files += layers_of_index(name)
    texts = {_named_from(beside, path): path.read_bytes().decode("utf-8") for path in files}
    for path in own_tables(layers.data, file.parent):
        with suppress(OSError, ValueError):  # a sheet of Excel, or another encoding: not kept
            texts.setdefault(_named_from(beside, path), path.read_bytes().decode("utf-8"))
    return texts


def _named_from(beside: Path, file: Path) -> str:
    if folder_outside(str(file)) is not None and file.resolve().is_relative_to(beside):
        return file.resolve().relative_to(beside).as_posix()
    return named_from_project(str(file))


def _keep_failure(job: Job, folder: Path) -> None:
    with suppress(OSError):  # no room for it: what failed is said all the same
        if (folder / NOTEBOOK).is_file():
            write_whole(job.folder / FAILED_NOTEBOOK, (folder / NOTEBOOK).read_bytes())


def _write_manifest(job: Job, folder: Path, headline: Mapping[str, str]) -> int:
    written = manifest.files(folder)
    content = {
        "subject": job.subject,
        "kind": job.kind,
        "languages": list(job.languages),
        "headline": dict(headline),
        "notebook": job.notebook.name,
        "parameters": dict(job.parameters),
        "own": list(job.own),
        "homes": dict(job.homes),
        "snapshots": list(job.figures.get("snapshots", ())),
        **job.about,
        **({"stored": keys.stored(job.subject)} if job.kind in KINDS else {}),
        "made_of": dict(job.made_of),
        "figures": _figures(job),
        "shown": keys.shown(_read(folder / NOTEBOOK)),
        "sources": dict(job.sources),
        "files": written,
    }
    manifest.write(folder, content)
    return sum(entry["bytes"] for entry in written.values())


def _figures(job: Job) -> dict[str, Any]:
    """Return the figures a report could use; a plan it registered itself is among them."""
    if job.kind in KINDS and KINDS[job.kind].registered_first:
        return {**job.figures, "register": keys.register([job.subject])}
    return dict(job.figures)


def _described(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
