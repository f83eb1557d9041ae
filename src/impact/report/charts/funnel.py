"""A funnel: figures by number of people, between what chance alone gives and what is usual."""

from __future__ import annotations

import math

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, MaxNLocator, NullFormatter, NullLocator

from impact.report.charts import svg
from impact.report.charts.style import BAND, BLUE, GREY, INK, inches, plotted
from impact.report.charts.trends import bounds
from impact.report.funnel_blocks import Funnel, FunnelPoint
from impact.report.language import Language
from impact.report.message import Number, PlaceName, message

WIDTH, HEIGHT = 760, 330
LEFT, RIGHT, BELOW, ABOVE = 44, 14, 44, 8
MARGIN = 1.25
EDGE = 0.08
NAME = (32, 22)
"""Room a name takes beside its point and above it, in points."""
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


@plotted
def draw(block: Funnel, labels: svg.Labels) -> Figure:
    """Draw points over the band of chance, people on a logarithmic axis."""
    figure = Figure(figsize=inches(WIDTH, HEIGHT))
    size = (WIDTH - LEFT - RIGHT) / WIDTH, (HEIGHT - BELOW - ABOVE) / HEIGHT
    axes = figure.add_axes((LEFT / WIDTH, BELOW / HEIGHT, *size))
    curves = block.curves
    axes.set_xscale("log")
    band = {"color": BAND, "linewidth": 0, "zorder": 0}
    axes.fill_between(curves.people, curves.chance_low, curves.chance_high, **band)
    for limit in _usual(block):
        axes.plot(curves.people, limit, "--", color=GREY, linewidth=1.1)
    axes.axhline(block.reference.value, color=INK, linewidth=1.1)
    for position, mark in MARKS.items():
        _points(axes, [p for p in block.points if p.position == position], mark)
    people = [point.people.value for point in block.points]
    ends = min(people) / MARGIN, max(people) * MARGIN
    _value_axis(axes, block, bounds(_heights(block, ends), block.indicator), labels)
    _people_axis(axes, ends, labels)
    _own(axes, block, labels)
    return figure


def _usual(block: Funnel) -> tuple[tuple[float, ...], tuple[float, ...]]:
    return block.curves.usual_low, block.curves.usual_high


def _heights(block: Funnel, ends: tuple[float, float]) -> list[float]:
    """Return every height that shall be seen, of points and of curves between the ends."""
    curves = (block.curves.chance_low, block.curves.chance_high, *_usual(block))
    people = block.curves.people
    shown = [at for at, number in enumerate(people) if ends[0] <= number <= ends[1]]
    values = [point.value.value for point in block.points]
    return [*values, block.reference.value, *(curve[at] for curve in curves for at in shown)]


def _points(axes: Axes, points: list[FunnelPoint], mark: dict) -> None:
    people = [point.people.value for point in points]
    values = [point.value.value for point in points]
    axes.scatter(people, values, linewidth=1, zorder=2, clip_on=False, **mark)


def _own(axes: Axes, block: Funnel, labels: svg.Labels) -> None:
    own = next((point for point in block.points if point.place == block.own), None)
    if own is None:
        return
    at = own.people.value, own.value.value
    ring = {"facecolor": "none", "edgecolor": INK, "linewidth": 2}
    axes.scatter(*at, s=130, zorder=3, clip_on=False, **ring)
    name, above = labels(PlaceName(own.place)), _room_above(axes, block, at)
    across, _ = axes.transAxes.inverted().transform(axes.transData.transform(at))
    side = "left" if across < EDGE else "right" if across > 1 - EDGE else "center"
    offset = (0, 10 if above else -18)
    axes.annotate(name, at, offset, textcoords="offset points", ha=side, weight="bold")


def _room_above(axes: Axes, block: Funnel, at: tuple[float, float]) -> bool:
    """Say whether the name stands freer above its point than below it."""
    marks = [(point.people.value, point.value.value) for point in block.points]
    lines = [np.interp(at[0], block.curves.people, limit) for limit in _usual(block)]
    lines = [(at[0], height) for height in (block.reference.value, *lines)]
    marks = [mark for mark in marks if mark != at] + lines
    points_per_dot = 72 / axes.figure.dpi
    away = (axes.transData.transform(marks) - axes.transData.transform(at)) * points_per_dot
    beside = away[abs(away[:, 0]) < NAME[0], 1]
    top = axes.transAxes.transform((0, 1))[1] - axes.transData.transform(at)[1]
    if top * points_per_dot < NAME[1]:
        return False
    below = ((beside < 0) & (beside > -NAME[1])).sum()
    return bool(((beside > 0) & (beside < NAME[1])).sum() <= below)


def _value_axis(axes: Axes, block: Funnel, ends: tuple, labels: svg.Labels) -> None:
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.set_ylim(*ends)
    ticks = MaxNLocator(5, steps=[1, 2, 5, 10]).tick_values(*ends)
    ticks = [float(tick) for tick in ticks if ends[0] <= tick <= ends[1]]
    axes.yaxis.set_major_locator(FixedLocator(ticks))
    axes.yaxis.set_major_formatter(NullFormatter())
    decimals = 0 if all(tick == round(tick) for tick in ticks) else 1
    beside = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "ha": "right"}
    for tick in ticks:
        text = labels(Number(tick, unit=block.reference.unit, decimals=decimals))
        axes.annotate(text, (0, tick), (-5, -3.5), **beside)


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
