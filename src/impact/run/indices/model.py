"""What the file of a composite index may say: its parts, their weights and limits, its doubts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Strict

from impact.run.params.model import Record
from impact.run.params.types import (
    Country,
    Day,
    FolderName,
    IndicatorId,
    Origin,
    Text,
    Truth,
    Whole,
    Year,
)
from impact.run.study_record import StudyRecord

Direction = Literal["higher", "lower"]
Normalisation = Literal[
    "min_max", "z_score", "rank", "percentile", "goalposts", "distance_to_target"
]
Weighting = Literal["given", "equal", "equal_influence", "first_component"]
Aggregation = Literal[
    "arithmetic", "geometric", "harmonic", "generalised", "outranking", "benefit_of_the_doubt"
]
Number = Annotated[float, Strict()]
Weight = Annotated[float, Strict(), Field(ge=0, le=1e6)]
Share = Annotated[float, Strict(), Field(gt=0, le=1)]


class Node(Record):
    """A part of the index: it gathers indicators or other parts.

    Parameters
    ----------
    title
        What it is called.
    parent
        The part it belongs to; without one it is the index as a whole.
    weight
        Against the others with the same parent.
    aggregation, minimum_share
        When other than the index's own.
    """

    title: Text
    parent: str | None = None
    weight: Weight = 1.0
    aggregation: Aggregation | None = None
    minimum_share: Share | None = None


class Measure(Record):
    """One indicator of the index.

    Parameters
    ----------
    indicator
        Id in the catalogue; without one its scores are entered by hand, and `title` names it.
    node
        The part it belongs to.
    weight
        Against the others of the same part.
    direction
        Which way is better; the catalogue's unless it says neither.
    goalposts
        The lowest and the highest value that count: they score 0 and 100, or 100 and 0 where
        lower is better.
    target
        The value that scores 100 when the normalisation is the distance to a target.
    normalisation
        When other than the index's own.
    valid_from, valid_to
        First and last year in which it counts.
    reason
        Why it is in, where that is not plain.
    """

    indicator: IndicatorId | None = None
    title: Text | None = None
    node: str
    weight: Weight = 1.0
    direction: Direction | None = None
    goalposts: tuple[Number, Number] | None = None
    target: Number | None = None
    normalisation: Normalisation | None = None
    valid_from: Year | None = None
    valid_to: Year | None = None
    reason: Text | None = None


class Coherence(Record):
    """What must hold before the parts are shown as one number.

    Parameters
    ----------
    lowest_alpha
        Cronbach's alpha over the scores of all indicators; below it there is no single number.
    most_redundant
        Two indicators of one part that correlate more than this tell the same.
    most_population
        An index that correlates more than this with the size of municipalities is a measure of it.
    """

    lowest_alpha: Annotated[float, Strict(), Field(ge=0, le=1)] = 0.6
    most_redundant: Share = 0.9
    most_population: Share = 0.9


class Choices(Record):
    """Other ways to make the index that are as defensible, and how they are tried.

    Parameters
    ----------
    normalisations, aggregations
        Tried beside the index's own.
    weights
        Weights move by so much of themselves, up and down: 0.25 is a quarter.
    draws, seed
        How many indices are made, and where chance begins.
    """

    normalisations: tuple[Normalisation, ...] = ()
    aggregations: tuple[Aggregation, ...] = ()
    weights: Annotated[float, Strict(), Field(ge=0, lt=1)] = 0.25
    draws: Annotated[Whole, Field(ge=100, le=100_000)] = 1000
    seed: Annotated[Whole, Field(ge=0)] = 1


class EnteredPlace(Record):
    """Scores of one municipality that somebody entered, 0 to 100 by indicator of the file."""

    title: Text
    inhabitants: Annotated[float, Strict(), Field(gt=0)]
    scores: dict[str, Annotated[float, Strict(), Field(ge=0, le=100)]]


class Entered(Record):
    """Scores entered by hand, where there are no figures.

    Parameters
    ----------
    status
        `example` where municipality and scores are invented, `own` where one entered its own.
    missing
        What an answer nobody gave counts as: `nought`, or it is `left_out`.
    step
        Points of score that are one step more.
    """

    status: Literal["example", "own"]
    missing: Literal["nought", "left_out"] = "left_out"
    step: Annotated[float, Strict(), Field(gt=0, le=100)] = 10.0
    places: dict[str, EnteredPlace] = Field(min_length=1)


class Funding(Record):
    """How money follows the scores, as it is understood here.

    Parameters
    ----------
    year, pot, currency
        The sum that is divided in that year.
    inhabitants
        Of all municipalities that share it.
    mean_score
        Mean of the index over all inhabitants, 0 to 100: an assumption where it is not published.
    """

    year: Year
    pot: Annotated[float, Strict(), Field(gt=0)]
    currency: Literal["EUR"] = "EUR"
    inhabitants: Annotated[float, Strict(), Field(gt=0)]
    mean_score: Annotated[float, Strict(), Field(gt=0, le=100)]


class Class(Record):
    """A class of scores: from so many points on, with a name of its own."""

    title: Text
    lowest: Annotated[float, Strict(), Field(ge=0, le=100)]


class IndexRecord(StudyRecord):
    """A composite index; see `docs/index_files.md` for how to write one.

    Parameters
    ----------
    origin, source
        Who decided what belongs to it, and where that is written.
    checked
        Day on which the file was last held against its source.
    unconfirmed
        What in the file nobody has confirmed; it is printed wherever the index is shown.
    base_year
        Year the goalposts were taken from; they stay until somebody moves them.
    carry
        So many years an older figure stands in for a newer one.
    normalisation, aggregation, power, floor, imputation, treatment
        As in `impact.indicators.composite.IndexSpec`.
    weighting
        `given` are those of the file; the others are calculated from the figures of `base_year`.
    minimum_share
        Least share of a part's weight that must have figures.
    historical
        The figures end long ago and say nothing of today.
    """

    id: FolderName
    title: Text
    description: Text
    origin: Origin
    source: Text
    checked: Day | None = None
    unconfirmed: tuple[Text, ...] = ()
    country: Country
    historical: Truth = False
    base_year: Year | None = None
    carry: Annotated[Whole, Field(ge=0, le=10)] = 3
    normalisation: Normalisation = "goalposts"
    weighting: Weighting = "given"
    aggregation: Aggregation = "arithmetic"
    power: Annotated[float, Strict(), Field(ge=-100, le=100)] = 1.0
    floor: Annotated[float, Strict(), Field(gt=0)] = 1.0
    imputation: Literal["none", "median"] = "none"
    treatment: Truth = False
    minimum_share: Share = 0.6
    coherence: Coherence = Field(default_factory=Coherence)
    choices: Choices = Field(default_factory=Choices)
    classes: tuple[Class, ...] = ()
    nodes: dict[str, Node] = Field(min_length=1)
    indicators: dict[str, Measure] = Field(min_length=1)
    entered: Entered | None = None
    funding: Funding | None = None

    @property
    def measured(self) -> bool:
        """Whether every indicator has figures in the catalogue."""
        return all(one.indicator is not None for one in self.indicators.values())

    @property
    def root(self) -> str:
        """The part that is the index as a whole."""
        return next(name for name, node in self.nodes.items() if node.parent is None)
