"""What a file of an assessment may say in numbers: quantities, well-being, costs and prices."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Strict

from impact.frameworks import scales
from impact.run.params.model import Record
from impact.run.params.types import IndicatorId, Text, Year

LARGEST = 1e15
"""No number of an assessment is larger."""

OTHER_UNITS = ("hours", "minutes", "kilometres", "sek", "eur", "nok", "gbp")
"""Units a quantity may have beside those of indicators."""

Number = Annotated[float, Strict(), Field(ge=-LARGEST, le=LARGEST)]
Share = Annotated[float, Strict(), Field(ge=0, le=1)]


class Range(Record):
    """A number with bounds: the most likely value, and the lowest and highest thought possible.

    Between them it counts as triangular; without bounds as certain.
    """

    central: Number
    low: Number | None = None
    high: Number | None = None
    reason: Text | None = None
    source: Text | None = None


class Population(Record):
    """How many people a quantity is about.

    Figures of an indicator for every place, summed over `groups` and multiplied by `factor` (such
    as three years of pupils from one grade; `reason` says why), or a stated number for all places
    together.
    """

    indicator: IndicatorId | None = None
    groups: tuple[str, ...] = ("total",)
    year: Year | None = None
    factor: Annotated[float, Strict(), Field(gt=0, le=LARGEST)] = 1
    reason: Text | None = None
    stated: Range | None = None


class Exposure(Record):
    """Shares of the people at each level of exposure, before and after."""

    level: Text
    before: Share
    after: Share
    risk: str | None = None


class Quantity(Record):
    """Something about alternatives that is calculated.

    Parameters
    ----------
    kind
        `programme_effect`: a parameter moves an indicator from its own level.
        `exposure_change`: shares of exposed people change, and with them the cases.
        `stated`: a number and its range that somebody states, such as pupils with a longer way.
    alternatives
        For which alternatives it is calculated; never the baseline.
    determinant, group
        Where it stands in the matrix.
    indicator, figure_group, baseline_year
        Whose level it starts from: real figures of each place. Else `baseline` states one.
    baseline
        A stated level, in `unit`.
    population
        How many people it is about.
    parameter
        Of the library or of the file.
    reach
        Share of the people that the alternative reaches.
    transfer
        Share of the effect that is expected here (1 = as in the study); ratios on the log scale.
    lag_years, kept_up_years, fade_half_life
        Years until the effect is there, years it then stays whole, and years until half of it is
        left (None: it stays).
    standard_deviation
        Of the outcome between people, for a standardised difference of a mean.
    exposures
        For `exposure_change`: every level of exposure; the one without a risk is the unexposed.
    amount
        For `stated`, per year and in all places together, in `unit`.
    good
        Whether more of it is better (higher), less of it (lower) or neither (neutral).
    """

    kind: scales.QuantityKind
    title: Text
    alternatives: tuple[str, ...] = Field(min_length=1)
    determinant: str
    group: str
    good: Literal["higher", "lower", "neutral"]
    unit: str = "percent"
    indicator: IndicatorId | None = None
    figure_group: str = "total"
    baseline_year: Year | None = None
    baseline: Range | None = None
    population: Population | None = None
    parameter: str | None = None
    reach: Range | None = None
    transfer: Range | None = None
    lag_years: Annotated[float, Strict(), Field(ge=0, le=50)] = 0
    kept_up_years: Annotated[float, Strict(), Field(ge=0, le=100)] = 0
    fade_half_life: Annotated[float, Strict(), Field(gt=0, le=LARGEST)] | None = None
    standard_deviation: Annotated[float, Strict(), Field(gt=0, le=LARGEST)] | None = None
    exposures: tuple[Exposure, ...] = ()
    amount: Range | None = None


class WellBeing(Record):
    """Well-being that follows from a quantity: points of life satisfaction a person and year."""

    title: Text
    quantity: str
    points: Range


class Cost(Record):
    """What an alternative costs or saves each year, beside the baseline, in fixed prices."""

    title: Text
    alternative: str
    first_year: Year
    last_year: Year
    per_year: Range
    payer: Text | None = None


class Price(Record):
    """What the analyst states a unit to be worth; there is no official Nordic price.

    `quantity` names a quantity or a well-being entry; None prices a WELLBY.
    """

    quantity: str | None = None
    price: Range
    source: Text
    source_year: Year


class Economics(Record):
    """Costs and values, all in one currency and the prices of one year."""

    currency: Literal["EUR", "SEK", "NOK", "GBP"]
    price_year: Year
    discount_rate: Annotated[float, Strict(), Field(ge=0, le=0.2)]
    discount_source: Text
    costs: dict[str, Cost] = Field(default_factory=dict)
    prices: tuple[Price, ...] = ()
