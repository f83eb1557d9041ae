"""Outlines of municipalities for small maps."""

from __future__ import annotations

import itertools
import math

import pytest

from impact.errors import UnknownName
from impact.places import places
from impact.places.boundaries import aspect, boundaries


@pytest.mark.parametrize("country", ["FI", "NO", "SE"])
def test_every_municipality_of_today_has_an_outline(country) -> None:
    assert set(boundaries(country)) == {one.code for one in places(country)}


@pytest.mark.parametrize("country", ["FI", "NO", "SE"])
def test_rings_are_closed_and_lie_in_the_north(country) -> None:
    for polygons in boundaries(country).values():
        for polygon in polygons:
            for ring in polygon:
                assert len(ring) >= 4 and ring[0] == ring[-1]
                assert all(4 < east < 32 and 55 < north < 72 for east, north in ring)


@pytest.mark.parametrize(
    ("code", "square_kilometres"),
    [("NO-0301", 454), ("SE-2584", 20_551), ("FI-148", 17_334), ("SE-1280", 158)],
)
def test_areas_are_about_the_official_ones(code, square_kilometres) -> None:
    """Official total areas (Kartverket, SCB, National Land Survey of Finland), within 10 %."""
    area = sum(_area(ring) for polygon in boundaries(code[:2])[code] for ring in polygon[:1])
    assert area == pytest.approx(square_kilometres, rel=0.1)


def _area(ring) -> float:
    doubled = sum(x * v - u * y for (x, y), (u, v) in itertools.pairwise(ring))
    return abs(doubled) / 2 * 111.2**2 * math.cos(math.radians(ring[0][1]))


def test_a_merged_municipality_is_drawn_with_its_successor() -> None:
    assert "FI-099" not in boundaries("FI")
    assert len(boundaries("FI")["FI-214"]) == 2


def test_a_degree_north_is_drawn_longer_than_a_degree_east() -> None:
    skane = {code: shape for code, shape in boundaries("SE").items() if code.startswith("SE-12")}
    assert aspect(skane) == pytest.approx(1 / math.cos(math.radians(55.94)), rel=0.01)


def test_an_unknown_country_has_no_outlines() -> None:
    with pytest.raises(UnknownName):
        boundaries("DK")
