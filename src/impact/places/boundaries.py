"""Shapes of municipalities for small maps, from the TopoJSON files in data/boundaries."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType
from typing import Any

from impact.errors import UnknownName
from impact.folders import data_folder
from impact.places import changes, register

Point = tuple[float, float]
Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]


def boundaries(country: str) -> Mapping[str, tuple[Polygon, ...]]:
    """Return the polygons of every municipality of a country.

    Parameters
    ----------
    country
        ``FI``, ``NO`` or ``SE``.

    Returns
    -------
    mapping of str to tuple
        Code of today to polygons; a polygon is an outer ring and then its holes; a ring is
        points of (longitude, latitude) in degrees east and north (WGS 84), first = last. The
        outlines are simplified: for maps of a few centimetres, not for measuring. A municipality
        that has merged since the file was drawn is part of its successor, as polygons of its own.

    Raises
    ------
    UnknownName
        No such country.

    See Also
    --------
    aspect : how much wider a degree north is drawn than a degree east.
    """
    if country not in register.COUNTRIES:
        raise UnknownName("country", country, register.COUNTRIES)
    return _read(data_folder() / "boundaries" / f"{country.lower()}.topo.json")


def aspect(polygons: Mapping[str, tuple[Polygon, ...]]) -> float:
    """Return how many times as long a degree of latitude must be drawn as one of longitude.

    Parameters
    ----------
    polygons
        As from `boundaries`, or a part of it.

    Returns
    -------
    float
        1 / cos(middle latitude): about 2.3 for Norway and 1.8 for Skåne. Dividing longitudes by
        it, or `matplotlib`'s ``set_aspect``, gives a map without visible stretching.
    """
    latitudes = [
        latitude for shapes in polygons.values() for polygon in shapes for _, latitude in polygon[0]
    ]
    middle = (min(latitudes) + max(latitudes)) / 2
    return 1 / math.cos(math.radians(middle))


@lru_cache(maxsize=len(register.COUNTRIES))
def _read(path: Path) -> Mapping[str, tuple[Polygon, ...]]:
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_arc(steps, topology["transform"]) for steps in topology["arcs"]]
    shapes: dict[str, tuple[Polygon, ...]] = {}
    for geometry in topology["objects"]["municipalities"]["geometries"]:
        code = geometry["properties"]["place"]
        for now in sorted(changes.successors(code)):
            shapes[now] = shapes.get(now, ()) + _polygons(geometry, arcs)
    return MappingProxyType(dict(sorted(shapes.items())))


def _arc(steps: list[list[int]], transform: Mapping[str, Any]) -> list[Point]:
    (x_scale, y_scale), (x_first, y_first) = transform["scale"], transform["translate"]
    across = accumulate(step[0] for step in steps)
    along = accumulate(step[1] for step in steps)
    return [
        (x * x_scale + x_first, y * y_scale + y_first) for x, y in zip(across, along, strict=True)
    ]


def _polygons(geometry: Mapping[str, Any], arcs: list[list[Point]]) -> tuple[Polygon, ...]:
    listed = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return tuple(tuple(_ring(indices, arcs) for indices in polygon) for polygon in listed)


def _ring(indices: list[int], arcs: list[list[Point]]) -> Ring:
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return tuple(points)
