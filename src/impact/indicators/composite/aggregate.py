"""Scores of indicators added up the tree of an index, from its leaves to the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from impact.indicators.composite.benefit_of_the_doubt import benefit_of_the_doubt
from impact.indicators.composite.means import weighted_mean
from impact.indicators.composite.outranking import outranking_score
from impact.indicators.composite.specification import IndexSpec
from impact.indicators.composite.specification_faults import MEANS

ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Branch:
    """One node with what hangs on it.

    Parameters
    ----------
    id
        Of the node.
    children
        Ids of its nodes and indicators, sorted by id so that the order of the specification
        makes no difference.
    weights
        Of the children, adding up to 1.
    aggregation, minimum_share
        In force at this node.
    """

    id: str
    children: tuple[str, ...]
    weights: np.ndarray
    aggregation: str
    minimum_share: float


@dataclass(frozen=True, slots=True)
class Aggregated:
    """Scores of all nodes.

    Parameters
    ----------
    scores
        By node: shape (draws x) places; NaN where too little is known.
    available
        By node: share of the weight of all its indicators that entered its score, 0 to 1.
    """

    scores: Mapping[str, np.ndarray]
    available: Mapping[str, np.ndarray]


def branches(spec: IndexSpec) -> tuple[Branch, ...]:
    """Return the nodes from the deepest to the root, each after all below it.

    Parameters
    ----------
    spec
        The index.

    Returns
    -------
    tuple of Branch
        Children before parents; the root is last.
    """
    parents = {node.id: node.parent for node in spec.nodes}
    depth = {}
    for name in parents:
        steps, node = 0, parents[name]
        while node is not None:
            steps, node = steps + 1, parents[node]
        depth[name] = steps
    below: dict[str, list[tuple[str, float]]] = {node.id: [] for node in spec.nodes}
    for node in spec.nodes:
        if node.parent is not None:
            below[node.parent].append((node.id, node.weight))
    for item in spec.indicators:
        below[item.node].append((item.id, item.weight))
    made = []
    for node in sorted(spec.nodes, key=lambda node: (-depth[node.id], node.id)):
        children = sorted(below[node.id])
        weights = np.array([weight for _, weight in children], float)
        share = spec.minimum_share if node.minimum_share is None else node.minimum_share
        ids = tuple(name for name, _ in children)
        made.append(
            Branch(
                node.id, ids, weights / weights.sum(), node.aggregation or spec.aggregation, share
            )
        )
    return tuple(made)


def effective_weights(spec: IndexSpec) -> dict[str, float]:
    """Return each indicator's share of the whole index when nothing is missing.

    Parameters
    ----------
    spec
        The index.

    Returns
    -------
    dict
        By indicator, in their order; the shares add up to 1.
    """
    share = {spec.root: 1.0}
    for branch in reversed(branches(spec)):
        for child, weight in zip(branch.children, branch.weights, strict=True):
            share[child] = share[branch.id] * float(weight)
    return {name: share[name] for name in spec.indicator_ids}


def aggregate(
    scores: np.ndarray,
    spec: IndexSpec,
    *,
    factors: Mapping[str, np.ndarray] | None = None,
    shares: bool = True,
) -> Aggregated:
    """Return the score of every node of an index.

    Parameters
    ----------
    scores
        Shape (draws x) places x indicators, higher is better; NaN is missing.
    spec
        Tree, weights, methods and least shares.
    factors
        By node or indicator: number, or array (draws,), that multiplies its weight (for
        uncertain weights); shares are calculated anew among the children of each node.
    shares
        False: without available shares, faster for many draws.

    Returns
    -------
    Aggregated
        Scores and available shares.

    Notes
    -----
    A node has a score when children with at least its minimum share of the weight have one; the
    weights of the others are then shared among these. Whether it has one is decided by the weights
    before any factor, so that uncertain weights never change what an index is made of; a child with
    the factor 0 does not belong to it.
    """
    column = {name: at for at, name in enumerate(spec.indicator_ids)}
    found: dict[str, np.ndarray] = {}
    available: dict[str, np.ndarray] = {}
    for branch in branches(spec):
        parts = [scores[..., column[c]] if c in column else found[c] for c in branch.children]
        stacked = np.stack(parts, axis=-1)
        weights = branch_weights(branch, factors)
        known = np.isfinite(stacked)
        total = weights.sum(axis=-1)
        nominal = branch.weights * (weights > 0)
        reached = (known * nominal).sum(axis=-1)
        least = branch.minimum_share * nominal.sum(axis=-1)
        enough = (reached > 0) & (reached >= least - ROUNDING)
        value = _combined(stacked, weights, branch.aggregation, spec)
        found[branch.id] = np.where(enough, value, np.nan)
        if shares:
            entered = [
                known[..., at] * available.get(child, 1.0)
                for at, child in enumerate(branch.children)
            ]
            share = (np.stack(entered, axis=-1) * weights).sum(axis=-1)
            available[branch.id] = np.where(enough, share / np.where(total > 0, total, 1), 0.0)
    return Aggregated(found, available)


def branch_weights(branch: Branch, factors: Mapping[str, np.ndarray] | None) -> np.ndarray:
    """Return the weights of a node's children times their factors.

    Parameters
    ----------
    branch
        The node.
    factors
        By child: number or array (draws,).

    Returns
    -------
    ndarray
        Shape (children,), or (draws, 1, children) when a factor has draws.
    """
    if not factors:
        return branch.weights
    each = [np.asarray(factors.get(child, 1.0), float) for child in branch.children]
    multiplied = np.stack(np.broadcast_arrays(*each), axis=-1) * branch.weights
    return multiplied[:, None, :] if multiplied.ndim > 1 else multiplied


def _combined(stacked: np.ndarray, weights: np.ndarray, method: str, spec: IndexSpec) -> np.ndarray:
    if method in MEANS:
        return weighted_mean(stacked, weights, method, power=spec.power, floor=spec.floor)
    if method == "outranking":
        return outranking_score(stacked, weights)
    index, _ = benefit_of_the_doubt(stacked)
    return index
