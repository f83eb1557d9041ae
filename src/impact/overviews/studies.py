"""Assessments as studies: keep their results, register what they predict, read both again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from impact import store
from impact.errors import UnknownName
from impact.overviews.appraisals.model import Appraisal
from impact.store import Study

KIND = "assessment"
TABLES = (
    "quantities",
    "drivers",
    "economics",
    "acceptability",
    "information",
    "predictions",
    "used",
)
DIGITS = 6
NOUGHT = 1e-9
"""What is kept of a number: what differs beyond it is the computer's arithmetic."""


def register_assessment(assessment: Any, appraisal: Appraisal, today: str | None) -> Study | None:
    """Keep what an assessment came to, and register what it predicts.

    Parameters
    ----------
    assessment, appraisal
        The assessment and its figures.
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
    tables = {name: rounded(getattr(appraisal, name)) for name in TABLES}
    if len(appraisal.predictions):
        content = {
            "title": dict(assessment.title),
            "example": assessment.example,
            "alternative": assessment.chosen,
            "measures": {name: dict(one.title) for name, one in assessment.monitoring.items()},
            "predictions": tables["predictions"],
        }
        store.register("prediction", assessment.id, content, date=today)
    return store.write_study(
        assessment.id, kind=KIND, tables=tables, about=_about(assessment), date=today
    )


def _about(assessment: Any) -> dict[str, Any]:
    chosen = assessment.chosen
    decided = assessment.decision
    return {
        "title": dict(assessment.title),
        "question": dict(assessment.question),
        "owner": dict(assessment.owner),
        "stage": assessment.stage,
        "example": assessment.example,
        "year": assessment.year,
        "version": assessment.version,
        "country": assessment.country,
        "subject": assessment.subject,
        "places": list(assessment.places),
        "frameworks": list(assessment.frameworks),
        "languages": list(assessment.report_languages()),
        "alternatives": {name: dict(one.title) for name, one in assessment.alternatives.items()},
        "chosen": chosen,
        "decision": None
        if decided is None
        else {
            "date": decided.date,
            "body": dict(decided.body),
            "alternative": dict(assessment.alternatives[decided.alternative].title),
        },
        "digest": assessment.digest,
    }


def rounded(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose numbers keep six significant digits; below 1e-9 they are nought."""
    decimals = table.select_dtypes("float").columns
    return table.assign(**{name: table[name].map(_rounded) for name in decimals})


def _rounded(value: float) -> float:
    return 0.0 if abs(value) < NOUGHT else float(f"{value:.{DIGITS}g}")


def studies_of(plan: Any) -> tuple[Study, ...]:
    """Return the kept results of the assessments a plan names; those without one are left out."""
    return tuple(kept(plan.assessments))


def kept(names: Iterable[str]) -> Iterator[Study]:
    """Yield the newest result of each study named; those without one are left out."""
    for name in names:
        try:
            yield store.study(name)
        except UnknownName:
            continue
