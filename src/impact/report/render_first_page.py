"""Page one in one language: headline, findings, goals, activities, what changed."""

from __future__ import annotations

from impact.report.blocks import (
    Activities,
    ActivityRow,
    Changes,
    Finding,
    Findings,
    Front,
    GoalRow,
    Goals,
    Sentences,
)
from impact.report.language import Language
from impact.report.nodes import (
    Banner,
    Bullets,
    Heading,
    Node,
    Nodes,
    Paragraph,
    TableCell,
    TableNode,
)
from impact.report.parts import Strong, Text


def front(block: Front, language: Language) -> Nodes:
    """Return the headline and the banners under it."""
    banners = tuple(Banner(language.text(note)) for note in block.notes)
    return (Paragraph(_without_name(block, language), "lead"), *banners)


def _without_name(block: Front, language: Language) -> Text:
    """Return the headline without the place's name, which stands above it as the title."""
    text = language.text(block.headline)
    if len(text) < 2 or text[0] != language.place(block.subject.place):
        return text
    rest = text[1]
    if not isinstance(rest, str) or not rest.startswith(": "):
        return text
    rest = rest.removeprefix(": ")
    return (rest[:1].upper() + rest[1:], *text[2:])


def sentences(block: Sentences, language: Language) -> Nodes:
    """Return paragraphs or a list, with a heading when there is one."""
    texts = tuple(language.text(message) for message in block.messages)
    nodes: list[Node] = []
    if block.heading is not None:
        nodes.append(Heading(language.text(block.heading), 3))
    if block.bullets:
        nodes.append(Bullets(texts))
    else:
        nodes.extend(Paragraph(text) for text in texts)
    return (*nodes, *remarks(block.remarks, language))


def findings(block: Findings, language: Language) -> Nodes:
    """Return the findings as a list, or the sentence for none at all."""
    nodes: list[Node] = []
    if block.items:
        items = [
            (language.verdict(item.verdict), " ", *_finding(item, language)) for item in block.items
        ]
        nodes.append(Bullets(tuple(items), "findings"))
    elif block.none is not None:
        nodes.append(Paragraph(language.text(block.none)))
    nodes.extend(remarks(block.remarks, language))
    return tuple(nodes)


def _finding(item: Finding, language: Language) -> Text:
    """Return a finding with its indicator in strong type."""
    text = language.text(item.message)
    name = language.indicator(item.indicator)
    if text[: len(name)] != name:
        return text
    return (Strong(name), *text[len(name) :])


def remarks(messages: tuple, language: Language) -> Nodes:
    """Return small print, one paragraph for all of it."""
    if not messages:
        return ()
    text: list = []
    for position, message in enumerate(messages):
        text.extend(((" ",) if position else ()) + language.text(message))
    return (Paragraph(tuple(text), "remark"),)


def goals(block: Goals, language: Language) -> Nodes:
    """Return the table of goals: now, target, verdict."""
    nodes: list[Node] = []
    if block.rows:
        head = ("goal", "now", "target", "verdict")
        nodes.append(
            TableNode(
                (language.word("table-goals"),),
                tuple((language.word(f"head-{name}"),) for name in head),
                tuple(_goal(row, language) for row in block.rows),
                role="goals",
            )
        )
    nodes.extend(remarks(block.remarks, language))
    return tuple(nodes)


def _goal(row: GoalRow, language: Language) -> tuple[TableCell, ...]:
    now_year = row.now.year if row.now is not None else None
    return (
        TableCell(language.local_words(row.title), _standing(row, language)),
        TableCell(language.parts(row.now), _year(now_year), number=True),
        TableCell(language.parts(row.target), _year(row.target_year), number=True),
        TableCell(
            (language.verdict(row.verdict),),
            language.text(row.reason) if row.reason is not None else (),
        ),
    )


def _standing(row: GoalRow, language: Language) -> Text:
    """Return who decided the goal, what measures it and who decided that."""
    origin = language.word(f"origin-{row.origin}")
    if row.indicator is None or row.measure_origin is None:
        return (origin,)
    name = language.indicator(row.indicator)
    if row.measure_origin == row.origin:
        return (*name, f" · {origin}")
    own = language.word("goal-measure", origin=language.word(f"origin-{row.measure_origin}"))
    return (f"{origin} · ", *name, f" · {own}")


def _year(year: int | None) -> Text:
    return () if year is None else (str(year),)


def brief_activities(block: Activities, language: Language) -> Nodes:
    """Return activities in one line each: title, owner, stage."""
    items = tuple(brief(row, language) for row in block.rows)
    nodes: list[Node] = [Bullets(items)] if items else []
    nodes.extend(remarks(block.remarks, language))
    return tuple(nodes)


def brief(row: ActivityRow, language: Language) -> Text:
    """Return one activity in a line: title, then owner, stage and standing in brackets."""
    tail = [(language.word(f"stage-{row.stage}"),)]
    if row.owner is not None:
        tail.insert(0, language.local_words(row.owner))
    if row.origin != "adopted":
        tail.append((language.word(f"origin-{row.origin}"),))
    text: list = [*language.local_words(row.title), " ("]
    for position, piece in enumerate(tail):
        text.extend(((", ",) if position else ()) + piece)
    return (*text, ")")


def changes(block: Changes, language: Language) -> Nodes:
    """Return what changed since the last report in words."""
    return tuple(Paragraph(language.text(message)) for message in block.messages)
