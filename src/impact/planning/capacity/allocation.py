"""Who gets a place where: pupils allocated to places within reach and room."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.planning.capacity.problem import UNMET_COST, Problem, problem
from impact.planning.capacity.rationing import even_solution
from impact.planning.capacity.transport import Solution, cost_of, solve


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Allocation:
    """Who gets a place where.

    Parameters
    ----------
    flows
        `home, programme, place, pupils, minutes` (one way); only where somebody travels, sorted.
    unmet
        Pupils without a place, rows homes and columns programmes, all of them.
    offers
        `place, programme, places, admitted, empty, shadow_price` of every place and programme with
        room. The shadow price is the solver's for the cheapest allocation: how much its objective
        falls per place more. Where several are right it may be higher than what one more place
        gives; `value_of_one_more` gives that exactly.
    homes
        `home, pupils, placed, unmet, mean_minutes` (of the placed; missing where there are none).
    programmes
        `programme, demand, places, admitted, unmet, empty`.
    objective
        What was made as small as possible; with `even`, after the first two aims.
    parts
        Its sum: `travel, unmet, places, equity`.
    mean_minutes, longest_mean
        Mean way of everyone placed, and of the home with the longest; missing when nobody is.
    problem
        What was solved.
    solution
        The same in arrays.
    cheapest
        The allocation that costs least; with `even` another one, and what one more place is worth
        is worked out from it.
    """

    flows: pd.DataFrame
    unmet: pd.DataFrame
    offers: pd.DataFrame
    homes: pd.DataFrame
    programmes: pd.DataFrame
    objective: float
    parts: dict[str, float]
    mean_minutes: float
    longest_mean: float
    problem: Problem
    solution: Solution
    cheapest: Solution

    @property
    def shadow_prices(self) -> pd.DataFrame:
        """The solver's shadow prices at the least cost, rows places and columns programmes."""
        return pd.DataFrame(
            self.cheapest.prices, index=self.problem.places, columns=self.problem.programmes
        )

    @property
    def placed(self) -> float:
        """Pupils with a place."""
        return float(self.solution.flows.sum())

    def within(self, minutes: float) -> pd.Series:
        """Return the share of a home's placed pupils with at most so many minutes one way.

        Parameters
        ----------
        minutes
            For example 45 or 60.

        Returns
        -------
        pandas.Series
            By home; missing where nobody is placed.
        """
        by_place = self.solution.flows.sum(axis=1)
        near = np.where(self.problem.minutes <= minutes, by_place, 0.0).sum(axis=1)
        placed = by_place.sum(axis=1)
        shares = np.divide(near, placed, out=np.full(len(placed), np.nan), where=placed > 0)
        return pd.Series(shares, index=list(self.problem.homes), name="share")


def allocate(
    demand: pd.DataFrame,
    capacity: pd.DataFrame,
    minutes: pd.DataFrame,
    *,
    travel_limit: float = float("inf"),
    unmet_cost: float | pd.Series | pd.DataFrame = UNMET_COST,
    minute_cost: float = 1.0,
    place_cost: float | pd.Series | pd.DataFrame = 0.0,
    equity_weight: float = 0.0,
    even: bool = False,
) -> Allocation:
    """Return the allocation of pupils to places that costs least, or shares what is lacking evenly.

    Parameters
    ----------
    demand
        Wanted places, rows homes, columns programmes.
    capacity
        Places to be had, rows places, columns programmes.
    minutes
        One way, rows homes, columns places.
    travel_limit
        Longest way anybody may be sent, minutes.
    unmet_cost
        Per pupil without a place: one number, by programme, or homes x programmes. Choose it above
        the longest way, or pupils stay without a place rather than travel.
    minute_cost
        Per pupil and minute.
    place_cost
        Per filled place: one number, by programme, or places x programmes.
    equity_weight
        Per minute of the home with the longest mean way, over all its pupils. Keep it small beside
        `unmet_cost`: whoever has no place travels no minute.
    even
        What costs least leaves those without a place who live furthest away. If true, as few as
        possible are without a place in each programme; then the shares of a home's wishes without
        a place are as even as ways allow, the largest first; then it costs least. Where everybody
        reaches every place of a programme, every home lacks the same share.

    Returns
    -------
    Allocation
        Always: what cannot be met is in `unmet`, and `explain_unmet` says why.

    Raises
    ------
    InvalidInput
        Negative or missing numbers, names given twice, homes or places without travel times.

    Notes
    -----
    The linear programme of `transport.solve`; with `even`, within the shares of
    `rationing.even_shares`. Flows may be fractions when demand is.

    References
    ----------
    Dantzig, G.B. (1963), Linear Programming and Extensions, chapter 3.3, the transport problem.
    """
    given = problem(
        demand, capacity, minutes, travel_limit=travel_limit, unmet_cost=unmet_cost,
        minute_cost=minute_cost, place_cost=place_cost, equity_weight=equity_weight,
    )  # fmt: skip
    cheapest = solve(given)
    return allocation_of(given, even_solution(given) if even else cheapest, cheapest)


