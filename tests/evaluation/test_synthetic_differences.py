"""Synthetic difference in differences: printed numbers, hand calculation, two other solvers."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import minimize

from impact.evaluation.panel import NEVER, Panel, panel
from impact.evaluation.regressions.two_way import two_way
from impact.evaluation.synthetic.synthetic_differences import synthetic_differences


def simulated(seed: int, units: int = 14, before: int = 9, after: int = 3) -> Panel:
    """Return units that follow two common courses; the first two are treated."""
    generator = np.random.default_rng(seed)
    years = before + after
    courses = generator.normal(0, 1, (2, years)).cumsum(axis=1)
    values = generator.normal(30, 5, (units, 1)) + generator.uniform(0, 2, (units, 2)) @ courses
    values += generator.normal(0, 0.5, (units, years))
    starts = np.where(np.arange(units) < 2, 2000.0 + before, NEVER)
    names = tuple(f"place {number:02d}" for number in range(units))
    return Panel(names, tuple(range(2000, 2000 + years)), values, starts)


def test_california(case) -> None:
    found = case("05_prop99")
    table = pd.read_csv(found.folder / "data.csv")
    table["start"] = np.where(table["state"] == "California", 1989, 0)
    whole = panel(table, unit="state", year="year", value="cigsale", start="start")
    ours = synthetic_differences(whole)
    printed = found.expected["synthdid"]["sdid"]
    assert ours.estimate == pytest.approx(printed, abs=found.expected["tolerance"]["sdid"])
    printed = found.expected["synthdid"]["did"]
    assert two_way(whole).estimate == pytest.approx(printed, abs=found.expected["tolerance"]["did"])
    # The optimum itself, which another exact solver also finds.
    assert ours.estimate == pytest.approx(-15.605398, abs=1e-6)


def test_one_year_before_is_a_difference_in_differences() -> None:
    values = np.array([[5.0, 9, 11], [1, 2, 4], [3, 5, 7]])
    whole = Panel(("t", "a", "b"), (1, 2, 3), values, np.array([2.0, NEVER, NEVER]))
    found = synthetic_differences(whole)
    # Treated 10 - 5; donors 4.5 - 2.
    assert found.estimate == pytest.approx(5 - 2.5)
    assert found.weights == pytest.approx([0.5, 0.5])
    assert found.year_weights == pytest.approx([1, 0, 0])


def test_parallel_donors_by_hand() -> None:
    # Donors rise by 1 a year: no noise, nothing to choose between, all weights equal. Treated
    # mean before 12, after 20; donors' means rise from 0.5 to 2 above their first year.
    values = np.array([[11.0, 13, 20], [0, 1, 2], [5, 6, 7], [1, 2, 3]])
    whole = Panel(tuple("tabc"), (1, 2, 3), values, np.array([3.0, NEVER, NEVER, NEVER]))
    found = synthetic_differences(whole)
    assert found.weights == pytest.approx([1 / 3] * 3)
    assert found.year_weights == pytest.approx([0.5, 0.5, 0])
    assert found.estimate == pytest.approx((20 - 12) - (2 - 0.5))
    assert found.path[:2] == pytest.approx([11.5, 12.5])


@pytest.mark.parametrize("seed", range(3))
def test_minimises_what_it_says(seed: int) -> None:
    whole = simulated(seed)
    before, after = slice(0, 9), slice(9, 12)
    donors, target = whole.values[2:], whole.values[:2].mean(axis=0)
    noise = np.diff(donors[:, before], axis=1).std(ddof=1)
    penalty = np.sqrt(2 * 3) * noise**2

    def units(found: np.ndarray) -> float:
        missed = found[0] + found[1:] @ donors[:, before] - target[before]
        return float((missed**2).mean() + penalty * (found[1:] ** 2).sum())

    def years(found: np.ndarray) -> float:
        missed = found[0] + donors[:, before] @ found[1:] - donors[:, after].mean(axis=1)
        return float((missed**2).mean())

    ours = synthetic_differences(whole)
    for objective, weights in ((units, ours.weights), (years, ours.year_weights[before])):
        general = minimize(
            objective,
            np.r_[0.0, np.full(len(weights), 1 / len(weights))],
            method="SLSQP",
            bounds=[(None, None)] + [(0, 1)] * len(weights),
            constraints={"type": "eq", "fun": lambda found: found[1:].sum() - 1},
            options={"maxiter": 2000, "ftol": 1e-15},
        )
        assert weights == pytest.approx(general.x[1:], abs=2e-4)


@pytest.mark.parametrize("seed", range(3))
def test_same_as_the_peer(seed: int) -> None:
    # The peer follows the original's steps, which end a little before the optimum.
    diff_diff = pytest.importorskip("diff_diff")
    whole = simulated(seed)
    table = whole.frame()
    table["treated"] = table["start"] < NEVER
    peer = diff_diff.SyntheticDiD(n_bootstrap=2, seed=1).fit(
        table.astype({"treated": int}), "value", "treated", "unit", "year",
        post_periods=[2009, 2010, 2011],
    )  # fmt: skip
    assert synthetic_differences(whole).estimate == pytest.approx(peer.att, abs=0.02)


def test_levels_of_units_do_not_matter() -> None:
    whole = simulated(5)
    moved = whole.values + np.arange(14)[:, None] * 7.0
    other = Panel(whole.units, whole.years, moved, whole.starts)
    ours, theirs = synthetic_differences(whole), synthetic_differences(other)
    assert theirs.estimate == pytest.approx(ours.estimate)
    assert theirs.weights == pytest.approx(ours.weights)


@pytest.mark.parametrize("shift", [0.0, 1e4, 1e9])
def test_donors_that_are_all_the_same_choose_no_year(shift: float) -> None:
    """Years before are then weighted alike, not by the last digits of the donors."""
    course = np.random.default_rng(3).normal(0, 1, 7).cumsum()
    values = shift + np.vstack([course + np.r_[1.0, 2, 0, 3, 1, 4, 9], np.tile(course, (6, 1))])
    starts = np.where(np.arange(7) == 0, 2005.0, NEVER)
    found = synthetic_differences(Panel(tuple("tabcdef"), tuple(range(7)), values, starts - 2000))
    assert found.year_weights == pytest.approx([0.2] * 5 + [0, 0])
    assert found.estimate == pytest.approx(6.5 - 1.4, abs=1e-5)
