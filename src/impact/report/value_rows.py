"""The rows of a table of all values, as figures with their meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from impact.report import names
from impact.report.annex_blocks import (
    Values,
)
from impact.report.message import Number


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value of one place with its limits; the figure says indicator, year and group."""

    value: Number
    lower: Number | None
    upper: Number | None
    vintage: str


def value_rows(block: Values) -> Iterator[ValueRow]:
    """Yield the rows of a table of all values."""
    for at, indicator in enumerate(block.indicators):
        entry = names.indicator(indicator)
        value = Number(
            block.values[at],
            unit=entry.unit,
            decimals=entry.decimals,
            kind="value",
            indicator=indicator,
            place=block.place,
            year=block.years[at],
            group=block.groups[at],
            status=block.statuses[at],
        )
        lower, upper = (
            None if limit is None else replace(value, value=limit, kind="statistic", statistic=name)
            for name, limit in (("lower", block.lower[at]), ("upper", block.upper[at]))
        )
        yield ValueRow(value, lower, upper, block.vintages[at])
