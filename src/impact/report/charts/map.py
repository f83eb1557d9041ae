"""A map of one indicator: colour and pattern say how each municipality compares."""

from __future__ import annotations

import math
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from impact.report import names
from impact.report.charts import svg
from impact.report.charts.style import INK, inches, plotted
from impact.report.language import Language
from impact.report.message import PlaceName
from impact.report.region_blocks import (
    ChoroplethMap,
    MapArea,
)

WIDTH = 760
TALLEST = 560
FILLS = {
    "better": ("#0072B2", ""),
    "worse": ("#FBE3D3", "////"),
    "higher": ("#8A949C", ""),
    "lower": ("#C9D0D6", "...."),
    "not_clearly_different": ("#EEF1F3", ""),
    "not_comparable": ("#FFFFFF", ""),
}
NAMED = 40
HATCH = "#E59A68"


def choropleth(block: ChoroplethMap, language: Language, title: str) -> str:
    """Return the map of an indicator as an inline SVG.

    Parameters
    ----------
    block
        The areas with their verdicts.
    language
        The reader's language.
    title
        The map's finding, its alternative text.
    """
    return svg.chart(block, language, draw, title)


@plotted
def draw(block: ChoroplethMap, labels: svg.Labels) -> Figure:
    """Draw the areas; names stand on them while there is room for names."""
    shapes = {area.place: names.boundary(area.place) for area in block.areas}
    points = [point for shape in shapes.values() for ring in shape for point in ring]
    west, east, south, north = extent(points)
    ratio = (north - south) / ((east - west) * squeeze(south, north))
    width, height = WIDTH, WIDTH * ratio
    if height > TALLEST:
        height = TALLEST
    figure = Figure(figsize=inches(width, height))
    axes = figure.add_axes((0.01, 0.01, 0.98, 0.98))
    axes.set_aspect(1 / squeeze(south, north))
    axes.axis("off")
    for area in block.areas:
        _area(axes, area, shapes[area.place])
    axes.set(xlim=(west, east), ylim=(south, north))
    if len(block.areas) <= NAMED:
        for area in block.areas:
            _name(axes, area, shapes[area.place], labels)
    return figure


def extent(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Return west, east, south and north of points."""
    if not points:
        return 0.0, 1.0, 0.0, 1.0
    longitudes, latitudes = zip(*points, strict=True)
    return min(longitudes), max(longitudes), min(latitudes), max(latitudes)


def squeeze(south: float, north: float) -> float:
    """Return how much shorter a degree of longitude is than one of latitude here."""
    return math.cos(math.radians((south + north) / 2))


def _area(axes: Axes, area: MapArea, shape: list) -> None:
    points, codes = [], []
    for ring in shape:
        points.extend(ring)
        codes.extend([Path.MOVETO, *([Path.LINETO] * (len(ring) - 2)), Path.CLOSEPOLY])
    if not points:
        return
    fill, hatch = FILLS[area.verdict.word]
    look = {"facecolor": fill, "hatch": hatch or None, "edgecolor": "#5B6670", "linewidth": 0.8}
    look["hatchcolor"] = HATCH
    axes.add_patch(PathPatch(Path(points, codes), **look))


def _name(axes: Axes, area: MapArea, shape: list, labels: svg.Labels) -> None:
    if shape:
        at = centre(max(shape, key=len))
        axes.text(*at, labels(PlaceName(area.place)), ha="center", va="center", color=INK)


def centre(ring: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the centre of gravity of a ring."""
    area = across = up = 0.0
    for (x, y), (next_x, next_y) in pairwise(ring):
        cross = x * next_y - next_x * y
        area += cross
        across += (x + next_x) * cross
        up += (y + next_y) * cross
    return across / (3 * area), up / (3 * area)
