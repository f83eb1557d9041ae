"""What the file of an evaluation may say: intervention, who got it and when, outcomes, plan."""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, Strict, ValidationInfo

from impact import places
from impact.errors import UnknownName
from impact.places.members import members_of
from impact.run.params.model import Record, own_languages
from impact.run.params.types import (
    Country,
    Day,
    FolderName,
    IndicatorId,
    LanguageCode,
    RegionCode,
    Text,
    Truth,
    Whole,
    Year,
    place_code,
)
from impact.run.study_record import StudyRecord

Unit = Literal["municipality", "region"]
Measure = Literal["value", "mean", "spread", "sum"]
Scale = Literal["level", "log"]
Direction = Literal["higher", "lower", "either"]
Estimator = Literal["demeaned", "detrended", "long_difference"]


def _area(name: str, info: ValidationInfo) -> str:
    """Return the code of a municipality or region; municipalities may be named."""
    if any(name == found.code for found in places.regions()):
        return name
    try:
        return place_code(name, (info.context or {}).get("country"))
    except UnknownName as error:
        raise ValueError(str(error)) from error


def _all(value: Any) -> Any:
    return () if value == "all" else value


AreaCode = Annotated[str, AfterValidator(_area)]
"""Code of a municipality or region, or the name of a municipality."""


class Intervention(Record):
    """What was done, and where that is written."""

    title: Text
    description: Text
    source: Text | None = None


class Treated(Record):
    """Places that got the intervention from one year on.

    Parameters
    ----------
    places
        Municipalities, or regions for all of theirs. Where the unit is a region they are one
        assignment together, however many they are; else each stands for itself.
    start
        First year with the intervention.
    exposure
        Who had lived with it for how long when they were measured.
    """

    title: Text
    places: tuple[AreaCode, ...] = Field(min_length=1)
    start: Year
    exposure: Text


class Outcome(Record):
    """Something the intervention may have changed, and what counts as a change.

    Parameters
    ----------
    groups
        Groups of the indicator that are added up (counts only when there are several).
    measure
        `value` of a municipality; for a region the `mean` over its municipalities (each counts
        the same), their `spread` (standard deviation), or their `sum`.
    scale
        `log` compares relative change: then `smallest_effect` 0.02 is about 2 percent.
    direction
        What the intervention is expected to do to the outcome.
    smallest_effect
        The smallest change that would matter to somebody, in the unit of the outcome.
    lag
        Years after the start until the outcome can show anything.
    first_year, last_year
        Years of figures that are used; None takes all up to the year of the evaluation.
    accept_break
        Why the figures are compared across a year in which their definition changed.
    """

    title: Text
    indicator: IndicatorId
    groups: tuple[str, ...] = Field(("total",), min_length=1)
    measure: Measure = "value"
    scale: Scale = "level"
    direction: Direction
    primary: Truth = False
    smallest_effect: Annotated[float, Strict(), Field(gt=0)]
    smallest_effect_reason: Text
    lag: Annotated[Whole, Field(ge=0, le=20)] = 0
    first_year: Year | None = None
    last_year: Year | None = None
    accept_break: Text | None = None


class Exclusion(Record):
    """Places that are not compared with, and why."""

    places: tuple[AreaCode, ...] = Field(min_length=1)
    reason: Text


class Mergers(Record):
    """Years in which a merger of its own makes a municipality no comparison."""

    first: Year
    last: Year
    reason: Text


class Comparison(Record):
    """Who the treated places are compared with.

    Parameters
    ----------
    places
        Municipalities or regions; `all` (or nothing) means every one of the country.
    exclude
        Left out, each with a reason, such as an intervention of their own.
    exclude_merged
        Leaves out municipalities that merged themselves.
    exclude_neighbours
        Why units that border on treated ones are left out. When it is not given they stay, and
        leaving them out is only tried.
    """

    places: Annotated[tuple[AreaCode, ...], BeforeValidator(_all)] = ()
    exclude: tuple[Exclusion, ...] = ()
    exclude_merged: Mergers | None = None
    exclude_neighbours: Text | None = None


