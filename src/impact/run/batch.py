"""A whole batch: its assessments, a report for every place, the region's, and the way in."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from impact import folders, places
from impact.errors import ImpactError
from impact.run import manifest
from impact.run.coverage import check_coverage
from impact.run.index_page import REGION, index_file, write_index
from impact.run.lock import locked
from impact.run.make_report import Job, Outcome, make, named_from_project
from impact.run.outputs import tidy, writable
from impact.run.params import chosen
from impact.run.params_model import Plan
from impact.run.previous import Previous, previous
from impact.run.studies import STUDIES, day_of_run, study_jobs
from impact.run.summary import Summary, in_order
from impact.run.workers import run_all


@dataclass(frozen=True, slots=True)
class Batch:
    """Where a batch goes and what all its reports share."""

    plan: Plan
    folder: Path
    notebooks: Path
    snapshots: tuple[str, ...]
    previous: Previous


def run(
    plan: Plan,
    *,
    only: Iterable[str] = (),
    out: Path | str = "reports",
    workers: int = 2,
    date: str | None = None,
    command: str = "",
    notebooks: Path | None = None,
    begun: Callable[[Sequence[Job]], None] = lambda jobs: None,
    done: Callable[[Outcome], None] = lambda outcome: None,
) -> Summary:
    """Make all reports of a plan.

    Parameters
    ----------
    plan
        From `impact.run.params.load_plan`.
    only
        Names or codes of the places to make now; then the region's own report is left as it is,
        and of the assessments only those without a stored result are worked out.
    out
        Folder of all reports; this batch goes to `<out>/<name>/<year>`.
    workers
        Number of worker processes.
    date
        The day the run counts as, YYYY-MM-DD; today when None.
    command
        What was typed, for the manifest.
    notebooks
        Folder with `municipality.ipynb`, `region.ipynb` and `assessment.ipynb`; None takes the
        project's.
    begun, done
        Called with all jobs at the start, and with every outcome as it is ready.

    Returns
    -------
    Summary

    Raises
    ------
    ImpactError
        No figure is near the report year, a place of `only` is unknown, the folder cannot be
        written to, or another run is at work in it. A report that fails raises nothing: it is
        among the outcomes.
    """
    began = time.perf_counter()
    if workers < 1:
        raise ImpactError(f"{workers} workers make no report; choose 1 or more.")
    day = day_of_run(date)
    check_coverage(plan)
    only = tuple(only)
    codes = chosen(plan, only) or plan.places
    folder = writable(Path(out) / plan.name) / str(plan.year)
    with locked(folder):
        tidy(writable(folder))
        tidy(folder / STUDIES)
        batch = _batch(plan, folder, notebooks or folders.notebooks_folder())
        studies, outcomes = _studies(batch, day, missing_only=bool(only))
        jobs = _jobs(batch, codes, with_region=not only)
        begun([*(outcome.job for outcome in outcomes), *studies, *jobs])
        for outcome in outcomes:
            done(outcome)
        for outcome in _made(studies, jobs, workers):
            outcomes.append(outcome)
            done(outcome)
        ordered = in_order(outcomes, [*plan.assessments, *plan.places, plan.subject])
        seconds = time.perf_counter() - began
        manifest.write(folder, _about_batch(batch, ordered, seconds, command))
        index = write_index(plan, folder, ordered)
    return Summary(ordered, index, seconds)


def _made(studies: list[Job], jobs: list[Job], workers: int) -> Iterator[Outcome]:
    """Make all studies before the first report, which reads what they stored."""
    with tempfile.TemporaryDirectory(prefix="impact-") as scratch:
        for group in (studies, jobs):
            yield from run_all(make, group, lost=Outcome, scratch=Path(scratch), workers=workers)


def _studies(batch: Batch, day: str, *, missing_only: bool) -> tuple[list[Job], list[Outcome]]:
    shared = batch.plan.languages_of_region()
    return study_jobs(
        batch.plan.assessments,
        folder=batch.folder,
        notebooks=batch.notebooks,
        date=day,
        missing_only=missing_only,
        homes=lambda code: index_file(code, shared),
        about={"snapshots": list(batch.snapshots)},
    )


def _batch(plan: Plan, folder: Path, notebooks: Path) -> Batch:
    from impact import store

    used = tuple(snapshot.id for snapshot in store.snapshots())
    if not used:
        raise ImpactError("there are no figures: data/snapshots is empty. Add some first.")
    return Batch(plan, folder, notebooks, used, previous(plan, folder.parent, used))


def _jobs(batch: Batch, codes: Sequence[str], *, with_region: bool) -> list[Job]:
    plan = batch.plan
    jobs = [_job(batch, code, "municipality", plan.languages_of(code), code) for code in codes]
    if with_region:  # first, since it takes longest
        languages = plan.languages_of_region()
        jobs.insert(0, _job(batch, plan.subject, REGION, languages, REGION))
    return jobs


def _job(batch: Batch, code: str, kind: str, languages: tuple[str, ...], folder: str) -> Job:
    plan = batch.plan
    shared = plan.languages_of_region()
    parameters: dict[str, Any] = {
        "params_file": named_from_project(plan.file),
        "year": plan.year,
        "previous": list(batch.previous.snapshots),
        "previous_year": batch.previous.year,
    }
    if kind != REGION:
        parameters = {"place": code, **parameters}
    return Job(
        subject=code,
        name=places.name_of(code, languages[0]),
        kind=kind,
        notebook=batch.notebooks / f"{kind}.ipynb",
        parameters=parameters,
        languages=languages,
        folder=batch.folder / folder,
        homes={code: f"../{index_file(code, shared)}" for code in languages},
        about={"params": plan.digest, "snapshots": list(batch.snapshots)},
    )


def _about_batch(
    batch: Batch, outcomes: Sequence[Outcome], seconds: float, command: str
) -> dict[str, Any]:
    plan = batch.plan
    standing = manifest.reports(batch.folder, (*plan.places, REGION))
    return {
        "name": plan.name,
        "title": plan.title,
        "year": plan.year,
        "command": command,
        "params": {"file": named_from_project(plan.file), "digest": plan.digest},
        "snapshots": list(batch.snapshots),
        "previous": {
            "year": batch.previous.year,
            "snapshots": list(batch.previous.snapshots),
        },
        "versions": manifest.versions(),
        "seconds": round(seconds, 1),
        "made": [outcome.job.subject for outcome in outcomes if not outcome.failed],
        "failed": {outcome.job.subject: outcome.problem for outcome in outcomes if outcome.failed},
        "reports": {
            name: {"languages": entry["languages"], "snapshots": entry["snapshots"]}
            for name, entry in standing.items()
        },
        "studies": sorted(manifest.reports(batch.folder / STUDIES, plan.assessments)),
    }
