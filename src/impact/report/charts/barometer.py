"""The barometer (spine chart): one indicator a row, the country's median as the spine.

Every row has its own scale: one step to either side is the wider half of the country's middle
half. Better is always to the right, so a row where lower is better is mirrored.
"""

from __future__ import annotations

import math
from functools import partial

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from impact.report import names
from impact.report.blocks import Barometer, BarometerRow
from impact.report.charts import svg
from impact.report.charts.style import BAND, COLOURS, GREY, INK, inches
from impact.report.language import Language
from impact.report.looks import look
from impact.report.message import IndicatorName, Message, Number

WIDTH, ROW, EDGE = 760, 44, 26
LEFT, RIGHT = 300, 590
LIMIT = 3.2
NAME_WIDTH, VERDICT_WIDTH = 42, 26
MARKERS = {"better": ">", "worse": "<", "higher": "^", "lower": "v", "not_clearly_different": "o"}


def barometer(block: Barometer, language: Language, title: str) -> str:
    """Return the barometer of an area as an inline SVG.

    Parameters
    ----------
    block
        The rows to draw.
    language
        The reader's language.
    title
        The chart's finding, its alternative text.
    """
    return svg.chart(block, language, draw, title)


def draw(block: Barometer, labels: svg.Labels) -> Figure:
    """Draw the barometer; one axes for all rows keeps it cheap."""
    height = ROW * len(block.rows) + EDGE
    figure = Figure(figsize=inches(WIDTH, height))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(height, 0))
    axes.axis("off")
    _ends(axes, labels)
    for position, row in enumerate(block.rows):
        _row(axes, labels, row, EDGE + ROW * (position + 0.5))
    middle = (LEFT + RIGHT) / 2
    axes.plot([middle, middle], [EDGE - 4, height - 2], color=INK, linewidth=1.2, zorder=3)
    return figure


def _ends(axes: Axes, labels: svg.Labels) -> None:
    place = partial(axes.text, y=EDGE - 12, fontsize=10, color=GREY, va="center")
    place(x=LEFT, s=labels(Message("axis-worse")), ha="left")
    place(x=RIGHT, s=labels(Message("axis-better")), ha="right")


def _row(axes: Axes, labels: svg.Labels, row: BarometerRow, y: float) -> None:
    _, tone = look(row.comparison.family, row.comparison.word)
    name = labels(IndicatorName(row.indicator), width=NAME_WIDTH, grow="middle")
    axes.text(0, y + 4, name, fontsize=12.5)
    axes.axhline(y + ROW / 2, color="#E8EBEE", linewidth=0.8, zorder=0)
    if row.value is None or row.value.value is None:
        axes.text(WIDTH, y + 4, labels(row.value), ha="right", fontsize=11, color=GREY)
    else:
        axes.text(WIDTH, y - 3, labels(row.value), ha="right", fontsize=12.5, weight="bold")
        colour = "#B04A00" if tone == "bad" else COLOURS[tone]
        verdict = labels(row.comparison, width=VERDICT_WIDTH)
        axes.text(WIDTH, y + 13, verdict, ha="right", fontsize=11, color=colour)
    _marks(axes, row, y, COLOURS[tone])


def _marks(axes: Axes, row: BarometerRow, y: float, colour: str) -> None:
    spot = _Scale(row)
    axes.plot([LEFT, RIGHT], [y, y], color="#E8EBEE", linewidth=1, zorder=0)
    if spot.known(row.country_low, row.country_high):
        ends = [spot(row.country_low), spot(row.country_high)]
        axes.fill_between(ends, y - 9, y + 9, color=BAND, linewidth=0, zorder=1)
    if not spot.known(row.country):
        return
    if spot.known(row.peers):
        axes.plot([spot(row.peers)], [y], marker="s", markersize=5, color=GREY, zorder=4)
    if spot.known(row.region):
        style = {"marker": "D", "markersize": 6, "markeredgecolor": INK, "markerfacecolor": "white"}
        axes.plot([spot(row.region)], [y], zorder=5, **style)
    if spot.known(row.lower, row.upper):
        ends = [spot(row.lower), spot(row.upper)]
        axes.plot(ends, [y, y], color=colour, linewidth=2.6, solid_capstyle="butt", zorder=6)
    if spot.known(row.value):
        filled = row.comparison.word in ("better", "worse")
        axes.plot(
            [spot(row.value)],
            [y],
            marker=MARKERS.get(row.comparison.word, "o"),
            markersize=10,
            markeredgecolor=colour,
            markerfacecolor=colour if filled else "white",
            markeredgewidth=1.8,
            zorder=7,
        )


class _Scale:
    """Where a figure of one row stands: the country's median in the middle, better to the right."""

    def __init__(self, row: BarometerRow) -> None:
        self.centre = row.country.value if self.known(row.country) else 0.0
        mirrored = names.indicator(row.indicator).polarity == "lower"
        self.sign = -1 if mirrored else 1
        quartiles = [row.country_low, row.country_high]
        others = [row.value, row.lower, row.upper, row.region, row.peers]
        steps = [abs(q.value - self.centre) for q in quartiles if self.known(q)]
        if not any(steps):
            steps = [abs(o.value - self.centre) / 2 for o in others if self.known(o)]
        self.step = max(steps, default=1.0) or 1.0

    def __call__(self, number: Number) -> float:
        steps = self.sign * (number.value - self.centre) / self.step
        part = max(-1.0, min(1.0, steps / LIMIT))
        return (LEFT + RIGHT) / 2 + part * (RIGHT - LEFT - 12) / 2

    @staticmethod
    def known(*numbers: Number | None) -> bool:
        return all(
            n is not None and n.value is not None and math.isfinite(n.value) for n in numbers
        )
