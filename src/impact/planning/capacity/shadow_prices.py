"""What one more place, or one more group, is worth: where it helps most."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.planning.capacity.allocation import Allocation
from impact.planning.capacity.problem import Problem
from impact.planning.capacity.transport import NOTHING, Solution, solve


def value_of_one_more(allocation: Allocation) -> pd.DataFrame:
    """Return by how much the least cost falls with one more place, anywhere.

    Parameters
    ----------
    allocation
        A result.

    Returns
    -------
    pandas.DataFrame
        `place, programme, places, value, exact` of every place and programme, also where it is not
        offered today. `value` is in the unit of the objective (minutes, unless minutes were given
        another cost). With an equity weight only the solver's shadow prices are known: `exact` is
        false, and `value` is missing where the programme is not offered.

    Notes
    -----
    A place more at j takes in somebody who was at k, which frees a place at k, and so on, until
    somebody who had none gets one or a freed place stays empty. The cheapest such chain is a
    shortest path over places with lengths w_jk = min_i (c_ij - c_ik), i among those now at k;
    value_j = -min(0, shortest path from j). This is the derivative for more places, and exact
    where several solver's prices are right.

    References
    ----------
    Ahuja, R.K., Magnanti, T.L. & Orlin, J.B. (1993), Network Flows, chapter 9 (residual networks).
    """
    given, solution = allocation.problem, allocation.cheapest
    exact = given.equity_weight == 0
    if exact:
        values = one_more_values(given, solution)
    else:
        values = np.where(given.capacity > 0, solution.prices, np.nan)
    place, programme = np.indices(given.capacity.shape).reshape(2, -1)
    return pd.DataFrame(
        {
            "place": np.array(given.places, dtype=object)[place],
            "programme": np.array(given.programmes, dtype=object)[programme],
            "places": given.capacity.ravel(),
            "value": values.ravel(),
            "exact": exact,
        }
    )


def one_more_values(given: Problem, solution: Solution) -> np.ndarray:
    """Return the value of one more place in arrays (places x programmes); without equity weight."""
    costs = np.concatenate([given.costs, given.unmet_cost[:, :, None]], axis=2)
    used = np.concatenate([solution.flows, solution.unmet[:, :, None]], axis=2) > NOTHING
    values = np.zeros(given.capacity.shape)
    for programme in range(len(given.programmes)):
        there = used[:, programme].any(axis=1)
        if there.any():
            values[:, programme] = _chain_values(costs[there, programme], used[there, programme])
    return values


def _chain_values(costs: np.ndarray, used: np.ndarray) -> np.ndarray:
    """Return the value of a place more; the last column of both is to be without a place."""
    now = np.where(used, costs, -np.inf)
    with np.errstate(invalid="ignore"):
        steps = (costs[:, :-1, None] - now[:, None, :]).min(axis=0)
    lengths = np.zeros(costs.shape[1])
    for _ in range(costs.shape[1]):
        better = np.minimum(0.0, (steps + lengths).min(axis=1))
        if np.allclose(better, lengths[:-1], rtol=0, atol=1e-9):
            break
        lengths[:-1] = better
    return np.maximum(-lengths[:-1], 0.0)


def one_more_group(
    allocation: Allocation,
    group_size: float | pd.Series | pd.DataFrame,
    *,
    cells: Sequence[tuple[str, str]] | None = None,
    most: int = 20,
) -> pd.DataFrame:
    """Return what one more group would do where it helps most.

    Parameters
    ----------
    allocation
        A result.
    group_size
        Places of a group: one number, by programme, or places x programmes.
    cells
        Places and programmes to try; the most valuable by `value_of_one_more` when not given.
    most
        How many of them at most.

    Returns
    -------
    pandas.DataFrame
        `place, programme, group_size, value, pupils, minutes`, the highest value first: fall of the
        least cost, pupils who get a place, and minutes of travel saved a day one way (below 0 where
        more pupils travel). Only cells with a value.

    Notes
    -----
    The linear programme is solved again with the group added. A group is worth at most its size
    times the value of one place more. An allocation that shares what is lacking evenly places as
    many; value and minutes are those of the cheapest one.
    """
    given, solution = allocation.problem, allocation.cheapest
    sizes = group_sizes(given, group_size)
    if cells is None:
        ahead = value_of_one_more(allocation)
        ahead = ahead[ahead["value"] > 0].assign(size=sizes.ravel()[ahead["value"] > 0])
        ahead = ahead.assign(most=ahead["value"] * ahead["size"])
        ahead = ahead.sort_values(["most", "place", "programme"], ascending=[False, True, True])
        cells = list(zip(ahead["place"], ahead["programme"], strict=True))[:most]
    rows = []
    for place, programme in cells:
        at = given.places.index(place), given.programmes.index(programme)
        after = group_added(given, solution, at, sizes[at])
        rows.append((place, programme, sizes[at], *after))
    columns = ["place", "programme", "group_size", "value", "pupils", "minutes"]
    table = pd.DataFrame(rows, columns=columns)
    order = ["value", "place", "programme"]
    return table.sort_values(order, ascending=[False, True, True], ignore_index=True)


def group_added(
    given: Problem, solution: Solution, at: tuple[int, int], size: float
) -> tuple[float, float, float]:
    """Return what a group more at a place (number) and programme (number) does.

    Parameters
    ----------
    given, solution
        A problem and its optimum.
    at
        Numbers of the place and the programme.
    size
        Places of the group.

    Returns
    -------
    tuple
        Fall of the objective, pupils who get a place, minutes saved.
    """
    place, programme = at
    before = solution
    if given.equity_weight == 0:
        one = slice(programme, programme + 1)
        before = Solution(
            solution.flows[:, one], solution.unmet[:, one], solution.prices[:, one], 0.0
        )
        given, programme = given.only(programme), 0
        costs = np.where(before.flows > 0, given.costs, 0.0)
        total = float((before.flows * costs).sum() + (given.unmet_cost * before.unmet).sum())
    else:
        total = solution.objective
    capacity = given.capacity.copy()
    capacity[place, programme] += size
    after = solve(given.with_capacity(capacity))
    minutes = np.where(np.isfinite(given.minutes), given.minutes, 0.0)[:, None, :]
    saved = float((before.flows * minutes).sum() - (after.flows * minutes).sum())
    return total - after.objective, float(before.unmet.sum() - after.unmet.sum()), saved


def group_sizes(given: Problem, group_size: float | pd.Series | pd.DataFrame) -> np.ndarray:
    """Return the size of a group as places x programmes."""
    if isinstance(group_size, pd.DataFrame):
        wide = group_size.reindex(index=list(given.places), columns=list(given.programmes))
        return wide.to_numpy(dtype=float)
    if isinstance(group_size, pd.Series):
        by_programme = group_size.reindex(list(given.programmes)).to_numpy(dtype=float)
        return np.tile(by_programme, (len(given.places), 1))
    return np.full(given.capacity.shape, float(group_size))
