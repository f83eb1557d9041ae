"""The course of every quantity under every alternative, year by year, for all draws at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from impact import catalogue
from impact.assessment.effects.effect_over_time import effect_over_time
from impact.assessment.effects.expected_level import expected_level
from impact.assessment.risks.potential_impact import potential_impact_fraction
from impact.errors import Fault, InvalidInput
from impact.overviews.appraisal_inputs import PER, figure_key, parameter_of, places_of, unit_of

Drawn = Mapping[str, np.ndarray]
SETTLED = 40
"""So many repetitions, after which the last moves nothing a report shows."""
SIGN = {"higher": 1.0, "lower": -1.0, "neutral": 0.0}


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """One quantity under one alternative; arrays are shaped (draws, places, years).

    Parameters
    ----------
    baseline, change
        Level without, and what the alternative adds to it, in the quantity's unit; None where
        the quantity has no level.
    amount
        Persons, cases or what was stated, signed as the change; None where it cannot be counted.
    measure
        What `amount` counts: persons, cases or amount.
    weights
        People by place for a mean over all, shaped (places, 1); None counts places alike.
    """

    quantity: str
    alternative: str
    unit: str
    good: str
    places: tuple[str, ...]
    years: tuple[int, ...]
    baseline: np.ndarray | None
    change: np.ndarray | None
    amount: np.ndarray | None
    measure: str
    weights: np.ndarray | None = None

    @property
    def gain(self) -> np.ndarray | None:
        """What is won a year in all places together, shaped (draws, years); losses negative."""
        if self.amount is None:
            return None
        return SIGN[self.good] * self.amount.sum(axis=1)


def years_of(assessment: Any, alternative: str) -> tuple[int, ...]:
    """Return the years an alternative is looked at."""
    one = assessment.alternatives[alternative]
    start = one.start_year or assessment.year + 1
    return tuple(range(start, start + one.horizon_years))


def courses(assessment: Any, drawn: Drawn) -> tuple[Course, ...]:
    """Return the course of every quantity under every alternative it is calculated for.

    Parameters
    ----------
    assessment
        From `impact.load_assessment`.
    drawn
        Draws of `appraisal_inputs.inputs`, each shaped (draws, places or 1).
    """
    return tuple(
        _course(assessment, name, quantity, alternative, drawn)
        for name, quantity in assessment.quantities.items()
        for alternative in quantity.alternatives
    )


def _course(assessment: Any, name: str, quantity: Any, alternative: str, drawn: Drawn) -> Course:
    years = years_of(assessment, alternative)
    present = effect_over_time(
        np.asarray(years, dtype=float),
        start=years[0],
        lag=quantity.lag_years,
        kept_up=quantity.kept_up_years,
        half_life=quantity.fade_half_life,
    )
    people = _by_year(drawn.get(f"population:{name}"))
    make = {"programme_effect": _programme, "exposure_change": _exposure, "stated": _stated}
    level, change, amount, measure = make[quantity.kind](
        assessment, name, quantity, present, people, drawn
    )
    return Course(
        quantity=name,
        alternative=alternative,
        unit=unit_of(quantity),
        good=quantity.good,
        places=places_of(assessment, quantity),
        years=years,
        baseline=level,
        change=change,
        amount=amount,
        measure=measure,
        weights=None if people is None else people[0],
    )


Parts = tuple[np.ndarray | None, np.ndarray | None, np.ndarray | None, str]


def _programme(
    assessment: Any,
    name: str,
    quantity: Any,
    present: np.ndarray,
    people: np.ndarray | None,
    drawn: Drawn,
) -> Parts:
    parameter = parameter_of(assessment, quantity.parameter)
    _same_unit(name, quantity, parameter)
    per = PER.get(unit_of(quantity), 1.0)
    spread = quantity.standard_deviation
    start = _level(name, quantity, drawn)
    level = expected_level(
        start,
        _by_year(drawn[f"parameter:{quantity.parameter}"]) / PER.get(parameter.unit, 1.0),
        measure=parameter.measure,
        reach=_or_one(drawn, f"reach:{name}"),
        transfer=_or_one(drawn, f"transfer:{name}") * present,
        standard_deviation=None if spread is None else spread / per,
    )
    change = _possible(level, quantity) - start
    counted = change * people if people is not None and per > 1 else None
    return start * per, change * per, counted, "persons"


def _exposure(
    assessment: Any,
    name: str,
    quantity: Any,
    present: np.ndarray,
    people: np.ndarray | None,
    drawn: Drawn,
) -> Parts:
    levels = [level for level in quantity.exposures if level.risk]
    before, after = (
        np.array([getattr(level, moment) for level in levels]) for moment in ("before", "after")
    )
    risks = np.concatenate([drawn[f"parameter:{level.risk}"] for level in levels], axis=-1)
    if f"transfer:{name}" in drawn:
        risks = risks ** drawn[f"transfer:{name}"]
    known = quantity.indicator or quantity.baseline
    start = _level(name, quantity, drawn) if known else people
    odds = [parameter_of(assessment, one.risk).measure == "odds_ratio" for one in levels]
    risks = _risk_ratios(name, quantity, risks[:, None, :], odds, before, start)
    fraction = _by_year(np.asarray(potential_impact_fraction(before, risks, after)))
    share = fraction * _or_one(drawn, f"reach:{name}") * present
    if not known or unit_of(quantity) == "count":
        return None, None, -share * start, "cases"
    per = PER.get(unit_of(quantity), 1.0)
    change = -share * start
    counted = None if people is None else change * people
    return start * per, change * per, counted, "cases"


def _risk_ratios(
    name: str,
    quantity: Any,
    ratios: np.ndarray,
    odds: list[bool],
    shares: np.ndarray,
    level: np.ndarray,
) -> np.ndarray:
    """Turn odds ratios into the risk ratios they mean where `level` of all people have it.

    The risk p of the unexposed follows from level = p (1 + sum of share x (risk ratio - 1)); risk
    ratio = odds ratio / (1 - p + p x odds ratio). Repeated, both settle.
    """
    if not any(odds):
        return ratios
    if unit_of(quantity) not in PER or not (quantity.indicator or quantity.baseline):
        where = f"quantities.{name}.exposures"
        problem = "an odds ratio is no risk ratio, and which it means depends on the level."
        mend = "State the level as a share of the people (percent), or take a relative risk."
        raise InvalidInput("odds that cannot be turned into risks", [Fault(where, problem, mend)])
    unexposed = level
    for _ in range(SETTLED):
        found = np.where(odds, ratios / (1 - unexposed + unexposed * ratios), ratios)
        mean = 1 + (shares * (found - 1)).sum(axis=-1, keepdims=True)
        unexposed = np.minimum(level / mean, 1.0)
    return found


def _stated(
    assessment: Any,
    name: str,
    quantity: Any,
    present: np.ndarray,
    people: np.ndarray | None,
    drawn: Drawn,
) -> Parts:
    return None, None, _by_year(drawn[f"amount:{name}"]) * present, "amount"


def _level(name: str, quantity: Any, drawn: Drawn) -> np.ndarray:
    """Level a quantity starts from, as a share where its unit is one of people."""
    key = figure_key(quantity) if quantity.indicator else f"baseline:{name}"
    return _possible(_by_year(drawn[key]) / PER.get(unit_of(quantity), 1.0), quantity)


def _possible(level: np.ndarray, quantity: Any) -> np.ndarray:
    """Keep a level inside what its indicator can be; a stated share of people within 0 to 1."""
    per = PER.get(unit_of(quantity), 1.0)
    if quantity.indicator:
        one = catalogue.indicator(quantity.indicator)
        ends = [None if end is None else end / per for end in (one.lower_limit, one.upper_limit)]
    else:
        ends = [0.0, 1.0] if per > 1 else [None, None]
    return np.clip(level, *ends)


def _same_unit(name: str, quantity: Any, parameter: Any) -> None:
    """Refuse to add a difference to a figure that is counted in something else."""
    unit = unit_of(quantity)
    known = (*PER, "ratio", "share") if unit in PER else (unit,)
    if parameter.measure == "mean_difference" and parameter.unit not in known:
        where = f"quantities.{name}.parameter"
        problem = f"'{parameter.id}' is a difference in {parameter.unit}, the figure in {unit}."
        mend = f"Give the difference in {unit}."
        raise InvalidInput(
            "a programme's effect that cannot be added", [Fault(where, problem, mend)]
        )


def _by_year(values: np.ndarray | None) -> np.ndarray | None:
    return None if values is None else values[:, :, None]


def _or_one(drawn: Drawn, key: str) -> np.ndarray:
    return _by_year(drawn[key]) if key in drawn else np.ones((1, 1, 1))
