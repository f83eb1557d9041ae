"""The pooled rule: printed numbers, a peer program, no look into the future, invariances."""

from __future__ import annotations

import math

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.planning.goals.odds import chance_of_reaching, fit_rule, recent_mean
from impact.planning.goals.recalibrate import (
    calibrated_rule,
    errors_in_spreads,
    rolling_rules,
    widening,
)


def panel(seed: int = 1, units: int = 60, years: int = 10) -> tuple[np.ndarray, np.ndarray]:
    """Figures around municipalities' own levels, the small ones swinging more."""
    generator = np.random.default_rng(seed)
    sizes = np.exp(generator.normal(9, 1, units))
    levels = generator.normal(80, 6, units)
    noise = generator.normal(size=(units, years)) * np.sqrt(1 + 40_000 / sizes)[:, None]
    return levels[:, None] + noise, sizes


def project(rule, values: np.ndarray, sizes: np.ndarray, column: int):
    return rule.project(values[:, column], recent_mean(values, column), sizes)


def test_chances_are_those_of_a_printed_normal_table() -> None:
    # Phi(1) = 0.841345, Phi(0.5) = 0.691462 in any printed table.
    found = chance_of_reaching(np.array([85.0, 85.0, 78.0]), 80.0, np.array([5.0, 5.0, 4.0]), True)
    assert np.allclose(found, [1 - 0.841345, 1 - 0.841345, 0.691462], atol=1e-6)
    assert math.isclose(chance_of_reaching(85.0, 80.0, 5.0, False), 0.841345, abs_tol=1e-6)


def test_chances_are_never_certain_and_missing_stays_missing() -> None:
    assert chance_of_reaching(0.0, 100.0, 1.0, True) == 0.99
    assert chance_of_reaching(100.0, 0.0, 1.0, True) == 0.01
    assert chance_of_reaching(80.0, 80.0, 0.0, True) == 0.99
    assert chance_of_reaching(80.1, 80.0, 0.0, True) == 0.01
    assert math.isnan(chance_of_reaching(np.nan, 80.0, 1.0, True))
    assert math.isnan(chance_of_reaching(80.0, 80.0, np.nan, True))


def test_a_course_without_noise_is_followed_exactly() -> None:
    start = np.linspace(10, 50, 40)
    values = np.empty((40, 6))
    values[:, 0] = start
    for year in range(1, 6):
        values[:, year] = 10 + 0.5 * values[:, year - 1]
    rule = fit_rule(values, np.ones(40), known=6, horizon=2)
    mean, spread = project(rule, values, np.ones(40), 5)
    # Two steps of 10 + y / 2: 15 + y / 4.
    assert np.allclose(mean, 15 + values[:, 5] / 4)
    assert np.allclose(spread, 0, atol=1e-6)
    assert (rule.cases, rule.origins) == (80, 2)


def test_coefficients_are_those_of_a_peer_program() -> None:
    values, _ = panel()
    sizes = np.full(60, 1000.0)
    rule = fit_rule(values, sizes, known=10, horizon=3, centre=80.0)
    starts = range(2, 7)
    last = np.concatenate([values[:, t] for t in starts])
    recent = np.concatenate([values[:, t - 2 : t + 1].mean(axis=1) for t in starts])
    later = np.concatenate([values[:, t + 3] for t in starts])
    design = sm.add_constant(np.column_stack([last - 80, recent - 80]))
    peer = sm.OLS(later, design).fit()
    assert np.allclose([rule.level, rule.last, rule.recent], peer.params)
    # With one size the variance is the mean square of the residuals.
    total = rule.variance + rule.variance_by_size / 1000
    assert math.isclose(total, float(np.mean(peer.resid**2)), rel_tol=1e-6)


def test_small_ones_get_a_wider_range() -> None:
    values, sizes = panel(units=400)
    rule = fit_rule(values, sizes, known=10, horizon=2)
    _, spread = project(rule, values, sizes, 9)
    order = np.argsort(sizes)
    assert spread[order[0]] > 1.5 * spread[order[-1]]


def test_nothing_later_than_what_is_known_is_read() -> None:
    values, sizes = panel()
    changed = values.copy()
    changed[:, 7:] = -1e6
    for make in (fit_rule, calibrated_rule):
        assert make(values, sizes, known=7, horizon=2) == make(changed, sizes, known=7, horizon=2)
    earlier = rolling_rules(values, sizes, 2)
    later = rolling_rules(changed, sizes, 2)
    assert all(earlier[column] == later[column] for column in range(4, 7))
    found = errors_in_spreads(values, sizes, earlier, known=7)
    assert np.array_equal(found, errors_in_spreads(changed, sizes, later, known=7))


