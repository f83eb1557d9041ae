"""How a plan does when demand comes out otherwise: over correlated scenarios, beside others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.planning.capacity.problem import Problem, problem
from impact.planning.capacity.rationing import even_solution
from impact.planning.capacity.shadow_prices import group_added, group_sizes
from impact.planning.capacity.transport import Solution, solve

MEASURES = ("unmet", "empty", "mean_minutes", "objective")
SMALL = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Robustness:
    """A plan over scenarios.

    Parameters
    ----------
    draws
        `draw, unmet, empty, mean_minutes, objective`, one row per scenario.
    summary
        `measure, median, low, high, worst, scenarios`: 10th and 90th percentile, and the highest.
    programmes
        `programme, median, low, high, short`: unmet by programme, and the share of scenarios in
        which anybody is without a place.
    one_more
        `place, programme, median, low, high, ever`: fall of the objective with one more group at
        each of the cells asked for, and the share of scenarios in which it helps.
    """

    draws: pd.DataFrame
    summary: pd.DataFrame
    programmes: pd.DataFrame
    one_more: pd.DataFrame


def robust(
    draws: np.ndarray,
    demand: pd.DataFrame,
    capacity: pd.DataFrame,
    minutes: pd.DataFrame,
    *,
    cells: Sequence[tuple[str, str]] = (),
    group_size: float | pd.Series = 1.0,
    limits: tuple[float, float] = (0.10, 0.90),
    even: bool = False,
    **costs: object,
) -> Robustness:
    """Return how the same places do under many scenarios of demand.

    Parameters
    ----------
    draws
        Scenarios x homes x programmes, as of `demand_draws`.
    demand
        Its rows and columns name the homes and programmes of the scenarios, in their order; its
        numbers are not used.
    capacity, minutes
        As in `allocate`.
    cells
        Places and programmes for which the value of one more group is wanted.
    group_size
        Places of that group, one or by programme.
    limits
        Quantiles shown as low and high.
    even
        As in `allocate`; `one_more` is of the cheapest allocations all the same.
    costs
        travel_limit, unmet_cost, minute_cost, place_cost, equity_weight, as in `allocate`.

    Returns
    -------
    Robustness
        The same whatever the order of homes, programmes and places.

    Raises
    ------
    InvalidInput
        As `allocate`; scenarios that do not fit the names, or hold negative numbers.
    """
    given = problem(demand * 0.0, capacity, minutes, **costs)  # type: ignore[arg-type]
    scenarios = _in_order(draws, demand, given)
    sizes = group_sizes(given, group_size)
    at = [(given.places.index(place), given.programmes.index(name)) for place, name in cells]
    rows, unmet, gains = [], [], []
    for number, wanted in enumerate(scenarios):
        one = given.with_demand(wanted)
        solution = even_solution(one) if even else solve(one)
        cheapest = solve(one) if even and at else solution
        rows.append((number, *_measures(one, solution)))
        unmet.append(solution.unmet.sum(axis=0))
        gains.append(_gains(one, cheapest, at, sizes))
    frame = pd.DataFrame(rows, columns=["draw", *MEASURES])
    return Robustness(
        draws=frame,
        summary=_summary(frame, limits),
        programmes=_programmes(given, np.array(unmet), limits),
        one_more=_one_more(cells, np.array(gains).reshape(len(frame), len(at)), limits),
    )


def _gains(
    given: Problem, cheapest: Solution, at: list[tuple[int, int]], sizes: np.ndarray
) -> list[float]:
    """Return the fall of the objective with one more group at each cell, tried one at a time.

    Notes
    -----
    Programmes do not touch one another without an equity weight, so that one cell of each is tried
    in one linear programme.
    """
    if given.equity_weight > 0:
        return [group_added(given, cheapest, cell, sizes[cell])[0] for cell in at]
    before, found = _programme_costs(given, cheapest), dict.fromkeys(at, 0.0)
    left = list(found)
    while left:
        tried = list({programme: (place, programme) for place, programme in left}.values())
        capacity = given.capacity.copy()
        for cell in tried:
            capacity[cell] += sizes[cell]
        after = _programme_costs(given, solve(given.with_capacity(capacity)))
        found |= {cell: float(before[cell[1]] - after[cell[1]]) for cell in tried}
        left = [cell for cell in left if cell not in tried]
    return [found[cell] for cell in at]


def _programme_costs(given: Problem, solution: Solution) -> np.ndarray:
    ways = (solution.flows * np.where(solution.flows > 0, given.costs, 0.0)).sum(axis=(0, 2))
    return ways + (given.unmet_cost * solution.unmet).sum(axis=0)


def _in_order(draws: np.ndarray, demand: pd.DataFrame, given: Problem) -> np.ndarray:
    """Return scenarios with homes and programmes in the order of the problem."""
    draws = np.asarray(draws, dtype=float)
    shape = (len(demand.index), len(demand.columns))
    if draws.ndim != 3 or draws.shape[1:] != shape or len(draws) == 0:
        problem_ = f"have the shape {draws.shape}, not scenarios x {shape[0]} homes x {shape[1]}"
        faults = [Fault("scenarios", f"{problem_} programmes.", "Give at least one.")]
        raise InvalidInput("a plan cannot be tried on scenarios:", faults)
    wrong = np.argwhere(~((draws >= 0) & np.isfinite(draws)))
    if len(wrong):
        faults = [
            Fault(
                f"scenario {draw + 1}, {demand.index[home]}, {demand.columns[programme]}",
                f"is {draws[draw, home, programme]}.",
                "Give a number, 0 or more.",
            )
            for draw, home, programme in wrong
        ]
        raise InvalidInput("a plan cannot be tried on scenarios:", faults)
    found = np.zeros((len(draws), len(given.homes), len(given.programmes)))
    homes = [given.homes.index(str(name)) for name in demand.index]
    programmes = [given.programmes.index(str(name)) for name in demand.columns]
    found[np.ix_(range(len(draws)), homes, programmes)] = draws
    return found


def _measures(given: Problem, solution: Solution) -> tuple[float, float, float, float]:
    placed = float(solution.flows.sum())
    minutes = np.where(np.isfinite(given.minutes), given.minutes, 0.0)
    travelled = float((solution.flows.sum(axis=1) * minutes).sum())
    return (
        float(solution.unmet.sum()),
        max(float(given.capacity.sum()) - placed, 0.0),
        travelled / placed if placed > 0 else float("nan"),
        solution.objective,
    )


def _summary(frame: pd.DataFrame, limits: tuple[float, float]) -> pd.DataFrame:
    rows = [
        (
            name, frame[name].median(), frame[name].quantile(limits[0]),
            frame[name].quantile(limits[1]), frame[name].max(), len(frame),
        )
        for name in MEASURES
    ]  # fmt: skip
    columns = ["measure", "median", "low", "high", "worst", "scenarios"]
    return pd.DataFrame(rows, columns=columns)


def _programmes(given: Problem, unmet: np.ndarray, limits: tuple[float, float]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "programme": given.programmes,
            "median": np.median(unmet, axis=0),
            "low": np.quantile(unmet, limits[0], axis=0),
            "high": np.quantile(unmet, limits[1], axis=0),
            "short": (unmet > SMALL).mean(axis=0),
        }
    )


def _one_more(
    cells: Sequence[tuple[str, str]], gains: np.ndarray, limits: tuple[float, float]
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "place": [place for place, _ in cells],
            "programme": [programme for _, programme in cells],
            "median": np.median(gains, axis=0),
            "low": np.quantile(gains, limits[0], axis=0),
            "high": np.quantile(gains, limits[1], axis=0),
            "ever": (gains > SMALL).mean(axis=0),
        }
    )


def compare_plans(
    draws: np.ndarray,
    demand: pd.DataFrame,
    plans: Mapping[str, pd.DataFrame],
    minutes: pd.DataFrame,
    *,
    plan_costs: Mapping[str, float] | None = None,
    **costs: object,
) -> pd.DataFrame:
    """Return how several plans do under the same scenarios.

    Parameters
    ----------
    draws, demand, minutes, costs
        As in `robust`.
    plans
        Capacities (places x programmes) by name of the plan.
    plan_costs
        What a plan costs whatever happens, in the unit of the objective, by its name.

    Returns
    -------
    pandas.DataFrame
        `plan, unmet_median, unmet_high, objective_mean, regret_mean, regret_worst`, the smallest
        worst regret first.

    Notes
    -----
    Regret of a plan in a scenario = its objective (and cost) minus that of the best plan in it.
    """
    names = list(plans)
    if not names:
        raise InvalidInput("plans cannot be compared:", [Fault("plans", "are none.")])
    fixed = dict.fromkeys(names, 0.0) | dict(plan_costs or {})
    results = [robust(draws, demand, plans[name], minutes, **costs).draws for name in names]  # type: ignore[arg-type]
    totals = np.array(
        [
            result["objective"].to_numpy() + fixed[name]
            for name, result in zip(names, results, strict=True)
        ]
    )
    regret = totals - totals.min(axis=0)
    table = pd.DataFrame(
        {
            "plan": names,
            "unmet_median": [result["unmet"].median() for result in results],
            "unmet_high": [result["unmet"].quantile(0.9) for result in results],
            "objective_mean": totals.mean(axis=1),
            "regret_mean": regret.mean(axis=1),
            "regret_worst": regret.max(axis=1),
        }
    )
    return table.sort_values(["regret_worst", "plan"], ignore_index=True)
