"""Who goes without: by hand, against linear programmes written out, and what may not change."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from impact.planning.capacity import allocate, explain_unmet, one_more_group, robust
from impact.planning.capacity.rationing import even_shares

seeds = st.integers(0, 10_000)
quick = settings(max_examples=25, deadline=None)


def made(seed: int, homes: int = 6, programmes: int = 3, places: int = 4):
    """Return demand, scarce capacity and minutes of an invented region."""
    random = np.random.default_rng(seed)
    home = [f"h{number}" for number in range(homes)]
    place = [f"s{number}" for number in range(places)]
    names = [f"P{number}" for number in range(programmes)]
    demand = pd.DataFrame(random.gamma(2.0, 10.0, (homes, programmes)), home, names)
    demand = demand.where(random.uniform(size=demand.shape) < 0.9, 0.0)
    room = random.integers(0, 50, (places, programmes)) * (
        random.uniform(size=(places, programmes)) < 0.7
    )
    capacity = pd.DataFrame(room, place, names)
    minutes = pd.DataFrame(random.uniform(2, 100, (homes, places)), home, place)
    return demand, capacity, minutes


def shares_of(found, demand: pd.DataFrame) -> pd.DataFrame:
    """Return the share of wishes without a place; missing where there are none."""
    return (found.unmet / demand).where(demand > 0)


def levels_written_out(wanted: np.ndarray, room: np.ndarray, near: np.ndarray) -> np.ndarray:
    """Return the most even shares by linear programmes: the largest, then those not yet fixed."""
    homes, places = near.shape
    fixed: dict[int, float] = {}
    flows, one = homes * places, np.eye(homes)
    balance = np.hstack([np.kron(one, np.ones(places)), one, np.zeros((homes, 1))])
    full = np.hstack([np.kron(np.ones(homes), np.eye(places)), np.zeros((places, homes + 1))])
    within = [(0, None) if may else (0, 0) for may in near.ravel()]

    def least(home: int | None, ceiling: float = 1.0) -> float:
        """Return the least share of one home, or the least largest share of those not fixed."""
        left = [i for i in range(homes) if i not in fixed]
        rows = np.array([np.r_[np.zeros(flows), one[i], -wanted[i]] for i in left])
        own = [(0, fixed[i] * wanted[i] + 1e-7 if i in fixed else None) for i in range(homes)]
        costs = np.zeros(flows + homes + 1)
        costs[-1 if home is None else flows + home] = 1.0 if home is None else 1 / wanted[home]
        found = linprog(
            costs, A_ub=np.vstack([full, rows]), b_ub=np.r_[room, np.zeros(len(left))],
            A_eq=balance, b_eq=wanted, bounds=[*within, *own, (0, ceiling)],
        )  # fmt: skip
        assert found.status == 0
        return float(found.fun)

    while len(fixed) < homes:
        level = least(None)
        left = [i for i in range(homes) if i not in fixed]
        fixed |= {i: level for i in left if least(i, level + 1e-7) > level - 1e-4}
    return np.array([fixed[i] for i in range(homes)])


def test_by_hand():
    # One place for 10 of 20 pupils. The least travel takes all of the nearer town; evenly each
    # town lacks half.
    demand = pd.DataFrame({"P": [15, 5]}, ["near", "far"])
    capacity = pd.DataFrame({"P": [10]}, ["s"])
    minutes = pd.DataFrame({"s": [5, 50]}, ["near", "far"])
    assert allocate(demand, capacity, minutes).unmet["P"].tolist() == pytest.approx([5, 5])
    found = allocate(demand, capacity, minutes, even=True)
    assert found.unmet.loc[["near", "far"], "P"].tolist() == pytest.approx([7.5, 2.5])
    assert found.parts["travel"] == pytest.approx(7.5 * 5 + 2.5 * 50)
    assert found.objective == pytest.approx(7.5 * 5 + 2.5 * 50 + 10 * 1000)


def test_the_largest_share_first_then_the_next():
    # a reaches s only (10 wishes, 4 places): 60 per cent. b and c share t (30 wishes, 24 places):
    # 20 per cent each, although b could go to s as well and c is the further away. d cannot reach
    # anything.
    demand = pd.DataFrame({"P": [10, 10, 20, 3]}, list("abcd"))
    capacity = pd.DataFrame({"P": [4, 24]}, ["s", "t"])
    minutes = pd.DataFrame([[5, 90], [5, 10], [90, 50], [90, 90]], list("abcd"), ["s", "t"])
    found = allocate(demand, capacity, minutes, travel_limit=60, even=True)
    assert found.unmet["P"].tolist() == pytest.approx([6, 2, 4, 3])
    reasons = dict(zip(*explain_unmet(found)[["home", "reason"]].T.to_numpy(), strict=True))
    assert reasons == dict.fromkeys("abc", "no_capacity") | {"d": "out_of_reach"}


@quick
@given(seeds)
def test_as_few_without_a_place_and_the_largest_share_least(seed):
    demand, capacity, minutes = made(seed)
    plain = allocate(demand, capacity, minutes, travel_limit=60)
    even = allocate(demand, capacity, minutes, travel_limit=60, even=True)
    assert np.allclose(even.unmet.sum(), plain.unmet.sum(), atol=2e-4)
    for name in demand:
        near = (minutes.to_numpy() <= 60) & (capacity[name].to_numpy() > 0)
        can = near.any(axis=1) & (demand[name].to_numpy() > 0)
        if can.any():
            theirs = shares_of(plain, demand).loc[can, name].max()
            assert shares_of(even, demand).loc[can, name].max() <= theirs + 1e-6


@quick
@given(seeds)
def test_shares_are_those_of_linear_programmes_written_out(seed):
    demand, capacity, minutes = made(seed, homes=5, programmes=1, places=3)
    wanted, room = demand["P0"].to_numpy(), capacity["P0"].to_numpy(dtype=float)
    near = (minutes.to_numpy() <= 60) & (room > 0)
    can = near.any(axis=1) & (wanted > 0)
    found = even_shares(wanted[:, None], room[:, None], near[:, None, :])[:, 0]
    assert (found[~can & (wanted > 0)] == 1).all()
    assert (found[wanted == 0] == 0).all()
    if can.any():
        assert found[can] == pytest.approx(
            levels_written_out(wanted[can], room, near[can]), abs=1e-3
        )


@quick
@given(seeds)
def test_everybody_lacks_the_same_share_where_all_reach_all(seed):
    demand, capacity, minutes = made(seed)
    found = allocate(demand, capacity, minutes, even=True)
    lacking = (1 - capacity.sum() / demand.sum()).clip(lower=0)
    shares = shares_of(found, demand)
    for name in demand:
        assert shares[name].dropna().to_numpy() == pytest.approx(lacking[name], abs=1e-6)


@quick
@given(seeds)
def test_flows_sum_to_origins_and_stay_within_room(seed):
    demand, capacity, minutes = made(seed)
    found = allocate(demand, capacity, minutes, travel_limit=60, even=True)
    flows = found.solution.flows
    total = flows.sum(axis=2) + found.unmet.to_numpy()
    assert np.allclose(total, demand.to_numpy(), atol=1e-6)
    assert (capacity.to_numpy() + 1e-6 >= flows.sum(axis=0).T).all()
    assert (found.flows["minutes"] <= 60).all()
    assert found.objective == pytest.approx(sum(found.parts.values()))
    assert found.objective >= allocate(demand, capacity, minutes, travel_limit=60).objective - 1e-6


@quick
@given(seeds, st.integers(0, 3), st.integers(0, 2), st.integers(1, 30))
def test_more_room_never_raises_unmet_demand(seed, place, programme, more):
    demand, capacity, minutes = made(seed)
    before = allocate(demand, capacity, minutes, travel_limit=60, even=True)
    capacity.iloc[place, programme] += more
    after = allocate(demand, capacity, minutes, travel_limit=60, even=True)
    assert (after.unmet.sum() <= before.unmet.sum() + 2e-4).all()


@quick
@given(seeds)
def test_a_municipality_split_in_two_changes_nothing(seed):
    demand, capacity, minutes = made(seed)
    whole = allocate(demand, capacity, minutes, travel_limit=60, even=True)
    north, south = demand.loc[["h1"]] * 0.3, demand.loc[["h1"]] * 0.7
    halves = pd.concat([demand.drop(index="h1"), north, south])
    halves.index = [*demand.index.drop("h1"), "north", "south"]
    ways = pd.concat([minutes.drop(index="h1"), minutes.loc[["h1"]], minutes.loc[["h1"]]])
    ways.index = halves.index
    split = allocate(halves, capacity, ways, travel_limit=60, even=True)
    joined = split.unmet.rename(index={"north": "h1", "south": "h1"}).groupby(level=0).sum()
    assert np.allclose(joined.to_numpy(), whole.unmet.to_numpy(), atol=1e-3)
    assert split.objective == pytest.approx(whole.objective, rel=1e-5)


@quick
@given(seeds, st.randoms(use_true_random=False))
def test_order_is_of_no_consequence(seed, shuffler):
    demand, capacity, minutes = made(seed)
    straight = allocate(demand, capacity, minutes, travel_limit=60, even=True)
    names = [list(demand.index), list(demand.columns), list(capacity.index)]
    for found in names:
        shuffler.shuffle(found)
    homes, programmes, places = names
    shuffled = allocate(
        demand.loc[homes, programmes], capacity.loc[places, programmes[::-1]],
        minutes.loc[homes[::-1], places], travel_limit=60, even=True,
    )  # fmt: skip
    pd.testing.assert_frame_equal(straight.flows, shuffled.flows)
    pd.testing.assert_frame_equal(straight.unmet, shuffled.unmet)
    assert straight.objective == shuffled.objective


@quick
@given(seeds)
def test_twice_everything_leaves_shares_as_they_are(seed):
    demand, capacity, minutes = made(seed)
    once = allocate(demand, capacity, minutes, travel_limit=60, even=True)
    twice = allocate(2 * demand, 2 * capacity, minutes, travel_limit=60, even=True)
    assert np.allclose(twice.unmet.to_numpy(), 2 * once.unmet.to_numpy(), atol=1e-3)


def test_equity_shortens_ways_and_leaves_shares_as_they_are():
    demand = pd.DataFrame({"P": [10, 10]}, ["a", "b"])
    capacity = pd.DataFrame({"P": [8, 8]}, ["near", "far"])
    minutes = pd.DataFrame([[1, 50], [10, 58]], ["a", "b"], ["near", "far"])
    # a near, b far: 8 x 1 + 8 x 58. Mixed until both have the same mean way with an equity weight.
    plain = allocate(demand, capacity, minutes, even=True)
    assert plain.parts["travel"] == pytest.approx(8 * 1 + 8 * 58)
    fair = allocate(demand, capacity, minutes, even=True, equity_weight=100.0)
    means = fair.homes["mean_minutes"]
    assert means[0] == pytest.approx(means[1])
    for found in (plain, fair):
        assert found.unmet["P"].tolist() == pytest.approx([2, 2])


def test_one_more_group_is_that_of_the_cheapest_allocation():
    demand, capacity, minutes = made(5)
    plain = allocate(demand, capacity, minutes, travel_limit=60)
    even = allocate(demand, capacity, minutes, travel_limit=60, even=True)
    assert not np.allclose(plain.unmet.to_numpy(), even.unmet.to_numpy(), atol=0.1)
    pd.testing.assert_frame_equal(one_more_group(plain, 10.0), one_more_group(even, 10.0))
    pd.testing.assert_frame_equal(plain.shadow_prices, even.shadow_prices)


def test_scenarios_are_shared_evenly_too():
    demand, capacity, minutes = made(5)
    draws = np.stack([demand.to_numpy(), 1.2 * demand.to_numpy()])
    cells = [("s0", "P0")]
    found = robust(
        draws, demand, capacity, minutes, cells=cells, group_size=10.0, travel_limit=60, even=True
    )
    plain = robust(draws, demand, capacity, minutes, cells=cells, group_size=10.0, travel_limit=60)
    one = allocate(demand, capacity, minutes, travel_limit=60, even=True)
    assert found.draws["mean_minutes"][0] == pytest.approx(one.mean_minutes)
    assert found.draws["mean_minutes"][0] != pytest.approx(plain.draws["mean_minutes"][0])
    assert found.draws["unmet"].tolist() == pytest.approx(plain.draws["unmet"].tolist(), abs=1e-3)
    pd.testing.assert_frame_equal(found.one_more, plain.one_more)
