"""Mean distance from a named subgroup whose own figure is uncertain."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.indicators.inequalities import inequality

NAMES = [
    "mean_difference_from_reference_weighted",
    "mean_difference_from_reference_unweighted",
]


def table(levels: np.ndarray, errors: np.ndarray, draws: int) -> pd.DataFrame:
    rng, number = np.random.default_rng(20261123), len(levels)
    return pd.DataFrame(
        {
            "draw": np.repeat(np.arange(draws), number),
            "subgroup": np.tile(np.arange(number), draws),
            "value": (levels + errors * rng.standard_normal((draws, number))).ravel(),
            "error": np.tile(errors, draws),
        }
    )


def studied(levels: np.ndarray, errors: np.ndarray, reference: int, draws: int = 2000):
    """Return ratio of said and true standard error, coverage, and false limits above the truth."""
    found = inequality(
        table(levels, errors, draws),
        measures=NAMES[1],
        population=None,
        standard_error="error",
        reference=reference,
        by="draw",
    )
    truth = np.abs(levels - levels[reference]).mean()
    ratio = np.sqrt((found["standard_error"] ** 2).mean()) / found["value"].std()
    inside = found["lower"].le(truth) & found["upper"].ge(truth)
    return ratio, inside.mean(), found["lower"].gt(truth).mean()


@pytest.mark.slow
@pytest.mark.parametrize("reference", [0, 15, 29])
def test_thirty_small_subgroups_wherever_the_reference_lies(reference):
    """Levels even from 0.7 to 0.9 with errors of three to four steps. Monte Carlo: 0.6 points of
    coverage, 1.6 % of the ratio."""
    levels = np.linspace(0.7, 0.9, 30)
    ratio, coverage, _ = studied(levels, np.sqrt(levels * (1 - levels) / 200), reference)
    assert 0.93 < ratio < 1.07
    assert 0.925 < coverage < 0.975


@pytest.mark.slow
@pytest.mark.parametrize("number", [2, 3, 10])
def test_equal_subgroups_are_seldom_called_different(number):
    """No more than 5 % (Monte Carlo 0.5), as for other mean distances up to 6.5 %."""
    _, _, wrong = studied(np.full(number, 0.8), np.full(number, 0.03), 1)
    assert wrong < 0.065


def test_a_certain_reference_leaves_the_errors_of_the_others():
    """By hand: far from a level without error the distance is linear, error sqrt(sum w^2 s^2)."""
    frame = pd.DataFrame(
        {"subgroup": list("abc"), "value": [10.0, 30.0, 50.0], "error": [0.0, 1.0, 2.0]}
    ).assign(population=[50, 30, 20])
    out = inequality(frame, measures=NAMES, standard_error="error", reference="a").iloc[0]
    error = np.hypot(0.3 * 1, 0.2 * 2)
    assert out["value"] == pytest.approx(14)
    assert out["corrected"] == pytest.approx(14)
    assert out["standard_error"] == pytest.approx(error)
    assert out["lower"] == pytest.approx(14 - 1.959964 * error, rel=1e-3)
    assert out["upper"] == pytest.approx(14 + 1.959964 * error, rel=1e-3)


def test_an_uncertain_reference_moves_all_distances():
    """By hand: below all others the distance is mean minus reference, their errors combined."""
    frame = pd.DataFrame(
        {"subgroup": list("abc"), "value": [10.0, 30.0, 50.0], "error": [2.0, 1.0, 2.0]}
    ).assign(population=[50, 30, 20])
    out = inequality(frame, measures=NAMES, standard_error="error", reference="a").iloc[0]
    error = np.sqrt((0.5 * 2) ** 2 + 0.3**2 + 0.4**2)
    assert out["standard_error"] == pytest.approx(error)
    assert out["lower"] == pytest.approx(14 - 1.959964 * error, rel=2e-3)
    assert out["upper"] == pytest.approx(14 + 1.959964 * error, rel=2e-3)


def test_row_order_and_other_groups_change_nothing():
    levels, errors = np.linspace(0.5, 0.6, 7), np.full(7, 0.02)
    frame = table(levels, errors, 3).assign(population=lambda rows: 10 + rows["subgroup"])
    options = {"measures": NAMES, "standard_error": "error", "reference": 3, "by": "draw"}
    whole = inequality(frame, **options)
    shuffled = inequality(frame.sample(frac=1, random_state=1), **options)
    shuffled = shuffled.sort_values(["draw"], kind="stable").reset_index(drop=True)
    pd.testing.assert_frame_equal(whole, shuffled)
    alone = inequality(frame[frame["draw"] == 1], **options)
    pd.testing.assert_frame_equal(whole[whole["draw"] == 1].reset_index(drop=True), alone)
