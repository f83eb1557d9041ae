"""The overview of the real Swedish, Finnish and Norwegian figures."""

from __future__ import annotations

import math
import shutil
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest

from impact import goal_standing, load_plan, overview, places, region_figures, store
from impact.errors import UnknownName
from impact.folders import project_folder
from impact.indicators import false_discovery
from impact.overviews import changes_since
from impact.overviews.model import READ_COLUMNS


@dataclass(frozen=True)
class Asked:
    country: str = "SE"
    year: int = 2024
    max_age: int = 5
    window: int = 8
    minimum_years: int = 5
    indicators: tuple[str, ...] | None = None
    peers: object | None = None


@pytest.fixture(scope="module")
def sweden():
    return overview(load_plan("params/jonkoping.yml"))


def test_newest_values_are_those_of_the_store(sweden) -> None:
    row = sweden.at("SE-0604").latest["kolada:N15428"]
    stored = store.load("kolada:N15428", places=["SE-0604"], years=[2024])
    assert row["value"] == stored["value"].item()
    assert row["year"] == 2024


def test_country_reference_is_the_median_municipality_of_the_same_year(sweden) -> None:
    row = sweden.at("SE-0604").latest["kolada:N15428"]
    stored = store.load("kolada:N15428", country="SE", years=[2024])
    assert row["country_median"] == round(np.median(stored["value"].dropna()), 2)
    own_region = stored[stored["place"].str.startswith("SE-06")]
    assert row["region_median"] == round(np.median(own_region["value"].dropna()), 2)


def test_peers_median_is_that_of_the_seven_official_peers(sweden) -> None:
    here = sweden.at("SE-0604")
    assert len(here.peers) == 7
    stored = store.load("kolada:N15428", places=list(here.peers["peer"]), years=[2024])
    middle = np.median(stored["value"].dropna())
    assert here.latest["kolada:N15428"]["peers_median"] == round(middle, 2)


def test_page_one_is_one_family_and_groups_are_another(sweden) -> None:
    here = sweden.at("SE-1280")
    gaps = here.tests["kind"] == "gap"
    assert gaps.any() and here.tested() == here.tests.loc[~gaps, "p_value"].notna().sum()
    adjusted = false_discovery(here.tests["p_value"], groups=gaps)["adjusted"]
    assert np.allclose(adjusted, here.tests["adjusted"], equal_nan=True)
    assert (here.tests["finding"] == (adjusted <= 0.05)).all()
    claims = {"better", "worse", "improving", "worsening", "higher", "lower"}
    said = here.tests["verdict"].isin(claims)
    assert (said == here.tests["finding"]).all()
    for kind, rows in (("trend", here.trends), ("trend_relative", here.relative)):
        for indicator, row in rows.items():
            test = here.tests[(here.tests["kind"] == kind) & (here.tests["indicator"] == indicator)]
            assert row["verdict"] == test["verdict"].item()


def test_binomial_limits_use_last_autumns_grade_nine(sweden) -> None:
    values = sweden.values
    row = values[
        (values["place"] == "SE-0604")
        & (values["indicator"] == "kolada:N15428")
        & (values["year"] == 2024)
        & (values["group"] == "total")
    ].iloc[0]
    pupils = store.load("skolverket:pupils", places=["SE-0604"], years=[2023], groups=["grade:9"])[
        "value"
    ].item()
    assert row["denominator"] == pupils
    assert row["basis"] == "binomial" and row["approximate"]
    z = 1.959963984540054
    share, persons = row["value"] / 100, row["effective_persons"]
    assert 1.3 < pupils / persons < 1.7
    centre = (share + z**2 / (2 * persons)) / (1 + z**2 / persons)
    assert math.isclose((row["lower"] + row["upper"]) / 200, centre, rel_tol=1e-9)


def test_background_figures_are_shown_but_never_judged(sweden) -> None:
    here = sweden.at("SE-0604")
    assert "scb:population" in here.latest
    assert "scb:population" not in here.compared
    assert here.latest["scb:population"]["verdict"] == "not_comparable"
    assert "scb:population" not in set(here.tests["indicator"])


def test_no_value_is_newer_than_the_report_year() -> None:
    figures = overview(Asked(year=2019))
    assert figures.newest_year == 2019
    assert figures.at("SE-0604").latest["kolada:N15428"]["year"] == 2019


def test_old_values_are_left_out_and_said_to_be() -> None:
    figures = overview(Asked(max_age=1))
    here = figures.at("SE-0604")
    assert "kolada:N02904" not in here.latest
    assert here.omitted["kolada:N02904"] == "too_old:2021"


def test_a_place_without_figures_has_an_empty_part_and_reasons() -> None:
    figures = overview(Asked(country="NO", year=2025, indicators=("telemark:crowded_pct",)))
    here = figures.at("NO-0301")
    assert not here.latest and not here.findings and here.tested() == 0
    assert here.omitted == {"telemark:crowded_pct": "no_figures"}
    assert figures.published == {"telemark:crowded_pct"}


