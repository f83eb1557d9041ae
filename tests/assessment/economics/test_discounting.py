"""Discount factors: shapes and schedules."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.economics.discounting import SHAPES, discount_factors
from impact.errors import InvalidInput, UnknownName

# HM Treasury, The Green Book, annex 6; R greenbook 0.1.1, stpr_schedule.csv
STANDARD = {0: 0.035, 31: 0.030, 76: 0.025, 126: 0.020, 201: 0.015, 301: 0.010}
HEALTH = {0: 0.015, 31: 0.0129, 76: 0.0107, 126: 0.0086, 201: 0.0064, 301: 0.0043}
STREAM = np.array([800, 1000, 1200, 1500, 1800, 2000])


def test_green_book_factors_of_r_greenbook() -> None:
    # R greenbook 0.1.1: gb_discount_factor(76) prints 0.0919 (standard) and 0.3556 (health)
    assert round(discount_factors(76, schedule=STANDARD), 4) == 0.0919
    assert round(discount_factors(76, schedule=HEALTH), 4) == 0.3556
    # its tests: 1, 1 / 1.035, 1 / 1.035^30, then / 1.030, and 1 / (1.035^30 1.030^45) at 75
    found = discount_factors([0, 1, 30, 31, 75], schedule=STANDARD)
    thirty = 1.035**-30
    np.testing.assert_allclose(found, [1, 1 / 1.035, thirty, thirty / 1.03, thirty * 1.03**-45])


def test_a_hundred_years_of_one_as_in_r_greenbook() -> None:
    # R greenbook, test-invariants.R: sum of 1 / cumprod(1 + rates), 30, 45 and 25 years
    rates = [0.035] * 30 + [0.030] * 45 + [0.025] * 25
    benchmark = (1 / np.cumprod(1 + np.array(rates))).sum()
    assert discount_factors(np.arange(1, 101), schedule=STANDARD).sum() == pytest.approx(benchmark)


def test_healthiar_prints_these_discounted_streams() -> None:
    # R healthiar 0.2.4, tests of monetize: rate 0.05, six years, sheets of the University of Porto
    years = np.arange(6)
    printed = {
        "exponential": [800, 952.38, 1088.44, 1295.76, 1480.86, 1567.05],
        "harvey": [800, 965.94, 1135.86, 1399.55, 1660.83, 1828.62],
        "mazur": [800, 952.38, 1090.91, 1304.35, 1500.00, 1600.00],
    }
    for shape, amounts in printed.items():
        found = STREAM * discount_factors(years, 0.05, shape=shape)
        np.testing.assert_allclose(found, amounts, atol=0.005)


def test_healthiar_prints_these_single_factors() -> None:
    # tests of get_discount_factor and discount: 7 per cent, 5 years; 20 000 at 3 per cent, 20 years
    assert discount_factors(5, 0.07) == pytest.approx(0.712986179, abs=1e-9)
    assert round(20_000 * discount_factors(20, 0.03)) == 11_074


def test_halves_lie_on_the_way() -> None:
    found = discount_factors([30, 30.5, 31], schedule=STANDARD)
    assert found[1] == pytest.approx(np.sqrt(found[0] * found[2]))


@given(st.floats(0, 0.2), st.integers(1, 100))
def test_one_band_is_a_rate_and_steps_as_pairs_are_the_same(rate: float, year: int) -> None:
    years = np.arange(year + 1)
    np.testing.assert_allclose(
        discount_factors(years, schedule={0: rate}), discount_factors(years, rate)
    )
    pairs = tuple(STANDARD.items())
    np.testing.assert_array_equal(
        discount_factors(years, schedule=pairs), discount_factors(years, schedule=STANDARD)
    )


@given(st.floats(0.001, 0.2))
def test_factors_fall_and_hyperbolic_ones_fall_less(rate: float) -> None:
    years = np.arange(2, 60)
    found = {shape: discount_factors(years, rate, shape=shape) for shape in SHAPES}
    for factors in found.values():
        assert (np.diff(factors) < 0).all()
        assert (factors < 1).all()
    assert (found["mazur"] > found["exponential"]).all()
    assert (found["harvey"] > found["mazur"]).all()


def test_no_rate_is_no_discounting() -> None:
    for shape in SHAPES:
        np.testing.assert_array_equal(discount_factors(np.arange(50), 0, shape=shape), 1)
    np.testing.assert_array_equal(discount_factors(np.arange(50), schedule={0: 0}), 1)


def test_uncertain_rates_have_draws_first() -> None:
    found = discount_factors(np.arange(4), np.array([[0.02], [np.nan]]))
    assert found.shape == (2, 4)
    assert np.isnan(found[1]).all()
    for shape in SHAPES:
        assert np.isnan(discount_factors(0, np.nan, shape=shape))
    assert np.isnan(discount_factors([1, np.nan], schedule=STANDARD)[1])


def test_impossible_numbers_are_refused_together() -> None:
    with pytest.raises(InvalidInput) as caught:
        discount_factors([-1, 2], 3.5)
    assert len(caught.value.faults) == 2
    assert "not per cent" in str(caught.value)
    with pytest.raises(InvalidInput, match="does not begin with year 0"):
        discount_factors(5, schedule={31: 0.03})
    with pytest.raises(InvalidInput, match="does not begin with year 0"):
        discount_factors(5, schedule={})
    for both in ({}, {"rate": 0.03, "schedule": STANDARD}):
        with pytest.raises(InvalidInput, match="exactly one"):
            discount_factors(5, **both)
    with pytest.raises(InvalidInput, match="no mazur shape"):
        discount_factors(5, schedule=STANDARD, shape="mazur")
    with pytest.raises(UnknownName, match="exponential"):
        discount_factors(5, 0.03, shape="exponental")
