"""Each place's index under the weights that are kindest to it."""

from __future__ import annotations

import numpy as np

BEST = 100.0


def benefit_of_the_doubt(
    scores: np.ndarray, *, lowest_share: float = 0.0
) -> tuple[np.ndarray, np.ndarray]:
    """Return each place's best possible index and the weights that give it.

    Parameters
    ----------
    scores
        Shape (draws x) places x children, 0 or more (lower ones count as 0); NaN is missing.
    lowest_share
        Least share of a place's index that each child known for it must carry, from 0 to
        1 / (number of children); 0 lets a place ignore all but its best child.

    Returns
    -------
    index
        Shape (draws x) places, 0 to 100; 100: nobody is better under this place's own weights.
    weights
        Shape (draws x) places x children, per point of score; 0 where missing.

    Raises
    ------
    ValueError
        When `lowest_share` is not a share that all children can carry.

    Notes
    -----
    For each place c: maximise sum_i w_i s_ci subject to sum_i w_i s_qi <= 1 for all places q,
    w >= 0 and w_i s_ci >= share sum_j w_j s_cj; a linear programme solved by HiGHS. A score missing
    for another place counts as 0 there, so it never makes this place look worse. A child on which a
    place scores 0 cannot carry a share and is left free. One programme a place and draw: not for
    thousands of draws.

    References
    ----------
    Melyn and Moesen (1991), Leuven public economics research paper 17; Cherchye, Moesen, Rogge and
    Van Puyenbroeck (2007), Social Indicators Research 82, 111-145.
    """
    children = scores.shape[-1]
    if not 0 <= lowest_share * children <= 1:
        raise ValueError(f"{children} children cannot carry {lowest_share} each")
    flat = scores.reshape(-1, *scores.shape[-2:])
    index = np.full(flat.shape[:-1], np.nan)
    weights = np.zeros(flat.shape)
    for draw, table in enumerate(flat):
        points = np.maximum(np.where(np.isfinite(table), table, 0.0), 0.0)
        for place in range(len(table)):
            known = np.isfinite(table[place])
            if known.any():
                best, own = _kindest(points, place, known, lowest_share)
                index[draw, place], weights[draw, place, known] = best, own
    return index.reshape(scores.shape[:-1]), weights.reshape(scores.shape)


def _kindest(
    points: np.ndarray, place: int, known: np.ndarray, lowest_share: float
) -> tuple[float, np.ndarray]:
    from scipy.optimize import linprog

    used = points[:, known]
    own = used[place]
    if not (own > 0).any():
        return 0.0, np.zeros(known.sum())
    rows, limits = [used], [np.ones(len(used))]
    if lowest_share > 0:
        carriers = np.flatnonzero(own > 0)
        rows.append(lowest_share * own - np.eye(len(own))[carriers] * own)
        limits.append(np.zeros(len(carriers)))
    unbound = ~(used > 0).any(axis=0)
    bounds = [(0, 0 if empty else None) for empty in unbound]
    found = linprog(-own, A_ub=np.vstack(rows), b_ub=np.concatenate(limits), bounds=bounds)
    return BEST * float(np.clip(-found.fun, 0, 1)), found.x
