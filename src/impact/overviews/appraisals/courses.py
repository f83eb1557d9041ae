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
from impact.overviews.appraisals.inputs import PER, figure_key, parameter_of, places_of, unit_of

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


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """What the course of one quantity under one alternative is made from.

    Parameters
    ----------
    present
        Share of the effect that is there in each year.
    people
        How many people it is about, shaped (draws, places, 1); None where that is not said.
    """

    assessment: Any
    name: str
    quantity: Any
    present: np.ndarray
    drawn: Drawn

    @property
    def people(self) -> np.ndarray | None:
        return _by_year(self.drawn.get(f"population:{self.name}"))

    @property
    def per(self) -> float:
        """By what the level is divided to be a share; 1 where it is none."""
        return PER.get(unit_of(self.quantity), 1.0)

    @property
    def has_level(self) -> bool:
        return bool(self.quantity.indicator or self.quantity.baseline)

    @property
    def level(self) -> np.ndarray:
        """The level it starts from, as a share where its unit is one of people."""
        key = figure_key(self.quantity) if self.quantity.indicator else f"baseline:{self.name}"
        return self.possible(_by_year(self.drawn[key]) / self.per)

    def share(self, kind: str) -> np.ndarray:
        """Return reach or transfer; where nothing is said of it, all."""
        key = f"{kind}:{self.name}"
        return _by_year(self.drawn[key]) if key in self.drawn else np.ones((1, 1, 1))

    def possible(self, level: np.ndarray) -> np.ndarray:
        """Keep a level inside what its indicator can be; a stated share within 0 to 1."""
        if self.quantity.indicator:
            one = catalogue.indicator(self.quantity.indicator)
            limits = (one.lower_limit, one.upper_limit)
            ends = [None if end is None else end / self.per for end in limits]
        else:
            ends = [0.0, 1.0] if self.per > 1 else [None, None]
        return np.clip(level, *ends)


def _course(assessment: Any, name: str, quantity: Any, alternative: str, drawn: Drawn) -> Course:
    years = years_of(assessment, alternative)
    present = effect_over_time(
        np.asarray(years, dtype=float),
        start=years[0],
        lag=quantity.lag_years,
        kept_up=quantity.kept_up_years,
        half_life=quantity.fade_half_life,
    )
    case = _Case(assessment, name, quantity, present, drawn)
    make = {"programme_effect": _programme, "exposure_change": _exposure, "stated": _stated}
    level, change, amount, measure = make[quantity.kind](case)
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
        weights=None if case.people is None else case.people[0],
    )


Parts = tuple[np.ndarray | None, np.ndarray | None, np.ndarray | None, str]


def _programme(case: _Case) -> Parts:
    quantity = case.quantity
    parameter = parameter_of(case.assessment, quantity.parameter)
    _same_unit(case.name, quantity, parameter)
    spread = quantity.standard_deviation
    start = case.level
    level = expected_level(
        start,
        _by_year(case.drawn[f"parameter:{quantity.parameter}"]) / PER.get(parameter.unit, 1.0),
        measure=parameter.measure,
        reach=case.share("reach"),
        transfer=case.share("transfer") * case.present,
        standard_deviation=None if spread is None else spread / case.per,
    )
    change = case.possible(level) - start
    counted = change * case.people if case.people is not None and case.per > 1 else None
    return start * case.per, change * case.per, counted, "persons"


def _exposure(case: _Case) -> Parts:
    levels = [level for level in case.quantity.exposures if level.risk]
    before, after = (
        np.array([getattr(level, moment) for level in levels]) for moment in ("before", "after")
    )
    risks = np.concatenate([case.drawn[f"parameter:{level.risk}"] for level in levels], axis=-1)
    risks = risks[:, None, :] ** case.share("transfer")
    start = case.level if case.has_level else case.people
    odds = [parameter_of(case.assessment, one.risk).measure == "odds_ratio" for one in levels]
    risks = _risk_ratios(case, risks, odds, before, start)
    fraction = _by_year(np.asarray(potential_impact_fraction(before, risks, after)))
    change = -fraction * case.share("reach") * case.present * start
    if not case.has_level or unit_of(case.quantity) == "count":
        return None, None, change, "cases"
    counted = None if case.people is None else change * case.people
    return start * case.per, change * case.per, counted, "cases"


def _risk_ratios(
    case: _Case, ratios: np.ndarray, odds: list[bool], shares: np.ndarray, level: np.ndarray
) -> np.ndarray:
    """Turn odds ratios into the risk ratios they mean where `level` of all people have it.

    The risk p of the unexposed follows from level = p (1 + sum of share x (risk ratio - 1)); risk
    ratio = odds ratio / (1 - p + p x odds ratio). Repeated, both settle.
    """
    if not any(odds):
        return ratios
    if unit_of(case.quantity) not in PER or not case.has_level:
        where = f"quantities.{case.name}.exposures"
        problem = "an odds ratio is no risk ratio, and which it means depends on the level."
        mend = "State the level as a share of the people (percent), or take a relative risk."
        raise InvalidInput("odds that cannot be turned into risks", [Fault(where, problem, mend)])
    unexposed = level
    for _ in range(SETTLED):
        found = np.where(odds, ratios / (1 - unexposed + unexposed * ratios), ratios)
        mean = 1 + (shares * (found - 1)).sum(axis=-1, keepdims=True)
        unexposed = np.minimum(level / mean, 1.0)
    return found


def _stated(case: _Case) -> Parts:
    return None, None, _by_year(case.drawn[f"amount:{case.name}"]) * case.present, "amount"


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
