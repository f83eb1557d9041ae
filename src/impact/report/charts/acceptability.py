"""How probable it is that a price of a unit covers the cost, by price."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, MaxNLocator, NullFormatter

from impact.report.charts import svg
from impact.report.charts.style import BLUE, GREY, INK, inches
from impact.report.language import Language
from impact.report.message import Number
from impact.report.quantity_blocks import Acceptability

WIDTH, HEIGHT = 760, 240
LEFT, RIGHT, BELOW, ABOVE = 52, 190, 46, 12
LINES = ((BLUE, "-"), (INK, "--"), (GREY, "-."), (BLUE, ":"))
NAME_WIDTH = 26
APART = 0.16


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


def draw(block: Acceptability, labels: svg.Labels) -> Figure:
    """Draw a line for each alternative, named at its end."""
    figure = Figure(figsize=inches(WIDTH, HEIGHT))
    size = (WIDTH - LEFT - RIGHT) / WIDTH, (HEIGHT - BELOW - ABOVE) / HEIGHT
    axes = figure.add_axes((LEFT / WIDTH, BELOW / HEIGHT, *size))
    for curve, (colour, style) in zip(block.curves, LINES, strict=False):
        prices = [_full(price) for price in curve.prices]
        shares = [one.value for one in curve.probabilities]
        axes.plot(prices, shares, style, color=colour, linewidth=2, clip_on=False)
    _names(axes, block, labels)
    _axes(axes, block, labels)
    return figure


def _full(price: Number) -> float:
    return price.value * (1e6 if price.unit.startswith("million_") else 1.0)


def _names(axes: Axes, block: Acceptability, labels: svg.Labels) -> None:
    """Write each alternative beside the end of its line, apart from one another."""
    ends = [curve.probabilities[-1].value / 100 for curve in block.curves]
    order = sorted(range(len(ends)), key=lambda at: ends[at])
    height = -1.0
    for at in order:
        height = max(ends[at], height + APART)
        name = labels(block.curves[at].alternative, width=NAME_WIDTH, grow="middle")
        colour = LINES[at % len(LINES)][0]
        axes.annotate(name, (1, height), (8, -4), "axes fraction", "offset points", color=colour)


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
    places = 0 if all(tick == round(tick) for tick in ticks) else 1
    for tick in ticks:
        axes.annotate(labels(tick, decimals=places), (tick, 0), (0, -16), **below)
    beside = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "ha": "right"}
    for share in (0.0, 50.0, 100.0):
        number = Number(share, unit="percent", decimals=0, kind="label")
        axes.annotate(labels(number), (0, share), (-6, -4), **beside)
    axes.annotate(labels(block.axis), (0.5, 0), (0, -34), "axes fraction", "offset points",
                  ha="center", color=GREY)  # fmt: skip
