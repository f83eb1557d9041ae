"""What all methods of `trend` share: words, runs, reasons, and the country's path."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.indicators.trends.gls import slopes
from impact.indicators.trends.trend import METHODS, trend, trend_relative
from impact.verdicts import TREND

RISING = [3.0, 4.1, 3.9, 5.2, 5.0, 6.4, 6.1, 7.3, 7.1, 8.2, 8.0, 9.1]
NAMES = list(METHODS)


def yearly(values, place="SE-0001", **columns: object) -> pd.DataFrame:
    frame = pd.DataFrame({"year": range(2012, 2012 + len(values)), "value": values})
    frame = frame.assign(place=place, lower=frame["value"] - 0.5, upper=frame["value"] + 0.5)
    return frame.assign(**columns)


def only(table: pd.DataFrame) -> pd.Series:
    assert len(table) == 1
    return table.iloc[0]


@pytest.mark.parametrize("method", NAMES)
def test_every_method_gives_slope_limits_and_a_verdict(method):
    row = only(trend(yearly(RISING, good="lower"), method=method, polarity="good"))
    assert row["verdict"] == "worsening"
    assert row["lower"] < row["slope"] < row["upper"]
    assert (row["method"], row["reason"]) == (method, "")
    assert row["last_year"] == 2023


@pytest.mark.parametrize("method", NAMES)
def test_every_method_turns_round_with_time(method):
    up, down = (trend(yearly(part), method=method) for part in (RISING, RISING[::-1]))
    assert only(up)["verdict"] == "increasing"
    assert only(down)["verdict"] == "decreasing"


@pytest.mark.parametrize("method", NAMES)
def test_a_place_that_follows_the_country_has_no_relative_trend(method):
    frame = yearly(RISING, country=np.array(RISING) + 2.5)
    row = only(trend_relative(frame, reference="country", method=method))
    assert (row["verdict"], row["reason"]) == ("no_clear_change", "no_spread")
    assert np.isnan(row["lower"])


@pytest.mark.parametrize("method", NAMES)
def test_runs_end_at_gaps_breaks_and_wide_windows_in_every_method(method):
    breaks = pd.DataFrame({"year": [2021], "effect": ["break"]})
    assert only(trend(yearly(RISING), method=method, breaks=breaks))["reason"] == "break"
    assert only(trend(yearly(RISING).drop(index=9), method=method))["reason"] == "gap"
    wide = trend(yearly(RISING, span=2), method=method, window_years="span")
    assert only(wide)["reason"] == "window"
    empty = only(trend(yearly([np.nan] * 12), method=method))
    assert (empty["verdict"], empty["reason"]) == ("not_calculable", "no_values")


@pytest.mark.parametrize("method", NAMES)
def test_order_of_rows_and_company_change_nothing(method):
    rng = np.random.default_rng(5)
    parts = [yearly(rng.normal(size=size), f"p{size}") for size in (12, 14, 5, 3)]
    together = pd.concat(parts, ignore_index=True)
    alone = pd.concat([trend(part, method=method) for part in parts], ignore_index=True)
    found = trend(together, method=method)
    pd.testing.assert_frame_equal(found, alone, check_dtype=False)
    shuffled = trend(together.sample(frac=1, random_state=1), method=method)
    order = found["place"].tolist()
    again = shuffled.set_index("place").loc[order].reset_index()
    pd.testing.assert_frame_equal(again, found)


def test_an_excluded_year_keeps_its_distance_in_rank_methods():
    wild = list(RISING)
    wild[8] = 99.0
    breaks = pd.DataFrame({"year": [2020], "effect": ["exclude"]})
    row = only(trend(yearly(wild), method="theil_sen", breaks=breaks))
    assert row["years"] == 8
    straight = np.arange(12) * 0.5
    row = only(trend(yearly(straight), method="theil_sen", breaks=breaks))
    assert row["slope"] == pytest.approx(0.5)


def test_ranks_forgive_one_wild_year_and_least_squares_do_not():
    wild = [50.0, 51, 52, 53, 54, 90, 56, 57]
    rank = only(trend(yearly(wild), method="mann_kendall"))
    assert rank["verdict"] == "increasing"
    assert rank["slope"] == pytest.approx(1.0)
    assert only(trend(yearly(wild)))["verdict"] == "no_clear_change"


def test_the_p_for_verdicts_is_the_guarded_one():
    """Score 20 of eight points: 2 x 0.0071 among independent years, 0.070 among waves."""
    values = [1.0, 2, 4, 3, 6, 5, 8, 7]
    row = only(trend(yearly(values), method="mann_kendall"))
    assert row["score"] == 22
    values = [2.0, 1, 4, 3, 6, 5, 8, 7]
    row = only(trend(yearly(values), method="mann_kendall"))
    assert row["score"] == 20
    assert row["p_independent"] == pytest.approx(2 * 0.0071, abs=1e-4)
    assert row["p_value"] == pytest.approx(0.0701, abs=1e-3)
    assert row["verdict"] == "no_clear_change"
    textbook = only(trend(yearly(values), method="mann_kendall", autocorrelation=0.0))
    assert textbook["p_value"] == row["p_independent"]


def test_too_few_points_for_an_interval_say_so():
    row = only(trend(yearly(RISING[:5]), method="theil_sen", confidence=0.998))
    assert (row["reason"], np.isnan(row["lower"])) == ("no_limits", True)
    assert row["slope"] > 0


def test_methods_agree_on_a_smooth_series():
    table = yearly(RISING)
    least = only(trend(table, window=12))["slope"]
    for method in ("mann_kendall", "theil_sen"):
        assert only(trend(table, method=method, window=12))["slope"] == pytest.approx(
            least, rel=0.1
        )


def test_theil_sen_is_mann_kendall_without_the_score():
    one = trend(yearly(RISING), method="mann_kendall")
    two = trend(yearly(RISING), method="theil_sen")
    shared = [name for name in two.columns if name != "method"]
    pd.testing.assert_frame_equal(one[shared], two[shared])
    assert set(one.columns) - set(two.columns) == {"score", "p_independent"}


def test_the_default_is_the_fixed_autocorrelation():
    row = only(trend(yearly(RISING)))
    years = np.arange(2016, 2024)
    assert row["p_value"] == pytest.approx(slopes(np.array([RISING[-8:]]), years)[0, 3])
    assert (row["method"], row["years"]) == ("gls_ar1", 8)
    calm = only(trend(yearly(RISING), autocorrelation=0.0))
    assert calm["p_value"] < row["p_value"]


@pytest.mark.parametrize("method", NAMES)
def test_words_are_those_of_the_closed_set(method):
    rng = np.random.default_rng(6)
    parts = [yearly(rng.normal(size=13).cumsum(), f"p{number}") for number in range(40)]
    assert set(trend(pd.concat(parts), method=method)["verdict"]) <= set(TREND)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"method": "spearman"}, "'spearman' is not one of gls_ar1"),
        ({"autocorrelation": 1.0}, "not from 0 to below 1"),
        ({"minimum": 2}, "not between 3"),
        ({"method": "recent", "lower": "low"}, "'low'"),
    ],
)
def test_wrong_choices_are_refused(options, message):
    with pytest.raises(InvalidInput, match=message):
        trend(yearly(RISING), **options)


@pytest.mark.parametrize("method", NAMES)
def test_an_empty_table_gives_an_empty_result(method):
    assert trend(yearly([]), method=method).empty
