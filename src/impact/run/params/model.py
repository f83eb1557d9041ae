"""What a params file may say: areas, goals, activities and how figures are judged."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator

from impact import places
from impact.catalogue import LANGUAGES
from impact.run.params.types import (
    AssessmentId,
    Country,
    Day,
    EvaluationId,
    Everyone,
    FolderName,
    IndicatorId,
    LanguageCode,
    Origin,
    PlaceCode,
    RegionCode,
    Text,
    Truth,
    Whole,
    Year,
)


class Record(BaseModel):
    """Base of all records: a key nobody knows is a fault, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Area(Record):
    """An area of development, under which goals stand."""

    title: Text
    origin: Origin
    source: Text | None = None


class Target(Record):
    """What an indicator should reach.

    Parameters
    ----------
    rule
        `better_than_mean`: better than the place's own mean over the years `first` to `last`.
    first, last
        First and last year of that baseline.
    value
        A plain figure in the indicator's unit, instead of a rule.
    direction
        `higher` or `lower` is better; needed where the indicator itself is neutral.
    """

    rule: Literal["better_than_mean"] | None = None
    first: Year | None = None
    last: Year | None = None
    value: float | None = None
    direction: Literal["higher", "lower"] | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.rule is None) == (self.value is None):
            raise ValueError("give either a value, or the rule better_than_mean with its years.")
        if self.rule is None:
            if self.first is not None or self.last is not None:
                raise ValueError("first and last belong to a rule; a plain value has no baseline.")
        elif self.first is None or self.last is None:
            raise ValueError("the baseline is missing: give its first and last year.")
        elif self.first > self.last:
            raise ValueError(f"the baseline ends ({self.last}) before it begins ({self.first}).")
        return self


class Goal(Record):
    """A goal, and how it is measured if it is.

    Parameters
    ----------
    origin, source
        Who decided the goal, and where that is written.
    indicator, group, target
        What measures it; without an indicator `no_indicator_reason` says why.
    measure_origin, measure_source
        Who decided on indicator and target, when that is not who decided on the goal.
    start_year
        Year in which work towards the goal began; figures up to it say nothing of the goal.
    places
        The municipalities it is for; `all` when nothing is said.
    """

    area: str
    title: Text
    origin: Origin
    source: Text | None = None
    indicator: IndicatorId | None = None
    group: str = "total"
    target: Target | None = None
    measure_origin: Origin | None = None
    measure_source: Text | None = None
    start_year: Year | None = None
    target_year: Year | None = None
    no_indicator_reason: Text | None = None
    places: Everyone = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.indicator is None and self.target is not None:
            raise ValueError("a target needs an indicator.")
        if self.indicator is not None and self.target is None:
            raise ValueError("an indicator needs a target.")
        if self.indicator is None and self.no_indicator_reason is None:
            raise ValueError("name an indicator, or say why there is none: no_indicator_reason.")
        if self.indicator is None and self.measure_origin is not None:
            raise ValueError("measure_origin belongs to an indicator, and there is none.")
        if self.start_year and self.target_year and self.start_year > self.target_year:
            raise ValueError("start_year is later than target_year.")
        if self.measure_origin == "adopted" and self.origin != "adopted":
            raise ValueError("a measure cannot be adopted when its goal is not.")
        return self

    @property
    def standing(self) -> Origin:
        """Who decided the goal and its measure together: adopted only when both are."""
        return self.measure_origin or self.origin

    @property
    def standing_source(self) -> dict[str, str] | None:
        """Where that standing is written."""
        return self.measure_source or self.source


class Activity(Record):
    """An activity: who does what, for which goals, since when, and how it is followed up.

    Parameters
    ----------
    places
        The municipalities that take part; `all` when nothing is said.
    mechanism
        Why it should work.
    evidence
        What is known of that from elsewhere.
    follow_up
        How it is followed up; its absence is printed.
    """

    title: Text
    goals: tuple[str, ...] = ()
    owner: Text | None = None
    partners: tuple[Text, ...] = ()
    places: Everyone = None
    start: Day | None = None
    end: Day | None = None
    stage: Literal["planned", "running", "finished", "paused"]
    done: Text | None = None
    mechanism: Text | None = None
    evidence: Text | None = None
    follow_up: Text | None = None
    origin: Origin
    source: Text | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end:
            shared = min(len(self.start), len(self.end))
            if self.start[:shared] > self.end[:shared]:
                raise ValueError(f"it ends ({self.end}) before it starts ({self.start}).")
        return self

    def takes_part(self, place: str) -> bool:
        """Say whether a municipality takes part."""
        return self.places is None or place in self.places


class OfficialPeers(Record):
    """Comparable municipalities as the producer of the figures names them."""

    kind: Literal["official"]
    theme: str


