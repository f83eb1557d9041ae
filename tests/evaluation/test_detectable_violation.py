"""How steep a trend of its own the years before could not have shown."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import f, norm, t

from impact.errors import InvalidInput, UnknownName
from impact.evaluation.pretrends.detectable_violation import detectable_violation
from impact.evaluation.pretrends.joint_test import joint_test

EVENTS = np.array([-4, -3, -2, 0, 1])


def random_walk(seed: int = 1) -> np.ndarray:
    """Return the covariance of the events of summed noise."""
    root = np.random.default_rng(seed).standard_normal((5, 12)) / 4
    return root @ root.T


@pytest.mark.parametrize("test", ["joint", "any"])
def test_one_event_by_hand(test: str) -> None:
    """One event a year before the reference, error 2: found with 80 % when 2.8016 errors away.

    P(N > 1.95996 - 2.8016) = P(N > -0.8416) = 0.8, and the other side adds 1e-6. The effect is
    asked for in the first two years after, 1 and 2 years from the reference: bias 1.5 x slope.
    """
    found = detectable_violation(np.diag([4.0, 1, 1]), np.array([-2, 0, 1]), test=test)
    assert found["share"].tolist() == [0.5, 0.8]
    assert found["slope"].tolist() == pytest.approx([2 * 1.95996, 2 * 2.80158], abs=2e-3)
    assert found["bias"].tolist() == pytest.approx((1.5 * found["slope"]).tolist())


def test_one_event_and_few_units_is_the_power_of_a_t_test() -> None:
    """With 6 degrees of freedom: the noncentral t of statsmodels' power."""
    power = pytest.importorskip("statsmodels.stats.power")
    found = detectable_violation(np.diag([4.0, 1]), np.array([-2, 0]), degrees_of_freedom=6)
    for row in found.to_dict("records"):
        share = power.TTestPower().power(row["slope"] / 2 / np.sqrt(7), 7, 0.05)
        assert share == pytest.approx(row["share"], abs=1e-6)


@pytest.mark.parametrize("test", ["joint", "any"])
def test_the_slope_is_found_so_often(test: str) -> None:
    """100,000 draws around the line: the share that each reading finds is the share asked for."""
    covariance = random_walk()
    inner = covariance[:3, :3]
    noise = np.random.default_rng(2).multivariate_normal(np.zeros(3), inner, 100_000)
    for row in detectable_violation(covariance, EVENTS, test=test).to_dict("records"):
        values = noise + row["slope"] * np.array([-3.0, -2.0, -1.0])
        if test == "joint":
            wald = np.einsum("ij,jk,ik->i", values, np.linalg.inv(inner), values)
            share = (wald > 7.814728).mean()  # chi-squared, 3 degrees of freedom, 5 %
        else:
            share = (np.abs(values) > norm.ppf(0.975) * np.sqrt(np.diag(inner))).any(axis=1).mean()
        assert share == pytest.approx(row["share"], abs=0.006)


def test_with_one_treated_unit_it_is_the_power_of_the_joint_test() -> None:
    """One treated of 11 units on that line: the joint test finds it as often as it says.

    3,000 panels: .035 is four errors.
    """
    covariance = random_walk(3)[:3, :3]
    wide = np.zeros((4, 4))
    wide[:3, :3], wide[3, 3] = covariance * 1.1, 1.0
    row = detectable_violation(wide, EVENTS[:4], shares=[0.5], degrees_of_freedom=9).iloc[0]
    generator = np.random.default_rng(8)
    found = []
    for _ in range(3000):
        units = generator.multivariate_normal(np.zeros(3), covariance, 11)
        estimates = units[0] - units[1:].mean(axis=0) + row["slope"] * np.array([-3.0, -2.0, -1.0])
        sample = np.cov(units[1:].T) * 1.1
        found.append(joint_test(estimates, sample, degrees_of_freedom=9).p_value <= 0.05)
    assert np.mean(found) == pytest.approx(0.5, abs=0.035)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1000), st.sampled_from([None, 20]), st.floats(0.01, 100))
def test_what_must_not_matter(seed: int, freedom: int | None, factor: float) -> None:
    """Unit and order of events; more often found is steeper; fewer units steeper still."""
    covariance = random_walk(seed)
    plain = detectable_violation(covariance, EVENTS, degrees_of_freedom=freedom)
    scaled = detectable_violation(factor**2 * covariance, EVENTS, degrees_of_freedom=freedom)
    assert scaled["slope"].tolist() == pytest.approx((factor * plain["slope"]).tolist(), rel=1e-6)
    order = np.random.default_rng(seed).permutation(5)
    turned = detectable_violation(
        covariance[np.ix_(order, order)], EVENTS[order], degrees_of_freedom=freedom
    )
    assert turned["slope"].tolist() == pytest.approx(plain["slope"].tolist(), rel=1e-6)
    assert 0 < plain["slope"].iloc[0] < plain["slope"].iloc[1]
    fewer = detectable_violation(covariance, EVENTS, degrees_of_freedom=5)
    assert (fewer["slope"] > plain["slope"]).all()


