"""Years of well-being and their value."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.economics.discounting import discount_factors
from impact.assessment.wellbeing.wellbys import wellby_value, wellbys
from impact.errors import InvalidInput


def test_greenbook_values_five_years_without_discounting() -> None:
    # R greenbook, gb_wellby (tests: 13000 a WELLBY, in proportion to points, persons and years);
    # 1 point, 1 person, 5 years there: 65 000; 0.5 points, 200 persons, 3 years: 300 WELLBYs
    five = wellbys(1, persons=1, factors=np.ones(5))
    assert wellby_value(five, price=13_000) == 65_000
    assert wellbys(0.5, persons=200, factors=discount_factors(range(3), 0)) == 300


def test_discounting_year_by_year_gives_less_than_greenbook() -> None:
    # Difference from the peer, by hand at the Green Book's 1.5 per cent for health, years 0 to 4:
    # 13 000 (1 + 1/1.015 + 1/1.015^2 + 1/1.015^3 + 1/1.015^4)
    five = wellbys(1, persons=1, factors=discount_factors(np.arange(5), 0.015))
    by_hand = 13_000 * (1 - 1.015**-5) / (1 - 1 / 1.015)
    assert wellby_value(five, price=13_000) == pytest.approx(by_hand)
    assert wellby_value(five, price=13_000) == pytest.approx(63_107, abs=1)


@given(st.floats(-10, 10), st.floats(0, 1e6), st.integers(1, 40), st.floats(0, 0.2))
def test_points_and_persons_exchange_and_groups_add_up(
    points: float, persons: float, years: int, rate: float
) -> None:
    factors = discount_factors(np.arange(years), rate)
    whole = wellbys(points, persons=persons, factors=factors)
    assert whole == pytest.approx(points * persons * factors.sum())
    halves = wellbys(points, persons=np.full((2, 1), persons / 2), factors=factors)
    assert halves.sum() == pytest.approx(whole)
    assert abs(whole) <= abs(points) * persons * years * (1 + 1e-12)


def test_draws_places_and_years() -> None:
    points = np.full((1000, 1, 1), 0.2) * np.array([1.0, 0.5, 0.25])
    persons = np.array([[100.0], [np.nan]])
    found = wellbys(points, persons=persons, factors=np.ones(3))
    assert found.shape == (1000, 2)
    np.testing.assert_allclose(found[:, 0], 0.2 * 100 * 1.75)
    assert np.isnan(found[:, 1]).all()


def test_impossible_numbers_are_refused_together() -> None:
    with pytest.raises(InvalidInput) as caught:
        wellbys(74, persons=-1, factors=1.0)
    assert len(caught.value.faults) == 3
    with pytest.raises(InvalidInput, match="3 years of change, 1 of discount factors"):
        wellbys([0.1, 0.1, 0.1], persons=1, factors=[1.0])
    with pytest.raises(InvalidInput, match="do not fit together"):
        wellbys(np.ones(1000), persons=1, factors=np.ones(5))
    with pytest.raises(InvalidInput, match="below 0"):
        wellby_value(10, price=-13_000)
