"""From nodes to HTML: everything is escaped, figures and verdicts keep their meaning."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from html import escape
from pathlib import Path

from markupsafe import Markup

from impact.report.blocks import Block
from impact.report.language import Language
from impact.report.legend import mark
from impact.report.nodes import (
    Banner,
    Bullets,
    Facts,
    FigureNode,
    Form,
    Heading,
    Node,
    Paragraph,
    TableCell,
    TableNode,
)
from impact.report.parts import Foreign, Judged, Part, Printed, Strong, Text, plain

LONG = 80
TEMPLATE = Path(__file__).parent / "template"


def inline(text: Text) -> str:
    """Return parts of a sentence as HTML."""
    return "".join(_part(part) for part in text)


def css_text(text: str) -> Markup:
    """Return a text as a CSS string, in which nothing but letters and digits stands as it is."""
    letters = (c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text)
    return Markup('"' + "".join(letters) + '"')


def _part(part: Part) -> str:
    if isinstance(part, Printed):
        value = "" if part.number.value is None else repr(float(part.number.value))
        return f'<data class="n" value="{value}">{escape(part.text)}</data>'
    if isinstance(part, Judged):
        return (
            f'<span class="verdict {part.tone}"><span class="symbol" aria-hidden="true">'
            f'{escape(part.symbol)}</span> <span class="word">{escape(part.word)}</span></span>'
        )
    if isinstance(part, Foreign):
        return f'<span lang="{escape(part.language)}">{escape(part.text)}</span>'
    if isinstance(part, Strong):
        return f"<strong>{inline(part.parts)}</strong>"
    return escape(part)


class HtmlWriter:
    """Writes the nodes of one page.

    Parameters
    ----------
    language
        The reader's language, for the labels of scrolling tables and folded tables.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._named: Counter[str] = Counter()

    def write(self, nodes: tuple[Node, ...]) -> str:
        """Return nodes as HTML, one after another."""
        return "\n".join(_WRITERS[type(node)](self, node) for node in nodes)

    def heading(self, node: Heading) -> str:
        anchor = f' id="{escape(node.anchor)}"' if node.anchor else ""
        return f"<h{node.level}{anchor}>{inline(node.text)}</h{node.level}>"

    def paragraph(self, node: Paragraph) -> str:
        if node.role == "quote":
            return f"<blockquote><p>{inline(node.text)}</p></blockquote>"
        return f"<p{_role(node.role)}>{inline(node.text)}</p>"

    def bullets(self, node: Bullets) -> str:
        kind = "ol" if node.role == "numbered" else "ul"
        items = "".join(f"<li>{inline(item)}</li>" for item in node.items)
        return f"<{kind}{_role(node.role)}>{items}</{kind}>"

    def banner(self, node: Banner) -> str:
        return f'<p class="banner">{inline(node.text)}</p>'

    def facts(self, node: Facts) -> str:
        pairs = "".join(
            f"<div><dt>{inline(label)}</dt><dd>{inline(text)}</dd></div>"
            for label, text in node.pairs
        )
        title = f"<h{node.level}>{inline(node.title)}</h{node.level}>" if node.title else ""
        if node.folded:
            return f'<details class="facts"><summary>{title}</summary><dl>{pairs}</dl></details>'
        return f'<div class="facts">{title}<dl>{pairs}</dl></div>'

    def table(self, node: TableNode) -> str:
        head = "".join(f'<th scope="col">{inline(text)}</th>' for text in node.head)
        labels = tuple(escape(plain(text)) for text in node.head)
        if node.folded:
            labels = ("",) * len(labels)
        rows = "".join(self._row(row, labels) for row in node.rows)
        word = escape(self.language.word("show-table"))
        name = self._region(f"{word}: {escape(plain(node.caption))}")
        table = (
            f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">'
            f"<table{_role(node.role)}><caption>{inline(node.caption)}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        )
        if not node.folded:
            return table
        long = ' class="long"' if len(node.rows) > LONG or not node.printed else ""
        return f"<details{long}><summary>{word}: {inline(node.caption)}</summary>{table}</details>"

    def _row(self, row: tuple[TableCell, ...], labels: tuple[str, ...]) -> str:
        cells = [f'<th scope="row">{_cell(row[0])}</th>']
        for cell, label in zip(row[1:], labels[1:], strict=True):
            role = ' class="number"' if cell.number else ""
            name = f' data-label="{label}"' if label else ""
            cells.append(f"<td{role}{name}>{_cell(cell)}</td>")
        return f"<tr>{''.join(cells)}</tr>"

    def figure(self, node: FigureNode) -> str:
        legend = "".join(
            f"<li>{mark(name)}<span>{inline(meaning)}</span></li>" for name, meaning in node.legend
        )
        word = escape(self.language.word("chart"))
        name = self._region(f"{word}: {escape(plain(node.table.caption))}")
        drawing = (
            f'<div class="scroll drawing" role="region" tabindex="0" aria-label="{name}">'
            f"{node.svg}</div>"
        )
        caption = f'<figcaption><ul class="legend">{legend}</ul></figcaption>'
        return f"<figure>{drawing}{caption}</figure>{self.table(node.table)}"

    def _region(self, name: str) -> str:
        """Return a name no other region of the page has: a screen reader lists them."""
        self._named[name] += 1
        return name if self._named[name] == 1 else f"{name} ({self._named[name]})"

    def form(self, node: Form) -> str:
        return f'<p class="form">{inline(node.label)}</p>'


_WRITERS = {
    Heading: HtmlWriter.heading,
    Paragraph: HtmlWriter.paragraph,
    Bullets: HtmlWriter.bullets,
    Banner: HtmlWriter.banner,
    Facts: HtmlWriter.facts,
    TableNode: HtmlWriter.table,
    FigureNode: HtmlWriter.figure,
    Form: HtmlWriter.form,
}


def _role(role: str) -> str:
    return f' class="{role}"' if role else ""


def _cell(cell: TableCell) -> str:
    note = f'<span class="note">{inline(cell.note)}</span>' if cell.note else ""
    return inline(cell.text) + note


@lru_cache(maxsize=1)
def style() -> str:
    """Return the stylesheet every page carries inside itself."""
    return (TEMPLATE / "style.css").read_text(encoding="utf-8")


def preview(block: Block, language: Language) -> str:
    """Return one block as HTML for a notebook."""
    from impact.report.render import nodes

    content = HtmlWriter(language).write(nodes(block, language))
    style = (TEMPLATE / "preview.css").read_text(encoding="utf-8")
    return (
        f'<div class="impact-preview" lang="{language.code}"><style>{style}</style>{content}</div>'
    )
