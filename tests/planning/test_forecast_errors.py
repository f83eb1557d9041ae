"""Ranges from pooled errors: scale, quantile, what was known, coverage."""

from __future__ import annotations

import numpy as np
import pytest

from impact.planning.forecasts import (
    backtest,
    combined,
    half_widths,
    inside,
    outcome_errors,
    over_origins,
    pooled_errors,
    runs,
    size_scale,
    usable,
)


def test_the_scale_is_found_when_squares_follow_it_exactly() -> None:
    inverse = 1 / np.array([100.0, 200.0, 400.0, 1000.0])
    counts = np.array([3, 1, 2, 5])
    squares = (4 + 4000 * inverse) * counts
    assert size_scale(squares, counts, inverse) == pytest.approx((4.0, 4000.0))


def test_errors_that_do_not_fall_with_size_have_one_scale() -> None:
    # squares 1 in the smaller and 9 in the larger place: their mean is (1 + 9) / 2
    inverse, once = 1 / np.array([100.0, 1000.0]), np.array([1, 1])
    assert size_scale(np.array([1.0, 9.0]), once, inverse) == pytest.approx((5.0, 0.0))
    assert size_scale(np.zeros(2), once, inverse) == (0.0, 0.0)


def test_many_small_places_do_not_decide_the_range_of_the_large_ones() -> None:
    generator = np.random.default_rng(4)
    sizes = np.r_[np.full(2000, 500.0), np.full(40, 500_000.0)]
    squares = generator.standard_t(4, 2040) ** 2 * (0.25 + 20_000 / sizes)
    constant, slope = size_scale(squares, np.ones(2040, int), 1 / sizes)
    # a variance of t with 4 degrees is 2
    assert constant + slope / 500_000 == pytest.approx(2 * 0.29, rel=0.5)
    assert constant + slope / 500 == pytest.approx(2 * 40.25, rel=0.2)


def test_the_quantile_is_the_one_for_a_finite_number_of_errors() -> None:
    # 39 errors 1 ... 39 of places of one size: rank ceil(40 * .8) = 32; s^2 is their mean square
    errors = np.zeros((39, 2, 1))
    errors[:, 0, 0] = np.arange(1, 40)
    errors[:, 1, 0] = np.nan
    found = pooled_errors(errors, np.full(39, 500.0), (1,), origin=1)
    assert half_widths(found, np.array([500.0]))[0, 0] == pytest.approx(32.0)


def test_the_largest_places_count_as_one_size() -> None:
    sizes = np.r_[np.full(95, 1000.0), 2000.0, 3000.0, 5e4, 5e5, 5e6]
    errors = (
        np.random.default_rng(6).normal(0, 1, (100, 3, 1)) * np.sqrt(1 + 1e4 / sizes)[:, None, None]
    )
    found = pooled_errors(errors, sizes, (1,), origin=3)
    # the 95th percentile of these: position .95 * 99 = 94.05, between 1000 and 2000
    assert found.largest == pytest.approx(1050.0)
    reach = half_widths(found, np.array([500.0, 1050.0, 5e6]))[:, 0]
    assert reach[0] > reach[1] == reach[2]


def test_too_few_errors_give_no_range_and_longer_horizons_are_widened() -> None:
    errors = np.full((40, 6, 2), np.nan)
    errors[:, :3, 0] = np.random.default_rng(1).normal(0, 2, (40, 3))
    found = pooled_errors(errors, np.full(40, 100.0), (1, 4), origin=5)
    reach = half_widths(found, np.array([100.0]))[0]
    assert found.extended.tolist() == [False, True]
    assert reach[1] / reach[0] == pytest.approx(2.0)  # sqrt(4 / 1)
    none = pooled_errors(errors[:5], np.full(5, 100.0), (1, 4), origin=5)
    assert np.isnan(half_widths(none, np.array([100.0]))).all()


