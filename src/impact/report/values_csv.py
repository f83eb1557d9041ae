"""Every figure a report prints, as one table."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from impact.report.annex_blocks import (
    Values,
)
from impact.report.blocks import (
    Block,
)
from impact.report.message import Number
from impact.report.remembered import remembered
from impact.report.value_rows import value_rows

LABEL = "label"
_NO_FIGURES = (str, int, float, type(None))
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
        for number in _of_block(block):
            yield block.section, number


@remembered(256)
def _of_block(block: Block) -> tuple[Number, ...]:
    found: list[Number] = []
    for part in value_rows(block) if isinstance(block, Values) else (block,):
        _collect(part, found)
    return tuple(found)


def _collect(value: Any, found: list[Number]) -> None:
    if isinstance(value, _NO_FIGURES):
        return
    if isinstance(value, Number):
        if value.kind != LABEL:
            found.append(value)
    elif isinstance(value, Mapping):
        for item in value.values():
            _collect(item, found)
    elif isinstance(value, (tuple, list)):
        for item in value:
            _collect(item, found)
    else:
        for name in _fields(type(value)):
            _collect(getattr(value, name), found)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple(field.name for field in dataclasses.fields(kind))


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
