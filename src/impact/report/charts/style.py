"""What all charts share: size, colours, ticks. No global state of matplotlib is changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib
import seaborn
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, NullFormatter

from impact.report.looks import BAND, BLUE, COLOURS, GREY, INK, VERMILLION

__all__ = ["BAND", "BLUE", "COLOURS", "GREY", "INK", "VERMILLION", "drawing", "inches", "year_axis"]

UNITS_PER_INCH = 72
SMALL = 11
_SETTINGS: dict[str, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "impact",
    "font.family": "sans-serif",
    "font.size": SMALL,
    "axes.linewidth": 0.8,
    "axes.edgecolor": "#9AA5AE",
    "xtick.color": GREY,
    "ytick.color": GREY,
    "text.color": INK,
    "xtick.major.size": 3,
    "ytick.major.size": 3,
    "text.parse_math": False,
}


@contextmanager
def drawing() -> Iterator[None]:
    """Draw in the house style: seaborn's ticks style with the report's own settings."""
    with seaborn.axes_style("ticks"), matplotlib.rc_context(_SETTINGS):
        yield


def inches(width: float, height: float) -> tuple[float, float]:
    """Return a figure size from the units of the drawing (1/72 inch)."""
    return width / UNITS_PER_INCH, height / UNITS_PER_INCH


def year_axis(axes: Axes, years: list[int]) -> None:
    """Mark the first and last year as whole numbers; the words come later."""
    axes.xaxis.set_major_locator(FixedLocator(years))
    axes.xaxis.set_major_formatter(NullFormatter())
