"""Flows from homes to places by attraction and distance: the gravity model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, ImpactError, InvalidInput

DETERRENCES = ("exponential", "power")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class GravityFlows:
    """Flows of a gravity model.

    Parameters
    ----------
    flows
        Pupils, rows homes, columns places.
    decay
        How fast flows fall with distance, per minute (exponential) or as a power.
    mean_minutes
        Of everyone who travels.
    rounds
        Rounds until balance; 0 when only origins are constrained.
    error
        Largest gap between a sum of flows and what it should be, pupils.
    """

    flows: pd.DataFrame
    decay: float
    mean_minutes: float
    rounds: int
    error: float


def gravity_flows(
    origins: pd.Series,
    attractions: pd.Series,
    minutes: pd.DataFrame,
    *,
    decay: float,
    doubly: bool = False,
    deterrence: str = "exponential",
    tolerance: float = 1e-8,
    rounds: int = 10_000,
) -> GravityFlows:
    """Return flows from homes to places.

    Parameters
    ----------
    origins
        Pupils by home.
    attractions
        How attractive each place is (for example its places); with `doubly` the pupils that arrive
        there, whose sum is that of the origins. 0 closes a place.
    minutes
        One way, rows homes, columns places; infinite where nobody can travel.
    decay
        0 or more; see `fit_decay`.
    doubly
        Also hold the sums by place.
    deterrence
        exponential: exp(-decay minutes); power: minutes ** -decay, with ways under one minute
        taken as one.
    tolerance
        Largest gap in a sum that counts as balance, as a share of all pupils.
    rounds
        Most rounds of balancing.

    Returns
    -------
    GravityFlows
        In the order of `origins` and `attractions`.

    Raises
    ------
    InvalidInput
        Negative or missing numbers, an unknown deterrence, sums of origins and destinations that
        differ, a home with pupils that can reach no open place.
    ImpactError
        No balance after so many rounds.

    Notes
    -----
    T_ij = A_i O_i B_j D_j f(c_ij), A_i = 1 / sum_j B_j D_j f(c_ij), and B_j = 1 (origins only) or
    1 / sum_i A_i O_i f(c_ij) (doubly), in turn until balance.

    References
    ----------
    Wilson, A.G. (1971), A family of spatial interaction models, Environment and Planning 3: 1-32.
    """
    leaving, pull, pulls = _prepare(origins, attractions, minutes, decay, deterrence, doubly)
    reached = pulls @ pull
    stuck = [
        Fault(f"home {name}", "has pupils, but no open place within reach.")
        for name, pupils, sum_ in zip(origins.index, leaving, reached, strict=True)
        if pupils > 0 and not sum_ > 0
    ]
    if stuck:
        raise InvalidInput("flows cannot be calculated:", stuck)
    to = np.ones(len(pull))
    done = 0
    while True:
        weighted = pulls @ (to * pull)
        out = np.divide(1.0, weighted, out=np.zeros_like(weighted), where=weighted > 0)
        flows = (out * leaving)[:, None] * pulls * (to * pull)
        gap = np.abs(flows.sum(axis=0) - pull).max(initial=0.0) if doubly else 0.0
        if gap <= tolerance * max(pull.sum(), 1.0):
            break
        if done == rounds:
            raise ImpactError(f"flows did not balance in {rounds} rounds: some place is too far")
        sums = (out * leaving) @ pulls
        to = np.divide(1.0, sums, out=np.zeros_like(sums), where=sums > 0)
        done += 1
    return GravityFlows(
        flows=pd.DataFrame(flows, index=origins.index, columns=attractions.index),
        decay=float(decay),
        mean_minutes=_mean(flows, _ways(minutes, origins, attractions)),
        rounds=done,
        error=float(max(gap, np.abs(flows.sum(axis=1) - leaving).max(initial=0.0))),
    )


def fit_decay(
    flows: pd.DataFrame,
    minutes: pd.DataFrame,
    *,
    attractions: pd.Series | None = None,
    doubly: bool = False,
    deterrence: str = "exponential",
    highest: float = 5.0,
) -> float:
    """Return the decay with which the model's pupils travel as far as the real ones.

    Parameters
    ----------
    flows
        Counted pupils, rows homes, columns places.
    minutes
        One way, rows homes, columns places.
    attractions
        As in `gravity_flows`; the pupils who arrive when not given.
    doubly, deterrence
        As in `gravity_flows`.
    highest
        Largest decay looked for.

    Returns
    -------
    float
        0 when pupils travel at least as far as without any decay, `highest` when they travel
        shorter than any decay in the range gives.

    Raises
    ------
    InvalidInput
        As `gravity_flows`, or no pupils at all.

    Notes
    -----
    The decay at which sum T c = sum T_counted c (c minutes, or their logarithm with a power): the
    maximum of the Poisson likelihood.

    References
    ----------
    Hyman, G.M. (1969), The calibration of trip distribution models, Environment and Planning 1:
    105-112.
    """
    from scipy.optimize import brentq

    counted = flows.to_numpy(dtype=float)
    if not counted.sum() > 0:
        raise InvalidInput("decay cannot be fitted:", [Fault("flows", "hold no pupils at all.")])
    origins = flows.sum(axis=1)
    pull = flows.sum(axis=0) if doubly or attractions is None else attractions
    ways = _ways(minutes, origins, pull)
    length = np.log(np.maximum(ways, 1.0)) if deterrence == "power" else ways
    wanted = _mean(flows.reindex(columns=pull.index).to_numpy(dtype=float), length)

    def gap(decay: float) -> float:
        made = gravity_flows(
            origins, pull, minutes, decay=decay, doubly=doubly, deterrence=deterrence
        )
        return _mean(made.flows.to_numpy(), length) - wanted

    if gap(0.0) <= 0:
        return 0.0
    top = highest
    if doubly:  # steep decays starve far places and cannot balance: look from below
        top = min(highest, 0.01)
        while top < highest and gap(top) > 0:
            top = min(2 * top, highest)
    return float(highest) if gap(top) > 0 else float(brentq(gap, 0.0, top, xtol=1e-10))


def _prepare(
    origins: pd.Series,
    attractions: pd.Series,
    minutes: pd.DataFrame,
    decay: float,
    deterrence: str,
    doubly: bool,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    leaving, pull = origins.to_numpy(dtype=float), attractions.to_numpy(dtype=float)
    ways = _ways(minutes, origins, attractions)
    faults = [
        Fault(f"{kind} {name}", f"is {value}.", "Give a number, 0 or more.")
        for kind, series in (("origin", origins), ("attraction", attractions))
        for name, value in series.items()
        if not 0 <= value < np.inf
    ]
    faults += [
        Fault(
            f"minutes, {origins.index[row]}, {attractions.index[column]}",
            "is missing." if np.isnan(ways[row, column]) else f"is {ways[row, column]}.",
            "Give a number, 0 or more.",
        )
        for row, column in zip(*np.nonzero(~(ways >= 0)), strict=True)
    ]
    if deterrence not in DETERRENCES:
        mend = f"One of {', '.join(DETERRENCES)}."
        faults.append(Fault("deterrence", f"'{deterrence}' is none.", mend))
    if not 0 <= decay < np.inf:
        faults.append(Fault("decay", f"is {decay}.", "Give a number, 0 or more."))
    if not faults and doubly and not np.isclose(leaving.sum(), pull.sum(), rtol=1e-9):
        problem = f"{leaving.sum():g} leave and {pull.sum():g} arrive."
        faults.append(Fault("sums", problem, "Both must be the same."))
    if faults:
        raise InvalidInput("flows cannot be calculated:", faults)
    if deterrence == "power":
        pulls = np.where(np.isfinite(ways), np.maximum(ways, 1.0) ** -decay, 0.0)
    else:
        nearest = ways.min(axis=1, initial=np.inf, keepdims=True)
        nearest = np.where(np.isfinite(nearest), nearest, 0.0)
        pulls = np.where(np.isfinite(ways), np.exp(-decay * (ways - nearest)), 0.0)
    return leaving, pull, pulls


def _ways(minutes: pd.DataFrame, origins: pd.Series, attractions: pd.Series) -> np.ndarray:
    wide = minutes.reindex(index=origins.index, columns=attractions.index)
    return wide.to_numpy(dtype=float)


def _mean(flows: np.ndarray, ways: np.ndarray) -> float:
    total = flows.sum()
    lengths = np.where(flows > 0, np.where(np.isfinite(ways), ways, 0.0), 0.0)
    return float((flows * lengths).sum() / total) if total > 0 else float("nan")
