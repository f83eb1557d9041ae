"""The one place where the report asks for names of indicators and places."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=4096)
def indicator(identifier: str) -> Any:
    """Return the catalogue's entry of an indicator."""
    from impact import catalogue

    return catalogue.indicator(identifier)


@lru_cache(maxsize=8192)
def place_name(code: str, language: str) -> str:
    """Return the name of a municipality, region or country, always in the nominative."""
    from impact import places

    return places.name_of(code, language)


Point = tuple[float, float]


def boundary(code: str) -> list[list[Point]]:
    """Return the outlines of a municipality as rings of (longitude, latitude); may be empty."""
    from impact.places.boundaries import boundaries

    polygons = boundaries(code.partition("-")[0]).get(code, ())
    return [list(ring) for polygon in polygons for ring in polygon]


def in_language(texts: Any, language: str) -> tuple[str, str]:
    """Return a text and its language: the reader's, else English, else the first there is."""
    if not texts:
        return "", language
    for code in (language, "en"):
        if texts.get(code):
            return texts[code], code
    first = next(iter(texts))
    return texts[first], first or language
