"""The embedded figures: what was counted in the sources, and the traps found in them."""

from __future__ import annotations

import pandas as pd
import pytest

from impact.catalogue import indicator
from impact.places import changes, is_known, place, places
from impact.store import COLUMNS, load, peers, snapshots, verify
from impact.store.validate import check

ALL = [one for one in snapshots() if one.source != "local"]


def by_year(indicator: str, code: str) -> pd.Series:
    return load(indicator, places=code).set_index("year")["value"]


def test_every_snapshot_is_as_it_was_written_and_all_are_about_two_megabytes() -> None:
    assert len(ALL) == 9 <= len(verify())
    size = sum(path.stat().st_size for one in ALL for path in one.folder.iterdir())
    assert size < 3_000_000


@pytest.mark.parametrize("snapshot", [one for one in ALL if one.indicators], ids=lambda one: one.id)
def test_every_figure_agrees_with_the_catalogue(snapshot) -> None:
    import impact.catalogue

    values = pd.read_parquet(snapshot.path())
    check(values, catalogue=impact.catalogue, vintage=snapshot.vintage)
    assert list(values.columns) == list(COLUMNS)
    assert set(values["source"]) == {snapshot.source}
    assert values["vintage"].max() == snapshot.vintage
    assert (values["status"] != "simulated").all()
    assert all(is_known(code) or changes.is_former(code) for code in values["place"].unique())


@pytest.mark.parametrize(
    ("name", "rows", "indicators"),
    [
        ("kolada-2024-12-12", 160_660, 24),
        ("scb-2020-07-11", 18_549, 3),
        ("skolverket-2026-11-21", 65_250, 5),
        ("sotkanet-2013-09-08", 194_476, 38),
        ("statfin-2026-04-02", 7_107, 1),
        ("ssb-2026-11-21", 282_672, 1),
        ("udir-2026-11-21", 2_352, 1),
        ("telemark-2026-11-21", 2_314, 17),
    ],
)
def test_no_row_was_lost(name, rows, indicators) -> None:
    found = next(one for one in ALL if one.id == name)
    assert found.files["values.parquet"]["rows"] == rows
    assert len(found.indicators) == indicators


def test_grades_one_to_nine_add_up_to_the_total_in_4350_municipality_years() -> None:
    pupils = load("skolverket:pupils", groups=None)
    wide = pupils.pivot(index=["place", "year"], columns="group", values="value")
    grades = wide[[f"grade:{grade}" for grade in range(1, 10)]].sum(axis=1)
    assert len(wide) == 4_350
    assert (grades == wide["total"]).all()


def test_skane_had_16948_pupils_in_grade_nine_in_autumn_2023() -> None:
    """Counted from Skolverket's school units: 14,538 in 2009 and 16,948 in 2023."""
    members = [one.code for one in places(region="SE-12")]
    grade = load("skolverket:pupils", places=members, groups=["grade:9"])
    sums = grade.groupby("year")["value"].sum()
    assert (sums[2009], sums[2014], sums[2019], sums[2023]) == (14_538, 12_800, 15_177, 16_948)


def test_norwegian_population_on_1_january_2024_is_the_official_one() -> None:
    """Statistics Norway, table 07459: Norway 5,550,203, Oslo 717,710."""
    population = load("ssb:population", years=[2024], groups=None)
    total = population[population["group"] == "total"].set_index("place")["value"]
    assert total.sum() == 5_550_203
    assert total["NO-0301"] == 717_710
    ages = population[population["group"] != "total"].groupby("place")["value"].sum()
    assert (ages == total).all()
    assert population["group"].nunique() == 36


def test_norwegian_population_has_its_known_gap() -> None:
    years = load("ssb:population").groupby("place")["year"].min()
    assert set(years[years > 2005].index) == {"NO-1160", "NO-1576"}


def test_finnish_population_is_the_official_one() -> None:
    """Statistics Finland: 5,533,793 on 31 December 2020 and 5,563,970 on 31 December 2022."""
    population = load("statfin:population")
    sums = population.groupby("year")["value"].sum()
    assert (sums[2020], sums[2022]) == (5_533_793, 5_563_970)
    assert population["place"].nunique() == 308


def test_helsinki_had_595384_inhabitants_in_2011() -> None:
    assert by_year("sotkanet:127", "FI-091")[2011] == 595_384


def test_projections_of_2012_for_2020_missed_by_a_median_of_5_6_percent() -> None:
    """Research notes: median absolute error 5.6 %, bias +5.0 %, Helsinki -1.5 %, 309 codes."""
    miss = projection_miss(codes="published")
    assert len(miss) == 309
    assert miss.abs().median() == pytest.approx(5.6, abs=0.05)
    assert miss.median() == pytest.approx(5.0, abs=0.05)
    assert miss["FI-091"] == pytest.approx(-1.5, abs=0.05)


def test_projections_missed_by_5_3_percent_once_merged_municipalities_are_added_up() -> None:
    """Part of the 5.6 % are codes whose municipality grew by a merger after the projection."""
    miss = projection_miss(codes="current")
    assert len(miss) == 308
    assert miss.abs().median() == pytest.approx(5.34, abs=0.01)


