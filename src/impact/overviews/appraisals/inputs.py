"""Everything uncertain that an assessment needs: quantities, costs and values by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from impact import catalogue, store
from impact.assessment.uncertainty.uncertain import Uncertain, uncertain_parameter
from impact.errors import Fault, InvalidInput, NoFigures
from impact.evidence import library
from impact.evidence.model import Parameter
from impact.overviews.appraisals.model import USED_COLUMNS
from impact.overviews.model import Overview

PER = {unit: catalogue.MULTIPLIERS[unit] for unit in catalogue.SHARES}
"""By what a figure in a unit is divided to be a share of people."""


@dataclass(frozen=True, slots=True)
class Input:
    """One uncertain number, what it served and where it came from.

    Parameters
    ----------
    role
        The quantity, cost or value it belongs to, or parameter for one that several share.
    kind
        parameter, figure, population, reach, transfer, amount, points, cost or price.
    scenario
        Whether nobody has measured it.
    """

    uncertain: Uncertain
    role: str
    kind: str
    unit: str
    scenario: bool = False


def parameter_of(assessment: Any, identifier: str) -> Parameter:
    """Return a parameter of the assessment's own file or of the library.

    Raises
    ------
    UnknownName
        Neither has it.
    """
    if identifier in assessment.parameters:
        return assessment.parameters[identifier]
    return library().parameter(identifier)


def places_of(assessment: Any, quantity: Any) -> tuple[str, ...]:
    """Return where a quantity is calculated: in every place, or for all of them together."""
    return assessment.places if quantity.indicator else (assessment.subject,)


def unit_of(quantity: Any) -> str:
    """Return the unit of a quantity's level."""
    return catalogue.indicator(quantity.indicator).unit if quantity.indicator else quantity.unit


def inputs(assessment: Any, figures: Overview | None) -> dict[str, Input]:
    """Return every uncertain number of an assessment.

    Parameters
    ----------
    assessment
        From `impact.load_assessment`.
    figures
        The country's overview with the indicators the quantities start from; None when none does.

    Raises
    ------
    NoFigures
        A place has no figure of the year a quantity starts from; all of them are listed.
    """
    found: dict[str, Input] = {}
    for name, quantity in assessment.quantities.items():
        for identifier in parameters_named(quantity):
            found[f"parameter:{identifier}"] = _of_parameter(assessment, identifier)
        found.update(_of_quantity(assessment, name, quantity, figures))
    for name, entry in assessment.well_being.items():
        key = f"points:{name}"
        found[key] = Input(
            range_of(entry.points), name, "points", "points", entry.points.source is None
        )
    if assessment.economics is not None:
        currency = assessment.economics.currency
        for name, cost in assessment.economics.costs.items():
            found[f"cost:{name}"] = Input(range_of(cost.per_year), name, "cost", currency)
        for position, price in enumerate(assessment.economics.prices):
            role = price.quantity or "wellby"
            found[f"price:{position}"] = Input(range_of(price.price), role, "price", currency)
    return found


def parameters_named(quantity: Any) -> Iterable[str]:
    """Yield the parameters a quantity uses."""
    if quantity.parameter:
        yield quantity.parameter
    yield from (level.risk for level in quantity.exposures if level.risk)


def range_of(given: Any) -> Uncertain:
    """Return a stated range as triangular, or as certain when it has no bounds."""
    if given.low is None or given.high is None or given.low == given.high:
        return Uncertain(given.central)
    return Uncertain(given.central, given.low, given.high, distribution="triangular")


def _of_parameter(assessment: Any, identifier: str) -> Input:
    one = parameter_of(assessment, identifier)
    scenario = one.scenario_only or one.causal == "scenario"
    return Input(uncertain_parameter(one), "parameter", "parameter", one.unit, scenario)


def _of_quantity(
    assessment: Any, name: str, quantity: Any, figures: Overview | None
) -> dict[str, Input]:
    found: dict[str, Input] = {}
    for kind in ("reach", "transfer", "amount"):
        given = getattr(quantity, kind)
        if given is not None:
            unit = quantity.unit if kind == "amount" else "ratio"
            found[f"{kind}:{name}"] = Input(range_of(given), name, kind, unit)
    if quantity.indicator:
        level = _levels(assessment, quantity, figures)
        found[figure_key(quantity)] = Input(level, name, "figure", unit_of(quantity))
    elif quantity.baseline is not None:
        level = range_of(quantity.baseline)
        found[f"baseline:{name}"] = Input(level, name, "figure", quantity.unit, scenario=True)
    if quantity.population is not None:
        people = _people(assessment, name, quantity)
        found[f"population:{name}"] = Input(people, name, "population", "count")
    return found


