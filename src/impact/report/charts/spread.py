"""How far apart the municipalities are: median and middle half by year, against the country."""

from __future__ import annotations

import math

import seaborn
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from impact.report.charts import svg
from impact.report.charts.style import BLUE, COLOURS, GREY, inches
from impact.report.charts.trends import bounds, scale, under_axis
from impact.report.language import Language
from impact.report.looks import look
from impact.report.message import IndicatorName
from impact.report.region_blocks import (
    Spread,
    SpreadPanel,
)

WIDTH, PANEL, ABOVE, BELOW = 760, 200, 40, 46
COLUMNS, SIDE, GAP = 2, 42, 28


def spread(block: Spread, language: Language, title: str) -> str:
    """Return the spread between municipalities by year in one inline SVG.

    Parameters
    ----------
    block
        The panels to draw.
    language
        The reader's language.
    title
        The chart's finding, its alternative text.
    """
    return svg.chart(block, language, draw, title)


def draw(block: Spread, labels: svg.Labels) -> Figure:
    """Draw two panels in a row."""
    total = PANEL * math.ceil(len(block.panels) / COLUMNS)
    column = (WIDTH - GAP) / COLUMNS
    figure = Figure(figsize=inches(WIDTH, total))
    for position, panel in enumerate(block.panels):
        row, place = divmod(position, COLUMNS)
        left = place * (column + GAP) + SIDE
        bottom = total - (row + 1) * PANEL + BELOW
        size = (column - SIDE - 6) / WIDTH, (PANEL - ABOVE - BELOW) / total
        axes = figure.add_axes((left / WIDTH, bottom / total, *size))
        _panel(axes, panel, labels)
        title = labels(IndicatorName(panel.indicator), width=52)
        top = (bottom + PANEL - BELOW - 14) / total
        figure.text((left - SIDE) / WIDTH, top, title, weight="bold")
    return figure


def _panel(axes: Axes, panel: SpreadPanel, labels: svg.Labels) -> None:
    for values in (panel.country_low, panel.country_high):
        if values:
            axes.plot(panel.years, _gaps(values), "--", color=GREY, linewidth=1.1)
    low, high = _gaps(panel.low), _gaps(panel.high)
    axes.fill_between(panel.years, low, high, color=BLUE, alpha=0.22, linewidth=0)
    median = {"x": list(panel.years), "y": _gaps(panel.median)}
    seaborn.lineplot(**median, color=BLUE, linewidth=2, errorbar=None, estimator=None, ax=axes)
    values = (*panel.low, *panel.high, *panel.country_low, *panel.country_high)
    scale(axes, bounds(values, panel.indicator), labels, list(panel.years))
    axes.set(xlabel="", ylabel="")
    _, tone = look(panel.trend.family, panel.trend.word)
    colour = "#B04A00" if tone == "bad" else COLOURS[tone]
    under_axis(axes, labels(panel.trend), colour)


def _gaps(values: tuple[float | None, ...]) -> list[float]:
    return [math.nan if value is None else value for value in values]
