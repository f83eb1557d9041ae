"""What every indicator means: unit, direction, certainty, source and words in each language."""

from __future__ import annotations

from impact.catalogue.load import Catalogue, load_catalogue
from impact.catalogue.model import (
    AREAS,
    COUNTRY_LANGUAGES,
    LANGUAGES,
    MULTIPLIERS,
    POLARITIES,
    SHARES,
    UNITS,
    Attribution,
    Break,
    DenominatorReference,
    Indicator,
    SmallNumbers,
    Uncertainty,
)
from impact.folders import data_folder

__all__ = [
    "AREAS",
    "COUNTRY_LANGUAGES",
    "LANGUAGES",
    "MULTIPLIERS",
    "POLARITIES",
    "SHARES",
    "UNITS",
    "Attribution",
    "Break",
    "Catalogue",
    "DenominatorReference",
    "Indicator",
    "SmallNumbers",
    "Uncertainty",
    "indicator",
    "indicators",
    "load_catalogue",
]


def indicator(id: str) -> Indicator:
    """Return one indicator of the project's catalogue.

    Raises
    ------
    UnknownName
        No indicator has this id; the nearest ids are named.
    """
    return load_catalogue(data_folder() / "catalogue").indicator(id)


def indicators(
    country: str | None = None, area: str | None = None, headline: bool | None = None
) -> tuple[Indicator, ...]:
    """Return the indicators of the project's catalogue that fit, ordered by area.

    Parameters
    ----------
    country
        ``SE``, ``FI`` or ``NO``; indicators of country ``any`` fit them all.
    area
        One of `AREAS`.
    headline
        True for those that page one tests, False for the others.
    """
    return load_catalogue(data_folder() / "catalogue").indicators(country, area, headline)
