"""One line of page one for every composite index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.blocks import Sentences
from impact.report.content.index_numbers import name_of, number_of, points
from impact.report.content.numbers import finite
from impact.report.message import Interval, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from impact.overviews.indices.model import IndexFigures


def index_line(indices: Iterable[IndexFigures], place: str) -> Sentences | None:
    """Return one sentence for every index, for page one; None where there is no index.

    Parameters
    ----------
    indices
        From `impact.overviews.indices.figures`.
    place
        Code of the municipality.

    Notes
    -----
    The sentence has the number with its interval and from how many municipalities it can be told
    apart, never a rank. An index that does not hold together has no number.
    """
    lines = tuple(_line(found, place) for found in indices)
    return Sentences(section="where_now", messages=lines) if lines else None


def _line(found: IndexFigures, place: str) -> Message:
    name = name_of(found)
    if not found.coherence.publish:
        return message("index-line-parts", name=name)
    if place not in found.places.index or finite(found.places.at[place, "score"]) is None:
        return message("index-line-missing", name=name)
    row = found.places.loc[place]
    return message(
        "index-line",
        name=name,
        score=points(found, place, row["score"], "index_score"),
        range=interval(found, place),
        above=number_of(row["above"], "index_above", found, place),
        below=number_of(row["below"], "index_below", found, place),
        scored=number_of(row["scored"], "index_scored", found, place),
    )


def interval(found: IndexFigures, place: str) -> Interval:
    """Return the interval of a municipality's index, digits alone."""
    row = found.places.loc[place]
    return Interval(
        points(found, place, row["lower"], "index_lower", bare=True),
        points(found, place, row["upper"], "index_upper", bare=True),
    )
