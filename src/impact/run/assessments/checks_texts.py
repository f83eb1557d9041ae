"""What must hold for the texts of an assessment: signs that can be seen, and not too many."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from impact.run.assessments.checks import Draft, Finding, Place

LONGEST = 4000
LONGEST_NAME = 250
_NAMES = ("title", "name", "outcome", "level", "owner", "payer", "responsible", "case_number")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of the signs after them, so that a page reads otherwise."""


def texts(draft: Draft) -> Iterator[Finding]:
    """Yield texts with signs nobody sees, and texts too long for a page."""
    for place, text in _strings(draft.data, ()):
        hidden = next((sign for sign in text if _is_hidden(sign)), None)
        if hidden is not None:
            problem = f"it holds the unseen sign U+{ord(hidden):04X}."
            yield Finding(place, problem, "Write the text anew without it.")
        most = LONGEST_NAME if set(place) & set(_NAMES) else LONGEST
        if len(text) > most:
            problem = f"it has {len(text)} signs; a page has room for {most} here."
            yield Finding(place, problem, "Shorten it, or name where the rest can be read.")


def _strings(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _strings(one, (*place, key))
    elif isinstance(value, list | tuple):
        for position, one in enumerate(value):
            yield from _strings(one, (*place, position))


def _is_hidden(sign: str) -> bool:
    return sign in _TURNING or (unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t")
