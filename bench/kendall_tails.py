"""Chance of Kendall's score among series that only wave: `python bench/kendall_tails.py`.

Prints `CORRELATED_TAILS` of `trends.mann_kendall`: five to eight successive years,
normal errors, autocorrelation 0.5, 20,000,000 series each (half a minute; at a chance of 0.05
the error is 0.00005).
"""

from __future__ import annotations

import numpy as np

SEED, ROUNDS, SERIES, AUTOCORRELATION = 20261121, 40, 500_000, 0.5


def score_sizes(rng: np.random.Generator, points: int) -> np.ndarray:
    """Return the size of Kendall's score of each of so many series."""
    series = rng.standard_normal((SERIES, points))
    fresh = np.sqrt(1 - AUTOCORRELATION**2)
    for at in range(1, points):
        series[:, at] = AUTOCORRELATION * series[:, at - 1] + fresh * series[:, at]
    score = np.zeros(SERIES, dtype=int)
    for earlier in range(points):
        for later in range(earlier + 1, points):
            score += np.where(series[:, later] > series[:, earlier], 1, -1)
    return np.abs(score)


def main() -> None:
    """Print the table."""
    for points in (5, 6, 7, 8):
        rng = np.random.default_rng(SEED)
        pairs = points * (points - 1) // 2
        counted = np.zeros(pairs + 1)
        for _ in range(ROUNDS):
            counted += np.bincount(score_sizes(rng, points), minlength=pairs + 1)
        tail = counted[::-1].cumsum()[::-1] / counted.sum()
        print(points, [round(float(tail[at]), 5) for at in range(pairs % 2, pairs + 1, 2)])


if __name__ == "__main__":
    main()
