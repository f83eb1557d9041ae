"""A rectangle of a canvas with its own scales, for lines, bands, marks, ticks and words."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from impact.report.charts.canvas import Canvas, Points, area_data, line_data, mark_data, text
from impact.report.charts.canvas import short as short_number
from impact.report.looks import GREY

DASHES = {"dashed": (3.7, 1.6), "dotted": (1.0, 1.65), "break": (1.0, 2.0)}
"""Lengths of strokes and gaps, in widths of the line."""
EDGE_COLOUR, EDGE_WIDTH = "#9AA5AE", 0.8
TICK = 3
TICK_LOOK = f"fill: {GREY}; stroke: {GREY}; stroke-width: {EDGE_WIDTH}".lower()
BEHIND, BANDS, LINES, EDGES, WORDS = 0.5, 1, 2, 2.5, 3
"""What stands before what: ticks, bands, lines, edges, words."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign at a point.

    Parameters
    ----------
    shape
        See `canvas.mark_data`.
    size
        Its size, in units of the drawing.
    colour, fill
        Colours of its edge and its inside.
    edge
        Width of its edge.
    """

    shape: str
    size: float
    colour: str
    fill: str
    edge: float = 1.0

    @property
    def look(self) -> str:
        """Its style."""
        width = "" if self.edge == 1 else f"; stroke-width: {short_number(self.edge)}"
        corners = "" if self.shape == "o" else "; stroke-linejoin: miter"
        return f"fill: {self.fill}; stroke: {self.colour}{width}{corners}".lower()


class Panel:
    """A rectangle of a canvas with its own scales.

    Parameters
    ----------
    canvas
        Where it stands.
    box
        Left, bottom, width and height, as parts of the canvas.
    across, up
        Values at its left and right edge, and at its lower and upper edge.
    """

    def __init__(
        self,
        canvas: Canvas,
        box: tuple[float, float, float, float],
        across: tuple[float, float],
        up: tuple[float, float],
    ) -> None:
        left, bottom, width, height = box
        self.canvas = canvas
        self.left, self.right = left * canvas.width, (left + width) * canvas.width
        self._low, self._high = bottom * canvas.height, (bottom + height) * canvas.height
        self.across, self.up = across, up
        self._content: list[tuple[float, Callable[[], str]]] = []

    @property
    def bottom(self) -> float:
        """Its lower edge, counted from the upper edge of the canvas."""
        return self.canvas.height - self._low

    @property
    def top(self) -> float:
        """Its upper edge, counted from the upper edge of the canvas."""
        return self.canvas.height - self._high

    def x(self, value: float) -> float:
        """Return where a value stands across the canvas."""
        first, last = self.across
        return self.left + (value - first) * ((self.right - self.left) / (last - first))

    def y(self, value: float) -> float:
        """Return where a value stands, counted from the upper edge of the canvas."""
        return self.canvas.height - self._height(value)

    def _height(self, value: float) -> float:
        first, last = self.up
        return self._low + (value - first) * ((self._high - self._low) / (last - first))

    def line(
        self,
        across: Iterable[float],
        up: Iterable[float],
        colour: str,
        width: float,
        *,
        dashes: str = "",
        cap: str = "round",
        depth: float = LINES,
        mark: Mark | None = None,
    ) -> None:
        """Draw a line through points, broken where a value is not a number.

        Parameters
        ----------
        across, up
            The points' values.
        colour, width
            How it looks.
        dashes
            One of `DASHES`; empty for a whole line.
        cap
            Its ends: round or butt; those of strokes are butt.
        depth
            What has more of it stands before it.
        mark
            A sign at every point.
        """
        points = [(self.x(x), self.y(y)) for x, y in zip(across, up, strict=True)]
        style = f"fill: none{_dashes(dashes, width)}; stroke: {colour.lower()}"
        style += "" if width == 1 else f"; stroke-width: {short_number(width)}"
        style += "; stroke-linecap: round" if cap == "round" and not dashes else ""
        self._add(depth, partial(self._line, points, style, mark))

    def mark(self, across: float, up: float, mark: Mark, depth: float) -> None:
        """Put a mark at one point."""
        points = [(self.x(across), self.y(up))]
        self._add(depth, partial(self._marks, points, mark))

    def _line(self, points: Points, style: str, mark: Mark | None) -> str:
        path = f'<path d="{line_data(points)}"{self._clip()} style="{style}"/>'
        return path if mark is None else path + self._marks(points, mark)

    def _marks(self, points: Points, mark: Mark) -> str:
        name, definition = self.canvas.symbol(mark_data(mark.shape, mark.size), mark.look)
        known = [point for point in points if not math.isnan(point[1])]
        return f"{definition}<g{self._clip()}>{_uses(name, known, mark.look)}</g>"

    def upright(self, value: float, colour: str, width: float, dashes: str) -> None:
        """Draw a line from the lower to the upper edge."""
        self.line([value, value], self.up, colour, width, dashes=dashes)

    def band(
        self,
        across: Sequence[float],
        low: Sequence[float],
        high: Sequence[float],
        colour: str,
        opacity: float = 1,
    ) -> None:
        """Fill the room between two lines, as far as both are known."""
        stretches: list[list[int]] = [[]]
        for at, (lower, upper) in enumerate(zip(low, high, strict=True)):
            if math.isnan(lower) or math.isnan(upper):
                stretches.append([])
            else:
                stretches[-1].append(at)
        outlines = []
        for stretch in stretches:
            if stretch:
                over = [(self.x(across[at]), self._height(high[at])) for at in stretch]
                under = [(self.x(across[at]), self._height(low[at])) for at in stretch]
                outlines.append([over[0], *under, over[-1], *reversed(over)])
        see_through = "" if opacity == 1 else f"; fill-opacity: {short_number(opacity)}"
        self._add(BANDS, partial(self._areas, outlines, f"fill: {colour.lower()}{see_through}"))

    def _areas(self, outlines: list[Points], style: str) -> str:
        height = self.canvas.height
        if len(outlines) != 1:
            paths = (area_data([(x, height - y) for x, y in outline]) for outline in outlines)
            return "".join(f'<path d="{d}"{self._clip()} style="{style}"/>' for d in paths)
        data = area_data([(x, -y) for x, y in outlines[0]])
        name, definition = self.canvas.symbol(data, style)
        return f"{definition}<g{self._clip()}>{_uses(name, [(0, height)], style)}</g>"

    def edges(self, across: Iterable[float], up: Iterable[float]) -> None:
        """Draw the left and the lower edge with ticks at these values."""
        below = [(self.x(value), self.bottom) for value in across]
        beside = [(self.left, self.y(value)) for value in up]
        self._add(BEHIND, partial(self._ticks, below, f"M 0 0 \nL 0 {TICK} \n"))
        self._add(BEHIND, partial(self._ticks, beside, f"M 0 0 \nL -{TICK} 0 \n"))
        corner = (self.left, self.bottom)
        for end in ((self.left, self.top), (self.right, self.bottom)):
            self._add(EDGES, partial(_edge, line_data([corner, end])))

    def _ticks(self, points: Points, path: str) -> str:
        written = []
        for point in points:
            name, definition = self.canvas.symbol(path, TICK_LOOK)
            written.append(f"<g><g>{definition}<g>{_uses(name, [point], TICK_LOOK)}</g></g></g>")
        return "".join(written)

    def text(self, x: float, y: float, words: str, **look: object) -> None:
        """Write words; see `canvas.text`."""
        self._content.append((WORDS, partial(text, x, y, words, **look)))

    def _add(self, depth: float, write: Callable[[], str]) -> None:
        self._content.append((depth, lambda: _group(write())))

    def _clip(self) -> str:
        return self.canvas.clip(self.left, self._low, self.right, self._high)

    def close(self, *, framed: bool = True) -> None:
        """Write the panel into its canvas; `framed` with the empty field behind everything."""
        corners = [
            (self.left, self.bottom),
            (self.right, self.bottom),
            (self.right, self.top),
            (self.left, self.top),
            (self.left, self.bottom),
        ]
        field = f'<g><path d="{area_data(corners)}" style="fill: none"/></g>' if framed else ""
        content = sorted(self._content, key=lambda part: part[0])
        self.canvas.write(f"<g>{field}{''.join(write() for _, write in content)}</g>")


def _group(svg: str) -> str:
    return f"<g>{svg}</g>" if svg else "<g/>"


def _dashes(name: str, width: float) -> str:
    if not name:
        return ""
    lengths = ",".join(short_number(length * width) for length in DASHES[name])
    return f"; stroke-dasharray: {lengths}; stroke-dashoffset: 0"


def _uses(name: str, points: Iterable[tuple[float, float]], look: str) -> str:
    return "".join(
        f'<use xlink:href="#{name}" x="{short_number(x)}" y="{short_number(y)}" style="{look}"/>'
        for x, y in points
    )


def _edge(path: str) -> str:
    look = f"fill: none; stroke: {EDGE_COLOUR.lower()}; stroke-width: {EDGE_WIDTH}"
    return f'<path d="{path}" style="{look}; stroke-linejoin: miter; stroke-linecap: square"/>'
