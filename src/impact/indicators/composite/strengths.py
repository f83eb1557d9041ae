"""Where a place is clearly and much better or worse than its reference, and what that weighs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from scipy import stats

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import check_share
from impact.indicators.composite.build import Index, read_values
from impact.indicators.composite.decompose import gap_contributions
from impact.indicators.composite.normalise import normalise
from impact.indicators.multiplicity import false_discovery

FEWEST_PEERS = 3


def strengths(
    index: Index,
    standard_errors: pd.DataFrame | np.ndarray,
    reference: Mapping[str, Sequence[str]] | Sequence[str],
    *,
    large: float = 0.5,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Return each place's strengths and weaknesses that are both large and clear.

    Parameters
    ----------
    index
        Without draws.
    standard_errors
        In the indicators' units: a frame with a row a place and a column an indicator, or an array.
    reference
        Places compared with: the same for all, or by place (its peers). The place itself does not
        count.
    large
        Least gap, in standard deviations of the indicator's scores between all places.
    confidence
        A gap is clear when it is told from 0 at this level after allowance for the number of
        indicators of the place (Benjamini and Hochberg).

    Returns
    -------
    DataFrame
        One row a place and indicator: place, indicator, score, reference, gap (points of score),
        gap_in_spreads, probability (that the place is truly better than the mean of the reference),
        contribution (points of the index, NaN where nodes are no means), kind ("strength",
        "weakness" or empty), reason (why neither: missing, few_peers, no_error, small, unclear).
        Within a place sorted by the size of the contribution.

    Raises
    ------
    InvalidInput
        Faults of errors and reference; `large` below 0.

    Notes
    -----
    The standard error of a score is the longer of the ways between the scores of the value and of
    one standard error above and below it. A score that is cut at 0 or 100 keeps the error it would
    have at the limit: a value beyond it is no surer than others. That of the mean of n reference
    scores is the root of the sum of their squares over n. A reference place without an error counts
    in the mean but not in its error.
    """
    check_share(confidence, "confidence")
    if not large >= 0:
        raise InvalidInput("strengths", [Fault("large", f"{large} is below 0.")])
    error = _score_errors(index, standard_errors)
    rows = _reference_rows(index, reference)
    middle, middle_error, peers = _reference(index.scores, error, rows)
    gap = index.scores - middle
    spread = _spread(index.scores)
    with np.errstate(divide="ignore", invalid="ignore"):
        standing = gap / np.sqrt(error**2 + middle_error**2)
    standing = np.where((gap == 0) & np.isfinite(error), 0.0, standing)
    frame = pd.DataFrame(
        {
            "place": np.repeat(index.places, len(index.spec.indicators)),
            "indicator": list(index.spec.indicator_ids) * len(index.places),
            "score": index.scores.ravel(),
            "reference": middle.ravel(),
            "gap": gap.ravel(),
            "gap_in_spreads": (gap / spread).ravel(),
            "probability": stats.norm.cdf(standing).ravel(),
            "contribution": _contributions(index, reference).ravel(),
        }
    )
    tests = 2 * stats.norm.sf(np.abs(standing)).ravel()
    clear = false_discovery(tests, 1 - confidence, groups=frame["place"])["rejected"].to_numpy()
    why = {
        "missing": ~np.isfinite(index.scores).ravel(),
        "few_peers": (peers < FEWEST_PEERS).ravel(),
        "no_error": ~np.isfinite(error).ravel(),
        "small": ~(frame["gap_in_spreads"].abs() >= large).to_numpy(),
        "unclear": ~clear,
    }
    frame["reason"] = np.select(list(why.values()), list(why), "")
    named = np.where(frame["gap"] > 0, "strength", "weakness")
    frame.insert(len(frame.columns) - 1, "kind", np.where(frame["reason"] == "", named, ""))
    return _by_weight(frame, len(index.places))


