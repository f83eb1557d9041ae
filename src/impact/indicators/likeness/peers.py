"""Which municipalities are most alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import numbers, refuse, require, row_faults

SPREADS = ("deviation", "robust")
MAD_TO_DEVIATION = 1.4826
ROUNDING = 1e-12


def peers_by_distance(
    frame: pd.DataFrame,
    *,
    variables: Sequence[str],
    place: str = "place",
    weights: Mapping[str, float] | None = None,
    k: int = 7,
    population: str | None = None,
    band: float | None = None,
    spread: str = "deviation",
) -> pd.DataFrame:
    """Find each place's nearest municipalities in standardised variables.

    Parameters
    ----------
    frame
        One row a place.
    variables
        Columns to be alike in.
    place
        Column with the place's code.
    weights
        Weight by variable, 0 or more; default 1 each.
    k
        Number of peers.
    population, band
        Column and factor: only places between population / band and population * band are
        candidates (there may be fewer than k). Both or none.
    spread
        What a variable is divided by: its sample "deviation" about the mean, or its "robust"
        spread about the median (1.4826 times the median absolute deviation), which a few extreme
        places do not rule.

    Returns
    -------
    DataFrame
        `place, rank, peer, distance`, and `contribution_<variable>` (share of the squared
        distance, 0 to 1), ordered as the places in `frame`, nearest first. A place lacking a
        variable (or its population, with a band) has one row with rank, peer and distance
        missing, and is nobody's peer.

    Raises
    ------
    InvalidInput
        A place without code or that stands twice, a variable named twice, weights that do not fit
        the variables, a robust spread of 0 in a variable that varies (more than half of the places
        share one value).

    Notes
    -----
    distance = sqrt(sum of w (z_i - z_j)^2 / sum of w) with z standardised over the complete
    places; a variable that does not vary adds 0. Equal distances go by the peer's code, so the
    answer does not depend on the order of rows.
    """
    require(frame, [place, population, *variables], "peers_by_distance")
    weight = _weights(frame, place, variables, weights, k, population, band, spread)
    data = np.column_stack([numbers(frame, name) for name in variables])
    people = np.ones(len(frame)) if population is None else numbers(frame, population)
    complete = np.isfinite(data).all(axis=1) & np.isfinite(people) & (people > 0)
    kept = np.flatnonzero(complete)
    codes = frame[place].to_numpy(dtype=object)
    if not len(kept):
        empty = np.empty((0, len(variables)))
        return _table(codes, [(kept, kept, kept, kept.astype(float), empty)], kept, variables)
    standard = _standardised(data[kept], variables, spread)
    distance = np.zeros((len(kept), len(kept)))
    for at, share in enumerate(weight):
        distance += share * (standard[:, None, at] - standard[None, :, at]) ** 2
    distance = np.sqrt(distance)
    np.fill_diagonal(distance, np.inf)
    if band is not None:
        ratio = people[kept][:, None] / people[kept][None, :]
        distance[(ratio > band) | (ratio < 1 / band)] = np.inf
    by_code = np.argsort(codes[kept].astype(str), kind="stable")
    nearest = by_code[np.argsort(distance[:, by_code].round(12), axis=1, kind="stable")[:, :k]]
    own = np.repeat(np.arange(len(kept)), nearest.shape[1])
    rank = np.tile(np.arange(1, nearest.shape[1] + 1), len(kept))
    peer = nearest.ravel()
    reached = np.isfinite(distance[own, peer])
    own, rank, peer = own[reached], rank[reached], peer[reached]
    squares = weight * (standard[own] - standard[peer]) ** 2
    total = squares.sum(axis=1, keepdims=True)
    shares = np.divide(squares, total, out=np.zeros_like(squares), where=total > 0)
    found = (kept[own], rank, kept[peer], distance[own, peer], shares)
    return _table(codes, [found], kept, variables)


def official_peers(
    peers: pd.DataFrame, *, places: Sequence[str], place: str = "place", peer: str = "peer"
) -> pd.DataFrame:
    """Pass an official list of peers through after checking it.

    Parameters
    ----------
    peers
        One row a place and peer; other columns (theme, year) are kept.
    places
        The codes that exist.
    place, peer
        Columns.

    Returns
    -------
    DataFrame
        The same rows, a copy.

    Raises
    ------
    InvalidInput
        With all rows naming an unknown code, a place as its own peer, or a pair twice.
    """
    require(peers, [place, peer], "official_peers")
    faults = []
    for column in (place, peer):
        faults += row_faults(peers, ~peers[column].isin(places), column, "is not a known place.")
    own = peers[place].astype(object) == peers[peer]
    faults += row_faults(peers, own, peer, "is named as its own peer.")
    keys = [name for name in (place, peer, "theme", "year") if name in peers.columns]
    faults += row_faults(peers, peers.duplicated(keys), peer, "is named twice.")
    refuse("an official list of peers", faults)
    return peers.copy()


def _weights(
    frame: pd.DataFrame,
    place: str,
    variables: Sequence[str],
    weights: Mapping[str, float] | None,
    k: int,
    population: str | None,
    band: float | None,
    spread: str,
) -> np.ndarray:
    faults = row_faults(frame, frame[place].isna(), place, "is no code of a place.")
    faults += row_faults(frame, frame[place].duplicated(), place, "stands twice.")
    for name in sorted({name for name in variables if list(variables).count(name) > 1}):
        faults.append(Fault(f"variable '{name}'", "is named twice.", "Give it a weight."))
    given = dict.fromkeys(variables, 1.0) if weights is None else dict(weights)
    for name in sorted(set(given) ^ set(variables)):
        faults.append(Fault(f"weight '{name}'", "weights and variables must name the same."))
    for name, weight in given.items():
        if not 0 <= weight < np.inf:
            faults.append(Fault(f"weight '{name}'", f"{weight} is negative or no number."))
    if not faults and sum(given.values()) <= 0:
        faults.append(Fault("weights", "add up to 0."))
    if not isinstance(k, int | np.integer) or k < 1:
        faults.append(Fault("k", f"{k} is not a whole number from 1 on."))
    if (population is None) != (band is None):
        faults.append(Fault("band", "population and band must be given together."))
    if band is not None and band <= 1:
        faults.append(Fault("band", f"{band} is not above 1."))
    if spread not in SPREADS:
        faults.append(Fault("spread", f"'{spread}' is not one of {', '.join(SPREADS)}."))
    if faults:
        raise InvalidInput("peers_by_distance", faults)
    chosen = np.array([given[name] for name in variables], dtype=float)
    return chosen / chosen.sum()


def _standardised(data: np.ndarray, variables: Sequence[str], spread: str) -> np.ndarray:
    if spread == "robust":
        middle = np.median(data, axis=0)
        divisor = np.median(np.abs(data - middle), axis=0) * MAD_TO_DEVIATION
        bare = (divisor == 0) & (np.ptp(data, axis=0) > ROUNDING * np.abs(middle))
        faults = [
            Fault(f"variable '{name}'", "has a robust spread of 0.", "Use the deviation.")
            for name, empty in zip(variables, bare, strict=True)
            if empty
        ]
        refuse("peers_by_distance", faults)
    else:
        middle = data.mean(axis=0)
        divisor = data.std(axis=0, ddof=1) if len(data) > 1 else np.ones(data.shape[1])
    varies = divisor > ROUNDING * np.abs(middle)
    return np.where(varies, (data - middle) / np.where(varies, divisor, 1.0), 0.0)


def _table(
    codes: np.ndarray, found: list[tuple], kept: np.ndarray, variables: Sequence[str]
) -> pd.DataFrame:
    own, rank, peer, distance, shares = found[0]
    alone = np.setdiff1d(np.arange(len(codes)), own)
    none = np.full(len(alone), np.nan)
    table = pd.DataFrame(
        {
            "place": pd.array(codes[np.r_[own, alone]], dtype="str"),
            "rank": pd.array([*rank, *[pd.NA] * len(alone)], dtype="Int16"),
            "peer": pd.array([*codes[peer], *[None] * len(alone)], dtype="str"),
            "distance": np.r_[distance, none],
        }
    )
    for at, name in enumerate(variables):
        table[f"contribution_{name}"] = np.r_[shares[:, at], none]
    order = np.lexsort((table["rank"].fillna(0), np.r_[own, alone]))
    return table.iloc[order].reset_index(drop=True)
