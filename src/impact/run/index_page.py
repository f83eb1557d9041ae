"""The way in to a batch: a page per language that lists every report there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from impact.run import keys, manifest
from impact.run.make_report import Outcome
from impact.run.outputs import write_whole
from impact.run.params.model import Plan
from impact.run.studies import STUDIES
from impact.run.study_kinds import ASSESSMENT, KINDS

REGION = "region"


def index_file(code: str, languages: Sequence[str]) -> str:
    """Return the name of the index page in a language; the first language has the short name."""
    return "index.html" if code not in languages[1:] else f"index.{code}.html"


def write_index(
    plan: Plan,
    folder: Path,
    outcomes: Sequence[Outcome],
    *,
    made_by: Mapping[str, str] | None = None,
    before: str = "",
) -> str:
    """Write the index pages of a batch, unless they would say what they say already.

    Parameters
    ----------
    plan
        The plan; reports of its places that an earlier run made are listed too.
    folder
        The batch's folder.
    outcomes
        Of this run; what failed is named as failed, also where an older report still stands.
    made_by
        Digests of the files of this library and of the descriptions in `data/`, which hold the
        names of places, from `impact.run.keys`; found out when None.
    before
        What this function returned when the pages that stand were written.

    Returns
    -------
    str
        Digest of what the pages are made of.
    """
    said = _said(plan, folder, outcomes)
    files = {**keys.package(), **keys.descriptions()} if made_by is None else made_by
    digest = keys.of_content([said, dict(files), manifest.versions()])
    pages = [folder / index_file(code, said["languages"]) for code in said["languages"]]
    if digest != before or not all(page.is_file() for page in pages):
        _write(plan, folder, said)
    return digest


def _said(plan: Plan, folder: Path, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return what the pages say, as plain data."""
    failed = {outcome.job.subject: outcome for outcome in outcomes if outcome.failed}
    region = {} if plan.subject in failed else manifest.cards(folder, [REGION])
    studies = [name for name in plan.study_names if name not in failed]
    return {
        "title": plan.title if isinstance(plan.title, str) else dict(plan.title),
        "year": plan.year,
        "languages": list(plan.languages_of_region()),
        "places": manifest.cards(folder, [code for code in plan.places if code not in failed]),
        "region": region.get(REGION),
        "studies": manifest.cards(folder / STUDIES, studies),
        "failures": [_failure(outcome) for outcome in failed.values()],
    }


def _write(plan: Plan, folder: Path, said: Mapping[str, Any]) -> None:
    from impact.report import index, names
    from impact.report.language import language

    region = said["region"]
    links = {code: index_file(code, said["languages"]) for code in said["languages"]}
    for code, name in links.items():
        page = index.html(
            [_entry(place, place, card) for place, card in said["places"].items()],
            language(code),
            title=names.in_language(plan.title, code)[0],
            year=plan.year,
            region=_entry(plan.subject, REGION, region) if region else None,
            studies=[_study(name, card) for name, card in said["studies"].items()],
            failures=[index.Failure(**failure) for failure in said["failures"]],
            links=links,
        )
        write_whole(folder / name, page)


def _entry(place: str, folder: str, card: Mapping[str, Any]) -> Any:
    from impact.report.index import Entry

    files = {code: f"{folder}/report.{code}.html" for code in card["languages"]}
    return Entry(place=place, files=files, headline=card.get("headline", {}))


def _study(name: str, card: Mapping[str, Any]) -> Any:
    from impact.report.index import StudyEntry

    return StudyEntry(
        kind=card.get("kind", ASSESSMENT.name),
        title=card.get("title", {"": name}),
        files={code: f"{STUDIES}/{name}/report.{code}.html" for code in card["languages"]},
        headline=card.get("headline", {}),
        example=card.get("example", False),
    )


def _failure(outcome: Outcome) -> dict[str, Any]:
    if outcome.job.kind in KINDS:
        title = outcome.job.about.get("title") or {"": outcome.job.name}
        return {"title": dict(title), "reason": outcome.problem}
    return {"place": outcome.job.subject, "reason": outcome.problem}
