"""From a drawing to an SVG that a page can hold: worded, labelled, responsive.

A chart is drawn once with placeholders, then worded in each language. So a report in three
languages costs one drawing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from textwrap import wrap

from impact.report.blocks import Block
from impact.report.display import dumps
from impact.report.language import LANGUAGES, Language, language
from impact.report.message import Verdict
from impact.report.parts import plain
from impact.report.remembered import remembered

_TEXT = re.compile(r"<text ([^>]*)>@(\d+)@</text>")
_POSITION = re.compile(r'\bx="([^"]*)"')
_LINE_HEIGHT = 1.15


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a chart: an argument, or digits, broken into lines of `width` characters."""

    content: object
    width: int = 0
    decimals: int | None = None
    grow: str = "down"


class Labels:
    """The words of one drawing, each standing in it as one placeholder."""

    def __init__(self) -> None:
        self.labels: list[Label] = []

    def __call__(self, content: object, **options: object) -> str:
        """Return the placeholder of a message, figure, name, verdict or digits."""
        self.labels.append(Label(content, **options))
        return f"@{len(self.labels) - 1}@"


def most_lines(content: object, width: int) -> int:
    """Return how many lines of `width` characters a name takes, in the language that needs most."""
    return max(len(_lines(Label(content, width), language(code))) for code in LANGUAGES)


def most_letters(content: object) -> int:
    """Return how many characters a name takes, in the language that needs most."""
    return max(len(plain(language(code).parts(content))) for code in LANGUAGES)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart without words: its SVG in pieces, between them the place of a label.

    Parameters
    ----------
    kind
        Name of the module that drew it.
    name
        The chart's own name on a page.
    view
        The `viewBox` attribute.
    pieces
        SVG, then by turns the attributes of a text, its label's number, SVG.
    labels
        The words, in the order of their numbers.
    """

    kind: str
    name: str
    view: str
    pieces: tuple[str, ...]
    labels: tuple[Label, ...]


def chart(
    block: Block, language: Language, draw: Callable[[Block, Labels], str], title: str
) -> str:
    """Return a block's chart as an inline SVG in one language.

    Parameters
    ----------
    block
        What to draw.
    language
        The reader's language.
    draw
        Draws the block as SVG without words; called once per block.
    title
        The alternative text: the chart's finding.
    """
    drawn = drawn_once(block, draw)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'{drawn.view} role="img" aria-labelledby="{drawn.name}" class="chart {drawn.kind}-chart">'
        f'<title id="{drawn.name}">{escape(title)}</title>{_worded(drawn, language)}'
    )


@remembered(64)
def drawn_once(block: Block, draw: Callable[[Block, Labels], str]) -> Drawing:
    """Return a block's chart without words, drawn when it is first wanted."""
    labels = Labels()
    svg = draw(block, labels)
    kind = draw.__module__.rpartition(".")[2]
    name = "c" + hashlib.sha256(f"{(kind, dumps(block))}".encode()).hexdigest()[:10]
    inside = svg.index(">") + 1
    view = re.search(r'viewBox="[^"]*"', svg[:inside])[0]
    body = re.sub(r'((?:id="|url\(#|href="#))', rf"\1{name}-", svg[inside:])
    return Drawing(kind, name, view, tuple(_TEXT.split(body)), tuple(labels.labels))


def _worded(drawn: Drawing, language: Language) -> str:
    written = [drawn.pieces[0]]
    turns = iter(drawn.pieces[1:])
    for attributes, number, following in zip(turns, turns, turns, strict=True):
        label = drawn.labels[int(number)]
        words = _spans(_lines(label, language), attributes, label.grow)
        written += ("<text ", attributes, ">", words, "</text>", following)
    return "".join(written)


def _lines(label: Label, language: Language) -> list[str]:
    if label.decimals is not None:
        return [language.digits(float(label.content), label.decimals)]
    text = plain(language.parts(label.content))
    if isinstance(label.content, Verdict):
        text = f"{language.verdict(label.content).symbol} {text}"
    return _balanced(text, label.width) if label.width else [text]


@lru_cache(maxsize=4096)
def _balanced(text: str, width: int) -> list[str]:
    """Break a text into as few lines as fit, all about as long."""
    text = re.sub(rf"\S{{{width}}}(?=\S)", r"\g<0> ", text)
    lines = wrap(text, width, break_long_words=False)
    for narrower in range(width - 1, width // 2, -1):
        tighter = wrap(text, narrower, break_long_words=False)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return lines


def _spans(lines: list[str], attributes: str, grow: str) -> str:
    if len(lines) < 2:
        return escape("".join(lines))
    position = _POSITION.search(attributes)[1]
    first = 0.0 if grow == "down" else -_LINE_HEIGHT * (len(lines) - 1)
    if grow == "middle":
        first /= 2
    pieces = [
        f'<tspan x="{position}" dy="{first if index == 0 else _LINE_HEIGHT:g}em">'
        f"{escape(line)}</tspan>"
        for index, line in enumerate(lines)
    ]
    return "".join(pieces)
