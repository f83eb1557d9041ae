"""A whole batch: its studies, a report for every place, the region's, and the way in."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from impact.errors import ImpactError
from impact.run import batch_manifest, engines, schedule, standing
from impact.run.index_page import index_file, write_index
from impact.run.lock import locked
from impact.run.make_report import (
    FAILED,
    KEPT,
    PLANNED,
    Job,
    Outcome,
    lost,
    make,
    prepare,
    rooted,
    sources_of,
)
from impact.run.outputs import tidy, writable
from impact.run.params.model import Plan
from impact.run.params.plan import chosen, find_file, params_outside
from impact.run.reasons import EXAMINE, MAKE, STANDS
from impact.run.standing import Batch, Standing
from impact.run.studies import STUDIES, day_of_run
from impact.run.study_kinds import file_told
from impact.run.summary import Summary, in_order

if TYPE_CHECKING:
    from impact.engine.limits import Limits

Done = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True)
class How:
    """How the jobs of a batch run.

    Parameters
    ----------
    workers
        Number of processes.
    engine, scheduler
        As of `impact.run.schedule.run_all`.
    limits
        Seconds and memory of each report.
    """

    workers: int = 2
    engine: str | None = None
    scheduler: str | None = None
    limits: Limits | None = None


def run(
    plan: Plan,
    *,
    only: Iterable[str] = (),
    out: Path | str = "reports",
    workers: int = 2,
    date: str | None = None,
    command: str = "",
    notebooks: Path | None = None,
    force: bool = False,
    dry_run: bool = False,
    engine: str | None = None,
    scheduler: str | None = None,
    limits: Limits | None = None,
    begun: Callable[[Sequence[Job]], None] = lambda jobs: None,
    done: Done = lambda outcome: None,
) -> Summary:
    """Make the reports of a plan that do not stand already.

    Parameters
    ----------
    plan
        From `impact.run.params.load_plan`.
    only
        Names or codes of the places to make now; then the region's own report is left as it is,
        and of the studies only those without a stored result are worked out.
    out
        Folder of all reports; this batch goes to `<out>/<name>/<year>`.
    workers
        Number of worker processes.
    date
        The day the run counts as, YYYY-MM-DD; today when None.
    command
        What was typed, for the manifest.
    notebooks
        Folder with `municipality.ipynb`, `region.ipynb` and those of studies; None takes the
        project's.
    force
        Make also what stands.
    dry_run
        Make and write nothing; the outcomes say what would be made, and why.
    engine
        `warm`, `plain`, or None for the fastest this computer can use.
    scheduler
        `local:N` or the address of a Dask scheduler; None uses this computer alone.
    limits
        Seconds and memory of each report; None takes the usual ones.
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
    engines.check(engine, scheduler)
    day, only = day_of_run(date), tuple(only)
    codes = chosen(plan, only) or plan.places
    batch = standing.batch_of(plan, out, notebooks=notebooks, force=force)
    if not batch.around.snapshots:
        raise ImpactError("there are no figures: data/snapshots is empty. Add some first.")
    if dry_run:
        return _planned(batch, codes, day, with_region=not only, began=began)
    writable(batch.folder.parent)
    with locked(batch.folder):
        for folder in (writable(batch.folder), batch.folder / STUDIES):
            tidy(folder)
        try:
            outcomes = _through(
                batch, codes, day, bool(only), How(workers, engine, scheduler, limits), begun, done
            )
        except OSError as error:
            raise ImpactError(
                f"the run ended: {error.strerror or error}. What is made stands; run it again."
            ) from error
        finally:
            for folder in (batch.folder, batch.folder / STUDIES):
                tidy(folder)
        ordered = _ordered(plan, outcomes)
        seconds = time.perf_counter() - began
        index, problem = _described(batch, ordered, seconds, command)
    return Summary(ordered, index, seconds, problem)


