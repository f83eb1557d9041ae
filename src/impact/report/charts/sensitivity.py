"""How the interval of an effect widens when trends may have differed."""

from __future__ import annotations

import math
from dataclasses import replace

from impact.report.charts import svg
from impact.report.charts.axes import (
    MARKS,
    beside,
    figure_of,
    known,
    level_axis,
    limits,
    nought,
    upright_axis,
)
from impact.report.charts.canvas import Canvas
from impact.report.charts.panel import Mark, Panel
from impact.report.evaluation_blocks import SensitivityPlot, SensitivityRow
from impact.report.language import Language
from impact.report.looks import BLUE, GREY, INK
from impact.report.message import message

WIDTH, HEIGHT = 760, 270
LEFT, RIGHT, ABOVE, BELOW = 58, 16, 44, 46
CAP, MOST_BOUNDS = 5, 12


def sensitivity(block: SensitivityPlot, language: Language, title: str) -> str:
    """Return the limits of the effect by bound as one inline SVG.

    Parameters
    ----------
    block
        What to draw.
    language
        The reader's language.
    title
        The chart's finding, its alternative text.
    """
    return svg.chart(block, language, draw, title)


def draw(block: SensitivityPlot, labels: svg.Labels) -> str:
    """Draw an interval for every bound, and where nought comes into it."""
    bounds = known(figure_of(row.bound) for row in block.rows) or [0.0]
    wide = max(bounds) - min(bounds) or 1.0
    shown = [figure_of(one) for row in block.rows for one in (row.lower, row.upper)]
    canvas = Canvas(WIDTH, HEIGHT)
    size = ((WIDTH - LEFT - RIGHT) / WIDTH, (HEIGHT - ABOVE - BELOW) / HEIGHT)
    ends = (min(bounds) - wide * 0.06, max(bounds) + wide * 0.06)
    panel = Panel(canvas, (LEFT / WIDTH, BELOW / HEIGHT, *size), ends, limits(shown, nought=True))
    nought(panel)
    for row in block.rows:
        _interval(panel, row)
    _breakdown(panel, block, labels)
    upright_axis(panel, labels, block.axis, signed=True)
    told = {
        figure_of(row.bound): replace(row.bound, bare=True)
        for row in block.rows
        if not math.isnan(figure_of(row.bound))
    }
    ticks = sorted(told)[:: max(1, len(told) // MOST_BOUNDS)]
    words = [labels(told[tick]) for tick in ticks]
    level_axis(panel, ticks, words, labels(block.bounds))
    panel.close()
    return canvas.svg()


def _interval(panel: Panel, row: SensitivityRow) -> None:
    """Draw an interval; a limit that cannot be had lies beyond the edge."""
    bound, lower, upper = figure_of(row.bound), figure_of(row.lower), figure_of(row.upper)
    if math.isnan(bound) or (math.isnan(lower) and math.isnan(upper)):
        return
    colour = BLUE if lower > 0 or upper < 0 else GREY
    low, high = panel.up
    ends = [low if math.isnan(lower) else lower, high if math.isnan(upper) else upper]
    panel.line([bound, bound], ends, colour, 2.6, cap="butt")
    part = CAP * (panel.across[1] - panel.across[0]) / (panel.right - panel.left)
    for end, edge, shape in ((lower, low, "v"), (upper, high, "^")):
        if math.isnan(end):
            panel.mark(bound, edge, Mark(shape, 8, colour, colour), MARKS)
        else:
            panel.line([bound - part, bound + part], [end, end], colour, 2.6, cap="butt")


def _breakdown(panel: Panel, block: SensitivityPlot, labels: svg.Labels) -> None:
    at = figure_of(block.breakdown)
    first = min(known(figure_of(row.bound) for row in block.rows), default=0.0)
    if first < at <= panel.across[1]:
        panel.upright(at, INK, 1.1, "dashed")
        words = labels(message("drawing-breakdown", bound=block.breakdown))
        beside(panel, at, ABOVE - 12, words, INK)
