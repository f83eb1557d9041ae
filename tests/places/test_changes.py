"""Codes over time: which were in force when, and what became of them."""

from __future__ import annotations

import pytest

from impact.errors import UnknownName
from impact.places import changes, places
from impact.places.history import events

CURRENT = [one.code for one in places()]


def test_baerum_was_renumbered_twice() -> None:
    assert changes.parts("NO-3201", 2019) == {"NO-0219"}
    assert changes.parts("NO-3201", 2020) == {"NO-3024"}
    assert changes.parts("NO-3201", 2023) == {"NO-3024"}
    assert changes.parts("NO-3201", 2024) == {"NO-3201"}
    kinds = [one.kind for one in changes.changes("NO") if one.new == "NO-3201"]
    assert kinds == ["renumber", "renumber"]
    assert changes.whole_since("NO-3201") == 0


def test_alesund_and_haram_were_one_from_2020_to_2023() -> None:
    assert changes.parts("NO-1508", 2021) == {"NO-1507"} == changes.parts("NO-1580", 2021)
    assert changes.successors("NO-1507") == {"NO-1508", "NO-1580"}
    assert changes.whole_since("NO-1508") == changes.whole_since("NO-1580") == 2024


@pytest.mark.parametrize("divided", ["NO-5012", "NO-1613", "NO-1850", "NO-1507", "FI-443"])
def test_divided_municipalities_have_several_successors(divided) -> None:
    assert changes.is_divided(divided)
    assert {one.kind for one in changes.changes() if one.old == divided} == {"split"}


def test_merging_and_renumbering_in_steps_is_told_apart() -> None:
    assert changes.parts("NO-5006", 2016) == {"NO-1702", "NO-1724"}
    assert changes.parts("NO-5006", 2018) == {"NO-5004", "NO-5039"}
    assert changes.parts("NO-3903", 2018) == {"NO-0713", "NO-0715"}
    kinds = {one.old: one.kind for one in changes.changes("NO") if one.new == "NO-5006"}
    assert kinds == {
        "NO-1702": "renumber",
        "NO-1724": "renumber",
        "NO-5004": "merge",
        "NO-5039": "merge",
    }
    assert changes.whole_since("NO-5006") == 2020


def test_finnish_mergers_since_2013_lead_to_308_municipalities() -> None:
    merged = [one for one in changes.changes("FI") if one.date > "2013-01-01"]
    assert len(merged) == 12
    assert {one.kind for one in merged} == {"merge"}
    assert 320 - len(merged) == len(places("FI"))
    assert changes.parts("FI-297", 2013) == {"FI-297", "FI-476", "FI-174"}
    assert changes.successors("FI-588") == {"FI-507"}
    assert changes.successors("FI-945") == {"FI-946"}


@pytest.mark.parametrize("year", range(2006, 2027))
def test_every_place_of_today_stands_on_some_code_in_every_year(year) -> None:
    assert all(changes.parts(code, year) for code in CURRENT)


@pytest.mark.parametrize("year", range(2006, 2027))
def test_an_undivided_code_belongs_to_one_place_of_today_only(year) -> None:
    parts = [part for code in CURRENT for part in changes.parts(code, year)]
    undivided = [part for part in parts if not changes.is_divided(part)]
    assert len(undivided) == len(set(undivided))


def test_norway_had_356_municipalities_in_2020_and_422_in_2018() -> None:
    """Numbers of municipalities: Statistics Norway; 422 on 1 January 2018 and 2019, 428 in 2013."""
    for year, count in {2013: 428, 2018: 422, 2019: 422, 2020: 356, 2024: 357}.items():
        codes = {part for one in places("NO") for part in changes.parts(one.code, year)}
        assert len(codes) == count, year


def test_finland_had_320_municipalities_in_2013_and_309_in_2021() -> None:
    for year, count in {2009: 348, 2011: 336, 2013: 320, 2015: 317, 2021: 309, 2025: 308}.items():
        codes = {part for one in places("FI") for part in changes.parts(one.code, year)}
        assert len(codes) == count, year


def test_every_code_of_today_is_its_own_successor() -> None:
    assert all(changes.successors(code) == {code} for code in CURRENT)
    assert not any(changes.is_former(code) for code in CURRENT)
    with pytest.raises(UnknownName):
        changes.successors("SE-9999")


def test_events_are_a_table_with_closed_kinds() -> None:
    for country in ("FI", "NO", "SE"):
        table = events(country)
        assert set(table["kind"]) <= set(changes.KINDS)
        assert list(table.columns[:2]) == ["date", "kind"]
    weights = events("NO").groupby(["old"])["weight"].sum()
    assert ((weights - 1).abs() < 1e-9).all()
