"""Municipalities, regions and countries: codes, names by language, and changes over time.

`history` (code changes, pandas) and `boundaries` (shapes for maps) are imported by name,
so that looking up a place stays light.
"""

from __future__ import annotations

from impact.places.alphabetical import alphabetical
from impact.places.register import (
    COUNTRIES,
    Place,
    Region,
    country_name,
    country_of,
    is_known,
    level_of,
    name_of,
    place,
    places,
    region,
    regions,
)

__all__ = [
    "COUNTRIES",
    "Place",
    "Region",
    "alphabetical",
    "country_name",
    "country_of",
    "is_known",
    "level_of",
    "name_of",
    "place",
    "places",
    "region",
    "regions",
]
