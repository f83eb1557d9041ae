"""Evaluations as studies: register the plan, keep the result, read both again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from impact import store
from impact.overviews.evaluations.model import Evaluation
from impact.overviews.studies import kept, rounded
from impact.store import Entry, Study

KIND = "evaluation"
PLAN = "plan"
TABLES = (
    "outcomes",
    "course",
    "units",
    "weights",
    "pretrends",
    "placebos",
    "specifications",
    "sensitivity",
    "power",
    "checks",
    "bacon",
    "exposure",
)


@dataclass(frozen=True, slots=True)
class Registration:
    """When a plan was registered, and whether it is still the same.

    Parameters
    ----------
    date, digest
        Day and digest of the first registration. Before there is one the day is `today`, or None.
    changed
        Day on which another plan took its place; None while it is the first one.
    since
        Day from which the plan stands as it is now; None when it has never been registered.
    """

    date: str | None
    digest: str
    changed: str | None
    since: str | None


def registration(plan: Any, today: str | None = None) -> Registration:
    """Return when a plan was registered.

    Parameters
    ----------
    plan
        A plan of an evaluation.
    today
        YYYY-MM-DD, the day on which `register_plan` registers it if it is not yet there.

    Raises
    ------
    DamagedSnapshot
        The register is not as it was written.
    """
    entries = store.registered(PLAN, plan.id)
    if not entries:
        return Registration(today, plan.plan_digest, None, today)
    first, last = entries[0], entries[-1]
    stands = _is_of(last, plan)
    since = last.date if stands else today
    same = stands and len(entries) == 1
    changed = None if same else since or plan.plan.written
    return Registration(first.date, first.content["digest"], changed, since)


def register_plan(plan: Any, today: str | None) -> Entry | None:
    """Register what a plan declares, unless it stands there already.

    Parameters
    ----------
    plan
        A plan of an evaluation.
    today
        YYYY-MM-DD; without it nothing is written.

    Returns
    -------
    Entry or None
        The one that stands now; the last one when what is declared has not changed, however its
        texts read.

    Raises
    ------
    InvalidInput
        The date lies before that of the last entry.
    """
    if today is None:
        return None
    entries = store.registered(PLAN, plan.id)
    if entries and _is_of(entries[-1], plan):
        return entries[-1]
    content = {
        "title": dict(plan.title),
        "question": dict(plan.question),
        "year": plan.year,
        "written": plan.plan.written,
        "chosen_after": dict(plan.plan.chosen_after),
        "declared": plan.declared(),
        "digest": plan.plan_digest,
    }
    return store.register(PLAN, plan.id, content, date=today)


def _is_of(entry: Entry, plan: Any) -> bool:
    """Say whether an entry declares what a plan does; fewer years than declared are a change."""
    content = entry.content
    return content["digest"] == plan.plan_digest and plan.year >= content.get("year", plan.year)


def register_evaluation(plan: Any, evaluation: Evaluation, today: str | None) -> Study | None:
    """Register the plan of an evaluation, and keep what it came to.

    Parameters
    ----------
    plan, evaluation
        The plan and its figures.
    today
        YYYY-MM-DD; without it nothing is written.

    Returns
    -------
    Study or None
        The kept result; the standing one when nothing has changed.

    Raises
    ------
    InvalidInput
        The date lies before that of the standing result or entry.
    """
    if today is None:
        return None
    register_plan(plan, today)
    tables = {name: rounded(getattr(evaluation, name)) for name in TABLES}
    about = _about(plan, evaluation)
    return store.write_study(plan.id, kind=KIND, tables=tables, about=about, date=today)


def evaluations_of(plan: Any) -> tuple[Study, ...]:
    """Return the kept results of the evaluations a plan names; those without one are left out."""
    return tuple(kept(plan.evaluations))


def _about(plan: Any, evaluation: Evaluation) -> dict[str, Any]:
    return {
        "title": dict(plan.title),
        "question": dict(plan.question),
        "owner": dict(plan.owner),
        "example": plan.example,
        "year": plan.year,
        "country": plan.country,
        "subject": plan.subject,
        "places": list(plan.places),
        "languages": list(plan.report_languages()),
        "intervention": dict(plan.intervention.title),
        "unit": plan.unit,
        "treated": {
            name: {"title": dict(one.title), "places": list(one.places), "start": one.start}
            for name, one in plan.treated.items()
        },
        "outcomes": {name: dict(one.title) for name, one in plan.outcomes.items()},
        "primary": plan.primary,
        "estimator": plan.estimator,
        "exploratory": evaluation.exploratory,
        "plan_date": evaluation.plan_date,
        "plan_digest": evaluation.plan_digest,
        "plan_changed": evaluation.plan_changed,
        "digest": plan.digest,
    }
