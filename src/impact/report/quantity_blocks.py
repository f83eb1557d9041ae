"""What an assessment calculates: estimates with intervals, who gains, what drives them, prices."""

from __future__ import annotations

from dataclasses import dataclass

from impact.report.blocks import Block
from impact.report.message import Interval, LocalWords, Message, Number, PlaceName, Year, message

GOOD = ("higher", "lower", "neutral")
MOST_DRAWN = 40
"""So many rows a drawing holds; its table holds all."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A calculated figure with its interval; a bound that is not known is None."""

    value: Number
    lower: Number | None = None
    upper: Number | None = None

    @property
    def certain(self) -> bool:
        """Whether there is no interval to show: its bounds are not known, or are the figure."""
        if self.lower is None or self.upper is None:
            return True
        return self.lower.value == self.value.value == self.upper.value

    @property
    def range(self) -> Interval | Message:
        """The interval; one with signs in words, since a dash beside a minus misleads."""
        if self.lower is None or self.upper is None or not self._signed:
            return Interval(self.lower, self.upper)
        return message("range-signed", low=self.lower, high=self.upper)

    @property
    def _signed(self) -> bool:
        return self.lower.signed or self.lower.value < 0


@dataclass(frozen=True, slots=True)
class DotRow:
    """One place, year or alternative: the change drawn, the levels it lies between, and the people.

    `tone` says whether the interval lies on the good or the bad side of nought (good, bad, plain
    or unknown); `whole` marks the sum or mean over all places.
    """

    label: PlaceName | Year | LocalWords
    drawn: Estimate
    tone: str
    whole: bool = False
    without: Number | None = None
    level: Number | None = None
    people: Estimate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DotsAndLines(Block):
    """One quantity of one alternative as dots with lines, and its years in a table.

    Parameters
    ----------
    drawn
        The statistic drawn: change, cases, persons or amount.
    good
        Which side of nought is better, one of `GOOD`.
    rows
        What is drawn: the places in the last year, the years of a single place, or alternatives.
    years
        The whole by year, for a table; empty where `rows` are years already.
    """

    heading: Message
    axis: Message
    drawn: str
    good: str
    rows: tuple[DotRow, ...]
    years: tuple[DotRow, ...] = ()
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupEffect:
    """One thing that changes for a group: what, when, and what is done about it."""

    determinant: LocalWords
    windows: tuple[str, ...]
    answer: str = ""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group and what gets better for it, worse, or both or nobody knows what."""

    group: LocalWords
    marks: tuple[Message, ...]
    size: Number | None
    better: tuple[GroupEffect, ...]
    worse: tuple[GroupEffect, ...]
    mixed: tuple[GroupEffect, ...]
    unknown: tuple[GroupEffect, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GainsAndLosses(Block):
    """Who gains and who loses by one alternative, group by group."""

    heading: Message
    finding: Message
    rows: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True)
class DriverRow:
    """One number that goes in, and its share of a quantity's uncertainty: alone and in all."""

    name: LocalWords | Message
    alone: Number
    total: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Drivers(Block):
    """Which numbers make one quantity uncertain, the largest first."""

    heading: Message
    finding: Message
    rows: tuple[DriverRow, ...]


@dataclass(frozen=True, slots=True)
class AcceptabilityCurve:
    """One alternative: how probable it is that each price covers its cost."""

    alternative: LocalWords
    prices: tuple[Number, ...]
    probabilities: tuple[Number, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptability(Block):
    """Probability that a unit's price covers the cost, by price."""

    heading: Message
    finding: Message
    axis: Message
    curves: tuple[AcceptabilityCurve, ...]


@dataclass(frozen=True, slots=True)
class ParameterCard:
    """One effect from a study, with all that is needed to judge its use here.

    `facts` pairs a label's name in the language files (`parameter-<name>`) with its text.
    """

    name: LocalWords
    facts: tuple[tuple[str, LocalWords | Message | Number | str], ...]
    scenario: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterCards(Block):
    """Every effect from a study that an assessment uses."""

    cards: tuple[ParameterCard, ...]
