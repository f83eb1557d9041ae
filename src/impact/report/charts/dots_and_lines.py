"""Dots with lines: a change by place or year with its interval, against nought."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from impact.report.charts import svg
from impact.report.charts.style import COLOURS, GREY, INK, inches, plotted
from impact.report.language import Language
from impact.report.message import LocalWords, Message, Number, message
from impact.report.quantity_blocks import MOST_DRAWN, DotRow, DotsAndLines, Estimate

WIDTH, ROW, ABOVE, BELOW = 760, 26, 24, 40
LINE, LETTER, LEAST_RIGHT = 14, 6.7, 340
LEFT, RIGHT = 200, 570
NAME_WIDTH, HIGH_ROW = 28, 40
"""Names of alternatives take two lines or more."""
AIR = 0.06
SIGNED = ("change", "cases", "persons")


def dots_and_lines(block: DotsAndLines, language: Language, title: str) -> str:
    """Return dots with lines as one inline SVG.

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
def draw(block: DotsAndLines, labels: svg.Labels) -> Figure:
    """Draw one row a place or year; one axes for all keeps names, dots and figures in line."""
    rows = block.rows[:MOST_DRAWN]
    names = [row.label for row in rows if isinstance(row.label, LocalWords)]
    lines = max((svg.most_lines(name, NAME_WIDTH) for name in names), default=0)
    room = max(HIGH_ROW, LINE * lines + 10) if names else ROW
    bottom = ABOVE + room * len(rows)
    height = bottom + BELOW
    figure = Figure(figsize=inches(WIDTH, height))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(height, 0))
    axes.axis("off")
    scale = Scale(rows)
    _axis(axes, labels, block, scale, bottom)
    _directions(axes, labels, block.good, scale)
    for position, row in enumerate(rows):
        _row(axes, labels, row, scale, ABOVE + room * (position + 0.5))
    return figure


class Scale:
    """Where a value stands across the drawing, left of the figures; nought is always on it."""

    def __init__(self, rows: tuple[DotRow, ...]) -> None:
        values = [0.0]
        for row in rows:
            known = (row.drawn.value, row.drawn.lower, row.drawn.upper)
            values += [one.value for one in known if one is not None and one.value is not None]
        low, high = min(values), max(values)
        air = (high - low) * AIR
        self.low = low if low == 0 else low - air
        self.high = high + air if high or not air else high
        if self.low == self.high:
            self.high = 1.0
        letters = max(svg.most_letters(bare(row.drawn)) for row in rows)
        self.right = min(RIGHT, max(WIDTH - LETTER * letters - 16, LEAST_RIGHT))

    def __call__(self, value: float) -> float:
        part = (value - self.low) / (self.high - self.low)
        return LEFT + part * (self.right - LEFT)

    def ticks(self) -> list[float]:
        """Return a few round figures inside the ends."""
        widest = svg.most_letters(Number(max(-self.low, self.high), "number", 0, signed=True))
        room = int((self.right - LEFT) / (LETTER * widest + 24))
        steps = MaxNLocator(min(4, max(1, room)), steps=[1, 2, 5, 10])
        found = steps.tick_values(self.low, self.high)
        return [float(tick) for tick in found if self.low <= tick <= self.high]


def _axis(axes: Axes, labels: svg.Labels, block: DotsAndLines, scale: Scale, bottom: float) -> None:
    ticks = scale.ticks()
    places = next((n for n in range(9) if all(round(t, n) == round(t, 12) for t in ticks)), 9)
    signed = block.drawn in SIGNED
    for tick in ticks:
        x, nought = scale(tick), tick == 0
        colour, width = (INK, 1.2) if nought else ("#E2E6EA", 0.8)
        axes.plot([x, x], [ABOVE - 2, bottom + 2], color=colour, linewidth=width, zorder=0)
        number = Number(tick, unit="number", decimals=places, signed=signed, kind="label")
        axes.text(x, bottom + 16, labels(number), ha="center", fontsize=10.5, color=GREY)
    middle = (LEFT + scale.right) / 2
    axes.text(middle, bottom + 33, labels(block.axis), ha="center", fontsize=10.5, color=GREY)


def _directions(axes: Axes, labels: svg.Labels, good: str, scale: Scale) -> None:
    """Say which side of nought is better, where there is room on that side."""
    if good == "neutral":
        return
    left, right = ("worse", "better") if good == "higher" else ("better", "worse")
    nought = scale(0.0)
    style = {"fontsize": 10, "color": GREY, "va": "center"}
    if nought - LEFT > 60:
        axes.text(nought - 8, ABOVE - 12, labels(message(f"dots-{left}-left")), ha="right", **style)
    if scale.right - nought > 60:
        axes.text(nought + 8, ABOVE - 12, labels(message(f"dots-{right}-right")), **style)


def _row(axes: Axes, labels: svg.Labels, row: DotRow, scale: Scale, y: float) -> None:
    colour = COLOURS[row.tone]
    weight = "bold" if row.whole else "normal"
    axes.text(
        0, y + 4, labels(row.label, width=NAME_WIDTH, grow="middle"), fontsize=12, weight=weight
    )
    found = row.drawn
    if found.lower is not None and found.upper is not None:
        ends = [scale(found.lower.value), scale(found.upper.value)]
        line = {"linewidth": 4 if row.whole else 2.4, "solid_capstyle": "butt"}
        axes.plot(ends, [y, y], color=colour, zorder=2, **line)
    filled = row.tone in ("good", "bad", "plain")
    mark = {"marker": "D" if row.whole else "o", "markersize": 8 if row.whole else 7}
    fill = colour if filled else "white"
    axes.plot([scale(found.value.value)], [y], markeredgecolor=colour, markerfacecolor=fill,
              markeredgewidth=1.8, zorder=3, **mark)  # fmt: skip
    axes.text(WIDTH, y + 4, labels(bare(found)), ha="right", fontsize=11.5, weight=weight)


def bare(found: Estimate) -> Message | Number:
    """Return a figure and its interval without the unit, which the axis tells."""
    value = Number(
        found.value.value,
        unit="number",
        decimals=found.value.decimals,
        signed=found.value.signed,
        kind="label",
    )
    if found.certain:
        return value
    return message("value-range", value=value, range=found.range)
