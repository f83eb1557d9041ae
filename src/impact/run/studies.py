"""Assessments of a batch, each made once and before any municipality's report reads its result."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from impact import folders
from impact.errors import ImpactError, UnknownName
from impact.run import keys
from impact.run.assessments.files import FOLDER, find_assessment, load_assessment
from impact.run.keys import Surroundings
from impact.run.lock import locked
from impact.run.make_report import (
    FAILED,
    Job,
    Outcome,
    folder_outside,
    lost,
    make,
    named_from_project,
    prepare,
    rooted,
    sources_of,
)
from impact.run.outputs import tidy, writable
from impact.run.params.types import known_language
from impact.run.schedule import run_all

if TYPE_CHECKING:
    from impact.run.assessments.model import Assessment

ASSESSMENT = "assessment"
STUDIES = "studies"


def day_of_run(date: str | None) -> str:
    """Return the day a run counts as: the one given, else today.

    Raises
    ------
    InvalidInput
        It is not a day written YYYY-MM-DD.
    """
    if date is None:
        return datetime.date.today().isoformat()
    try:
        if datetime.date.fromisoformat(date).isoformat() == date:
            return date
    except ValueError:
        pass
    from impact.store.day import checked_day

    return checked_day(date)


def study_jobs(
    names: Iterable[str],
    *,
    folder: Path,
    notebooks: Path,
    date: str,
    missing_only: bool,
    homes: Callable[[str], str],
    around: Surroundings,
) -> tuple[list[Job], list[Outcome]]:
    """Return the jobs of a batch's assessments, and as failures those that cannot be read.

    Parameters
    ----------
    names
        Their ids.
    folder
        The batch's folder; each goes to `studies/<id>` in it.
    notebooks
        Folder with `assessment.ipynb`.
    date
        The day the run counts as.
    missing_only
        Leave out those with a stored result.
    homes
        From a language to the name of the batch's index page.
    around
        What they share of library, data and figures.
    """
    jobs, unread = [], []
    for name in dict.fromkeys(names):
        file = folders.params_folder() / FOLDER / f"{name}.yml"
        target = folder / STUDIES / name
        try:
            if missing_only and _is_stored(name):
                continue
            assessment = load_assessment(file)
        except ImpactError as error:
            nothing = Job(name, name, ASSESSMENT, notebooks, {}, (), target)
            unread.append(Outcome(nothing, problem=str(error), state=FAILED))
            continue
        languages = assessment.report_languages()
        links = {code: f"../../{homes(code)}" for code in languages}
        jobs.append(_job(assessment, file, target, notebooks, date, languages, links, around))
    return jobs, unread


def _is_stored(name: str) -> bool:
    """Say whether a result of a study is kept; one that is damaged is refused by name."""
    if keys.is_stored(name):
        return True
    from impact import store

    try:
        store.study(name)
    except UnknownName:
        return False
    return True


def assess(
    file: Path | str,
    *,
    languages: Sequence[str] = (),
    out: Path | str = "reports/assessments",
    date: str | None = None,
    notebooks: Path | None = None,
) -> Outcome:
    """Make the report of one assessment alone, and store its result.

    Parameters
    ----------
    file
        A file of params/assessments, or its id.
    languages
        Languages instead of the file's or the places' own.
    out
        Folder of such reports; this one goes to `<out>/<id>/<year>`.
    date
        The day it counts as, YYYY-MM-DD; today when None.
    notebooks
        Folder with `assessment.ipynb`; None takes the project's.

    Returns
    -------
    Outcome
        A report that fails raises nothing: the outcome says why.

    Raises
    ------
    ImpactError
        The file has faults (all are listed) or does not exist, a language or the date cannot be
        used, or the folder cannot be written to.
    """
    day = day_of_run(date)
    wanted = tuple(known_language(code) for code in dict.fromkeys(languages))
    found = find_assessment(file)
    assessment = load_assessment(found)
    target = writable(Path(out) / assessment.id) / str(assessment.year)
    with locked(target), tempfile.TemporaryDirectory(prefix="impact-") as scratch:
        tidy(target.parent)
        job = _job(
            assessment,
            found,
            target,
            notebooks or folders.notebooks_folder(),
            day,
            wanted or assessment.report_languages(),
            {},
            keys.surroundings(),
        )
        (outcome,) = run_all(
            make,
            [rooted(replace(job, sources=sources_of(found)))],
            prepare=prepare,
            lost=lost,
            scratch=Path(scratch),
            workers=1,
        )
        return replace(outcome, job=job)


def _job(
    assessment: Assessment,
    file: Path,
    folder: Path,
    notebooks: Path,
    date: str,
    languages: tuple[str, ...],
    homes: Mapping[str, str],
    around: Surroundings,
) -> Job:
    from impact.report import names

    notebook = notebooks / f"{ASSESSMENT}.ipynb"
    parameters: dict[str, Any] = {
        "assessment_file": named_from_project(str(file)),
        "today": date,
    }
    said = {
        "title": assessment.title,
        "example": assessment.example,
        "places": list(assessment.places),
        "assessment": assessment.digest,
        "warnings": list(assessment.warnings),
    }
    return Job(
        subject=assessment.id,
        name=names.in_language(assessment.title, languages[0])[0],
        kind=ASSESSMENT,
        notebook=notebook,
        parameters=parameters,
        languages=languages,
        folder=folder,
        homes=homes,
        outside=folder_outside(str(file)),
        about=said,
        made_of=keys.made_of(
            around,
            code=keys.code_of(notebook),
            parameters=parameters,
            params=assessment.digest,
        ),
        figures=keys.figures(around),
    )
