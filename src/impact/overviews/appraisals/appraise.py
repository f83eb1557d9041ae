"""An assessment in figures: every place, every alternative, every draw in one calculation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from impact.assessment.uncertainty.draws import DRAWS, draw
from impact.assessment.uncertainty.value_of_information import value_of_information
from impact.assessment.uncertainty.variance_shares import variance_shares
from impact.overviews.appraisals.courses import Course, Drawn, courses
from impact.overviews.appraisals.inputs import (
    Input,
    figure_key,
    inputs,
    parameters_named,
    table_of,
)
from impact.overviews.appraisals.model import DRIVER_COLUMNS, INFORMATION_COLUMNS, Appraisal
from impact.overviews.appraisals.money import (
    Ledger,
    acceptability_table,
    economics_table,
    ledgers,
    net_benefits,
    well_being_rows,
)
from impact.overviews.appraisals.predictions import predictions, until_reviews
from impact.overviews.appraisals.tables import quantity_table
from impact.overviews.build import overview
from impact.overviews.model import Overview

SEED = 20_260_000
DRIVER_DRAWS = 2048
FEWEST_DRAWS = 1024
MOST_CELLS = 1.5e7
"""Draws times places times years of one quantity."""


@dataclass(frozen=True, slots=True)
class _Scope:
    """What an overview needs, when only figures and their uncertainty are wanted."""

    country: str
    year: int
    indicators: tuple[str, ...]
    max_age: int = 50
    window: int = 8
    minimum_years: int = 5
    peers: None = None


def appraise(assessment: Any, *, draws: int | None = None, seed: int = SEED) -> Appraisal:
    """Return what an assessment's quantities, costs and values come to, with their ranges.

    Parameters
    ----------
    assessment
        From `impact.load_assessment`.
    draws, seed
        How many draws every range rests on, and from where they start: the same numbers give the
        same result. None takes 8,192, or fewer where places and years are so many that the memory
        of an ordinary computer would not hold them (290 places and 10 years: 4,096).

    Returns
    -------
    Appraisal

    Raises
    ------
    NoFigures
        A place lacks the figure a quantity starts from.
    InvalidInput
        A number cannot be, or people are missing.

    Notes
    -----
    A parameter is drawn once for all places and quantities, a place's own figure for each place.
    Everything is calculated draw by draw; sums over places are made before limits are taken.
    Gains are counted over `horizon_years`; what a figure is expected to be in a review year is
    calculated also beyond it.
    """
    draws = draws or draws_for(assessment)
    figures = figures_of(assessment)
    found = inputs(assessment, figures)
    uncertain = {name: one.uncertain for name, one in found.items()}
    places = len(assessment.places)
    drawn = _with_axis(draw(uncertain, draws=draws, seed=seed, places=places)) if found else {}
    running = courses(assessment, drawn)
    longer = until_reviews(assessment)
    followed = running if longer is assessment else courses(longer, drawn)
    books = ledgers(assessment, running, drawn, found)
    return Appraisal(
        assessment=assessment.id,
        draws=draws,
        seed=seed,
        quantities=_joined(
            quantity_table(assessment, running, found), well_being_rows(assessment, books)
        ),
        drivers=_drivers(assessment, running, found, seed),
        economics=economics_table(assessment, books),
        acceptability=acceptability_table(books),
        information=_information(assessment, books, drawn, found),
        predictions=predictions(assessment, followed, found, figures, draws=draws, seed=seed),
        used=table_of(found),
    )


def draws_for(assessment: Any) -> int:
    """Return how many draws fit into memory: a power of two between 1,024 and 8,192."""
    longest = max((one.horizon_years for one in assessment.alternatives.values()), default=1)
    fitting = MOST_CELLS / (len(assessment.places) * longest)
    return int(min(DRAWS, max(FEWEST_DRAWS, 2 ** int(np.log2(fitting)))))


def figures_of(assessment: Any) -> Overview | None:
    """Return the country's figures of the indicators an assessment starts from or follows."""
    named = {one.indicator for one in assessment.quantities.values() if one.indicator}
    named |= {one.indicator for one in assessment.monitoring.values()}
    if not named:
        return None
    return overview(_Scope(assessment.country, assessment.year, tuple(sorted(named))))


def _with_axis(drawn: Drawn) -> dict[str, np.ndarray]:
    return {name: each if each.ndim == 2 else each[:, None] for name, each in drawn.items()}


def _joined(*tables: pd.DataFrame) -> pd.DataFrame:
    filled = [table for table in tables if len(table)]
    return pd.concat(filled, ignore_index=True) if filled else tables[0]


def _drivers(
    assessment: Any, running: Iterable[Course], found: dict[str, Input], seed: int
) -> pd.DataFrame:
    """Return which parameter drives each quantity in its last year, in all places together."""
    rows = []
    for course in running:
        alone = _alone(assessment, course)
        keys = {name: one.uncertain for name, one in found.items() if _serves(name, alone)}
        if all(one.distribution == "fixed" for one in keys.values()):
            continue
        shares = variance_shares(
            partial(_last_year, alone),
            keys,
            draws=DRIVER_DRAWS,
            seed=seed + 2,
            places=len(assessment.places),
        )
        rows += [
            (course.quantity, course.alternative, name, share.first_order, share.total)
            for name, share in shares.items()
        ]
    return pd.DataFrame(rows, columns=list(DRIVER_COLUMNS))


def _alone(assessment: Any, course: Course) -> Any:
    """Return an assessment of one quantity under one alternative."""
    quantity = assessment.quantities[course.quantity]
    quantity = quantity.model_copy(update={"alternatives": (course.alternative,)})
    return assessment.model_copy(update={"quantities": {course.quantity: quantity}})


def _serves(key: str, assessment: Any) -> bool:
    (name, quantity), *_ = assessment.quantities.items()
    own = {f"{kind}:{name}" for kind in ("reach", "transfer", "amount", "baseline", "population")}
    own |= {f"parameter:{one}" for one in parameters_named(quantity)}
    return key in own | {figure_key(quantity)}


def _last_year(assessment: Any, drawn: Drawn) -> np.ndarray:
    (course,) = courses(assessment, _with_axis(drawn))
    values = course.amount if course.amount is not None else course.change
    return values[:, :, -1].sum(axis=1)


def _information(
    assessment: Any, books: Iterable[Ledger], drawn: Drawn, found: dict[str, Input]
) -> pd.DataFrame:
    benefits = net_benefits(books)
    if benefits is None:
        return pd.DataFrame(columns=list(INFORMATION_COLUMNS))
    moving = {
        name: drawn[name] for name, one in found.items() if one.uncertain.distribution != "fixed"
    }
    worth = value_of_information(benefits, moving)
    table = pd.DataFrame({"parameter": list(worth), "value": list(worth.values())})
    return table.assign(unit=assessment.economics.currency)[list(INFORMATION_COLUMNS)]
