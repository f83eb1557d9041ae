"""Which places beat which on most of the weight, without adding scores of unlike things."""

from __future__ import annotations

import numpy as np

EQUAL = 1e-12


def outranking_matrix(scores: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the share of weight on which the place of the row is better than that of the column.

    Parameters
    ----------
    scores
        Shape (draws x) places x children, higher is better; NaN is missing.
    weights
        Shape (draws x 1 x) children.

    Returns
    -------
    ndarray
        Shape (draws x) places x places; ties count half, the diagonal is NaN, and so are pairs
        with no child known for both. Each pair is judged on the children known for both, so the
        order of places makes no difference.
    """
    weights = np.broadcast_to(weights, scores.shape)
    won = np.zeros((*scores.shape[:-1], scores.shape[-2]))
    total = np.zeros_like(won)
    for child in range(scores.shape[-1]):
        own = scores[..., child]
        known = np.isfinite(own)
        pair = known[..., :, None] & known[..., None, :]
        weight = weights[..., 0, child][..., None, None] * pair
        ahead = own[..., :, None] > own[..., None, :]
        level = own[..., :, None] == own[..., None, :]
        won += weight * (ahead + level / 2)
        total += weight
    with np.errstate(divide="ignore", invalid="ignore"):
        share = won / total
    at = np.arange(scores.shape[-2])
    share[..., at, at] = np.nan
    return share


def copeland(scores: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return how many places each place outranks minus how many outrank it.

    Parameters
    ----------
    scores, weights
        As in `outranking_matrix`.

    Returns
    -------
    ndarray
        Shape (draws x) places; NaN where a place can be compared with nobody.
    """
    net, _ = _net(scores, weights)
    return net


def outranking_score(scores: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the Copeland score on the scale from 0 (outranked by all) to 100 (outranks all).

    Parameters
    ----------
    scores, weights
        As in `outranking_matrix`.

    Returns
    -------
    ndarray
        Shape (draws x) places.

    Notes
    -----
    50 (1 + (outranks - outranked by) / compared with).
    """
    net, compared = _net(scores, weights)
    with np.errstate(divide="ignore", invalid="ignore"):
        return 50 * (1 + net / compared)


def _net(scores: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    share = outranking_matrix(scores, weights)
    known = np.isfinite(share)
    lead = np.where(known, share - 0.5, 0.0)
    net = np.where(np.abs(lead) > EQUAL, np.sign(lead), 0.0).sum(axis=-1)
    compared = known.sum(axis=-1)
    return np.where(compared > 0, net, np.nan), compared
