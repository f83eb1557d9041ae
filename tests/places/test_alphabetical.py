"""Alphabetical order as readers of each language know it."""

from __future__ import annotations

from impact.places import alphabetical, name_of


def names(codes: list[str], language: str) -> list[str]:
    return [name_of(code, language) for code in alphabetical(codes)]


def test_swedish_letters_come_after_z_in_their_order():
    found = names(["SE-1880", "SE-2039", "SE-1492", "SE-1286", "SE-0604"], "sv")
    assert found == ["Aneby", "Ystad", "Åmål", "Älvdalen", "Örebro"]


def test_norwegian_letters_come_after_z_in_their_order():
    found = names(["NO-3218", "NO-1508", "NO-1520", "NO-3203"], "nb")
    assert found == ["Asker", "Ørsta", "Ålesund", "Ås"]


def test_the_order_given_does_not_matter():
    codes = ["SE-0604", "SE-0680", "SE-0643"]
    assert alphabetical(codes) == alphabetical(reversed(codes))
    assert names(codes, "sv") == ["Aneby", "Habo", "Jönköping"]
