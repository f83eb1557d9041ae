"""The dialogue sheet in one language: what we see, what we cannot know, what we shall do."""

from __future__ import annotations

from impact.report.blocks import Dialogue
from impact.report.language import Language
from impact.report.nodes import Bullets, Form, Heading, Node, Nodes, Paragraph
from impact.report.render_first_page import brief

FUTURE_LINES = 7
VOICE_LINES = 4
ACTION_LINES = 4
ACTION_COLUMNS = ("what", "by-whom", "when", "seen-by")


def dialogue(block: Dialogue, language: Language) -> Nodes:
    """Return the sheet; rooms to write in are labelled `Form`s."""

    def heading(name: str) -> Heading:
        return Heading((language.word(f"dialogue-{name}"),), 3)

    nodes: list[Node] = [Paragraph((language.word("dialogue-purpose"),), "remark")]
    nodes += [heading("seen"), Bullets(tuple(language.text(item) for item in block.seen))]
    nodes += [heading("unknown"), Bullets(tuple(language.text(item) for item in block.unknown))]
    nodes += [heading("questions")]
    nodes += [Bullets(tuple(language.text(item) for item in block.questions), "numbered")]
    nodes += [Form((language.word("dialogue-future"),), FUTURE_LINES)]
    nodes += [heading("who")]
    if block.activities:
        nodes += [Bullets(tuple(brief(row, language) for row in block.activities))]
    columns = tuple((language.word(f"dialogue-{name}"),) for name in ACTION_COLUMNS)
    nodes += [Form((language.word("dialogue-new-actions"),), ACTION_LINES, columns)]
    for voice in ("children", "parents", "associations"):
        nodes += [Form((language.word(f"dialogue-voice-{voice}"),), VOICE_LINES)]
    return tuple(nodes)