def test_only_outcomes_known_at_the_origin_count() -> None:
    errors = np.random.default_rng(2).normal(0, 1, (50, 8, 2))
    later = errors.copy()
    later[:, 4:, 0] *= 100  # a forecast of year 4 one year ahead is known in year 5
    later[:, 3:, 1] *= 100  # two years ahead of year 3 also
    first, second = (
        pooled_errors(one, np.full(50, 10.0), (1, 2), origin=4) for one in (errors, later)
    )
    assert np.array_equal(first.quantile, second.quantile)
    assert np.array_equal(first.constant, second.constant)
    assert first.cases.tolist() == [200, 150]


def test_a_range_is_never_narrower_further_ahead() -> None:
    errors = np.random.default_rng(3).normal(0, [3.0, 1.0], (60, 6, 2))
    found = pooled_errors(errors, np.full(60, 10.0), (1, 2), origin=7)
    reach = half_widths(found, np.array([10.0]))[0]
    assert reach[0] == reach[1] > 2


def test_no_error_is_counted_over_a_break() -> None:
    begins = np.zeros((1, 6), bool)
    begins[0, 3] = True
    series = runs(np.arange(6.0)[None], begins)
    errors = outcome_errors(combined(series, (1, 2)).naive, series.values, series.fresh, (1, 2))
    assert errors[0, :, 0] == pytest.approx([1, 1, np.nan, 1, 1, np.nan], nan_ok=True)
    assert errors[0, :, 1] == pytest.approx([2, np.nan, np.nan, 2, np.nan, np.nan], nan_ok=True)


def test_limits_stay_inside_what_can_be() -> None:
    values = np.array([-3.0, 50.0, 104.0, np.nan])
    assert inside(values, 0, 100, np.array([40.0])) == pytest.approx(
        [0, 50, 100, np.nan], nan_ok=True
    )
    assert inside(values, None, None, np.array([0.0, 4.0]))[0] == 0
    assert inside(values, None, None, np.array([-1.0]))[0] == -3


def test_fewer_points_than_the_minimum_are_not_forecast() -> None:
    series = runs(np.arange(6.0)[None])
    found = usable(combined(series, (1,)).central, series.points, 5)
    assert np.isfinite(found[0, :, 0]).tolist() == [False] * 4 + [True, True]


def test_the_back_test_by_hand() -> None:
    # naive errors of a series that rises by 2 a year: 2 one year ahead, 4 two years ahead
    series = runs(np.tile(10 + 2.0 * np.arange(8), (35, 1)))
    table = backtest(series, combined(series, (1, 2)), np.full(35, 100.0), minimum=5)
    total = over_origins(table).set_index(["method", "horizon"])
    assert total.loc[("naive", 1), "mean_absolute_error"] == pytest.approx(2.0)
    assert total.loc[("naive", 2), "mean_absolute_error"] == pytest.approx(4.0)
    # origins are the 5th to 7th year, the last two years ahead has no outcome
    assert total.loc[("combined", 1), "origins"] == 3
    assert total.loc[("combined", 1), "cases"] == 3 * 35
    assert total.loc[("combined", 2), "cases"] == 2 * 35
    better = total["mean_absolute_error"]
    assert better["combined", 1] < better["naive", 1]


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_ranges_hold_four_outcomes_in_five_in_large_and_small_places(seed: int) -> None:
    generator = np.random.default_rng(seed)
    sizes = np.exp(generator.uniform(np.log(500), np.log(50_000), 300))
    steps = generator.normal(0, np.sqrt(0.5 + 4000 / sizes)[:, None], (300, 16))
    series = runs(60 + np.cumsum(steps, axis=1))
    table = backtest(series, combined(series, (1, 3)), sizes, minimum=5)
    total = over_origins(table)
    share = total[total["method"] == "combined"]["coverage"]
    assert share.between(0.74, 0.86).all()
    for chosen in (sizes < 2000, sizes > 20_000):
        errors = outcome_errors(combined(series, (1,)).central, series.values, series.fresh, (1,))
        known = pooled_errors(errors, sizes, (1,), origin=13)
        reach = half_widths(known, sizes)[chosen, 0]
        held = np.abs(errors[chosen, 14, 0]) <= reach
        assert 0.65 < held.mean() < 0.95
