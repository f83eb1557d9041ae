"""Power and detectable effects, against hand counts and the test itself."""

from __future__ import annotations

import numpy as np
import pytest

from impact.errors import InvalidInput
from impact.evaluation.inference.placebo_distribution import Distribution, distribution_of
from impact.evaluation.inference.placebo_test import placebo_test
from impact.evaluation.power import critical_effect, detectable_effect, power, size

TWENTY = distribution_of(np.arange(-9.5, 10))


def test_twenty_placebos_by_hand() -> None:
    """-9.5, -8.5 ... 9.5: at 10 % the two outermost reject, so an effect counts from 9.5."""
    assert critical_effect(TWENTY, 0.1) == 9.5
    assert size(TWENTY, 0.1) == pytest.approx(2 / 20)
    found = power(TWENTY, np.array([0.0, 1.0, -1.0, 10.0, 19.0, 30.0]), 0.1)
    assert found == pytest.approx([2 / 20, 2 / 20, 2 / 20, 11 / 20, 20 / 20, 1])


def test_nothing_is_found_where_no_p_value_is_small_enough() -> None:
    """The outermost two are tied: no p-value under 2/20 can come out."""
    assert critical_effect(TWENTY, 0.05) == np.inf
    assert size(TWENTY, 0.05) == 0
    assert power(TWENTY, np.array([1e9]), 0.05)[0] == 0
    assert detectable_effect(TWENTY, level=0.05) == np.inf


def test_detectable_effect_by_hand() -> None:
    """80 % of the placebos, 16 of 20, are at least -5.5: 9.5 + 5.5 = 15 is found 16 times."""
    assert detectable_effect(TWENTY, share=0.8, level=0.1) == pytest.approx(15)
    assert power(TWENTY, np.array([15.0]), 0.1)[0] == pytest.approx(0.8)
    assert power(TWENTY, np.array([14.9]), 0.1)[0] == pytest.approx(0.75)


def test_the_harder_direction_is_told() -> None:
    """One long tail to the left: an increase is harder to see among falls than a fall."""
    lopsided = distribution_of(np.array([-10.0, -8, -6, -4, *[1.75] * 16]))
    limit = critical_effect(lopsided, 0.1)
    assert limit == 8
    assert detectable_effect(lopsided, share=0.9, level=0.1) == pytest.approx(8 + 6)
    assert power(lopsided, np.array([14.0, -14.0]), 0.1) == pytest.approx([0.9, 1.0])


def test_ties_at_the_limit_are_taken_together() -> None:
    tied = distribution_of(np.array([-3.0, 3.0, *[0.0] * 38]))
    assert critical_effect(tied, 0.05) == 3
    assert critical_effect(tied, 0.03) == np.inf


def test_normal_placebos_have_the_textbook_power() -> None:
    """A grid of the normal distribution: 2.8 deviations are found 80 times in 100."""
    values = np.linspace(-8, 8, 16001)
    weights = np.exp(-(values**2) / 2)
    normal = Distribution(values, weights / weights.sum())
    assert critical_effect(normal) == pytest.approx(1.959964, abs=0.002)
    assert size(normal) == pytest.approx(0.05, abs=1e-3)
    assert detectable_effect(normal) == pytest.approx(1.959964 + 0.841621, abs=0.003)
    assert power(normal, np.array([1.0]))[0] == pytest.approx(0.170075, abs=1e-3)


def test_power_is_what_the_placebo_test_does() -> None:
    """One of 40 treated in turn with an effect added: the share of p <= .05 is the power.

    The test leaves a treated unit's own change in the comparison of the placebos, so its own
    distribution differs from the untreated one by 1/39 of the effect.
    """
    changes = np.random.default_rng(2).normal(size=40)
    nothing = placebo_test(changes, np.where(np.arange(40) == 0, 0, -1), np.zeros(40, int))
    for effect in (0.0, 1.0, 2.0, 3.0):
        found = []
        for unit in range(40):
            chosen = np.arange(40) == unit
            test = placebo_test(
                changes + effect * chosen, np.where(chosen, 0, -1), np.zeros(40, int)
            )
            found.append(test.p_value <= 0.05)
        predicted = power(nothing.distribution, np.array([effect]))[0]
        assert np.mean(found) == pytest.approx(predicted, abs=0.051)


def test_power_grows_and_size_keeps_its_level() -> None:
    generator = np.random.default_rng(4)
    cohort = np.where(np.arange(80) < 9, 0, -1)
    found = placebo_test(generator.standard_t(5, 80), cohort, np.zeros(80, int))
    shares = power(found.without_effect, np.linspace(0, 5, 11))
    assert np.all(np.diff(shares) >= -1e-12)
    assert 0.045 < size(found.without_effect) <= 0.05
    smallest = detectable_effect(found.without_effect)
    both = power(found.without_effect, np.array([smallest, -smallest]))
    assert both.min() == pytest.approx(0.8, abs=0.01)
    assert both.min() >= 0.8 - 1e-9


def test_scale_goes_through() -> None:
    values = np.random.default_rng(5).normal(size=200)
    small, large = (detectable_effect(distribution_of(values * by)) for by in (1, 1000))
    assert large == pytest.approx(1000 * small)


@pytest.mark.parametrize("wrong", [0, 1, 5])
def test_shares_are_between_0_and_1(wrong: float) -> None:
    with pytest.raises(InvalidInput, match="level"):
        critical_effect(TWENTY, wrong)
    with pytest.raises(InvalidInput, match="share"):
        detectable_effect(TWENTY, share=wrong)