def test_years_apart_count_as_years() -> None:
    """Events two years apart: half the slope is found as often, and leaves as much."""
    covariance = random_walk(4)
    once = detectable_violation(covariance, EVENTS)
    twice = detectable_violation(covariance, 2 * EVENTS + 2, reference=-1, weights=None)
    # 2 x (-4, -3, -2, 0, 1) + 2 = (-6, -4, -2, 2, 4): -5, -3, -1, 3, 5 years from the reference.
    times = np.array([-5.0, -3.0, -1.0])
    unit = times @ np.linalg.solve(covariance[:3, :3], times)
    former = np.array([-3.0, -2.0, -1.0]) @ np.linalg.solve(
        covariance[:3, :3], np.array([-3.0, -2.0, -1.0])
    )
    ratio = (twice["slope"] / once["slope"]).to_numpy()
    assert ratio == pytest.approx(np.sqrt(former / unit), rel=1e-6)
    assert twice["bias"].tolist() == pytest.approx((4.0 * twice["slope"]).tolist())


def test_a_reading_of_single_estimates_with_few_units_uses_their_limits() -> None:
    """One event, 8 degrees of freedom: limits of t, the error taken as known."""
    found = detectable_violation(
        np.diag([1.0, 1.0]), np.array([-2, 0]), degrees_of_freedom=8, test="any", shares=[0.8]
    )
    assert found["slope"].iloc[0] == pytest.approx(t.ppf(0.975, 8) + norm.ppf(0.8), abs=1e-3)


@pytest.mark.parametrize(
    "change",
    [
        {"events": np.arange(5)},
        {"covariance": np.full((5, 5), np.nan)},
        {"covariance": np.ones((5, 5))},
        {"degrees_of_freedom": 2},
    ],
)
def test_not_a_number_where_it_is_not_possible(change: dict[str, Any]) -> None:
    """The rows are there, their slope is not."""
    told = {"covariance": random_walk(), "events": EVENTS, **change}
    found = detectable_violation(**told)
    assert found["share"].tolist() == [0.5, 0.8]
    assert found[["slope", "bias"]].isna().all(axis=None)


def test_years_after_need_no_variation_of_their_own() -> None:
    """Only the covariance before counts; without years after there is a slope and no bias."""
    covariance = random_walk()
    plain = detectable_violation(covariance, EVENTS)
    covariance[3:] = covariance[:, 3:] = 0.0
    assert detectable_violation(covariance, EVENTS)["slope"].tolist() == plain["slope"].tolist()
    before = detectable_violation(covariance[:3, :3], EVENTS[:3])
    assert before["slope"].tolist() == pytest.approx(plain["slope"].tolist())
    assert before["bias"].isna().all()


def test_as_many_degrees_of_freedom_as_events_are_just_enough() -> None:
    """Three events, three degrees: F(3, 1), and a slope that is very steep."""
    row = detectable_violation(random_walk(), EVENTS, degrees_of_freedom=3, shares=[0.5]).iloc[0]
    assert row["slope"] > 5 * detectable_violation(random_walk(), EVENTS)["slope"].iloc[0]
    assert f.isf(0.05, 3, 1) > 200


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"shares": [0.05]}, r"shares: \[0.05\] are not between the level 0.05 and 1"),
        ({"shares": [1.0]}, "shares"),
        ({"level": 0.0}, "level: 0.0 is not between 0 and 1"),
        ({"weights": np.ones(5)}, "weights: do not fit the 2 events"),
        ({"covariance": np.eye(4)}, "estimates, covariance and events: have shapes"),
    ],
)
def test_bad_input_is_refused(change: dict[str, Any], message: str) -> None:
    """The message says which argument."""
    told = {"covariance": np.eye(5), "events": EVENTS, **change}
    with pytest.raises(InvalidInput, match=message):
        detectable_violation(**told)


def test_an_unknown_test_is_named() -> None:
    """Tests are a closed set."""
    with pytest.raises(UnknownName, match="unknown test of the years before 'wald'"):
        detectable_violation(np.eye(5), EVENTS, test="wald")
