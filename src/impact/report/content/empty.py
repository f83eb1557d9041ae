"""The municipality's own words, or the sentence that there are none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from impact.report.blocks import LocalText, Sentences
from impact.report.message import message, words


def local_text(texts: Mapping[str, Any], place: str) -> LocalText | Sentences:
    """Return the municipality's own text, or the sentence that there is none.

    Parameters
    ----------
    texts
        The plan's local texts by place: objects with `text` by language, `author` and `date`.
    place
        Code of the municipality.
    """
    own = texts.get(place)
    if own is None:
        return Sentences(section="local", messages=(message("local-none"),))
    return LocalText(
        section="local",
        text=words(own.text),
        author=words(own.author) if own.author else None,
        date=str(own.date) if own.date else None,
    )
