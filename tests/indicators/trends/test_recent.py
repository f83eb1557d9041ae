"""The five-point marker: expectations of the English profiles, other formulas, and its limits."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from impact.errors import InvalidInput
from impact.indicators.trends.recent import recent
from impact.indicators.trends.trend import trend, trend_relative

CALDERDALE = {
    "decreasing": ([621, 599, 556, 535, 447], [3454, 3195, 3256, 3227, 3121]),
    "increasing": ([2157, 2090, 2194, 2134.81, 2094], [3454, 3195, 3256, 3152, 3062]),
    "slowly up": ([8116, 8145, 8222, 8506, 8728], [91530, 91773, 92088, 92238, 92665.89]),
    "no change": ([5405, 5500, 5435, 5480, 5315], [18095, 18170, 18005, 17890, 17860]),
    "falling": ([22435, 22445, 21365, 20955, 19055], [65880, 67900, 68705, 69835, 70910]),
}


def counted(events, persons, **columns: object) -> pd.DataFrame:
    frame = pd.DataFrame({"events": events, "persons": persons})
    return frame.assign(
        place="SE-0001",
        year=range(2010, 2010 + len(frame)),
        value=100 * frame["events"] / frame["persons"],
        **columns,
    )


def marked(frame: pd.DataFrame, **options: object) -> pd.Series:
    counts = {"numerator": "events", "denominator": "persons"}
    return trend(frame, method="recent", **counts, **options).iloc[0]


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        ("decreasing", "decreasing"),
        ("increasing", "increasing"),
        ("slowly up", "increasing"),
        ("no change", "no_clear_change"),
        ("falling", "decreasing"),
    ],
)
def test_markers_are_those_of_fingertips(series, expected):
    """fingertips-open, WhenUsingTrendMarkerCalculator.cs: trend data 1, 2, 3, 5 and 5a."""
    assert marked(counted(*CALDERDALE[series]))["verdict"] == expected


def test_chi_square_of_shares_is_armitages():
    """The formula of the docstring, written out; p of the same test as Cochran and Armitage's."""
    events, persons = (np.array(part, dtype=float) for part in CALDERDALE["decreasing"])
    time, total, whole = np.arange(5), sum(events), sum(persons)
    above = whole * (whole * (events * time).sum() - total * (persons * time).sum()) ** 2
    below = whole * (persons * time**2).sum() - (persons * time).sum() ** 2
    row = marked(counted(events, persons))
    assert row["chi_square"] == pytest.approx(above / (total * (whole - total) * below))
    assert row["p_value"] == pytest.approx(stats.chi2.sf(row["chi_square"], 1))
    slope = np.polyfit(time, 100 * events / persons, 1, w=np.sqrt(persons))[0]
    assert row["slope"] == pytest.approx(slope)


def test_limits_give_a_weighted_slope():
    """Weights by 1 / standard error: numpy.polyfit with the variance known."""
    value, width = np.array([10.0, 11, 11, 12, 14]), np.array([2.0, 1.5, 3, 2, 2.5])
    found = recent(value[None], np.arange(5), width[None], confidence=0.95)[0]
    slope, covariance = np.polyfit(np.arange(5), value, 1, w=3.92 / width, cov="unscaled")
    error = np.sqrt(covariance[0, 0])
    assert found[0] == pytest.approx(slope[0])
    assert (found[2] - found[1]) / 2 / stats.norm.ppf(0.975) == pytest.approx(error)
    assert found[5] == pytest.approx((slope[0] / error) ** 2)


def test_one_wild_point_is_no_trend():
    frame = counted([100, 98, 100, 97, 400], [1000] * 5)
    row = marked(frame)
    assert row["p_value"] < 0.002
    assert not row["same_sign"]
    assert row["verdict"] == "no_clear_change"


def test_a_trend_needs_the_strict_level():
    """A chi-square between 3.84 and 9.5495 is no trend here, by the rule of two in a thousand."""
    row = marked(counted([100, 105, 111, 118, 130], [1000] * 5))
    assert 3.84 < row["chi_square"] < 9.5495
    assert row["verdict"] == "no_clear_change"
    assert row["lower"] > 0


