"""Which places to open: facility location with fixed costs, with or without limits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, ImpactError, InvalidInput
from impact.planning.capacity.constraints import Rows, stacked


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class LocationProblem:
    """Sites that may be opened, and those who must be served.

    Parameters
    ----------
    capacity
        By site; may be infinite.
    fixed_cost
        Of opening, by site.
    demand
        By customer.
    cost
        Customers x sites: of serving the whole demand of a customer from a site; infinite where it
        cannot.
    """

    capacity: np.ndarray
    fixed_cost: np.ndarray
    demand: np.ndarray
    cost: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class Location:
    """The sites to open.

    Parameters
    ----------
    is_open
        By site.
    shares
        Customers x sites, share of a customer's demand.
    unserved
        Share of a customer's demand that is not served; 0 unless that was allowed.
    objective
        Fixed and serving costs (and those of the unserved).
    gap
        By how much, as a share, it could at most be better.
    """

    is_open: np.ndarray
    shares: np.ndarray
    unserved: np.ndarray
    objective: float
    gap: float


def read_or_library(text: str) -> LocationProblem:
    """Return the problem in a text of the OR-Library's format for warehouse location.

    Parameters
    ----------
    text
        Numbers of sites and customers; capacity and fixed cost of each site; then for each
        customer the demand and the cost of serving all of it from each site.

    Returns
    -------
    LocationProblem
        In the order of the text.

    Raises
    ------
    InvalidInput
        A word that is no number, or too few or too many of them.

    References
    ----------
    Beasley, J.E. (1990), OR-Library: distributing test problems by electronic mail, Journal of the
    Operational Research Society 41: 1069-1072.
    """
    try:
        numbers = np.array([float(word) for word in text.split()])
    except ValueError as error:
        faults = [Fault("text", f"{error}.", "Only numbers are allowed.")]
        raise InvalidInput("no problem of location can be read:", faults) from None
    sites, customers = (int(numbers[0]), int(numbers[1])) if len(numbers) > 1 else (0, 0)
    wanted = 2 + 2 * sites + customers * (1 + sites)
    if len(numbers) != wanted or sites == 0:
        problem = f"holds {len(numbers)} numbers, not {wanted}."
        raise InvalidInput("no problem of location can be read:", [Fault("text", problem)])
    of_sites = numbers[2 : 2 + 2 * sites].reshape(sites, 2)
    rest = numbers[2 + 2 * sites :].reshape(customers, 1 + sites)
    return LocationProblem(
        capacity=of_sites[:, 0], fixed_cost=of_sites[:, 1], demand=rest[:, 0], cost=rest[:, 1:]
    )


def locate(
    given: LocationProblem,
    *,
    unserved_cost: np.ndarray | None = None,
    at_most: int | None = None,
    must_open: np.ndarray | None = None,
    may_open: np.ndarray | None = None,
    relative_gap: float = 1e-9,
) -> Location:
    """Return the sites whose opening and serving cost least.

    Parameters
    ----------
    given
        Sites and customers.
    unserved_cost
        By customer, of leaving its whole demand unserved; not allowed when not given.
    at_most
        Most sites open (with fixed costs of 0: the p-median).
    must_open, may_open
        True by site: is open in any case; can be open at all.
    relative_gap
        Largest share by which the answer may be off the optimum.

    Returns
    -------
    Location
        The optimum, within the gap.

    Raises
    ------
    InvalidInput
        Negative or missing numbers, shapes that do not fit, or demand that cannot be served when
        leaving it is not allowed.

    Notes
    -----
    min sum f_j y_j + sum c_ij x_ij with sum_j x_ij = 1, x_ij <= y_j, sum_i d_i x_ij <= K_j y_j, y
    0 or 1. The limits x_ij <= y_j make the relaxation tight. Solved by branch and bound (HiGHS).
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    faults = _faults(given, unserved_cost)
    if faults:
        raise InvalidInput("sites cannot be chosen:", faults)
    customers, sites = given.cost.shape
    always = np.zeros(sites) if must_open is None else np.asarray(must_open, float)
    could = np.ones(sites) if may_open is None else np.asarray(may_open, float)
    customer, site = np.nonzero(np.isfinite(given.cost) & (np.maximum(could, always) > 0))
    flows = len(customer)
    lost = np.full(customers, np.inf) if unserved_cost is None else np.asarray(unserved_cost, float)
    loses = np.isfinite(lost).astype(float)
    matrix, low, high = stacked(
        _blocks(given, customer, site, sites if at_most is None else at_most),
        flows + sites + customers,
    )
    result = milp(
        np.r_[given.cost[customer, site], given.fixed_cost, np.where(loses > 0, lost, 0.0)],
        constraints=LinearConstraint(matrix, low, high),
        bounds=Bounds(
            np.r_[np.zeros(flows), always, np.zeros(customers)],
            np.r_[np.ones(flows), np.maximum(could, always), loses],
        ),
        integrality=np.r_[np.zeros(flows), np.ones(sites), np.zeros(customers)],
        options={"mip_rel_gap": relative_gap},
    )
    if result.status == 2:
        problem = "cannot be served by the sites that may be open."
        mend = "Allow more sites, or give the cost of leaving demand unserved."
        raise InvalidInput("sites cannot be chosen:", [Fault("demand", problem, mend)])
    if result.x is None:
        raise ImpactError(f"the sites were not chosen: {result.message}")
    shares = np.zeros(given.cost.shape)
    shares[customer, site] = np.clip(result.x[:flows], 0.0, 1.0)
    return Location(
        is_open=result.x[flows : flows + sites] > 0.5,
        shares=shares,
        unserved=np.clip(result.x[flows + sites :], 0.0, 1.0),
        objective=float(result.fun),
        gap=float(result.mip_gap or 0.0),
    )


