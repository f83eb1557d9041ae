"""Prices of another year, growth and real rates."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.economics.discounting import discount_factors
from impact.assessment.economics.price_year import growth_factors, in_prices_of, real_rate
from impact.errors import InvalidInput

INDEX = {2019: 100.0, 2020: 102.0, 2021: 105.0, 2022: 113.0, 2023: 120.0}
rates = st.floats(-0.1, 0.2)


def test_by_hand() -> None:
    assert in_prices_of(13_000, index=INDEX, from_year=2019, to_year=2023) == pytest.approx(15_600)
    found = in_prices_of([102, 105], index=INDEX, from_year=[2020, 2021], to_year=2019)
    np.testing.assert_allclose(found, [100, 100])


@given(st.floats(-1e6, 1e6), st.sampled_from(sorted(INDEX)), st.sampled_from(sorted(INDEX)))
def test_there_and_back_is_the_same(amount: float, year: int, other: int) -> None:
    # as R greenbook tests gb_rebase
    there = in_prices_of(amount, index=INDEX, from_year=year, to_year=other)
    back = in_prices_of(there, index=INDEX, from_year=other, to_year=year)
    assert back == pytest.approx(amount)
    base = {key: value * 3 for key, value in INDEX.items()}
    assert in_prices_of(amount, index=base, from_year=year, to_year=other) == pytest.approx(there)


def test_draws_first_years_last_and_unknown_stays_unknown() -> None:
    amounts = np.ones((10, 3))
    amounts[0, 0] = np.nan
    found = in_prices_of(amounts, index=INDEX, from_year=[2019, 2021, np.nan], to_year=2023)
    np.testing.assert_allclose(found[1:, :2], np.broadcast_to([1.2, 120 / 105], (9, 2)))
    assert np.isnan(found[0, 0])
    assert np.isnan(found[:, 2]).all()


def test_years_without_an_index_are_all_named() -> None:
    with pytest.raises(InvalidInput) as caught:
        in_prices_of([1, 1], index=INDEX, from_year=[2015, 2020], to_year=2026)
    assert "lacks 2015, 2026. It covers 2019 to 2023." in str(caught.value)
    with pytest.raises(InvalidInput, match="not above 0"):
        in_prices_of(1, index={2019: 0.0}, from_year=2019, to_year=2019)
    with pytest.raises(InvalidInput, match="It is empty"):
        in_prices_of(1, index={}, from_year=2019, to_year=2019)


def test_healthiar_prints_this_inflation_factor() -> None:
    # R healthiar 0.2.4, tests of get_inflation_factor: 2 per cent, 5 years
    assert growth_factors(5, 0.02) == pytest.approx(1.10408080, abs=5e-9)
    assert growth_factors([0, -1], 0.02) == pytest.approx([1, 1 / 1.02])


@given(rates, rates, st.integers(0, 40))
def test_real_and_nominal_discounting_agree(real: float, inflation: float, year: int) -> None:
    nominal = (1 + real) * (1 + inflation) - 1
    assert real_rate(nominal, inflation=inflation) == pytest.approx(real, abs=1e-12)
    if real >= 0 and nominal >= 0:
        grown = growth_factors(year, inflation) * discount_factors(year, nominal)
        assert grown == pytest.approx(discount_factors(year, max(real, 0)))


def test_rates_in_per_cent_are_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        real_rate(5, inflation=-2)
    assert len(caught.value.faults) == 2
    with pytest.raises(InvalidInput, match=r"0\.02 is 2 per cent"):
        growth_factors(5, 2)
