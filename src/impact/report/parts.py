"""Pieces of a sentence after it has a language: plain text, figures, verdicts, others' words."""

from __future__ import annotations

from dataclasses import dataclass

from impact.report.message import Number, Verdict


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as the reader sees it, with the figure it came from."""

    text: str
    number: Number


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict as the reader sees it: symbol, word and tone (good, bad, plain or unknown)."""

    symbol: str
    word: str
    tone: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Foreign:
    """Text in another language than the page's; writers mark it with its language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Strong:
    """The part of a sentence the eye should find first."""

    parts: tuple[Part, ...]


Part = str | Printed | Judged | Foreign | Strong
Text = tuple[Part, ...]


def plain(text: Text) -> str:
    """Return the text without marks, for titles and alternative texts."""
    pieces = []
    for part in text:
        if isinstance(part, str):
            pieces.append(part)
        elif isinstance(part, Judged):
            pieces.append(part.word)
        elif isinstance(part, Strong):
            pieces.append(plain(part.parts))
        else:
            pieces.append(part.text)
    return "".join(pieces)
