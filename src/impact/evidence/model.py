"""What a parameter is: an effect found by a study, with everything needed to use it honestly."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints

from impact.catalogue.model import Texts

Measure = Literal[
    "relative_risk",
    "odds_ratio",
    "hazard_ratio",
    "rate_ratio",
    "standardised_mean_difference",
    "mean_difference",
    "risk_difference",
    "correlation",
    "attributable_fraction",
    "cost",
]
Causality = Literal["causal", "association", "scenario"]
Distribution = Literal["lognormal", "normal", "beta", "gamma", "triangular", "fixed"]
MEASURES: tuple[str, ...] = get_args(Measure)
RATIOS = ("relative_risk", "odds_ratio", "hazard_ratio", "rate_ratio")

ParameterId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
DayRead = Annotated[
    str,
    BeforeValidator(lambda day: day.isoformat() if isinstance(day, datetime.date) else day),
    StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"),
]
Number = Annotated[float, Strict(), Field(ge=-1e15, le=1e15)]


class Parameter(BaseModel):
    """One parameter.

    Parameters
    ----------
    id, name, outcome
        Its key, what causes (in words) and what it acts on.
    measure
        What kind of number it is.
    central, lower, upper
        The estimate and its interval, in `unit`; ratios of exposed (or treated) to unexposed.
    confidence
        Level of the interval.
    distribution
        Shape of its uncertainty; None takes lognormal for ratios and normal for the rest.
    contrast
        What is compared with what.
    increment
        For a ratio per step of exposure: how large the step is, in the exposure's unit.
    causal
        causal, association or scenario: only the first two have been observed, only the first
        may explain cases.
    design, population, transfer
        How it was found, among whom, and what stands between them and a Nordic municipality.
    citation, doi, url, published
        Where it stands.
    seen_in, read
        What was read of it (the article, its abstract, or what another wrote of it) and on which
        day.
    scenario_only
        True for a number without what a real parameter needs: it may only stand in a scenario.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    id: ParameterId
    name: Texts
    outcome: Texts
    measure: Measure
    central: Number
    lower: Number | None = None
    upper: Number | None = None
    confidence: Annotated[float, Field(gt=0, lt=1)] = 0.95
    distribution: Distribution | None = None
    unit: str = "ratio"
    contrast: Texts
    increment: Annotated[float, Field(gt=0)] | None = None
    causal: Causality
    design: Texts | None = None
    population: Texts | None = None
    transfer: Texts | None = None
    citation: str | None = None
    doi: str | None = None
    url: str | None = None
    published: int | None = None
    seen_in: str | None = None
    read: DayRead | None = None
    note: Texts | None = None
    scenario_only: bool = False
