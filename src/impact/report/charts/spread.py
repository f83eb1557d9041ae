"""How far apart the municipalities are: median and middle half by year, against the country."""

from __future__ import annotations

import math

from impact.report.charts import svg
from impact.report.charts.canvas import Canvas, text
from impact.report.charts.trends import bounds, gaps, scale, under_axis, yearly
from impact.report.language import Language
from impact.report.looks import BLUE, GREY
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


def draw(block: Spread, labels: svg.Labels) -> str:
    """Draw two panels in a row."""
    total = PANEL * math.ceil(len(block.panels) / COLUMNS)
    column = (WIDTH - GAP) / COLUMNS
    canvas = Canvas(WIDTH, total)
    titled = []
    for position, panel in enumerate(block.panels):
        row, place = divmod(position, COLUMNS)
        left = place * (column + GAP) + SIDE
        bottom = total - (row + 1) * PANEL + BELOW
        _panel(canvas, panel, (left, bottom, column - SIDE - 6, PANEL - ABOVE - BELOW), labels)
        title = labels(IndicatorName(panel.indicator), width=52)
        titled.append((left - SIDE, total - (bottom + PANEL - BELOW - 14), title))
    for x, y, title in titled:
        canvas.write(text(x, y, title, weight="700"))
    return canvas.svg()


def _panel(
    canvas: Canvas,
    shown: SpreadPanel,
    box: tuple[float, float, float, float],
    labels: svg.Labels,
) -> None:
    values = (*shown.low, *shown.high, *shown.country_low, *shown.country_high)
    limits = bounds(values, shown.indicator)
    panel = yearly(canvas, box, shown.years, limits)
    for quartile in (shown.country_low, shown.country_high):
        if quartile:
            panel.line(shown.years, gaps(quartile), GREY, 1.1, dashes="dashed")
    panel.band(shown.years, gaps(shown.low), gaps(shown.high), BLUE, 0.22)
    known = [pair for pair in zip(shown.years, shown.median, strict=True) if pair[1] is not None]
    panel.line([year for year, _ in known], [value for _, value in known], BLUE, 2)
    scale(panel, limits, labels, shown.years)
    under_axis(panel, labels(shown.trend), shown.trend)
    panel.close()
