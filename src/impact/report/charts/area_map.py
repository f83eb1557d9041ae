"""Maps of a plan of places: classes by municipality, young people as discs, ways to school."""

from __future__ import annotations

import math

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from impact.report import names
from impact.report.capacity_blocks import AreaMap, FlowMap, PeopleMap
from impact.report.charts import map as choropleth_map
from impact.report.charts import svg
from impact.report.charts.canvas import text
from impact.report.charts.map import TALLEST, WIDTH, centre, extent, squeeze
from impact.report.charts.style import BLUE, INK, inches, plotted
from impact.report.language import Language
from impact.report.looks import VERMILLION_TEXT
from impact.report.message import PlaceName, message

Point = tuple[float, float]
Shape = list[list[Point]]
LAND, EDGE = "#F4F6F8", "#B8C1C9"
LARGEST, SMALLEST = 30.0, 2.5
"""Radius of the largest disc, and of the smallest that can be seen, in units of the drawing."""
WIDEST, THINNEST = 9.0, 0.8
NAMED = 40
SMALL = 9.5


def area_map(block: AreaMap, language: Language, title: str) -> str:
    """Return a map of classes as one inline SVG; see `people_map`."""
    return svg.chart(block, language, draw_areas, title)


def people_map(block: PeopleMap, language: Language, title: str) -> str:
    """Return a map of young people as one inline SVG.

    Parameters
    ----------
    block
        What to draw.
    language
        The reader's language.
    title
        The map's finding, its alternative text.
    """
    return svg.chart(block, language, draw_people, title)


def flow_map(block: FlowMap, language: Language, title: str) -> str:
    """Return a map of ways to school as one inline SVG; see `people_map`."""
    return svg.chart(block, language, draw_flows, title)


def draw_areas(block: AreaMap, labels: svg.Labels) -> str:
    """Draw the municipalities in the looks of their classes."""
    return stamped(choropleth_map.draw(block, labels), block.simulated, labels)


def draw_people(block: PeopleMap, labels: svg.Labels) -> str:
    """Draw a disc and a ring on every municipality, their areas by the number of people."""
    return stamped(_people(block, labels), block.simulated, labels)


def draw_flows(block: FlowMap, labels: svg.Labels) -> str:
    """Draw a line for every way to school, as wide as there are pupils on it."""
    return stamped(_flows(block, labels), block.simulated, labels)


def stamped(drawing: str, simulated: bool, labels: svg.Labels) -> str:
    """Return a drawing that says in itself that its figures are simulated, if they are."""
    if not simulated:
        return drawing
    words = labels(message("capacity-simulated-mark"))
    mark = text(4, 14, words, size=11.5, colour=VERMILLION_TEXT, weight="700")
    return f"{drawing.removesuffix('</svg>')}{mark}</svg>"


@plotted
def _people(block: PeopleMap, labels: svg.Labels) -> Figure:
    shapes = {area.place: names.boundary(area.place) for area in block.areas}
    figure, axes = _ground(shapes)
    scale = _scale(block)
    for area in block.areas:
        if not shapes[area.place]:
            continue
        at = centre(max(shapes[area.place], key=len))
        expected = None if area.expected is None else area.expected.value.value
        counted = None if area.counted is None else area.counted.value
        disc = _radius(expected, scale)
        ring = _radius(counted, scale)
        if disc:
            _circle(axes, at, disc, {"markerfacecolor": BLUE, "alpha": 0.55, "markeredgewidth": 0})
        if ring:
            look = {"markerfacecolor": "none", "markeredgecolor": INK, "markeredgewidth": 1.2}
            _circle(axes, at, ring, look)
        if len(block.areas) <= NAMED:
            _name(axes, at, area.place, labels, below=max(disc, ring, 2.0) + 7)
    return figure


def _scale(block: PeopleMap) -> float:
    """Return the radius of one person's disc, so that the largest number has the largest one."""
    known = [
        one.value
        for area in block.areas
        for one in (area.counted, None if area.expected is None else area.expected.value)
        if one is not None and one.value is not None
    ]
    most = max(known, default=0.0)
    return LARGEST / math.sqrt(most) if most > 0 else 0.0


def _radius(people: float | None, scale: float) -> float:
    if not people or people < 0:
        return 0.0
    return max(scale * math.sqrt(people), SMALLEST)


def _circle(axes: Axes, at: Point, radius: float, look: dict) -> None:
    axes.plot([at[0]], [at[1]], marker="o", markersize=2 * radius, linestyle="", **look)


@plotted
def _flows(block: FlowMap, labels: svg.Labels) -> Figure:
    shapes = {place: names.boundary(place) for place in block.places}
    figure, axes = _ground(shapes)
    middles = {place: centre(max(s, key=len)) for place, s in shapes.items() if s}
    most = max((flow.pupils.value or 0.0 for flow in block.flows), default=0.0)
    for flow in reversed(block.flows):
        if flow.home in middles and flow.place in middles and most > 0:
            width = max(WIDEST * (flow.pupils.value or 0.0) / most, THINNEST)
            _arrow(axes, middles[flow.home], middles[flow.place], width)
    ends = {flow.place for flow in block.flows}
    for place, at in middles.items():
        look = {"markerfacecolor": INK if place in ends else "white", "markeredgecolor": INK}
        _circle(axes, at, 3.2, look)
        if len(middles) <= NAMED:
            _name(axes, at, place, labels, below=11)
    return figure


def _arrow(axes: Axes, start: Point, end: Point, width: float) -> None:
    """Draw a line that is widest where the pupils go."""
    steps = 12
    for step in range(steps):
        parts = (step / steps, (step + 1) / steps)
        xs = [start[0] + (end[0] - start[0]) * part for part in parts]
        ys = [start[1] + (end[1] - start[1]) * part for part in parts]
        wide = width * (0.25 + 0.75 * (step + 1) / steps)
        axes.plot(xs, ys, color=BLUE, linewidth=wide, alpha=0.6, solid_capstyle="butt")


def _ground(shapes: dict[str, Shape]) -> tuple[Figure, Axes]:
    """Draw the municipalities in light grey, and return what to draw on."""
    points = [point for shape in shapes.values() for ring in shape for point in ring]
    west, east, south, north = extent(points)
    ratio = (north - south) / ((east - west) * squeeze(south, north))
    figure = Figure(figsize=inches(WIDTH, min(WIDTH * ratio, TALLEST)))
    axes = figure.add_axes((0.01, 0.01, 0.98, 0.98))
    axes.set_aspect(1 / squeeze(south, north))
    axes.axis("off")
    for shape in shapes.values():
        corners, codes = [], []
        for ring in shape:
            corners.extend(ring)
            codes.extend([Path.MOVETO, *([Path.LINETO] * (len(ring) - 2)), Path.CLOSEPOLY])
        if corners:
            look = {"facecolor": LAND, "edgecolor": EDGE, "linewidth": 0.8}
            axes.add_patch(PathPatch(Path(corners, codes), **look))
    axes.set(xlim=(west, east), ylim=(south, north))
    return figure, axes


def _name(axes: Axes, at: Point, place: str, labels: svg.Labels, *, below: float) -> None:
    words = labels(PlaceName(place))
    axes.annotate(words, at, (0, -below), textcoords="offset points", ha="center", va="center",
                  fontsize=SMALL, color=INK)  # fmt: skip
