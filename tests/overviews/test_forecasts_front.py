"""Forecasts of a whole country: what is forecast, what is not and why, and nothing too early."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from impact import catalogue
from impact.overviews import forecasts, overview, shared_forecasts
from impact.overviews.forecasts import FRAME, HORIZONS, LONG
from impact.planning.forecasts import over_origins

INDICATORS = ("kolada:N15428", "kolada:N17538", "kolada:N17813", "kolada:N07907")


def country(year: int):
    """Return the overview of some Swedish indicators as of a year."""
    return overview(
        SimpleNamespace(
            country="SE", year=year, max_age=5, window=8, minimum_years=5,
            indicators=INDICATORS, peers=None,
        )
    )  # fmt: skip


@pytest.fixture(scope="module")
def ahead():
    return forecasts(country(2024))


def test_every_municipality_with_figures_has_forecasts_or_a_reason(ahead) -> None:
    assert list(ahead.frame.columns) == FRAME
    counted = ahead.counted[ahead.counted["value"].notna()]
    known = set(zip(counted["place"], counted["indicator"], strict=True))
    assert set(zip(ahead.frame["place"], ahead.frame["indicator"], strict=True)) == known
    without = ahead.frame[ahead.frame["horizon"] == 0]
    assert without["central"].isna().all()
    assert without["reason"].isin(["too_few", "break", "old"]).all()
    made = ahead.frame[ahead.frame["horizon"] > 0]
    assert made["central"].notna().all()
    assert (made["points"] >= ahead.minimum).all()
    assert (made["year"] == made["last_year"] + made["horizon"]).all()


def test_longer_horizons_need_longer_series(ahead) -> None:
    made = ahead.frame[ahead.frame["horizon"] > 0]
    longer = made[~made["horizon"].isin(HORIZONS)]
    assert len(longer) and (longer["points"] >= LONG).all()


def test_limits_hold_the_forecast_and_stay_inside_what_can_be(ahead) -> None:
    made = ahead.frame[ahead.frame["lower"].notna()]
    assert ((made["lower"] <= made["central"]) & (made["central"] <= made["upper"])).all()
    assert made["lower"].min() >= 0 and made["upper"].max() <= 100
    assert all(catalogue.indicator(name).unit == "percent" for name in INDICATORS)


def test_ranges_widen_with_the_horizon_and_with_smallness(ahead) -> None:
    made = ahead.frame[(ahead.frame["indicator"] == "kolada:N15428")]
    width = (made["upper"] - made["lower"]).groupby([made["place"], made["horizon"]]).first()
    clipped = set(made[(made["upper"] == 100) | (made["lower"] == 0)]["place"])
    for place, part in width.groupby(level=0):
        if place not in clipped:
            assert (np.diff(part[1:] if part.index[0][1] == 0 else part) >= -1e-9).all()
    small, large = width["SE-2418"][3], width["SE-0180"][3]  # Malå and Stockholm
    assert small > 1.5 * large


def test_the_direction_says_where_the_range_lies(ahead) -> None:
    made = ahead.frame[ahead.frame["lower"].notna()]
    up, down = made["lower"] > made["last_value"], made["upper"] < made["last_value"]
    told = np.select([up, down], ["up", "down"], "unclear")
    assert (made["direction"] == told).all()


def test_what_the_naive_forecast_does_better_is_kept(ahead) -> None:
    table = ahead.backtest.pivot(
        index=["indicator", "horizon"], columns="method", values="mean_absolute_error"
    )
    assert table.loc[("kolada:N07907", 3), "naive"] < table.loc[("kolada:N07907", 3), "combined"]
    assert table.loc[("kolada:N15428", 1), "combined"] < table.loc[("kolada:N15428", 1), "naive"]


def test_errors_are_told_as_they_were_found(ahead) -> None:
    """In the indicator's decimals: two errors that differ by more never look alike."""
    parts = [
        over_origins(part).assign(indicator=name)
        for name, part in ahead.by_origin.groupby("indicator")
    ]
    keys = ["indicator", "horizon", "method"]
    found = pd.concat(parts).set_index(keys)["mean_absolute_error"]
    told = ahead.backtest.set_index(keys)["mean_absolute_error"].sort_index()
    decimals = [catalogue.indicator(name).decimals for name in told.index.get_level_values(0)]
    half = 0.5 * 10.0 ** -np.array(decimals) + 1e-9
    assert (np.abs(told - found.reindex(told.index)) <= half).all()


def test_the_past_does_not_know_the_future() -> None:
    now, then = forecasts(country(2024)), forecasts(country(2019))
    keys = ["indicator", "origin", "horizon", "method"]
    known = now.by_origin[now.by_origin["origin"] + now.by_origin["horizon"] <= 2019]
    both = known.merge(then.by_origin, on=keys, suffixes=("", "_then"))
    assert len(both) == len(then.by_origin) > 50
    # outcomes are shared; ranges use the newest inhabitants, which differ between report years
    errors = both[["mean_absolute_error", "mean_absolute_error_then"]].to_numpy()
    assert errors[:, 0] == pytest.approx(errors[:, 1])
    assert (both["cases"] == both["cases_then"]).all()


def test_ranges_have_held_about_eight_outcomes_in_ten(ahead) -> None:
    ours = ahead.backtest[ahead.backtest["method"] == "combined"]
    shares = ours.set_index(["indicator", "horizon"])["coverage"]
    for name in ("kolada:N15428", "kolada:N17538", "kolada:N17813"):
        assert 0.73 <= shares[name, 1] <= 0.88


def test_municipalities_together_count_each_once(ahead) -> None:
    places = [f"SE-12{number}" for number in (30, 31, 33, 56, 57, 80, 81)]
    table = shared_forecasts(ahead, places)
    assert set(table["indicator"]) == set(INDICATORS)
    assert (table["up"] + table["down"] + table["unclear"] == table["places"]).all()
    mine = ahead.frame[
        ahead.frame["place"].isin(places) & (ahead.frame["horizon"] == 3)
        & (ahead.frame["indicator"] == "kolada:N15428")
    ]  # fmt: skip
    row = table[table["indicator"] == "kolada:N15428"].iloc[0]
    assert row["central"] == pytest.approx(mine["central"].median())
    assert shared_forecasts(ahead, []).empty


def test_nothing_to_forecast_is_no_fault() -> None:
    figures = country(2024)
    bare = SimpleNamespace(
        country="SE", year=2024, max_age=5, minimum_years=5, indicators=(),
        values=figures.values.iloc[:0], breaks=figures.breaks, population=pd.Series(dtype=float),
    )  # fmt: skip
    found = forecasts.__wrapped__(bare)
    assert found.frame.empty and found.backtest.empty
    assert list(found.frame.columns) == FRAME