def figure_key(quantity: Any) -> str:
    """Return the name of the level a quantity starts from; equal figures share their draws."""
    return f"figure:{quantity.indicator}:{quantity.figure_group}:{quantity.baseline_year}"


def _levels(assessment: Any, quantity: Any, figures: Overview | None) -> Uncertain:
    rows = starting_figures(figures, quantity, assessment.places)
    _refuse_unknown(assessment, quantity, rows)
    spread = 1.96 * rows["standard_error"].fillna(0.0).to_numpy()
    value = rows["value"].to_numpy()
    if not spread.any():
        return Uncertain(value)
    return Uncertain(value, value - spread, value + spread, distribution="normal")


def starting_figures(
    figures: Overview | None, quantity: Any, places: Sequence[str]
) -> pd.DataFrame:
    """Return the figures a quantity starts from, one row a place in this order; NaN where none."""
    values = figures.values if figures is not None else store.empty()
    mine = values[
        (values["indicator"] == quantity.indicator)
        & (values["group"] == quantity.figure_group)
        & (values["year"] == quantity.baseline_year)
    ]
    return mine.drop_duplicates("place").set_index("place").reindex(list(places))


def _refuse_unknown(assessment: Any, quantity: Any, rows: pd.DataFrame) -> None:
    without = rows.index[rows["value"].isna()]
    if len(without):
        year, group = quantity.baseline_year, quantity.figure_group
        raise NoFigures(
            f"'{quantity.indicator}' (group {group}) has no value in {year} for "
            f"{', '.join(without)}, which assessment '{assessment.id}' starts from. Choose another "
            "baseline_year, leave the places out, or state a baseline."
        )


def _people(assessment: Any, name: str, quantity: Any) -> Uncertain:
    given = quantity.population
    if given.indicator is None:
        if quantity.indicator and len(assessment.places) > 1:
            fault = Fault(
                f"quantities.{name}.population.stated",
                f"one number for {len(assessment.places)} places does not say how many people "
                "live in each of them, but each has its own level.",
                "Name an indicator with the people of every place.",
            )
            raise InvalidInput(f"assessment '{assessment.id}' cannot be calculated:", [fault])
        return range_of(given.stated)
    table = store.load(
        given.indicator, places=assessment.places, years=[given.year], groups=given.groups
    )
    counted = table.pivot_table(index="place", columns="group", values="value", dropna=False)
    counted = counted.reindex(index=list(assessment.places), columns=list(given.groups))
    people = counted.sum(axis=1, skipna=False)
    if people.isna().any():
        where = f"quantities.{name}.population"
        fault = Fault(
            where,
            f"'{given.indicator}' has no number of people in {given.year} for "
            f"{', '.join(people.index[people.isna()])}.",
            "Choose another year or group, or state a number.",
        )
        raise InvalidInput(f"assessment '{assessment.id}' cannot be calculated:", [fault])
    total = people.to_numpy() * given.factor
    return Uncertain(total if quantity.indicator else float(np.sum(total)))


def table_of(found: Mapping[str, Input]) -> pd.DataFrame:
    """Return the inputs as a table with `USED_COLUMNS`; of places' own figures the range."""
    rows = []
    for key, one in found.items():
        central, lower, upper = (
            np.atleast_1d(np.asarray(part, dtype=float)) if part is not None else None
            for part in (one.uncertain.central, one.uncertain.lower, one.uncertain.upper)
        )
        several = central.size > 1
        rows.append(
            {
                "parameter": key,
                "central": np.nan if several else central[0],
                "lower": central.min() if several else _only(lower),
                "upper": central.max() if several else _only(upper),
                "distribution": "by_place" if several else one.uncertain.distribution,
                "unit": one.unit,
                "role": one.role,
                "scenario": one.scenario,
            }
        )
    return pd.DataFrame(rows, columns=list(USED_COLUMNS))


def _only(limit: np.ndarray | None) -> float:
    return np.nan if limit is None else float(limit[0])
