"""Municipalities that border on one another."""

from __future__ import annotations

import pytest

from impact.errors import UnknownName
from impact.places import name_of, place, places
from impact.places.boundaries import boundaries
from impact.places.members import members_of
from impact.places.neighbours import bordering, neighbours


@pytest.mark.parametrize("country", ["FI", "NO", "SE"])
def test_to_border_on_is_mutual_and_never_on_oneself(country) -> None:
    around = neighbours(country)
    assert set(around) == {one.code for one in places(country)}
    assert all(code in around[other] for code, those in around.items() for other in those)
    assert all(code not in those for code, those in around.items())


@pytest.mark.parametrize(
    ("name", "around"),
    [
        ("Malmö", {"Burlöv", "Staffanstorp", "Svedala", "Vellinge"}),
        ("Helsingfors", {"Esbo", "Vanda", "Sibbo"}),
        ("Grästorp", {"Essunga", "Lidköping", "Trollhättan", "Vara", "Vänersborg"}),
        ("Gotland", set()),
    ],
)
def test_known_neighbours(name, around) -> None:
    found = place(name)
    codes = neighbours(found.country)[found.code]
    assert {name_of(code, "sv") for code in codes} == around


@pytest.mark.parametrize("country", ["FI", "NO", "SE"])
def test_neighbours_share_two_points_of_their_outlines(country) -> None:
    shapes = boundaries(country)
    points = {
        code: {point for polygon in polygons for ring in polygon for point in ring}
        for code, polygons in shapes.items()
    }
    for code, those in neighbours(country).items():
        assert all(len(points[code] & points[other]) >= 2 for other in those)


def test_bordering_leaves_out_those_it_is_asked_about() -> None:
    inside = members_of(["SE-12"])
    around = bordering(inside, "SE")
    assert len(inside) == 33 and not around & set(inside)
    assert {place(code).region for code in around} == {"SE-07", "SE-10", "SE-13"}
    assert bordering([], "SE") == frozenset()


def test_a_country_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownName, match="country"):
        neighbours("DK")


def test_members_are_taken_apart_once_and_in_order() -> None:
    assert members_of(["SE-0680", "SE-09", "SE-0680"]) == ("SE-0680", "SE-0980")
    assert len(members_of(["NO-56"])) == 18
    assert members_of(["FI"]) == tuple(one.code for one in places("FI"))
    with pytest.raises(UnknownName):
        members_of(["SE-99"])