def test_the_published_figure_is_the_reference_where_there_is_one() -> None:
    figures = overview(Asked(country="NO", year=2025, indicators=("telemark:crowded_pct",)))
    row = figures.at("NO-4003").latest["telemark:crowded_pct"]
    own = store.load("telemark:crowded_pct", country="NO", level="country", years=[row["year"]])
    assert row["country_median"] == own["value"].item()
    assert figures.reference_kind("telemark:crowded_pct") == "published"


def test_window_values_are_never_tested_over_time() -> None:
    figures = overview(load_plan("params/telemark.yml"))
    trend = figures.at("NO-4003").trends["telemark:life_expectancy_7yr"]
    assert trend["reason"] == "window" and math.isnan(trend["p_value"])


def test_an_unknown_place_is_named_with_its_neighbours(sweden) -> None:
    with pytest.raises(UnknownName, match="Aneby"):
        sweden.at("Annby")


def test_an_overview_is_made_once_for_all_plans_of_a_country() -> None:
    assert overview(load_plan("params/skane.yml")) is overview(load_plan("params/jonkoping.yml"))


def test_goals_without_an_indicator_are_passed_over(sweden) -> None:
    plan = load_plan("params/jonkoping.yml")
    standing = goal_standing(sweden, plan.goals)
    assert "leadership" in plan.goals and "leadership" not in set(standing["goal"])
    row = standing[(standing["goal"] == "quality") & (standing["place"] == "SE-0604")].iloc[0]
    stored = store.load("kolada:N15428", places=["SE-0604"], years=[2019, 2020, 2021])
    assert math.isclose(row["target"], stored["value"].mean())


def test_a_region_is_told_alphabetically_and_as_one_family(sweden) -> None:
    plan = load_plan("params/jonkoping.yml")
    region = region_figures(sweden, plan)
    names = [places.name_of(code, "sv") for code in region.places]
    assert names[:3] == ["Aneby", "Eksjö", "Gislaved"] and names[-2:] == ["Vetlanda", "Värnamo"]
    newest = region.spread[
        (region.spread["indicator"] == "kolada:N15428") & (region.spread["year"] == 2024)
    ].iloc[0]
    stored = store.load("kolada:N15428", places=list(plan.places), years=[2024])
    low, high = np.quantile(stored["value"], [0.25, 0.75])
    assert math.isclose(newest["spread"], high - low)


def test_without_a_last_report_nothing_is_said_to_have_changed(sweden) -> None:
    assert changes_since(sweden, []) is None
    assert changes_since(sweden, list(sweden.snapshots)).empty
    with pytest.raises(UnknownName, match="snapshot 'kolada-1999-01-01'"):
        changes_since(sweden, ["kolada-1999-01-01"])


def test_one_municipality_alone_is_a_region_without_spread(sweden) -> None:
    plan = load_plan("params/jonkoping.yml", only=["Aneby"])
    region = region_figures(sweden, plan)
    assert region.spread.empty and region.median_trends.empty and not region.spread_trends


def test_a_run_of_years_that_ended_long_ago_is_no_trend(sweden) -> None:
    trend = sweden.at("SE-1761").trends["kolada:N17813"]
    assert trend["last_year"] < 2019
    assert (trend["verdict"], trend["reason"]) == ("not_calculable", "old")
    tested = sweden.trends[sweden.trends["p_value"].notna()]
    assert tested["last_year"].min() >= 2019


def test_the_digest_is_of_what_was_read_not_of_what_was_calculated(sweden) -> None:
    here = sweden.at("SE-0604")
    moved = here.values.assign(lower=here.values["lower"] + 1e-12)
    assert here.digest == store.digest(moved[READ_COLUMNS])
    revised = here.values.assign(value=here.values["value"] + 0.1)
    assert here.digest != store.digest(revised[READ_COLUMNS])


def test_equal_snapshot_names_of_another_project_are_other_figures(tmp_path, monkeypatch) -> None:
    scope = Asked("NO", 2025, indicators=("telemark:thriving_grade10_pct",))
    here = overview(scope)
    for name in ("data", "params", "notebooks"):
        shutil.copytree(project_folder() / name, tmp_path / name)
    monkeypatch.setenv("IMPACT_HOME", str(tmp_path))
    (other,) = [one for one in store.snapshots() if one.source == "telemark"]
    rows = pd.read_parquet(other.path()).drop(columns=["source", "vintage"], errors="ignore")
    rows = rows[rows["indicator"].isin(scope.indicators)]
    shutil.rmtree(other.folder)
    lower = rows.assign(value=rows["value"] - 1)
    store.write(lower, source=other.source, vintage=other.vintage, title=other.title)
    there = overview(scope)
    assert there.snapshots == here.snapshots
    keys = ["place", "year"]
    both = here.latest.merge(there.latest, on=keys)
    assert len(both) and np.allclose(both["value_x"] - 1, both["value_y"])
