"""Which further figures to hide so that nothing hidden can be worked out."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from impact.indicators.protection.cells import NEVER_SHOWN, Cells, parts_of
from impact.indicators.protection.room import EXACT, Narrow, surely_wide, too_narrow

LONG_SUM = 30
LARGE = 400
LARGE_GAP = 0.02


class NotProtectable(Exception):
    """No choice of further figures gives a hidden one the room it needs."""

    def __init__(self, narrow: list[Narrow]) -> None:
        self.narrow = narrow


@dataclass(slots=True)
class Conditions:
    """Linear conditions on what is hidden: coefficients times hidden items >= least."""

    items: list[np.ndarray] = field(default_factory=list)
    weights: list[np.ndarray] = field(default_factory=list)
    least: list[float] = field(default_factory=list)

    def add(self, items: np.ndarray, weights: np.ndarray, least: float) -> None:
        """Add one condition; weights of the same item are summed when it is used."""
        self.items.append(items)
        self.weights.append(weights)
        self.least.append(least)

    def matrix(self, count: int) -> sparse.csr_array:
        """Return the coefficients, shape (conditions, items)."""
        row = np.repeat(np.arange(len(self.items)), [len(one) for one in self.items])
        entries = (np.concatenate(self.weights), (row, np.concatenate(self.items)))
        return sparse.csr_array(entries, shape=(len(self.items), count))


def secondary(
    cells: Cells,
    must: np.ndarray,
    may: np.ndarray,
    cost: np.ndarray,
    implies: np.ndarray | None = None,
    keep: np.ndarray | None = None,
) -> np.ndarray:
    """Return what to hide at the least cost so that every hidden number keeps its room.

    Parameters
    ----------
    cells
        Numbers, sums, bounds and the room each needs.
    must, may
        Booleans by item: hidden already, and free to be hidden too.
    cost
        By item, above 0.
    implies
        Shape (pairs, 2): hiding the first item means hiding the second.
    keep
        Booleans by item: hidden too where anything is in the same part of the table.

    Returns
    -------
    ndarray
        Booleans by item.

    Raises
    ------
    NotProtectable
        Nothing that may be hidden helps some cell.

    Notes
    -----
    Mixed-integer programming over each part of the table that hangs together: the cheapest items
    that satisfy all conditions found so far; linear programming then finds the hidden numbers
    with too little room, and the prices of its solution make a new condition that every
    protected table satisfies (Benders decomposition of the cell suppression problem).

    References
    ----------
    Fischetti M, Salazar JJ. Models and algorithms for optimizing cell suppression in tabular
    data with linear constraints. Journal of the American Statistical Association 2000; 95:
    916-928.
    """
    hidden = must.copy()
    pairs = np.empty((0, 2), dtype=int) if implies is None else implies
    for part in parts_of(cells.sums, np.arange(len(cells.value))):
        items = np.unique(cells.item[part])
        items = items[items != NEVER_SHOWN]
        if len(part) < 2 or not must[items].any():
            continue
        local = _renumbered(cells.only(part), items)
        own = pairs[np.isin(pairs[:, 0], items)] if len(pairs) else pairs
        own_must = must[items] if keep is None else must[items] | keep[items]
        chosen = _protected(
            local, own_must, may[items], cost[items], np.searchsorted(items, own), part
        )
        hidden[items] = chosen
    return hidden


def _renumbered(cells: Cells, items: np.ndarray) -> Cells:
    own = cells.item != NEVER_SHOWN
    item = np.where(own, np.searchsorted(items, cells.item), NEVER_SHOWN)
    return Cells(
        sums=cells.sums,
        value=cells.value,
        lower=cells.lower,
        upper=cells.upper,
        item=item,
        need=cells.need,
    )


def _protected(
    cells: Cells,
    must: np.ndarray,
    may: np.ndarray,
    cost: np.ndarray,
    implies: np.ndarray,
    names: np.ndarray,
) -> np.ndarray:
    if surely_wide(cells, cells.hidden(must)):
        return must
    conditions = _first_conditions(cells, must, may)
    for first, second in implies:
        conditions.add(np.array([second, first]), np.array([1.0, -1.0]), 0.0)
    hidden, chosen, large = None, must, may.sum() > LARGE
    while True:
        before, hidden = hidden, _cheapest(conditions, chosen, may, cost)
        if hidden is None or (before is not None and (hidden == before).all()):
            return _everything(cells, must | may, names)
        narrow = too_narrow(cells, cells.hidden(hidden))
        if not narrow:
            return hidden
        chosen = hidden if large and before is not None else must
        for one in narrow:
            _add_condition(conditions, cells, one)


def _first_conditions(cells: Cells, must: np.ndarray, may: np.ndarray) -> Conditions:
    """No hidden number may be alone in a sum: the others hidden there must give it room."""
    conditions = Conditions()
    reach = np.minimum(cells.upper - cells.lower, 1e9)
    known = cells.hidden(must)
    hideable = cells.hidden(must | may)
    for row in range(cells.sums.shape[0]):
        members = cells.sums.indices[cells.sums.indptr[row] : cells.sums.indptr[row + 1]]
        members = members[hideable[members]]
        among = members if len(members) <= LONG_SUM else members[known[members]]
        for cell in among[cells.need[among] > 0]:
            others = members[members != cell]
            weight = np.minimum(reach[others], cells.need[cell])
            if weight[known[others]].sum() < cells.need[cell]:
                _add(conditions, cells, others, weight, int(cell))
    return conditions


def _add_condition(conditions: Conditions, cells: Cells, narrow: Narrow) -> None:
    """Every protected table hides enough of what pins this cell, weighed by the prices."""
    need = cells.need[narrow.cell]
    weight = np.zeros(len(cells.value))
    for direction, price in zip((1.0, -1.0), narrow.prices, strict=True):
        gain = np.asarray(cells.sums.T @ price)
        gain[narrow.cell] += direction
        up, down = cells.upper - cells.value, cells.value - cells.lower
        weight += np.where(gain > EXACT, gain * np.minimum(up, 1e9), 0.0)
        weight += np.where(gain < -EXACT, -gain * np.minimum(down, 1e9), 0.0)
    others = np.flatnonzero(weight > EXACT)
    _add(conditions, cells, others, np.minimum(weight[others], need), narrow.cell)


def _add(
    conditions: Conditions, cells: Cells, others: np.ndarray, weight: np.ndarray, cell: int
) -> None:
    free = cells.item[others] != NEVER_SHOWN
    least = -float(weight[~free].sum())
    items, weight = cells.item[others][free], weight[free]
    if cells.item[cell] == NEVER_SHOWN:
        least += cells.need[cell]
    else:
        items = np.append(items, cells.item[cell])
        weight = np.append(weight, -cells.need[cell])
    conditions.add(items, weight, least)


def _cheapest(
    conditions: Conditions, must: np.ndarray, may: np.ndarray, cost: np.ndarray
) -> np.ndarray | None:
    lower, upper = must.astype(float), (must | may).astype(float)
    if not conditions.items:
        return must
    large = (upper - lower).sum() > LARGE
    found = milp(
        cost,
        integrality=np.ones(len(cost)),
        bounds=Bounds(lower, upper),
        constraints=LinearConstraint(
            conditions.matrix(len(cost)), np.array(conditions.least) - EXACT, np.inf
        ),
        options={"mip_rel_gap": LARGE_GAP if large else 0.0},
    )
    return None if found.x is None else found.x > 0.5


def _everything(cells: Cells, items: np.ndarray, names: np.ndarray) -> np.ndarray:
    """Hide all that may be hidden; refuse when even that leaves some cell too little room."""
    narrow = too_narrow(cells, cells.hidden(items))
    if narrow:
        raise NotProtectable([Narrow(int(names[one.cell]), one.room, one.prices) for one in narrow])
    return items
