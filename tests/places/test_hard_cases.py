"""Border changes that go wrong in other systems, one test each, with real figures where held."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.places import changes, places
from impact.places.history import under_current_codes
from impact.store import border_breaks, load

HOW = {"persons": "sum", "share": "rate", "index": "none"}
PUBLISHED_NORWAY = {
    2020: 5_367_580,
    2021: 5_391_369,
    2022: 5_425_270,
    2023: 5_488_984,
    2024: 5_550_203,
    2025: 5_594_340,
}


def cells(*rows: tuple) -> tuple[dict, set]:
    """Put rows of place, indicator, year, value, numerator, denominator under today's codes."""
    full = [(*row, *(np.nan, np.nan)[len(row) - 4 :]) for row in rows]
    names = ["place", "indicator", "year", "value", "numerator", "denominator"]
    frame = pd.DataFrame(full, columns=names).assign(
        group="total", lower=np.nan, upper=np.nan, status="ok", source="test", vintage="2026-01-01"
    )
    frame = frame.astype({"value": float, "numerator": float, "denominator": float})
    values, breaks = under_current_codes(frame, indicators=HOW)
    found = {(row.place, row.year): row.value for row in values.itertuples()}
    assert len(found) == len(values), "a cell stands there twice"
    return found, set(breaks[["place", "year", "reason"]].itertuples(index=False, name=None))


def codes_in(year: int, country: str) -> set[str]:
    return {part for one in places(country) for part in changes.parts(one.code, year)}


def test_baerum_0219_to_3024_to_3201_is_unbroken_in_the_published_points() -> None:
    published = load("udir:grunnskolepoeng", codes="published")
    old = published[published["place"].isin(["NO-0219", "NO-3024"])].set_index("year")
    now = load("udir:grunnskolepoeng", places="NO-3201").set_index("year")
    assert list(now.index) == list(range(2016, 2022))
    assert (now["value"] == old["value"]).all() and (now["denominator"] == old["denominator"]).all()
    assert "NO-3201" not in set(border_breaks("NO")["place"])


def test_baerum_in_one_table_under_all_three_codes_counts_once_a_year() -> None:
    found, breaks = cells(
        *((code, "persons", 2021, 128_233.0) for code in ("NO-0219", "NO-3201", "NO-3024")),
        ("NO-0219", "persons", 2019, 127_731.0),
        ("NO-3201", "persons", 2024, 130_920.0),
    )
    assert {year: value for (_, year), value in found.items()} == {
        2021: 128_233.0,
        2019: 127_731.0,
        2024: 130_920.0,
    }
    assert breaks == set()


def test_alesund_1504_to_1507_to_1508_and_haram_1580_breaks_at_2024() -> None:
    merged = ["NO-1504", "NO-1523", "NO-1529", "NO-1534", "NO-1546"]
    assert changes.parts("NO-1508", 2019) == changes.parts("NO-1580", 2019) == set(merged)
    rows = [(code, "persons", 2019, 10_000.0) for code in merged]
    rows += [("NO-1507", "persons", year, 66_000.0) for year in (2020, 2023)]
    after = {("NO-1508", 2024): 58_506.0, ("NO-1580", 2024): 9_429.0}
    rows += [(place, "persons", year, value) for (place, year), value in after.items()]
    found, breaks = cells(*rows)
    assert found == after
    assert breaks == {("NO-1508", 2024, "split"), ("NO-1580", 2024, "split")}


def test_alesund_and_haram_have_no_published_points_while_they_were_one() -> None:
    for code in ("NO-1508", "NO-1580"):
        assert load("udir:grunnskolepoeng", places=code).empty
    breaks = border_breaks("NO").set_index("place")
    assert breaks.loc[["NO-1508", "NO-1580"], "year"].eq(2024).all()


def test_snillfjord_5012_gives_nothing_to_heim_hitra_and_orkland_in_2019() -> None:
    old = ["NO-1571", "NO-5011", "NO-5012", "NO-5013", "NO-5016", "NO-5023", "NO-5024"]
    found, breaks = cells(*((code, "share", 2019, 50.0, 5, 10) for code in old))
    assert found == {}
    assert breaks == {(code, 2020, "split") for code in ("NO-5055", "NO-5056", "NO-5059")}
    found, _ = cells(("NO-5056", "share", 2020, 40.0, 4, 10))
    assert found == {("NO-5056", 2020): 40.0}


def test_snillfjord_before_trondelag_renumbered_it_is_divided_too() -> None:
    assert changes.successors("NO-1613") == changes.successors("NO-5012")
    found, breaks = cells(
        ("NO-1613", "persons", 2017, 980.0), ("NO-1617", "persons", 2017, 4_600.0)
    )
    assert found == {} and ("NO-5056", 2020, "split") in breaks


