"""Whether the parts of an index belong together well enough to be published as one number."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from scipy import stats

from impact.indicators.composite.aggregate import branch_weights, branches, effective_weights
from impact.indicators.composite.build import Index, without

FEWEST_PLACES = 10
BINS = 10
PARTS = ("part", "node", "with_rest", "rest_lower", "rest_upper")


@dataclass(frozen=True, slots=True)
class Gate:
    """Limits beyond which an index is not published as one number.

    Parameters
    ----------
    least_alpha
        Of all indicators together.
    most_redundant
        Correlation above which two indicators of a node tell the same (a caution).
    most_population
        Correlation, either way, of the index with the logarithm of population above which it is
        mostly a measure of size.
    confidence
        An indicator or a part works against its node when its correlation with the rest of the
        node is below 0 with this confidence; an indicator below 0 at all is a caution.
    """

    least_alpha: float = 0.6
    most_redundant: float = 0.9
    most_population: float = 0.9
    confidence: float = 0.95


@dataclass(frozen=True, slots=True)
class Coherence:
    """What a statistical reading of the index shows.

    Parameters
    ----------
    publish
        True when no reason speaks against one number.
    reasons
        What does: low_alpha, against_node (an indicator), parts_against (a part), population,
        few_places, no_alpha.
    cautions
        What a reader should know: redundant, below_zero, below_zero_with_index, low_alpha_in_node.
    alpha
        By node with two or more children, and "" for all indicators together: node, alpha, lower,
        upper, items, places.
    items
        By indicator: node, with_rest (correlation with the mean of the others in its node),
        rest_lower, rest_upper, with_index, weight (effective), influence (correlation ratio with
        the index), influence_share (of the sum).
    pairs
        Redundant pairs: first, second, correlation.
    population
        Correlation of the index with the logarithm of population; NaN when not given.
    parts
        By part below another: part, node, with_rest, rest_lower, rest_upper as for indicators.
    """

    publish: bool
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]
    alpha: pd.DataFrame
    items: pd.DataFrame
    pairs: pd.DataFrame
    population: float
    parts: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=PARTS))


def coherence(
    index: Index, population: np.ndarray | None = None, gate: Gate | None = None
) -> Coherence:
    """Return whether an index may be published as one number, and why not.

    Parameters
    ----------
    index
        Without draws; its scores are directed, so parts that belong together correlate positively.
    population
        Inhabitants by place, in the order of `index.places`.
    gate
        Limits; None: the usual ones.

    Returns
    -------
    Coherence
        Reasons and tables.

    Notes
    -----
    alpha is that of the sum that is published: of every score times its weight, see
    `cronbach_alpha`, so that many indicators of a light part cannot speak for a heavy one. With
    equal weights it is the usual alpha. Correlations are of pairs known for both. Indices
    meant to add up unlike things need not be coherent: then the parts, not the one number, are what
    can be read.

    References
    ----------
    OECD and JRC (2008), Handbook on constructing composite indicators, sections on multivariate
    analysis; Paruolo, Saisana and Saltelli (2013), Journal of the Royal Statistical Society A 176.
    """
    gate = gate or Gate()
    alpha = _alphas(index)
    items = _items(index, gate.confidence)
    parts = _parts(index, gate.confidence)
    pairs = _pairs(index, gate.most_redundant)
    size = float("nan")
    if population is not None:
        with np.errstate(divide="ignore", invalid="ignore"):
            size = correlation(np.log(np.asarray(population, float)), index.overall)[0]
    reasons = []
    scored = int(np.isfinite(index.overall).sum())
    whole = alpha.loc[alpha["node"] == "", "alpha"]
    if scored < FEWEST_PLACES:
        reasons.append("few_places")
    if whole.empty or not np.isfinite(whole.iloc[0]):
        if len(index.spec.indicators) - len(index.excluded) > 1:
            reasons.append("no_alpha")
    elif whole.iloc[0] < gate.least_alpha:
        reasons.append("low_alpha")
    if (items["rest_upper"] < 0).any():
        reasons.append("against_node")
    if (parts["rest_upper"] < 0).any():
        reasons.append("parts_against")
    if abs(size) > gate.most_population:
        reasons.append("population")
    within = alpha.loc[alpha["node"] != "", "alpha"]
    seen = {
        "redundant": len(pairs) > 0,
        "below_zero": bool((items["with_rest"] < 0).any()),
        "below_zero_with_index": bool((items["with_index"] < 0).any()),
        "low_alpha_in_node": bool((within < gate.least_alpha).any()),
    }
    cautions = tuple(name for name, is_seen in seen.items() if is_seen)
    return Coherence(not reasons, tuple(reasons), cautions, alpha, items, pairs, size, parts)


def cronbach_alpha(scores: np.ndarray, confidence: float = 0.95) -> tuple[float, float, float, int]:
    """Return Cronbach's alpha with limits.

    Parameters
    ----------
    scores
        Places x items, all directed the same way; places with a missing one are left out.
    confidence
        Of the limits.

    Returns
    -------
    alpha, lower, upper, places
        NaN with fewer than 2 items, 3 places, or no spread of the sum.

    Notes
    -----
    k / (k - 1) (1 - sum of variances / variance of the sum); limits from (1 - alpha) / (1 - true
    alpha) ~ F(n - 1, (n - 1)(k - 1)) (Feldt 1965).

    References
    ----------
    Cronbach (1951), Psychometrika 16, 297-334; Feldt (1965), Psychometrika 30, 357-370.
    """
    known = scores[np.isfinite(scores).all(axis=1)]
    places, items = known.shape
    if items < 2 or places < 3 or not known.sum(axis=1).var() > 0:
        return float("nan"), float("nan"), float("nan"), places
    shared = known.var(axis=0, ddof=1).sum() / known.sum(axis=1).var(ddof=1)
    alpha = items / (items - 1) * (1 - shared)
    tail = (1 - confidence) / 2
    free = (places - 1, (places - 1) * (items - 1))
    lower, upper = (1 - (1 - alpha) * stats.f.ppf(q, *free) for q in (1 - tail, tail))
    return float(alpha), float(lower), float(upper), places


def correlation(first: np.ndarray, second: np.ndarray) -> tuple[float, int]:
    """Return the correlation of what is known for both, and of how many places.

    Parameters
    ----------
    first, second
        Shape (places,).

    Returns
    -------
    correlation, places
        NaN with fewer than 3 places or no spread.
    """
    both = np.isfinite(first) & np.isfinite(second)
    count = int(both.sum())
    if count < 3 or not (np.ptp(first[both]) > 0 and np.ptp(second[both]) > 0):
        return float("nan"), count
    return float(np.corrcoef(first[both], second[both])[0, 1]), count


def correlation_ratio(result: np.ndarray, cause: np.ndarray, bins: int = BINS) -> float:
    """Return the share of the variance of a result that goes with one of its causes, in any shape.

    Parameters
    ----------
    result, cause
        Shape (places,).
    bins
        Number of groups of equal size by the cause.

    Returns
    -------
    float
        0 to 1; NaN with too few places. Corrected for the number of groups (epsilon squared), so
        that it is about 0 without any relation.

    References
    ----------
    Pearson (1905); Kelley (1935), Proceedings of the National Academy of Sciences 21, 554-559.
    """
    both = np.isfinite(result) & np.isfinite(cause)
    y, x = result[both], cause[both]
    bins = min(bins, len(y) // 5, len(np.unique(x)))
    if bins < 2 or not np.ptp(y) > 0:
        return float("nan")
    group = np.searchsorted(np.quantile(x, np.arange(1, bins) / bins), x, side="left")
    _, group = np.unique(group, return_inverse=True)
    count = np.bincount(group)
    mean = np.bincount(group, y) / count
    within = ((y - mean[group]) ** 2).sum() / (len(y) - len(count))
    return float(max(0.0, 1 - within / y.var(ddof=1)))


def _alphas(index: Index) -> pd.DataFrame:
    column = {name: at for at, name in enumerate(index.spec.indicator_ids)}
    shares = _weights_used(index)
    groups = {"": [index.scores[:, column[name]] * shares[name] for name in column if shares[name]]}
    for branch in branches(index.spec):
        parts = [
            (index.scores[:, column[c]] if c in column else index.nodes[c]) * shares[c]
            for c in branch.children
            if shares[c]
        ]
        if len(parts) > 1:
            groups[branch.id] = parts
    rows = []
    for node, parts in groups.items():
        scores = np.stack(parts, axis=-1) if parts else np.empty((len(index.places), 0))
        alpha, lower, upper, places = cronbach_alpha(scores)
        row = {"node": node, "alpha": alpha, "lower": lower, "upper": upper}
        rows.append(row | {"items": scores.shape[1], "places": places})
    return pd.DataFrame(rows)


def _weights_used(index: Index) -> dict[str, float]:
    """Share of the whole of every node and indicator, those left out at 0."""
    factors = without(index.spec, index.excluded)
    share = {index.spec.root: 1.0}
    for branch in reversed(branches(index.spec)):
        weights = branch_weights(branch, factors)
        whole = weights.sum()
        for child, weight in zip(branch.children, weights, strict=True):
            share[child] = share[branch.id] * float(weight / whole) if whole > 0 else 0.0
    return share


def _parts(index: Index, confidence: float) -> pd.DataFrame:
    column = {name: at for at, name in enumerate(index.spec.indicator_ids)}
    shares = _weights_used(index)
    rows = []
    for branch in branches(index.spec):
        scores = {
            c: index.scores[:, column[c]] if c in column else index.nodes[c]
            for c in branch.children
            if shares[c]
        }
        for name in scores.keys() - column.keys() if len(scores) > 1 else ():
            others = [found for other, found in scores.items() if other != name]
            with_rest, places = correlation(scores[name], _mean_of_known(others))
            lower, upper = _limits(with_rest, places, confidence)
            rows.append((name, branch.id, with_rest, lower, upper))
    return pd.DataFrame(sorted(rows), columns=PARTS)


def _items(index: Index, confidence: float) -> pd.DataFrame:
    spec = index.spec
    column = {name: at for at, name in enumerate(spec.indicator_ids)}
    weights = effective_weights(spec)
    rows = []
    for branch in branches(spec):
        among = [c for c in branch.children if c not in index.excluded]
        scores = {c: index.scores[:, column[c]] if c in column else index.nodes[c] for c in among}
        for name in (child for child in among if child in column):
            others = [scores[other] for other in among if other != name]
            rest = _mean_of_known(others) if others else np.full(len(index.places), np.nan)
            with_rest, places = correlation(scores[name], rest)
            lower, upper = _limits(with_rest, places, confidence)
            row = {"indicator": name, "node": branch.id, "with_rest": with_rest}
            row |= {"rest_lower": lower, "rest_upper": upper}
            row["with_index"] = correlation(scores[name], index.overall)[0]
            row["weight"] = weights[name]
            row["influence"] = correlation_ratio(index.overall, scores[name])
            rows.append(row)
    names = ["indicator", "node", "with_rest", "rest_lower", "rest_upper", "with_index"]
    items = pd.DataFrame(rows, columns=[*names, "weight", "influence"])
    items["influence_share"] = items["influence"] / items["influence"].sum()
    order = items["indicator"].map(column).argsort(kind="stable")
    return items.iloc[order].reset_index(drop=True)


def _mean_of_known(scores: list[np.ndarray]) -> np.ndarray:
    stacked = np.stack(scores)
    known = np.isfinite(stacked)
    with np.errstate(invalid="ignore"):
        return np.where(known, stacked, 0.0).sum(axis=0) / known.sum(axis=0)


def _limits(value: float, places: int, confidence: float) -> tuple[float, float]:
    """Fisher's limits of a correlation; one-sided confidence at each end."""
    if not np.isfinite(value) or places < 4:
        return float("nan"), float("nan")
    half = stats.norm.ppf(confidence) / np.sqrt(places - 3)
    middle = np.arctanh(np.clip(value, -1 + 1e-15, 1 - 1e-15))
    return float(np.tanh(middle - half)), float(np.tanh(middle + half))


def _pairs(index: Index, most: float) -> pd.DataFrame:
    column = {name: at for at, name in enumerate(index.spec.indicator_ids)}
    rows = []
    for branch in branches(index.spec):
        leaves = [c for c in branch.children if c in column and c not in index.excluded]
        for at, first in enumerate(leaves):
            for second in leaves[at + 1 :]:
                found, _ = correlation(
                    index.scores[:, column[first]], index.scores[:, column[second]]
                )
                if abs(found) > most:
                    rows.append({"first": first, "second": second, "correlation": found})
    return pd.DataFrame(rows, columns=["first", "second", "correlation"])
