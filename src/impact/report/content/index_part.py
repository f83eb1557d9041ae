"""The chapter of the composite index: number, parts, differences, changes, doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.blocks import Block, Sentences
from impact.report.content.index_differences import (
    index_change,
    index_gap,
    index_items,
    index_strengths,
)
from impact.report.content.index_line import interval
from impact.report.content.index_numbers import name_of, number_of, part_name, points, share
from impact.report.content.index_trust import index_trust, why_no_number
from impact.report.content.numbers import finite
from impact.report.message import Message, PlaceName, Year, message, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from impact.overviews.indices.model import IndexFigures

SECTION = "index"


def index_part(indices: Iterable[IndexFigures], place: str) -> list[Block]:
    """Return what a municipality's report says of every index, behind the line of page one.

    Parameters
    ----------
    indices
        From `impact.overviews.indices.figures`.
    place
        Code of the municipality.
    """
    return [block for found in indices for block in _chapter(found, place)]


def _chapter(found: IndexFigures, place: str) -> list[Block]:
    known = place in found.places.index and finite(found.places.at[place, "score"]) is not None
    one_number = found.coherence.publish
    blocks: list[Block | None] = [_opening(found, place, known)]
    if known and one_number:
        blocks.append(index_gap(found, place))
    blocks.append(index_items(found, place))
    if known and one_number:
        blocks += index_change(found, place)
    blocks.append(index_strengths(found, place))
    blocks.append(index_trust(found, place, known))
    return [block for block in blocks if block is not None]


def _opening(found: IndexFigures, place: str, known: bool) -> Sentences:
    lines = [named(found)]
    if not found.coherence.publish:
        lines += why_no_number(found)
    elif not known:
        lines.append(message("index-no-score", place=PlaceName(place)))
    else:
        lines += _number(found, place)
    remarks = [*standing(found)]
    if known and found.coherence.publish:
        remarks.insert(0, message("index-remark-interval"))
    return Sentences(
        section=SECTION,
        heading=message("index-heading", name=name_of(found), year=Year(found.year)),
        messages=tuple(lines),
        remarks=tuple(remarks),
    )


def _number(found: IndexFigures, place: str) -> list[Message]:
    row = found.places.loc[place]
    lines = [
        message(
            "index-score",
            place=PlaceName(place),
            score=points(found, place, row["score"], "index_score"),
            range=interval(found, place),
        ),
        message(
            "index-apart",
            scored=number_of(row["scored"], "index_scored", found, place),
            above=number_of(row["above"], "index_above", found, place),
            below=number_of(row["below"], "index_below", found, place),
        ),
    ]
    lines += _parts(found, place)
    if row["older"] > 0.005:
        lines.append(message("index-older", share=share(row["older"], "index_older", found, place)))
    if row["available"] < 0.995:
        told = share(row["available"], "index_available", found, place)
        lines.append(message("index-available", share=told))
    return lines


def _parts(found: IndexFigures, place: str) -> list[Message]:
    """Return the weakest and the strongest part, where there are at least two."""
    tops = [node.id for node in found.spec.nodes if node.parent == found.spec.root]
    mine = found.rows("parts", place)
    mine = mine[mine["part"].isin(tops)].dropna(subset="score").sort_values("score", kind="stable")
    if len(mine) < 2:
        return []
    weak, strong = mine.iloc[0], mine.iloc[-1]

    def told(row) -> dict:
        about = f"{found.record.id}/{row['part']}"
        score = points(found, place, row["score"], "index_part_score", about=about)
        return {"name": part_name(found, row["part"]), "score": score}

    low, high = told(weak), told(strong)
    return [
        message(
            "index-ends",
            low=low["name"],
            low_score=low["score"],
            high=high["name"],
            high_score=high["score"],
        )
    ]


def named(found: IndexFigures) -> Message:
    """Return what an index is called and what it is."""
    return message(
        "index-named",
        name=name_of(found),
        year=Year(found.year),
        text=words(found.record.description),
    )


def standing(found: IndexFigures) -> list[Message]:
    """Return who stands behind an index, and what in it nobody has confirmed."""
    record = found.record
    lines = [
        message(
            "index-standing", origin=message(f"origin-{record.origin}"), source=words(record.source)
        )
    ]
    lines += [message("index-unconfirmed", what=words(text)) for text in record.unconfirmed]
    return lines
