"""How often the limits of an index hold the truth: `python bench/coverage_composite.py`.

Made countries of 100 places whose six indicators share a common cause. The true values are known;
what is seen is true value plus a normal error of known size. The limits of the base year are those
of the true values, as limits frozen long ago would be. 90 % limits of score and rank are compared
with the true score and rank, for the values as seen and for the same values after `shrink`, and
pairs that are told apart at 95 % are compared with the true order.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.indicators import shrink
from impact.indicators.composite import (
    IndexItem,
    IndexNode,
    IndexSpec,
    build_index,
    composite_uncertainty,
)

SEED = 20261122
PLACES, INDICATORS, COUNTRIES, DRAWS = 100, 6, 60, 600
CONFIDENCE = 0.9
SPEC = IndexSpec(
    "made", (IndexNode("all"),), tuple(IndexItem(f"i{at}", "all") for at in range(INDICATORS))
)


def shrunken(seen: np.ndarray, error: float) -> tuple[np.ndarray, np.ndarray]:
    """Return values and standard errors that borrow strength, indicator by indicator."""
    values, errors = np.empty(seen.shape), np.empty(seen.shape)
    for at in range(seen.shape[1]):
        frame = pd.DataFrame({"value": seen[:, at], "standard_error": error})
        found = shrink(frame, model="estimate")
        values[:, at] = found["shrunken"]
        errors[:, at] = (found["shrunken_upper"] - found["shrunken_lower"]) / (2 * 1.959964)
    return values, errors


def one_country(error: float, seed: int) -> list[dict]:
    """Return coverage and width in one made country, for raw and shrunken values."""
    rng = np.random.default_rng([SEED, seed])
    true = rng.normal(size=(PLACES, 1)) + rng.normal(size=(PLACES, INDICATORS))
    seen = true + error * rng.standard_normal(true.shape)
    truth = build_index(true, SPEC)
    score = truth.overall
    rank = (-score).argsort().argsort() + 1
    rows = []
    for way in ("as seen", "shrunken"):
        values, errors = seen, np.full(true.shape, error)
        if way == "shrunken":
            values, errors = shrunken(seen, error)
        found = composite_uncertainty(
            values,
            errors,
            SPEC,
            draws=DRAWS,
            seed=seed,
            parameters=truth.parameters,
            confidence=CONFIDENCE,
        )
        frame = found.frame
        lower, upper, best, worst = (
            frame[name].to_numpy() for name in ("lower", "upper", "rank_lower", "rank_upper")
        )
        told = found.better.to_numpy() >= found.apart
        right = score[:, None] > score[None, :]
        rows.append(
            {
                "error": error,
                "values": way,
                "score held": (lower <= score) & (score <= upper),
                "rank held": frame["rank_lower"].le(rank).to_numpy()
                & (rank <= frame["rank_upper"]),
                "places wide": worst - best + 1,
                "pairs told apart": told.sum() / (PLACES * (PLACES - 1) / 2),
                "of these right": right[told].mean(),
            }
        )
    return [{key: np.mean(v) if key != "values" else v for key, v in row.items()} for row in rows]


def main() -> None:
    """Print the mean over the made countries."""
    rows = []
    for error in (0.25, 0.5, 1.0, 2.0):
        for seed in range(COUNTRIES):
            rows += one_country(error, seed)
    table = pd.DataFrame(rows).groupby(["error", "values"], sort=False).mean()
    print(f"{COUNTRIES} made countries of {PLACES} places; wanted: {CONFIDENCE:.0%} held")
    print(table.round(3).to_string())


if __name__ == "__main__":
    main()
