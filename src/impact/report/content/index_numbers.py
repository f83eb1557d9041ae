"""Points of a composite index as `Number`s, and what its parts are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from impact.report.content.numbers import finite
from impact.report.message import IndicatorName, LocalWords, Message, Number, message, words
from impact.report.quantity_blocks import Estimate

if TYPE_CHECKING:
    from impact.overviews.indices.model import IndexFigures


def points(
    found: IndexFigures, place: str | None, value: Any, statistic: str, **fields: Any
) -> Number | None:
    """Return points of an index that know what they are of; None where there are none.

    Parameters
    ----------
    found
        The index.
    place
        Code of the municipality.
    value
        The points.
    statistic
        What they are.
    fields
        Other fields of `Number`.
    """
    number = finite(value)
    if number is None:
        return None
    said = {
        "unit": "points",
        "decimals": 0,
        "statistic": statistic,
        "place": place,
        "year": found.year,
        "about": found.record.id,
    }
    return Number(number, **(said | fields))


def estimate(
    found: IndexFigures, place: str, row: Mapping[str, Any], statistic: str
) -> Estimate | None:
    """Return a difference `gap, lower, upper` in points, signed; None where there is none."""
    options = {"decimals": 1, "signed": True, "kind": "change"}
    value = points(found, place, row.get("gap"), statistic, **options)
    if value is None:
        return None
    lower, upper = (
        points(found, place, row.get(side), f"{statistic}_{side}", bare=True, **options)
        for side in ("lower", "upper")
    )
    return Estimate(value, lower, upper)


def name_of(found: IndexFigures) -> LocalWords:
    """Return what an index is called."""
    return words(found.record.title)


def part_name(found: IndexFigures, part: str) -> LocalWords | Message:
    """Return what a part or an indicator of an index is called."""
    if part in found.record.nodes:
        return words(found.record.nodes[part].title)
    return message("index-indicator", indicator=IndicatorName(part))


def top_parts(found: IndexFigures) -> dict[str, str]:
    """Return every indicator with the part right below the whole that it belongs to."""
    parents = {node.id: node.parent for node in found.spec.nodes}
    root, tops = found.spec.root, {}
    for item in found.spec.indicators:
        part = item.id if item.node == root else item.node
        while part in parents and parents[part] != root:
            part = parents[part]
        tops[item.id] = part
    return tops


def share(value: float, statistic: str, found: IndexFigures, place: str) -> Number:
    """Return a share of weight, 0 to 1, as whole per cent."""
    return Number(
        100 * value,
        "percent",
        0,
        statistic=statistic,
        place=place,
        year=found.year,
        about=found.record.id,
    )


def number_of(value: float, statistic: str, found: IndexFigures, place: str) -> Number:
    """Return a number of municipalities."""
    return Number(
        float(value),
        "count",
        0,
        statistic=statistic,
        place=place,
        year=found.year,
        about=found.record.id,
    )
