"""The value of information against its closed forms."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from impact.assessment.uncertainty import Uncertain, draw, value_of_information
from impact.errors import InvalidInput

Z = stats.norm.ppf(0.975)
PARAMETERS = {
    "p1": Uncertain(1, 1 - Z, 1 + Z, "normal"),
    "p2": Uncertain(0, -2 * Z, 2 * Z, "normal"),
}


def test_normal_example() -> None:
    """Net benefit p1 - p2 against 0, p1 ~ N(1, 1), p2 ~ N(0, 2): the example of the R package voi
    (vignette, "Simple example model"), which derives the value of perfect information by hand.

    The three exact values are spread times the unit normal loss printed in Raiffa and Schlaifer's
    table: 2 L(0.5) = 2 x 0.1978, L(1) = 0.08332; sqrt(5) L(0.4472) = 0.4798 by its formula.
    """
    drawn = draw(PARAMETERS, seed=1)
    benefits = np.column_stack([np.zeros(8192), drawn["p1"] - drawn["p2"]])
    found = value_of_information(benefits, drawn)
    assert list(found) == ["all", "p2", "p1"]
    assert np.isclose(found["all"], 0.4798, atol=0.003)
    assert np.isclose(found["p2"], 2 * 0.1978, atol=0.003)
    assert np.isclose(found["p1"], 0.08332, atol=0.003)


def test_numbers_of_each_place() -> None:
    """By hand: the total of 50 places is normal, and so is what each parameter alone leaves."""
    parameters = {
        "risk": Uncertain(0, -Z, Z, "normal"),
        "own": Uncertain(np.zeros(50), -Z, Z, "normal"),
        "cost": Uncertain(1.0),
    }
    drawn = draw(parameters, seed=1)
    benefit = (drawn["own"] + 0.2 * drawn["risk"]).sum(axis=1) - drawn["cost"][:, 0]
    found = value_of_information(np.column_stack([benefit, np.zeros(8192)]), drawn)

    def loss(spread: float) -> float:
        return spread * stats.norm.pdf(1 / spread) - stats.norm.cdf(-1 / spread)

    assert set(found) == {"all", "risk", "own"}
    assert np.isclose(found["all"], loss(np.sqrt(50 + 100)), rtol=0.03)
    assert np.isclose(found["risk"], loss(10), rtol=0.03)
    assert np.isclose(found["own"], loss(np.sqrt(50)), rtol=0.05)


@settings(max_examples=25)
@given(st.integers(0, 1000), st.integers(2, 5), st.floats(-1e6, 1e6), st.floats(0.01, 1e4))
def test_bounds_and_units(seed, alternatives, shift, scale) -> None:
    rng = np.random.default_rng(seed)
    cause = rng.normal(size=640)
    benefits = rng.normal(size=(640, alternatives)) + np.outer(cause, rng.normal(size=alternatives))
    one = value_of_information(benefits, {"cause": cause})
    assert 0 <= one["cause"] <= one["all"]
    moved = value_of_information(scale * benefits[:, ::-1] + shift, {"cause": cause})
    assert np.isclose(moved["all"], scale * one["all"], rtol=1e-6, atol=1e-6)


def test_a_sure_choice_is_worth_nothing_more_to_know() -> None:
    drawn = draw(PARAMETERS, seed=1)
    benefits = np.column_stack([np.zeros(8192), 100 + drawn["p1"]])
    assert value_of_information(benefits, drawn)["all"] == 0


def test_unknown_net_benefits() -> None:
    benefits = np.zeros((640, 2))
    benefits[5, 1] = np.nan
    found = value_of_information(benefits, {"a": np.arange(640.0)})
    assert np.isnan([found["all"], found["a"]]).all()


def test_a_place_nobody_knows_and_that_plays_no_part_is_left_out() -> None:
    rng = np.random.default_rng(1)
    own = rng.normal(size=(1280, 3))
    benefits = np.column_stack([np.zeros(1280), own.sum(axis=1)])
    lost = np.column_stack([own, np.full(1280, np.nan)])
    one, other = (value_of_information(benefits, {"own": each}) for each in (own, lost))
    assert one == other
    assert list(value_of_information(benefits, {"sure": np.full((1280, 1), 2.0)})) == ["all"]


def test_bad_input() -> None:
    with pytest.raises(InvalidInput) as caught:
        value_of_information(np.zeros((64, 1)), {"all": np.zeros(64), "b": np.zeros(3)})
    assert len(caught.value.faults) == 4
