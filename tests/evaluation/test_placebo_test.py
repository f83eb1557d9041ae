"""The placebo test: p-values and intervals against hand counts, brute force and scipy."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from scipy import stats

from impact.errors import InvalidInput
from impact.evaluation.differences.changes import unit_changes
from impact.evaluation.inference import placebo_test as module
from impact.evaluation.inference.placebo_test import PlaceboTest, placebo_test
from impact.evaluation.inference.response import cohort_response
from impact.evaluation.panel import NEVER, Panel


def _example(
    seed: int, count: int, treated: int, strata: int = 1, effect: float = 0.0
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    generator = np.random.default_rng(seed)
    cohort = np.full(count, -1)
    cohort[generator.choice(count, treated, replace=False)] = 0
    changes = generator.standard_t(4, count) + effect * (cohort == 0)
    return changes, cohort, np.arange(count) % strata


def _on_the_lattice(
    monkeypatch: pytest.MonkeyPatch, *arguments: np.ndarray, **options: float
) -> PlaceboTest:
    with monkeypatch.context() as patch:
        patch.setattr(module, "WRITTEN_OUT", 1)
        return placebo_test(*arguments, **options)


def test_one_treated_of_four_by_hand() -> None:
    """Effects 3, -2.33, -1 and .33: only the real one is as far from 0, so p = 1/4."""
    found = placebo_test(np.array([5.0, 1, 2, 3]), np.array([0, -1, -1, -1]), np.zeros(4, int))
    assert found.estimate == pytest.approx(3)
    assert found.p_value == found.smallest_p == 1 / 4
    assert (found.placebos, found.treated, found.comparison, found.exact) == (4, 1, 3, True)
    assert (found.lower, found.upper) == (-np.inf, np.inf)


def test_interval_of_one_treated_by_hand() -> None:
    """At 60 %, 2 of 4 placebos must be as far.

    Placebo effects -7/3, -1, 1/3 with overlap -1/3 each reach |3 - t| where t is between
    (3 - e) / (4/3) and (3 + e) / (2/3): [1, 4], [3, 3], [2, 5]. With the real one, more than
    0.4 x 4 = 1.6, so two, count between 1 and 5.
    """
    found = placebo_test(
        np.array([5.0, 1, 2, 3]), np.array([0, -1, -1, -1]), np.zeros(4, int), confidence=0.6
    )
    assert (found.lower, found.upper) == pytest.approx((1, 5))


def test_ties_count() -> None:
    """Changes 1, 1, 0, 0, 0, 0, the first treated: 0.8 twice, so p = 2/6."""
    changes, cohort = np.array([1.0, 1, 0, 0, 0, 0]), np.array([0, -1, -1, -1, -1, -1])
    assert placebo_test(changes, cohort, np.zeros(6, int)).p_value == 2 / 6


def test_ties_count_on_the_lattice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three of six with all ones treated: 2 of 20 are so far apart."""
    changes, cohort = np.array([1.0, 1, 1, 0, 0, 0]), np.array([0, 0, 0, -1, -1, -1])
    found = _on_the_lattice(monkeypatch, changes, cohort, np.zeros(6, int))
    assert found.p_value == pytest.approx(2 / 20)


@pytest.mark.parametrize("seed", range(3))
def test_scipy_counts_the_same(seed: int) -> None:
    changes, cohort, strata = _example(seed, 12, 4, effect=1.0)
    expected = stats.permutation_test(
        (changes[cohort == 0], changes[cohort == -1]),
        lambda one, other: abs(one.mean() - other.mean()),
        alternative="greater",
        n_resamples=np.inf,
    )
    assert placebo_test(changes, cohort, strata).p_value == pytest.approx(expected.pvalue)


@pytest.mark.parametrize("strata", [1, 2])
@pytest.mark.parametrize("seed", range(3))
def test_the_interval_ends_where_a_new_test_rejects(seed: int, strata: int) -> None:
    changes, cohort, groups = _example(seed, 16, 3, strata, effect=1.0)
    found = placebo_test(changes, cohort, groups, confidence=0.9)
    for limit, inward in ((found.lower, 1e-6), (found.upper, -1e-6)):
        inside = placebo_test(changes - (limit + inward) * (cohort == 0), cohort, groups)
        outside = placebo_test(changes - (limit - inward) * (cohort == 0), cohort, groups)
        assert inside.p_value > 0.1 >= outside.p_value
    assert found.lower < found.estimate < found.upper


