"""A whole report as one HTML page in one language, from its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from impact.errors import InvalidInput
from impact.report import names, render_annex
from impact.report.assessment_blocks import Matrix, Options
from impact.report.blocks import (
    Barometer,
    Block,
    Changes,
    Findings,
    Front,
    Goals,
    Sentences,
    Table,
)
from impact.report.blocks import Trends as TrendsBlock
from impact.report.evaluation_blocks import Conclusion
from impact.report.html import TEMPLATE, HtmlWriter, css_text, inline, style
from impact.report.language import LANGUAGES, Language
from impact.report.nodes import Heading, Node
from impact.report.parts import Text, plain
from impact.report.region_blocks import (
    Multiples,
)
from impact.report.remembered import remembered
from impact.report.render import nodes
from impact.report.sections import CHAPTERS, first_page
from impact.report.values_csv import numbers

ROOMY_LINES, TIGHT_LINES = 26, 33
"""Lines on page one up to which it is set in larger type, and beyond which in smaller."""
QUESTIONS = {"where_now": "1", "where_to": "2", "how": "3", "on_track": "4"}


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page with its heading, address and content."""

    anchor: str
    title: Text
    content: Markup
    number: str = ""

    @property
    def heading(self) -> Markup:
        """The heading as HTML."""
        return Markup(inline(self.title))


def html(
    blocks: Sequence[Block],
    language: Language,
    *,
    links: Mapping[str, str] | None = None,
    files: Mapping[str, str] | None = None,
    home: str | None = None,
) -> str:
    """Return a report as one HTML page that asks nothing of the network.

    Parameters
    ----------
    blocks
        The blocks of a notebook, in order; one of them a `Front`.
    language
        The reader's language.
    links
        Language codes with the files of the same report in those languages.
    files
        Files beside the page: summary, dialogue, values, with their addresses.
    home
        Address of the index page.

    Raises
    ------
    InvalidInput
        If there is no `Front` among the blocks.
    """
    front = front_of(blocks)
    writer = HtmlWriter(language)
    sections = first_page(front.kind)[1:]
    first = [_question(name, blocks, language, writer) for name in sections]
    rest = _sections(blocks, language, writer)
    return template("page.html").render(
        language=language.code,
        word=language.word,
        style=Markup(style()),
        front=front,
        running=css_text(language.plain(front.running)) if front.running else "",
        **masthead(front, language),
        density=_density(_lines(blocks)),
        lead=Markup(writer.write(nodes(front, language))),
        questions=[section for section in first if section.content],
        sections=rest,
        accessibility=Markup(writer.write(render_annex.accessibility(language))),
        attribution=[Markup(inline(text)) for text in attribution(blocks, language)],
        languages=_languages(links or {}, language),
        files=files or {},
        home=home,
    )


def masthead(front: Front, language: Language) -> dict[str, str]:
    """Return what stands on top of a report: its title as a document, kicker and name."""
    place = language.place(front.subject.place)
    title = language.word(f"title-{front.kind}", place=place, year=str(front.year))
    kicker = f"{language.word(f'report-{front.kind}')} {front.year}"
    if front.title is None:
        return {"title": title, "kicker": kicker, "name": place}
    own = plain(language.local_words(front.title))
    return {"title": f"{own}: {title}", "kicker": f"{kicker} · {place}", "name": own}


def _density(lines: int) -> str:
    return "roomy" if lines <= ROOMY_LINES else "tight" if lines > TIGHT_LINES else ""


def _lines(blocks: Sequence[Block]) -> int:
    """Return about how many printed lines page one has beside its headings."""
    lines = 0
    shown = first_page(front_of(blocks).kind)
    for block in blocks:
        if isinstance(block, Goals):
            lines += 3 * len(block.rows)
        elif isinstance(block, Findings):
            lines += 2 * len(block.items)
        elif isinstance(block, Front):
            lines += 2 * len(block.notes)
        elif isinstance(block, Sentences) and block.section in shown:
            lines += 2 * len(block.messages)
        elif isinstance(block, Conclusion):
            lines += 6 + len(block.remarks)
        elif isinstance(block, (Options, Matrix)) and block.section in shown:
            lines += 2 * len(block.rows)
    return lines


def front_of(blocks: Iterable[Block]) -> Front:
    """Return the block with title and headline."""
    for block in blocks:
        if isinstance(block, Front):
            return block
    raise InvalidInput("the report has no front: display impact.report.content.front(...) first.")


