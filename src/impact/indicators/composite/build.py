"""An index from the values of its indicators: scores of every part, and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.composite.aggregate import aggregate, branch_weights, branches
from impact.indicators.composite.frozen_parameters import FrozenParameters, fit_parameters
from impact.indicators.composite.missing import fill_median
from impact.indicators.composite.normalise import normalise
from impact.indicators.composite.specification import IndexSpec


@dataclass(frozen=True, slots=True)
class Index:
    """Scores of places on an index and all its parts.

    Parameters
    ----------
    spec
        What it was built from.
    parameters
        Limits used for the scores of indicators; keep them for next year.
    places
        In the order of the arrays.
    values
        Values used, imputed ones included; shape (draws x) places x indicators.
    scores
        Of indicators, 0-100 with most normalisations, higher is better; same shape. NaN where
        missing and for `excluded` indicators.
    nodes
        Score by node, shape (draws x) places; NaN where too little is known.
    available
        By node: share of the weight of its indicators that entered its score (imputed included).
    imputed
        By node: share of that weight which rests on imputed values.
    excluded
        Indicators left out because all base values are the same: they tell nobody apart.
    """

    spec: IndexSpec
    parameters: FrozenParameters
    places: tuple[str, ...]
    values: np.ndarray
    scores: np.ndarray
    nodes: Mapping[str, np.ndarray]
    available: Mapping[str, np.ndarray]
    imputed: Mapping[str, np.ndarray]
    excluded: tuple[str, ...]

    @property
    def overall(self) -> np.ndarray:
        """Score of the whole index, shape (draws x) places."""
        return self.nodes[self.spec.root]

    def frame(self) -> pd.DataFrame:
        """Return one row a place and node (without draws): score, available, imputed, reason."""
        if self.scores.ndim > 2:
            raise InvalidInput("an index with draws has no single table; summarise the draws")
        parts = [
            pd.DataFrame(
                {
                    "place": self.places,
                    "node": node,
                    "score": self.nodes[node],
                    "available_share": self.available[node],
                    "imputed_share": self.imputed[node],
                    "reason": np.where(np.isfinite(self.nodes[node]), "", "too_few_values"),
                }
            )
            for node in self.nodes
        ]
        return pd.concat(parts, ignore_index=True)

    def score_frame(self) -> pd.DataFrame:
        """Return the scores of indicators (without draws): a row a place, a column each."""
        if self.scores.ndim > 2:
            raise InvalidInput("an index with draws has no single table; summarise the draws")
        names = list(self.spec.indicator_ids)
        return pd.DataFrame(self.scores, index=pd.Index(self.places, name="place"), columns=names)


def build_index(
    values: pd.DataFrame | np.ndarray,
    spec: IndexSpec,
    parameters: FrozenParameters | None = None,
    *,
    places: Sequence[str] | None = None,
    factors: Mapping[str, np.ndarray] | None = None,
) -> Index:
    """Return the scores of places on an index and all its parts.

    Parameters
    ----------
    values
        A frame with a row a place (its index) and a column an indicator, in any order; or an
        array (draws x) places x indicators in the order of `spec.indicators`. NaN is missing.
    spec
        The index.
    parameters
        Limits of a base year; None: those of these values, for each draw by itself.
    places
        Names of the places of an array.
    factors
        Uncertain weights, see `aggregate`.

    Returns
    -------
    Index
        Arrays broadcast over draws.

    Raises
    ------
    InvalidInput
        Columns that are absent or no numbers, infinite values, places named twice, parameters of
        other indicators.

    Notes
    -----
    Treatment and normalisation use `parameters`; missing values are filled or left out as
    `spec.imputation` says; `aggregate` adds up. A constant indicator is left out of the weights and
    named in `excluded`, so that it neither helps nor counts as missing.
    """
    table, names = read_values(values, spec, places)
    fitted = fit_parameters(table, spec, spec.base_year) if parameters is None else parameters
    if fitted.indicators != spec.indicator_ids:
        fitted = _selected(fitted, spec)
    imputed = np.zeros(table.shape, bool)
    if spec.imputation == "median":
        filled = fill_median(table)
        table, imputed = filled.values, filled.imputed
    scores = normalise(table, spec, fitted)
    excluded = excluded_indicators(spec, fitted)
    used = without(spec, excluded, factors)
    found = aggregate(scores, spec, factors=used)
    marks = _imputed_share(imputed, scores, spec, used, found.available)
    return Index(spec, fitted, names, table, scores, found.scores, found.available, marks, excluded)


def excluded_indicators(spec: IndexSpec, parameters: FrozenParameters) -> tuple[str, ...]:
    """Return the indicators that tell nobody apart: constant in the base, without goalposts.

    Parameters
    ----------
    spec, parameters
        The index and its limits.

    Returns
    -------
    tuple of str
        Ids.
    """
    constant = set(parameters.constant)
    fixed = {
        item.id
        for item in spec.indicators
        if (item.normalisation or spec.normalisation) == "goalposts"
    }
    return tuple(name for name in spec.indicator_ids if name in constant - fixed)


def without(
    spec: IndexSpec, excluded: Sequence[str], factors: Mapping[str, np.ndarray] | None = None
) -> dict[str, np.ndarray]:
    """Return factors of weights that take indicators, and nodes left empty by it, out.

    Parameters
    ----------
    spec
        The index.
    excluded
        Indicators to take out.
    factors
        Factors to be kept for all others.

    Returns
    -------
    dict
        For `aggregate`.
    """
    gone = set(excluded)
    if gone:
        for branch in branches(spec):
            if all(child in gone for child in branch.children):
                gone.add(branch.id)
    return {**(factors or {}), **dict.fromkeys(sorted(gone), 0.0)}


def read_values(
    values: pd.DataFrame | np.ndarray, spec: IndexSpec, places: Sequence[str] | None = None
) -> tuple[np.ndarray, tuple[str, ...]]:
    """Return values as an array in the order of the index, and the names of the places.

    Parameters
    ----------
    values, spec, places
        As in `build_index`.

    Returns
    -------
    array, places
        Shape (draws x) places x indicators.

    Raises
    ------
    InvalidInput
        As in `build_index`.
    """
    faults = []
    if isinstance(values, pd.DataFrame):
        doubled = values.columns[values.columns.duplicated()].intersection(spec.indicator_ids)
        faults += [Fault(f"column '{name}'", "is there more than once.") for name in doubled]
        absent = [name for name in spec.indicator_ids if name not in values.columns]
        faults += [Fault(f"column '{name}'", "is absent.") for name in absent]
        if faults:
            raise InvalidInput(f"values of the index '{spec.id}'", faults)
        places = tuple(map(str, values.index)) if places is None else places
        table, faults = _numbers(values, spec)
    else:
        table = np.asarray(values, float)
        if table.ndim not in (2, 3) or table.shape[-1] != len(spec.indicators):
            shape = f"shape {table.shape} is not (draws x) places x {len(spec.indicators)}."
            raise InvalidInput(f"values of the index '{spec.id}'", [Fault("array", shape)])
    names = tuple(map(str, range(table.shape[-2]))) if places is None else tuple(places)
    if len(names) != table.shape[-2]:
        faults.append(Fault("places", f"{len(names)} names for {table.shape[-2]} places."))
    twice = sorted({name for name in names if names.count(name) > 1})
    faults += [Fault(f"place '{name}'", "is there more than once.") for name in twice]
    endless = np.isinf(table).reshape(-1, table.shape[-1]).any(axis=0)
    faults += [
        Fault(f"indicator '{name}'", "has infinite values.", "Leave out what is missing.")
        for name, wrong in zip(spec.indicator_ids, endless, strict=True)
        if wrong
    ]
    if faults:
        raise InvalidInput(f"values of the index '{spec.id}'", faults)
    return table, names


def _numbers(values: pd.DataFrame, spec: IndexSpec) -> tuple[np.ndarray, list[Fault]]:
    faults, columns = [], []
    for name in spec.indicator_ids:
        read = pd.to_numeric(values[name], errors="coerce")
        wrong = values.index[read.isna() & values[name].notna()]
        faults += [Fault(f"column '{name}', {place}", "is no number.") for place in wrong[:20]]
        columns.append(read.to_numpy(float, na_value=np.nan))
    return np.stack(columns, axis=-1), faults


def _selected(fitted: FrozenParameters, spec: IndexSpec) -> FrozenParameters:
    """Parameters of the indicators of this index, from those of a wider or reordered one."""
    place = {name: at for at, name in enumerate(fitted.indicators)}
    absent = [name for name in spec.indicator_ids if name not in place]
    if absent:
        raise InvalidInput(
            f"frozen parameters of the index '{spec.id}'",
            [Fault(f"indicator '{name}'", "has none.", "Take a new base year.") for name in absent],
        )
    at = np.array([place[name] for name in spec.indicator_ids])
    fields = ("lowest", "highest", "mean", "spread", "pulled_up_to", "pulled_down_to", "base")
    arrays = [getattr(fitted, name)[..., at] for name in fields]
    return FrozenParameters(spec.indicator_ids, *arrays, fitted.base_year)


def _imputed_share(
    imputed: np.ndarray,
    scores: np.ndarray,
    spec: IndexSpec,
    factors: Mapping[str, np.ndarray],
    available: Mapping[str, np.ndarray],
) -> dict[str, np.ndarray]:
    """By node: imputed weight over the weight that entered."""
    if not imputed.any():
        return {name: np.zeros(np.shape(share)) for name, share in available.items()}
    column = {name: at for at, name in enumerate(spec.indicator_ids)}
    shares: dict[str, np.ndarray] = {}
    for branch in branches(spec):
        parts = [
            imputed[..., column[child]] * np.isfinite(scores[..., column[child]])
            if child in column
            else shares[child] * available[child]
            for child in branch.children
        ]
        weights = branch_weights(branch, factors)
        whole = weights.sum(axis=-1)
        total = (np.stack(parts, axis=-1) * weights).sum(axis=-1) / np.where(whole > 0, whole, 1)
        known = available[branch.id]
        shares[branch.id] = np.where(known > 0, total / np.where(known > 0, known, 1), 0.0)
    return shares
