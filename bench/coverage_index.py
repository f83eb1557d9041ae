"""How often what reports say of the Swedish index holds: `python bench/coverage_index.py`.

Made truths on the real tree: the figures of all municipalities, drawn together so that their spread
is about that without errors, are taken for true, and figures with the real standard errors are
drawn from them. The figures of the year before differ from them by half a standard error.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact import load_plan, overview
from impact.indicators.composite import (
    Alternatives,
    build_index,
    composite_uncertainty,
    gap_contributions,
    strengths,
)
from impact.overviews.indices.draws import index_draws, limits_of_change, limits_of_gap
from impact.overviews.indices.figures import _limits, _peers
from impact.overviews.indices.values import IndexValues, index_values

SEED, COUNTRIES, DRAWS = 20261122, 10, 800


def main() -> None:
    """Print the mean over the made countries."""
    plan = load_plan("jonkoping.yml")
    figures, (record,) = overview(plan), plan.index_records()
    places = pd.Index(sorted(figures.values["place"].unique()), name="place")
    spec, limits = _limits(figures, record, places)
    peers = _peers(figures, places)
    real = index_values(figures, spec, figures.year, record.carry, places)
    error = real.standard_errors.to_numpy(float)
    values = real.values.to_numpy(float)
    middle = values.mean(axis=0)
    kept = np.clip(1 - (error**2).mean(axis=0) / values.var(axis=0), 0.1, 1)
    true = middle + np.sqrt(kept) * (values - middle)
    rng = np.random.default_rng(SEED)
    former = true + 0.5 * error * rng.standard_normal(true.shape)

    def built(table: np.ndarray):
        return build_index(table, spec, limits, places=list(places))

    def seen(table: np.ndarray, back: int) -> IndexValues:
        drawn = table + error * rng.standard_normal(table.shape)
        frame = pd.DataFrame(drawn, places, real.values.columns)
        return IndexValues(frame, real.standard_errors, real.years - back, real.older)

    score, change = built(true).overall, built(true).overall - built(former).overall
    gap = gap_contributions(built(true), peers).totals["gap"].to_numpy()
    points = built(true).score_frame()
    ways = Alternatives(record.choices.normalisations, record.choices.aggregations, 0.25)
    rows = []
    for seed in range(COUNTRIES):
        now, before = seen(true, 0), seen(former, 1)
        index = built(now.values.to_numpy())
        sure = composite_uncertainty(
            now.values, error, spec, ways, draws=DRAWS, seed=seed, parameters=limits
        )
        told = sure.better.to_numpy() >= sure.apart
        drawn = index_draws(now, before, spec, spec, limits, seed)
        totals = gap_contributions(index, peers).totals
        moved, apart = limits_of_change(drawn, places), limits_of_gap(drawn, peers, totals)
        named = strengths(index, now.standard_errors, peers).query("kind != ''")
        truly = [
            points.at[place, one] - points.loc[list(peers[place]), one].mean()
            for place, one in zip(named["place"], named["indicator"], strict=True)
        ]
        rows.append(
            {
                "score held": held(sure.lower, score, sure.upper),
                "pairs told apart": told.sum() / (len(places) * (len(places) - 1) / 2),
                "of these right": (score[:, None] > score[None, :])[told].mean(),
                "change held": held(moved["lower"], change, moved["upper"]),
                "difference from peers held": held(apart["lower"], gap, apart["upper"]),
                "strengths and weaknesses": len(named),
                "of these on the wrong side": np.mean(np.sign(truly) != np.sign(named["gap"])),
            }
        )
    print(pd.DataFrame(rows).mean().round(3).to_string())


def held(lower: pd.Series, truth: np.ndarray, upper: pd.Series) -> float:
    """Return the share of truths between their limits."""
    return float(((lower.to_numpy() <= truth) & (truth <= upper.to_numpy())).mean())


if __name__ == "__main__":
    main()
