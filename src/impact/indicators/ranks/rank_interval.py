"""Where a place stands in a list, with the limits within which its rank lies."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.sparse import csgraph

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import check_share, numbers, require
from impact.indicators.counts import confidence_levels, with_limits
from impact.indicators.ranks.lists import directions, lists_of, refuse_mixed
from impact.indicators.ranks.rank_distribution import (
    Levels,
    better_probability,
    median_of_rank,
    quantile_of_rank,
    rank_distribution,
)
from impact.indicators.ranks.rank_levels import KINDS, read_levels

QUARTER_PLACES = 4
VS = "better_than_reference"
COUNTED = ("best_quarter", "clearly_better_than", "clearly_worse_than", "band")


def rank_interval(
    frame: pd.DataFrame,
    *,
    model: str,
    value: str = "value",
    standard_error: str = "standard_error",
    lower: str = "lower",
    upper: str = "upper",
    limits_confidence: float = 0.95,
    scale: str = "identity",
    numerator: str = "numerator",
    denominator: str = "denominator",
    multiplier: float = 1.0,
    by: str | Sequence[str] | None = None,
    polarity: str = "higher",
    reference: str | None = None,
    confidence: float | Sequence[float] = 0.95,
    apart: float = 0.95,
    status: str = "status",
) -> pd.DataFrame:
    """Add each place's median rank with limits and what can be said of its standing.

    Parameters
    ----------
    frame
        One row a place (within a list). Not changed.
    model
        What says how uncertain a value is; there is no rank without it. "estimate": value and
        standard_error (0: known exactly), normal; "limits": value with lower and upper at
        `limits_confidence`, normal on `scale`; "proportion" and "rate": numerator and
        denominator, the beta or gamma distribution of the true level (Jeffreys prior).
    value, standard_error, lower, upper, numerator, denominator
        Columns.
    limits_confidence, scale
        Of the given limits; "identity", "log" or "logit" (values between 0 and 1).
    multiplier
        Of proportions and rates: 100 for per cent.
    by
        Columns naming the lists (indicator, year); None: all rows are one list.
    polarity
        "higher" or "lower" is better, or a column that says so (the same within a list). Rank 1
        is best.
    reference
        Column: a known value (the country's, the peers' median) in the unit of the value.
    confidence
        One level of the rank's limits, or several; the first decides whether a rank is shown.
    apart
        Two places are told apart when one is better with at least this probability.
    status
        Column, used when present. A row without a level takes no place in the list.

    Returns
    -------
    DataFrame
        The same rows with `rank` (median), `rank_lower, rank_upper` (or `rank_lower_95, ...`),
        `places` (ranked in the list), `best_quarter` (probability; NaN below 4 places),
        `better_than_reference` (probability, with `reference`), `clearly_better_than,
        clearly_worse_than` (numbers of places told apart), `band` (1 is best), `confidence,
        statistic, method, reason`. Reasons beside those of all statistics: too_uncertain (the
        limits span more than half of the list: no rank, only the limits), no_uncertainty (the
        row has a value but nothing that says how uncertain it is), off_scale (a value or limit
        of 0 or 1 that the scale has no place for), few_places (nobody else in the list).

    Raises
    ------
    InvalidInput
        Without the columns that tell how uncertain the values are; impossible counts, errors or
        limits; an unknown model, scale or polarity.

    Notes
    -----
    The places' true levels are taken to be independent. The probability of each rank is
    calculated, not simulated: given a place's own level its rank is 1 + a Poisson binomial
    number, averaged over the level (see `rank_distribution`). Bands: two places that are not told
    apart share a band, and so do all that are linked by such pairs, so places of different bands
    are always told apart while two of one band may be. Each pair is judged by itself, without
    allowance for the number of pairs.

    Raw values lie further apart than the true levels, so their ranks look surer than they are: with
    true levels that differ half as much as the errors, 95 % limits of raw values held 87 % of the
    true ranks, those of shrunken values 96 % (docs/coverage.md). Rank small places by `shrink`:
    model="limits" with value, lower and upper "shrunken", "shrunken_lower", "shrunken_upper". Sets
    that are guaranteed to hold the true rank (Mogstad and others) are wider still. What is
    uncertain here is chance alone: a list of sure ranks can still rank pupils' backgrounds instead
    of schools.

    References
    ----------
    Goldstein and Spiegelhalter (1996), Journal of the Royal Statistical Society A 159, 385-443;
    Laird and Louis (1989), Journal of Educational Statistics 14, 29-46; Mogstad, Romano, Shaikh and
    Wilhelm (2024), Review of Economic Studies 91, 476-518.
    """
    check_share(apart, "apart")
    given = {"value": value, "standard_error": standard_error, "lower": lower, "upper": upper}
    read = read_levels(
        frame,
        model=model,
        columns=given | {"numerator": numerator, "denominator": denominator},
        limits_confidence=limits_confidence,
        scale=scale,
        multiplier=multiplier,
        status=status,
    )
    levels = confidence_levels(confidence)
    high = directions(frame, polarity)
    require(frame, [reference], "rank_interval")
    names = ["rank", "places", *COUNTED, *([] if reference is None else [VS])]
    found = {name: np.full(len(frame), np.nan) for name in names}
    ends = np.full((len(levels), 2, len(frame)), np.nan)
    reason = read.reason
    for rows in lists_of(frame, by, reason, polarity, high):
        better = bool(high[rows[0]])
        _stand(found, ends, rows, read.of(rows), better, levels, apart)
        if reference is not None:
            point = read.on_scale(numbers(frame, reference)[rows])
            found[VS][rows] = _better_than(read.of(rows), point, better)
    _withhold(found, ends, reason)
    table = read.table.assign(rank=found.pop("rank"))
    out = with_limits(table, levels, lambda level: tuple(ends[levels.index(level)]), "rank_")
    out = out.assign(**found, statistic="rank", method=KINDS[model])
    return out.assign(reason=pd.array(reason, dtype="str"))


def probability_better(
    frame: pd.DataFrame,
    *,
    model: str,
    place: str = "place",
    value: str = "value",
    standard_error: str = "standard_error",
    lower: str = "lower",
    upper: str = "upper",
    limits_confidence: float = 0.95,
    scale: str = "identity",
    numerator: str = "numerator",
    denominator: str = "denominator",
    polarity: str = "higher",
    status: str = "status",
) -> pd.DataFrame:
    """Return for every two places of one list the probability that the first is better.

    Parameters
    ----------
    frame
        One row a place. Other parameters as for `rank_interval`.
    place
        Column with the place's code.

    Returns
    -------
    DataFrame
        Rows and columns are the places whose level is known, in the order of `frame`: the
        probability that the place of the row is better than the place of the column. 0.5 on the
        diagonal; a pair's two probabilities add up to 1.

    Raises
    ------
    InvalidInput
        As `rank_interval`, and a place that stands twice.

    Notes
    -----
    Normal levels: the normal distribution function of (first - second) / sqrt(sum of squared
    standard errors), exactly. Beta and gamma levels: integrated over 2,000 cells.
    """
    require(frame, [place], "probability_better")
    twice = frame[place][frame[place].duplicated()].unique()
    if len(twice):
        faults = [Fault(place, f"{code} stands twice.") for code in twice]
        raise InvalidInput("probability_better", faults)
    given = {"value": value, "standard_error": standard_error, "lower": lower, "upper": upper}
    read = read_levels(
        frame,
        model=model,
        columns=given | {"numerator": numerator, "denominator": denominator},
        limits_confidence=limits_confidence,
        scale=scale,
        multiplier=1.0,
        status=status,
    )
    rows = np.flatnonzero(read.reason == "")
    high = directions(frame, polarity)
    refuse_mixed(frame, polarity, high, [rows])
    codes = frame[place].to_numpy()[rows]
    better = bool(high[rows[:1]].all())
    chances = better_probability(read.of(rows), high_is_better=better)
    return pd.DataFrame(chances, index=pd.Index(codes, name=place), columns=codes)


def _stand(
    found: dict[str, np.ndarray],
    ends: np.ndarray,
    rows: np.ndarray,
    levels: Levels,
    high: bool,
    confidence: Sequence[float],
    apart: float,
) -> None:
    """Write the standing of the places of one list into `found` and `ends`."""
    chance = rank_distribution(levels, high_is_better=high)
    better = better_probability(levels, high_is_better=high)
    places = len(rows)
    found["rank"][rows] = median_of_rank(chance)
    for at, level in enumerate(confidence):
        ends[at, 0, rows] = quantile_of_rank(chance, (1 - level) / 2)
        ends[at, 1, rows] = quantile_of_rank(chance, (1 + level) / 2)
    found["places"][rows] = places
    if places >= QUARTER_PLACES:
        found["best_quarter"][rows] = chance[:, : places // QUARTER_PLACES].sum(axis=1)
    told = better >= apart
    found["clearly_better_than"][rows] = told.sum(axis=1)
    found["clearly_worse_than"][rows] = told.sum(axis=0)
    found["band"][rows] = _bands(~(told | told.T), better.sum(axis=1))


def _withhold(found: dict[str, np.ndarray], ends: np.ndarray, reason: np.ndarray) -> None:
    """Take away the rank of a place whose limits span more than half of its list."""
    reason[ends[0, 1] - ends[0, 0] + 1 > found["places"] / 2] = "too_uncertain"
    found["rank"][reason != ""] = np.nan


def _better_than(levels: Levels, points: np.ndarray, high: bool) -> np.ndarray:
    """Probability that each level beats its own point; one known to be there counts half."""
    edges = points, np.nextafter(points, -np.inf)
    below = sum(levels.below(edge).diagonal() for edge in edges) / 2
    return 1 - below if high else below


def _bands(alike: np.ndarray, standing: np.ndarray) -> np.ndarray:
    """Number the sets of places linked by pairs that are alike, the best set first."""
    count, label = csgraph.connected_components(alike, directed=False)
    total = np.bincount(label, standing) / np.bincount(label)
    number = np.empty(count)
    number[np.argsort(-total)] = np.arange(1, count + 1)
    return number[label]
