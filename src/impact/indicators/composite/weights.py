"""Weights found by a rule: equal, by the first principal component, or of equal influence."""

from __future__ import annotations

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.indicators.composite.aggregate import aggregate, branches
from impact.indicators.composite.build import Index
from impact.indicators.composite.specification import IndexSpec

RULES = ("equal", "first_component", "equal_influence")
FEWEST_PLACES = 3
LEAST = 1e-12


def weigh(index: Index, rule: str) -> IndexSpec:
    """Return the index with weights found by a rule, node by node from the leaves up.

    Parameters
    ----------
    index
        Built from the values that decide the weights, without draws. Keep the result: weights that
        are found anew every year make years incomparable.
    rule
        "equal", "first_component" or "equal_influence".

    Returns
    -------
    IndexSpec
        With weights as numbers.

    Raises
    ------
    InvalidInput
        An unknown rule; a node whose children have no complete cases or no spread.
    """
    if rule not in RULES:
        raise InvalidInput(
            "weights", [Fault("rule", f"'{rule}' is not one of {', '.join(RULES)}.")]
        )
    spec = index.spec
    if rule == "equal":
        parts = [part.id for part in (*spec.nodes, *spec.indicators)]
        return spec.with_weights(dict.fromkeys(parts, 1.0))
    column = {name: at for at, name in enumerate(spec.indicator_ids)}
    find = first_component_weights if rule == "first_component" else equal_influence_weights
    for branch in branches(spec):
        nodes = aggregate(index.scores, spec, shares=False).scores
        children = [
            index.scores[:, column[c]] if c in column else nodes[c] for c in branch.children
        ]
        try:
            weights = find(np.stack(children, axis=-1))
        except ValueError as error:
            fault = Fault(f"node '{branch.id}'", str(error), "Leave out what is constant.")
            raise InvalidInput(f"weights of the index '{spec.id}'", [fault]) from error
        spec = spec.with_weights(dict(zip(branch.children, weights.tolist(), strict=True)))
    return spec


def first_component_weights(scores: np.ndarray) -> np.ndarray:
    """Return weights in proportion to the loadings of the first principal component.

    Parameters
    ----------
    scores
        Places x children, higher is better; places with a missing one are left out.

    Returns
    -------
    ndarray
        0 or more, adding up to 1.

    Raises
    ------
    ValueError
        With fewer than 3 complete places or a constant child.

    Notes
    -----
    Eigenvector of the largest eigenvalue of the correlation matrix. Its sign is arbitrary and is
    fixed so that the loadings add up to more than 0; a child that still loads negatively works
    against the others and gets the weight 0.
    """
    known = _complete(scores)
    if known.shape[1] == 1:
        return np.ones(1)
    _, vectors = np.linalg.eigh(np.corrcoef(known, rowvar=False))
    loading = vectors[:, -1]
    loading = loading * (1 if loading.sum() >= 0 else -1)
    positive = np.maximum(loading, 0.0)
    return positive / positive.sum()


def equal_influence_weights(scores: np.ndarray) -> np.ndarray:
    """Return weights under which children correlate as equally as can be with the weighted mean.

    Parameters
    ----------
    scores
        Places x children, higher is better; places with a missing one are left out.

    Returns
    -------
    ndarray
        0 or more, adding up to 1.

    Raises
    ------
    ValueError
        With fewer than 3 complete places, a constant child, or children so opposed that no weights
        make them agree.

    Notes
    -----
    With standardised children, correlation matrix R and weights u, the correlations with the mean
    are R u / sqrt(u' R u): all equal when R u is the same for all. u solves R u = 1 by least
    squares with u >= 0; the weights are u over the standard deviations. Two children: in inverse
    proportion to their standard deviations. Where the exact solution would need a weight below 0,
    that child gets 0: it already moves with the others more than they do among themselves.

    References
    ----------
    Paruolo, Saisana and Saltelli (2013), Journal of the Royal Statistical Society A 176, 609-634;
    Lawson and Hanson (1974), Solving least squares problems.
    """
    from scipy.optimize import nnls

    known = _complete(scores)
    if known.shape[1] == 1:
        return np.ones(1)
    found, _ = nnls(np.corrcoef(known, rowvar=False), np.ones(known.shape[1]))
    weights = found / known.std(axis=0)
    if not weights.sum() > LEAST:
        raise ValueError("no weights make the children agree.")
    return weights / weights.sum()


def _complete(scores: np.ndarray) -> np.ndarray:
    known = scores[np.isfinite(scores).all(axis=1)]
    if len(known) < FEWEST_PLACES:
        raise ValueError(f"{len(known)} places have all values; {FEWEST_PLACES} are needed.")
    if not (known.std(axis=0) > LEAST).all():
        raise ValueError("a child has the same score everywhere.")
    return known
