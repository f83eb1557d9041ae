"""The joint test of the years before."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2, f

from impact.errors import InvalidInput
from impact.evaluation.pretrends.joint_test import joint_test


def test_two_events_by_hand() -> None:
    """The inverse of [[1, .5], [.5, 1]] is [[4/3, -2/3], [-2/3, 4/3]].

    For (2, 1) the form is 4 x 4/3 - 2 x 2 x 2/3 + 1 x 4/3 = 4.
    """
    found = joint_test(np.array([2.0, 1.0]), np.array([[1.0, 0.5], [0.5, 1.0]]))
    assert found.statistic == pytest.approx(4.0)
    assert found.p_value == pytest.approx(math.exp(-2.0))  # chi-squared with 2: exp(-W / 2)
    assert (found.numerator, found.denominator, found.note) == (2, math.inf, "")


def test_one_event_is_the_two_sided_t_test() -> None:
    """With one event F is t squared: estimate 3, variance 4, 5 degrees of freedom."""
    from scipy.stats import t

    found = joint_test(np.array([3.0]), np.array([[4.0]]), degrees_of_freedom=5)
    assert found.statistic == pytest.approx(2.25)
    assert found.p_value == pytest.approx(2 * t.sf(1.5, 5))


def test_with_one_treated_unit_it_is_hotelling_and_holds_its_size() -> None:
    """One treated of 13 units, 6 events: true nulls are rejected one time in twenty.

    4,000 panels: a share further from .05 than .013 has odds of less than 1 in 5,000. The plain
    Wald test on the same figures rejects most of them, which is why it is not the one used.
    """
    generator = np.random.default_rng(6)
    mix = np.tril(np.ones((6, 6)))
    exact, plain = [], []
    for _ in range(4000):
        units = generator.standard_normal((13, 6)) @ mix.T
        estimates = units[0] - units[1:].mean(axis=0)
        covariance = np.cov(units[1:].T) * (1 + 1 / 12)
        exact.append(joint_test(estimates, covariance, degrees_of_freedom=11).p_value)
        plain.append(joint_test(estimates, covariance).p_value)
    assert abs(np.mean(np.array(exact) <= 0.05) - 0.05) < 0.013
    assert np.mean(np.array(plain) <= 0.05) > 0.3


def test_two_samples_are_those_of_statsmodels() -> None:
    """The same as the two-sample Hotelling test, for treated and comparison of like covariance."""
    multivariate = pytest.importorskip("statsmodels.stats.multivariate")
    generator = np.random.default_rng(3)
    treated, comparison = generator.normal(0.4, 1, (7, 3)), generator.normal(0, 1, (15, 3))
    rest = np.vstack([treated - treated.mean(axis=0), comparison - comparison.mean(axis=0)])
    covariance = rest.T @ rest / 20 * (1 / 7 + 1 / 15)
    estimates = treated.mean(axis=0) - comparison.mean(axis=0)
    found = joint_test(estimates, covariance, degrees_of_freedom=20)
    peer = multivariate.test_mvmean_2indep(treated, comparison)
    assert found.statistic == pytest.approx(peer.statistic, rel=1e-10)
    assert found.p_value == pytest.approx(peer.pvalue, rel=1e-10)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 6))
def test_neither_unit_nor_order_nor_reference_changes_it(seed: int, count: int) -> None:
    """Any invertible mixture of the events leaves the statistic as it is."""
    generator = np.random.default_rng(seed)
    root, estimates = generator.standard_normal((count, count + 3)), generator.normal(size=count)
    covariance = root @ root.T
    mix = generator.standard_normal((count, count)) + 3 * np.eye(count)
    once = joint_test(estimates, covariance, degrees_of_freedom=count + 4)
    again = joint_test(mix @ estimates, mix @ covariance @ mix.T, degrees_of_freedom=count + 4)
    assert again.statistic == pytest.approx(once.statistic, rel=1e-5)
    share = f.sf(once.statistic, count, 5)
    assert once.p_value == pytest.approx(share)
    assert joint_test(estimates, covariance).p_value == pytest.approx(
        chi2.sf(once.statistic * (count + 4) * count / 5, count)
    )


@pytest.mark.parametrize(
    ("estimates", "covariance", "freedom", "note"),
    [
        (np.array([]), np.zeros((0, 0)), None, "no_pre_events"),
        (np.array([1.0, np.nan]), np.eye(2), None, "missing"),
        (np.ones(2), np.array([[1.0, np.nan], [np.nan, 1.0]]), None, "missing"),
        (np.ones(3), np.eye(3), 2, "few_units"),
        (np.ones(2), np.ones((2, 2)), None, "singular"),
        (np.ones(2), np.diag([1.0, 0.0]), None, "singular"),
    ],
)
def test_says_why_there_is_none(estimates, covariance, freedom, note) -> None:
    """No number is given, and the reason is one of the closed set."""
    found = joint_test(estimates, covariance, degrees_of_freedom=freedom)
    assert found.note == note
    assert math.isnan(found.p_value) and math.isnan(found.statistic)
    assert math.isnan(found.denominator)


def test_fewer_units_than_events_are_refused_and_as_many_are_not() -> None:
    """4 comparison units cannot tell of 5 events; 6 of them can, with one degree left."""
    generator = np.random.default_rng(1)
    few, enough = generator.standard_normal((4, 5)), generator.standard_normal((6, 5))
    assert joint_test(np.ones(5), np.cov(few.T), degrees_of_freedom=3).note == "few_units"
    assert joint_test(np.ones(5), np.cov(few.T)).note == "singular"
    found = joint_test(np.ones(5), np.cov(enough.T), degrees_of_freedom=5)
    assert found.denominator == 1 and 0 < found.p_value < 1


def test_shapes_that_do_not_fit_are_refused() -> None:
    """The message names both shapes."""
    with pytest.raises(InvalidInput, match=r"covariance: has shape \(3, 3\), the estimates \(2,\)"):
        joint_test(np.ones(2), np.eye(3))
