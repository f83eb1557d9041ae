"""Gravity flows: by hand, sums that must hold, and a decay that is found again."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import ImpactError, InvalidInput
from impact.planning.capacity import fit_decay, gravity_flows


def made(seed: int, homes: int = 6, places: int = 4):
    random = np.random.default_rng(seed)
    home = [f"h{number}" for number in range(homes)]
    place = [f"s{number}" for number in range(places)]
    origins = pd.Series(random.uniform(10, 200, homes), home)
    arrivals = random.uniform(10, 200, places)
    arrivals = pd.Series(arrivals * origins.sum() / arrivals.sum(), place)
    minutes = pd.DataFrame(random.uniform(2, 70, (homes, places)), home, place)
    return origins, arrivals, minutes


def test_by_hand():
    # one home of 100; s pulls 30 at 10 min, t 60 at 20 min; exp(-0.05 x 10) = 0.6065:
    # t's share = 60 x 0.6065 / (30 + 60 x 0.6065)
    minutes = pd.DataFrame([[10, 20]], ["a"], ["s", "t"])
    attractions = pd.Series({"s": 30, "t": 60})
    found = gravity_flows(pd.Series({"a": 100}), attractions, minutes, decay=0.05)
    share = 60 * np.exp(-0.5) / (30 + 60 * np.exp(-0.5))
    assert found.flows.loc["a"].tolist() == pytest.approx([100 * (1 - share), 100 * share])
    assert found.mean_minutes == pytest.approx(10 + 10 * share)
    power = gravity_flows(pd.Series({"a": 100}), attractions, minutes, decay=2, deterrence="power")
    # 30 / 100 against 60 / 400: two thirds go to s
    assert power.flows.loc["a", "s"] == pytest.approx(200 / 3)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.floats(0, 0.15))
def test_sums_hold(seed, decay):
    origins, arrivals, minutes = made(seed)
    one = gravity_flows(origins, arrivals, minutes, decay=decay)
    assert one.flows.sum(axis=1).to_numpy() == pytest.approx(origins.to_numpy())
    both = gravity_flows(origins, arrivals, minutes, decay=decay, doubly=True)
    assert both.flows.sum(axis=1).to_numpy() == pytest.approx(origins.to_numpy(), rel=1e-6)
    assert both.flows.sum(axis=0).to_numpy() == pytest.approx(arrivals.to_numpy(), abs=1e-4)
    assert both.error < 1e-4
    # what makes it a gravity model: log T_ij + decay c_ij = a_i + b_j, so these differences vanish
    left = np.log(both.flows.to_numpy()) + decay * minutes.to_numpy()
    left = left - left.mean(axis=1, keepdims=True) - left.mean(axis=0) + left.mean()
    assert np.abs(left).max() < 1e-6


def test_without_decay_distance_plays_no_part():
    origins, arrivals, minutes = made(3)
    found = gravity_flows(origins, arrivals, minutes, decay=0, doubly=True)
    expected = np.outer(origins, arrivals) / origins.sum()
    assert np.allclose(found.flows, expected)


@pytest.mark.parametrize("doubly", [False, True])
@pytest.mark.parametrize(("deterrence", "decay"), [("exponential", 0.07), ("power", 1.3)])
def test_the_decay_behind_flows_is_found_again(doubly, deterrence, decay):
    origins, arrivals, minutes = made(5)
    kind = {"doubly": doubly, "deterrence": deterrence}
    flows = gravity_flows(origins, arrivals, minutes, decay=decay, **kind).flows
    assert fit_decay(flows, minutes, attractions=arrivals, **kind) == pytest.approx(decay, abs=1e-5)


def test_flows_that_do_not_shrink_with_distance():
    origins, arrivals, minutes = made(5)
    away = gravity_flows(origins, arrivals, 70 - minutes, decay=0.05).flows
    assert fit_decay(away, minutes, attractions=arrivals) == 0.0
    home = pd.DataFrame(np.eye(2) * 50, list("ab"), list("ab"))
    near = pd.DataFrame([[1, 60], [60, 1]], list("ab"), list("ab"))
    assert fit_decay(home, near, highest=2.0) == 2.0


def test_a_closed_place_gets_nobody_and_a_split_home_changes_nothing():
    origins, arrivals, minutes = made(5)
    closed = gravity_flows(origins, arrivals.where(arrivals.index != "s1", 0), minutes, decay=0.05)
    assert closed.flows["s1"].sum() == 0
    assert closed.flows.to_numpy().sum() == pytest.approx(origins.sum())
    whole = gravity_flows(origins, arrivals, minutes, decay=0.05, doubly=True).flows
    halves = pd.concat([origins.drop("h0"), pd.Series({"h0a": 1, "h0b": 1}) * origins["h0"] / 2])
    ways = pd.concat([minutes.drop("h0"), minutes.loc[["h0", "h0"]].set_axis(["h0a", "h0b"])])
    split = gravity_flows(halves, arrivals, ways, decay=0.05, doubly=True).flows
    together = (split.loc["h0a"] + split.loc["h0b"]).to_numpy()
    assert together == pytest.approx(whole.loc["h0"].to_numpy(), rel=1e-5)


def test_long_ways_do_not_drown_in_the_exponential():
    minutes = pd.DataFrame([[4000.0, 4010.0]], ["a"], ["s", "t"])
    found = gravity_flows(pd.Series({"a": 10.0}), pd.Series({"s": 1, "t": 1}), minutes, decay=1.0)
    assert found.flows.loc["a", "s"] == pytest.approx(10 / (1 + np.exp(-10)))


def test_bad_input():
    origins, arrivals, minutes = made(5)
    with pytest.raises(InvalidInput, match="no open place within reach"):
        gravity_flows(origins, arrivals * 0, minutes, decay=0.1)
    with pytest.raises(InvalidInput, match="arrive"):
        gravity_flows(origins, arrivals * 2, minutes, decay=0.1, doubly=True)
    minutes.iloc[0, 0], minutes.iloc[1, 1] = np.nan, -4
    with pytest.raises(InvalidInput) as caught:
        gravity_flows(origins, arrivals, minutes, decay=-1, deterrence="other")
    assert len(caught.value.faults) == 4
    with pytest.raises(InvalidInput, match="no pupils at all"):
        fit_decay(minutes * 0, minutes)


def test_a_balance_that_cannot_be_found_says_so():
    minutes = pd.DataFrame([[1.0, np.inf], [1.0, np.inf]], ["a", "b"], ["s", "t"])
    with pytest.raises(ImpactError, match="did not balance"):
        gravity_flows(
            pd.Series({"a": 5, "b": 5}), pd.Series({"s": 4, "t": 6}), minutes, decay=0.1,
            doubly=True, rounds=50,
        )  # fmt: skip
