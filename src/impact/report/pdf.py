"""PDF sheets through Typst: page one as a summary, and the dialogue sheet.

Content travels to Typst as JSON, so no text can become markup. The document's date is the date of
the figures, so the same report always gives the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import matplotlib
import typst

from impact.errors import InvalidInput
from impact.report.blocks import Block, Dialogue
from impact.report.language import Language
from impact.report.nodes import Bullets, Form, Heading, Node, TableCell
from impact.report.page import QUESTIONS, attribution, front_of, masthead
from impact.report.parts import Foreign, Judged, Printed, Strong
from impact.report.render import nodes
from impact.report.render_dialogue import dialogue as dialogue_nodes
from impact.report.sections import first_page

TEMPLATE = Path(__file__).parent / "template"
STANDARD = ["ua-1"]
ENDLESS = re.compile(r"\S{24}(?=\S{16})")
"""Words longer than this may be broken by the typesetter."""
NARROW = ("how", "on_track", "unknown", "monitoring")
"""Sections of page one that stand side by side."""


def summary(blocks: Sequence[Block], language: Language) -> bytes:
    """Return page one as a PDF of exactly one A4 page.

    Parameters
    ----------
    blocks
        The blocks of a notebook, one of them a `Front`.
    language
        The reader's language.
    """
    front = front_of(blocks)
    sections = first_page(front.kind)
    shown = [block for block in blocks if block.section in sections]
    rows: list[list[dict[str, Any]]] = []
    beside = False
    for section in sections[1:]:
        content = [n for b in shown if b.section == section for n in nodes(b, language)]
        if not content:
            continue
        title = language.word(f"question-{section.replace('_', '-')}")
        number = QUESTIONS.get(section, "")
        part = {"number": number, "title": title, "nodes": _data(content)}
        if beside and section in NARROW:
            rows[-1].append(part)
        else:
            rows.append([part])
        beside = section in NARROW
    data = _masthead(blocks, language) | {
        "lead": _data(nodes(front, language)),
        "rows": rows,
        "sources": _plain(tuple(attribution(shown, language))),
        "footer": language.word("footer"),
    }
    return _compile("summary.typ", data)


def dialogue(blocks: Sequence[Block], language: Language) -> bytes:
    """Return the dialogue sheet as a PDF of two A4 pages.

    Raises
    ------
    InvalidInput
        If there is no `Dialogue` among the blocks.
    """
    sheet = next((block for block in blocks if isinstance(block, Dialogue)), None)
    if sheet is None:
        raise InvalidInput("there is no dialogue sheet among the blocks of this report.")
    content = [
        replace(node, level=2) if isinstance(node, Heading) else node
        for node in dialogue_nodes(sheet, language)
    ]
    forms = [node for node in content if isinstance(node, Form)]
    cut = content.index(forms[0])
    future, plan, *voices = [_data([form])[0] for form in forms]
    data = _masthead(blocks, language) | {
        "first": _data(content[:cut]),
        "second": _data(n for n in content[cut:] if isinstance(n, (Heading, Bullets))),
        "future": future,
        "plan": plan,
        "voices": voices,
    }
    data["kicker"] = language.word("dialogue-title")
    return _compile("dialogue.typ", data)


def _masthead(blocks: Sequence[Block], language: Language) -> dict[str, Any]:
    front = front_of(blocks)
    top = masthead(front, language)
    return {
        "language": language.code,
        "title": top["title"],
        "kicker": top["kicker"],
        "subject": _plain(top["name"]),
        "date": front.data_until,
    }


def _data(content: Iterable[Node]) -> list[dict[str, Any]]:
    return [
        {"kind": type(node).__name__}
        | {field.name: _plain(getattr(node, field.name)) for field in fields(node)}
        for node in content
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, Printed):
        return value.text
    if isinstance(value, Judged):
        look = {"symbol": value.symbol, "word": value.word, "tone": value.tone}
        return {"kind": "verdict", **look}
    if isinstance(value, Foreign):
        return {"kind": "foreign", "text": value.text, "language": value.language}
    if isinstance(value, Strong):
        return {"kind": "strong", "parts": _plain(value.parts)}
    if isinstance(value, TableCell):
        return {"text": _plain(value.text), "note": _plain(value.note)}
    if isinstance(value, str):
        return ENDLESS.sub("\\g<0>\u200b", value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """Return Typst's own fonts and the ones matplotlib carries: the same on every machine.

    Notes
    -----
    Only `typst.compile` starts threads, which a forked process would wait for: load the fonts
    before a fork, typeset after it.
    """
    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])


def _compile(template: str, data: dict[str, Any]) -> bytes:
    day = datetime.fromisoformat(data["date"]).replace(tzinfo=UTC)
    return typst.compile(
        TEMPLATE / template,
        root=TEMPLATE,
        font_paths=fonts(),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=STANDARD,
        timestamp=day,
    )
