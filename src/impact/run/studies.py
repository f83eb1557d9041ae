"""Studies of a batch, each made once and before any municipality's report reads its result."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from impact import folders
from impact.errors import ImpactError, UnknownName
from impact.run import keys
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
from impact.run.study_kinds import ASSESSMENT, CAPACITY, EVALUATION, KINDS, StudyKind

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
    names: Mapping[str, Iterable[str]],
    *,
    folder: Path,
    notebooks: Path,
    date: str,
    missing_only: bool,
    homes: Callable[[str], str],
    around: Surroundings,
) -> tuple[list[Job], list[Outcome]]:
    """Return the jobs of a batch's studies, and as failures those that cannot be read.

    Parameters
    ----------
    names
        Their ids, by kind.
    folder
        The batch's folder; each goes to `studies/<id>` in it.
    notebooks
        Folder with a notebook for each kind.
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
    for kind, name in _each_once(names):
        target = folder / STUDIES / name
        try:
            if missing_only and _is_stored(name):
                continue
            study = kind.load(kind.file(name))
        except ImpactError as error:
            nothing = Job(name, name, kind.name, notebooks, {}, (), target)
            unread.append(Outcome(nothing, problem=str(error), state=FAILED))
            continue
        languages = study.report_languages()
        homes_of = {code: f"../../{homes(code)}" for code in languages}
        asked = _Asked(kind, kind.file(name), target, notebooks, date, languages, homes_of)
        jobs.append(_job(study, asked, around))
    return jobs, unread


def _each_once(names: Mapping[str, Iterable[str]]) -> Iterator[tuple[StudyKind, str]]:
    for kind, identifiers in names.items():
        for name in dict.fromkeys(identifiers):
            yield KINDS[kind], name


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
    return _alone(ASSESSMENT, file, languages, out, date, notebooks)


def evaluate(
    file: Path | str,
    *,
    languages: Sequence[str] = (),
    out: Path | str = "reports/evaluations",
    date: str | None = None,
    notebooks: Path | None = None,
) -> Outcome:
    """Register the plan of one evaluation, make its report alone, and store its result.

    Parameters
    ----------
    file
        A file of params/evaluations, or its id.
    languages
        Languages instead of the file's or the places' own.
    out
        Folder of such reports; this one goes to `<out>/<id>/<year>`.
    date
        The day it counts as, YYYY-MM-DD; today when None.
    notebooks
        Folder with `evaluation.ipynb`; None takes the project's.

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
    return _alone(EVALUATION, file, languages, out, date, notebooks)


def plan_capacity(
    file: Path | str,
    *,
    languages: Sequence[str] = (),
    out: Path | str = "reports/capacity",
    date: str | None = None,
    notebooks: Path | None = None,
) -> Outcome:
    """Make the report of one study of upper-secondary places alone, and store its result.

    Parameters
    ----------
    file
        A file of params/capacity, or its id.
    languages
        Languages instead of the file's or the places' own.
    out
        Folder of such reports; this one goes to `<out>/<id>/<year>`.
    date
        The day it counts as, YYYY-MM-DD; today when None.
    notebooks
        Folder with `capacity.ipynb`; None takes the project's.

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
    return _alone(CAPACITY, file, languages, out, date, notebooks)


def _alone(
    kind: StudyKind,
    file: Path | str,
    languages: Sequence[str],
    out: Path | str,
    date: str | None,
    notebooks: Path | None,
) -> Outcome:
    day = day_of_run(date)
    wanted = tuple(known_language(code) for code in dict.fromkeys(languages))
    found = kind.find(file)
    study = kind.load(found)
    target = writable(Path(out) / study.id) / str(study.year)
    with locked(target), tempfile.TemporaryDirectory(prefix="impact-") as scratch:
        tidy(target.parent)
        spoken = wanted or study.report_languages()
        room = notebooks or folders.notebooks_folder()
        job = _job(study, _Asked(kind, found, target, room, day, spoken), keys.surroundings())
        (outcome,) = run_all(
            make,
            [rooted(replace(job, sources=sources_of(found)))],
            prepare=prepare,
            lost=lost,
            scratch=Path(scratch),
            workers=1,
        )
        return replace(outcome, job=job)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for of one study."""

    kind: StudyKind
    file: Path
    folder: Path
    notebooks: Path
    date: str
    languages: tuple[str, ...]
    homes: Mapping[str, str] = field(default_factory=dict)


def _job(study: Any, asked: _Asked, around: Surroundings) -> Job:
    from impact.report import names

    kind, file = asked.kind, str(asked.file)
    notebook = asked.notebooks / kind.notebook
    parameters = {kind.parameter: named_from_project(file), "today": asked.date}
    said = {
        "title": study.title,
        "example": study.example,
        "places": list(study.places),
        kind.name: study.digest,
        "warnings": list(study.warnings),
    }
    figures = keys.figures(around)
    if kind.registered_first:
        figures["register"] = keys.register([study.id])
    return Job(
        subject=study.id,
        name=names.in_language(study.title, asked.languages[0])[0],
        kind=kind.name,
        notebook=notebook,
        parameters=parameters,
        languages=asked.languages,
        folder=asked.folder,
        homes=asked.homes,
        outside=folder_outside(file),
        about=said,
        made_of=keys.made_of(
            around,
            code=keys.code_of(notebook),
            parameters=parameters,
            params=study.digest,
        ),
        figures=figures,
    )