class Anticipation(Record):
    """Years before the start in which places may already have acted."""

    years: Annotated[Whole, Field(ge=0, le=10)]
    reason: Text


class Written(Record):
    """When the plan was written, and what was known of the outcomes then."""

    written: Day
    chosen_after: Text


class EvaluationPlan(StudyRecord):
    """A plan of an evaluation; see `docs/evaluation_files.md` for how to write one.

    Parameters
    ----------
    year
        Year of the report: no figure is newer.
    region
        The region the evaluation is about, if it is about one.
    unit
        What was assigned independently: each municipality, or a whole region or network.
    estimator
        Which comparison of before and after counts: against the mean of the years before
        (demeaned), the line through them (detrended) or the last of them (long_difference).
    cautions
        What else happened that could look like an effect, or hide one.
    """

    id: FolderName
    title: Text
    question: Text
    background: Text | None = None
    example: Truth = False
    country: Country
    region: RegionCode | None = None
    languages: tuple[LanguageCode, ...] = Field(min_length=1)
    owner: Text
    year: Year
    intervention: Intervention
    unit: Unit
    treated: dict[str, Treated] = Field(min_length=1)
    outcomes: dict[str, Outcome] = Field(min_length=1)
    comparison: Comparison = Field(default_factory=Comparison)
    anticipation: Anticipation | None = None
    estimator: Estimator = "demeaned"
    plan: Written
    cautions: tuple[Text, ...] = ()
    what_would_change_our_mind: Text

    @property
    def primary(self) -> str:
        """The id of the outcome the conclusion rests on."""
        return next(name for name, one in self.outcomes.items() if one.primary)

    @property
    def places(self) -> tuple[str, ...]:
        """Codes of the treated municipalities, sorted."""
        return tuple(
            sorted({code for one in self.treated.values() for code in members_of(one.places)})
        )

    @property
    def subject(self) -> str:
        """The place the report is about: the only municipality, else region or country."""
        return self.places[0] if len(self.places) == 1 else self.region or self.country

    @property
    def anticipation_years(self) -> int:
        """Years before the start that count neither as before nor as after."""
        return 0 if self.anticipation is None else self.anticipation.years

    def declared(self) -> dict[str, Any]:
        """Return what was decided beforehand and moves the numbers: no titles and no reasons.

        Places are those they stand for, sorted: in which order they are written says nothing.
        """
        return {
            "unit": self.unit,
            "treated": {
                name: {"places": sorted(members_of(one.places)), "start": one.start}
                for name, one in self.treated.items()
            },
            "outcomes": {name: _declared(one) for name, one in self.outcomes.items()},
            "comparison": {
                "places": sorted(members_of(self.comparison.places)),
                "exclude": sorted(
                    members_of(code for one in self.comparison.exclude for code in one.places)
                ),
                "exclude_merged": _years(self.comparison.exclude_merged),
                "exclude_neighbours": self.comparison.exclude_neighbours is not None,
            },
            "anticipation": self.anticipation_years,
            "estimator": self.estimator,
        }

    @property
    def plan_digest(self) -> str:
        """First 16 hexadecimal digits of the sha256 of `declared()`."""
        text = json.dumps(self.declared(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]

    def report_languages(self) -> tuple[str, ...]:
        """Return the languages the report is made in."""
        return self.languages or own_languages(self.places)


def _declared(one: Outcome) -> dict[str, Any]:
    kept = one.model_dump(exclude={"title", "smallest_effect_reason", "accept_break", "groups"})
    return {**kept, "groups": sorted(one.groups), "accept_break": one.accept_break is not None}


def _years(one: Mergers | None) -> list[int] | None:
    return None if one is None else [one.first, one.last]
