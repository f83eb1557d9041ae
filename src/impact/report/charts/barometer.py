"""The barometer (spine chart): one indicator a row, the country's median as the spine.

Every row has its own scale: one step to either side is the wider half of the country's middle
half. Better is always to the right, so a row where lower is better is mirrored.
"""

from __future__ import annotations

import math

from impact.report import names
from impact.report.blocks import Barometer, BarometerRow
from impact.report.charts import svg
from impact.report.charts.canvas import Canvas
from impact.report.charts.panel import Mark, Panel
from impact.report.language import Language
from impact.report.looks import BAND, COLOURS, GREY, INK, VERMILLION_TEXT, look
from impact.report.message import IndicatorName, Message, Number

WIDTH, ROW, EDGE = 760, 44, 26
LEFT, RIGHT = 300, 590
LIMIT = 3.2
ENDS = 16.597656
"""Where the words at both ends of the scale stand."""
NAME_WIDTH, VERDICT_WIDTH = 42, 26
RULE, WHITE = "#E8EBEE", "#FFFFFF"
RULES, SPINE, PEERS, REGION, INTERVAL, OWN = 0, 3, 4, 5, 6, 7
"""What stands before what; bands and words of a panel have 1 and 3."""
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


def draw(block: Barometer, labels: svg.Labels) -> str:
    """Draw the barometer, all rows in one panel."""
    height = ROW * len(block.rows) + EDGE
    canvas = Canvas(WIDTH, height)
    panel = Panel(canvas, (0, 0, 1, 1), (0, WIDTH), (height, 0))
    panel.text(LEFT, ENDS, labels(Message("axis-worse")), size=10, colour=GREY)
    panel.text(RIGHT, ENDS, labels(Message("axis-better")), size=10, colour=GREY, side="right")
    for position, row in enumerate(block.rows):
        _row(panel, labels, row, EDGE + ROW * (position + 0.5))
    middle = (LEFT + RIGHT) / 2
    panel.line([middle, middle], [EDGE - 4, height - 2], INK, 1.2, depth=SPINE)
    panel.close(framed=False)
    return canvas.svg()


def _row(panel: Panel, labels: svg.Labels, row: BarometerRow, y: float) -> None:
    _, tone = look(row.comparison.family, row.comparison.word)
    name = labels(IndicatorName(row.indicator), width=NAME_WIDTH, grow="middle")
    panel.text(0, y + 4, name, size=12.5)
    panel.line([0, WIDTH], [y + ROW / 2] * 2, RULE, 0.8, depth=RULES)
    if row.value is None or row.value.value is None:
        panel.text(WIDTH, y + 4, labels(row.value), side="right", colour=GREY)
    else:
        panel.text(WIDTH, y - 3, labels(row.value), side="right", size=12.5, weight="700")
        colour = VERMILLION_TEXT if tone == "bad" else COLOURS[tone]
        verdict = labels(row.comparison, width=VERDICT_WIDTH)
        panel.text(WIDTH, y + 13, verdict, side="right", colour=colour)
    _marks(panel, row, y, COLOURS[tone])


def _marks(panel: Panel, row: BarometerRow, y: float, colour: str) -> None:
    spot = _Scale(row)
    panel.line([LEFT, RIGHT], [y, y], RULE, 1, depth=RULES)
    if spot.known(row.country_low, row.country_high):
        ends = [spot(row.country_low), spot(row.country_high)]
        panel.band(ends, [y - 9, y - 9], [y + 9, y + 9], BAND)
    if not spot.known(row.country):
        return
    if spot.known(row.peers):
        panel.mark(spot(row.peers), y, Mark("s", 5, GREY, GREY), PEERS)
    if spot.known(row.region):
        panel.mark(spot(row.region), y, Mark("D", 6, INK, WHITE), REGION)
    if spot.known(row.lower, row.upper):
        ends = [spot(row.lower), spot(row.upper)]
        panel.line(ends, [y, y], colour, 2.6, cap="butt", depth=INTERVAL)
    if spot.known(row.value):
        shape = MARKERS.get(row.comparison.word, "o")
        fill = colour if row.comparison.word in ("better", "worse") else WHITE
        panel.mark(spot(row.value), y, Mark(shape, 10, colour, fill, 1.8), OWN)


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
