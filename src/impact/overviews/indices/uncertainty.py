"""How sure the scores of an index are, and from how many others each can be told apart."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from impact.indicators.composite import Alternatives, Index, IndexSpec, composite_uncertainty
from impact.overviews.indices.values import IndexValues
from impact.overviews.rounding import to_decimals

CONFIDENCE = 0.9
APART = 0.95
HIGHEST = 100.0
ON_SCALE = ("goalposts", "rank", "percentile")
"""Normalisations whose scores lie between 0 and 100 in every year."""
SOBOL_DRAWS = 64
DRIVER_STEP = 5
COUNT_DECIMALS = -1
"""Counts of municipalities are told to the nearest ten."""
COLUMNS = [
    "score",
    "lower",
    "upper",
    "above",
    "below",
    "scored",
    "method_low",
    "method_high",
    "reason",
]


def index_uncertainty(
    now: IndexValues, index: Index, choices: Any
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return limits of every municipality's score, and what makes scores uncertain.

    Parameters
    ----------
    now
        Figures of the index with their standard errors.
    index
        The index built from them.
    choices
        `normalisations, aggregations, weights, draws, seed` of its file.

    Returns
    -------
    places, drivers
        As `places` (without `older, available`) and `drivers` of `IndexFigures`.

    Notes
    -----
    What rests on all municipalities is rounded to what is shown, so that a correction elsewhere
    seldom moves it.
    """
    spec, options = index.spec, {"parameters": index.parameters, "seed": choices.seed}
    if not np.isfinite(index.overall).any():
        table = pd.DataFrame(np.nan, now.values.index, COLUMNS).astype({"reason": object})
        return table.assign(reason="too_few_values"), pd.DataFrame(columns=["factor", "total"])
    ways = (choices.normalisations, choices.aggregations)
    drawn = composite_uncertainty(
        now.values,
        now.standard_errors,
        spec,
        Alternatives(*ways, choices.weights),
        draws=choices.draws,
        confidence=CONFIDENCE,
        apart=APART,
        sobol_draws=SOBOL_DRAWS,
        **options,
    )
    number = len({spec.normalisation, *ways[0]}) * len({spec.aggregation, *ways[1]})
    other = composite_uncertainty(
        now.values, None, spec, Alternatives(*ways), draws=number, **options
    ).scores
    return _table(drawn.frame.set_index("place"), other, spec), _drivers(drawn.sobol)


def _table(frame: pd.DataFrame, other: np.ndarray, spec: IndexSpec) -> pd.DataFrame:
    ways = {"method_low": other.min(axis=0), "method_high": other.max(axis=0)}
    if spec.normalisation in ON_SCALE:
        ways = {name: np.clip(found, 0.0, HIGHEST) for name, found in ways.items()}
    table = pd.DataFrame(
        {
            "score": frame["score"],
            **_shown_limits(frame, spec),
            **_shown_counts(frame),
            "scored": frame["places"],
            **{name: to_decimals(found, 0) for name, found in ways.items()},
            "reason": frame["reason"],
        }
    )
    unsure = table["lower"].isna()
    table.loc[unsure, [name for name in COLUMNS if name != "reason"]] = np.nan
    table.loc[unsure, "reason"] = "too_few_values"
    return table


def _shown_counts(frame: pd.DataFrame) -> dict[str, np.ndarray]:
    """Return rounded numbers of others clearly apart, together never more than there are."""
    told = {"above": frame["worse_than"], "below": frame["better_than"]}
    counts = {name: to_decimals(found, COUNT_DECIMALS) for name, found in told.items()}
    over = counts["above"] + counts["below"] > frame["places"] - 1
    step = 10.0**-COUNT_DECIMALS
    return {
        name: np.where(over, np.floor(found / step) * step, counts[name])
        for name, found in told.items()
    }


def _shown_limits(frame: pd.DataFrame, spec: IndexSpec) -> dict[str, np.ndarray]:
    """Return limits in whole points that hold the score and stay on the scale."""
    low, high = to_decimals(frame["lower"], 0), to_decimals(frame["upper"], 0)
    score = to_decimals(frame["score"], 0)
    low, high = np.minimum(low, score), np.maximum(high, score)
    if spec.normalisation in ON_SCALE:
        low, high = np.clip(low, 0.0, HIGHEST), np.clip(high, 0.0, HIGHEST)
    return {"lower": low, "upper": high}


def _drivers(sobol: pd.DataFrame) -> pd.DataFrame:
    scores = sobol[sobol["output"] == "score"]
    total = np.round(100 * scores["total"].to_numpy(float) / DRIVER_STEP) * DRIVER_STEP
    found = pd.DataFrame({"factor": scores["factor"].to_numpy(), "total": total})
    return found.sort_values("total", ascending=False, kind="stable").reset_index(drop=True)
