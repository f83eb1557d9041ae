"""Charts drawn by matplotlib: size, colours, bare SVG. None of its global state is changed."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

import matplotlib
import seaborn
from matplotlib.figure import Figure

from impact.report.looks import BAND, BLUE, COLOURS, GREY, INK, VERMILLION

__all__ = [
    "BAND",
    "BLUE",
    "COLOURS",
    "GREY",
    "INK",
    "VERMILLION",
    "drawing",
    "inches",
    "plotted",
    "warm_up",
]

Block = TypeVar("Block")
Labels = TypeVar("Labels")
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


def plotted(draw: Callable[[Block, Labels], Figure]) -> Callable[[Block, Labels], str]:
    """Turn a function that draws with matplotlib into one that returns bare SVG."""

    @wraps(draw)
    def write(block: Block, labels: Labels) -> str:
        with drawing():
            return _bare(draw(block, labels))

    return write


def warm_up() -> None:
    """Draw once with words, marks, bands and scales, so that fonts and figures are at hand."""
    with drawing():
        figure = Figure()
        straight, logarithmic = figure.subplots(2)
        logarithmic.set_xscale("log")
        for axes in (straight, logarithmic):
            axes.plot([1, 10], [1, 2], marker="D", color="#0072B2")
            axes.scatter([1, 10], [1, 2])
            axes.fill_between([1, 10], [0, 0], [1, 2], alpha=0.2)
            axes.annotate("@0@", (1, 1), (3, 3), textcoords="offset points", weight="bold")
        _bare(figure)


def _bare(figure: Figure) -> str:
    file = io.StringIO()
    figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    svg = file.getvalue()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    used = set(re.findall(r"(?:url\(#|xlink:href=\"#)([^)\"]+)", svg))
    svg = re.sub(r' id="([^"]*)"', lambda match: match[0] if match[1] in used else "", svg)
    svg = re.sub(r"font-family: [^;\"]*;? ?", "", svg)
    return re.sub(r">\s+<", "><", svg).strip()
