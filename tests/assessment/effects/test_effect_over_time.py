"""Lag, keeping up, fading and end of an effect."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.effects.effect_over_time import effect_over_time
from impact.errors import InvalidInput

YEARS = np.arange(2026, 2034)


def test_by_hand() -> None:
    # By hand: nothing before 2028, whole in 2028, half of it left every two years
    found = effect_over_time(YEARS, start=2027, lag=1, half_life=2)
    root = np.sqrt(0.5)
    np.testing.assert_allclose(found, [0, 0, 1, root, 0.5, 0.5 * root, 0.25, 0.25 * root])


def test_kept_up_then_fading_and_gone() -> None:
    found = effect_over_time(YEARS, start=2026, kept_up=2, half_life=1, duration=5)
    np.testing.assert_allclose(found, [1, 1, 1, 0.5, 0.25, 0, 0, 0])


def test_without_fading_it_stays() -> None:
    np.testing.assert_array_equal(effect_over_time(YEARS, start=2028), [0, 0, 1, 1, 1, 1, 1, 1])
    half = effect_over_time(YEARS, start=2028, lag=0.5)
    np.testing.assert_array_equal(half, [0, 0, 0, 1, 1, 1, 1, 1])


@given(st.floats(0, 5), st.floats(0, 5), st.floats(0.1, 20), st.floats(0, 10))
def test_shares_never_rise_once_the_effect_is_there(
    lag: float, kept_up: float, half_life: float, duration: float
) -> None:
    found = effect_over_time(
        YEARS, start=2026, lag=lag, kept_up=kept_up, half_life=half_life, duration=duration
    )
    assert ((found >= 0) & (found <= 1)).all()
    since = YEARS - 2026 - lag
    assert (found[since < 0] == 0).all()
    assert (np.diff(found[since >= 0]) <= 1e-12).all()


def test_uncertain_fading_has_draws_first_and_years_last() -> None:
    half_life = np.array([[1.0], [2.0], [np.nan]])
    found = effect_over_time(YEARS, start=2026, half_life=half_life)
    assert found.shape == (3, 8)
    assert found[0, 1] == pytest.approx(0.5)
    assert found[1, 2] == pytest.approx(0.5)
    assert np.isnan(found[2]).all()


def test_unknown_start_is_unknown_not_nothing() -> None:
    assert np.isnan(effect_over_time(YEARS, start=np.nan)).all()


def test_impossible_numbers_are_refused_together() -> None:
    with pytest.raises(InvalidInput) as caught:
        effect_over_time(YEARS, start=2026, lag=-1, half_life=0, duration=-2, kept_up=-1)
    assert len(caught.value.faults) == 4