def _by_weight(frame: pd.DataFrame, places: int) -> pd.DataFrame:
    """Sort within places by the size of the contribution, places in their order."""
    size = frame["contribution"].abs().fillna(-1)
    own = np.repeat(np.arange(places), len(frame) // max(places, 1))
    return frame.iloc[np.lexsort((-size, own))].reset_index(drop=True)


def _score_errors(index: Index, given: pd.DataFrame | np.ndarray) -> np.ndarray:
    if isinstance(given, pd.DataFrame):
        given = given.set_axis(given.index.map(str)).reindex(index=list(index.places))
        given = given.reindex(columns=list(index.spec.indicator_ids))
    error, _ = read_values(given, index.spec, index.places)
    if (error < 0).any():
        raise InvalidInput("strengths", [Fault("standard errors", "are negative.")])
    limits = _limits(index)
    middle = np.clip(index.values, *limits)
    scores, *ends = (
        normalise(middle + sign * np.nan_to_num(error), index.spec, index.parameters)
        for sign in (0, 1, -1)
    )
    wide = np.maximum(np.abs(ends[0] - scores), np.abs(ends[1] - scores))
    return np.where(np.isfinite(error), wide, np.nan)


def _limits(index: Index) -> tuple[np.ndarray, np.ndarray]:
    """Lowest and highest value of each indicator that a score can tell from others."""
    low = np.array(index.parameters.pulled_up_to, float)
    high = np.array(index.parameters.pulled_down_to, float)
    for at, item in enumerate(index.spec.indicators):
        method = item.normalisation or index.spec.normalisation
        if method == "goalposts":
            low[at], high[at] = item.goalposts
        elif method == "distance_to_target":
            (high if item.direction == "higher" else low)[at] = item.target
    return low, high


def _reference_rows(
    index: Index, reference: Mapping[str, Sequence[str]] | Sequence[str]
) -> list[list[int]]:
    row = {name: at for at, name in enumerate(index.places)}
    by_place = isinstance(reference, Mapping)
    lists = [reference.get(place, ()) if by_place else reference for place in index.places]
    unknown = sorted({name for names in lists for name in names if name not in row})
    if unknown:
        faults = [Fault(f"place '{name}'", "is not in the index.") for name in unknown]
        raise InvalidInput("strengths: reference", faults)
    return [
        [row[name] for name in names if name != place]
        for place, names in zip(index.places, lists, strict=True)
    ]


def _reference(
    scores: np.ndarray, error: np.ndarray, rows: list[list[int]]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Mean score of each place's reference, its standard error, and how many are known."""
    middle, spread = np.full(scores.shape, np.nan), np.full(scores.shape, np.nan)
    peers = np.zeros(scores.shape, int)
    for at, others in enumerate(rows):
        known = np.isfinite(scores[others])
        count = known.sum(axis=0)
        squares = np.where(known, np.nan_to_num(error[others]) ** 2, 0.0).sum(axis=0)
        with np.errstate(divide="ignore", invalid="ignore"):
            middle[at] = np.where(known, scores[others], 0.0).sum(axis=0) / count
            spread[at] = np.sqrt(squares) / count
        peers[at] = count
    return middle, spread, peers


def _spread(scores: np.ndarray) -> np.ndarray:
    known = np.isfinite(scores)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.where(known, scores, 0.0).sum(axis=0) / known.sum(axis=0)
        squares = np.where(known, (scores - mean) ** 2, 0.0).sum(axis=0)
        spread = np.sqrt(squares / (known.sum(axis=0) - 1))
    return np.where(spread > 0, spread, np.nan)


def _contributions(
    index: Index, reference: Mapping[str, Sequence[str]] | Sequence[str]
) -> np.ndarray:
    found = np.full(index.scores.shape, np.nan)
    if not isinstance(reference, Mapping):
        reference = dict.fromkeys(index.places, tuple(reference))
    try:
        parts = gap_contributions(index, reference)
    except InvalidInput:
        return found
    data = parts.frame[parts.frame["cause"] == "data"]
    table = data.pivot(index="place", columns="part", values="contribution")
    table = table.reindex(index=list(index.places), columns=list(index.spec.indicator_ids))
    return np.where(np.isfinite(index.scores), table.to_numpy(float), np.nan)
