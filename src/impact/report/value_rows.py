"""The rows of a table of all values, as figures with their meaning."""

from __future__ import annotations

from dataclasses import dataclass

from impact.report import names
from impact.report.annex_blocks import (
    Values,
)
from impact.report.message import Number
from impact.report.remembered import remembered


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value of one place with its limits; the figure says indicator, year and group."""

    value: Number
    lower: Number | None
    upper: Number | None
    vintage: str


@remembered(4)
def value_rows(block: Values) -> tuple[ValueRow, ...]:
    """Return the rows of a table of all values."""
    return tuple(_row(block, at, indicator) for at, indicator in enumerate(block.indicators))


def _row(block: Values, at: int, indicator: str) -> ValueRow:
    entry = names.indicator(indicator)

    def figure(value: float | None, kind: str, statistic: str) -> Number:
        return Number(
            value,
            unit=entry.unit,
            decimals=entry.decimals,
            kind=kind,
            statistic=statistic,
            indicator=indicator,
            place=block.place,
            year=block.years[at],
            group=block.groups[at],
            status=block.statuses[at],
        )

    lower, upper = block.lower[at], block.upper[at]
    return ValueRow(
        figure(block.values[at], "value", "value"),
        None if lower is None else figure(lower, "statistic", "lower"),
        None if upper is None else figure(upper, "statistic", "upper"),
        block.vintages[at],
    )
