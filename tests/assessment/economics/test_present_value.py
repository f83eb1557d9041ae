"""Present values and equal yearly amounts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.economics.discounting import discount_factors
from impact.assessment.economics.present_value import equivalent_annual_value, present_value
from impact.errors import InvalidInput


def test_greenbook_example_of_an_outlay_and_five_years_of_benefit() -> None:
    # R greenbook, tests of gb_npv and gb_eanc: -100, then 30 a year for five years, 3.5 per cent
    factors = discount_factors(np.arange(6), 0.035)
    net = present_value([-100, 30, 30, 30, 30, 30], factors)
    assert net == pytest.approx(-100 + 30 * (1 - 1.035**-5) / 0.035)
    assert net == pytest.approx(35.45, abs=0.005)
    assert equivalent_annual_value(net, factors[1:]) == pytest.approx(net / factors[1:].sum())


def test_annuity_of_thirty_years_in_closed_form() -> None:
    # R greenbook, test-invariants.R
    factors = discount_factors(np.arange(1, 31), 0.035)
    assert present_value(np.ones(30), factors) == pytest.approx((1 - 1.035**-30) / 0.035)


def test_healthiar_sums_a_stream() -> None:
    # R healthiar 0.2.4, tests of monetize, rate 0.05: the printed years add to 7184.49
    stream = [800, 1000, 1200, 1500, 1800, 2000]
    printed = [800, 952.38, 1088.44, 1295.76, 1480.86, 1567.05]
    factors = discount_factors(np.arange(6), 0.05)
    assert present_value(stream, factors) == pytest.approx(sum(printed), abs=0.02)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30))
def test_no_discounting_is_the_plain_sum(stream: list[float]) -> None:
    found = present_value(stream, discount_factors(np.arange(len(stream)), 0))
    assert found == pytest.approx(sum(stream), abs=1e-6)


@given(st.floats(-1e6, 1e6), st.floats(0, 0.2), st.integers(1, 60))
def test_equal_yearly_amounts_are_worth_as_much(value: float, rate: float, years: int) -> None:
    factors = discount_factors(np.arange(1, years + 1), rate)
    yearly = equivalent_annual_value(value, factors)
    assert present_value(np.full(years, yearly), factors) == pytest.approx(value, abs=1e-6)


def test_draws_and_places_are_kept_and_unknown_years_make_it_unknown() -> None:
    stream = np.ones((100, 3, 5))
    stream[:, 2, 4] = np.nan
    found = present_value(stream, np.ones(5))
    assert found.shape == (100, 3)
    assert (found[:, :2] == 5).all()
    assert np.isnan(found[:, 2]).all()


def test_years_must_agree_and_factors_be_above_nought() -> None:
    with pytest.raises(InvalidInput, match="are 2 years, the stream 3"):
        present_value([1, 2, 3], [1, 0.9])
    with pytest.raises(InvalidInput, match="Years are the last axis"):
        present_value(5.0, 0.9)
    with pytest.raises(InvalidInput, match="below 0"):
        present_value([1, 2], [1, -0.9])
    with pytest.raises(InvalidInput) as caught:
        equivalent_annual_value(np.inf, [1, 0])
    assert len(caught.value.faults) == 2
    with pytest.raises(InvalidInput, match="one factor for each year"):
        equivalent_annual_value(50, 1.0)
