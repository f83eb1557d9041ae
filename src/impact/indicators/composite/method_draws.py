"""Scores of an index under drawn errors, weights and methods, many draws at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.indicators.composite.aggregate import aggregate
from impact.indicators.composite.build import excluded_indicators, without
from impact.indicators.composite.frozen_parameters import FrozenParameters
from impact.indicators.composite.normalise import normalise
from impact.indicators.composite.specification import IndexSpec


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Choices that could as well have been made otherwise.

    Parameters
    ----------
    normalisations, aggregations
        Methods beside the index's own, each used in an equal share of draws. Indicators and nodes
        with a method of their own keep it.
    weight_range
        Each weight is multiplied by a number drawn evenly from 1 - range to 1 + range; 0 to 1.
    """

    normalisations: tuple[str, ...] = ()
    aggregations: tuple[str, ...] = ()
    weight_range: float = 0.0


@dataclass(frozen=True, slots=True)
class Setup:
    """All that is fixed while scores are drawn.

    Parameters
    ----------
    central, errors
        Values (missing ones filled as the index says) and standard errors, places x indicators.
    specs
        The index under each combination of methods, the own one first.
    normalisations, aggregations
        Methods of the combinations, the own first.
    parameters
        Frozen limits of normalisation.
    parts
        Nodes and indicators with uncertain weights.
    weight_range
        See `Alternatives`.
    moves
        By combination: (factor, shift) that give its scores the mean and spread of the own
        method's, so that scores can be compared.
    """

    central: np.ndarray
    errors: np.ndarray
    specs: Mapping[tuple[int, int], IndexSpec]
    normalisations: tuple[str, ...]
    aggregations: tuple[str, ...]
    parameters: FrozenParameters
    parts: tuple[str, ...]
    weight_range: float
    moves: Mapping[tuple[int, int], tuple[float, float]]


def set_up(
    central: np.ndarray,
    errors: np.ndarray,
    spec: IndexSpec,
    parameters: FrozenParameters,
    alternatives: Alternatives,
) -> Setup:
    """Return what draws need; every combination of methods is checked.

    Parameters
    ----------
    central, errors
        Places x indicators.
    spec, parameters, alternatives
        The index, its limits and the other choices.

    Returns
    -------
    Setup
        For `draw_scores`.

    Raises
    ------
    InvalidInput
        Unknown methods, methods that lack goalposts or targets, a range outside 0 to 1.
    """
    if not 0 <= alternatives.weight_range <= 1:
        problem = f"{alternatives.weight_range} is not between 0 and 1."
        raise InvalidInput("alternatives of an index", [Fault("weight_range", problem)])
    ways = tuple(dict.fromkeys((spec.normalisation, *alternatives.normalisations)))
    sums = tuple(dict.fromkeys((spec.aggregation, *alternatives.aggregations)))
    specs = {
        (i, j): replace(spec, normalisation=way, aggregation=total)
        for i, way in enumerate(ways)
        for j, total in enumerate(sums)
    }
    parts = tuple(sorted(({n.id for n in spec.nodes} | set(spec.indicator_ids)) - {spec.root}))
    setup = Setup(central, errors, specs, ways, sums, parameters, parts, 0.0, {})
    moves, own = {}, None
    for key in specs:
        scores = _block(setup, key, central[None], {})[0]
        scores = scores[np.isfinite(scores)]
        mean, spread = (scores.mean(), scores.std()) if len(scores) else (0.0, 0.0)
        own = (mean, spread) if own is None else own
        factor = own[1] / spread if spread > 0 else 1.0
        moves[key] = (factor, own[0] - factor * mean)
    return replace(setup, weight_range=alternatives.weight_range, moves=moves)


def draw_scores(
    setup: Setup,
    noise: np.ndarray,
    normalisation: np.ndarray,
    aggregation: np.ndarray,
    weights: np.ndarray,
) -> np.ndarray:
    """Return overall scores under drawn choices.

    Parameters
    ----------
    setup
        From `set_up`.
    noise
        Standard normal, shape (draws, places, indicators); it may be overwritten.
    normalisation, aggregation
        Number of the method in each draw, shape (draws,).
    weights
        Evenly drawn from 0 to 1, shape (draws, parts).

    Returns
    -------
    ndarray
        Shape (draws, places), on the scale of the index's own method.
    """
    found = np.empty(noise.shape[:2])
    noise *= setup.errors
    noise += setup.central
    for key in setup.specs:
        rows = np.flatnonzero((normalisation == key[0]) & (aggregation == key[1]))
        if not len(rows):
            continue
        factors: dict[str, np.ndarray] = {}
        if setup.weight_range:
            times = 1 + setup.weight_range * (2 * weights[rows] - 1)
            factors = dict(zip(setup.parts, times.T, strict=True))
        values = noise if len(rows) == len(noise) else noise[rows]
        factor, shift = setup.moves[key]
        found[rows] = shift + factor * _block(setup, key, values, factors)
    return found


def _block(
    setup: Setup, key: tuple[int, int], values: np.ndarray, factors: Mapping[str, np.ndarray]
) -> np.ndarray:
    spec = setup.specs[key]
    scores = normalise(values, spec, setup.parameters)
    used = without(spec, excluded_indicators(spec, setup.parameters), factors)
    return aggregate(scores, spec, factors=used, shares=False).scores[spec.root]
