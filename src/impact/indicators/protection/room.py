"""How much room the figures shown leave a hidden number: linear programming."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import LinearConstraint, linprog, milp

from impact.indicators.protection.cells import Cells, parts_of

EXACT = 1e-6
UNBOUNDED = 3


@dataclass(frozen=True, slots=True)
class Moves:
    """How hidden numbers can change together while all that is shown stays.

    Parameters
    ----------
    at
        Positions of the hidden cells.
    rows, sums
        The sums they are in, and the matrix of these, shape (rows, hidden).
    down, up
        How far each can change within its own bounds, shape (hidden,): down <= 0 <= up.
    """

    at: np.ndarray
    rows: np.ndarray
    sums: sparse.csr_array
    down: np.ndarray
    up: np.ndarray


@dataclass(frozen=True, slots=True)
class Narrow:
    """A hidden cell with too little room, and the price of each sum that pins it (max, min)."""

    cell: int
    room: float
    prices: tuple[np.ndarray, np.ndarray]


def moves(cells: Cells, at: np.ndarray) -> Moves:
    """Return how the cells at these positions can change, all others being shown."""
    sums = cells.sums[:, at]
    rows = np.flatnonzero(np.diff(sums.indptr))
    value = cells.value[at]
    down = np.minimum(cells.lower[at] - value, 0.0)
    return Moves(at, rows, sums[rows], down, np.maximum(cells.upper[at] - value, 0.0))


def too_narrow(cells: Cells, hidden: np.ndarray) -> list[Narrow]:
    """Return the hidden cells with less room than they need.

    Parameters
    ----------
    cells
        With a number for every cell.
    hidden
        Booleans by cell.

    Notes
    -----
    Every change of the hidden numbers that leaves all shown ones as they are proves room for
    each cell it moves. So cells are first moved many at a time (any two once in the same and
    once in opposite directions), and only those left over one by one.
    """
    found = []
    for possible, open_cells in _left_over(cells, hidden):
        for position in open_cells:
            one = _narrow(
                possible, int(position), cells.need[possible.at[position]], cells.sums.shape[0]
            )
            if one is not None:
                found.append(one)
    return found


def surely_wide(cells: Cells, hidden: np.ndarray) -> bool:
    """Say whether common changes prove room for every hidden cell; quicker than `too_narrow`."""
    return not any(len(open_cells) for _, open_cells in _left_over(cells, hidden))


def _left_over(cells: Cells, hidden: np.ndarray) -> Iterator[tuple[Moves, np.ndarray]]:
    for part in parts_of(cells.sums, np.flatnonzero(hidden)):
        possible = moves(cells, part)
        yield possible, np.flatnonzero(_unproven(possible, cells.need[part]))


def _unproven(possible: Moves, need: np.ndarray) -> np.ndarray:
    """Say which cells no common change has proved room for; shape (hidden,)."""
    reach = need.max(initial=0.0)
    if reach == 0:
        return need > 0
    bounds = np.column_stack([np.maximum(possible.down, -reach), np.minimum(possible.up, reach)])
    least, most = np.zeros(len(need)), np.zeros(len(need))
    for sign in _signs(len(need)):
        weight = np.where(most - least < need - EXACT, sign, 0.0)
        if not weight.any():
            break
        change = _best(weight, possible.sums, bounds)
        least, most = np.minimum(least, change), np.maximum(most, change)
    return most - least < need - EXACT


def _signs(size: int) -> Iterator[np.ndarray]:
    """Yield directions: all up, all down, then by each binary digit of the position."""
    yield np.ones(size)
    yield -np.ones(size)
    for digit in range(max(size - 1, 0).bit_length()):
        sign = np.where((np.arange(size) >> digit) & 1, 1.0, -1.0)
        yield sign
        yield -sign


def _best(weight: np.ndarray, sums: sparse.csr_array, bounds: np.ndarray) -> np.ndarray:
    zeros = np.zeros(sums.shape[0])
    found = linprog(-weight, A_eq=sums, b_eq=zeros, bounds=bounds, method="highs")
    return found.x if found.x is not None else np.zeros(len(weight))


def _narrow(possible: Moves, position: int, need: float, rows: int) -> Narrow | None:
    bounds = np.column_stack([possible.down, possible.up])
    bounds[position] = np.maximum(bounds[position, 0], -need), np.minimum(bounds[position, 1], need)
    room, prices = 0.0, []
    for direction in (-1.0, 1.0):
        cost = np.zeros(len(bounds))
        cost[position] = direction
        zeros = np.zeros(possible.sums.shape[0])
        found = linprog(cost, A_eq=possible.sums, b_eq=zeros, bounds=bounds, method="highs")
        room += -found.fun
        price = np.zeros(rows)
        price[possible.rows] = found.eqlin.marginals
        prices.append(price)
        if room >= need - EXACT:
            return None
    return Narrow(int(possible.at[position]), room, (prices[0], prices[1]))


def limits(
    cells: Cells, hidden: np.ndarray, wanted: np.ndarray, *, whole: bool = False
) -> tuple[np.ndarray, np.ndarray]:
    """Return the least and the most that cells can be, given everything shown.

    Parameters
    ----------
    cells
        With a number for every cell.
    hidden
        Booleans by cell.
    wanted
        Positions of hidden cells.
    whole
        Only whole numbers are possible; slower.

    Returns
    -------
    tuple of ndarray
        Shape (wanted,) each.
    """
    least, most = np.full(len(cells.value), np.nan), np.full(len(cells.value), np.nan)
    asked = np.zeros(len(cells.value), dtype=bool)
    asked[wanted] = True
    for part in parts_of(cells.sums, np.flatnonzero(hidden)):
        possible = moves(cells, part)
        for position in np.flatnonzero(asked[part]):
            cell = part[position]
            least[cell] = _extreme(cells, possible, position, 1.0, whole)
            most[cell] = _extreme(cells, possible, position, -1.0, whole)
    return least[wanted], most[wanted]


def _extreme(cells: Cells, possible: Moves, position: int, direction: float, whole: bool) -> float:
    cost = np.zeros(len(possible.at))
    cost[position] = direction
    value = cells.value[possible.at]
    lower, upper = value + possible.down, value + possible.up
    right = possible.sums @ value
    bounds = np.column_stack([lower, upper])
    found = linprog(cost, A_eq=possible.sums, b_eq=right, bounds=bounds, method="highs")
    if found.status == UNBOUNDED:
        return -direction * np.inf
    if whole:
        found = milp(
            cost,
            integrality=np.ones(len(cost)),
            bounds=(np.ceil(lower - EXACT), np.floor(upper + EXACT)),
            constraints=LinearConstraint(possible.sums, right, right),
        )
    return float(value[position]) if found.fun is None else direction * float(found.fun)
