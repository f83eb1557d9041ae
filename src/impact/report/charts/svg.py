"""From a matplotlib figure to an SVG that a page can hold: worded, labelled, responsive.

A chart is drawn once with placeholders, then worded in each language. So a report in three
languages costs one drawing.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from matplotlib.figure import Figure

from impact.report.blocks import Block
from impact.report.charts.style import drawing
from impact.report.display import dumps
from impact.report.language import LANGUAGES, Language, language
from impact.report.message import Verdict
from impact.report.parts import plain

_TEXT = re.compile(r"<text ([^>]*)>@(\d+)@</text>")
_POSITION = re.compile(r'\bx="([^"]*)"')
_LINE_HEIGHT = 1.15
_KEPT = 64


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


Drawn = tuple[str, tuple[Label, ...]]
_drawn: OrderedDict[tuple[str, str], Drawn] = OrderedDict()


def chart(
    block: Block, language: Language, draw: Callable[[Block, Labels], Figure], title: str
) -> str:
    """Return a block's chart as an inline SVG in one language.

    Parameters
    ----------
    block
        What to draw.
    language
        The reader's language.
    draw
        Draws the block without words; called once per block.
    title
        The alternative text: the chart's finding.
    """
    content = dumps(block)
    kind = draw.__module__.rpartition(".")[2]
    key = (kind, content)
    if key not in _drawn:
        labels = Labels()
        with drawing():
            bare = _bare(draw(block, labels))
        _drawn[key] = (bare, tuple(labels.labels))
        while len(_drawn) > _KEPT:
            _drawn.popitem(last=False)
    svg, labels = _drawn[key]
    name = "c" + hashlib.sha256(f"{key}".encode()).hexdigest()[:10]
    return _named(_worded(svg, labels, language), name, title, kind)


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


def _worded(svg: str, labels: tuple[Label, ...], language: Language) -> str:
    def word(match: re.Match) -> str:
        label = labels[int(match[2])]
        lines = _lines(label, language)
        return f"<text {match[1]}>{_spans(lines, match[1], label.grow)}</text>"

    return _TEXT.sub(word, svg)


def _lines(label: Label, language: Language) -> list[str]:
    if label.decimals is not None:
        return [language.digits(float(label.content), label.decimals)]
    text = plain(language.parts(label.content))
    if isinstance(label.content, Verdict):
        text = f"{language.verdict(label.content).symbol} {text}"
    return _balanced(text, label.width) if label.width else [text]


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


def _named(svg: str, name: str, title: str, kind: str) -> str:
    inside = svg.index(">") + 1
    view = re.search(r'viewBox="[^"]*"', svg[:inside])[0]
    body = re.sub(r'((?:id="|url\(#|href="#))', rf"\1{name}-", svg[inside:])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'{view} role="img" aria-labelledby="{name}" class="chart {kind}-chart">'
        f'<title id="{name}">{escape(title)}</title>{body}'
    )