def allocation_of(given: Problem, solution: Solution, cheapest: Solution) -> Allocation:
    """Return a solution as tables.

    Parameters
    ----------
    given
        What was solved.
    solution
        Who gets a place where.
    cheapest
        What costs least; often the same.

    Returns
    -------
    Allocation
        Tables sorted by name.
    """
    flows = solution.flows
    minutes = np.where(np.isfinite(given.minutes), given.minutes, 0.0)
    travelled = (flows * minutes[:, None, :]).sum(axis=(1, 2))
    placed = flows.sum(axis=(1, 2))
    means = np.divide(travelled, placed, out=np.full(len(placed), np.nan), where=placed > 0)
    homes = pd.DataFrame(
        {
            "home": given.homes,
            "pupils": given.demand.sum(axis=1),
            "placed": placed,
            "unmet": solution.unmet.sum(axis=1),
            "mean_minutes": means,
        }
    )
    return Allocation(
        flows=_flow_table(given, flows),
        unmet=pd.DataFrame(solution.unmet, index=given.homes, columns=given.programmes),
        offers=_offer_table(given, solution, cheapest.prices),
        homes=homes,
        programmes=_programme_table(given, solution),
        objective=solution.objective,
        parts=cost_of(given, flows, solution.unmet),
        mean_minutes=float(travelled.sum() / placed.sum()) if placed.sum() > 0 else float("nan"),
        longest_mean=float(np.nanmax(means)) if (placed > 0).any() else float("nan"),
        problem=given,
        solution=solution,
        cheapest=cheapest,
    )


def _flow_table(given: Problem, flows: np.ndarray) -> pd.DataFrame:
    home, programme, place = np.nonzero(flows)
    return pd.DataFrame(
        {
            "home": np.array(given.homes, dtype=object)[home],
            "programme": np.array(given.programmes, dtype=object)[programme],
            "place": np.array(given.places, dtype=object)[place],
            "pupils": flows[home, programme, place],
            "minutes": given.minutes[home, place],
        }
    )


def _offer_table(given: Problem, solution: Solution, prices: np.ndarray) -> pd.DataFrame:
    admitted = solution.flows.sum(axis=0).T
    place, programme = np.nonzero(given.capacity > 0)
    room = given.capacity[place, programme]
    return pd.DataFrame(
        {
            "place": np.array(given.places, dtype=object)[place],
            "programme": np.array(given.programmes, dtype=object)[programme],
            "places": room,
            "admitted": admitted[place, programme],
            "empty": np.maximum(room - admitted[place, programme], 0.0),
            "shadow_price": prices[place, programme],
        }
    )


def _programme_table(given: Problem, solution: Solution) -> pd.DataFrame:
    places, admitted = given.capacity.sum(axis=0), solution.flows.sum(axis=(0, 2))
    return pd.DataFrame(
        {
            "programme": given.programmes,
            "demand": given.demand.sum(axis=0),
            "places": places,
            "admitted": admitted,
            "unmet": solution.unmet.sum(axis=0),
            "empty": np.maximum(places - admitted, 0.0),
        }
    )
