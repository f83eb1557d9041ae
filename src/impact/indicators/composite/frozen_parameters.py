"""The limits of a base year by which indicators become scores, kept and used again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.indicators.composite.specification import IndexSpec
from impact.indicators.composite.treatment import treatment_limits

FIELDS = ("lowest", "highest", "mean", "spread", "pulled_up_to", "pulled_down_to")


@dataclass(frozen=True, slots=True)
class FrozenParameters:
    """What normalisation needs to know of each indicator; arrays over (draws x) indicators.

    Parameters
    ----------
    indicators
        Ids in the order of the arrays.
    lowest, highest, mean, spread
        Of the base values, in each indicator's unit; spread is the sample standard deviation.
    pulled_up_to, pulled_down_to
        Limits of treatment: values outside are moved to them; infinite where nothing is moved.
    base
        Known base values in rising order, per indicator, padded with infinity at the end; for
        ranks and percentiles. Shape (draws x) places x indicators.
    base_year
        Year they were taken from, when known.
    """

    indicators: tuple[str, ...]
    lowest: np.ndarray
    highest: np.ndarray
    mean: np.ndarray
    spread: np.ndarray
    pulled_up_to: np.ndarray
    pulled_down_to: np.ndarray
    base: np.ndarray
    base_year: int | None = None

    @property
    def constant(self) -> tuple[str, ...]:
        """Ids of indicators whose base values are all the same, or known for one place only."""
        flat = ~(self.highest > self.lowest)
        every = flat.reshape(-1, flat.shape[-1]).all(axis=0)
        return tuple(name for name, is_flat in zip(self.indicators, every, strict=True) if is_flat)

    def to_dict(self) -> dict:
        """Return plain lists that can be written as JSON or YAML; infinities become None."""
        if self.base.ndim > 2:
            raise InvalidInput("parameters of an index with draws are not for keeping")
        arrays = {name: _plain(getattr(self, name)) for name in FIELDS}
        base = [[float(v) for v in column[np.isfinite(column)]] for column in self.base.T]
        year = {"base_year": self.base_year, "indicators": list(self.indicators)}
        return year | arrays | {"base": base}

    @classmethod
    def from_dict(cls, kept: Mapping) -> FrozenParameters:
        """Return the parameters that `to_dict` wrote; missing fields are named."""
        absent = [name for name in ("indicators", *FIELDS, "base") if name not in kept]
        if absent:
            raise InvalidInput(
                "frozen parameters of an index", [Fault(name, "is absent.") for name in absent]
            )
        ends = {"pulled_up_to": -np.inf, "pulled_down_to": np.inf}
        arrays = {
            name: np.array([ends.get(name, np.nan) if v is None else v for v in kept[name]], float)
            for name in FIELDS
        }
        longest = max((len(column) for column in kept["base"]), default=0)
        base = np.full((longest, len(kept["indicators"])), np.inf)
        for at, column in enumerate(kept["base"]):
            base[: len(column), at] = column
        names = tuple(kept["indicators"])
        return cls(names, *(arrays[name] for name in FIELDS), base, kept.get("base_year"))


def fit_parameters(
    values: np.ndarray, spec: IndexSpec, base_year: int | None = None
) -> FrozenParameters:
    """Return the limits of the values themselves, to be used for them and for later years.

    Parameters
    ----------
    values
        Shape (draws x) places x indicators, in the order of `spec.indicators`; NaN is missing.
    spec
        The index; its `treatment` decides whether outliers are pulled in.
    base_year
        Year of the values; only kept.

    Returns
    -------
    FrozenParameters
        With a leading axis of draws when the values have one.
    """
    low, high = treatment_limits(values) if spec.treatment else _unlimited(values)
    drawn = np.clip(values, low[..., None, :], high[..., None, :])
    known = np.isfinite(drawn)
    count = known.sum(axis=-2)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.where(known, drawn, 0.0).sum(axis=-2) / count
        centred = np.where(known, drawn - mean[..., None, :], 0.0)
        spread = np.sqrt((centred**2).sum(axis=-2) / (count - 1))
    lowest = np.where(known, drawn, np.inf).min(axis=-2, initial=np.inf)
    highest = np.where(known, drawn, -np.inf).max(axis=-2, initial=-np.inf)
    empty = count == 0
    lowest, highest = (np.where(empty, np.nan, end) for end in (lowest, highest))
    base = np.sort(np.where(known, drawn, np.inf), axis=-2)
    names = spec.indicator_ids
    return FrozenParameters(names, lowest, highest, mean, spread, low, high, base, base_year)


def _unlimited(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    shape = (*values.shape[:-2], values.shape[-1])
    return np.full(shape, -np.inf), np.full(shape, np.inf)


def _plain(values: np.ndarray) -> list[float | None]:
    return [float(value) if np.isfinite(value) else None for value in values]
