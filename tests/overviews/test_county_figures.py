"""Counties side by side: weighted by inhabitants, published figures first, never guessed."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from impact import county_figures, load_plan, overview, places, report

ELIGIBLE = "kolada:N15428"
KALMAR = "SE-08"


def asked(plan, **changes):
    return SimpleNamespace(
        **{
            "places": plan.places,
            "units": "county",
            "window": plan.window,
            "minimum_years": plan.minimum_years,
            **changes,
        }
    )


@pytest.fixture(scope="module")
def sweden():
    plan = load_plan("params/sweden.yml")
    return overview(plan), plan


@pytest.fixture(scope="module")
def counties(sweden):
    return county_figures(*sweden)


def test_the_plan_of_sweden_puts_its_counties_side_by_side(counties):
    assert counties.places == tuple(sorted(region.code for region in places.regions("SE")))
    assert len(counties.places) == 21


def test_a_figure_is_the_mean_of_municipalities_by_inhabitants(sweden, counties):
    figures, _ = sweden
    rows = figures.values[
        (figures.values["indicator"] == ELIGIBLE)
        & (figures.values["group"] == "total")
        & (figures.values["year"] == 2023)
        & figures.values["place"].isin(places.region(KALMAR).members)
    ].set_index("place")
    weights = figures.population[rows.index].astype(float)
    by_hand = sum(weights[code] * rows["value"][code] for code in rows.index) / sum(weights)
    squares = [(weights[code] * rows["standard_error"][code]) ** 2 for code in rows.index]
    mine = counties.paths.query("indicator == @ELIGIBLE and year == 2023").set_index("place")
    assert mine["value"][KALMAR] == pytest.approx(by_hand, rel=1e-12)
    assert mine["standard_error"][KALMAR] == pytest.approx(np.sqrt(sum(squares)) / sum(weights))
    assert mine["municipalities"][KALMAR] == len(rows) == 12


def test_a_county_of_one_municipality_has_that_municipalitys_figure(sweden, counties):
    figures, _ = sweden
    gotland = figures.values.query("place == 'SE-0980' and group == 'total' and value.notna()")
    mine = counties.paths.query("place == 'SE-09'")
    both = mine.merge(gotland[["indicator", "year", "value"]], on=["indicator", "year"])
    assert len(both) == len(mine) > 100
    assert np.allclose(both["value_x"], both["value_y"])


def test_order_of_rows_and_one_scale_for_all_inhabitants_change_nothing(sweden, counties):
    figures, plan = sweden
    shuffled = figures.values.sample(frac=1, random_state=7)
    other = county_figures(
        replace(figures, values=shuffled, population=figures.population * 3.0), plan
    )
    columns = ["place", "indicator", "year", "value", "standard_error", "covered"]
    pd.testing.assert_frame_equal(other.paths[columns], counties.paths[columns])


def test_without_figures_for_most_inhabitants_there_is_none(sweden):
    figures, plan = sweden
    kalmar = "SE-0880"
    dropped = figures.values[
        ~((figures.values["place"] == kalmar) & (figures.values["year"] == 2023))
    ]
    found = county_figures(replace(figures, values=dropped), plan).paths
    mine = found[(found["place"] == KALMAR) & (found["indicator"] == ELIGIBLE)]
    assert 2023 not in set(mine["year"]) and 2022 in set(mine["year"])


def test_only_whole_counties_take_part_and_none_where_municipalities_are_the_units(sweden):
    figures, plan = sweden
    half = (*places.region("SE-10").members, *places.region(KALMAR).members[1:])
    assert county_figures(figures, asked(plan, places=half)).places == ("SE-10",)
    nothing = county_figures(figures, asked(plan, units="municipality"))
    assert nothing.places == () and report.counties(nothing, [ELIGIBLE]) == []


def test_what_a_producer_publishes_of_a_county_counts_first_and_is_not_tested():
    plan = load_plan("params/telemark.yml")
    found = county_figures(overview(plan), asked(plan))
    published = found.latest.query("published")
    assert set(published["place"]) == {"NO-40"} and len(published) > 10
    assert published["standard_error"].isna().all()
    assert set(published["verdict"]) == {"not_comparable"}


def test_tests_of_counties_are_one_family(counties):
    clear = counties.latest["verdict"].isin(["better", "worse", "higher", "lower"])
    assert clear.any() and counties.latest.loc[clear, "p_value"].max() < 0.05
    assert (~clear & (counties.latest["p_value"] < 0.05)).any()


def test_the_report_counts_draws_and_lists_them(counties):
    summary, drawing, table = report.counties(counties, [ELIGIBLE, "kolada:nowhere"])
    numbers = dict(summary.messages[0].arguments)
    assert numbers["counties"].value == 21
    assert numbers["tested"].value == counties.latest["p_value"].notna().sum()
    assert [panel.place for panel in drawing.panels] == list(counties.places)
    assert all(panel.country.years for panel in drawing.panels)
    assert len(table.rows) == 21 and drawing.reference == "counties"


@pytest.mark.parametrize("years", [1, 5])
def test_a_producers_first_figures_are_no_change(monkeypatch, counties, years):
    """Kalmar's newest figures published 8 points higher: tested among themselves or not at all."""
    module = import_module("impact.overviews.county_figures")
    mine = counties.paths.query("place == @KALMAR and indicator == @ELIGIBLE").tail(years)
    own = mine.assign(value=mine["value"] + 8, published=True, standard_error=np.nan)
    monkeypatch.setattr(module, "_published", lambda *_: own)
    plan = load_plan("params/sweden.yml")
    found = county_figures(overview(plan), asked(plan))
    path = found.paths.query("place == @KALMAR and indicator == @ELIGIBLE")
    assert path["published"].sum() == years < len(path)
    trend = found.trends.query("place == @KALMAR and indicator == @ELIGIBLE")
    before = counties.trends.query("place == @KALMAR and indicator == @ELIGIBLE")
    assert before["p_value"].notna().all()
    if years == 1:
        assert trend["p_value"].isna().all()
    else:
        assert trend.query("kind == 'trend'")["years"].tolist() == [5]
