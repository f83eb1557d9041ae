"""All placebo assignments: written out, counted on a lattice, or drawn."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from impact.errors import InvalidInput
from impact.evaluation.inference.assignments import assignment
from impact.evaluation.inference.lattice import FINEST, lattice, points
from impact.evaluation.inference.placebo_distribution import (
    all_effects,
    distribution_of,
    drawn_assignments,
    placebo_effects,
)


def _example(
    seed: int, count: int, treated: list[int], strata: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    generator = np.random.default_rng(seed)
    cohort = np.full(count, -1)
    order = generator.permutation(count)
    for column, number in enumerate(treated):
        cohort[order[:number]], order = column, order[number:]
    return generator.standard_t(4, (count, len(treated))), cohort, np.arange(count) % strata


def _by_hand(changes: np.ndarray, labels: np.ndarray, strata: np.ndarray) -> float:
    """Sum over treated units of (own change - mean of the untreated of the stratum) / treated."""
    differences = []
    for unit in np.flatnonzero(labels >= 0):
        others = (labels == -1) & (strata == strata[unit])
        differences.append(changes[unit, labels[unit]] - changes[others, labels[unit]].mean())
    return float(np.mean(differences))


def _all_labels(cohort: np.ndarray, strata: np.ndarray) -> list[np.ndarray]:
    """Write every assignment out, stratum by stratum and cohort by cohort."""
    found = [np.full(len(cohort), -1)]
    for stratum in np.unique(strata):
        for column in range(cohort.max() + 1):
            number = int(((cohort == column) & (strata == stratum)).sum())
            longer = []
            for labels in found:
                free = np.flatnonzero((labels == -1) & (strata == stratum))
                for chosen in combinations(free, number):
                    after = labels.copy()
                    after[list(chosen)] = column
                    longer.append(after)
            found = longer
    return found


EXAMPLES = [(0, 9, [1], 1), (1, 10, [3], 1), (2, 14, [4], 2), (3, 8, [2, 1], 1), (4, 12, [2, 2], 2)]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_assignment_is_there_once(example: tuple[int, int, list[int], int]) -> None:
    changes, cohort, strata = _example(*example)
    assigned = assignment(changes, cohort, strata)
    effects, overlaps = all_effects(assigned, assigned.changes, assigned.responses(None))
    labels = _all_labels(cohort, strata)
    expected = [_by_hand(changes, each, strata) for each in labels]
    assert assigned.placebos == len(labels) == len(effects)
    assert np.sort(effects) == pytest.approx(np.sort(expected), abs=1e-12)
    assert effects.mean() == pytest.approx(0, abs=1e-12)
    kept = changes + 3 * (cohort[:, None] == np.arange(changes.shape[1]))
    shifted = [_by_hand(kept, each, strata) for each in labels]
    assert np.sort(effects + 3 * overlaps) == pytest.approx(np.sort(shifted), abs=1e-12)


def test_a_small_panel_by_hand() -> None:
    """Changes 5, 1, 2, 3, the first treated: 5 - 6/3 = 3, 1 - 10/3, 2 - 9/3, 3 - 8/3."""
    assigned = assignment(np.array([5.0, 1, 2, 3]), np.array([0, -1, -1, -1]), np.zeros(4, int))
    effects, overlaps = all_effects(assigned, assigned.changes, assigned.responses(None))
    assert sorted(effects) == pytest.approx([1 - 10 / 3, 2 - 9 / 3, 3 - 8 / 3, 5 - 6 / 3])
    assert sorted(overlaps) == pytest.approx([-1 / 3, -1 / 3, -1 / 3, 1])
    assert assigned.smallest_p == 1 / 4


@pytest.mark.parametrize(
    "example", [(5, 16, [4], 1), (6, 24, [5], 2), (7, 14, [2, 2], 1), (8, 18, [2, 3], 2)]
)
@pytest.mark.parametrize("subtracted", [0.0, 1.7])
def test_the_lattice_counts_what_is_written_out(
    example: tuple[int, int, list[int], int], subtracted: float
) -> None:
    """Rounding to 16,384 steps moves a sum by at most half a step a unit: here under .003."""
    changes, cohort, strata = _example(*example)
    assigned = assignment(changes, cohort, strata)
    responses = assigned.responses(None)
    effects, overlaps = all_effects(assigned, assigned.changes, responses)
    counted = lattice(assigned, responses, 0.0, 1.7, FINEST).at(subtracted)
    written = np.sort(effects - subtracted * overlaps)
    assert counted.probabilities.sum() == pytest.approx(1, abs=1e-12)
    shares = np.cumsum(counted.probabilities)
    ranks = (np.arange(len(written)) + 0.5) / len(written)
    quantiles = counted.values[np.searchsorted(shares, ranks)]
    assert np.abs(quantiles - written).max() < 0.003


def test_shares_of_the_lattice_are_whole_assignments() -> None:
    """Whole numbers as changes fall on the lattice with ties: 3 of 6 with sum 1+2+3, and so on."""
    changes = np.array([0.0, 0, 0, 1, 1, 1])
    assigned = assignment(changes, np.array([0, 0, 0, -1, -1, -1]), np.zeros(6, int))
    counted = lattice(assigned, assigned.responses(None), 0, 0, 4096).at(0.0)
    ways = counted.probabilities * 20
    near = [ways[np.abs(counted.values - each) < 0.01].sum() for each in (-1, -1 / 3, 1 / 3, 1)]
    assert near == pytest.approx([1, 9, 9, 1], abs=1e-9)


def test_drawn_assignments_keep_the_numbers_of_every_stratum() -> None:
    _, cohort, strata = _example(9, 40, [4, 6], 4)
    drawn = drawn_assignments(cohort, strata, draws=200, seed=3)
    for stratum in range(4):
        for column in (0, 1):
            real = ((cohort == column) & (strata == stratum)).sum()
            assert np.all((drawn[:, strata == stratum] == column).sum(axis=1) == real)
    assert np.array_equal(drawn, drawn_assignments(cohort, strata, draws=200, seed=3))
    assert not np.array_equal(drawn, drawn_assignments(cohort, strata, draws=200, seed=4))
    treated = (drawn >= 0).mean(axis=0)
    expected = [(cohort[strata == each] >= 0).mean() for each in strata]
    assert treated == pytest.approx(expected, abs=4 * np.sqrt(0.25 / 200))


def test_effects_of_given_assignments() -> None:
    changes, cohort, strata = _example(10, 20, [3, 2], 2)
    drawn = drawn_assignments(cohort, strata, draws=30, seed=1)
    expected = [_by_hand(changes, each, strata) for each in drawn]
    assert placebo_effects(changes, drawn, strata) == pytest.approx(expected)


def test_a_unit_without_a_change_is_left_out_of_its_outcome() -> None:
    changes = np.array([[5.0], [1.0], [np.nan], [3.0]])
    labels = np.array([[0, -1, -1, -1], [-1, -1, 0, -1], [0, -1, 0, -1]])
    found = placebo_effects(changes, labels, np.zeros(4, int))
    assert found[0] == pytest.approx(5 - (1 + 3) / 2)
    assert np.isnan(found[1])
    assert found[2] == pytest.approx(5 - (1 + 3) / 2)


def test_nobody_to_compare_with_gives_no_effect() -> None:
    found = placebo_effects(np.array([[1.0], [2.0]]), np.array([[0, 0]]), np.zeros(2, int))
    assert np.isnan(found[0])


def test_values_increase() -> None:
    found = distribution_of(np.array([3.0, 1.0, 2.0]))
    assert found.values.tolist() == [1, 2, 3]
    assert found.probabilities == pytest.approx([1 / 3] * 3)


def test_placebos_are_whole_numbers_of_any_size() -> None:
    """Hands of 13 cards of 52: 635,013,559,600; four of them: more than a float can tell."""
    changes, cohort, strata = _example(11, 52, [13], 1)
    assert assignment(changes, cohort, strata).placebos == 635_013_559_600
    changes, cohort, strata = _example(11, 52, [13, 13, 13], 1)
    deals = 53_644_737_765_488_792_839_237_440_000
    assert assignment(changes, cohort, strata).placebos == deals


def test_half_treated_cannot_be_told_from_the_other_half() -> None:
    changes, cohort, strata = _example(12, 6, [3], 1)
    assert assignment(changes, cohort, strata).smallest_p == 2 / 20


def test_strata_without_treated_units_play_no_part() -> None:
    changes, cohort = np.arange(8.0), np.array([0, -1, -1, -1, -1, -1, -1, -1])
    assigned = assignment(changes, cohort, np.array([0, 0, 0, 0, 1, 1, 1, 1]))
    assert assigned.placebos == 4
    assert assigned.comparison.tolist() == [3]


@pytest.mark.parametrize(
    ("changes", "cohort", "strata", "word"),
    [
        ([1.0, 2.0], [-1, -1], [0, 0], "nobody is treated"),
        ([1.0, 2.0], [0, 0], [0, 0], "everybody is treated"),
        ([1.0, np.nan], [0, -1], [0, 0], "missing in rows 1"),
        ([1.0, 2.0], [1, -1], [0, 0], "not between -1 and 0"),
        ([1.0, 2.0, 3.0], [0, -1], [0, 0], "shapes"),
        ([[1.0, 2.0], [3.0, 4.0]], [0, -1], [0, 0], "cohort 1: has no unit"),
    ],
)
def test_what_cannot_be_assigned(
    changes: list[float], cohort: list[int], strata: list[int], word: str
) -> None:
    with pytest.raises(InvalidInput, match=word):
        assignment(np.array(changes), np.array(cohort), np.array(strata))


def test_a_response_must_fit() -> None:
    changes, cohort, strata = _example(13, 9, [2, 1], 1)
    with pytest.raises(InvalidInput, match="response"):
        assignment(changes, cohort, strata).responses(np.ones((3, 3)))


def test_too_many_states_are_not_counted() -> None:
    changes, cohort, strata = _example(14, 290, [30, 30, 30], 1)
    assert points(assignment(changes, cohort, strata)) == 0
    changes, cohort, strata = _example(14, 290, [33], 1)
    assert points(assignment(changes, cohort, strata)) >= 4096
