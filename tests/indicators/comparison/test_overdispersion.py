"""Overdispersion between places: printed numbers, and what a simulation gives back."""

from __future__ import annotations

import numpy as np
import pytest

from impact.errors import InvalidInput
from impact.indicators.comparison.overdispersion import (
    overdispersion,
    restored,
    transformed,
    transformed_error,
)

OBSERVED = np.array([100, 150, 180, 80, 120, 225.0])
EXPECTED = np.array([108, 112, 165, 95, 100, 220.0])


def measured(z: np.ndarray, error: np.ndarray, **options: float):
    return overdispersion(z, error, np.zeros(len(z), dtype=int), **options).iloc[0]


def test_dispersion_is_that_of_funnelplotr():
    """FunnelPlotR 0.6.0, tests/testthat/test-classes_methods.R: phi 2.948033 (log scale; with
    six places its trimming leaves all in)."""
    error = transformed_error(EXPECTED, "log")
    out = measured(np.log(OBSERVED / EXPECTED) / error, error, winsorise=0)
    assert out["dispersion"] == pytest.approx(2.948033, abs=5e-7)
    weight = EXPECTED
    by_hand = (6 * 2.948033 - 5) / (weight.sum() - (weight**2).sum() / weight.sum())
    assert out["between"] == pytest.approx(by_hand, rel=1e-6)


def test_winsorising_pulls_in_the_ends_by_hand():
    """By hand: z of -3, -1, 0, 1, 8; the 10 % and 90 % quantiles are -2.2 and 5.2."""
    z = np.array([-3.0, -1, 0, 1, 8])
    out = measured(z, np.ones(5))
    assert out["dispersion"] == pytest.approx((2.2**2 + 1 + 0 + 1 + 5.2**2) / 5)


def test_groups_do_not_touch_each_other():
    rng = np.random.default_rng(2)
    z, error = rng.normal(0, 2, 40), rng.uniform(0.1, 1, 40)
    groups = np.repeat([0, 1], [15, 25])
    together = overdispersion(z, error, groups)
    for number in (0, 1):
        alone = measured(z[groups == number], error[groups == number])
        assert np.allclose(together.iloc[number].astype(float), alone.astype(float))


def test_unknown_places_are_left_out_and_too_few_have_none():
    z = np.array([1.0, -1, 2, -2, np.nan, np.inf])
    out = measured(z, np.ones(6))
    assert out["places"] == 4
    assert np.isnan(out["dispersion"])


def test_transformations_come_back():
    share = np.linspace(0.01, 0.99, 9)
    for scale in ("arcsine", "log", "square_root"):
        assert np.allclose(restored(transformed(share, scale), scale), share)
    assert restored(np.array([-1.0, 9.0]), "arcsine") == pytest.approx([0, 1])


def test_winsorising_more_than_half_is_refused():
    with pytest.raises(InvalidInput):
        measured(np.ones(9), np.ones(9), winsorise=0.6)


@pytest.mark.slow
@pytest.mark.parametrize("spread", [0.0, 0.03])
def test_the_spread_between_places_is_found_again(spread):
    """Shares of 400 simulated countries of 200 places; on the arcsine scale. The mean of
    `between` is its truth within 4 %, winsorised or not."""
    rng = np.random.default_rng(20261121)
    persons = rng.integers(200, 5000, size=(400, 200))
    level = np.arcsin(np.sqrt(0.7)) + rng.normal(0, spread, persons.shape)
    share = rng.binomial(persons, np.sin(level) ** 2) / persons
    error = transformed_error(persons.ravel(), "arcsine")
    z = (transformed(share, "arcsine") - np.arcsin(np.sqrt(0.7))).ravel() / error
    groups = np.repeat(np.arange(400), 200)
    raw = overdispersion(z, error, groups, winsorise=0)
    tame = overdispersion(z, error, groups)
    if spread == 0:
        assert raw["dispersion"].mean() == pytest.approx(1, abs=0.02)
        assert tame["dispersion"].mean() < 1
    else:
        assert raw["between"].mean() == pytest.approx(spread**2, rel=0.04)
        assert tame["between"].mean() == pytest.approx(spread**2, rel=0.04)


def test_between_is_the_variance_that_makes_winsorised_z_those_of_a_normal():
    """By hand: equal errors of 1, so z shrinks as a whole: mean square / (1 + v) = 0.67866."""
    z = np.array([-6.0, -3, -1, 0, 1, 3, 6, 2, -2, 0.5])
    low, high = np.quantile(z, [0.1, 0.9])
    square = (np.clip(z, low, high) ** 2).mean()
    assert measured(z, np.ones(10))["between"] == pytest.approx(square / 0.678655 - 1, rel=1e-4)


def test_one_wild_place_hardly_moves_the_winsorised_spread():
    z = np.random.default_rng(4).normal(0, 2, 200)
    wild = np.r_[z[:-1], 40.0]
    error = np.ones(200)
    assert measured(wild, error)["between"] < 1.1 * measured(z, error)["between"]
    assert (
        measured(wild, error, winsorise=0)["between"]
        > 2 * measured(z, error, winsorise=0)["between"]
    )
