"""How probable it is that a price of a unit covers the cost, by price."""

from __future__ import annotations

from itertools import cycle

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, MaxNLocator, NullFormatter

from impact.report.charts import svg
from impact.report.charts.style import BLUE, GREY, INK, inches, plotted
from impact.report.language import Language
from impact.report.message import LocalWords, Number
from impact.report.quantity_blocks import Acceptability

WIDTH, HEIGHT = 760, 240
LEFT, RIGHT, BELOW, ABOVE = 52, 190, 46, 12
LINES = (
    (BLUE, "-"), (INK, "--"), (GREY, "-."), (BLUE, ":"),
    (INK, "-"), (GREY, "--"), (BLUE, "-."), (INK, ":"),
)  # fmt: skip
NAME_WIDTH, LINE, APART = 22, 13, 7


def acceptability(block: Acceptability, language: Language, title: str) -> str:
    """Return the curves as one inline SVG.

    Parameters
    ----------
    block
        The curves to draw.
    language
        The reader's language.
    title
        The chart's finding, its alternative text.
    """
    return svg.chart(block, language, draw, title)


@plotted
def draw(block: Acceptability, labels: svg.Labels) -> Figure:
    """Draw a line for each alternative, named at its end."""
    taken = [_room(curve.alternative) for curve in block.curves]
    inner = max(HEIGHT - BELOW - ABOVE, sum(taken))
    height = inner + BELOW + ABOVE
    figure = Figure(figsize=inches(WIDTH, height))
    size = (WIDTH - LEFT - RIGHT) / WIDTH, inner / height
    axes = figure.add_axes((LEFT / WIDTH, BELOW / height, *size))
    for curve, (colour, style) in zip(block.curves, cycle(LINES), strict=False):
        prices = [_full(price) for price in curve.prices]
        shares = [one.value for one in curve.probabilities]
        axes.plot(prices, shares, style, color=colour, linewidth=2, clip_on=False)
    _names(axes, block, labels, [one / inner for one in taken])
    _axes(axes, block, labels)
    return figure


def _full(price: Number) -> float:
    return price.value * (1e6 if price.unit.startswith("million_") else 1.0)


def _room(name: LocalWords) -> int:
    return LINE * svg.most_lines(name, NAME_WIDTH) + APART


def _names(axes: Axes, block: Acceptability, labels: svg.Labels, taken: list[float]) -> None:
    """Write each alternative beside the end of its line, with the line itself where several are."""
    ends = [curve.probabilities[-1].value / 100 for curve in block.curves]
    several = len(ends) > 1
    for at, height in enumerate(_apart(ends, taken)):
        name = labels(block.curves[at].alternative, width=NAME_WIDTH, grow="middle")
        colour, style = LINES[at % len(LINES)]
        if several:
            line = {"transform": axes.transAxes, "clip_on": False, "linewidth": 2}
            axes.plot([1.015, 1.055], [height, height], style, color=colour, **line)
        beside = (34 if several else 8, -4)
        axes.annotate(name, (1, height), beside, "axes fraction", "offset points", color=colour)


def _apart(ends: list[float], taken: list[float]) -> list[float]:
    """Move heights, shares of the drawing, until each has the room it takes and all are on it."""
    order = sorted(range(len(ends)), key=lambda at: ends[at])
    heights, floor = list(ends), 0.0
    for at in order:
        heights[at] = max(ends[at], floor + taken[at] / 2)
        floor = heights[at] + taken[at] / 2
    roof = 1.0
    for at in reversed(order):
        heights[at] = min(heights[at], roof - taken[at] / 2)
        roof = heights[at] - taken[at] / 2
    return heights


def _axes(axes: Axes, block: Acceptability, labels: svg.Labels) -> None:
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    highest = max(_full(price) for curve in block.curves for price in curve.prices)
    axes.set(xlim=(0, highest), ylim=(0, 100))
    axes.axhline(50, color="#E2E6EA", linewidth=0.8, zorder=0)
    ticks = [float(t) for t in MaxNLocator(4).tick_values(0, highest) if 0 <= t <= highest]
    for axis, marks in ((axes.xaxis, ticks), (axes.yaxis, [0.0, 50.0, 100.0])):
        axis.set_major_locator(FixedLocator(marks))
        axis.set_major_formatter(NullFormatter())
    below = {"xycoords": ("data", "axes fraction"), "textcoords": "offset points", "ha": "center"}
    places = next((n for n in range(9) if all(round(t, n) == round(t, 12) for t in ticks)), 9)
    for tick in ticks:
        axes.annotate(labels(tick, decimals=places), (tick, 0), (0, -16), **below)
    beside = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "ha": "right"}
    for share in (0.0, 50.0, 100.0):
        number = Number(share, unit="percent", decimals=0, kind="label")
        axes.annotate(labels(number), (0, share), (-6, -4), **beside)
    axes.annotate(labels(block.axis), (0.5, 0), (0, -34), "axes fraction", "offset points",
                  ha="center", color=GREY)  # fmt: skip
