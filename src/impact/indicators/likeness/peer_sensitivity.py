"""How far the peers of a place hang on the choice of variables, weights and number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from impact.indicators.columns import check_share, numbers
from impact.indicators.likeness.peers import SPREADS, peers_by_distance


def peer_sensitivity(
    frame: pd.DataFrame,
    *,
    variables: Sequence[str],
    place: str = "place",
    weights: Mapping[str, float] | None = None,
    k: int = 7,
    population: str | None = None,
    band: float | None = None,
    spread: str = "deviation",
    stable: float = 0.8,
) -> pd.DataFrame:
    """Count in how many other reasonable choices each peer would still be a peer.

    Parameters
    ----------
    frame, variables, place, weights, k, population, band, spread
        The choice made, as for `peers_by_distance`.
    stable
        A peer is called stable when it stays in at least this share of the alternatives.

    Returns
    -------
    DataFrame
        `place, rank, peer, distance` of the choice made, with `kept` (share of the alternatives
        in which the peer stays, 0 to 1), `lost_in` (the alternatives in which it does not,
        joined by "; "), `alternatives` (their number) and `stable_peers` (share of the place's
        peers that are stable). A place without peers has one row with these missing.

    Raises
    ------
    InvalidInput
        As `peers_by_distance`.

    Notes
    -----
    The alternatives are fixed, so the answer is the same every time: each variable with a weight
    above 0 left out (with two or more of them), its weight doubled, and halved; the other spread,
    where it can be calculated; one peer fewer and one more. With one peer fewer exactly the
    farthest peer is lost. The population band is kept in all of them.
    """
    check_share(stable, "stable")
    chosen = dict.fromkeys(variables, 1.0) if weights is None else dict(weights)
    options = {"variables": variables, "place": place, "population": population, "band": band}
    made = peers_by_distance(frame, weights=chosen, k=k, spread=spread, **options)
    table = made[["place", "rank", "peer", "distance"]].copy()
    pairs = pd.MultiIndex.from_frame(table[["place", "peer"]])
    alternatives = {"k - 1": {"k": k - 1}} if k > 1 else {}
    alternatives |= {"k + 1": {"k": k + 1}} | _reweighted(chosen)
    other = next(name for name in SPREADS if name != spread)
    if _robust_possible(frame, variables, population):
        alternatives[f"{other} spread"] = {"spread": other}
    standard = {"weights": chosen, "k": k, "spread": spread}
    stays = np.zeros((len(table), len(alternatives)), dtype=bool)
    for at, changed in enumerate(alternatives.values()):
        found = peers_by_distance(frame, **(standard | changed), **options)
        stays[:, at] = pairs.isin(pd.MultiIndex.from_frame(found[["place", "peer"]]))
    none = table["peer"].isna().to_numpy()
    kept = np.where(none, np.nan, stays.mean(axis=1))
    names = np.array(list(alternatives), dtype=object)
    lost = [None if gone else "; ".join(names[~row]) for row, gone in zip(stays, none, strict=True)]
    firm = pd.Series(np.where(none, np.nan, kept >= stable))
    return table.assign(
        kept=kept,
        lost_in=pd.array(lost, dtype="str"),
        alternatives=len(alternatives),
        stable_peers=firm.groupby(table["place"].to_numpy()).transform("mean").to_numpy(),
    )


def _reweighted(weights: Mapping[str, float]) -> dict[str, dict]:
    used = [name for name, weight in weights.items() if weight > 0]
    changes = {"without": 0.0, "doubled": 2.0, "halved": 0.5}
    if len(used) < 2:
        return {}
    return {
        f"{name} {word}": {"weights": {**weights, name: weights[name] * factor}}
        for name in used
        for word, factor in changes.items()
    }


def _robust_possible(frame: pd.DataFrame, variables: Sequence[str], population: str | None) -> bool:
    """Whether no variable that varies has most of its values alike."""
    used = frame if population is None else frame[numbers(frame, population) > 0]
    data = used[list(variables)].astype(float).dropna()
    apart = (data - data.median()).abs().median()
    return bool(((apart > 0) | (data.nunique() <= 1)).all())
