"""The direction of a series: the fit, the years it uses, and the words it says."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.indicators.trends.trend import slopes, trend, trend_relative
from impact.verdicts import TREND

WALK = [3.0, 4.1, 3.9, 5.2, 5.0, 6.4, 6.1, 7.3]


def series(values, first=2016, place="SE-0001", **columns) -> pd.DataFrame:
    years = range(first, first + len(values))
    return pd.DataFrame({"place": place, "year": years, "value": values}).assign(**columns)


def only(table: pd.DataFrame) -> pd.Series:
    assert len(table) == 1
    return table.iloc[0]


def test_without_autocorrelation_the_slope_is_the_textbook_one():
    """Anscombe (1973), The American Statistician 27, 17-21: slope 0.500, standard error 0.118."""
    points = dict(
        zip(
            [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
            [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68],
            strict=True,
        )
    )
    years = np.array(sorted(points))
    values = np.array([[points[year] for year in years]])
    slope, lower, upper, p_value, _ = slopes(values, years, autocorrelation=0)[0]
    assert slope == pytest.approx(0.500, abs=5e-4)
    assert (upper - lower) / 2 / 2.262157 == pytest.approx(0.118, abs=5e-4)
    assert p_value == pytest.approx(0.00217, abs=5e-6)


@settings(max_examples=30)
@given(
    st.lists(st.floats(-50, 50).map(lambda x: round(x, 3)), min_size=5, max_size=12),
    st.sets(st.integers(2000, 2020), min_size=12, max_size=12),
)
def test_slope_and_limits_agree_with_statsmodels(values, years):
    years = np.array(sorted(years))[: len(values)]
    if np.ptp(values) < 0.01:
        return
    covariance = 0.5 ** np.abs(years[:, None] - years[None, :])
    peer = sm.GLS(values, sm.add_constant(years - years.mean()), covariance).fit()
    ours = slopes(np.array([values]), years)[0]
    assert ours[0] == pytest.approx(peer.params[1], abs=1e-9)
    assert np.allclose(ours[1:3], peer.conf_int()[1], atol=1e-8)
    assert ours[3] == pytest.approx(peer.pvalues[1], abs=1e-8)


@settings(max_examples=30)
@given(st.lists(st.floats(-50, 50).map(lambda x: round(x, 2)), min_size=5, max_size=8))
def test_verdict_p_value_and_limits_never_disagree(values):
    row = only(trend(series(values)))
    assert row["verdict"] in TREND
    assert (row["verdict"] in ("increasing", "decreasing")) == (row["p_value"] < 0.05)
    if row["reason"] == "" and abs(row["p_value"] - 0.05) > 1e-9:
        assert (row["lower"] > 0 or row["upper"] < 0) == (row["p_value"] < 0.05)


@pytest.mark.parametrize(
    ("polarity", "rising", "falling"),
    [
        ("higher", "improving", "worsening"),
        ("lower", "worsening", "improving"),
        ("neutral", "increasing", "decreasing"),
    ],
)
def test_polarity_says_what_is_good(polarity, rising, falling):
    up = trend(series(WALK, polarity=polarity), polarity="polarity")
    down = trend(series(WALK[::-1], polarity=polarity), polarity="polarity")
    assert only(up)["verdict"] == rising
    assert only(down)["verdict"] == falling


def test_the_last_eight_years_are_used():
    row = only(trend(series([90.0, 10.0, 50.0, *WALK], first=2013)))
    assert (row["first_year"], row["last_year"], row["years"]) == (2016, 2023, 8)
    assert row["slope"] == only(trend(series(WALK)))["slope"]


def test_change_is_slope_times_the_years_between_first_and_last():
    row = only(trend(series(WALK, spread=2.0), spread="spread"))
    assert row["change"] == pytest.approx(7 * row["slope"])
    assert row["standardised_effect"] == pytest.approx(row["change"] / 2)


@pytest.mark.parametrize(
    ("values", "reason", "years"),
    [
        ([1.0, 2, 3, 4], "short", 4),
        ([1.0, 2, 3, np.nan, 5, 6, 7, 8], "gap", 4),
        ([np.nan] * 6, "no_values", 0),
        ([1.0, 2, 3, 5, np.nan], "short", 4),
    ],
)
def test_a_series_that_is_too_short_says_why(values, reason, years):
    row = only(trend(series(values)))
    assert row["verdict"] == "not_calculable"
    assert (row["reason"], row["years"]) == (reason, years)
    assert np.isnan(row["p_value"])
    assert np.isnan(row["slope"])


def test_years_without_a_row_are_gaps_too():
    frame = series([1.0, 2, 3, 4, 5, 6, 7, 8]).drop(index=3)
    assert only(trend(frame))["reason"] == "gap"


def test_a_gap_before_five_points_is_harmless():
    row = only(trend(series([9.0, np.nan, 3, 4, 5, 4, 6, 8])))
    assert (row["first_year"], row["years"], row["reason"]) == (2018, 6, "")


def test_a_break_starts_the_series_anew():
    frame = series(WALK, indicator="a")
    breaks = pd.DataFrame({"indicator": ["a"], "year": [2018], "effect": ["break"]})
    row = only(trend(frame, breaks=breaks))
    assert (row["first_year"], row["years"]) == (2018, 6)
    breaks["year"] = 2020
    row = only(trend(frame, breaks=breaks))
    assert (row["verdict"], row["reason"], row["years"]) == ("not_calculable", "break", 4)


def test_a_break_of_another_indicator_or_place_is_none_of_our_business():
    frame = series(WALK, indicator="a")
    other = {"indicator": ["b", "a"], "place": [None, "SE-0002"]}
    breaks = pd.DataFrame({**other, "year": 2020, "effect": "break"})
    assert only(trend(frame, breaks=breaks))["years"] == 8
    breaks.loc[1, "place"] = "SE-0001"
    assert only(trend(frame, breaks=breaks))["reason"] == "break"


def test_an_excluded_year_is_bridged_at_its_true_distance():
    wild = list(WALK)
    wild[4] = 99.0
    breaks = pd.DataFrame({"year": [2020], "effect": ["exclude"]})
    row = only(trend(series(wild), breaks=breaks))
    years = np.array([2016, 2017, 2018, 2019, 2021, 2022, 2023])
    expected = slopes(np.array([[v for v in wild if v != 99.0]]), years)[0]
    assert row["years"] == 7
    assert row["p_value"] == pytest.approx(expected[3])
    gone = series(wild).drop(index=4)
    assert only(trend(gone, breaks=breaks))["p_value"] == pytest.approx(expected[3])


def test_figures_over_several_years_are_not_tested():
    row = only(trend(series(WALK, span=7), window_years="span"))
    assert (row["verdict"], row["reason"]) == ("not_calculable", "window")


def test_equal_points_are_no_clear_change():
    row = only(trend(series([100.0] * 6)))
    assert (row["verdict"], row["reason"]) == ("no_clear_change", "no_spread")
    assert (row["slope"], row["p_value"], row["change"]) == (0, 1, 0)
    assert np.isnan(row["lower"])


def test_a_straight_line_is_a_clear_change():
    row = only(trend(series(list(np.arange(5) * 0.1 + 98.2))))
    assert row["verdict"] == "increasing"
    assert row["p_value"] < 1e-9


@given(st.floats(-1e4, 1e4), st.floats(0.01, 1e3))
def test_moving_and_stretching_the_scale_leaves_the_test_alone(shift, scale):
    row, moved = only(trend(series(WALK))), only(trend(series(np.array(WALK) * scale + shift)))
    assert moved["p_value"] == pytest.approx(row["p_value"], rel=1e-6)
    assert moved["slope"] == pytest.approx(row["slope"] * scale, rel=1e-6, abs=1e-9)


def test_series_do_not_touch_each_other():
    rng = np.random.default_rng(1)
    parts = [
        series(rng.normal(size=size), place=f"p{number}", indicator=name)
        for number, size in enumerate((8, 5, 6, 4))
        for name in ("a", "b")
    ]
    together = trend(pd.concat(parts, ignore_index=True))
    alone = pd.concat([trend(part) for part in parts], ignore_index=True)
    pd.testing.assert_frame_equal(together, alone, check_dtype=False)


def test_relative_trend_is_the_trend_of_the_distance():
    frame = series(WALK, median=np.array(WALK) - 1)
    row = only(trend_relative(frame, reference="median"))
    assert (row["verdict"], row["reason"]) == ("no_clear_change", "no_spread")
    assert only(trend(frame))["verdict"] == "increasing"


def test_two_values_for_one_year_are_refused_by_row():
    frame = pd.concat([series(WALK), series([1.0])], ignore_index=True)
    with pytest.raises(InvalidInput, match=r"(?s)row 0.*row 8"):
        trend(frame)


def test_unknown_words_are_refused():
    with pytest.raises(InvalidInput, match="'up' is not one of"):
        trend(series(WALK, polarity="up"), polarity="polarity")
    breaks = pd.DataFrame({"year": [2020], "effect": ["pause"]})
    with pytest.raises(InvalidInput, match="'pause' is not one of"):
        trend(series(WALK), breaks=breaks)


def test_an_empty_table_gives_an_empty_result():
    assert trend(series([])).empty


@pytest.mark.parametrize("years", [[2000.5, 2001], [np.nan, 2001], [99_990, 99_991]])
def test_years_that_are_none_are_refused(years):
    table = pd.DataFrame({"place": "a", "year": years, "value": [1.0, 2.0]})
    with pytest.raises(InvalidInput, match="not a calendar year"):
        trend(table)


def test_two_directions_in_one_series_are_refused_and_a_missing_one_is_filled():
    table = series([1, 2, 3, 4, 5.5], polarity=["lower", None, "lower", None, None])
    assert only(trend(table, polarity="polarity"))["verdict"] == "worsening"
    with pytest.raises(InvalidInput, match="rest of the series"):
        trend(table.assign(polarity=["lower"] * 4 + ["higher"]), polarity="polarity")


def test_a_window_is_a_whole_number():
    with pytest.raises(InvalidInput, match="whole number"):
        trend(series([1, 2, 3, 4, 5.5]), window=6.5)


def test_an_index_named_like_a_column_changes_nothing():
    table = series([1, 2, 3, 4, 5.5])
    pd.testing.assert_frame_equal(trend(table), trend(table.set_index("place", drop=False)))


def test_an_infinite_value_is_a_gap():
    out = only(trend(series([1, np.inf, 3, 4, 5, 6, 7.5])))
    assert (out["years"], out["first_year"]) == (5, 2018)
