"""What one more place is worth: by hand, against solving again, and against the solver's prices."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.planning.capacity import allocate, one_more_group, value_of_one_more


def made(seed: int, homes: int = 5, programmes: int = 2, places: int = 4):
    random = np.random.default_rng(seed)
    home = [f"h{number}" for number in range(homes)]
    place = [f"s{number}" for number in range(places)]
    names = [f"P{number}" for number in range(programmes)]
    demand = pd.DataFrame(random.integers(0, 25, (homes, programmes)), home, names)
    offered = random.uniform(size=(places, programmes)) < 0.7
    capacity = pd.DataFrame(random.integers(0, 40, (places, programmes)) * offered, place, names)
    minutes = pd.DataFrame(random.integers(2, 90, (homes, places)), home, place)
    return demand, capacity, minutes


def test_a_chain_by_hand():
    # a (10) and b (10) want P; s holds 10, t holds 5. a: s 5 min, t 30; b: s 8, t 12.
    # Best: 10 a at s (50), 5 b at t (60), 5 b without (500). One more at t: b in, -100 + 12 = 88.
    # One more at s: b in directly, -100 + 8 = 92.  At u (a 6, b out of reach): a moves from s (+1),
    # b takes the place at s (+8), and is no longer without (-100): 91.
    demand = pd.DataFrame({"P": [10, 10]}, ["a", "b"])
    capacity = pd.DataFrame({"P": [10, 5, 0]}, ["s", "t", "u"])
    minutes = pd.DataFrame([[5, 30, 6], [8, 12, 99]], ["a", "b"], ["s", "t", "u"])
    found = allocate(demand, capacity, minutes, travel_limit=60, unmet_cost=100)
    assert found.objective == pytest.approx(50 + 60 + 500)
    values = value_of_one_more(found).set_index("place")["value"]
    assert values.to_dict() == pytest.approx({"s": 92, "t": 88, "u": 91})
    group = one_more_group(found, 3, cells=[("u", "P")]).iloc[0]
    assert (group["value"], group["pupils"]) == pytest.approx((3 * 91, 3))
    assert group["minutes"] == pytest.approx(-3 * 9)  # three more travel 8, three a one longer


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_it_is_what_solving_again_with_one_more_gives(seed):
    demand, capacity, minutes = made(seed)
    costs = {"travel_limit": 60, "unmet_cost": 150, "place_cost": 3}
    before = allocate(demand, capacity, minutes, **costs)
    values = value_of_one_more(before).set_index(["place", "programme"])["value"]
    for (place, programme), value in values.items():
        more = capacity.copy()
        more.loc[place, programme] += 1
        after = allocate(demand, more, minutes, **costs)
        assert before.objective - after.objective == pytest.approx(value, abs=1e-5)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_a_solver_price_is_never_below_it(seed):
    demand, capacity, minutes = made(seed)
    found = allocate(demand, capacity, minutes, travel_limit=60)
    both = found.offers.merge(value_of_one_more(found), on=["place", "programme"])
    assert (both["shadow_price"] >= both["value"] - 1e-6).all()
    empty = both[both["empty"] > 1e-6]
    assert empty["value"].tolist() == pytest.approx([0] * len(empty), abs=1e-6)


def test_a_group_is_worth_at_most_its_size_times_one_place():
    demand, capacity, minutes = made(5)
    found = allocate(demand, capacity, minutes, travel_limit=60)
    each = value_of_one_more(found).set_index(["place", "programme"])["value"]
    groups = one_more_group(found, pd.Series({"P0": 10, "P1": 15}))
    assert len(groups) > 2
    for row in groups.itertuples():
        assert row.group_size == {"P0": 10, "P1": 15}[row.programme]
        assert 0 < row.value <= row.group_size * each[row.place, row.programme] + 1e-6
        assert row.pupils <= row.group_size + 1e-6
    assert groups["value"].is_monotonic_decreasing
    assert len(one_more_group(found, 10, most=2)) == 2


def test_with_an_equity_weight_only_the_price_of_the_solver_is_known():
    demand, capacity, minutes = made(5)
    capacity.loc["s0", "P0"] = 0
    found = allocate(demand, capacity, minutes, travel_limit=60, equity_weight=50)
    table = value_of_one_more(found).set_index(["place", "programme"])
    assert not table["exact"].any()
    assert np.isnan(table.loc[("s0", "P0"), "value"])
    group = one_more_group(found, 10, cells=[("s1", "P0")]).iloc[0]
    capacity.loc["s1", "P0"] += 10
    after = allocate(demand, capacity, minutes, travel_limit=60, equity_weight=50)
    assert group["value"] == pytest.approx(found.objective - after.objective, abs=1e-6)
