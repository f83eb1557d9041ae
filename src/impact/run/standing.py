"""What of a batch stands as it is, and what must be examined or made, with the reason of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from impact import folders, places
from impact.run import keys, manifest
from impact.run.index_page import REGION, index_file
from impact.run.keys import Surroundings
from impact.run.make_report import Job, folder_outside, named_from_project
from impact.run.params.model import Plan
from impact.run.params.plan import chosen
from impact.run.previous import Previous, previous, told
from impact.run.reasons import EXAMINE, MAKE, STANDS, Files, judged
from impact.run.studies import study_jobs

FAILED = "failed"
FORCED = "asked for with --force"


@dataclass(frozen=True, slots=True)
class Standing:
    """A report of a batch, and whether it stands.

    Parameters
    ----------
    subject, name
        Code and name of what it is about; of a study its id and title.
    state
        `kept` when it stands, `examine` when figures changed it may not show, `make`, or `failed`
        when it cannot even be begun.
    reason
        Why, in plain English; empty when it stands.
    job
        What a run would do.
    """

    subject: str
    name: str
    state: str
    reason: str
    job: Job


@dataclass(frozen=True, slots=True)
class Batch:
    """Where a batch goes and what all its reports share.

    Parameters
    ----------
    plan
        Its plan.
    folder
        Where its reports stand.
    notebooks
        Folder of the notebooks.
    around
        What they share of library, data and figures.
    then
        Digests of library files and descriptions as the last run found them.
    force
        Whether everything is made.
    """

    plan: Plan
    folder: Path
    notebooks: Path
    around: Surroundings
    then: Files
    force: bool = False

    @property
    def now(self) -> Files:
        """Digests of library files and descriptions as they are."""
        return {"package": self.around.package, "descriptions": self.around.descriptions}


def batch_of(
    plan: Plan, out: Path | str, *, notebooks: Path | None = None, force: bool = False
) -> Batch:
    """Return a batch as it would be made now; nothing is written.

    Parameters
    ----------
    plan
        From `impact.run.params.load_plan`.
    out
        Folder of all reports; this batch is in `<out>/<name>/<year>`.
    notebooks
        Folder of the notebooks; None takes the project's.
    force
        Whether everything is made.
    """
    folder = Path(out) / plan.name / str(plan.year)
    then = (manifest.read(folder) or {}).get("made_by")
    return Batch(
        plan,
        folder,
        notebooks or folders.notebooks_folder(),
        keys.surroundings(),
        then if isinstance(then, dict) else {},
        force,
    )


def stand(
    plan: Plan,
    out: Path | str = "reports",
    *,
    only: Iterable[str] = (),
    notebooks: Path | None = None,
    force: bool = False,
) -> tuple[Standing, ...]:
    """Say of every report of a plan whether it stands, without making or writing anything.

    Parameters
    ----------
    plan
        From `impact.run.params.load_plan`.
    out
        Folder of all reports.
    only
        Names or codes of some places; then neither the region nor stored studies count.
    notebooks
        Folder of the notebooks; None takes the project's.
    force
        Whether everything is made.

    Returns
    -------
    tuple of Standing
        The studies, then the region, then the places.

    Raises
    ------
    ImpactError
        A place of `only` is unknown.
    """
    only = tuple(only)
    codes = chosen(plan, only) or plan.places
    batch = batch_of(plan, out, notebooks=notebooks, force=force)
    return (
        *studies(batch, day="", missing_only=bool(only)),
        *reports(batch, codes, with_region=not only),
    )


def studies(batch: Batch, *, day: str, missing_only: bool) -> tuple[Standing, ...]:
    """Return how the studies of a batch stand.

    Parameters
    ----------
    batch
        The batch.
    day
        The day a run counts as.
    missing_only
        Leave out those with a stored result.
    """
    shared = batch.plan.languages_of_region()
    jobs, unread = study_jobs(
        batch.plan.studies,
        folder=batch.folder,
        notebooks=batch.notebooks,
        date=day,
        missing_only=missing_only,
        homes=lambda code: index_file(code, shared),
        around=batch.around,
    )
    failures = (
        Standing(one.job.subject, one.job.name, FAILED, one.problem, one.job) for one in unread
    )
    return (*failures, *(_of_study(batch, job) for job in jobs))


def _of_study(batch: Batch, job: Job) -> Standing:
    content = manifest.read(job.folder)
    state, reason = _judged(batch, job, content)
    if state != MAKE and not keys.is_stored(job.subject):
        state, reason = MAKE, "its result is not stored"
    if state != MAKE and content.get("stored") != keys.stored(job.subject):
        state, reason = MAKE, "what is stored or registered of it is not what it came to"
    if state == EXAMINE:  # without a date nothing is stored
        looking = {**job.parameters, "today": None}
        job = replace(job, parameters=looking, anew=job.parameters, shown=content["shown"])
    return Standing(job.subject, job.name, state, reason, replace(job, reason=reason))


def reports(batch: Batch, codes: Sequence[str], *, with_region: bool) -> Iterator[Standing]:
    """Yield how the reports of places stand, before them the region's, which takes longest.

    Parameters
    ----------
    batch
        The batch; results of its studies are read as they lie there now.
    codes
        Codes of the places.
    with_region
        Whether the region's own report counts.
    """
    plan = batch.plan
    shared = _Shared(
        figures=keys.figures(batch.around, plan.study_names),
        languages=plan.languages_of_region(),
        file=named_from_project(plan.file),
        outside=folder_outside(plan.file),
        code={},
    )
    if with_region:
        yield _of_report(batch, shared, plan.subject, REGION, shared.languages)
    for code in codes:
        yield _of_report(batch, shared, code, "municipality", plan.languages_of(code))


@dataclass(frozen=True, slots=True)
class _Shared:
    """What is found out once for all reports of a batch."""

    figures: Mapping[str, Any]
    languages: tuple[str, ...]
    file: str
    outside: Path | None
    code: dict[str, str]

    def code_of(self, notebook: Path) -> str:
        if notebook.name not in self.code:
            self.code[notebook.name] = keys.code_of(notebook)
        return self.code[notebook.name]


def _of_report(
    batch: Batch, shared: _Shared, subject: str, kind: str, languages: tuple[str, ...]
) -> Standing:
    plan, own = batch.plan, ("place",) if kind != REGION else ()
    folder = REGION if kind == REGION else subject
    notebook = batch.notebooks / f"{kind}.ipynb"
    told_always: dict[str, Any] = {"place": subject} if own else {}
    told_always |= {"params_file": shared.file, "year": plan.year}
    job = Job(
        subject=subject,
        name=places.name_of(subject, languages[0]),
        kind=kind,
        notebook=notebook,
        parameters=told_always,
        languages=languages,
        folder=batch.folder / folder,
        homes={code: f"../{index_file(code, shared.languages)}" for code in languages},
        about={"params": plan.digest},
        own=own,
        outside=shared.outside,
        made_of=keys.made_of(
            batch.around,
            code=shared.code_of(notebook),
            parameters=told_always,
            params=keys.params(plan, subject if own else None),
        ),
        figures=shared.figures,
    )
    content = manifest.read(job.folder)
    now = previous(plan, batch.folder.parent, folder, batch.around.snapshots, content)
    state, reason = _judged(batch, job, content)
    if state != MAKE and now.year != plan.year and now != told(content):
        state, reason = MAKE, f"the report of {now.year} it is compared with is another one"
    if state != STANDS:
        job = replace(job, anew={**told_always, **_about_previous(now)})
        if state == EXAMINE:
            then = {**told_always, **_about_previous(told(content))}
            job = replace(job, parameters=then, shown=content["shown"])
        else:
            job = replace(job, parameters=job.anew)
    return Standing(subject, job.name, state, reason, replace(job, reason=reason))


def _about_previous(found: Previous) -> dict[str, Any]:
    return {"previous": list(found.snapshots), "previous_year": found.year}


def _judged(batch: Batch, job: Job, content: Mapping[str, Any] | None) -> tuple[str, str]:
    if batch.force:
        return MAKE, FORCED
    return judged(job, content, batch.then, batch.now)