def _blocks(
    given: LocationProblem, customer: np.ndarray, site: np.ndarray, most: int
) -> list[Rows]:
    customers, sites = given.cost.shape
    flows = len(customer)
    at_flow, each, all_ = np.arange(flows), np.arange(sites), np.arange(customers)
    at_site, at_lost = flows + each, flows + sites + all_
    everyone = Rows(
        np.r_[customer, all_], np.r_[at_flow, at_lost], np.ones(flows + customers),
        np.ones(customers), np.ones(customers),
    )  # fmt: skip
    if_open = Rows(
        np.r_[at_flow, at_flow], np.r_[at_flow, at_site[site]], np.repeat([1.0, -1.0], flows),
        np.full(flows, -np.inf), np.zeros(flows),
    )  # fmt: skip
    room = np.minimum(given.capacity, given.demand.sum())
    not_overfull = Rows(
        np.r_[site, each], np.r_[at_flow, at_site], np.r_[given.demand[customer], -room],
        np.full(sites, -np.inf), np.zeros(sites),
    )  # fmt: skip
    together = Rows(0 * each, at_site, np.ones(sites), np.array([0.0]), np.array([float(most)]))
    return [everyone, if_open, not_overfull, together]


def _faults(given: LocationProblem, unserved_cost: np.ndarray | None) -> list[Fault]:
    faults = []
    customers, sites = given.cost.shape
    wanted = {"capacity": sites, "fixed_cost": sites, "demand": customers}
    arrays = {name: np.asarray(getattr(given, name), dtype=float) for name in wanted}
    if unserved_cost is not None:
        arrays["unserved_cost"] = np.asarray(unserved_cost, dtype=float)
        wanted["unserved_cost"] = customers
    for name, values in arrays.items():
        if values.shape != (wanted[name],):
            faults.append(Fault(name, f"has the shape {values.shape}, not ({wanted[name]},)."))
            continue
        endless = name == "capacity"
        for number in np.flatnonzero(~(values >= 0) | (np.isinf(values) & (not endless))):
            faults.append(Fault(f"{name}, number {number + 1}", f"is {values[number]}."))
    for row, column in zip(*np.nonzero(np.isnan(given.cost) | (given.cost < 0)), strict=True):
        where = f"cost of customer {row + 1} from site {column + 1}"
        faults.append(Fault(where, f"is {given.cost[row, column]}.", "Give a number, 0 or more."))
    return faults
