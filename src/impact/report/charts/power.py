"""How often an effect of a given size would be found among all placebo assignments."""

from __future__ import annotations

import math

from impact.report.charts import svg
from impact.report.charts.axes import (
    BEHIND,
    RULE,
    TICK_SIZE,
    beside,
    figure_of,
    known,
    level_axis,
    round_figures,
    tick_words,
)
from impact.report.charts.canvas import Canvas
from impact.report.charts.panel import Panel
from impact.report.evaluation_blocks import PowerCurve
from impact.report.language import Language
from impact.report.looks import BLUE, GREY, INK
from impact.report.message import Message, Number, message

WIDTH, HEIGHT = 760, 280
LEFT, RIGHT, ABOVE, BELOW = 58, 20, 58, 46
SHARES, OFTEN = (0.0, 50.0, 80.0, 100.0), 80.0


def power(block: PowerCurve, language: Language, title: str) -> str:
    """Return the curve of power as one inline SVG.

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


def draw(block: PowerCurve, labels: svg.Labels) -> str:
    """Draw the curve, the effect found four times in five, and the one that would matter."""
    effects = [figure_of(one) for one in block.effects]
    reach = known([*effects, figure_of(block.detectable), figure_of(block.smallest)]) or [0.0]
    low, high = min(reach), max(reach)
    ends = (low, high + ((high - low) * 0.04 or 1.0))
    canvas = Canvas(WIDTH, HEIGHT)
    size = ((WIDTH - LEFT - RIGHT) / WIDTH, (HEIGHT - ABOVE - BELOW) / HEIGHT)
    panel = Panel(canvas, (LEFT / WIDTH, BELOW / HEIGHT, *size), ends, (0.0, 102.0))
    _shares(panel, labels)
    panel.line(effects, [figure_of(one) for one in block.detected], BLUE, 2.4)
    _upright(panel, labels, block.detectable, "drawing-detectable", INK, 0)
    _upright(panel, labels, block.smallest, "drawing-smallest", GREY, 1)
    ticks = round_figures(*ends, most=7)
    words = tick_words(labels, ticks, signed=False)
    level_axis(panel, ticks, words, labels(block.axis))
    panel.close()
    return canvas.svg()


def _shares(panel: Panel, labels: svg.Labels) -> None:
    for share in SHARES:
        dashes = "dashed" if share == OFTEN else ""
        colour = GREY if share == OFTEN else RULE
        panel.line(panel.across, [share] * 2, colour, 0.9, dashes=dashes, cap="butt", depth=BEHIND)
        number = Number(share, unit="percent", decimals=0, kind="label")
        at = panel.y(share) + 3.5
        panel.text(panel.left - 7, at, labels(number), side="right", colour=GREY)
    panel.text(0, 13, labels(Message("drawing-detected")), size=TICK_SIZE, colour=GREY)


def _upright(
    panel: Panel, labels: svg.Labels, effect: Number | None, name: str, colour: str, row: int
) -> None:
    at = figure_of(effect)
    if math.isnan(at):
        return
    panel.upright(at, colour, 1.2, "dashed" if row == 0 else "dotted")
    words = labels(message(name, effect=effect))
    beside(panel, at, ABOVE - 24 + 15 * row, words, colour)
