"""What a file of an assessment may say: question, alternatives, impacts, quantities, decision."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from impact.evidence.model import Parameter
from impact.frameworks import scales
from impact.run.assessments.quantities import Economics, Quantity, Share, WellBeing
from impact.run.params.model import Record, own_languages
from impact.run.params.types import (
    Country,
    Day,
    FolderName,
    IndicatorId,
    LanguageCode,
    PlaceCode,
    RegionCode,
    Text,
    Truth,
    Whole,
    Year,
)
from impact.run.study_record import StudyRecord


class ScreeningAnswer(Record):
    """An answer to one question of a framework's screening."""

    framework: str
    part: str
    answer: scales.Answer
    reason: Text | None = None


class Screening(Record):
    """Whether an assessment is needed, and why; the reason is also wanted when it is not."""

    needed: Truth
    reason: Text
    answers: tuple[ScreeningAnswer, ...] = ()


class Alternative(Record):
    """Something that could be decided; exactly one alternative is the baseline."""

    title: Text
    description: Text | None = None
    baseline: Truth = False
    start_year: Year | None = None
    horizon_years: Annotated[Whole, Field(ge=1, le=100)] = 10
    status: scales.AlternativeStatus = "considered"
    rejected_reason: Text | None = None


class Determinant(Record):
    """What an alternative acts on, seen from one perspective."""

    title: Text
    perspective: scales.Perspective
    indicators: tuple[IndicatorId, ...] = ()


class Group(Record):
    """A group of people the assessment looks at; children first."""

    title: Text
    kind: scales.GroupKind
    children: Truth = False
    vulnerable: Truth = False
    size: Annotated[Whole, Field(ge=0)] | None = None
    size_source: Text | None = None
    rights: tuple[str, ...] = ()


class Probability(Record):
    """How likely an impact is, in shares of one."""

    low: Share
    mid: Share
    high: Share


class Override(Record):
    """Another significance than the rule gives, and why."""

    significance: scales.Significance
    reason: Text


class Impact(Record):
    """What one alternative does to one determinant for one group in one time window.

    Parameters
    ----------
    direction
        better or worse for the group, mixed, none or unknown; against the baseline alternative.
    persons
        How many people it reaches.
    quantity
        The calculated quantity behind it, if any.
    score, scale
        The entry of a framework's own scale, kept as it was given.
    rationale
        Why it is thought so; always.
    """

    alternative: str
    determinant: str
    group: str
    window: scales.Window
    direction: scales.Direction
    magnitude: scales.Magnitude
    sensitivity: scales.Sensitivity | None = None
    likelihood: scales.Likelihood | None = None
    probability: Probability | None = None
    duration: scales.Duration | None = None
    reversible: scales.Reversible | None = None
    persons: Annotated[Whole, Field(ge=0)] | None = None
    persons_source: Text | None = None
    confidence: scales.Confidence
    evidence: tuple[str, ...] = ()
    quantity: str | None = None
    override: Override | None = None
    scale: Literal["traffic3", "pm0", "pm2", "pm3", "arvi9"] | None = None
    score: str | None = None
    accepted_reason: Text | None = None
    rationale: Text


class NotRelevant(Record):
    """A perspective an alternative has no impact on, and why."""

    alternative: str
    perspective: scales.Perspective
    reason: Text


class Evidence(Record):
    """What an impact rests on; `parameter` names one of the library or of the file itself."""

    kind: scales.EvidenceKind
    title: Text
    parameter: str | None = None
    citation: str | None = None
    doi: str | None = None
    url: str | None = None
    accessed: Day | None = None


class Participation(Record):
    """Who was heard, how it was used, and whether they were told what became of it."""

    group: str
    method: Text
    date: Day | None = None
    persons: Annotated[Whole, Field(ge=0)] | None = None
    summary: Text
    how_used: Text | None = None
    feedback: Day | None = None
    feedback_plan: Text | None = None


class Conflict(Record):
    """Two interests that do not agree, and how they were weighed."""

    interest_a: Text
    interest_b: Text
    reasoning: Text


class Mitigation(Record):
    """What is done about an impact, and what then remains of it."""

    impact: str
    measure: Text
    responsible: Text | None = None
    due: Day | None = None
    residual_magnitude: scales.Magnitude | None = None
    compensating: Truth = False


class Decision(Record):
    """What was decided, and how that stands to the child's best interests."""

    date: Day
    body: Text
    alternative: str
    follows_best_interests: Truth | None = None
    reasons: Text | None = None
    compensating: Text | None = None
    minutes: str | None = None


class Monitoring(Record):
    """How it will be seen whether the assessment was right: an indicator and a year.

    With a `quantity` of the file there is a prediction for every place; without one only the
    indicator is followed.
    """

    title: Text
    indicator: IndicatorId
    figure_group: str = "total"
    review_year: Year
    direction: Literal["higher", "lower"]
    quantity: str | None = None
    impacts: tuple[str, ...] = ()
    responsible: Text | None = None


class Assessment(StudyRecord):
    """An assessment before a decision; see `docs/assessment_files.md` for how to write one.

    Parameters
    ----------
    year
        Year of the assessment: no figure and no price is newer, no alternative begins earlier.
    children_not_heard_reason
        Why children were not asked, where a framework wants their views and none are given.
    """

    id: FolderName
    title: Text
    question: Text
    background: Text | None = None
    example: Truth = False
    country: Country
    region: RegionCode | None = None
    places: tuple[PlaceCode, ...] = Field(min_length=1)
    languages: tuple[LanguageCode, ...] = ()
    owner: Text
    case_number: str | None = None
    frameworks: tuple[str, ...] = Field(min_length=1)
    depth: scales.Depth
    stage: scales.Stage
    version: Day
    year: Year
    screening: Screening
    alternatives: dict[str, Alternative] = Field(default_factory=dict)
    determinants: dict[str, Determinant] = Field(default_factory=dict)
    groups: dict[str, Group] = Field(default_factory=dict)
    impacts: dict[str, Impact] = Field(default_factory=dict)
    not_relevant: tuple[NotRelevant, ...] = ()
    evidence: dict[str, Evidence] = Field(default_factory=dict)
    participation: tuple[Participation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    mitigation: tuple[Mitigation, ...] = ()
    parameters: dict[str, Parameter] = Field(default_factory=dict)
    quantities: dict[str, Quantity] = Field(default_factory=dict)
    well_being: dict[str, WellBeing] = Field(default_factory=dict)
    economics: Economics | None = None
    children_not_heard_reason: Text | None = None
    unknown: tuple[Text, ...] = ()
    decision: Decision | None = None
    monitoring: dict[str, Monitoring] = Field(default_factory=dict)

    @property
    def subject(self) -> str:
        """The place the report is about: the only municipality, else region or country."""
        return self.places[0] if len(self.places) == 1 else self.region or self.country

    @property
    def baseline(self) -> str | None:
        """The id of the alternative others are compared with; None before there are any."""
        return next((name for name, one in self.alternatives.items() if one.baseline), None)

    @property
    def chosen(self) -> str | None:
        """The alternative that was decided, else the recommended one, if any."""
        if self.decision is not None:
            return self.decision.alternative
        for name, one in self.alternatives.items():
            if one.status in ("decided", "recommended"):
                return name
        return None

    def report_languages(self) -> tuple[str, ...]:
        """Return the languages the report is made in."""
        return self.languages or own_languages(self.places)
