"""The exact distribution of each place's rank when every place's level is uncertain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

LEVELS, CELLS = 200, 2000
CELLS_PER_TIE = 8
NEGLIGIBLE = 1e-12
TIE = 1e-6


@dataclass(frozen=True, slots=True)
class Levels:
    """Independent distributions of the places' true levels, shape (places,).

    Parameters
    ----------
    kind
        "normal" (first mean, second standard deviation, 0 for a level known exactly), "beta"
        (the two shapes) or "gamma" (shape and rate).
    first, second
        The parameters.
    """

    kind: str
    first: np.ndarray
    second: np.ndarray

    def below(self, points: np.ndarray) -> np.ndarray:
        """Return the probability of a level at or below each point, (points, places)."""
        at = points[:, None]
        if self.kind == "normal":
            with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
                score = (at - self.first) / self.second
            exact = (self.second == 0) & (at == self.first)
            return special.ndtr(np.where(exact, np.inf, score))
        inside = np.clip(at, 0, 1 if self.kind == "beta" else None)
        if self.kind == "beta":
            return special.betainc(self.first, self.second, inside)
        return special.gammainc(self.first, self.second * inside)

    def points(self) -> np.ndarray:
        """Return the edges of cells that follow all distributions closely, in rising order."""
        tail = (np.arange(LEVELS) + 0.5) / LEVELS
        if self.kind == "normal":
            known = self.second == 0
            exact = self.first[known]
            score = special.ndtri(tail)[:, None]
            edges = (self.first[~known] + self.second[~known] * score).ravel()
        elif self.kind == "beta":
            exact = np.empty(0)
            edges = special.betaincinv(self.first, self.second, tail[:, None]).ravel()
        else:
            exact = np.empty(0)
            edges = (special.gammaincinv(self.first, tail[:, None]) / self.second).ravel()
        edges = np.unique(edges)
        thinned = edges[:: max(1, len(edges) // CELLS)]
        return np.unique(np.r_[-np.inf, thinned, np.nextafter(exact, -np.inf), exact, np.inf])


def better_probability(levels: Levels, *, high_is_better: bool = True) -> np.ndarray:
    """Return the probability that the place of the row is better than that of the column.

    Notes
    -----
    Normal levels: the normal distribution function of the difference over the root of the summed
    variances, exactly; else the integral of one distribution function over the other. Two levels
    known exactly and equal count one half; the diagonal is one half.
    """
    if levels.kind == "normal":
        difference = levels.first[:, None] - levels.first[None, :]
        spread = np.hypot(levels.second[:, None], levels.second[None, :])
        with np.errstate(divide="ignore", invalid="ignore"):
            score = np.where(difference == 0, 0.0, difference / spread)
        higher = special.ndtr(score)
    else:
        mass, middle = _cells(levels)
        higher = mass.T @ middle
    return higher if high_is_better else 1 - higher


def rank_distribution(levels: Levels, *, high_is_better: bool = True) -> np.ndarray:
    """Return the probability of each rank, shape (places, places): row place, column rank - 1.

    Notes
    -----
    Given a place's own level x, its rank is 1 + the number of others above x: a sum of
    independent yes-or-no variables (Poisson binomial). Its distribution is averaged over x in
    about 2,000 cells whose edges are quantiles of the places' own distributions. The sum over all
    places is built up once per cell and each place taken out again, from the side where the
    division is stable. Within a cell two places precede each other with the probability one half;
    a cell that holds several levels known exactly is cut finer, so that equal levels share their
    ranks evenly.
    """
    mass, middle = _cells(levels)
    ahead = 1 - middle if high_is_better else middle
    places = mass.shape[1]
    together = np.zeros((places + 1, len(mass)))
    together[0] = 1.0
    for place in range(places):
        p = ahead[:, place]
        together[1 : place + 2] += p * (together[: place + 1] - together[1 : place + 2])
        together[0] *= 1 - p
    out = np.zeros((places, places))
    for part in (ahead <= 0.5, ahead > 0.5):
        cell, own = np.nonzero(part & (mass > NEGLIGIBLE))
        _add_others(out, together, cell, own, ahead[cell, own], mass[cell, own])
    out = np.maximum(out, 0.0)
    return out / out.sum(axis=1, keepdims=True)


def _add_others(
    out: np.ndarray,
    together: np.ndarray,
    cell: np.ndarray,
    own: np.ndarray,
    p: np.ndarray,
    mass: np.ndarray,
) -> None:
    """Take the own place out of the sum of all, and add its share of the rank distribution."""
    if not len(cell):
        return
    places = len(out)
    forward = p[0] <= 0.5
    kept = np.zeros(len(cell))
    for count in range(places) if forward else range(places - 1, -1, -1):
        if forward:
            kept = (together[count, cell] - p * kept) / (1 - p)
        else:
            kept = (together[count + 1, cell] - (1 - p) * kept) / p
        out[:, count] += np.bincount(own, mass * kept, minlength=places)


def _cells(levels: Levels) -> tuple[np.ndarray, np.ndarray]:
    """Probability of each cell and of lying below its middle, shapes (cells, places)."""
    edges = levels.below(levels.points())
    tied = (np.diff(edges, axis=0) > 0.5).sum(axis=1)
    parts = np.where(tied > 1, CELLS_PER_TIE * tied, 1)
    if (tied > 1).any():
        row = np.repeat(np.arange(len(tied)), parts)
        share = (np.arange(len(row)) - (np.cumsum(parts) - parts)[row]) / parts[row]
        cut = edges[row] + share[:, None] * (edges[row + 1] - edges[row])
        edges = np.vstack([cut, edges[-1:]])
    return np.diff(edges, axis=0), (edges[1:] + edges[:-1]) / 2


def quantile_of_rank(distribution: np.ndarray, tail: float) -> np.ndarray:
    """Return the smallest rank reached with at least the probability `tail`, per place."""
    return 1 + (np.cumsum(distribution, axis=1) < tail - TIE).sum(axis=1)


def median_of_rank(distribution: np.ndarray) -> np.ndarray:
    """Return the median rank; half a rank where two ranks are the median."""
    reached = np.cumsum(distribution, axis=1)
    low = 1 + (reached < 0.5 - TIE).sum(axis=1)
    high = 1 + (reached < 0.5 + TIE).sum(axis=1)
    return (low + np.minimum(high, distribution.shape[1])) / 2
