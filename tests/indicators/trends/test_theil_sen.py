"""Theil and Sen's slope: printed examples, other libraries, laws and coverage."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from impact.indicators.trends.theil_sen import limit_rank, theil_sen

numbers = st.lists(st.floats(-50, 50).map(lambda x: round(x, 2)), min_size=5, max_size=12)
NAMES = ("slope", "lower", "upper", "p_value", "spread", "score", "p_independent")


def fit(values, years=None, autocorrelation=0.0, confidence=0.95) -> dict[str, float]:
    years = np.arange(len(values)) if years is None else np.array(years)
    found = theil_sen(
        np.array([values], dtype=float),
        years,
        autocorrelation=autocorrelation,
        confidence=confidence,
    )
    return dict(zip(NAMES, found[0], strict=True))


def test_sens_own_example():
    """Sen (1968), Journal of the American Statistical Association 63, 1379-1389: slope 4, limits
    26/7 and 35/8 (also scipy's test of theilslopes). His 93 per cent are by the normal curve;
    exactly, P(|S| >= 15) among seven points is 0.030 (Kendall's table: 2 x 0.015), so 97."""
    found = fit([9, 15, 19, 20, 45, 55, 78], [1, 2, 3, 4, 10, 12, 18], confidence=0.9697)
    assert found["slope"] == pytest.approx(4)
    assert (found["lower"], found["upper"]) == pytest.approx((26 / 7, 35 / 8))


def test_example_9_1_of_hollander_and_wolfe():
    """Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, example 9.1 (data as in
    the R package NSM3): C = -6; Kendall's table gives 2 x 0.117. Slope by hand: the fifth and
    sixth of ten slopes are -0.0575 and -0.055."""
    found = fit([1.26, 1.27, 1.12, 1.16, 1.03], [1, 2, 3, 4, 5])
    assert found["score"] == -6
    assert found["p_value"] == pytest.approx(2 * 0.117, abs=0.001)
    assert found["slope"] == pytest.approx((-0.0575 - 0.055) / 2)
    assert (found["lower"], found["upper"]) == pytest.approx((-0.15, 0.04))


@given(numbers)
def test_the_slope_is_that_of_scipy(values):
    found = fit(values)
    assert found["slope"] == pytest.approx(stats.theilslopes(values).slope, abs=1e-7)


def test_few_points_have_no_interval_and_say_so():
    assert limit_rank((0, 1, 2, 3), 0.0, 0.95) == 0
    assert limit_rank((0, 1, 2, 3, 4), 0.0, 0.95) == 1
    assert limit_rank((0, 1, 2, 3, 4), 0.0, 0.99) == 0
    assert limit_rank((0, 1, 2, 3, 4), 0.5, 0.95) == 1
    assert limit_rank((0, 1, 2, 3, 4), 0.5, 0.96) == 0
    assert np.isnan(fit([1, 2, 3, 4])["lower"])


@given(numbers, st.sampled_from([0.0, 0.5]))
def test_limits_and_p_value_agree(values, autocorrelation):
    found = fit(values, autocorrelation=autocorrelation)
    if len(set(values)) == len(values) and not np.isnan(found["lower"]):
        outside = found["lower"] > 0 or found["upper"] < 0
        assert outside == (found["p_value"] < 0.05)
    elif found["p_value"] < 0.05:
        assert found["lower"] >= 0 or found["upper"] <= 0


@given(numbers, st.integers(-20, 20))
def test_a_straight_line_added_moves_the_slope_by_its_own(values, drift):
    one = fit(values)
    two = fit(np.array(values) + drift * np.arange(len(values)))
    for name in ("slope", "lower", "upper"):
        assert two[name] == pytest.approx(one[name] + drift, abs=1e-6)


@given(numbers)
def test_reversed_years_turn_the_slope_round(values):
    one, two = fit(values), fit(values[::-1])
    assert two["slope"] == pytest.approx(-one["slope"], abs=1e-9)
    assert two["lower"] == pytest.approx(-one["upper"], abs=1e-9)
    assert two["p_value"] == one["p_value"]


@pytest.mark.slow
@pytest.mark.parametrize("points", range(5, 11))
def test_limits_hold_at_least_what_they_promise(points):
    """40,000 series, slope 0.7. Exact limits of independent years cover 95.4 to 98.3 % (scores
    are whole numbers); the guarded ones at least 94.7 % at autocorrelation 0.5."""
    rng = np.random.default_rng(points)
    years = np.arange(points)
    noise = rng.standard_normal((40000, points))
    promised = 1 - np.array([0.0167, 0.0167, 0.0302, 0.0312, 0.0446, 0.0466])[points - 5]
    for autocorrelation in (0.0, 0.5):
        series = noise.copy()
        for at in range(1, points):
            scale = np.sqrt(1 - autocorrelation**2)
            series[:, at] = autocorrelation * series[:, at - 1] + scale * noise[:, at]
        found = theil_sen(
            series + 0.7 * years, years, autocorrelation=autocorrelation, confidence=0.95
        )
        covered = ((found[:, 1] <= 0.7) & (found[:, 2] >= 0.7)).mean()
        if autocorrelation == 0:
            assert covered == pytest.approx(promised, abs=0.004)
        else:
            assert covered > 0.947
