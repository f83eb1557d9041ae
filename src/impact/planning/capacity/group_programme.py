"""The whole-number programme of one upper-secondary programme: groups by place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from impact.errors import ImpactError
from impact.planning.capacity.constraints import Rows, stacked
from impact.planning.capacity.transport import NOTHING

if TYPE_CHECKING:
    from scipy.sparse import csr_array


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class OneProgramme:
    """What is given for one programme.

    Parameters
    ----------
    demand, unmet_cost
        By home.
    costs
        Homes x places, per pupil, infinite where out of reach.
    size, smallest
        Most and fewest pupils of a group.
    present, most
        Groups today and at most, by place; `most` may be infinite.
    total
        Most groups altogether; may be infinite.
    group_cost, open_cost, close_cost
        Per group, per place that starts, per place that ends.
    """

    demand: np.ndarray
    unmet_cost: np.ndarray
    costs: np.ndarray
    size: float
    smallest: float
    present: np.ndarray
    most: np.ndarray
    total: float
    group_cost: float
    open_cost: float
    close_cost: float


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Groups by place, flows (homes x places), unmet by home, objective and relative gap."""

    groups: np.ndarray
    flows: np.ndarray
    unmet: np.ndarray
    objective: float
    gap: float


def solve_groups(one: OneProgramme, relative_gap: float) -> Groups:
    """Return the groups of one programme that cost least.

    Parameters
    ----------
    one
        What is given.
    relative_gap
        Largest share by which the answer may be off the optimum.

    Returns
    -------
    Groups
        Always: with no group at all everybody is without a place.

    Raises
    ------
    ImpactError
        The solver gave up.

    Notes
    -----
    Columns: flows, unmet by home, groups by place, and one of 0 or 1 by place that says whether
    there is any group.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    ceilings = _ceilings(one)
    reach = np.isfinite(one.costs) & (one.demand > 0)[:, None] & (ceilings > 0)
    ends = one.close_cost * float((one.present > 0).sum())
    home, place = np.nonzero(reach)
    if len(home) == 0:
        lost = float((one.unmet_cost * one.demand).sum()) + ends
        nothing = np.zeros_like(one.present)
        return Groups(nothing, np.zeros_like(one.costs), one.demand.copy(), lost, 0.0)
    flows, homes, places = len(home), len(one.demand), len(ceilings)
    started = np.where(one.present > 0, -one.close_cost, one.open_cost)
    costs = np.r_[one.costs[home, place], one.unmet_cost, np.full(places, one.group_cost), started]
    highest = np.r_[np.full(flows, np.inf), one.demand, ceilings, ceilings > 0]
    matrix, low, high = _limits(one, home, place, ceilings)
    result = milp(
        costs,
        constraints=LinearConstraint(matrix, low, high),
        bounds=Bounds(0, highest),
        integrality=np.r_[np.zeros(flows + homes), np.ones(2 * places)],
        options={"mip_rel_gap": relative_gap},
    )
    if result.x is None:
        raise ImpactError(f"the groups were not solved: {result.message}")
    values = np.where(result.x > NOTHING, result.x, 0.0)
    found = np.zeros_like(one.costs)
    found[home, place] = values[:flows]
    return Groups(
        groups=np.rint(values[flows + homes : flows + homes + places]),
        flows=found,
        unmet=values[flows : flows + homes],
        objective=float(result.fun) + ends,
        gap=float(result.mip_gap or 0.0),
    )


def _ceilings(one: OneProgramme) -> np.ndarray:
    """Return the most groups of each place that could be filled by those within reach."""
    could = (np.isfinite(one.costs) * one.demand[:, None]).sum(axis=0)
    filled = np.ceil(could / one.size - 1e-9)
    viable = np.floor(could / max(one.smallest, NOTHING) + 1e-9)
    return np.maximum(np.minimum(np.minimum(filled, viable), np.floor(one.most)), 0.0)


def _limits(
    one: OneProgramme, home: np.ndarray, place: np.ndarray, ceilings: np.ndarray
) -> tuple[csr_array, np.ndarray, np.ndarray]:
    """Return the constraint matrix with its lower and upper limits."""
    flows, homes, places = len(home), len(one.demand), len(ceilings)
    each, at_flow = np.arange(places), np.arange(flows)
    at_unmet = flows + np.arange(homes)
    at_group, at_open = flows + homes + each, flows + homes + places + each
    ones, nought, never = np.ones(places), np.zeros(places), np.full(places, np.inf)
    taken = np.r_[place, each], np.r_[at_flow, at_group]
    some = np.r_[each, each], np.r_[at_group, at_open]
    everyone = Rows(
        np.r_[home, np.arange(homes)], np.r_[at_flow, at_unmet], np.ones(flows + homes),
        one.demand, one.demand,
    )  # fmt: skip
    not_overfull = Rows(*taken, np.r_[np.ones(flows), -one.size * ones], -never, nought)
    viable = Rows(*taken, np.r_[np.ones(flows), -one.smallest * ones], nought, never)
    if_open = Rows(*some, np.r_[ones, -ceilings], -never, nought)
    open_if = Rows(*some, np.r_[ones, -ones], nought, never)
    together = Rows(0 * each, at_group, ones, np.array([-np.inf]), np.array([one.total]))
    blocks = [everyone, not_overfull, viable, if_open, open_if, together]
    return stacked(blocks, flows + homes + 2 * places)
