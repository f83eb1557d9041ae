"""Several effects together against all placebo assignments, written out by hand."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from scipy import stats

from impact.errors import InvalidInput
from impact.evaluation.differences.event_study import event_changes, event_study
from impact.evaluation.effect import cohort_positions
from impact.evaluation.inference import joint_placebo
from impact.evaluation.inference.joint_placebo import joint_placebo_test
from impact.evaluation.inference.placebo_distribution import placebo_effects
from impact.evaluation.panel import NEVER, Panel


def by_hand(changes: np.ndarray, cohort: np.ndarray) -> float:
    """Go through every way to give the labels to the units of one stratum."""
    effects, real = [], None
    for labels in sorted(set(itertools.permutations(cohort.tolist()))):
        one = np.array(labels)
        treated = one >= 0
        effect = []
        for table in changes:
            parts = [
                table[unit, one[unit]] - table[~treated, one[unit]].mean()
                for unit in np.flatnonzero(treated)
            ]
            effect.append(np.mean(parts))
        effects.append(effect)
        real = effect if np.array_equal(one, cohort) else real
    away = np.array(effects) - np.mean(effects, axis=0)
    inverse = np.linalg.inv(away.T @ away / len(away))
    far = [row @ inverse @ row for row in away]
    own = np.array(real) - np.mean(effects, axis=0)
    return float(np.mean(np.array(far) >= own @ inverse @ own - 1e-9))


@pytest.mark.parametrize("cohort", [[0, -1, -1, -1, -1, -1, -1], [0, 1, 1, -1, -1, -1, -1]])
def test_every_assignment_is_counted(cohort: list[int]) -> None:
    labels = np.array(cohort)
    for seed in range(5):
        changes = np.random.default_rng(seed).normal(0, 1, (3, 7, labels.max() + 1))
        found = joint_placebo_test(changes, labels, np.zeros(7, int))
        assert found == pytest.approx(by_hand(changes, labels))


def test_drawn_assignments_come_near_to_all(monkeypatch) -> None:
    changes = np.random.default_rng(2).normal(0, 1, (3, 14, 1))
    changes[:, :3] += 0.5
    cohort, strata = (
        np.r_[0, 0, 0, np.full(11, -1)],
        np.repeat([0, 1], 7)[np.argsort(np.arange(14) % 2)],
    )
    counted = joint_placebo_test(changes, cohort, strata)
    monkeypatch.setattr(joint_placebo, "WRITTEN_OUT", 1)
    drawn = joint_placebo_test(changes, cohort, strata, draws=8000)
    assert 0.02 < counted < 0.98
    assert drawn == pytest.approx(counted, abs=0.02)
    assert drawn == joint_placebo_test(changes, cohort, strata, draws=8000)


def test_units_and_scales_of_the_effects_do_not_matter() -> None:
    changes = np.random.default_rng(3).normal(0, 1, (3, 12, 1))
    cohort = np.r_[0, 0, np.full(10, -1)]
    strata = np.zeros(12, int)
    found = joint_placebo_test(changes, cohort, strata)
    mixed = np.einsum("ef,fng->eng", np.array([[2.0, 0, 0], [5, 1, 0], [0, 3, -9]]), changes)
    assert joint_placebo_test(mixed + 4.0, cohort, strata) == pytest.approx(found)


def test_heavy_tails_do_not_raise_false_alarms() -> None:
    """Where the variance differs between units, Hotelling's test finds what is not there."""
    rng = np.random.default_rng(7)
    counted, normal = [], []
    for _ in range(300):
        spread = np.exp(rng.normal(0, 1.2, (60, 1)))
        table = spread * rng.standard_t(3, (60, 4))
        found = joint_placebo_test(
            table.T[:, :, None], np.r_[0, np.full(59, -1)], np.zeros(60, int)
        )
        counted.append(found <= 0.05)
        gap = table[0] - table[1:].mean(axis=0)
        wald = gap @ np.linalg.solve(np.cov(table[1:], rowvar=False) * (1 + 1 / 59), gap)
        normal.append(stats.f.sf(wald * 55 / (58 * 4), 4, 55) <= 0.05)
    assert np.mean(counted) < 0.08
    assert np.mean(normal) > 0.08


def test_event_changes_are_what_the_event_study_adds_up() -> None:
    rng = np.random.default_rng(1)
    starts = np.full(30, NEVER)
    starts[:2], starts[2:5] = 2015, 2017
    names = tuple(f"u{number:02}" for number in range(30))
    panel = Panel(names, tuple(range(2010, 2020)), rng.normal(0, 1, (30, 10)), starts)
    strata = np.arange(30) % 2
    found = event_study(panel, "long_difference", strata)
    changes = event_changes(panel, found.events)
    cohort = cohort_positions(panel)[None]
    estimates = [placebo_effects(table, cohort, strata)[0] for table in changes]
    np.testing.assert_allclose(estimates, found.estimates, atol=1e-12)
    chosen = event_changes(panel, found.events[[0, 3]])
    np.testing.assert_allclose(chosen, changes[[0, 3]])


def test_nobody_treated_is_refused() -> None:
    with pytest.raises(InvalidInput):
        joint_placebo_test(np.zeros((2, 5, 1)), np.full(5, -1), np.zeros(5, int))