def test_the_widening_is_the_quantile_by_hand() -> None:
    # Nine errors: ceil(0.8 x 10) = 8, the eighth smallest in size; over 1.281552.
    errors = np.array([0.1, -0.2, 0.3, -0.4, 0.5, -0.6, 0.7, -2.0, 9.0])
    assert math.isclose(widening(errors), 2.0 / 1.2815516, rel_tol=1e-6)
    assert widening(np.array([3.0])) == 3.0 / 1.2815515655446004
    assert widening(np.empty(0)) == 1.0
    assert widening(np.zeros(5)) == 1.0


def test_a_shock_that_was_missed_widens_later_ranges() -> None:
    values, sizes = panel(years=14)
    calm = calibrated_rule(values, sizes, known=14, horizon=2)
    shaken = values.copy()
    shaken[:, 10:] += 15
    assert calibrated_rule(shaken, sizes, known=13, horizon=2).widening > calm.widening


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 50),
    factor=st.floats(0.1, 50),
    shift=st.floats(-100, 100),
)
def test_order_scale_shift_and_direction_change_no_chance(seed, factor, shift) -> None:
    values, sizes = panel(seed)
    target = values[:, -1] + 2

    def chances(figures, wanted, size, higher=True):
        rule = calibrated_rule(figures, size, known=10, horizon=2)
        mean, spread = project(rule, figures, size, 9)
        return chance_of_reaching(wanted, mean, spread, higher)

    plain = chances(values, target, sizes)
    order = np.random.default_rng(seed).permutation(len(values))
    moved = values * factor + shift
    assert np.allclose(chances(values[order], target[order], sizes[order]), plain[order], atol=1e-6)
    assert np.allclose(chances(moved, target * factor + shift, sizes), plain, atol=1e-6)
    assert np.allclose(chances(values, target, sizes * 7), plain, atol=1e-6)
    assert np.allclose(chances(-values, -target, sizes, higher=False), plain, atol=1e-6)


def test_a_farther_target_is_never_more_likely() -> None:
    values, sizes = panel()
    rule = calibrated_rule(values, sizes, known=10, horizon=2)
    mean, spread = project(rule, values, sizes, 9)
    found = [chance_of_reaching(target, mean, spread, True) for target in (70.0, 80.0, 90.0)]
    assert (found[0] >= found[1]).all() and (found[1] >= found[2]).all()


def test_too_few_figures_give_no_rule() -> None:
    values, sizes = panel()
    assert fit_rule(values, sizes, known=4, horizon=2) is None
    assert fit_rule(values[:20], sizes[:20], known=5, horizon=2) is None
    assert calibrated_rule(values, sizes, known=3, horizon=1) is None
    assert fit_rule(np.full((60, 10), np.nan), sizes, known=10, horizon=2) is None


def test_a_missing_year_leaves_the_others_in_the_mean() -> None:
    values = np.array([[1.0, np.nan, 4.0], [1.0, 2.0, 6.0], [np.nan, np.nan, np.nan]])
    found = recent_mean(values, 2)
    assert found[:2].tolist() == [2.5, 3.0] and math.isnan(found[2])


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(InvalidInput) as error:
        fit_rule(np.ones((3, 4)), np.array([1.0, 0.0]), known=4, horizon=0)
    assert all(word in str(error.value) for word in ("municipalities by years", "1 year", "above"))


def test_figures_that_never_move_reach_what_they_are_at() -> None:
    still = np.full((50, 12), 70.1)
    rule = fit_rule(still, np.full(50, 10_000.0), known=12, horizon=2)
    mean, spread = rule.project(np.full(3, 70.1), np.full(3, 70.1), np.full(3, 10_000.0))
    for higher, wanted in ((True, [0.99, 0.99, 0.01]), (False, [0.01, 0.99, 0.99])):
        found = chance_of_reaching(np.array([70.0, 70.1, 70.2]), mean, spread, higher)
        assert found.tolist() == wanted


def test_fewer_than_no_years_cannot_be_known() -> None:
    with pytest.raises(InvalidInput, match="known"):
        fit_rule(np.full((50, 12), 70.0), np.full(50, 1.0), known=-2, horizon=1)


def test_far_ahead_a_rule_needs_many_years_to_have_learnt_from() -> None:
    values = np.random.default_rng(3).normal(70, 5, (40, 12))
    sizes = np.full(40, 10_000.0)
    # pairs start in columns 2 to 11 - horizon: 12 - 2 - 5 = 5 years, and 4 years for 6 ahead
    assert calibrated_rule(values, sizes, known=12, horizon=5).origins == 5
    assert fit_rule(values, sizes, known=12, horizon=6).origins == 4
    assert calibrated_rule(values, sizes, known=12, horizon=6) is None
    assert calibrated_rule(values, sizes, known=6, horizon=3).origins == 1
