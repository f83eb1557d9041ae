"""Costs, well-being and values of the alternatives against the baseline, draw by draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from impact.assessment.economics.acceptability import acceptability
from impact.assessment.economics.discounting import discount_factors
from impact.assessment.economics.present_value import present_value
from impact.assessment.uncertainty.summary import summarise
from impact.assessment.wellbeing.wellbys import wellbys
from impact.overviews.appraisals.courses import Course, Drawn
from impact.overviews.appraisals.inputs import Input
from impact.overviews.appraisals.model import (
    ACCEPTABILITY_COLUMNS,
    ECONOMICS_COLUMNS,
    QUANTITY_COLUMNS,
)
from impact.overviews.appraisals.tables import is_scenario

WELLBY = "wellby"
CERTAIN_GAIN = 0.975
"""A cost a unit has limits only where so many draws of the gain are above nought."""
STEPS = 21


@dataclass(slots=True, eq=False)
class Ledger:
    """What one alternative costs and wins, in present values shaped (draws,).

    Parameters
    ----------
    cost
        None where the file says nothing of costs.
    units
        What is won, by quantity or well-being entry, and all WELLBYs together as ``wellby``.
    priced
        The part of it that has a price, in money.
    scenario
        Which of them rest on a number nobody has measured.
    """

    alternative: str
    cost: np.ndarray | None = None
    units: dict[str, np.ndarray] = field(default_factory=dict)
    priced: dict[str, np.ndarray] = field(default_factory=dict)
    scenario: set[str] = field(default_factory=set)

    @property
    def benefit(self) -> np.ndarray | None:
        """Everything that has a price, together."""
        return sum(self.priced.values()) if self.priced else None


def ledgers(
    assessment: Any, found: Iterable[Course], drawn: Drawn, inputs: Mapping[str, Input]
) -> tuple[Ledger, ...]:
    """Return costs and gains of every alternative but the baseline, discounted year by year."""
    economics = assessment.economics
    books = {
        name: Ledger(name) for name, one in assessment.alternatives.items() if not one.baseline
    }
    for course in found:
        book, factors = books[course.alternative], _factors(assessment, course.years)
        if course.gain is None or course.good == "neutral":
            continue
        book.units[course.quantity] = present_value(course.gain, factors)
        if is_scenario(assessment, course, inputs):
            book.scenario.add(course.quantity)
        for name, entry in assessment.well_being.items():
            if entry.quantity == course.quantity:
                _add_well_being(book, name, course, drawn[f"points:{name}"], factors)
                if inputs[f"points:{name}"].scenario or course.quantity in book.scenario:
                    book.scenario |= {name, WELLBY}
    if economics is not None:
        _add_costs(assessment, books, drawn)
        for position, price in enumerate(economics.prices):
            for book in books.values():
                subject = price.quantity or WELLBY
                if subject in book.units:
                    money = book.units[subject] * drawn[f"price:{position}"][:, 0]
                    book.priced[subject] = book.priced.get(subject, 0.0) + money
    return tuple(books.values())


def _factors(assessment: Any, years: Iterable[int]) -> np.ndarray:
    rate = assessment.economics.discount_rate if assessment.economics else 0.0
    return discount_factors(np.maximum(np.array(list(years)) - assessment.year, 0.0), rate)


def _add_well_being(
    book: Ledger, name: str, course: Course, points: np.ndarray, factors: np.ndarray
) -> None:
    """Points times persons, signed: whom it goes worse for counts against."""
    years = wellbys(points * np.sign(course.gain), persons=np.abs(course.gain), factors=factors)
    book.units[name] = years
    book.units[WELLBY] = book.units.get(WELLBY, 0.0) + years


def _add_costs(assessment: Any, books: Mapping[str, Ledger], drawn: Drawn) -> None:
    for name, cost in assessment.economics.costs.items():
        if cost.alternative not in books:
            continue
        factors = _factors(assessment, range(cost.first_year, cost.last_year + 1))
        book = books[cost.alternative]
        spent = drawn[f"cost:{name}"][:, 0] * factors.sum()
        book.cost = spent if book.cost is None else book.cost + spent


def well_being_rows(assessment: Any, books: Iterable[Ledger]) -> pd.DataFrame:
    """Return WELLBYs of all years as rows of the table of quantities (the year is missing)."""
    rows = []
    for book in books:
        for name in (*assessment.well_being, WELLBY):
            if name not in book.units:
                continue
            rows.append(
                {
                    "quantity": name,
                    "alternative": book.alternative,
                    "place": assessment.subject,
                    "year": np.nan,
                    "statistic": "wellbys",
                    **_limits(book.units[name]),
                    "unit": "number",
                    "scenario": name in book.scenario,
                }
            )
    return pd.DataFrame(rows, columns=list(QUANTITY_COLUMNS))


def economics_table(assessment: Any, books: Iterable[Ledger]) -> pd.DataFrame:
    """Return costs, values and what follows from them; columns `ECONOMICS_COLUMNS`."""
    rows = [
        {
            "alternative": book.alternative,
            "measure": measure,
            "subject": subject,
            "scenario": measure != "cost" and _rests_on_scenario(book, subject),
            **row,
        }
        for book in books
        for measure, subject, row in _measures(assessment, book)
    ]
    return pd.DataFrame(rows, columns=list(ECONOMICS_COLUMNS))


def _rests_on_scenario(book: Ledger, subject: str) -> bool:
    return subject in book.scenario or (not subject and bool(set(book.priced) & book.scenario))


def _measures(assessment: Any, book: Ledger) -> Iterator[tuple[str, str, dict[str, Any]]]:
    currency = assessment.economics.currency if assessment.economics else ""
    money = {"unit": currency}
    if book.cost is not None:
        yield "cost", "", {**_limits(book.cost), **money}
        for subject, units in book.units.items():
            yield "cost_per_unit", subject, {**_ratio(book.cost, units), **money}
    if book.benefit is None:
        return
    yield "benefit", "", {**_limits(book.benefit), **money}
    if book.cost is None:
        return
    net = book.benefit - book.cost
    yield "net_benefit", "", {**_limits(net), **money}
    chance = {"value": float((net > 0).mean()), "lower": np.nan, "upper": np.nan}
    yield "probability_positive", "", {**chance, "unit": "ratio"}
    if np.median(book.cost) > 0:
        yield "benefit_cost_ratio", "", {**_ratio(book.benefit, book.cost), "unit": "ratio"}
    for subject in book.priced:
        others = book.benefit - book.priced[subject]
        yield (
            "switching_price",
            subject,
            {**_ratio(book.cost - others, book.units[subject]), **money},
        )


def acceptability_table(books: Iterable[Ledger]) -> pd.DataFrame:
    """Return how probable it is that a price of a unit covers the cost, over a span of prices."""
    tables = []
    for book in books:
        subject = WELLBY if WELLBY in book.units else next(iter(book.units), None)
        if book.cost is None or subject is None or np.median(book.cost) <= 0:
            continue
        gain = float(np.median(book.units[subject]))
        if gain <= 0:
            continue
        prices = np.linspace(0.0, _rounded(3 * np.median(book.cost) / gain), STEPS)
        chances = acceptability(book.cost, book.units[subject], thresholds=prices)
        tables.append(
            pd.DataFrame(
                {
                    "alternative": book.alternative,
                    "subject": subject,
                    "threshold": prices,
                    "probability": chances,
                }
            )
        )
    if not tables:
        return pd.DataFrame(columns=list(ACCEPTABILITY_COLUMNS))
    return pd.concat(tables, ignore_index=True)


def net_benefits(books: Iterable[Ledger]) -> np.ndarray | None:
    """Return net benefits shaped (draws, alternatives), the baseline (nought) first."""
    books = list(books)
    if not books or any(book.cost is None or book.benefit is None for book in books):
        return None
    columns = [book.benefit - book.cost for book in books]
    return np.column_stack([np.zeros_like(columns[0]), *columns])


def _limits(values: np.ndarray) -> dict[str, Any]:
    found = summarise(values)
    return {
        "value": found.value,
        "lower": found.lower,
        "upper": found.upper,
        "monte_carlo_error": found.monte_carlo_error,
    }


def _ratio(above: np.ndarray, below: np.ndarray) -> dict[str, Any]:
    """Ratio of the medians, with limits where the divisor is above nought almost surely."""
    centre = float(np.median(below))
    value = float(np.median(above)) / centre if centre > 0 else np.nan
    if (below > 0).mean() < CERTAIN_GAIN:
        return {"value": value, "lower": np.nan, "upper": np.nan}
    with np.errstate(divide="ignore", invalid="ignore"):
        limits = np.nanquantile(np.where(below > 0, above / below, np.inf), [0.025, 0.975])
    finite = [float(limit) if np.isfinite(limit) else np.nan for limit in limits]
    return {"value": value, "lower": finite[0], "upper": finite[1]}


def _rounded(value: float) -> float:
    """Round up to one or two leading digits, for the end of an axis."""
    step = 10.0 ** (np.floor(np.log10(value)) - 1) * 5
    return float(np.ceil(value / step) * step)
