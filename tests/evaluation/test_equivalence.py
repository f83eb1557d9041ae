"""Whether effects before were small enough not to matter."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm, t

from impact.errors import InvalidInput
from impact.evaluation.pretrends.equivalence import equivalence


def test_two_events_by_hand() -> None:
    """Estimates -1 and 0.5, errors 0.5 and 0.25, threshold 2.

    The first is (2 - 1) / 0.5 = 2 errors inside, the second (2 - 0.5) / 0.25 = 6: the worse
    counts, p = P(Z > 2) = 0.02275. The upper limit is 1 + 1.644854 x 0.5 = 1.822427.
    """
    found = equivalence(np.array([-1.0, 0.5]), np.diag([0.25, 0.0625]), 2.0)
    assert found.largest == 1.0
    assert found.p_value == pytest.approx(0.0227501, abs=1e-7)
    assert found.upper == pytest.approx(1.822427, abs=1e-6)
    assert found.equivalent and found.note == ""


def test_one_event_is_the_two_one_sided_test_of_statsmodels() -> None:
    """A mean of 12 figures within 0.8 of 0: the larger of the two one-sided p-values."""
    weights = pytest.importorskip("statsmodels.stats.weightstats")
    figures = np.random.default_rng(2).normal(0.2, 1, 12)
    peer = weights.DescrStatsW(figures).ttost_mean(-0.8, 0.8)[0]
    found = equivalence(
        np.array([figures.mean()]),
        np.array([[figures.var(ddof=1) / 12]]),
        0.8,
        degrees_of_freedom=11,
    )
    assert found.p_value == pytest.approx(peer, rel=1e-10)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.1, 5), st.sampled_from([None, 4, 30]))
def test_passes_exactly_when_the_threshold_is_not_below_the_upper_limit(
    seed: int, threshold: float, freedom: int | None
) -> None:
    """Test and limit say the same; a change of unit changes neither."""
    generator = np.random.default_rng(seed)
    estimates, errors = generator.normal(size=4), generator.uniform(0.1, 1, 4)
    covariance = np.diag(errors**2)
    found = equivalence(estimates, covariance, threshold, degrees_of_freedom=freedom)
    assert found.equivalent == (found.upper <= threshold)
    assert found.largest < found.upper
    scaled = equivalence(
        -100 * estimates, 1e4 * covariance, 100 * threshold, degrees_of_freedom=freedom
    )
    assert scaled.p_value == pytest.approx(found.p_value, rel=1e-9)
    assert scaled.upper == pytest.approx(100 * found.upper)


def test_holds_its_size_where_one_effect_is_at_the_threshold() -> None:
    """One event exactly at the threshold, the other at 0: 5 % pass at most (20,000 draws)."""
    draws = np.random.default_rng(4).normal([1.0, 0.0], 0.3, (20_000, 2))
    passed = [equivalence(draw, np.eye(2) * 0.09, 1.0).equivalent for draw in draws]
    assert 0.04 < np.mean(passed) < 0.055


def test_few_units_make_it_harder() -> None:
    """The same figures with 3 degrees of freedom: t for the normal."""
    many = equivalence(np.array([0.5]), np.array([[0.04]]), 1.0)
    few = equivalence(np.array([0.5]), np.array([[0.04]]), 1.0, degrees_of_freedom=3)
    assert many.p_value == pytest.approx(norm.sf(2.5))
    assert few.p_value == pytest.approx(t.sf(2.5, 3))
    assert many.equivalent and few.equivalent
    assert few.upper > many.upper


def test_no_variation_is_read_as_exact() -> None:
    """An event that all units share has no error: inside or not, without doubt."""
    inside = equivalence(np.array([0.5, 0.1]), np.zeros((2, 2)), 1.0)
    assert inside.p_value == 0 and inside.equivalent and inside.upper == 0.5
    outside = equivalence(np.array([1.0, 0.1]), np.zeros((2, 2)), 1.0)
    assert outside.p_value == 1 and not outside.equivalent


@pytest.mark.parametrize(
    ("estimates", "covariance", "threshold", "freedom", "note"),
    [
        (np.array([]), np.zeros((0, 0)), 1.0, None, "no_pre_events"),
        (np.array([np.nan]), np.eye(1), 1.0, None, "missing"),
        (np.array([0.1]), np.array([[np.nan]]), 1.0, None, "missing"),
        (np.array([0.1]), np.eye(1), 1.0, 0, "few_units"),
        (np.array([0.1]), np.eye(1), math.nan, None, "no_threshold"),
    ],
)
def test_says_why_there_is_none(estimates, covariance, threshold, freedom, note) -> None:
    """Never equivalent by default; without a threshold the upper limit is given all the same."""
    found = equivalence(estimates, covariance, threshold, degrees_of_freedom=freedom)
    assert found.note == note
    assert math.isnan(found.p_value) and not found.equivalent
    assert math.isfinite(found.upper) == (note == "no_threshold")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"threshold": 0.0}, "threshold: 0.0 is not above 0"),
        ({"threshold": -1.0}, "threshold: -1.0 is not above 0"),
        ({"level": 0.9}, "level: 0.9 is not between 0 and 0.5"),
        ({"covariance": np.array([[-1.0]])}, "covariance: has a negative variance"),
        ({"covariance": np.eye(2)}, "covariance: has shape"),
    ],
)
def test_bad_input_is_refused(change: dict, message: str) -> None:
    """The message says which argument."""
    arguments = {"covariance": np.eye(1), "threshold": 1.0, **change}
    with pytest.raises(InvalidInput, match=message):
        equivalence(np.array([0.1]), **arguments)
