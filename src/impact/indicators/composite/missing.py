"""Missing values filled in, always with a record of what was filled."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

OBSERVED, MISSING = "observed", "missing"


@dataclass(frozen=True, slots=True)
class Filled:
    """Values of which some are filled in.

    Parameters
    ----------
    values
        Same shape as given.
    imputed
        True where a value was filled in.
    years_carried
        How many years old a carried value is; 0 where observed, missing or a median.
    """

    values: np.ndarray
    imputed: np.ndarray
    years_carried: np.ndarray


def fill_median(values: np.ndarray, groups: np.ndarray | None = None) -> Filled:
    """Fill each missing value with the median of the other places, or of those of its group.

    Parameters
    ----------
    values
        Shape (draws x) places x indicators; NaN is missing.
    groups
        Label of each place; None: all places are one group.

    Returns
    -------
    Filled
        A value stays missing when nobody in the group has one.
    """
    labels = np.zeros(values.shape[-2], int) if groups is None else np.asarray(groups)
    filled = values.copy()
    for label in sorted(set(labels.tolist())):
        rows = np.flatnonzero(labels == label)
        part = values[..., rows, :]
        ordered = np.sort(part, axis=-2)
        count = np.isfinite(part).sum(axis=-2, keepdims=True)
        ends = [np.clip(at, 0, len(rows) - 1) for at in ((count - 1) // 2, count // 2)]
        middle = sum(np.take_along_axis(ordered, at, axis=-2) for at in ends) / 2
        filled[..., rows, :] = np.where(np.isfinite(part), part, middle)
    imputed = ~np.isfinite(values) & np.isfinite(filled)
    return Filled(filled, imputed, np.zeros(values.shape, int))


def carry_forward(panel: np.ndarray, most_years: int) -> Filled:
    """Fill each missing value with the place's own latest earlier one.

    Parameters
    ----------
    panel
        Shape years x places x indicators, consecutive years in rising order; NaN is missing.
    most_years
        How old a carried value may be.

    Returns
    -------
    Filled
        Only earlier years are looked at, never later ones.
    """
    filled = panel.copy()
    age = np.zeros(panel.shape, int)
    for year in range(1, len(panel)):
        empty = ~np.isfinite(panel[year])
        old = age[year - 1] + 1
        usable = empty & np.isfinite(filled[year - 1]) & (old <= most_years)
        filled[year] = np.where(usable, filled[year - 1], filled[year])
        age[year] = np.where(usable, old, 0)
    return Filled(filled, age > 0, age)
