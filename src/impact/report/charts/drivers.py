"""What drives the uncertainty: a bar for each number that goes in."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from impact.report.charts import svg
from impact.report.charts.style import BAND, BLUE, GREY, inches, plotted
from impact.report.language import Language
from impact.report.message import Number
from impact.report.quantity_blocks import DriverRow, Drivers

WIDTH, ROW, ABOVE, BELOW = 760, 46, 2, 24
LEFT, RIGHT = 330, 690
NAME_WIDTH, LINE = 46, 14


def drivers(block: Drivers, language: Language, title: str) -> str:
    """Return shares of the uncertainty as bars in one inline SVG.

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


@plotted
def draw(block: Drivers, labels: svg.Labels) -> Figure:
    """Draw the share of each number, alone (dark) and with what it does together with others."""
    lines = max(svg.most_lines(row.name, NAME_WIDTH) for row in block.rows)
    room = max(ROW, LINE * lines + 10)
    bottom = ABOVE + room * len(block.rows)
    height = bottom + BELOW
    figure = Figure(figsize=inches(WIDTH, height))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(height, 0))
    axes.axis("off")
    for share in (0, 50, 100):
        x = _across(share)
        axes.plot([x, x], [ABOVE, bottom], color="#E2E6EA", linewidth=0.8, zorder=0)
        number = Number(float(share), unit="percent", decimals=0, kind="label")
        axes.text(x, bottom + 16, labels(number), ha="center", fontsize=10.5, color=GREY)
    for position, row in enumerate(block.rows):
        _row(axes, labels, row, ABOVE + room * (position + 0.5))
    return figure


def _row(axes: Axes, labels: svg.Labels, row: DriverRow, y: float) -> None:
    axes.text(0, y + 4, labels(row.name, width=NAME_WIDTH, grow="middle"), fontsize=12)
    for number, colour in ((row.total, BAND), (row.alone, BLUE)):
        size = max(_across(min(number.value, 100.0)) - LEFT, 0.0)
        axes.barh(y, size, 15, left=LEFT, color=colour, linewidth=0, zorder=1)
    axes.text(WIDTH, y + 4, labels(row.alone), ha="right", fontsize=12, weight="bold")


def _across(share: float) -> float:
    return LEFT + (RIGHT - LEFT) * share / 100
