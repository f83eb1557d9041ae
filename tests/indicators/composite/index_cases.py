"""Small indices and values that the tests of composite indices share."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from impact.indicators.composite import IndexItem, IndexNode, IndexSpec

# A ragged tree: one indicator hangs on the root, one part has a part of its own.
RAGGED = IndexSpec(
    "ragged",
    (
        IndexNode("all"),
        IndexNode("school", "all", weight=2.0),
        IndexNode("staff", "school"),
        IndexNode("health", "all"),
    ),
    (
        IndexItem("marks", "school", weight=3.0),
        IndexItem("qualified", "staff"),
        IndexItem("turnover", "staff", direction="lower"),
        IndexItem("smoking", "health", direction="lower"),
        IndexItem("sport", "health"),
        IndexItem("trust", "all"),
    ),
    minimum_share=0.5,
)
MEANS = ("arithmetic", "geometric", "harmonic", "generalised")


def flat(count: int, **changes: object) -> IndexSpec:
    """Return an index of `count` indicators without parts."""
    items = tuple(IndexItem(f"i{at}", "all") for at in range(count))
    return replace(IndexSpec("flat", (IndexNode("all"),), items), **changes)


def some_values(places: int = 30, seed: int = 7, missing: float = 0.0) -> pd.DataFrame:
    """Return values of the ragged index with a common cause."""
    rng = np.random.default_rng(seed)
    sign = np.array([1 if item.direction == "higher" else -1 for item in RAGGED.indicators])
    table = 60 + 8 * (sign * rng.normal(size=(places, 1)) + rng.normal(size=(places, 6)))
    table[rng.random(table.shape) < missing] = np.nan
    return pd.DataFrame(table, [f"p{at:02d}" for at in range(places)], RAGGED.indicator_ids)
