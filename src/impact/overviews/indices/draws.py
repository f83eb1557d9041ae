"""Whether an index differs or moved more than the errors of its figures explain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.indicators.composite import FrozenParameters, IndexSpec, build_index
from impact.overviews.indices.values import IndexValues
from impact.overviews.rounding import COARSE, to_steps

DRAWS = 400
TAILS = (0.05, 0.95)


@dataclass(frozen=True, slots=True, eq=False)
class IndexDraws:
    """An index of two years under drawn errors of its figures, shape (draws, places)."""

    now: np.ndarray
    before: np.ndarray


def index_draws(
    now: IndexValues,
    before: IndexValues,
    now_spec: IndexSpec,
    before_spec: IndexSpec,
    parameters: FrozenParameters,
    seed: int,
) -> IndexDraws:
    """Return every municipality's index in draws of the errors of its figures.

    Parameters
    ----------
    now, before
        Figures of two years, over the same places.
    now_spec, before_spec
        The index of each year.
    parameters
        Limits of the base year, used for both.
    seed
        Of the draws.

    Notes
    -----
    Every figure gets a normal error of its own; a figure that stands in for both years gets the
    same one twice, so that it moves nothing. Methods and weights are the same in both years.
    """
    rng = np.random.default_rng([seed, 5])
    current = rng.standard_normal((DRAWS, *now.values.shape))
    former = rng.standard_normal((DRAWS, *before.values.shape))
    columns = {name: at for at, name in enumerate(now_spec.indicator_ids)}
    for at, name in enumerate(before_spec.indicator_ids):
        if name in columns:
            same = (now.years[name] == before.years[name]).to_numpy()
            former[:, same, at] = current[:, same, columns[name]]
    return IndexDraws(
        _drawn(now, current, now_spec, parameters), _drawn(before, former, before_spec, parameters)
    )


def limits_of_change(drawn: IndexDraws, places: pd.Index) -> pd.DataFrame:
    """Return limits of the change since the year before: nine of ten draws lie between.

    Parameters
    ----------
    drawn
        From `index_draws`.
    places
        Codes, in the order of the draws.

    Returns
    -------
    pandas.DataFrame
        By place: `lower, upper` in points; NaN without a score in either year.
    """
    return _limits(drawn.now - drawn.before, places)


def limits_of_gap(
    drawn: IndexDraws, peers: Mapping[str, Sequence[str]], totals: pd.DataFrame
) -> pd.DataFrame:
    """Return limits of the difference from the mean of the comparable municipalities.

    Parameters
    ----------
    drawn
        From `index_draws`.
    peers
        Comparable municipalities by place.
    totals
        `place, gap` as calculated, in the order of the draws.

    Notes
    -----
    The spread of the difference over draws is put around the difference as calculated.
    """
    places = pd.Index(totals["place"], name="place")
    row = {place: at for at, place in enumerate(places)}
    found = np.full(drawn.now.shape, np.nan)
    for place, others in peers.items():
        rows = [row[other] for other in others if np.isfinite(drawn.now[:, row[other]]).all()]
        if rows:
            found[:, row[place]] = drawn.now[:, row[place]] - drawn.now[:, rows].mean(axis=1)
    middle = np.full(len(places), np.nan)
    some = np.isfinite(found).all(axis=0)
    middle[some] = np.median(found[:, some], axis=0)
    return _limits(found - middle + totals["gap"].to_numpy(float), places)


def _limits(draws: np.ndarray, places: pd.Index) -> pd.DataFrame:
    """Return limits whose distances from the middle move in steps, as all errors shared do."""
    lower, middle, upper = np.quantile(draws, (TAILS[0], 0.5, TAILS[1]), axis=0)
    below, above = to_steps(middle - lower, COARSE), to_steps(upper - middle, COARSE)
    return pd.DataFrame({"lower": middle - below, "upper": middle + above}, places)


def _drawn(
    found: IndexValues, noise: np.ndarray, spec: IndexSpec, parameters: FrozenParameters
) -> np.ndarray:
    errors = found.standard_errors.fillna(0.0).to_numpy(float)
    values = found.values.to_numpy(float) + noise * errors
    return build_index(values, spec, parameters).overall
