"""What a params file may say: areas, goals, activities and how figures are judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import Field, PrivateAttr, model_validator

from impact import places
from impact.catalogue import LANGUAGES
from impact.run.params.goal_model import Area, Goal
from impact.run.params.record import Record
from impact.run.params.staffing_model import Staffing
from impact.run.params.types import (
    AssessmentId,
    CapacityId,
    Country,
    Day,
    EvaluationId,
    Everyone,
    FolderName,
    IndexId,
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

if TYPE_CHECKING:
    from impact.run.indices.model import IndexRecord

_A_STUDY = {
    "assessment": "an assessment",
    "evaluation": "an evaluation",
    "capacity": "a capacity study",
}


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
    units
        What stands side by side in the region's report: municipality, or county beside them:
        counties whose municipalities all are places of the plan.
    unmeasured
        What no register measures, printed among what the report leaves out.
    assessments
        Ids of assessments before decisions that are worked out with the batch: files of
        params/assessments without .yml.
    evaluations
        Ids of evaluations of what was done that are worked out with the batch: files of
        params/evaluations without .yml.
    capacities
        Ids of studies of upper-secondary places that are worked out with the batch: files of
        params/capacity without .yml.
    indices
        Ids of composite indices that reports show: files of params/indices without .yml.
    staffing
        Staff that is needed: roles, pupils per post, who retires and leaves.
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
    units: Literal["municipality", "county"] = "municipality"
    peers: Annotated[OfficialPeers | DistancePeers, Field(discriminator="kind")] | None = None
    areas: dict[str, Area] = Field(default_factory=dict)
    goals: dict[str, Goal] = Field(default_factory=dict)
    activities: dict[str, Activity] = Field(default_factory=dict)
    local_texts: dict[PlaceCode, OwnText] = Field(default_factory=dict)
    unmeasured: tuple[Text, ...] = ()
    last_report: LastReport | None = None
    assessments: tuple[AssessmentId, ...] = ()
    evaluations: tuple[EvaluationId, ...] = ()
    capacities: tuple[CapacityId, ...] = ()
    indices: tuple[IndexId, ...] = ()
    staffing: Staffing | None = None
    _file: str = PrivateAttr("")
    _digest: str = PrivateAttr("")
    _said_of_indices: dict[str, Any] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _with_indices(self) -> Self:
        if self.indices:
            from impact.run.indices.files import index_of_plan

            read = {name: index_of_plan(name, self.country) for name in self.indices}
            self._said_of_indices = {
                name: record.model_dump(mode="json") for name, record in read.items()
            }
        return self

    @model_validator(mode="after")
    def _one_study_of_a_name(self) -> Self:
        first: dict[str, str] = {}
        for kind, names in self.studies.items():
            if both := sorted({*names} & {*first}):
                one, other = _A_STUDY[first[both[0]]], _A_STUDY[kind]
                raise ValueError(
                    f"{', '.join(both)} is {one} and {other}; their results would be kept under "
                    "one name. Call one of the files something else."
                )
            first |= dict.fromkeys(names, kind)
        return self

    @property
    def studies(self) -> dict[str, tuple[str, ...]]:
        """Ids of the studies worked out with the batch, by kind."""
        return {
            "assessment": self.assessments,
            "evaluation": self.evaluations,
            "capacity": self.capacities,
        }

    @property
    def study_names(self) -> tuple[str, ...]:
        """Ids of all of them."""
        return (*self.assessments, *self.evaluations, *self.capacities)

    def index_records(self) -> tuple[IndexRecord, ...]:
        """Return the composite indices that reports show, read and checked."""
        from impact.run.indices.files import load_index

        return tuple(load_index(name) for name in self.indices)

    @property
    def said_of_indices(self) -> dict[str, Any]:
        """What the files of its indices said when the plan was read, by id."""
        return self._said_of_indices

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
