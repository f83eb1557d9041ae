"""Allocation: published optima, balance, and what more room, splits and order may not change."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from impact.errors import InvalidInput
from impact.planning.capacity import allocate, explain_unmet


def made(seed: int, homes: int = 5, programmes: int = 3, places: int = 4):
    """Return demand, capacity and minutes of an invented region."""
    random = np.random.default_rng(seed)
    home = [f"h{number}" for number in range(homes)]
    place = [f"s{number}" for number in range(places)]
    names = [f"P{number}" for number in range(programmes)]
    demand = pd.DataFrame(random.integers(0, 40, (homes, programmes)), home, names)
    room = random.integers(0, 50, (places, programmes)) * (
        random.uniform(size=(places, programmes)) < 0.7
    )
    capacity = pd.DataFrame(room, place, names)
    minutes = pd.DataFrame(random.uniform(2, 90, (homes, places)), home, place)
    return demand, capacity, minutes


seeds = st.integers(0, 10_000)
quick = settings(max_examples=25, deadline=None)


def test_two_plants_and_three_markets():
    thousand_miles = pd.DataFrame(
        [[2.5, 1.7, 1.8], [2.5, 1.8, 1.4]],
        ["Seattle", "San Diego"],
        ["New York", "Chicago", "Topeka"],
    )
    demand = pd.DataFrame({"case": [325, 300, 275]}, thousand_miles.columns)
    capacity = pd.DataFrame({"case": [350, 600]}, thousand_miles.index)
    found = allocate(demand, capacity, thousand_miles.T * 90 / 1000)
    # Chicago from Seattle 300 x 0.153, Topeka from San Diego 275 x 0.126, New York 325 x 0.225
    by_hand = 300 * 0.153 + 275 * 0.126 + 325 * 0.225
    assert by_hand == pytest.approx(153.675)
    assert found.objective == pytest.approx(153.675, abs=1e-9)
    assert found.unmet.to_numpy().sum() == 0


def test_pupils_of_a_region_of_towns(case):
    folder, expected = case("14_school_assignment")
    tables = [
        pd.read_csv(folder / f"{name}.csv", index_col=0)
        for name in ("students", "capacity", "distance_km")
    ]
    found = allocate(*tables)
    assert found.objective == pytest.approx(expected["objective_total_km"], abs=1e-6)
    assert found.parts["travel"] == pytest.approx(6460)
    assert found.unmet.to_numpy().sum() == pytest.approx(0)


def test_by_hand():
    # 10 pupils at a, 10 at b; 12 places at s (5 min from a, 9 from b), 4 at t (20 from both).
    # b is dearer at s than a, but t costs both the same, so a (saves 15) goes first: 10 a, 2 b at
    # s, 4 b at t, 4 b without a place.
    demand = pd.DataFrame({"P": [10, 10]}, ["a", "b"])
    capacity = pd.DataFrame({"P": [12, 4]}, ["s", "t"])
    minutes = pd.DataFrame([[5, 20], [9, 20]], ["a", "b"], ["s", "t"])
    found = allocate(demand, capacity, minutes, unmet_cost=100, place_cost=2)
    assert found.parts["travel"] == pytest.approx(10 * 5 + 2 * 9 + 4 * 20)
    assert found.parts["unmet"] == pytest.approx(400)
    assert found.parts["places"] == pytest.approx(2 * 16)
    assert found.objective == pytest.approx(sum(found.parts.values()))
    assert found.homes["mean_minutes"].tolist() == pytest.approx([5, (18 + 80) / 6])
    assert found.mean_minutes == pytest.approx(148 / 16)
    assert found.longest_mean == pytest.approx(98 / 6)
    assert found.within(10).to_dict() == pytest.approx({"a": 1.0, "b": 2 / 6})
    flows = {(row.home, row.place): row.pupils for row in found.flows.itertuples()}
    assert flows == pytest.approx({("a", "s"): 10, ("b", "s"): 2, ("b", "t"): 4})


@quick
@given(seeds)
def test_flows_sum_to_origins_and_stay_within_room(seed):
    demand, capacity, minutes = made(seed)
    found = allocate(demand, capacity, minutes, travel_limit=60)
    placed = found.flows.pivot_table(
        index="home", columns="programme", values="pupils", aggfunc="sum"
    )
    total = found.unmet.add(placed.reindex_like(found.unmet).fillna(0))
    assert np.allclose(total.to_numpy(), demand.to_numpy(), atol=1e-6)
    assert (found.offers["admitted"] <= found.offers["places"] + 1e-6).all()
    assert (found.flows["minutes"] <= 60).all()
    assert found.programmes["demand"].sum() == pytest.approx(demand.to_numpy().sum())
    assert found.objective == pytest.approx(sum(found.parts.values()), rel=1e-7, abs=1e-6)


@quick
@given(seeds, st.integers(0, 3), st.integers(0, 2), st.integers(1, 30))
def test_more_room_never_raises_unmet_demand(seed, place, programme, more):
    demand, capacity, minutes = made(seed)
    before = allocate(demand, capacity, minutes, travel_limit=60)
    capacity.iloc[place, programme] += more
    after = allocate(demand, capacity, minutes, travel_limit=60)
    assert after.unmet.to_numpy().sum() <= before.unmet.to_numpy().sum() + 1e-6
    assert after.objective <= before.objective + 1e-6


@quick
@given(seeds)
def test_a_municipality_split_in_two_changes_nothing(seed):
    demand, capacity, minutes = made(seed)
    whole = allocate(demand, capacity, minutes, travel_limit=60)
    halves = pd.concat([demand.drop(index="h1"), demand.loc[["h1"]] / 2, demand.loc[["h1"]] / 2])
    halves.index = [*demand.index.drop("h1"), "h1 north", "h1 south"]
    ways = pd.concat([minutes.drop(index="h1"), minutes.loc[["h1"]], minutes.loc[["h1"]]])
    ways.index = halves.index
    split = allocate(halves, capacity, ways, travel_limit=60)
    assert split.objective == pytest.approx(whole.objective, rel=1e-7)
    assert split.unmet.sum().to_numpy() == pytest.approx(whole.unmet.sum().to_numpy(), abs=1e-6)
    assert split.mean_minutes == pytest.approx(whole.mean_minutes, nan_ok=True)


@quick
@given(seeds, st.randoms(use_true_random=False))
def test_order_is_of_no_consequence(seed, shuffler):
    demand, capacity, minutes = made(seed)
    straight = allocate(demand, capacity, minutes, travel_limit=60, equity_weight=5.0)
    names = [list(demand.index), list(demand.columns), list(capacity.index)]
    for found in names:
        shuffler.shuffle(found)
    homes, programmes, places = names
    shuffled = allocate(
        demand.loc[homes, programmes], capacity.loc[places, programmes[::-1]],
        minutes.loc[homes[::-1], places], travel_limit=60, equity_weight=5.0,
    )  # fmt: skip
    pd.testing.assert_frame_equal(straight.flows, shuffled.flows)
    pd.testing.assert_frame_equal(straight.unmet, shuffled.unmet)
    assert straight.objective == shuffled.objective


@quick
@given(seeds)
def test_twice_everything_is_twice_the_flows(seed):
    demand, capacity, minutes = made(seed)
    once = allocate(demand, capacity, minutes, travel_limit=60)
    twice = allocate(2 * demand, 2 * capacity, minutes, travel_limit=60)
    assert twice.objective == pytest.approx(2 * once.objective, rel=1e-7)
    assert twice.mean_minutes == pytest.approx(once.mean_minutes, nan_ok=True)


@quick
@given(seeds)
def test_programmes_solved_alone_come_to_the_same(seed):
    demand, capacity, minutes = made(seed)
    together = allocate(demand, capacity, minutes, travel_limit=60)
    alone = sum(
        allocate(demand[[name]], capacity[[name]], minutes, travel_limit=60).objective
        for name in demand
    )
    assert together.objective == pytest.approx(alone, rel=1e-7, abs=1e-6)


def test_a_dense_program_written_out_comes_to_the_same():
    demand, capacity, minutes = made(3, homes=3, programmes=1, places=3)
    found = allocate(demand, capacity, minutes, unmet_cost=200, equity_weight=40)
    wanted, room = demand.to_numpy()[:, 0], capacity.to_numpy()[:, 0]
    ways = minutes.to_numpy()
    columns = 9 + 3 + 1
    costs = np.r_[ways.ravel(), np.full(3, 200.0), 40.0]
    equal = np.zeros((3, columns))
    most = np.zeros((6, columns))
    for home in range(3):
        equal[home, 3 * home : 3 * home + 3] = 1
        equal[home, 9 + home] = 1
        most[3 + home, 3 * home : 3 * home + 3] = ways[home] / wanted[home]
        most[3 + home, 12] = -1
    for place in range(3):
        most[place, place:9:3] = 1
    dense = linprog(costs, A_ub=most, b_ub=np.r_[room, 0, 0, 0], A_eq=equal, b_eq=wanted)
    assert found.objective == pytest.approx(dense.fun)


def test_equity_shortens_the_longest_mean_way():
    demand = pd.DataFrame({"P": [10, 10]}, ["a", "b"])
    capacity = pd.DataFrame({"P": [10, 20]}, ["near", "far"])
    minutes = pd.DataFrame([[1, 50], [10, 58]], ["a", "b"], ["near", "far"])
    # a near, b far: 10 + 580; b near, a far: 100 + 500. The first is shorter together by 10.
    plain = allocate(demand, capacity, minutes)
    assert plain.longest_mean == pytest.approx(58)
    fair = allocate(demand, capacity, minutes, equity_weight=10)
    assert fair.longest_mean < 50
    assert fair.parts["travel"] > plain.parts["travel"]


def test_no_travel_leaves_all_without_a_place():
    demand, capacity, minutes = made(1)
    found = allocate(demand, capacity, minutes, travel_limit=0)
    assert found.unmet.to_numpy().sum() == demand.to_numpy().sum()
    assert found.flows.empty
    assert np.isnan(found.mean_minutes)
    assert set(explain_unmet(found)["reason"]) <= {"out_of_reach", "not_offered"}


def test_nobody_wants_anything():
    demand, capacity, minutes = made(1)
    found = allocate(demand * 0, capacity, minutes)
    assert found.objective == 0
    assert found.offers["empty"].tolist() == found.offers["places"].tolist()
    assert explain_unmet(found).empty


def test_reasons_for_each_kind_of_unmet_demand():
    homes, places = ["a", "b"], ["s", "t"]
    demand = pd.DataFrame({"FULL": [20, 0], "NONE": [3, 0], "FAR": [0, 5], "DEAR": [0, 2]}, homes)
    capacity = pd.DataFrame({"FULL": [12, 0], "FAR": [0, 9], "DEAR": [9, 0]}, places)
    minutes = pd.DataFrame([[5, 90], [45, 80]], homes, places)
    dear = pd.Series({"FULL": 500.0, "NONE": 500.0, "FAR": 500.0, "DEAR": 44.0})
    found = allocate(demand, capacity, minutes, travel_limit=60, unmet_cost=dear)
    ineligible = pd.DataFrame({"FULL": [1.0, 0.0]}, homes)
    rows = explain_unmet(found, not_eligible=ineligible)
    assert [tuple(row) for row in rows.itertuples(index=False)] == [
        ("a", "FULL", 8.0, "no_capacity"),
        ("a", "FULL", 1.0, "not_eligible"),
        ("a", "NONE", 3.0, "not_offered"),
        ("b", "DEAR", 2.0, "too_dear"),
        ("b", "FAR", 5.0, "out_of_reach"),
    ]


def test_a_place_that_nobody_can_reach_has_no_journeys():
    demand, capacity, minutes = made(2)
    minutes["s0"] = np.inf
    found = allocate(demand, capacity, minutes)
    assert "s0" not in set(found.flows["place"])
    assert np.isfinite(found.objective)


def test_all_faults_are_told_at_once():
    demand, capacity, minutes = made(1)
    demand = demand.astype(float)
    demand.iloc[0, 0] = -1
    minutes.iloc[1, 1] = np.nan
    minutes.iloc[2, 2] = -3
    with pytest.raises(InvalidInput) as caught:
        allocate(demand, capacity, minutes, equity_weight=-1)
    assert [fault.where for fault in caught.value.faults] == [
        "demand, h0, P0", "minutes, h1, s1", "minutes, h2, s2", "equity_weight",
    ]  # fmt: skip


def test_homes_without_ways_and_names_given_twice_are_refused():
    demand, capacity, minutes = made(1)
    with pytest.raises(InvalidInput, match="home h0") as caught:
        allocate(demand, pd.concat([capacity, capacity.iloc[:1]]), minutes.drop(index="h0"))
    assert "capacity, s0: occurs more than once" in str(caught.value)
    with pytest.raises(InvalidInput, match="programmes: are none"):
        allocate(demand.iloc[:, :0], capacity.iloc[:, :0], minutes)
