"""The counts of persons behind published figures, also those a percentage gives away."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from impact.indicators.columns import numbers

Multipliers = float | None | Mapping[str, float | None]


def counts_of(
    table: pd.DataFrame,
    *,
    value: str,
    numerator: str,
    denominator: str,
    multiplier: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Return numerators and denominators, stated or worked out from what stands beside them.

    Parameters
    ----------
    table
        Values table; columns that are absent are unknown.
    value, numerator, denominator
        Columns.
    multiplier
        Shape (rows,): value = multiplier * numerator / denominator; NaN where the value is itself
        the count, 0 where it has nothing to do with them (points, years).

    Returns
    -------
    tuple of ndarray
        Persons, shape (rows,) each, NaN where unknown.

    Notes
    -----
    A percentage beside its denominator publishes the numerator: round(14.3 * 7 / 100) = 1.
    A percentage beside its numerator publishes the denominator.
    """
    figure, top, bottom = (
        numbers(table, name) if name in table.columns else np.full(len(table), np.nan)
        for name in (value, numerator, denominator)
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        from_value = np.where(np.isnan(multiplier), figure, np.rint(figure * bottom / multiplier))
        from_value = np.where(multiplier == 0, np.nan, from_value)
        top = np.where(np.isnan(top), from_value, top)
        from_top = np.where(multiplier == 0, np.nan, np.rint(top * multiplier / figure))
    bottom = np.where(np.isnan(bottom) & np.isfinite(from_top), from_top, bottom)
    return top, bottom


def by_indicator(choice: object, names: pd.Series, missing: float) -> np.ndarray:
    """Return a number for each row: one for all, or that of its indicator."""
    given = (
        names.map(dict(choice)) if isinstance(choice, Mapping) else pd.Series(choice, names.index)
    )
    return pd.to_numeric(given, errors="coerce").fillna(missing).to_numpy(dtype=float)