class DistancePeers(Record):
    """Comparable municipalities as the nearest ones on some indicators.

    Parameters
    ----------
    variables
        Indicator to weight.
    k
        How many.
    population_band
        Only municipalities whose population is within this factor (2 = half to double).
    """

    kind: Literal["distance"]
    variables: dict[IndicatorId, Annotated[float, Field(gt=0)]] = Field(min_length=1)
    k: Annotated[Whole, Field(ge=1, le=50)] = 7
    population_band: Annotated[float, Field(gt=1)] | None = None


class OwnText(Record):
    """What a municipality itself wants to say; always shown as text, never as markup."""

    text: Text
    author: Text | None = None
    date: Day | None = None


class LastReport(Record):
    """What the last report was made of, when its folder is no longer at hand."""

    year: Year
    snapshots: tuple[str, ...] = Field(min_length=1)


class Plan(Record):
    """Everything a batch of reports needs to know beside the figures.

    Parameters
    ----------
    places
        Codes of the municipalities that get a report.
    neighbours
        Municipalities shown beside them that get none.
    languages
        Of every report; empty takes each municipality's own.
    year
        Report year: no figure is newer.
    max_age
        Figures older than this many years before `year` are left out, and said to be.
    window, minimum_years
        Years a trend looks back, and how many of them must have a value.
    indicators
        What reports are about; None takes all of the country's.
    multiples
        Indicators the region report shows municipality by municipality.
    unmeasured
        What no register measures, printed among what the report leaves out.
    assessments
        Ids of assessments before decisions that are worked out with the batch: files of
        params/assessments without .yml.
    evaluations
        Ids of evaluations of what was done that are worked out with the batch: files of
        params/evaluations without .yml.
    """

    name: FolderName
    title: Text
    country: Country
    region: RegionCode | None = None
    places: tuple[PlaceCode, ...] = Field(min_length=1)
    neighbours: tuple[PlaceCode, ...] = ()
    languages: tuple[LanguageCode, ...] = ()
    year: Year
    max_age: Annotated[Whole, Field(ge=0, le=50)] = 5
    window: Annotated[Whole, Field(ge=3, le=60)] = 8
    minimum_years: Annotated[Whole, Field(ge=3, le=60)] = 5
    historical: Truth = False
    indicators: Annotated[tuple[IndicatorId, ...], Field(min_length=1)] | None = None
    multiples: tuple[IndicatorId, ...] = ()
    peers: Annotated[OfficialPeers | DistancePeers, Field(discriminator="kind")] | None = None
    areas: dict[str, Area] = {}
    goals: dict[str, Goal] = {}
    activities: dict[str, Activity] = {}
    local_texts: dict[PlaceCode, OwnText] = {}
    unmeasured: tuple[Text, ...] = ()
    last_report: LastReport | None = None
    assessments: tuple[AssessmentId, ...] = ()
    evaluations: tuple[EvaluationId, ...] = ()
    _file: str = PrivateAttr("")
    _digest: str = PrivateAttr("")

    @model_validator(mode="after")
    def _one_study_of_a_name(self) -> Self:
        if both := sorted({*self.assessments} & {*self.evaluations}):
            raise ValueError(
                f"{', '.join(both)} is an assessment and an evaluation; their results would be "
                "kept under one name. Call one of the files something else."
            )
        return self

    @property
    def studies(self) -> dict[str, tuple[str, ...]]:
        """Ids of the studies worked out with the batch, by kind."""
        return {"assessment": self.assessments, "evaluation": self.evaluations}

    @property
    def study_names(self) -> tuple[str, ...]:
        """Ids of all of them."""
        return (*self.assessments, *self.evaluations)

    @property
    def file(self) -> str:
        """The file it was read from, as it was named."""
        return self._file

    @property
    def digest(self) -> str:
        """First 16 hexadecimal digits of the sha256 of that file and of all it extends."""
        return self._digest

    @property
    def subject(self) -> str:
        """What the region report is about: the region, or else the country."""
        return self.region or self.country

    def languages_of(self, place: str) -> tuple[str, ...]:
        """Return the languages a municipality gets its report in."""
        return self.languages or tuple(
            code for code in places.place(place).languages if code in LANGUAGES
        )

    def languages_of_region(self) -> tuple[str, ...]:
        """Return the languages of the region report and of the way in."""
        return self.languages or own_languages(self.places)

    def goals_of(self, place: str) -> dict[str, Goal]:
        """Return the goals that are for a municipality."""
        return {
            identifier: goal
            for identifier, goal in self.goals.items()
            if goal.places is None or place in goal.places
        }


def own_languages(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages of some municipalities, the most common first."""
    count = dict.fromkeys(LANGUAGES, 0)
    for code in codes:
        for position, spoken in enumerate(places.place(code).languages):
            if spoken in count:
                count[spoken] += 1 if position else 2
    return tuple(sorted((code for code in count if count[code]), key=lambda code: -count[code]))