def test_tysfjord_1850_breaks_narvik_and_hamaroy_and_no_other() -> None:
    rows = [(f"NO-{code}", "persons", 2019, 100.0) for code in (1805, 1849, 1850, 1854, 1804)]
    found, breaks = cells(*rows)
    assert found == {("NO-1804", 2019): 100.0}
    assert breaks == {("NO-1806", 2020, "split"), ("NO-1875", 2020, "split")}


def test_finnish_mergers_add_up_to_what_the_producer_counted_back_itself() -> None:
    """Sotkanet (borders of 2013) put under today's codes = Statistics Finland (borders of 2022)."""
    ours = load("sotkanet:127")
    theirs = load("statfin:population")
    both = ours.merge(theirs, on=["place", "year"]).dropna(subset=["value_x", "value_y"])
    assert len(both) == 308 * 13
    assert (both["value_x"] == both["value_y"]).all()
    joined = {one.new for one in changes.changes("FI") if one.year > 2013} & set(both["place"])
    assert len(joined) >= 8, "no merged municipality was compared"


@pytest.mark.parametrize(
    ("oldest", "steps", "now"),
    [
        ("FI-842", ["FI-835"], "FI-710"),
        ("FI-184", ["FI-640"], "FI-593"),
        ("FI-479", ["FI-945"], "FI-946"),
        ("FI-772", ["FI-912"], "FI-790"),
    ],
)
def test_finnish_chains_of_mergers_reach_the_municipality_of_today(oldest, steps, now) -> None:
    nearest = {one.old: one for one in changes.changes("FI")}
    chain, code = [], oldest
    while code in nearest:
        code = nearest[code].new
        chain.append(code)
    assert chain == [*steps, now]
    assert changes.successors(oldest) == {now}
    first, second = nearest[oldest].year, nearest[steps[0]].year
    assert oldest in changes.parts(now, first - 1)
    between = changes.parts(now, second - 1)
    assert oldest not in between and steps[0] in between
    assert changes.parts(now, 2026) == {now}


def test_finland_of_2008_needs_every_part_of_the_great_merger_year_2009() -> None:
    """Salo took in nine municipalities on 1 January 2009; one missing part leaves no sum."""
    parts = sorted(changes.parts("FI-734", 2008))
    assert len(parts) == 10 and changes.parts("FI-734", 2009) == {"FI-734"}
    found, breaks = cells(
        *((code, "share", 2008, 10.0, 1, 10 + at) for at, code in enumerate(parts))
    )
    assert found == {("FI-734", 2008): pytest.approx(100 * 10 / sum(range(10, 20)))}
    assert breaks == set()
    found, _ = cells(*((code, "persons", 2008, 10.0) for code in parts[1:]))
    assert np.isnan(found[("FI-734", 2008)])


def test_heby_1917_to_0331_is_a_county_change_that_only_renumbers() -> None:
    """Heby moved from Västmanland to Uppsala county on 1 January 2007 (code 1917, then 0331)."""
    assert changes.parts("SE-0331", 2006) == {"SE-1917"}
    assert changes.parts("SE-0331", 2007) == {"SE-0331"}
    assert changes.whole_since("SE-0331") == 0
    found, breaks = cells(("SE-1917", "index", 2006, 1.0), ("SE-0331", "index", 2007, 2.0))
    assert found == {("SE-0331", 2006): 1.0, ("SE-0331", 2007): 2.0} and breaks == set()


def test_heby_keeps_all_its_years_where_the_producer_uses_the_later_code_throughout() -> None:
    population = load("scb:population", places="SE-0331").set_index("year")["value"]
    assert list(population.index) == list(range(1998, 2020))
    assert (population[2006], population[2007]) == (13_530, 13_492)


def test_knivsta_left_uppsala_in_2003_and_neither_has_earlier_figures() -> None:
    """Uppsala's own code went on; what stood under it was another area."""
    assert changes.parts("SE-0330", 2002) == changes.parts("SE-0380", 2002) == {"SE-0380"}
    assert changes.is_divided("SE-0380", 2002) and not changes.is_divided("SE-0380", 2003)
    assert not changes.is_former("SE-0380")
    found, breaks = cells(
        ("SE-0380", "persons", 2001, 191_110.0),
        ("SE-0380", "persons", 2003, 180_669.0),
        ("SE-0330", "persons", 2003, 12_821.0),
    )
    assert found == {("SE-0380", 2003): 180_669.0, ("SE-0330", 2003): 12_821.0}
    assert breaks == {("SE-0330", 2003, "split"), ("SE-0380", 2003, "split")}


