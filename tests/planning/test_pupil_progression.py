"""Grades moved up by hand, what shrinkage does, and what must never change a forecast."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from impact.errors import InvalidInput
from impact.planning import pupils

# Two grades below a third, one place, four autumns.
COUNTS = np.array([[[100, 90, 80], [110, 105, 81], [120, 110, 126], [130, 132, 110]]], float)

cohorts = arrays(float, (4, 6, 5), elements=st.integers(0, 400).map(float))


def test_ratios_by_hand() -> None:
    # Grade 1: 105/100, 110/110, 132/120; grade 2: 81/90, 126/105, 110/110.
    assert np.allclose(pupils.grade_ratios(COUNTS)[0, :, 0], [1.05, 1.0, 1.1])
    assert np.allclose(pupils.grade_ratios(COUNTS)[0, :, 1], [0.9, 1.2, 1.0])
    assert np.allclose(pupils.median_ratios(COUNTS), [[1.05, 1.0]])
    # Ratio of sums: (105 + 110 + 132) / (100 + 110 + 120); of the last year alone 132/120.
    assert np.allclose(pupils.recent_ratios(COUNTS)[0, 0], 347 / 330)
    assert np.allclose(pupils.recent_ratios(COUNTS, 1)[0], [1.1, 1.0])
    assert np.allclose(pupils.mean_sources(COUNTS), [[110.0, (90 + 105 + 110) / 3]])


def test_an_even_number_of_ratios_takes_the_middle_of_two() -> None:
    assert np.allclose(pupils.median_ratios(COUNTS[:, :3]), [[1.025, 1.05]])


def test_shrinkage_by_hand_and_at_its_ends() -> None:
    # (100 x 1.3 + 200) / 300 = 1.1.
    assert pupils.shrunk_to_one(np.array([1.3]), np.array([100.0]), 200)[0] == pytest.approx(1.1)
    ratio, size = np.array([0.5, 1.2, 3.0]), np.array([10.0, 200.0, 0.0])
    assert np.allclose(pupils.shrunk_to_one(ratio[:2], size[:2], 0), ratio[:2])
    assert np.allclose(pupils.shrunk_to_one(ratio, size, np.inf), 1)
    assert pupils.shrunk_to_one(ratio, size, 0)[2] == 1.0
    assert pupils.shrunk_to_one(ratio, size)[1] == pytest.approx(1.1)


def test_a_forecast_by_hand() -> None:
    # Shrunk with k = 110: weight 1/2 for grade 1 (mean size 110): ratio 1.025.
    # Grade 2 keeps 1.0. Beginners: (110 + 120 + 130) / 3 times 130 / 120 = 1.08 of one place.
    made = pupils.projected(COUNTS, 2, constant=110.0)[0]
    assert np.allclose(made[0], [120 * 1.08, 130 * 1.025, 132])
    assert np.allclose(made[1], [120 * 1.08, 120 * 1.08 * 1.025, 130 * 1.025])


def test_nobody_moves_shifts_the_cohorts_as_they_are() -> None:
    made = pupils.projected(COUNTS, 2, pupils.NO_MIGRATION)[0]
    assert made[0, 1:].tolist() == [130, 132]
    assert made[1, 2] == 130


def test_last_three_years_leave_out_what_was_before() -> None:
    changed = COUNTS.copy()
    changed[0, 0] = 1.0
    longer = np.concatenate([changed[:, :1], COUNTS], axis=1)
    kept = pupils.scenario_ratios(COUNTS, pupils.LAST_THREE)
    assert np.allclose(pupils.scenario_ratios(longer, pupils.LAST_THREE), kept)
    assert not np.allclose(pupils.scenario_ratios(longer, pupils.CENTRAL), kept)


def test_cohort_change_ratios_are_those_of_ages() -> None:
    # k = 50: 1 + 110 / 160 x 0.05.
    assert pupils.cohort_change_ratios(COUNTS)[0, 0] == pytest.approx(1 + 110 / 160 * 0.05)
    made = pupils.projected_ages(COUNTS, 1)[0, 0]
    assert made[1] == pytest.approx(130 * (1 + 110 / 160 * 0.05))


@given(cohorts)
@settings(max_examples=40, deadline=None)
def test_forecasts_are_finite_and_do_not_know_order_or_unit(counts: np.ndarray) -> None:
    made = pupils.projected(counts, 4, constant=100.0)
    assert np.isfinite(made).all()
    assert (made >= 0).all()
    order = np.array([2, 0, 3, 1])
    assert np.allclose(pupils.projected(counts[order], 4, constant=100.0), made[order])
    assert np.allclose(pupils.projected(3 * counts, 4, constant=300.0), 3 * made)


@given(cohorts)
@settings(max_examples=40, deadline=None)
def test_two_steps_are_one_step_twice(counts: np.ndarray) -> None:
    ratios = pupils.scenario_ratios(counts, pupils.CENTRAL)
    beginners = pupils.entrants(counts)
    once = pupils.moved_up(counts[:, -1], ratios, beginners, 1)[:, 0]
    twice = pupils.moved_up(once, ratios, beginners, 1)[:, 0]
    assert np.allclose(pupils.moved_up(counts[:, -1], ratios, beginners, 2)[:, 1], twice)


def test_with_common_ratios_a_moved_pupil_leaves_the_total_unchanged() -> None:
    ratios = np.tile([1.1, 0.9], (2, 1))
    now = np.array([[50.0, 60, 70], [20, 30, 40]])
    moved = now + np.array([[-1, -1, 0], [1, 1, 0]])
    beginners = np.array([10.0, 20.0])
    before, after = (pupils.moved_up(one, ratios, beginners, 2).sum(axis=0) for one in (now, moved))
    assert np.allclose(before, after)


def test_a_steady_school_stays_as_it_is() -> None:
    steady = np.full((2, 5, 4), 30.0)
    assert np.allclose(pupils.projected(steady, 6), 30)


def test_new_and_closed_schools_give_numbers_without_explosions() -> None:
    new = np.zeros((1, 5, 4))
    new[0, 3:] = [[1, 0, 0, 0], [9, 8, 7, 6]]
    closed = np.full((1, 5, 4), 20.0)
    closed[0, 4] = 0
    made = pupils.projected(new, 3)
    assert np.isfinite(made).all()
    assert made[0, 0, 1] < 3 * 9
    assert (pupils.projected(closed, 3)[0, 0, 1:] == 0).all()


def test_unknown_counts_stay_unknown_where_they_matter_and_only_there() -> None:
    gap = COUNTS.copy()
    gap[0, 0, 0] = np.nan
    assert np.allclose(pupils.median_ratios(gap)[0, 0], 1.05)
    newest = COUNTS.copy()
    newest[0, -1, 0] = np.nan
    assert np.isnan(pupils.projected(newest, 1)[0, 0, 1])
    assert np.isfinite(pupils.projected(newest, 1)[0, 0, 2])


def test_every_fault_of_the_counts_is_named_at_once() -> None:
    bad = np.array([[[-1.0, np.inf]]])
    with pytest.raises(InvalidInput) as caught:
        pupils.grade_ratios(bad)
    assert len(caught.value.faults) == 3
    with pytest.raises(InvalidInput, match="axes"):
        pupils.grade_ratios(np.zeros((2, 2)))


@pytest.mark.parametrize(
    "call",
    [
        lambda: pupils.shrunk_to_one(np.ones(1), np.ones(1), -1),
        lambda: pupils.shrunk_to_one(np.ones(1), np.ones(1), float("nan")),
        lambda: pupils.shrunk_to_one(np.ones(1), np.array([-1.0])),
        lambda: pupils.scenario_ratios(COUNTS, "hopeful"),
        lambda: pupils.projected(COUNTS, 0),
        lambda: pupils.recent_ratios(COUNTS, 0),
    ],
)
def test_bad_choices_are_refused(call: object) -> None:
    with pytest.raises(InvalidInput):
        call()
