"""Plans over scenarios: against solving each by hand, correlated errors, regret."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.planning.capacity import allocate, compare_plans, robust


def region(seed: int = 1):
    random = np.random.default_rng(seed)
    homes, places, names = ["a", "b", "c"], ["s", "t"], ["P", "Q"]
    demand = pd.DataFrame(random.integers(5, 30, (3, 2)), homes, names).astype(float)
    capacity = pd.DataFrame(random.integers(10, 50, (2, 2)), places, names)
    minutes = pd.DataFrame(random.uniform(2, 60, (3, 2)), homes, places)
    draws = demand.to_numpy() * random.uniform(0.7, 1.4, (12, 1, 1))
    return demand, capacity, minutes, draws


def test_every_scenario_is_its_own_allocation():
    demand, capacity, minutes, draws = region()
    found = robust(
        draws, demand, capacity, minutes, travel_limit=50, cells=[("s", "P")], group_size=8
    )
    alone = [
        allocate(
            pd.DataFrame(one, demand.index, demand.columns), capacity, minutes, travel_limit=50
        )
        for one in draws
    ]
    assert found.draws["objective"].tolist() == pytest.approx([one.objective for one in alone])
    unmet = np.array([one.unmet.to_numpy().sum() for one in alone])
    assert found.draws["unmet"].tolist() == pytest.approx(unmet.tolist(), abs=1e-6)
    assert found.draws["mean_minutes"].tolist() == pytest.approx(
        [one.mean_minutes for one in alone]
    )
    summary = found.summary.set_index("measure")
    assert summary.loc["unmet", ["median", "low", "high", "worst"]].tolist() == pytest.approx(
        [np.median(unmet), *np.quantile(unmet, [0.1, 0.9]), unmet.max()], abs=1e-6
    )
    assert summary.loc["unmet", "scenarios"] == 12
    by_programme = np.array([one.unmet.sum().to_numpy() for one in alone])
    assert found.programmes["high"].tolist() == pytest.approx(
        np.quantile(by_programme, 0.9, axis=0).tolist(), abs=1e-6
    )
    assert found.programmes["short"].tolist() == (by_programme > 1e-6).mean(axis=0).tolist()
    more = capacity.copy()
    more.loc["s", "P"] += 8
    gains = [
        before.objective
        - allocate(
            pd.DataFrame(one, demand.index, demand.columns), more, minutes, travel_limit=50
        ).objective
        for before, one in zip(alone, draws, strict=True)
    ]
    assert found.one_more["median"].iloc[0] == pytest.approx(np.median(gains), abs=1e-5)
    assert found.one_more["ever"].iloc[0] == np.mean(np.array(gains) > 1e-6)


def test_order_is_of_no_consequence():
    demand, capacity, minutes, draws = region()
    first = robust(draws, demand, capacity, minutes)
    second = robust(
        draws[:, ::-1, ::-1], demand.iloc[::-1, ::-1], capacity.iloc[::-1], minutes.iloc[::-1, ::-1]
    )
    pd.testing.assert_frame_equal(first.draws, second.draws)


def test_errors_that_move_together_leave_more_without_a_place():
    # 20 homes of 50, room for 1,000: together 10 per cent off, or each on its own
    random = np.random.default_rng(8)
    homes = [f"h{number:02}" for number in range(20)]
    demand = pd.DataFrame({"P": 50.0}, homes)
    capacity = pd.DataFrame({"P": [1000]}, ["s"])
    minutes = pd.DataFrame(10.0, homes, ["s"])
    together = np.exp(0.1 * random.normal(size=(60, 1, 1))) * demand.to_numpy()
    alone = np.exp(0.1 * random.normal(size=(60, 20, 1))) * demand.to_numpy()
    worst = [
        robust(draws, demand, capacity, minutes).draws["unmet"].quantile(0.9)
        for draws in (together, alone)
    ]
    assert worst[0] > 2.5 * worst[1]


def test_regret_by_hand():
    demand = pd.DataFrame({"P": [10.0]}, ["a"])
    minutes = pd.DataFrame({"s": [5.0]}, ["a"])
    draws = np.array([[[10.0]], [[20.0]]])
    plans = {name: pd.DataFrame({"P": [room]}, ["s"]) for name, room in (("low", 10), ("high", 20))}
    found = compare_plans(
        draws, demand, plans, minutes, unmet_cost=100, plan_costs={"high": 300}
    ).set_index("plan")
    # low: 50, then 50 + 1,000; high: 300 + 50, then 300 + 100
    assert found.loc["low", "regret_worst"] == pytest.approx(1050 - 400)
    assert found.loc["high", "regret_worst"] == pytest.approx(350 - 50)
    assert found.loc["high", "regret_mean"] == pytest.approx(150)
    assert found.loc["low", "objective_mean"] == pytest.approx(550)
    assert list(found.index) == ["high", "low"]


def test_bad_scenarios():
    demand, capacity, minutes, draws = region()
    with pytest.raises(InvalidInput, match="3 homes x 2"):
        robust(draws[:, :2], demand, capacity, minutes)
    with pytest.raises(InvalidInput, match="at least one"):
        robust(draws[:0], demand, capacity, minutes)
    draws[3, 1, 0] = -2
    with pytest.raises(InvalidInput, match="scenario 4, b, P"):
        robust(draws, demand, capacity, minutes)
    with pytest.raises(InvalidInput, match="are none"):
        compare_plans(draws, demand, {}, minutes)
