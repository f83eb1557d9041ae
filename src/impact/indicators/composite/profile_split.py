"""The difference between two scores of a tree of means, split exactly over its indicators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.indicators.composite.aggregate import Branch, aggregate, branch_weights, branches
from impact.indicators.composite.build import without
from impact.indicators.composite.means import transformed
from impact.indicators.composite.specification import IndexSpec
from impact.indicators.composite.specification_faults import MEANS

CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class Profile:
    """Scores of indicators on one side of a comparison.

    Parameters
    ----------
    scores
        Shape places x indicators, in the order of the index; NaN is missing.
    excluded
        Indicators that do not count on this side.
    """

    scores: np.ndarray
    excluded: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """What makes up the difference of each place.

    Parameters
    ----------
    own, other
        Overall scores of the two sides, shape (places,).
    data
        By indicator: difference because its score differs, shape (places,).
    missing
        By indicator or node: difference because it counts on one side only, or weighs more there
        as others are missing.
    """

    own: np.ndarray
    other: np.ndarray
    data: Mapping[str, np.ndarray]
    missing: Mapping[str, np.ndarray]


def split(own: Profile, other: Profile, spec: IndexSpec) -> Split:
    """Return the difference between two sides, split so that the parts add up exactly.

    Parameters
    ----------
    own, other
        The two sides, with the same places.
    spec
        The index of both.

    Returns
    -------
    Split
        NaN for a place without a score on either side.

    Raises
    ------
    InvalidInput
        For nodes that are no means: outranking and benefit of the doubt have no such parts.

    Notes
    -----
    A node's score is M = f^-1(sum w f(s)). With L = (M - M') / (f(M) - f(M')), the logarithmic mean
    of Divisia indices when f is the logarithm, M - M' = L sum (w f(s) - w' f(s')). Each child's
    term is cut into the change of its score at the mean of the two weights, and the change of its
    weight (only where something is missing) at the mean of the two f(s), taken from the mean of the
    two nodes. The part of a node among the children is passed on to its own children in the same
    manner. Two sides exchanged give the same parts with the sign changed.

    References
    ----------
    Ang (2004), Energy Policy 32, 1131-1139 (logarithmic mean Divisia index); Bennet (1920), Journal
    of the Royal Statistical Society 83, 455-462 (means of weights).
    """
    wrong = [b for b in branches(spec) if b.aggregation not in MEANS]
    if wrong:
        problem = "has no parts that add up."
        raise InvalidInput(
            f"decomposition of the index '{spec.id}'",
            [Fault(f"node '{b.id}', {b.aggregation}", problem) for b in wrong],
        )
    sides = [_side(profile, spec) for profile in (own, other)]
    root = spec.root
    values = [side[0] for side in sides]
    usable = np.isfinite(values[0][root]) & np.isfinite(values[1][root])
    multiplier = {root: np.where(usable, 1.0, np.nan)}
    parts: dict[str, np.ndarray] = {}
    missing: dict[str, np.ndarray] = {}
    for branch in reversed(branches(spec)):
        _share_out(branch, values, [side[1] for side in sides], spec, multiplier, parts, missing)
    data = {name: parts[name] for name in spec.indicator_ids}
    return Split(values[0][root], values[1][root], data, missing)


def _side(profile: Profile, spec: IndexSpec) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    factors = without(spec, profile.excluded)
    nodes = aggregate(profile.scores, spec, factors=factors, shares=False).scores
    leaves = {name: profile.scores[:, at] for at, name in enumerate(spec.indicator_ids)}
    return {**leaves, **nodes}, factors


def _share_out(
    branch: Branch,
    values: list[dict[str, np.ndarray]],
    factors: list[dict[str, np.ndarray]],
    spec: IndexSpec,
    multiplier: dict[str, np.ndarray],
    parts: dict[str, np.ndarray],
    missing: dict[str, np.ndarray],
) -> None:
    """Write the parts of one node's children, and what their own children inherit."""
    terms = [
        _terms(branch, side, factor, spec) for side, factor in zip(values, factors, strict=True)
    ]
    (score, inner, weight), (score_b, inner_b, weight_b) = terms
    total, total_b = ((w * i).sum(axis=-1) for w, i in ((weight, inner), (weight_b, inner_b)))
    mean, mean_b = values[0][branch.id], values[1][branch.id]
    slope = 1 / _slope(mean, mean_b, total, total_b, branch.aggregation, spec)
    reach = (multiplier[branch.id] * slope)[:, None]
    both = (weight > 0) & (weight_b > 0)
    shared = (weight + weight_b) / 2
    steps = np.where(both, inner - inner_b, 0.0)
    level = np.where(both, (inner + inner_b) / 2, np.where(weight > 0, inner, inner_b))
    moved = (weight - weight_b) * (level - ((total + total_b) / 2)[:, None])
    rate = _slope(score, score_b, inner, inner_b, branch.aggregation, spec)
    for at, child in enumerate(branch.children):
        parts[child] = reach[:, 0] * shared[:, at] * steps[:, at]
        missing[child] = reach[:, 0] * moved[:, at]
        passed = reach[:, 0] * shared[:, at] * np.where(both[:, at], rate[:, at], 0.0)
        multiplier[child] = np.where(both[:, at], passed, 0.0)


def _terms(
    branch: Branch, side: dict[str, np.ndarray], factors: dict[str, np.ndarray], spec: IndexSpec
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Scores of the children, f of them, and their weights among what is known."""
    raw = np.stack([side[child] for child in branch.children], axis=-1)
    known = np.isfinite(raw)
    weights = branch_weights(branch, factors) * known
    total = weights.sum(axis=-1, keepdims=True)
    weights = weights / np.where(total > 0, total, 1)
    score = np.where(known, raw, spec.floor)
    inner = transformed(score, branch.aggregation, power=spec.power, floor=spec.floor)
    return score, np.where(known, inner, 0.0), weights


def _slope(
    score: np.ndarray,
    score_b: np.ndarray,
    inner: np.ndarray,
    inner_b: np.ndarray,
    method: str,
    spec: IndexSpec,
) -> np.ndarray:
    """(f(a) - f(b)) / (a - b), and the derivative of f where the two are the same."""
    gap = score - score_b
    near = np.abs(gap) <= CLOSE * np.maximum(np.abs(score), 1)
    middle = np.maximum((score + score_b) / 2, spec.floor)
    if method == "arithmetic":
        return np.ones_like(gap)
    if method == "geometric":
        rate = 1 / middle
    elif method == "harmonic":
        rate = -1 / middle**2
    else:
        rate = spec.power * middle ** (spec.power - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(near, rate, (inner - inner_b) / np.where(near, 1, gap))