def test_polarity_says_what_it_means():
    frame = counted(*CALDERDALE["falling"], good="lower")
    assert marked(frame, polarity="good")["verdict"] == "improving"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"events": [1, 2, 3, 4, np.nan]}, "no_uncertainty"),
        ({"persons": [10, 10, 0, 10, 10]}, "no_uncertainty"),
        ({"value": [1, 2, 3, np.nan, 4]}, "gap"),
        ({"span": [3] * 5}, "window"),
    ],
)
def test_what_cannot_be_marked_says_why(change, reason):
    frame = counted([1, 2, 3, 4, 5], [10] * 5, span=1).assign(**change)
    row = marked(frame, window_years="span")
    assert (row["verdict"], row["reason"]) == ("not_calculable", reason)
    assert np.isnan(row["slope"])


def test_exactly_the_last_five_years_count():
    long = counted([900, 1, *CALDERDALE["falling"][0]], [1000, 1000, *CALDERDALE["falling"][1]])
    row = marked(long)
    assert (row["years"], row["first_year"]) == (5, 2012)
    assert row["chi_square"] == pytest.approx(marked(counted(*CALDERDALE["falling"]))["chi_square"])
    assert marked(long.iloc[:4])["reason"] == "short"
    for options in ({"window": 8}, {"minimum": 4}):
        with pytest.raises(InvalidInput):
            marked(long, **options)


def test_reversed_years_turn_the_slope_round_and_shares_mirror():
    events, persons = CALDERDALE["falling"]
    one = marked(counted(events, persons))
    back = marked(counted(events[::-1], persons[::-1]))
    rest = marked(counted(np.subtract(persons, events), persons))
    for other in (back, rest):
        assert other["slope"] == pytest.approx(-one["slope"])
        assert other["chi_square"] == pytest.approx(one["chi_square"])


def test_relative_markers_rest_on_limits_and_refuse_counts():
    frame = counted(*CALDERDALE["falling"], reference=34.0)
    frame = frame.assign(lower=frame["value"] - 0.4, upper=frame["value"] + 0.4)
    relative = trend_relative(frame, reference="reference", method="recent").iloc[0]
    assert relative["slope"] == pytest.approx(trend(frame, method="recent").iloc[0]["slope"])
    with pytest.raises(InvalidInput, match="no distance to a reference"):
        trend_relative(frame, reference="reference", method="recent", numerator="events")


def test_nobody_in_any_year_is_no_change():
    row = marked(counted([0] * 5, [100] * 5))
    assert (row["verdict"], row["reason"], row["slope"]) == ("no_clear_change", "no_spread", 0)


@pytest.mark.slow
def test_the_marker_knows_chance_in_counts_but_not_waves():
    """20,000 series of shares of 400 persons without a trend. By counts alone 0.2 % or fewer are
    marked; with a between-year spread of twice the counts' own and autocorrelation 0.5,
    more than 10 %: the reason why reports do not use it."""
    rng = np.random.default_rng(20261121)
    persons, years = np.full((20000, 5), 400), np.arange(5)
    calm = rng.binomial(persons, 0.7)
    wave = rng.standard_normal((20000, 5))
    for at in range(1, 5):
        wave[:, at] = 0.5 * wave[:, at - 1] + np.sqrt(0.75) * wave[:, at]
    wild = rng.binomial(persons, np.clip(0.7 + 2 * np.sqrt(0.21 / 400) * wave, 0, 1))
    share = []
    for events in (calm, wild):
        found = recent(events / 400, years, events.astype(float), persons * 1.0, confidence=0.95)
        share.append(((found[:, 3] < 0.002) & (found[:, 6] == 1)).mean())
    assert share[0] < 0.003
    assert share[1] > 0.10


@pytest.mark.parametrize(("name", "column"), [("numerator", "events"), ("denominator", "persons")])
def test_counts_go_together(name, column):
    """One of them alone was read as the width of the limits."""
    frame = counted([10, 11, 12, 13, 14], [100] * 5)
    with pytest.raises(InvalidInput, match="go together"):
        trend(frame, method="recent", **{name: column})
    with pytest.raises(InvalidInput, match="distance to a reference"):
        trend_relative(frame.assign(all=0.1), reference="all", method="recent", **{name: column})


def test_limits_that_reach_to_infinity_are_no_uncertainty():
    frame = counted([10, 11, 12, 13, 14], [100] * 5).assign(lower=0.0, upper=[1, 1, 1, 1, np.inf])
    out = trend(frame, method="recent").iloc[0]
    assert out["reason"] == "no_uncertainty"
    assert pd.isna(out["same_sign"])
