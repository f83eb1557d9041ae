"""Where a table has what, and which of its rows add up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from impact.indicators.protection.group_sums import group_sums
from impact.indicators.protection.hierarchy import Hierarchies

SUPPRESSION = "suppression"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where a table has what, and which of its rows add up.

    Parameters
    ----------
    place, year, group, indicator, value, numerator, denominator
        Columns; `place`, `year`, `group` and `indicator` may be absent from a table.
    hierarchies
        For a column: whole to parts, such as ``{"place": {"SE-06": ["SE-0604", ...]}}``. Groups
        are known by their names (women and men, ages, grades) unless given.
    windows
        Years that a figure covers, ending with its year: one number, or by indicator.
    multiplier
        value = multiplier * numerator / denominator: one number, or by indicator; None where the
        value is the count itself, 0 where it has nothing to do with them (points, years).
    part_of
        Indicator to the one whose persons hold its own: 30 per cent absence to 15 per cent.
    """

    place: str = "place"
    year: str = "year"
    group: str = "group"
    indicator: str = "indicator"
    value: str = "value"
    numerator: str = "numerator"
    denominator: str = "denominator"
    hierarchies: Hierarchies | None = None
    windows: int | Mapping[str, int] = 1
    multiplier: float | Mapping[str, float | None] | None = 100.0
    part_of: Mapping[str, str] = field(default_factory=dict)

    def dimensions(self, table: pd.DataFrame) -> list[str]:
        """Return the columns along which rows add up."""
        return [name for name in (self.place, self.year, self.group) if name in table.columns]

    def tables(self, table: pd.DataFrame) -> list[str]:
        """Return the columns of which every value is a table of its own."""
        return [self.indicator] if self.indicator in table.columns else []

    def names(self, table: pd.DataFrame) -> pd.Series:
        """Return the indicator of every row."""
        return table[self.indicator] if self.indicator in table.columns else table["status"]

    def sums(self, table: pd.DataFrame) -> Hierarchies:
        """Return, for every dimension, whole to parts."""
        found = dict(self.hierarchies or {})
        if self.group in table.columns and self.group not in found:
            found[self.group] = group_sums(table[self.group].astype(str).unique())
        return found

    def sums_of_indicators(self) -> Hierarchies:
        """Return indicators as wholes of the one that is part of them, and of a rest."""
        parts = {(whole, part): (part, None) for part, whole in self.part_of.items()}
        return {self.indicator: parts} if parts else {}
