"""Which municipalities border on one another on land, from the shapes in data/boundaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from impact.folders import data_folder
from impact.places.boundaries import Point, Polygon, boundaries

Segment = tuple[Point, Point]


def neighbours(country: str) -> Mapping[str, frozenset[str]]:
    """Return the neighbours of every municipality of a country.

    Parameters
    ----------
    country
        ``FI``, ``NO`` or ``SE``.

    Returns
    -------
    mapping of str to frozenset of str
        Code to the codes it shares a piece of border with; none for an island of its own.

    Raises
    ------
    UnknownName
        No such country.

    Notes
    -----
    Two municipalities are neighbours when a side of a polygon of one is a side of a polygon of
    the other. Meeting in one point is not enough, and a bridge or a ferry is no border. Neighbours
    in another country are not known.
    """
    return _neighbours(data_folder(), country)


def bordering(codes: Iterable[str], country: str) -> frozenset[str]:
    """Return the municipalities that border on any of some, without those themselves.

    Parameters
    ----------
    codes
        Codes of municipalities of one country.
    country
        That country.
    """
    inside = frozenset(codes)
    around = neighbours(country)
    return frozenset().union(*(around.get(code, frozenset()) for code in inside)) - inside


@lru_cache(maxsize=8)
def _neighbours(folder: Path, country: str) -> Mapping[str, frozenset[str]]:
    shapes = boundaries(country)
    owners: dict[Segment, set[str]] = {}
    for code, polygons in shapes.items():
        for side in _sides(polygons):
            owners.setdefault(side, set()).add(code)
    found: dict[str, set[str]] = {code: set() for code in shapes}
    for sharing in owners.values():
        for code in sharing:
            found[code] |= sharing - {code}
    return MappingProxyType({code: frozenset(those) for code, those in found.items()})


def _sides(polygons: Iterable[Polygon]) -> Iterator[Segment]:
    for polygon in polygons:
        for ring in polygon:
            for first, second in pairwise(ring):
                if first != second:  # simplified outlines repeat points
                    yield (first, second) if first < second else (second, first)