@lru_cache(maxsize=4)
def template(name: str) -> Template:
    """Return a page template; every value in it is escaped unless it is already HTML."""
    folder = FileSystemLoader(TEMPLATE)
    settings = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    return Environment(loader=folder, undefined=StrictUndefined, **settings).get_template(name)


def _languages(links: Mapping[str, str], language: Language) -> list[tuple[str, str, str | None]]:
    return [
        (code, language.word(f"language-{code}"), links[code] if code != language.code else None)
        for code in LANGUAGES
        if code in links
    ]


def _question(
    section: str, blocks: Sequence[Block], language: Language, writer: HtmlWriter
) -> Section:
    content = [node for b in blocks if b.section == section for node in nodes(b, language)]
    number = QUESTIONS.get(section, "")
    title = language.word(f"question-{section.replace('_', '-')}")
    name = section.replace("_", "-")
    return Section(
        f"q{number or '-' + name}", (title,), Markup(writer.write(tuple(content))), number
    )


def _sections(blocks: Sequence[Block], language: Language, writer: HtmlWriter) -> list[Section]:
    sections: list[Section] = []
    for name in (*CHAPTERS, "annex", "dialogue"):
        chosen = [block for block in blocks if block.section == name]
        if name == "annex":
            chosen += [b for b in blocks if isinstance(b, Changes) and b.rows]
        groups = _areas(chosen, language) if name == "area" else [(name, (), chosen)]
        for anchor, title, members in groups:
            if members:
                heading = title or (language.word(f"section-{name}"),)
                content = _content(members, language, annex=name == "annex")
                sections.append(Section(anchor, heading, Markup(writer.write(content))))
    return sections


def _areas(blocks: list[Block], language: Language) -> list[tuple[str, Text, list[Block]]]:
    """Group blocks of one area under its barometer's heading; what has no heading ends a group."""
    groups: dict[str, list[Block]] = {}
    for position, block in enumerate(blocks):
        name = getattr(block, "area", None) or f"part-{position}"
        if isinstance(block, Multiples):
            name = f"multiples-{block.indicator}"
        if groups and isinstance(block, Sentences | Table) and block.heading is None:
            name = next(reversed(groups))
        groups.setdefault(name, []).append(block)
    return [(f"area-{_anchor(n)}", _title(m, language), m) for n, m in groups.items()]


def _title(members: list[Block], language: Language) -> Text:
    for block in members:
        if isinstance(block, Barometer):
            return language.text(block.heading)
    for block in members:
        if getattr(block, "heading", None) is not None:
            return language.text(block.heading)
    area = getattr(members[0], "area", None)
    return (language.word(f"area-{area.replace('_', '-')}"),) if area else ()


def _content(members: list[Block], language: Language, *, annex: bool) -> tuple[Node, ...]:
    content: list[Node] = []
    for block in members:
        if annex and isinstance(block, Changes):
            title = Heading((language.word("heading-ledger"),), 3)
            content.extend((title, *render_annex.ledger(block, language)))
            continue
        own = list(nodes(block, language))
        heads_section = block is members[0] and not isinstance(block, (Barometer, TrendsBlock))
        if not annex and heads_section and own and isinstance(own[0], Heading):
            own = own[1:]
        content.extend(own)
    return tuple(content)


def _anchor(name: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in name)


def attribution(blocks: Sequence[Block], language: Language) -> list[Text]:
    """Return whom to thank for the figures: untouched values and own calculations apart."""
    kinds: dict[str, set[str]] = {}
    for block in blocks:
        for indicator, kind in _shown(block):
            kinds.setdefault(indicator, set()).add(kind)
    texts: dict[str, Text] = {}
    for kind in ("raw", "processed"):
        for identifier in sorted(kinds):
            given = getattr(names.indicator(identifier).attribution, kind, None)
            if kind in kinds[identifier] and given:
                text = language.own_words(given)
                texts.setdefault(plain(text), text)
    return list(texts.values())


@remembered(256)
def _shown(block: Block) -> frozenset[tuple[str, str]]:
    """Return which indicators a block shows, each with the kind of attribution that is due."""
    return frozenset(
        (number.indicator, "raw" if number.kind == "value" else "processed")
        for _, number in numbers((block,))
        if number.indicator is not None
    )
