"""Municipalities in the alphabetical order of their own language."""

from __future__ import annotations

from collections.abc import Iterable

from impact.places.register import Place, place

LAST_LETTERS = {
    "sv": str.maketrans("åäö", "{|}"),
    "fi": str.maketrans("åäö", "{|}"),
    "nb": str.maketrans("æøå", "{|}"),
}
"""The last letters of each alphabet, put after z in their order."""


def alphabetical(codes: Iterable[str]) -> tuple[str, ...]:
    """Return codes in the alphabetical order of the municipalities' names.

    Parameters
    ----------
    codes
        Codes of municipalities; each is sorted by its name in its first language.
    """
    return tuple(sorted(codes, key=lambda code: _key(place(code))))


def _key(one: Place) -> str:
    language = one.languages[0]
    return one.name(language).casefold().translate(LAST_LETTERS[language])
