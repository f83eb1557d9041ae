"""A verdict rests on both tests, is only ever lowered, and says why."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.evaluation.design import Design
from impact.evaluation.verdict import (
    CHECKS,
    FAULTS,
    REASONS,
    Check,
    grade,
    not_estimable,
)
from impact.verdicts import EFFECT

ORDER = ("supported", "weak", "not_supported")


def graded(p_value=0.01, p_exact_t=0.01, estimate=2.0, limits=(1.0, 3.0), checks=(), **design):
    return grade(
        estimate=estimate,
        lower=limits[0],
        upper=limits[1],
        p_value=p_value,
        p_exact_t=p_exact_t,
        design=Design(**{"direction": "higher", "smallest_effect": 1.5, **design}),
        checks=checks,
    )


@pytest.mark.parametrize(
    ("p_value", "p_exact_t", "verdict", "reason"),
    [
        (0.01, 0.05, "supported", "found"),
        (0.01, 0.06, "weak", "one_test"),
        (0.20, 0.01, "weak", "one_test"),
        (0.10, 0.08, "weak", "one_test"),
        (0.01, math.nan, "supported", "found"),
        (0.11, 0.08, "not_supported", "chance"),
        (math.nan, math.nan, "not_supported", "chance"),
    ],
)
def test_both_tests_are_needed(p_value, p_exact_t, verdict, reason) -> None:
    found = graded(p_value, p_exact_t)
    assert (found.verdict, found.reason) == (verdict, reason)


def test_each_failed_check_lowers_one_step_and_says_so() -> None:
    failed = [Check(name, "failed", lowers=True) for name in ("anticipation", "placebo_years")]
    assert graded(checks=failed[:1]).verdict == "weak"
    assert graded(checks=failed).verdict == "not_supported"
    assert graded(checks=failed).before_checks == "supported"
    assert graded(checks=failed).reason == "lowered"
    assert graded(checks=[Check("breakdown", "failed", lowers=False)]).verdict == "supported"
    assert graded(checks=[Check("breakdown", "passed", lowers=True)]).verdict == "supported"


def test_a_plan_made_afterwards_is_never_better_than_weak_and_costs_nothing_more() -> None:
    late = Check("plan_before_outcomes", "failed", lowers=True)
    assert graded(checks=[late], exploratory=True).verdict == "weak"
    assert graded(0.01, 0.2, checks=[late], exploratory=True).verdict == "weak"
    assert graded(0.5, 0.5, checks=[late], exploratory=True).verdict == "not_supported"


def test_a_clear_effect_the_other_way_does_not_support_what_was_hoped_for() -> None:
    other = graded(estimate=-2.0, limits=(-3.0, -1.0))
    assert (other.verdict, other.reason) == ("not_supported", "opposite")
    assert graded(estimate=-2.0, limits=(-3.0, -1.0), direction="either").verdict == "supported"
    assert graded(estimate=-2.0, limits=(-3.0, -1.0), direction="lower").verdict == "supported"


@pytest.mark.parametrize(
    ("direction", "limits", "reason"),
    [
        ("higher", (-2.0, 1.4), "ruled_out"),
        ("higher", (-2.0, 1.6), "chance"),
        ("lower", (-1.4, 2.0), "ruled_out"),
        ("lower", (-1.6, 2.0), "chance"),
        ("either", (-1.4, 1.4), "ruled_out"),
        ("either", (-1.6, 1.4), "chance"),
        ("higher", (math.nan, math.nan), "chance"),
    ],
)
def test_not_found_says_whether_an_effect_that_matters_is_ruled_out(
    direction, limits, reason
) -> None:
    found = graded(0.5, 0.5, 0.1, limits, direction=direction)
    assert (found.verdict, found.reason) == ("not_supported", reason)


def test_without_a_smallest_effect_nothing_is_ruled_out() -> None:
    assert graded(0.5, 0.5, 0.1, (-0.2, 0.2), smallest_effect=None).reason == "chance"


@given(
    st.floats(0, 1),
    st.floats(0, 1),
    st.lists(st.sampled_from(CHECKS), max_size=4),
    st.booleans(),
)
def test_checks_never_lift_a_verdict(p_value, p_exact_t, names, exploratory) -> None:
    checks = [Check(name, "failed", lowers=True) for name in names]
    bare = graded(p_value, p_exact_t)
    lowered = graded(p_value, p_exact_t, checks=checks, exploratory=exploratory)
    assert ORDER.index(lowered.verdict) >= ORDER.index(bare.verdict)
    assert lowered.before_checks == bare.before_checks
    assert lowered.verdict in EFFECT
    assert lowered.reason in REASONS


def test_what_cannot_be_estimated_says_why() -> None:
    for fault in FAULTS:
        found = not_estimable(fault)
        assert (found.verdict, found.reason) == ("not_estimable", fault)


def test_every_pair_of_limits_gives_a_reason() -> None:
    numbers = (-3.0, -1.0, 0.0, 1.0, 3.0)
    for low, high in itertools.combinations(numbers, 2):
        for direction in ("higher", "lower", "either"):
            found = graded(0.3, 0.3, (low + high) / 2, (low, high), direction=direction)
            assert found.reason in ("chance", "ruled_out")
