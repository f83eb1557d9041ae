"""What a block says before it has a language: message ids with arguments that keep their meaning.

A message is the id of a sentence in the language files and its arguments. An argument is a number
with its unit, a year, a date, the id of an indicator or a place, a verdict, a text that is already
in words, or another message. Words and digits come later, in `report.language`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as calculated, with all that is needed to print it and to find it again.

    Parameters
    ----------
    value
        The figure, unrounded; None when there is none (then `status` says why).
    unit
        One of `impact.catalogue.UNITS`.
    decimals
        Digits after the separator; None takes the unit's usual number.
    signed
        Print a plus sign too, for changes and differences.
    kind
        value (from a source), statistic (calculated), target, change; label (part of a name, kept
        out of the table of values).
    statistic
        What the figure is: value, lower, upper, median_country, median_region, slope, count ...
    indicator, place, year, group
        What it is about, as far as that applies.
    about
        What else tells it from others: alternative and quantity of an assessment.
    status
        ok, provisional, missing, suppressed, not_applicable or simulated.
    bare
        Print digits alone: the unit stands beside, with the figure this is a bound of.
    """

    value: float | None
    unit: str = "count"
    decimals: int | None = None
    signed: bool = False
    kind: str = "statistic"
    statistic: str = "value"
    indicator: str | None = None
    place: str | None = None
    year: int | None = None
    group: str = "total"
    status: str = "ok"
    about: str | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """From one figure to another, printed with one unit: `81,2–87,0 %`."""

    low: Number | None
    high: Number | None


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year, printed without separators."""

    year: int


@dataclass(frozen=True, slots=True)
class Day:
    """A date as YYYY-MM-DD, or as much of it as is known: YYYY-MM or YYYY."""

    date: str


@dataclass(frozen=True, slots=True)
class IndicatorName:
    """The short name of an indicator; `place` lower-cases nothing and inflects nothing."""

    indicator: str


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A municipality, region or country (`SE-0604`, `SE-06`, `SE`), always in the nominative."""

    place: str


@dataclass(frozen=True, slots=True)
class GroupName:
    """A group of people as figures name it (`female&language:sv`), see `catalogue.groups`."""

    group: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """One word of a closed set, with its symbol and colour.

    Parameters
    ----------
    family
        comparison, trend, goal, effect or prediction.
    word
        A member of that family in `impact.verdicts`.
    """

    family: str
    word: str


@dataclass(frozen=True, slots=True)
class LocalWords:
    """A text somebody wrote, by language; shown as text, never as markup.

    The reader's language is taken when it is there, else the first one, marked with its language.
    """

    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the language files with its arguments."""

    id: str
    arguments: Mapping[str, Argument] = field(default_factory=dict)


Argument = (
    Number
    | Interval
    | Year
    | Day
    | IndicatorName
    | PlaceName
    | GroupName
    | Verdict
    | LocalWords
    | Message
)


def message(identifier: str, /, **arguments: Argument) -> Message:
    """Return a `Message`; a short way to write one."""
    return Message(identifier, arguments)


def words(text: str | Mapping[str, str], language: str = "") -> LocalWords:
    """Return `LocalWords` from one text or from a text per language."""
    return LocalWords({language: text} if isinstance(text, str) else dict(text))
