"""Which quantities are drawn together, and in which rows: places, years or alternatives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from impact.report.blocks import Block
from impact.report.content.numbers import count
from impact.report.content.quantity_names import alternative
from impact.report.content.quantity_results import (
    PEOPLE,
    Result,
    decimals_of,
    is_steady,
    row_of,
)
from impact.report.message import LocalWords, Message, PlaceName, Year, message, words
from impact.report.quantity_blocks import MOST_DRAWN, DotRow, DotsAndLines

SECTION = "quantities"


def drawings(found: Iterable[Result]) -> list[Block]:
    """Return a drawing for each quantity, those that are one figure alone side by side.

    Parameters
    ----------
    found
        The quantities by alternative.
    """
    drawn: dict[object, list[Result]] = {}
    for result in found:
        key = (result.name, result.alternative)
        if is_steady(result):
            title = tuple(sorted(result.quantity.title.items()))
            key = (title, result.unit, result.drawn, result.quantity.good)
        drawn.setdefault(key, []).append(result)
    blocks = (_side_by_side(g) if is_steady(g[0]) else _one(g[0]) for g in drawn.values())
    return [block for block in blocks if block is not None]


def _side_by_side(group: list[Result]) -> DotsAndLines | None:
    """Return alternatives beside one another, each with the one figure it has."""
    rows = []
    for result in group:
        label = alternative(result.assessment, result.alternative)
        subject = result.assessment.subject
        row = row_of(result, subject, result.year, decimals_of(result), label)
        rows += [replace(row, whole=False)] if row is not None else []
    if not rows:
        return None
    title: LocalWords | Message = words(group[0].quantity.title)
    if any(result.scenario for result in group):
        title = message("value-scenario", value=title)
    return _block(group[0], message("own-words", words=title), rows, _axis(group[0], rows))


def _one(result: Result) -> DotsAndLines | None:
    """Return one quantity of one alternative: by place in its last year, else by year."""
    subject, places = result.assessment.subject, decimals_of(result)
    by_year = _known(row_of(result, subject, year, places, Year(year)) for year in result.years)
    codes = [code for code in result.assessment.places if code != subject]
    rows = _known(row_of(result, code, result.year, places) for code in codes)
    if rows:
        rows.sort(key=lambda row: -abs(row.drawn.value.value))
        rows = _known([row_of(result, subject, result.year, places)]) + rows
    else:
        drawn = _fewer([replace(row, whole=False) for row in by_year])
        rows, by_year = drawn, by_year if len(drawn) < len(by_year) else []
    if not rows:
        return None
    titles = {
        "title": words(result.quantity.title),
        "alternative": alternative(result.assessment, result.alternative),
    }
    heading = "quantity-heading-scenario" if result.scenario else "quantity-heading"
    block = _block(result, message(heading, **titles), rows, _axis(result, rows))
    return replace(block, years=tuple(by_year) if len(by_year) > 1 else ())


def _fewer(years: list[DotRow]) -> list[DotRow]:
    """Return as many years as a drawing holds, as far apart as needed, the last one with them."""
    return years[:: -max(1, -(-len(years) // MOST_DRAWN))][::-1]


def _known(rows: Iterable[DotRow | None]) -> list[DotRow]:
    return [row for row in rows if row is not None]


def _block(result: Result, heading: Message, rows: list[DotRow], axis: Message) -> DotsAndLines:
    return DotsAndLines(
        section=SECTION,
        heading=heading,
        axis=axis,
        drawn=result.drawn,
        good=result.quantity.good,
        rows=tuple(rows),
        remarks=_left_out(rows),
    )


def _left_out(rows: list[DotRow]) -> tuple[Message, ...]:
    if len(rows) <= MOST_DRAWN:
        return ()
    numbers = {"shown": count(MOST_DRAWN, "rows_drawn"), "all": count(len(rows), "rows")}
    return (message("dots-most-drawn", **numbers),)


def _axis(result: Result, rows: list[DotRow]) -> Message:
    """Return what the axis counts, and when."""
    unit = result.unit.replace("_", "-")
    if result.drawn == "change" and unit == "percent":
        unit = "points-of-percent"
    said: dict[str, Any] = {
        "what": message("axis-persons") if result.drawn in PEOPLE else message(f"axis-{unit}")
    }
    label = rows[-1].label
    if isinstance(label, Year) or result.year is None:
        return message("axis-by-year", **said)
    if isinstance(label, PlaceName) or len(result.years) == 1:
        return message("axis-in-year", **said, year=Year(result.year))
    return message("axis-each-year", **said)
