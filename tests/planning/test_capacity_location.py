"""Which sites to open: a published optimum, by hand, and demand that cannot be served."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from impact.errors import InvalidInput
from impact.planning.capacity import LocationProblem, locate, read_or_library

SMALL = "2 3\n 100 50.\n 100 20.\n 10\n 5. 30.\n 20\n 40. 8.\n 5\n 9. 9."


def test_cap71(case):
    folder, expected = case("15_cap71")
    found = locate(read_or_library((folder / "cap71.txt").read_text(encoding="utf-8")))
    assert found.objective == pytest.approx(expected["optimum"], abs=expected["tolerance"])
    assert found.objective == pytest.approx(932615.75, abs=0.01)
    assert found.shares.sum(axis=1) == pytest.approx(np.ones(50))
    assert not found.shares[:, ~found.is_open].any()


def test_by_hand():
    # both open: 70 + 5 + 8 + 9 = 92; only the second: 20 + 30 + 8 + 9 = 67; only the first:
    # 50 + 5 + 40 + 9 = 104
    given = read_or_library(SMALL)
    found = locate(given)
    assert found.objective == pytest.approx(67)
    assert found.is_open.tolist() == [False, True]
    assert locate(given, must_open=np.array([True, False])).objective == pytest.approx(92)
    assert locate(given, may_open=np.array([True, False])).objective == pytest.approx(104)


def test_it_finds_what_trying_every_choice_of_two_sites_finds():
    random = np.random.default_rng(4)
    cost = random.uniform(1, 50, (9, 6))
    given = LocationProblem(
        capacity=np.full(6, np.inf), fixed_cost=np.zeros(6), demand=np.ones(9), cost=cost
    )
    tried = min(
        cost[:, list(pair)].min(axis=1).sum() for pair in itertools.combinations(range(6), 2)
    )
    found = locate(given, at_most=2)
    assert found.objective == pytest.approx(tried)
    assert found.is_open.sum() <= 2


def test_room_is_respected_and_what_does_not_fit_can_stay_out():
    given = LocationProblem(
        capacity=np.array([10.0]), fixed_cost=np.array([1.0]), demand=np.array([8.0, 8.0]),
        cost=np.array([[4.0], [6.0]]),
    )  # fmt: skip
    with pytest.raises(InvalidInput, match="cannot be served"):
        locate(given)
    found = locate(given, unserved_cost=np.array([100.0, 100.0]))
    # 10 of 16 are served: all of the first, a quarter of the second
    assert found.shares.ravel() == pytest.approx([1, 0.25])
    assert found.objective == pytest.approx(1 + 4 + 0.25 * 6 + 0.75 * 100)


def test_the_order_of_sites_and_customers_is_of_no_consequence():
    random = np.random.default_rng(7)
    given = LocationProblem(
        capacity=np.full(5, 30.0), fixed_cost=random.uniform(5, 20, 5),
        demand=random.uniform(3, 9, 8), cost=random.uniform(1, 50, (8, 5)),
    )  # fmt: skip
    sites, customers = random.permutation(5), random.permutation(8)
    other = LocationProblem(
        capacity=given.capacity[sites], fixed_cost=given.fixed_cost[sites],
        demand=given.demand[customers], cost=given.cost[np.ix_(customers, sites)],
    )  # fmt: skip
    first, second = locate(given), locate(other)
    assert first.objective == pytest.approx(second.objective)
    assert first.is_open[sites].tolist() == second.is_open.tolist()


@pytest.mark.parametrize("text", ["", "2 2\n 1 2", "1 1 10 5 3 x", SMALL + " 7"])
def test_texts_that_hold_no_problem(text):
    with pytest.raises(InvalidInput, match="no problem of location"):
        read_or_library(text)


def test_faults_are_told_together():
    given = LocationProblem(
        capacity=np.array([-1.0, 5.0]), fixed_cost=np.array([1.0]), demand=np.array([2.0]),
        cost=np.array([[np.nan, -4.0]]),
    )  # fmt: skip
    with pytest.raises(InvalidInput) as caught:
        locate(given)
    assert [fault.where for fault in caught.value.faults] == [
        "capacity, number 1", "fixed_cost", "cost of customer 1 from site 1",
        "cost of customer 1 from site 2",
    ]  # fmt: skip
