"""The composite index in a region's report: its municipalities in the order of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.blocks import Block, Cell, Sentences, Table
from impact.report.content.index_line import interval
from impact.report.content.index_numbers import estimate, name_of, part_name, points
from impact.report.content.index_part import named, standing
from impact.report.content.index_trust import why_no_number
from impact.report.content.numbers import finite
from impact.report.message import Message, PlaceName, Verdict, Year, message
from impact.report.quantity_blocks import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from impact.overviews import RegionFigures
    from impact.overviews.indices.model import IndexFigures

SECTION = "index"


def region_index(indices: Iterable[IndexFigures], region: RegionFigures) -> list[Block]:
    """Return every index for the municipalities of a region, in the order of their names.

    Parameters
    ----------
    indices
        From `impact.overviews.indices.figures`.
    region
        The region's figures.
    """
    return [block for found in indices for block in _chapter(found, region.places)]


def _chapter(found: IndexFigures, places: tuple[str, ...]) -> list[Block]:
    lines = [named(found)]
    if found.coherence.publish:
        lines.append(message("index-region-order"))
    else:
        lines += why_no_number(found)
    opening = Sentences(
        section=SECTION,
        heading=message("index-heading", name=name_of(found), year=Year(found.year)),
        messages=tuple(lines),
        remarks=(message("index-remark-interval"), *standing(found)),
    )
    shown = [place for place in places if place in found.places.index]
    return [opening, _table(found, shown)] if shown else [opening]


def _table(found: IndexFigures, places: list[str]) -> Table:
    parts = [node.id for node in found.spec.nodes if node.parent == found.spec.root]
    names: list[Message] = [message("index-column-place")]
    if found.coherence.publish:
        names += [message(f"index-column-{name}") for name in ("score", "interval", "trend")]
    names += [message("index-column-of", name=part_name(found, part)) for part in parts]
    scores = found.parts.pivot(index="place", columns="part", values="score")
    rows = []
    for place in places:
        cells: list[Cell] = [PlaceName(place)]
        cells += _whole(found, place) if found.coherence.publish else []
        cells += [
            points(
                found,
                place,
                scores.at[place, part],
                "index_part_score",
                bare=True,
                about=f"{found.record.id}/{part}",
            )
            for part in parts
        ]
        rows.append(tuple(cells))
    return Table(
        section=SECTION,
        caption=message("index-region-caption", name=name_of(found), year=Year(found.year)),
        columns=tuple(names),
        rows=tuple(rows),
    )


def _whole(found: IndexFigures, place: str) -> list[Cell]:
    """Return a municipality's number, its interval and whether it moved since the year before."""
    row = found.places.loc[place]
    if finite(row["score"]) is None:
        return [None, None, None]
    change = estimate(found, place, found.change_totals.loc[place], "index_change")
    score = points(found, place, row["score"], "index_score", bare=True)
    return [score, interval(found, place), _trend(change)]


def _trend(change: Estimate | None) -> Verdict:
    if change is None or change.lower is None or change.upper is None:
        return Verdict("trend", "not_calculable")
    if change.lower.value > 0:
        return Verdict("trend", "improving")
    if change.upper.value < 0:
        return Verdict("trend", "worsening")
    return Verdict("trend", "no_clear_change")