def _through(
    batch: Batch,
    codes: Sequence[str],
    day: str,
    missing_only: bool,
    how: How,
    begun: Callable[[Sequence[Job]], None],
    done: Done,
) -> list[Outcome]:
    """Make all studies before the first report, which reads what they stored."""
    outcomes: list[Outcome] = []
    first = standing.studies(batch, day=day, missing_only=missing_only)
    then = tuple(standing.reports(batch, codes, with_region=not missing_only))
    _check_figures(batch, (*first, *then))
    begun([one.job for one in (*first, *then)])
    for outcome in _made(batch, first, how):
        outcomes.append(outcome)
        done(outcome)
    if any(outcome.state not in (KEPT, FAILED) for outcome in outcomes):
        then = tuple(standing.reports(batch, codes, with_region=not missing_only))
    for outcome in _made(batch, then, how):
        outcomes.append(outcome)
        done(outcome)
    return outcomes


def _made(batch: Batch, found: Iterable[Standing], how: How) -> Iterator[Outcome]:
    """Yield what stands at once, then what is examined or made; what shows others is made last."""
    jobs: dict[str, Job] = {}
    texts: dict[str, dict[str, str]] = {}
    for one in found:
        if one.state == STANDS:
            yield Outcome(one.job, state=KEPT)
        elif one.state == standing.FAILED:
            yield Outcome(one.job, problem=one.reason, state=FAILED)
        else:
            jobs[one.subject] = replace(one.job, sources=_sources(one.job, texts))
    again: dict[str, Job] = {}
    with tempfile.TemporaryDirectory(prefix="impact-") as scratch:
        for outcome in _run(jobs, how, Path(scratch)):
            job = jobs.pop(outcome.job.subject)
            if outcome.state == PLANNED:
                again[job.subject] = replace(
                    job, parameters=job.anew, shown="", reason=outcome.reason
                )
            else:
                yield replace(outcome, job=job)
        for outcome in _run(again, how, Path(scratch)):
            yield replace(outcome, job=again.pop(outcome.job.subject))


def _run(jobs: Mapping[str, Job], how: How, scratch: Path) -> Iterator[Outcome]:
    """Run jobs; whoever runs them may stand in another folder than this process."""
    if not jobs:
        return
    yield from schedule.run_all(
        make,
        [rooted(job) for job in jobs.values()],
        prepare=prepare,
        lost=lost,
        scratch=scratch,
        workers=how.workers,
        limits=how.limits,
        engine=how.engine,
        scheduler=how.scheduler,
    )


def _check_figures(batch: Batch, found: Iterable[Standing]) -> None:
    """Refuse a year without figures, and damaged ones, before anything is made of them."""
    if any(one.state in (EXAMINE, MAKE) for one in found):
        from impact.run.coverage import check_coverage

        check_coverage(batch.plan)


def _sources(job: Job, read: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return the texts of a job's params files; each is read once."""
    file = file_told(job.parameters)
    if file not in read:
        with params_outside(job.outside):
            read[file] = sources_of(find_file(file))
    return read[file]


def _planned(
    batch: Batch, codes: Sequence[str], day: str, *, with_region: bool, began: float
) -> Summary:
    found = (
        *standing.studies(batch, day=day, missing_only=not with_region),
        *standing.reports(batch, codes, with_region=with_region),
    )
    _check_figures(batch, found)
    outcomes = [_as_planned(one) for one in found]
    index = batch.folder / index_file("", batch.plan.languages_of_region())
    return Summary(_ordered(batch.plan, outcomes), index, time.perf_counter() - began)


def _as_planned(one: Standing) -> Outcome:
    if one.state == standing.FAILED:
        return Outcome(one.job, problem=one.reason, state=FAILED)
    return Outcome(one.job, state=KEPT if one.state == STANDS else PLANNED, reason=one.reason)


def _ordered(plan: Plan, outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    return in_order(outcomes, [*plan.study_names, *plan.places, plan.subject])


def _described(
    batch: Batch, outcomes: Sequence[Outcome], seconds: float, command: str
) -> tuple[Path, str]:
    """Write the way in and the batch's manifest; reports stand also when there is no room."""
    plan, folder = batch.plan, batch.folder
    index = folder / index_file("", plan.languages_of_region())
    try:
        before = batch_manifest.index_before(batch)
        made_by = {**batch.around.package, **batch.around.descriptions}
        digest = write_index(plan, folder, outcomes, made_by=made_by, before=before)
        batch_manifest.write(batch, outcomes, seconds=seconds, command=command, index=digest)
    except OSError as error:
        return index, f"the way in cannot be written: {error.strerror or error}."
    return index, ""