@pytest.mark.parametrize("example", [(0, 24, 5, 2), (1, 30, 6, 2), (2, 18, 9, 1), (3, 20, 5, 1)])
def test_the_lattice_agrees_with_all_written_out(
    example: tuple[int, int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within .002 of p and of a hundredth of the interval's length: thousands of steps."""
    arguments = _example(*example, effect=0.8)
    monkeypatch.setattr(module, "WRITTEN_OUT", 10**6)
    written = placebo_test(*arguments)
    counted = _on_the_lattice(monkeypatch, *arguments)
    assert counted.exact
    assert counted.placebos == written.placebos
    assert counted.p_value == pytest.approx(written.p_value, abs=0.002)
    length = written.upper - written.lower
    assert counted.lower == pytest.approx(written.lower, abs=length / 100)
    assert counted.upper == pytest.approx(written.upper, abs=length / 100)


def test_two_cohorts_on_the_lattice(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = np.random.default_rng(5)
    changes, cohort = generator.normal(size=(26, 2)), np.full(26, -1)
    cohort[:2], cohort[2:5] = 0, 1
    response = np.array([[1.0, 0.3], [0.6, 1.0]])
    arguments = changes, cohort, np.arange(26) % 2
    written = placebo_test(*arguments, response=response)
    counted = _on_the_lattice(monkeypatch, *arguments, response=response)
    assert counted.p_value == pytest.approx(written.p_value, abs=0.002)
    assert counted.lower == pytest.approx(written.lower, abs=0.02)
    assert counted.upper == pytest.approx(written.upper, abs=0.02)


def test_a_response_is_what_a_subtracted_effect_does() -> None:
    """Taking the lower limit off by the response leaves a p-value at the level."""
    generator = np.random.default_rng(6)
    cohort = np.array([0, 0, 1, *[-1] * 9])
    response = np.array([[1.0, 0.5], [0.8, 1.0]])
    changes, strata = generator.normal(size=(12, 2)), np.zeros(12, int)
    found = placebo_test(changes, cohort, strata, response=response)
    answers = np.vstack([response, np.zeros(2)])[cohort]
    for limit, inward in ((found.lower, 1e-6), (found.upper, -1e-6)):
        inside = placebo_test(changes - (limit + inward) * answers, cohort, strata)
        outside = placebo_test(changes - (limit - inward) * answers, cohort, strata)
        assert inside.p_value > 0.05 >= outside.p_value


@pytest.mark.parametrize("treated", [3, 33])
@pytest.mark.parametrize("seed", range(4))
def test_interval_and_p_value_agree_about_zero(seed: int, treated: int) -> None:
    changes, cohort, strata = _example(seed, 150, treated, 2)
    spread = 2 * stats.sem(changes) * np.sqrt(150 / treated)
    for effect in np.linspace(-1.5, 1.5, 5) * spread:
        found = placebo_test(changes + effect * (cohort == 0), cohort, strata)
        assert (found.p_value <= 0.05) == (not found.lower <= 0 <= found.upper)


def test_many_treated_are_close_to_the_normal_test() -> None:
    """With 33 of 290 normal changes, p is that of the t-test within .01."""
    generator = np.random.default_rng(1)
    changes, cohort = generator.normal(size=290), np.where(np.arange(290) < 33, 0, -1)
    changes[:33] += 0.3
    found = placebo_test(changes, cohort, np.zeros(290, int))
    expected = stats.ttest_ind(changes[:33], changes[33:])
    assert found.p_value == pytest.approx(expected.pvalue, abs=0.01)
    interval = expected.confidence_interval()
    assert (found.lower, found.upper) == pytest.approx(interval, abs=0.03)
    assert found.exact


def test_a_huge_effect_is_placed_with_the_same_interval() -> None:
    """An effect of a thousand deviations moves the interval and nothing else."""
    changes, cohort, strata = _example(3, 120, 20)
    small = placebo_test(changes, cohort, strata)
    large = placebo_test(changes + 3000 * (cohort == 0), cohort, strata)
    assert large.p_value == large.smallest_p
    assert large.lower - 3000 == pytest.approx(small.lower, abs=0.01)
    assert large.upper - 3000 == pytest.approx(small.upper, abs=0.01)


@given(seed=some.integers(0, 99), shift=some.floats(-50, 50), scale=some.floats(0.01, 100))
def test_shift_scale_and_order_of_rows(seed: int, shift: float, scale: float) -> None:
    changes, cohort, strata = _example(seed, 14, 3, 2, effect=0.5)
    found = placebo_test(changes, cohort, strata)
    order = np.random.default_rng(seed).permutation(14)
    again = placebo_test((changes * scale + shift)[order], cohort[order], 7 - strata[order])
    assert again.p_value == pytest.approx(found.p_value)
    assert again.estimate == pytest.approx(found.estimate * scale, rel=1e-6, abs=1e-9)
    assert again.lower == pytest.approx(found.lower * scale, rel=1e-6, abs=1e-9)
    assert again.upper == pytest.approx(found.upper * scale, rel=1e-6, abs=1e-9)


@given(seed=some.integers(0, 99))
def test_the_sign_turns_everything(seed: int) -> None:
    changes, cohort, strata = _example(seed, 14, 3, 2, effect=0.5)
    found, turned = (placebo_test(sign * changes, cohort, strata) for sign in (1, -1))
    assert turned.p_value == pytest.approx(found.p_value)
    assert (turned.lower, turned.upper) == pytest.approx((-found.upper, -found.lower))


def test_a_constant_of_a_stratum_is_taken_off() -> None:
    changes, cohort, strata = _example(4, 40, 4, 2)
    found = placebo_test(changes, cohort, strata)
    moved = placebo_test(changes + 9.0 * strata, cohort, strata)
    assert (moved.p_value, moved.lower) == pytest.approx((found.p_value, found.lower))


def test_changes_that_do_not_vary() -> None:
    for count in (10, 60):
        cohort = np.where(np.arange(count) < count // 2, 0, -1)
        found = placebo_test(np.ones(count), cohort, np.zeros(count, int))
        assert (found.estimate, found.p_value) == (0, 1)
        moved = placebo_test(np.where(cohort == 0, 3.0, 1.0), cohort, np.zeros(count, int))
        assert moved.estimate == pytest.approx(2)
        assert moved.p_value == pytest.approx(moved.smallest_p)
        assert (moved.lower, moved.upper) == pytest.approx((2, 2))


def test_seeded_draws_where_counting_takes_too_long() -> None:
    generator = np.random.default_rng(2)
    cohort = np.full(200, -1)
    cohort[:20], cohort[20:40], cohort[40:60] = 0, 1, 2
    changes = generator.normal(size=(200, 3))
    arguments = changes, cohort, np.zeros(200, int)
    one, same = (placebo_test(*arguments, seed=1, draws=999) for _ in range(2))
    other = placebo_test(*arguments, seed=2, draws=999)
    assert not one.exact
    assert one.smallest_p == 1 / 1000
    assert (one.p_value, one.lower) == (same.p_value, same.lower)
    assert one.lower != other.lower
    assert one.p_value == pytest.approx(other.p_value, abs=0.08)


def test_without_effect_is_the_distribution_after_the_estimate_is_taken_off() -> None:
    changes, cohort, strata = _example(5, 15, 3, effect=4.0)
    found = placebo_test(changes, cohort, strata)
    clean = placebo_test(changes - found.estimate * (cohort == 0), cohort, strata)
    assert found.without_effect.values == pytest.approx(clean.distribution.values, abs=1e-9)
    assert found.distribution.values.std() > found.without_effect.values.std()


def test_confidence_is_between_0_and_1() -> None:
    with pytest.raises(InvalidInput, match="confidence"):
        placebo_test(*_example(0, 9, 1), confidence=95)


def test_the_same_whatever_the_hash_seed() -> None:
    program = (
        "import numpy as np\n"
        "from impact.evaluation.inference.placebo_test import placebo_test\n"
        "g = np.random.default_rng(0); c = np.where(np.arange(80) < 9, 0, -1)\n"
        "f = placebo_test(g.normal(size=80), c, np.arange(80) % 2)\n"
        "print(repr((f.p_value, f.lower, f.upper)))"
    )
    printed = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    ]
    assert printed[0] == printed[1]


def test_the_response_of_two_cohorts_by_hand() -> None:
    """Years 1 to 6, starts 3 and 5, demeaned.

    An effect since 3 seen from 5: 1 after, 2 of 4 years before: 1/2. Since 5 seen from 3: 2 of 4
    years after, 0 before: 1/2. By the last year before: 1 - 1 = 0, and 2/4 - 0.
    """
    starts = np.array([3.0, 5.0, NEVER])
    panel = Panel(("a", "b", "c"), (1, 2, 3, 4, 5, 6), np.zeros((3, 6)), starts)
    assert cohort_response(panel, "demeaned") == pytest.approx(np.array([[1, 0.5], [0.5, 1]]))
    found = cohort_response(panel, "long_difference")
    assert found == pytest.approx(np.array([[1, 0], [0.5, 1]]))


def test_a_true_effect_in_two_cohorts_is_taken_off_exactly() -> None:
    """Subtracting the effect from the series, and from the changes by the response, are one."""
    generator = np.random.default_rng(7)
    years, starts = tuple(range(2000, 2010)), np.full(14, NEVER)
    starts[:2], starts[2:5] = 2004, 2007
    values = generator.normal(size=(14, 10))
    for method in ("demeaned", "detrended", "long_difference"):
        panel = Panel(tuple(map(str, range(14))), years, values, starts)
        cohort = np.where(np.isfinite(starts), np.searchsorted((2004, 2007), starts), -1)
        response, strata = cohort_response(panel, method), np.zeros(14, int)
        found = placebo_test(unit_changes(panel, method), cohort, strata, response=response)
        without = values - found.lower * (np.array(years) >= starts[:, None])
        again = unit_changes(Panel(panel.units, years, without, starts), method)
        moved = placebo_test(again, cohort, strata, response=response)
        assert moved.lower == pytest.approx(0, abs=1e-9)
        assert moved.upper == pytest.approx(found.upper - found.lower)
        assert moved.without_effect.values == pytest.approx(found.without_effect.values)


@pytest.mark.parametrize("seed", range(4))
def test_groups_of_ties_are_not_lost_on_the_lattice(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Changes of 0, 1 or 2: a tie missed would lower p by a tenth; none may be."""
    generator = np.random.default_rng(seed)
    cohort = np.full(24, -1)
    cohort[[0, 1, 2, 12, 13]] = 0
    arguments = generator.integers(0, 3, 24).astype(float), cohort, np.arange(24) // 12
    written = placebo_test(*arguments)
    counted = _on_the_lattice(monkeypatch, *arguments)
    assert counted.p_value == pytest.approx(written.p_value, abs=1e-6)
