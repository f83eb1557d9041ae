"""An appraisal: what an assessment's quantities, costs and values come to, with their ranges."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

QUANTITY_COLUMNS = (
    "quantity", "alternative", "place", "year", "statistic", "value", "lower", "upper",
    "monte_carlo_error", "unit", "scenario",
)  # fmt: skip
DRIVER_COLUMNS = ("quantity", "alternative", "parameter", "first_order", "total")
ECONOMICS_COLUMNS = (
    "alternative", "measure", "subject", "value", "lower", "upper", "unit", "scenario",
)  # fmt: skip
ACCEPTABILITY_COLUMNS = ("alternative", "subject", "threshold", "probability")
INFORMATION_COLUMNS = ("parameter", "value", "unit")
PREDICTION_COLUMNS = (
    "monitoring", "place", "indicator", "group", "baseline_year", "baseline", "year", "direction",
    "value", "lower", "upper", "without", "without_lower", "without_upper", "scenario",
)  # fmt: skip
USED_COLUMNS = (
    "parameter", "central", "lower", "upper", "distribution", "unit", "role", "scenario",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Appraisal:
    """What an assessment comes to in figures.

    Parameters
    ----------
    assessment
        Its id.
    draws, seed
        How many draws every range rests on, and from where they start.
    quantities
        Columns `QUANTITY_COLUMNS`. `statistic`: ``baseline`` (level without), ``level`` (level
        with), ``change`` (level with minus without), ``persons`` (people concerned by the change,
        signed as the change), ``cases`` (fewer cases negative), ``amount`` (stated), ``wellbys``
        (discounted years of one point, all years: year missing). `place` is a municipality or,
        for sums and population-weighted means over all, the subject of the assessment. `scenario`
        is True where a number nobody has measured stands behind.
    drivers
        Columns `DRIVER_COLUMNS`: share of the variance of a quantity (all places, last year) that
        one parameter alone, and with its interactions, accounts for.
    economics
        Columns `ECONOMICS_COLUMNS`. `measure`: ``cost`` (present value), ``benefit`` (present
        value), ``net_benefit``, ``benefit_cost_ratio``, ``probability_positive`` (of the net
        benefit), ``cost_per_unit`` (`subject` names the quantity, well-being or ``wellby``),
        ``switching_price`` (price of a unit at which the net benefit is nought).
    acceptability
        Columns `ACCEPTABILITY_COLUMNS`: probability that a price of `threshold` a unit covers
        the cost.
    information
        Columns `INFORMATION_COLUMNS`: what knowing a parameter (``all`` for everything) for
        certain before deciding would be worth at most, in the currency.
    predictions
        Columns `PREDICTION_COLUMNS`: for the decided or recommended alternative, place by place,
        the range in which the figure of the review year is expected with it (`lower, upper`) and
        without it, ordinary variation from year to year included; NaN where that is not known.
    used
        Columns `USED_COLUMNS`: every number that went in; `role` is the quantity it served.
    """

    assessment: str
    draws: int
    seed: int
    quantities: pd.DataFrame
    drivers: pd.DataFrame
    economics: pd.DataFrame
    acceptability: pd.DataFrame
    information: pd.DataFrame
    predictions: pd.DataFrame
    used: pd.DataFrame
