"""Capacity studies as studies: keep what they came to, and read it again."""

from __future__ import annotations

from typing import Any

from impact import store
from impact.overviews.capacities.model import CapacityPlan
from impact.overviews.studies import kept, rounded
from impact.store import Study

KIND = "capacity"
TABLES = (
    "cohorts",
    "demand",
    "programmes",
    "schools",
    "flows",
    "travel",
    "unmet",
    "sweep",
    "one_more",
    "costs",
    "robustness",
    "sensitivity",
    "inputs",
)


def register_capacity(study: Any, plan: CapacityPlan, today: str | None) -> Study | None:
    """Keep what a capacity study came to.

    Parameters
    ----------
    study, plan
        The study's file and its figures.
    today
        YYYY-MM-DD; without it nothing is written.

    Returns
    -------
    Study or None
        The kept result; the standing one when nothing has changed.

    Raises
    ------
    InvalidInput
        The date lies before that of the standing result.
    """
    if today is None:
        return None
    tables = {name: rounded(getattr(plan, name)) for name in TABLES}
    about = _about(study, plan)
    return store.write_study(study.id, kind=KIND, tables=tables, about=about, date=today)


def capacities_of(plan: Any) -> tuple[Study, ...]:
    """Return the kept results of the capacity studies a plan names; others are left out."""
    return tuple(kept(plan.capacities))


def _about(study: Any, plan: CapacityPlan) -> dict[str, Any]:
    return {
        "title": dict(study.title),
        "question": dict(study.question),
        "owner": dict(study.owner),
        "example": study.example,
        "year": plan.year,
        "report_year": study.year,
        "country": study.country,
        "subject": study.subject,
        "places": list(study.places),
        "languages": list(study.report_languages()),
        "simulated": plan.simulated,
        "horizon": plan.horizon,
        "weight": plan.weight,
        "counted_at": plan.counted_at,
        "digest": study.digest,
    }
