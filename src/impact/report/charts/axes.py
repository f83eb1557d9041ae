"""Axes of the drawings of an evaluation: round figures, a line at nought, names."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from statistics import median

from impact.report.charts import svg
from impact.report.charts.panel import Panel
from impact.report.looks import GREY, INK
from impact.report.message import Message, Number

RULE = "#E2E6EA"
BEHIND, NOUGHT, MARKS = 0.2, 0.3, 4
"""What stands before what: rules, the one at nought, and marks before lines and words."""
LETTER = 6.2
"""Width of a letter of the usual size, about."""
TICK_SIZE = 10.5
WIDEST = 2.5
AIR, NOISE = 0.08, 1e-9
"""Room beside what is drawn, as a part of it; less than `NOISE` is the computer's arithmetic."""


def figure_of(number: Number | None) -> float:
    """Return a figure as a number; one that is not known is not a number."""
    value = None if number is None else number.value
    return math.nan if value is None else float(value)


def known(values: Iterable[float | None]) -> list[float]:
    """Return the values that are finite numbers."""
    return [float(one) for one in values if one is not None and math.isfinite(one)]


def limits(values: Iterable[float | None], *, nought: bool = False) -> tuple[float, float]:
    """Return limits that hold values with some air.

    Parameters
    ----------
    values
        Missing ones and those without end do not count.
    nought
        Whether nought is among them whatever the values are.
    """
    finite = known(values) + [0.0] * nought
    if not finite:
        return 0.0, 1.0
    low, high = min(finite), max(finite)
    wide = high - low
    air = wide * AIR if wide > NOISE else abs(high) * 0.1 if abs(high) > NOISE else 1.0
    return low - air, high + air


def reach(found: Iterable[tuple[float, float, float]]) -> list[float]:
    """Return what a drawing of values with their limits must hold.

    Parameters
    ----------
    found
        Value, lower and upper limit of each; what is not a number does not count.

    Notes
    -----
    All values, and limits up to `WIDEST` times the usual (median) distance beyond the outermost
    value: one very wide interval shall not squeeze all others.
    """
    rows = list(found)
    values = known(value for value, _, _ in rows)
    ends = known(end for _, *pair in rows for end in pair)
    if not values or not ends:
        return [*values, *ends]
    far = [max(known(abs(end - value) for end in pair), default=0.0) for value, *pair in rows]
    usual = WIDEST * median([one for one in far if one] or [0.0])
    low, high = max(min(ends), min(values) - usual), min(max(ends), max(values) + usual)
    return [*values, low, high]


def round_figures(low: float, high: float, most: int = 5) -> list[float]:
    """Return at most so many round figures between two ends; nought is among them if it fits."""
    wanted = max((high - low) / max(most, 1), 1e-12)
    power = 10.0 ** math.floor(math.log10(wanted))
    sizes = (step * power for step in (1, 2, 5, 10, 20))
    step = next(size for size in sizes if _steps(low, high, size) <= most)
    first = math.ceil(low / step - 1e-9)
    return [round((first + at) * step, 12) + 0.0 for at in range(_steps(low, high, step))]


def _steps(low: float, high: float, step: float) -> int:
    return math.floor(high / step + 1e-9) - math.ceil(low / step - 1e-9) + 1


def decimals_of(ticks: Sequence[float]) -> int:
    """Return how many decimals tell all ticks exactly."""
    exact = (n for n in range(9) if all(round(t, n) == round(t, 12) for t in ticks))
    return next(exact, 9)


def tick_words(labels: svg.Labels, ticks: Sequence[float], *, signed: bool) -> list[str]:
    """Return the words of ticks; changes have a plus sign too."""
    places = decimals_of(ticks)
    return [
        labels(Number(tick, unit="number", decimals=places, signed=signed, kind="label"))
        for tick in ticks
    ]


def upright_axis(panel: Panel, labels: svg.Labels, name: Message, *, signed: bool) -> None:
    """Write the figures beside a panel with light lines across it, and above what they measure."""
    ticks = round_figures(*panel.up)
    for tick, words in zip(ticks, tick_words(labels, ticks, signed=signed), strict=True):
        panel.line(panel.across, [tick, tick], RULE, 0.8, cap="butt", depth=BEHIND)
        panel.text(panel.left - 7, panel.y(tick) + 3.5, words, side="right", colour=GREY)
    panel.text(0, 13, labels(name), size=TICK_SIZE, colour=GREY)


def level_axis(
    panel: Panel, ticks: Sequence[float], words: Sequence[str], name: str = "", framed: bool = True
) -> None:
    """Write figures below a panel, and under them what they measure; `framed` draws its edges."""
    for tick, word in zip(ticks, words, strict=True):
        panel.text(panel.x(tick), panel.bottom + 16, word, side="center", colour=GREY)
    if framed:
        panel.edges(ticks, [])
    if name:
        middle = (panel.left + panel.right) / 2
        below = panel.bottom + 34
        panel.text(middle, below, name, size=TICK_SIZE, side="center", colour=GREY)


def nought(panel: Panel) -> None:
    """Draw the line at nought across a panel."""
    panel.line(panel.across, [0.0, 0.0], INK, 1.1, cap="butt", depth=NOUGHT)


def beside(panel: Panel, value: float, y: float, words: str, colour: str) -> None:
    """Write words beside an upright line, on the side where there is more room."""
    right = panel.x(value) < (panel.left + panel.right) / 2
    x, side = (panel.x(value) + 5, "left") if right else (panel.x(value) - 5, "right")
    panel.text(x, y, words, size=TICK_SIZE, side=side, colour=colour)
