"""What a params file may say about areas of development and their goals."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from impact.run.params.record import Record
from impact.run.params.types import Day, Everyone, IndicatorId, Origin, Text, Year


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


class Revision(Record):
    """A target that was changed: when, to what, and why; the one before it stays on record.

    Parameters
    ----------
    date
        When it was decided.
    target, target_year
        The new ones; what is not named stays as it was.
    reason
        Why.
    """

    date: Day
    target: Target | None = None
    target_year: Year | None = None
    reason: Text

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if self.target is None and self.target_year is None:
            raise ValueError("a revision changes the target, the target year or both.")
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
    owner
        Who answers for it.
    start_year
        Year in which work towards the goal began; figures up to it say nothing of the goal.
    start_value
        The figure of that year as the goal's own papers give it; it is held against the figures.
    target_year
        Year whose figure should reach the target.
    revisions
        Later changes of target and target year, oldest first. The newest counts.
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
    owner: Text | None = None
    start_year: Year | None = None
    start_value: float | None = None
    target_year: Year | None = None
    revisions: tuple[Revision, ...] = ()
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

    @model_validator(mode="after")
    def _asks_for_something(self) -> Self:
        dates = [revision.date for revision in self.revisions]
        if dates != sorted(dates):
            raise ValueError("revisions stand in the order of their dates, the oldest first.")
        if self.indicator is None and (self.revisions or self.start_value is not None):
            raise ValueError("start_value and revisions need an indicator.")
        for target, year in self.targets:
            if target is None:
                continue
            if target.value is not None and target.value == self.start_value:
                raise ValueError("the target is the figure at the start; it asks for nothing.")
            if year is not None and target.last is not None and year <= target.last:
                raise ValueError(f"target_year {year} is not after the baseline ({target.last}).")
            if year is not None and self.start_year is not None and year < self.start_year:
                raise ValueError(f"target_year {year} is before start_year {self.start_year}.")
        return self

    @property
    def targets(self) -> tuple[tuple[Target | None, int | None], ...]:
        """Every target with its year: the first, and what each revision made of it."""
        found = [(self.target, self.target_year)]
        for revision in self.revisions:
            target, year = found[-1]
            found.append((revision.target or target, revision.target_year or year))
        return tuple(found)

    @property
    def current_target(self) -> Target | None:
        """The target that counts."""
        return self.targets[-1][0]

    @property
    def current_target_year(self) -> int | None:
        """The target year that counts."""
        return self.targets[-1][1]

    @property
    def standing(self) -> Origin:
        """Who decided the goal and its measure together: adopted only when both are."""
        return self.measure_origin or self.origin

    @property
    def standing_source(self) -> dict[str, str] | None:
        """Where that standing is written."""
        return self.measure_source or self.source
