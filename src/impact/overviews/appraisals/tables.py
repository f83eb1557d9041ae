"""From drawn courses to the table of quantities: every place, all together, every year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from impact.assessment.uncertainty.summary import summarise
from impact.overviews.appraisals.courses import Course
from impact.overviews.appraisals.inputs import Input, figure_key, parameters_named
from impact.overviews.appraisals.model import QUANTITY_COLUMNS


def quantity_table(
    assessment: Any, found: Iterable[Course], inputs: Mapping[str, Input]
) -> pd.DataFrame:
    """Return what every quantity comes to, place by place and in all places together.

    Parameters
    ----------
    assessment
        From `impact.load_assessment`.
    found
        The courses of its quantities.
    inputs
        What they were calculated from.

    Returns
    -------
    pandas.DataFrame
        Columns `appraisal_model.QUANTITY_COLUMNS`.
    """
    tables = [
        _rows(course, statistic, places, values, unit, is_scenario(assessment, course, inputs))
        for course in found
        for statistic, places, values, unit in _statistics(course, assessment.subject)
    ]
    if not tables:
        return pd.DataFrame(columns=list(QUANTITY_COLUMNS))
    return pd.concat(tables, ignore_index=True)[list(QUANTITY_COLUMNS)]


def is_scenario(assessment: Any, course: Course, inputs: Mapping[str, Input]) -> bool:
    """Say whether a number nobody has measured stands behind a course."""
    quantity = assessment.quantities[course.quantity]
    keys = [f"parameter:{name}" for name in parameters_named(quantity)]
    keys += [figure_key(quantity), f"baseline:{course.quantity}"]
    return any(inputs[key].scenario for key in keys if key in inputs)


Statistic = tuple[str, tuple[str, ...], np.ndarray, str]


def _statistics(course: Course, subject: str) -> Iterator[Statistic]:
    together = course.places != (subject,)
    if course.baseline is not None and course.change is not None:
        start = np.broadcast_to(course.baseline, course.change.shape)
        for name, values in (
            ("baseline", start),
            ("level", start + course.change),
            ("change", course.change),
        ):
            yield name, course.places, values, course.unit
            if together:
                yield name, (subject,), _mean(values, course.weights), course.unit
    if course.amount is not None:
        unit = course.unit if course.measure == "amount" else "count"
        yield course.measure, course.places, course.amount, unit
        if together:
            yield course.measure, (subject,), course.amount.sum(axis=1, keepdims=True), unit


def _mean(values: np.ndarray, weights: np.ndarray | None) -> np.ndarray:
    """Mean over places for every draw, weighted by people where they are known."""
    if weights is None:
        return values.mean(axis=1, keepdims=True)
    return (values * weights).sum(axis=1, keepdims=True) / weights.sum(axis=0)


def _rows(
    course: Course,
    statistic: str,
    places: tuple[str, ...],
    values: np.ndarray,
    unit: str,
    scenario: bool,
) -> pd.DataFrame:
    summary = summarise(values)
    size = (len(places), len(course.years))
    shaped = {
        name: np.broadcast_to(getattr(summary, name), size).ravel()
        for name in ("value", "lower", "upper", "monte_carlo_error")
    }
    return pd.DataFrame(
        {
            "quantity": course.quantity,
            "alternative": course.alternative,
            "place": np.repeat(places, len(course.years)),
            "year": np.tile(course.years, len(places)),
            "statistic": statistic,
            **shaped,
            "unit": unit,
            "scenario": scenario,
        }
    )
