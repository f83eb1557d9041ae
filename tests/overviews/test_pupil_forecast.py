"""Pupils of the coming years on the real figures: shapes, sums, limits, and no look ahead."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from impact import places, store
from impact.errors import NoFigures
from impact.overviews import pupil_forecast
from impact.overviews.pupils.cohorts import counted_cohorts
from impact.planning import pupils

MALMO, OSLO = "SE-1280", "NO-0301"


def forecast(country: str, year: int):
    return pupil_forecast(SimpleNamespace(country=country, year=year))


@pytest.fixture(scope="module")
def sweden():
    return forecast("SE", 2024)


@pytest.fixture(scope="module")
def norway():
    return forecast("NO", 2026)


def cell(table: pd.DataFrame, **wanted: object) -> pd.Series:
    for column, value in wanted.items():
        table = table[table[column] == value]
    assert len(table) == 1
    return table.iloc[0]


def test_counted_rows_are_the_figures_as_stored(sweden) -> None:
    stored = store.load("skolverket:pupils", country="SE", places=MALMO, groups=["grade:9"])
    counted = sweden.frame[
        (sweden.frame["place"] == MALMO)
        & (sweden.frame["grade"] == 9)
        & (sweden.frame["scenario"] == "counted")
    ]
    assert counted["pupils"].tolist() == stored.sort_values("year")["value"].tolist()
    assert counted["year"].tolist() == sorted(stored["year"])
    assert (counted["horizon"] == counted["year"] - 2023).all()
    assert counted["lower"].isna().all()


def test_nobody_moves_is_today_one_grade_up(sweden) -> None:
    frame = sweden.frame[sweden.frame["place"] == MALMO]
    for ahead in (1, 4, 9):
        now = cell(frame, year=2023, grade=9 - ahead, scenario="counted")["pupils"]
        later = cell(frame, year=2023 + ahead, grade=9, scenario="no_migration")["pupils"]
        assert later == now


def test_every_place_grade_year_and_scenario_is_there_once(sweden) -> None:
    ahead = sweden.frame[sweden.frame["horizon"] > 0]
    assert len(ahead) == 290 * 10 * 9 * 3
    assert not ahead.duplicated(["place", "grade", "year", "scenario"]).any()
    central = ahead[ahead["scenario"] == "central"]
    assert central[["pupils", "lower", "upper"]].notna().all().all()
    assert (central["lower"] <= central["pupils"]).all()
    assert (central["pupils"] < central["upper"]).all()
    assert ahead[ahead["scenario"] != "central"]["lower"].isna().all()


def test_groups_are_the_sums_of_their_grades(sweden) -> None:
    grades = sweden.frame[(sweden.frame["place"] == MALMO) & sweden.frame["grade"].between(4, 6)]
    summed = grades.groupby(["year", "scenario"])["pupils"].sum()
    rows = sweden.of(MALMO)
    rows = rows[rows["group"] == "grades:4-6"].set_index(["year", "scenario"])["pupils"]
    assert np.allclose(rows.sort_index(), summed.sort_index())


def test_those_who_have_not_begun_are_marked(sweden, norway) -> None:
    frame = sweden.frame[sweden.frame["horizon"] > 0]
    assert (frame["beginners"] == (frame["horizon"] > frame["grade"])).all()
    frame = norway.frame[norway.frame["horizon"] > 0]
    assert (frame["beginners"] == (frame["horizon"] > frame["grade"] + 5)).all()


def test_a_region_is_its_places_together_and_less_certain_than_by_chance(sweden) -> None:
    skane = places.region("SE-12").members
    total = sweden.region(skane)
    one = cell(total, group="grade:9", year=2026, scenario="central")
    rows = sweden.groups[
        sweden.groups["place"].isin(skane)
        & (sweden.groups["group"] == "grade:9")
        & (sweden.groups["year"] == 2026)
        & (sweden.groups["scenario"] == "central")
    ]
    assert one["pupils"] == pytest.approx(rows["pupils"].sum())
    half = np.log(rows["upper"] / rows["pupils"])
    independent = np.sqrt(((rows["pupils"] * half) ** 2).sum()) / rows["pupils"].sum()
    assert np.log(one["upper"] / one["pupils"]) > 2 * independent
    assert np.log(one["upper"] / one["pupils"]) < half.max()


def test_draws_have_the_spread_of_the_limits(sweden) -> None:
    codes, drawn = sweden.draws(9, 2026, 20_000, 5)
    assert len(codes) == 290
    central = sweden.frame[
        (sweden.frame["grade"] == 9)
        & (sweden.frame["year"] == 2026)
        & (sweden.frame["scenario"] == "central")
    ].set_index("place")
    low, middle, high = np.quantile(drawn, [0.1, 0.5, 0.9], axis=0)
    expected = central.loc[list(codes)]
    assert np.allclose(middle, expected["pupils"], rtol=0.01)
    assert np.allclose(low, expected["lower"], rtol=0.02, atol=1)
    assert np.allclose(high, expected["upper"], rtol=0.02, atol=1)
    skane = [at for at, code in enumerate(codes) if code.startswith("SE-12")]
    limits = cell(
        sweden.region(places.region("SE-12").members),
        group="grade:9",
        year=2026,
        scenario="central",
    )
    found = np.quantile(drawn[:, skane].sum(axis=1), [0.1, 0.9])
    assert np.allclose(found, [limits["lower"], limits["upper"]], rtol=0.01)


def test_groups_can_be_drawn_and_unknown_years_cannot(sweden) -> None:
    assert sweden.draws("grades:7-9", 2030, 3, 1)[1].shape == (3, 290)
    for grade, year in ((10, 2026), (9, 2023), (9, 2033), ("grades:1-2", 2026)):
        with pytest.raises(NoFigures):
            sweden.draws(grade, year, 3, 1)


def test_a_report_of_an_earlier_year_knows_nothing_newer(sweden) -> None:
    earlier = forecast("SE", 2018)
    assert earlier.origin == 2018
    assert earlier.frame[earlier.frame["scenario"] == "counted"]["year"].max() == 2018
    cohorts = counted_cohorts("SE", 2024)
    kept = cohorts.counts[:, cohorts.years <= 2018]
    made = pupils.projected(kept, 9)
    central = earlier.frame[
        (earlier.frame["scenario"] == "central") & (earlier.frame["place"] == MALMO)
    ]
    table = central.pivot(index="year", columns="grade", values="pupils")
    assert np.allclose(table, made[cohorts.places.index(MALMO)])
    assert (earlier.by_origin["origin"] + earlier.by_origin["horizon"]).max() == 2018


@pytest.mark.parametrize("year", [2012, 2013])
def test_a_few_years_are_enough_for_a_forecast_with_limits(year: int) -> None:
    found = forecast("SE", year)
    central = found.frame[found.frame["scenario"] == "central"]
    assert central["lower"].notna().all()
    assert central.loc[central["horizon"] > 2, "extended"].all()


@pytest.mark.parametrize(("country", "year"), [("FI", 2012), ("SE", 2011), ("SE", 2000)])
def test_without_figures_there_is_nothing_and_it_says_so(country: str, year: int) -> None:
    found = forecast(country, year)
    assert found.origin is None
    assert found.basis == ""
    for table in (found.frame, found.groups, found.backtest, found.by_origin, found.scorecard):
        assert table.empty
        assert len(table.columns) > 4
    assert found.region(("FI-091",)).empty
    with pytest.raises(NoFigures):
        found.draws(9, 2026, 1, 1)


def test_norwegian_children_move_up_by_age(norway) -> None:
    stored = store.load("ssb:population", country="NO", places=OSLO, groups=["age:09"])
    now = stored[stored["year"] == 2026]["value"].item()
    frame = norway.frame[norway.frame["place"] == OSLO]
    assert cell(frame, year=2026, grade=4, scenario="counted")["pupils"] == now
    assert cell(frame, year=2032, grade=10, scenario="no_migration")["pupils"] == now
    assert norway.counted_at == "home"
    assert sorted(norway.frame["grade"].unique()) == list(range(-5, 15))
    rows = norway.of(OSLO)
    whole = cell(rows, group="grades:1-10", year=2030, scenario="central")["pupils"]
    parts = ("grades:1-4", "grades:5-7", "grades:8-10")
    summed = sum(cell(rows, group=part, year=2030, scenario="central")["pupils"] for part in parts)
    assert whole == pytest.approx(summed)


def test_the_scorecard_is_one_places_own_errors(sweden) -> None:
    card = cell(sweden.scorecard, place=MALMO, horizon=7)
    cohorts = counted_cohorts("SE", 2024)
    errors, same = [], []
    for origin in range(2013, 2017):
        known = cohorts.counts[:, cohorts.years <= origin]
        at = cohorts.places.index(MALMO)
        came = cohorts.counts[at, list(cohorts.years).index(origin + 7), 9]
        errors.append(100 * abs(pupils.projected(known, 7)[at, 6, 9] - came) / came)
        same.append(100 * abs(known[at, -1, 9] - came) / came)
    assert card["own_error"] == pytest.approx(np.mean(errors))
    assert card["same_as_today_error"] == pytest.approx(np.mean(same))
    assert card["origins"] == 4


def test_limits_are_whole_persons_around_the_forecast(sweden) -> None:
    central = sweden.frame[sweden.frame["scenario"] == "central"]
    for end in ("lower", "upper"):
        assert (central[end] % 1 == 0).all()
    whole = sweden.region(sweden.places)
    whole = whole[whole["scenario"] == "central"]
    assert (whole["upper"] % 1 == 0).all()
    assert (whole["lower"] < whole["pupils"]).all()


def test_one_corrected_figure_moves_nothing_of_other_places(sweden, monkeypatch) -> None:
    at = sweden.places.index(MALMO)

    def corrected(country: str, year: int):
        cohorts = counted_cohorts(country, year)
        counts = cohorts.counts.copy()
        counts[at, -1, 9] += 4
        return replace(cohorts, counts=counts)

    front = import_module("impact.overviews.pupils.forecast")
    monkeypatch.setattr(front, "counted_cohorts", corrected)
    front._forecast.cache_clear()
    again = forecast("SE", 2024)
    front._forecast.cache_clear()
    own = sweden.groups["place"] == MALMO
    pd.testing.assert_frame_equal(again.groups[~own], sweden.groups[~own])
    assert not again.groups[own].equals(sweden.groups[own])


def test_steps_of_the_spread_move_limits_by_little(sweden) -> None:
    cohorts = counted_cohorts("SE", 2024)
    rolling = pupils.rolling_forecasts(cohorts.counts, cohorts.years, 9).summed([9])
    exact = pupils.spread_known_at(rolling, pupils.CENTRAL, 2023)
    central, deviations, _ = sweden.parts["grade:9"]
    ratio = deviations / pupils.standard_deviations(exact, central)
    assert ratio.min() > 0.94
    assert ratio.max() < 1.06
