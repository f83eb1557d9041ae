"""The combination: its mean, its constants, and that no year is known too early."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.planning.forecasts import combined, runs

HORIZONS = (1, 2, 3)


def country(seed: int, places: int = 12, years: int = 11, missing: float = 0.15) -> np.ndarray:
    """Return wandering series with holes."""
    generator = np.random.default_rng(seed)
    values = 60 + np.cumsum(generator.normal(0, 2, (places, years)), axis=1)
    values[generator.random(values.shape) < missing] = np.nan
    return values


def test_the_central_forecast_is_the_mean_of_both() -> None:
    found = combined(runs(country(1)), HORIZONS)
    known = np.isfinite(found.central)
    assert known.any()
    assert found.central[known] == pytest.approx(((found.theta + found.damped) / 2)[known])


def test_the_naive_forecast_is_the_newest_value() -> None:
    values = country(2)
    found = combined(runs(values), HORIZONS)
    assert found.naive[..., 2] == pytest.approx(values, nan_ok=True)


def test_there_is_a_forecast_wherever_and_only_where_a_second_value_is_measured() -> None:
    series = runs(country(3))
    found = combined(series, HORIZONS)
    second = series.measured & (np.cumsum(np.isfinite(series.values), axis=1) > 1)
    second &= ~series.fresh
    assert (np.isfinite(found.central[..., 0]) == second).all()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(4, 9))
def test_changing_the_future_changes_nothing_at_the_origin(seed: int, origin: int) -> None:
    values = country(seed)
    other = values.copy()
    other[:, origin + 1 :] = country(seed + 1)[:, origin + 1 :] * 3
    first, second = (combined(runs(one), HORIZONS) for one in (values, other))
    assert np.array_equal(
        first.central[:, : origin + 1], second.central[:, : origin + 1], equal_nan=True
    )
    assert np.array_equal(first.smoothing[: origin + 1], second.smoothing[: origin + 1])


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.01, 1000), st.floats(-500, 500))
def test_order_scale_and_shift(seed: int, scale: float, shift: float) -> None:
    values = country(seed, missing=0)
    plain = combined(runs(values), HORIZONS).central
    order = np.random.default_rng(seed).permutation(len(values))
    moved = combined(runs(values[order] * scale + shift), HORIZONS).central
    assert moved[:, 1:] == pytest.approx((plain * scale + shift)[order, 1:], rel=1e-6, abs=1e-6)


def test_noise_is_smoothed_and_a_random_walk_is_not() -> None:
    generator = np.random.default_rng(5)
    noise = 50 + generator.normal(0, 3, (200, 14))
    walk = 50 + np.cumsum(generator.normal(0, 3, (200, 14)), axis=1)
    assert combined(runs(noise), HORIZONS).smoothing[-1] <= 0.3
    assert combined(runs(walk), HORIZONS).smoothing[-1] >= 0.9


def test_constant_series_are_carried_on() -> None:
    found = combined(runs(np.full((3, 6), 42.0)), HORIZONS)
    assert found.central[:, 1:] == pytest.approx(np.full((3, 5, 3), 42.0))


@pytest.mark.parametrize("horizons", [(0,), (-1, 1), (2, 1), (1, 1), ()])
def test_only_coming_years_in_order_are_forecast(horizons: tuple[int, ...]) -> None:
    with pytest.raises(InvalidInput, match="horizons"):
        combined(runs(np.full((3, 6), 42.0)), horizons)