def test_115_municipalities_of_2024_have_a_new_number() -> None:
    """Statistics Norway: 115 got a new number on 1 January 2024; 113 of them are nothing else."""
    kinds = [one.kind for one in changes.changes("NO") if one.year == 2024]
    new = {one.new for one in changes.changes("NO") if one.year == 2024}
    assert len(new) == 115 and kinds.count("renumber") == 113
    olds = [one.old for one in changes.changes("NO") if one.kind == "renumber" and one.year == 2024]
    found, breaks = cells(*((code, "index", 2023, float(at)) for at, code in enumerate(olds)))
    assert len(found) == 113 and breaks == set()
    assert sorted(found.values()) == [float(at) for at in range(113)]


@pytest.mark.parametrize(
    ("code_2019", "code_2020", "now"),
    [
        ("NO-0228", "NO-3027", "NO-3224"),
        ("NO-2012", "NO-5403", "NO-5601"),
        ("NO-1902", "NO-5401", "NO-5501"),
        ("NO-0805", "NO-3806", "NO-4001"),
    ],
)
def test_counties_of_2020_and_their_undoing_in_2024_renumber_only(code_2019, code_2020, now):
    assert changes.parts(now, 2019) == {code_2019}
    assert changes.parts(now, 2020) == changes.parts(now, 2023) == {code_2020}
    found, breaks = cells(
        (code_2019, "index", 2019, 1.0), (code_2020, "index", 2020, 2.0), (now, "index", 2024, 3.0)
    )
    assert found == {(now, 2019): 1.0, (now, 2020): 2.0, (now, 2024): 3.0} and breaks == set()


def test_a_merger_after_a_renumbering_recomputes_the_rate_from_both_steps() -> None:
    """Steinkjer 5006: 1702 and 1724 renumbered 2018 to 5004 and 5039, merged 2020."""
    found, breaks = cells(
        ("NO-1702", "share", 2017, 10.0, 100, 1000),
        ("NO-1724", "share", 2017, 20.0, 20, 100),
        ("NO-5004", "share", 2019, 12.0, 120, 1000),
        ("NO-5039", "share", 2019, 10.0, 10, 100),
        ("NO-5006", "share", 2020, 11.0, 121, 1100),
    )
    assert found == {
        ("NO-5006", 2017): pytest.approx(100 * 120 / 1100),
        ("NO-5006", 2019): pytest.approx(100 * 130 / 1100),
        ("NO-5006", 2020): 11.0,
    }
    assert breaks == set()


@pytest.mark.parametrize(("year", "kept"), [(2019, False), (2020, True), (2021, True)])
def test_the_year_of_the_change_is_already_on_the_new_side(year, kept) -> None:
    found, _ = cells(("NO-5056", "index", year, 1.0))
    assert (("NO-5056", year) in found) is kept


def test_no_pupil_is_lost_between_old_and_new_codes_outside_divided_areas() -> None:
    """Pupils behind the points of 2016-2019; cells with an unknown part are counted out."""
    before = load("udir:grunnskolepoeng", codes="published")
    after = load("udir:grunnskolepoeng")
    for year in range(2016, 2020):
        now = after[(after["year"] == year) & after["denominator"].notna()]
        parts = {part for code in now["place"] for part in changes.parts(code, year)}
        old = before[(before["year"] == year) & before["place"].isin(parts)]
        assert old["denominator"].sum() == now["denominator"].sum() > 50_000, year


def test_norwegian_municipalities_add_up_to_the_country_in_every_year() -> None:
    """Statistics Norway, 1 January. Counting back to the borders of 2024 moved a few persons."""
    sums = load("ssb:population").groupby("year")["value"].sum()
    assert list(sums.index) == list(range(2005, 2027))
    for year, published in PUBLISHED_NORWAY.items():
        assert sums[year] == pytest.approx(published, abs=5), year
    growth = sums.pct_change().drop(2005)
    assert growth[2007:].between(0.003, 0.014).all(), "a municipality is lost or counted twice"


def test_every_undivided_norwegian_person_of_an_old_map_is_found_on_the_new_one() -> None:
    for year in (2016, 2019, 2021):
        codes = sorted(codes_in(year, "NO"))
        found, _ = cells(*((code, "persons", year, 1000.0) for code in codes))
        undivided = [code for code in codes if not _touches_a_split(code, year)]
        assert sum(found.values()) == 1000.0 * len(undivided), year


def _touches_a_split(code: str, year: int) -> bool:
    areas = {part for now in changes.successors(code) for part in changes.parts(now, year)}
    return any(changes.is_divided(part, year) for part in {code, *areas})


@pytest.mark.parametrize("code", ["NO-9999", "NO-30", "SE-1900", "FI-001", "DK-101", "0219"])
def test_a_code_that_never_was_is_refused_by_name(code) -> None:
    """NO-30 (Viken) was a county of 2020-2023: a county's figures cannot be put on today's map."""
    with pytest.raises(InvalidInput) as caught:
        cells((code, "persons", 2015, 1.0), ("NO-0219", "persons", 2015, 2.0))
    assert f"{code}:" in str(caught.value) and "NO-0219:" not in str(caught.value)
