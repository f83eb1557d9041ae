"""Every figure a report prints, as one table."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from impact.report.annex_blocks import (
    Values,
)
from impact.report.blocks import (
    Block,
)
from impact.report.message import Number
from impact.report.value_rows import value_rows

LABEL = "label"
COLUMNS = (
    "place",
    "indicator",
    "year",
    "group",
    "kind",
    "statistic",
    "value",
    "unit",
    "status",
    "section",
    "about",
)


def numbers(blocks: Iterable[Block]) -> Iterator[tuple[str, Number]]:
    """Yield every figure of the blocks with the section it stands in."""
    for block in blocks:
        inside = value_rows(block) if isinstance(block, Values) else (block,)
        for part in inside:
            for number in _inside(part):
                yield block.section, number


def _inside(value: Any) -> Iterator[Number]:
    if isinstance(value, Number):
        if value.kind != LABEL:
            yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _inside(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _inside(item)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _inside(item)


def text(blocks: Iterable[Block]) -> str:
    """Return the figures as CSV: unrounded, each once, in a fixed order.

    Notes
    -----
    `kind` is value (untouched from a source), statistic (calculated), target or change. `about`
    names alternative and quantity in an assessment's table.
    """
    rows = {_row(section, number) for section, number in numbers(blocks)}
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(rows))
    return file.getvalue()


def _row(section: str, number: Number) -> tuple[str, ...]:
    value = "" if number.value is None else repr(float(number.value))
    cells = {
        "place": number.place,
        "indicator": number.indicator,
        "year": number.year,
        "group": number.group,
        "kind": number.kind,
        "statistic": number.statistic,
        "value": value,
        "unit": number.unit,
        "status": number.status,
        "section": section,
        "about": number.about,
    }
    return tuple("" if cells[name] is None else str(cells[name]) for name in COLUMNS)
