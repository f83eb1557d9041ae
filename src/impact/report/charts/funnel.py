"""A funnel: figures by number of people, between what chance alone gives and what is usual."""

from __future__ import annotations

import math

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullFormatter, NullLocator

from impact.report.charts import svg
from impact.report.charts.style import BAND, BLUE, GREY, INK, inches
from impact.report.charts.trends import bounds, scale
from impact.report.funnel_blocks import Funnel, FunnelPoint
from impact.report.language import Language
from impact.report.message import PlaceName, message

WIDTH, HEIGHT = 760, 330
LEFT, RIGHT, BELOW, ABOVE = 44, 14, 44, 8
MARGIN = 1.25
MARKS = {
    "within": {"marker": "o", "facecolor": "white", "edgecolor": GREY, "s": 22},
    "outside_chance": {"marker": "o", "facecolor": BLUE, "edgecolor": BLUE, "s": 24},
    "outside_usual": {"marker": "D", "facecolor": INK, "edgecolor": INK, "s": 26},
}


def funnel(block: Funnel, language: Language, title: str) -> str:
    """Return a funnel as one inline SVG.

    Parameters
    ----------
    block
        The points and curves to draw.
    language
        The reader's language.
    title
        The chart's finding, its alternative text.
    """
    return svg.chart(block, language, draw, title)


def draw(block: Funnel, labels: svg.Labels) -> Figure:
    """Draw points over the band of chance, people on a logarithmic axis."""
    figure = Figure(figsize=inches(WIDTH, HEIGHT))
    size = (WIDTH - LEFT - RIGHT) / WIDTH, (HEIGHT - BELOW - ABOVE) / HEIGHT
    axes = figure.add_axes((LEFT / WIDTH, BELOW / HEIGHT, *size))
    curves = block.curves
    axes.set_xscale("log")
    band = {"color": BAND, "linewidth": 0, "zorder": 0}
    axes.fill_between(curves.people, curves.chance_low, curves.chance_high, **band)
    for limit in (curves.usual_low, curves.usual_high):
        axes.plot(curves.people, limit, "--", color=GREY, linewidth=1.1)
    axes.axhline(block.reference.value, color=INK, linewidth=1.1)
    for position, mark in MARKS.items():
        _points(axes, [p for p in block.points if p.position == position], mark)
    _own(axes, block, labels)
    values = [point.value.value for point in block.points]
    scale(axes, bounds([*values, block.reference.value], block.indicator), labels, [])
    people = [point.people.value for point in block.points]
    _people_axis(axes, (min(people) / MARGIN, max(people) * MARGIN), labels)
    return figure


def _points(axes: Axes, points: list[FunnelPoint], mark: dict) -> None:
    people = [point.people.value for point in points]
    axes.scatter(people, [point.value.value for point in points], linewidth=1, zorder=2, **mark)


def _own(axes: Axes, block: Funnel, labels: svg.Labels) -> None:
    own = next((point for point in block.points if point.place == block.own), None)
    if own is None:
        return
    at = own.people.value, own.value.value
    axes.scatter(*at, s=130, facecolor="none", edgecolor=INK, linewidth=2, zorder=3)
    name = labels(PlaceName(own.place))
    axes.annotate(name, at, (0, 10), textcoords="offset points", ha="center", weight="bold")


def _people_axis(axes: Axes, ends: tuple[float, float], labels: svg.Labels) -> None:
    axes.set_xlim(*ends)
    ticks = _round_numbers(*ends)
    axes.xaxis.set_major_locator(FixedLocator(ticks))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(NullFormatter())
    below = {"xycoords": ("data", "axes fraction"), "textcoords": "offset points", "ha": "center"}
    for tick in ticks:
        axes.annotate(labels(tick, decimals=0), (tick, 0), (0, -15), **below)
    title = labels(message("funnel-axis"))
    axes.annotate(title, (1, 0), (0, -31), xycoords="axes fraction", textcoords="offset points",
                  ha="right")  # fmt: skip


def _round_numbers(low: float, high: float) -> list[float]:
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    found = [step * 10.0**power for power in powers for step in (1, 2, 5)]
    inside = [number for number in found if low <= number <= high]
    return inside if len(inside) <= 9 else inside[:: math.ceil(len(inside) / 9)]
