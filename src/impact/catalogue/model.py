"""What an indicator is: the closed sets and the models that a catalogue file must fit."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from impact.catalogue import groups

Area = Literal[
    "learning",
    "attendance",
    "development",
    "well_being",
    "belonging",
    "competence",
    "living_conditions",
    "context",
]
Unit = Literal[
    "percent",
    "per_1000",
    "per_100000",
    "count",
    "number",
    "points",
    "years",
    "euro",
    "ratio",
    "index",
    "days",
]
Polarity = Literal["higher", "lower", "neutral"]
Country = Literal["SE", "FI", "NO", "any"]
Language = Literal["sv", "fi", "nb", "en"]

AREAS: tuple[str, ...] = get_args(Area)
UNITS: tuple[str, ...] = get_args(Unit)
POLARITIES: tuple[str, ...] = get_args(Polarity)
LANGUAGES: tuple[str, ...] = get_args(Language)
MULTIPLIERS: dict[str, float] = {
    "ratio": 1.0,
    "percent": 100.0,
    "per_1000": 1_000.0,
    "per_100000": 100_000.0,
}
"""By what numerator / denominator is multiplied to be a value in the unit."""
SHARES = ("percent", "per_1000", "per_100000")
"""Units of a figure that is a share of people."""
COUNTRY_LANGUAGES: dict[str, tuple[str, ...]] = {
    "SE": ("sv", "en"),
    "FI": ("fi", "sv", "en"),
    "NO": ("nb", "en"),
    "any": ("sv", "fi", "nb", "en"),
}

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Texts = dict[Language, Words]
IndicatorId = Annotated[str, StringConstraints(pattern=r"^[a-z]+:[A-Za-z0-9_]+$")]
Group = Annotated[str, StringConstraints(pattern=groups.PATTERN)]
Year = Annotated[int, Field(ge=1900, le=2100)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Break(_Model):
    """A year from which, or years in which, the figures do not mean what they meant before.

    `effect` says what is done about it: ``break`` starts the series anew in `year`, ``exclude``
    leaves `years` out of trends, ``note`` only tells the reader.
    """

    year: Year
    years: tuple[Year, ...] = ()
    kind: Literal["definition", "pandemic", "exams_cancelled", "other"]
    effect: Literal["break", "exclude", "note"]
    note: Texts

    @model_validator(mode="before")
    @classmethod
    def _first_year(cls, given: Any) -> Any:
        if not isinstance(given, dict) or given.get("effect") != "exclude":
            return given
        if isinstance(given.get("years"), list | tuple) and given["years"]:
            return {"year": min(given["years"], key=str), **given}
        return {**given, "years": [given["year"]]} if "year" in given else given


class DenominatorReference(_Model):
    """Where the number of people behind a proportion is found.

    `indicator` is another indicator's id, or ``self`` when every row carries its own denominator.
    A row of year t uses the denominator of year t + `year_shift`. Only the group ``total`` is
    served; other groups have no denominator at hand.
    """

    indicator: Annotated[str, StringConstraints(pattern=r"^(self|[a-z]+:[A-Za-z0-9_]+)$")]
    group: Group = "total"
    year_shift: Annotated[int, Field(ge=-5, le=5)] = 0
    population_basis: Literal["home", "school", "row"]
    approximate: bool = False
    error: Texts | None = None

    @property
    def in_row(self) -> bool:
        """Say whether the denominator stands in the row itself."""
        return self.indicator == "self"


class Uncertainty(_Model):
    """What the uncertainty of a value rests on; `reason` says why when it rests on nothing."""

    basis: Literal["binomial", "published", "between_year", "none"]
    denominator: DenominatorReference | None = None
    reason: Texts | None = None


Persons = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]


class SmallNumbers(_Model):
    """How small numbers are hidden: by the producer, or here when an analyst adds figures.

    `hidden_here` says that this project hides them, by `impact.indicators.protection`, which
    explains the numbers: `threshold` fewest persons a numerator may show, `complement` fewest who
    are in the denominator only, `denominator` fewest a denominator may show, `tolerance` (persons)
    within which nothing hidden may be known, `series_share`, `series_small` and `series_count` for
    hiding whole series. A producer's own rule is never applied again: its `threshold` is there to
    be read, and None when it is not known.
    """

    rule: Words
    threshold: Annotated[int, Field(ge=1)] | None = None
    complement: Persons | None = None
    denominator: Persons | None = None
    tolerance: Persons = 1
    series_share: Share | None = None
    series_small: Share | None = None
    series_count: Persons | None = None
    hidden_here: bool = False
    reason: Texts

    @model_validator(mode="after")
    def _numbers_belong_together(self) -> SmallNumbers:
        if self.hidden_here and self.threshold is None:
            raise ValueError("small numbers that are hidden here need a threshold")
        if (self.series_small is None) != (self.series_count is None):
            raise ValueError("series_small and series_count belong together")
        return self


class Attribution(_Model):
    """How the source is named: `raw` for values left as they came, `processed` for our own."""

    source: Words
    raw: Texts
    processed: Texts


class Indicator(_Model):
    """What one indicator means, how sure its values are and how they may be used.

    `part_of` names an indicator whose persons hold this one's: pupils with 30 per cent absence are
    among those with 15.
    """

    id: IndicatorId
    country: Country
    area: Area
    unit: Unit
    decimals: Annotated[int, Field(ge=0, le=4)]
    polarity: Polarity
    name: Texts
    description: Texts
    numerator: Texts | None = None
    denominator: Texts | None = None
    lower_limit: float | None = None
    upper_limit: float | None = None
    groups: tuple[Group, ...] = ("total",)
    window_years: Annotated[int, Field(ge=1, le=10)] = 1
    headline: bool
    historical: bool = False
    breaks: tuple[Break, ...] = ()
    uncertainty: Uncertainty
    small_numbers: SmallNumbers | None = None
    part_of: IndicatorId | None = None
    attribution: Attribution
    aggregation: Literal["sum", "rate", "none"]

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages that every text of this indicator has."""
        return COUNTRY_LANGUAGES[self.country]

    def has_group(self, group: str) -> bool:
        """Say whether figures may be divided so: a listed group, or several listed ones at once."""
        return groups.is_group(group) and all(part in self.groups for part in group.split("&"))

    @property
    def break_years(self) -> tuple[int, ...]:
        """Return the years in which a new series starts."""
        return tuple(sorted(one.year for one in self.breaks if one.effect == "break"))

    @property
    def excluded_years(self) -> tuple[int, ...]:
        """Return the years that trends leave out."""
        years = {year for one in self.breaks if one.effect == "exclude" for year in one.years}
        return tuple(sorted(years))
