"""Step-down p-values over outcomes, by hand and by their promise."""

from __future__ import annotations

import numpy as np
import pytest

from impact.errors import InvalidInput
from impact.evaluation.inference.romano_wolf import romano_wolf


def test_four_assignments_by_hand() -> None:
    """Two outcomes whose placebos have the spread sqrt(2.5) and ten times that.

    Real effects 2 and 10 are the first row. Divided by the spread, the first is the larger: 2
    against the larger of (2, 1), (1, 2), (2, 1), (1, 2) tenths apart is reached by all four, p = 1.
    """
    placebos = np.array([[2.0, 10], [1, -20], [-2, -10], [-1, 20]])
    assert romano_wolf(np.array([2.0, 10]), placebos) == pytest.approx([1, 1])


def test_five_assignments_by_hand() -> None:
    """The real row is farthest in the first outcome and second in the second.

    Largest of both outcomes by row, in units of the spread: the real one leads, 1/5. For the
    second alone two of five rows reach it, 2/5.
    """
    placebos = np.array([[4.0, 2], [0, 3], [-1, -1], [-1, -2 + 1e-3], [-2, -1]])
    assert romano_wolf(placebos[0], placebos) == pytest.approx([1 / 5, 2 / 5])


def test_one_outcome_is_the_plain_p_value() -> None:
    placebos = np.random.default_rng(0).normal(size=(999, 1))
    effect = np.array([1.7])
    expected = (np.abs(placebos[:, 0]) >= 1.7).mean()
    assert romano_wolf(effect, placebos)[0] == pytest.approx(expected)


def test_the_same_outcome_twice_costs_nothing() -> None:
    placebos = np.random.default_rng(1).normal(size=(499, 1))
    once = romano_wolf(placebos[0], placebos)
    twice = romano_wolf(np.repeat(placebos[0], 2), np.repeat(placebos, 2, axis=1))
    assert twice == pytest.approx(np.repeat(once, 2))


def test_unit_and_order_of_outcomes_do_not_matter() -> None:
    generator = np.random.default_rng(2)
    placebos = generator.normal(size=(300, 4)) @ generator.normal(size=(4, 4))
    found = romano_wolf(placebos[0], placebos)
    scale, order = np.array([1e-3, 1, 50, 1e4]), np.array([2, 0, 3, 1])
    again = romano_wolf((placebos[0] * scale)[order], (placebos * scale)[:, order])
    assert again == pytest.approx(found[order])


def test_never_less_than_alone_and_never_more_than_bonferroni() -> None:
    generator = np.random.default_rng(3)
    placebos = generator.normal(size=(2000, 5))
    placebos[0] = [3.5, 2.5, 2, 1, 0]
    alone = (np.abs(placebos) >= np.abs(placebos[0])).mean(axis=0)
    found = romano_wolf(placebos[0], placebos)
    assert np.all(found >= alone)
    assert np.all(found <= np.minimum(5 * alone, 1) + 1e-12)
    assert np.all(np.diff(found) >= 0)


def test_any_false_finding_in_one_of_twenty() -> None:
    """Every row taken for the real one in turn: by exchange at most 5 % have a p of .05 or less."""
    placebos = np.random.default_rng(4).standard_t(3, size=(400, 6))
    found = np.array([romano_wolf(row, placebos).min() <= 0.05 for row in placebos])
    assert 0.03 <= found.mean() <= 0.05


def test_an_outcome_without_effect_is_left_out() -> None:
    placebos = np.random.default_rng(5).normal(size=(100, 3))
    effects = placebos[0].copy()
    effects[1] = np.nan
    found = romano_wolf(effects, placebos)
    assert np.isnan(found[1])
    assert found[[0, 2]] == pytest.approx(romano_wolf(effects[[0, 2]], placebos[:, [0, 2]]))


def test_an_assignment_without_an_effect_is_left_out() -> None:
    placebos = np.random.default_rng(6).normal(size=(50, 2))
    holes = placebos.copy()
    holes[7, 1] = np.nan
    whole = np.delete(placebos, 7, axis=0)
    assert romano_wolf(placebos[0], holes) == pytest.approx(romano_wolf(placebos[0], whole))


def test_placebos_that_do_not_vary() -> None:
    assert romano_wolf(np.zeros(1), np.zeros((10, 1)))[0] == 1
    assert romano_wolf(np.ones(1), np.zeros((10, 1)))[0] == 1 / 10


def test_shapes_and_empty_tables() -> None:
    with pytest.raises(InvalidInput, match="shapes"):
        romano_wolf(np.zeros(2), np.zeros((5, 3)))
    with pytest.raises(InvalidInput, match="no row is complete"):
        romano_wolf(np.zeros(1), np.full((5, 1), np.nan))
    assert np.isnan(romano_wolf(np.array([np.nan]), np.zeros((5, 1)))).all()
