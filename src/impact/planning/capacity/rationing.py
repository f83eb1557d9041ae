"""Who goes without when places are short: every home alike, as far as ways allow."""

from __future__ import annotations

import numpy as np

from impact.planning.capacity.problem import Problem
from impact.planning.capacity.transport import Solution, solve

UNITS = 2**30
"""Pupils of a programme are cut into so many parts where flows are tried in whole numbers."""
ALIKE = 1e-9
"""Shares that differ by less are the same."""


def even_solution(given: Problem) -> Solution:
    """Return the shortest ways among the allocations that share what is lacking most evenly.

    Parameters
    ----------
    given
        Any problem.

    Returns
    -------
    Solution
        Without prices: those belong to the cheapest allocation (`solve`).

    Notes
    -----
    Three aims, one after the other: as few as possible without a place in each programme; then
    the shares without a place as even as possible (`even_shares`); then what the problem
    minimises, with so many of each home without a place.
    """
    within = worth_it(given)
    without = given.demand * even_shares(given.demand, given.capacity, within)
    return solve(given, without=without)


def worth_it(given: Problem) -> np.ndarray:
    """Return homes x programmes x places: near enough, and no dearer than to be without."""
    return given.costs <= given.unmet_cost[:, :, None]


def even_shares(demand: np.ndarray, capacity: np.ndarray, within: np.ndarray) -> np.ndarray:
    """Return the share of each home's wishes for each programme that gets no place.

    Parameters
    ----------
    demand
        Homes x programmes.
    capacity
        Places x programmes.
    within
        Homes x programmes x places: whether somebody may be sent there.

    Returns
    -------
    numpy.ndarray
        Homes x programmes, 0 to 1; 1 where no place is within reach, 0 where nobody wishes.

    Notes
    -----
    The largest share is as small as it can be, then the next largest, and so on; no other shares
    leave fewer without a place altogether. For a set S of homes and N(S) the places within
    reach of any of them, at least D(S) - K(N(S)) get none. The set in which that is the largest
    share of D(S) gets that share and fills N(S); the same is done for the others with the places
    that are left. The set is found by Newton's method: from a share, the homes on the source side
    of the smallest cut between wishes and places give the next, larger one.

    References
    ----------
    Megiddo, N. (1974), Optimal flows in networks with multiple sources and sinks, Mathematical
    Programming 7: 97-107.
    """
    shares = np.zeros_like(demand)
    for number in range(demand.shape[1]):
        offered = np.flatnonzero(capacity[:, number] > 0)
        wishing = np.flatnonzero(demand[:, number] > 0)
        shares[wishing, number] = _of_programme(
            demand[wishing, number],
            capacity[offered, number],
            within[np.ix_(wishing, [number], offered)][:, 0],
        )
    return shares


def _of_programme(wanted: np.ndarray, room: np.ndarray, within: np.ndarray) -> np.ndarray:
    """Return shares without a place of homes that all wish for something."""
    shares = np.where(within.any(axis=1), 0.0, 1.0)
    homes, places = np.flatnonzero(shares == 0), np.arange(len(room))
    while len(homes):
        near = within[np.ix_(homes, places)]
        share, tight = _tightest(wanted[homes], room[places], near)
        if share <= ALIKE:
            break
        shares[homes[tight]] = share
        places = places[~near[tight].any(axis=0)]
        homes = homes[~tight]
    return shares


def _tightest(wanted: np.ndarray, room: np.ndarray, near: np.ndarray) -> tuple[float, np.ndarray]:
    """Return the largest share any set of homes must leave without a place, and that set."""
    tight = np.ones(len(wanted), dtype=bool)
    share = _short(wanted, room, near, tight)
    while True:
        cut = _cut((1 - max(share, 0.0)) * wanted, room, near)
        larger = _short(wanted, room, near, cut) if cut.any() else share
        if larger <= max(share, 0.0) + ALIKE:
            return share, tight
        share, tight = larger, cut


def _short(wanted: np.ndarray, room: np.ndarray, near: np.ndarray, homes: np.ndarray) -> float:
    return 1.0 - float(room[near[homes].any(axis=0)].sum() / wanted[homes].sum())


def _cut(wishes: np.ndarray, room: np.ndarray, near: np.ndarray) -> np.ndarray:
    """Return the homes whose wishes exceed the room within their reach; nobody if all fit."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_flow

    homes, places = near.shape
    unit = UNITS / max(wishes.sum(), room.sum())
    supply = np.floor(wishes * unit).astype(np.int32)
    source, sink = homes + places, homes + places + 1
    home, place = np.nonzero(near)
    most = np.r_[supply[home], np.ceil(room * unit).astype(np.int32), supply]
    ends = np.r_[homes + place, np.full(places, sink), np.arange(homes)].astype(np.int32)
    starts = np.cumsum([0, *near.sum(axis=1), *np.ones(places, dtype=int), homes, 0])
    network = csr_array((most, ends, starts), shape=(sink + 1, sink + 1))
    found = maximum_flow(network, source, sink)
    if found.flow_value == int(supply.sum(dtype=np.int64)):
        return np.zeros(homes, dtype=bool)
    left = network.toarray() > found.flow.toarray()
    side = left[source]
    while (wider := side | left[side].any(axis=0)).sum() > side.sum():
        side = wider
    return side[:homes]
