"""SVG written directly: what most charts need is little, and a drawing library makes it dear.

A canvas writes the paths, marks and words that matplotlib would write, in the same order.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from functools import cache
from html import escape

import numpy as np
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path

from impact.report.looks import INK

Points = Sequence[tuple[float, float]]
SALT = "impact"
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_LETTERS = {Path.MOVETO: "M", Path.LINETO: "L", Path.CURVE4: "C"}


class Canvas:
    """A drawing of one size, written from top to bottom.

    Parameters
    ----------
    width, height
        Its size, in units of 1/72 inch; heights are counted from its lower edge.
    """

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._written: list[str] = []
        self._clips: dict[str, str] = {}
        self._symbols: set[str] = set()

    def write(self, svg: str) -> None:
        """Add SVG after what stands there."""
        self._written.append(svg)

    def clip(self, left: float, bottom: float, right: float, top: float) -> str:
        """Return the attribute that shows nothing outside of a rectangle."""
        width, height = right - left, top - bottom
        box = (left, self.height - (bottom + height), width, height)
        name = _name("p", tuple(np.float64(number) for number in box))
        if name not in self._clips:
            sides = zip(("x", "y", "width", "height"), box, strict=True)
            sides = " ".join(f'{side}="{short(number)}"' for side, number in sides)
            self._clips[name] = f'<clipPath id="{name}"><rect {sides}/></clipPath>'
        return f' clip-path="url(#{name})"'

    def symbol(self, path: str, look: str) -> tuple[str, str]:
        """Return the name of a shape that is used again, and its definition the first time.

        Parameters
        ----------
        path
            The shape as path data.
        look
            Its style; what it says of strokes goes into the definition.
        """
        name = _name("m", (path, look))
        if name in self._symbols:
            return name, ""
        self._symbols.add(name)
        stroke = "; ".join(part for part in look.split("; ") if part.startswith("stroke"))
        style = f' style="{stroke}"' if stroke else ""
        return name, f'<defs><path id="{name}" d="{path}"{style}/></defs>'

    def svg(self) -> str:
        """Return the whole drawing."""
        width, height = short(self.width), short(self.height)
        edge = f"M 0 {height} \nL {width} {height} \nL {width} 0 \nL 0 0 \nL 0 {height} \nz\n"
        clips = f"<defs>{''.join(self._clips.values())}</defs>" if self._clips else ""
        return (
            f'<svg viewBox="0 0 {width} {height}"><defs><style type="text/css">'
            "*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>"
            f'<g><g><path d="{edge}" style="fill: none"/></g>'
            f"{''.join(self._written)}</g>{clips}</svg>"
        )


def text(
    x: float,
    y: float,
    words: str,
    *,
    size: float = 11,
    side: str = "left",
    colour: str = INK,
    weight: str = "",
) -> str:
    """Return words as SVG.

    Parameters
    ----------
    x, y
        Where they stand; y is counted from the upper edge down to their baseline.
    size
        Size of the letters.
    side
        Which side of the words stands at `x`: left, center or right.
    colour
        Their colour.
    weight
        A CSS weight; empty for the usual one.
    """
    heavy = f"font-weight: {weight}; " if weight else ""
    x, y = short(x), short(y)
    style = f"{heavy}font-size: {short(size)}px; text-anchor: {ANCHORS[side]}; fill: "
    return (
        f'<g><text style="{style}{colour.lower()}" x="{x}" y="{y}" '
        f'transform="rotate(-0 {x} {y})">{escape(words)}</text></g>'
    )


def line_data(points: Points) -> str:
    """Return a line through points as path data, broken where a point is not a number."""
    written = []
    begins = True
    for x, y in points:
        if math.isnan(y):
            begins = True
            continue
        written.append(f"{'M' if begins else 'L'} {short(x)} {short(y)} \n")
        begins = False
    return "".join(written)


def area_data(points: Points) -> str:
    """Return the area inside points as path data."""
    return f"{line_data(points)}z\n"


@cache
def mark_data(shape: str, size: float) -> str:
    """Return a mark as path data, around its own middle.

    Parameters
    ----------
    shape
        One of matplotlib's names: o, s, D, <, >, ^, v.
    size
        Its size, in units of the drawing.
    """
    style = MarkerStyle(shape)
    path = style.get_path().transformed(style.get_transform())
    written = []
    for corners, code in path.iter_segments(simplify=False, curves=True):
        if code == Path.CLOSEPOLY:
            written.append("z\n")
            continue
        numbers = [n * size * (1, -1)[at % 2] + 0.0 for at, n in enumerate(corners)]
        written.append(f"{_LETTERS[code]} {' '.join(short(n) for n in numbers)} \n")
    return "".join(written)


def short(number: float) -> str:
    """Return a number with six decimals at most."""
    return f"{number:f}".rstrip("0").rstrip(".")


def _name(letter: str, content: object) -> str:
    return letter + hashlib.sha256(f"{SALT}{content}".encode()).hexdigest()[:10]