def projection_miss(codes: str) -> pd.Series:
    made = load("sotkanet:733", codes=codes).set_index("place")["value"]
    came = load("statfin:population", years=[2020], codes=codes).set_index("place")["value"]
    return (100 * (made / came - 1)).dropna()


def test_tertiary_education_doubles_in_1998_by_definition() -> None:
    """Research notes: the median municipality rises 1.89-fold from 1997 to 1998."""
    found = load("sotkanet:3195", codes="published")
    medians = found.groupby("year")["value"].median()
    growth = (medians / medians.shift()).dropna()
    assert growth[1998] == pytest.approx(1.89, abs=0.005)
    assert growth.drop(1998).max() < 1.1
    assert any(
        one.effect == "break" and one.year == 1998 for one in indicator("sotkanet:3195").breaks
    )


def test_library_activities_halve_in_the_pandemic() -> None:
    wide = load("kolada:N09805").pivot(index="place", columns="year", values="value")
    assert wide[2020].median() / wide[2019].median() == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize("name", ["kolada:U07417", "kolada:U07452"])
def test_key_figures_that_changed_scale_come_from_one_reading_only(name) -> None:
    found = load(name)
    assert set(found["vintage"]) == {"2024-12-12"}
    medians = found.groupby("year")["value"].median()
    assert (medians / medians.shift()).dropna().between(0.5, 2).all()


def test_every_place_has_figures_of_its_country() -> None:
    for country, name in (
        ("SE", "kolada:N15428"),
        ("FI", "statfin:population"),
        ("NO", "ssb:population"),
    ):
        codes = {one.code for one in places(country)}
        assert set(load(name)["place"]) == codes


def test_sotkanet_is_on_borders_of_2013_and_shown_on_those_of_today() -> None:
    published = load("sotkanet:127", codes="published", years=[2012])
    current = load("sotkanet:127", years=[2012])
    assert (published["place"].nunique(), current["place"].nunique()) == (320, 308)
    assert current["value"].sum() == published["value"].sum()
    rate = load("sotkanet:3219", years=[2011])
    assert "FI-297" not in set(rate["place"]) and rate["place"].nunique() == 297


def test_every_snapshot_of_finland_before_2013_is_marked_historical() -> None:
    sotkanet = next(one for one in ALL if one.source == "sotkanet")
    assert all(indicator(name).historical for name in sotkanet.indicators)
    assert "Historical" in sotkanet.note


def test_points_stand_once_for_each_place_and_year() -> None:
    points = load("udir:grunnskolepoeng")
    assert not points.duplicated(["place", "year"]).any()
    asker = points[points["place"] == "NO-3203"].set_index("year")
    expected = (42.9 * 746 + 42.4 * 298 + 41.5 * 109) / (746 + 298 + 109)
    assert asker["value"][2016] == pytest.approx(expected)
    assert asker["denominator"][2016] == 746 + 298 + 109
    assert set(points[points["place"] == "NO-1508"]["year"]) == set()


def test_points_of_the_whole_country_are_the_published_ones() -> None:
    """Udir: 41.2 in spring 2016 and 43.3 in spring 2021, weighted by pupils."""
    points = load("udir:grunnskolepoeng", codes="published")
    mean = (
        points.assign(sum=points["value"] * points["denominator"])
        .groupby("year")[["sum", "denominator"]]
        .sum()
    )
    national = mean["sum"] / mean["denominator"]
    assert national[2016] == pytest.approx(41.2, abs=0.1)
    assert national[2021] == pytest.approx(43.3, abs=0.1)


def test_telemark_has_its_municipalities_its_county_and_the_country() -> None:
    found = load("telemark:grunnskolepoeng_3yr", level="all")
    members = {one.code for one in places(region="NO-40")}
    assert set(found["place"]) == members | {"NO-40", "NO"}
    coverage = load("telemark:kindergarten_coverage_pct", level="country")
    assert len(coverage) == 6 and set(coverage["place"]) == {"NO"}


def test_peers_hold_municipalities_only() -> None:
    found = peers("SE")
    codes = {one.code for one in places("SE")}
    assert set(found["place"]) | set(found["peer"]) <= codes
    assert found["theme"].nunique() == 12
    assert set(found.groupby(["theme", "place"]).size()) == {7}


def test_knivsta_begins_in_2002_when_it_left_uppsala() -> None:
    table = load("scb:population", places=["SE-0330", "SE-0380"], codes="published")
    wide = table.pivot(index="year", columns="place", values="value")
    assert wide["SE-0330"].first_valid_index() == 2002
    assert wide["SE-0380"][2002] < wide["SE-0380"][2001]


def test_under_todays_codes_knivsta_and_uppsala_begin_in_2003() -> None:
    for code in ("SE-0330", "SE-0380"):
        assert by_year("scb:population", code).index.min() == 2003


def test_country_codes_of_places_and_figures_agree() -> None:
    for one in ALL:
        for name in one.indicators:
            assert indicator(name).country in (*one.countries, "any")


def test_place_names_with_every_nordic_letter_are_there() -> None:
    for name in ("Malmö", "Ängelholm", "Åre", "Hämeenlinna", "Tromsø", "Bærum", "Ås"):
        assert place(name).name(place(name).languages[0]) == name
