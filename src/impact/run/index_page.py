"""The way in to a batch: a page per language that lists every report there is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from impact.run import manifest
from impact.run.make_report import Outcome
from impact.run.outputs import write_whole
from impact.run.params_model import Plan
from impact.run.studies import ASSESSMENT, STUDIES

REGION = "region"


def index_file(code: str, languages: Sequence[str]) -> str:
    """Return the name of the index page in a language; the first language has the short name."""
    return "index.html" if code not in languages[1:] else f"index.{code}.html"


def write_index(plan: Plan, folder: Path, outcomes: Sequence[Outcome]) -> Path:
    """Write the index pages of a batch.

    Parameters
    ----------
    plan
        The plan; reports of its places that an earlier run made are listed too.
    folder
        The batch's folder.
    outcomes
        Of this run; what failed is named as failed, also where an older report still stands.

    Returns
    -------
    pathlib.Path
        The page in the first language.
    """
    from impact.report import index, names
    from impact.report.language import language

    failed = {outcome.job.subject: outcome for outcome in outcomes if outcome.failed}
    standing = manifest.reports(folder, [code for code in plan.places if code not in failed])
    entries = [_entry(code, code, content) for code, content in standing.items()]
    region = None if plan.subject in failed else manifest.read(folder / REGION)
    studies = manifest.reports(
        folder / STUDIES, [name for name in plan.assessments if name not in failed]
    )
    languages = plan.languages_of_region()
    links = {code: index_file(code, languages) for code in languages}
    for code, name in links.items():
        page = index.html(
            entries,
            language(code),
            title=names.in_language(plan.title, code)[0],
            year=plan.year,
            region=_entry(plan.subject, REGION, region) if region else None,
            studies=[_study(name, content) for name, content in studies.items()],
            failures=[_failure(outcome) for outcome in failed.values()],
            links=links,
        )
        write_whole(folder / name, page)
    return folder / links[languages[0]]


def _entry(place: str, folder: str, content: dict[str, Any]) -> Any:
    from impact.report.index import Entry

    files = {code: f"{folder}/report.{code}.html" for code in content["languages"]}
    return Entry(place=place, files=files, headline=content.get("headline", {}))


def _study(name: str, content: dict[str, Any]) -> Any:
    from impact.report.index import StudyEntry

    return StudyEntry(
        title=content["title"],
        files={code: f"{STUDIES}/{name}/report.{code}.html" for code in content["languages"]},
        headline=content.get("headline", {}),
        example=content.get("example", False),
    )


def _failure(outcome: Outcome) -> Any:
    from impact.report.index import Failure

    if outcome.job.kind == ASSESSMENT:
        title = outcome.job.about.get("title") or {"": outcome.job.name}
        return Failure(title=title, reason=outcome.problem)
    return Failure(place=outcome.job.subject, reason=outcome.problem)
