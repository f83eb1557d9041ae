"""Whole groups: by hand, against trying every choice, limits, opening and closing."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.planning.capacity import allocate, plan_groups


def made(seed: int, homes: int = 4, programmes: int = 2, places: int = 3):
    random = np.random.default_rng(seed)
    home = [f"h{number}" for number in range(homes)]
    place = [f"s{number}" for number in range(places)]
    names = [f"P{number}" for number in range(programmes)]
    demand = pd.DataFrame(random.integers(0, 20, (homes, programmes)), home, names)
    present = pd.DataFrame(random.integers(0, 3, (places, programmes)), place, names)
    minutes = pd.DataFrame(random.uniform(2, 70, (homes, places)), home, place)
    return demand, minutes, present


ONE = pd.DataFrame({"P": [22]}, ["a"])
WAY = pd.DataFrame([[10]], ["a"], ["s"])


def test_by_hand():
    # 22 pupils, groups of 10, at least 6 in each, 60 minutes a pupil without a place, 40 a group:
    # 2 groups: 20 x 10 + 2 x 60 + 80 = 400; 3 groups: 22 x 10 + 120 = 340 (three of at least 6 fit)
    found = plan_groups(
        ONE, WAY, pd.DataFrame({"P": [1]}, ["s"]), group_size=10, smallest_group=6,
        unmet_cost=60, group_cost=40,
    )  # fmt: skip
    assert found.objective == pytest.approx(340)
    row = found.groups.iloc[0]
    assert (row["groups_now"], row["groups"], row["places"], row["admitted"]) == (1, 3, 30, 22)
    # a third group needs 8 of 24: it cannot be, and two of them hold 20
    viable = plan_groups(
        ONE, WAY, pd.DataFrame({"P": [1]}, ["s"]), group_size=10, smallest_group=8,
        unmet_cost=60, group_cost=40,
    )  # fmt: skip
    assert viable.objective == pytest.approx(400)
    assert viable.allocation.unmet.loc["a", "P"] == pytest.approx(2)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_finds_what_trying_every_choice_finds(seed):
    demand, minutes, present = made(seed, programmes=1)
    size, group_cost, open_cost, close_cost = 12.0, 90.0, 70.0, 50.0
    best = np.inf
    for groups in itertools.product(range(5), repeat=3):
        tried = pd.DataFrame({"P0": groups}, present.index)
        now, then = present["P0"].to_numpy() > 0, tried["P0"].to_numpy() > 0
        inside = allocate(demand, tried * size, minutes, travel_limit=60, unmet_cost=200)
        best = min(
            best,
            inside.objective + group_cost * sum(groups)
            + open_cost * (then & ~now).sum() + close_cost * (now & ~then).sum(),
        )  # fmt: skip
    found = plan_groups(
        demand, minutes, present, group_size=size, smallest_group=0, travel_limit=60,
        unmet_cost=200, group_cost=group_cost, open_cost=open_cost, close_cost=close_cost,
        relative_gap=1e-9,
    )  # fmt: skip
    assert found.objective == pytest.approx(best)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_groups_are_whole_viable_and_hold_everyone_in_them(seed):
    demand, minutes, present = made(seed)
    sizes, floors = pd.Series({"P0": 10, "P1": 16}), pd.Series({"P0": 5, "P1": 8})
    totals = pd.Series({"P0": 3, "P1": 2})
    found = plan_groups(
        demand, minutes, present, group_size=sizes, smallest_group=floors, total_groups=totals,
        travel_limit=50,
    )  # fmt: skip
    groups = found.groups
    assert (groups["groups"] % 1 == 0).all()
    assert (groups["admitted"] <= groups["places"] + 1e-6).all()
    least = groups["groups"] * groups["programme"].map(floors)
    assert (groups["admitted"] >= least - 1e-6).all()
    for name, most in totals.items():
        assert groups.loc[groups["programme"] == name, "groups"].sum() <= most
    placed = found.allocation.flows["pupils"].sum() + found.allocation.unmet.to_numpy().sum()
    assert placed == pytest.approx(demand.to_numpy().sum())
    assert found.gap <= 1e-3 + 1e-9


def test_programmes_may_be_kept_where_they_are():
    demand, minutes, present = made(1)
    present.loc["s0"] = 0
    found = plan_groups(demand, minutes, present, group_size=10, may_open=False)
    assert "s0" not in set(found.groups["place"])
    assert not found.groups["opened"].any()
    capped = plan_groups(demand, minutes, present, group_size=10, most_groups=1)
    assert capped.groups["groups"].max() == 1


def test_a_place_closes_when_nobody_is_within_reach():
    found = plan_groups(
        ONE, WAY, pd.DataFrame({"P": [2]}, ["s"]), group_size=10, travel_limit=5, close_cost=7,
        unmet_cost=3,
    )  # fmt: skip
    assert found.groups["closed"].tolist() == [True]
    assert found.objective == pytest.approx(22 * 3 + 7)
    assert found.capacity.loc["s", "P"] == 0


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_order_is_of_no_consequence(seed):
    demand, minutes, present = made(seed)
    first = plan_groups(demand, minutes, present, group_size=10, group_cost=50)
    second = plan_groups(
        demand.iloc[::-1, ::-1], minutes.iloc[::-1, ::-1], present.iloc[::-1], group_size=10,
        group_cost=50,
    )  # fmt: skip
    pd.testing.assert_frame_equal(first.groups, second.groups)
    assert first.objective == second.objective


def test_faults_are_told_together():
    with pytest.raises(InvalidInput) as caught:
        plan_groups(ONE, WAY, pd.DataFrame({"P": [1.5]}, ["s"]), group_size=10, smallest_group=11)
    assert len(caught.value.faults) == 2
    with pytest.raises(InvalidInput, match="group_size of P: is missing"):
        plan_groups(ONE, WAY, pd.DataFrame({"P": [1]}, ["s"]), group_size=pd.Series({"Q": 10}))
    with pytest.raises(InvalidInput, match="group size of P: is 0"):
        plan_groups(ONE, WAY, pd.DataFrame({"P": [1]}, ["s"]), group_size=0, smallest_group=0)
