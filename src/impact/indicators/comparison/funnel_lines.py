"""The curves of a funnel, for a chart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import numbers, refuse, require, series_columns
from impact.indicators.comparison.funnel_limits import (
    adjusted_limits,
    control_limits,
    funnel_choices,
    relative,
)
from impact.indicators.comparison.overdispersion import transformed_error
from impact.indicators.counts import with_limits


def funnel_lines(
    points: pd.DataFrame,
    *,
    kind: str = "proportion",
    multiplier: float | None = None,
    confidence: float | Sequence[float] = (0.95, 0.998),
    by: str | Sequence[str] | None = None,
    scale: str | None = None,
    steps: int = 100,
) -> pd.DataFrame:
    """Return the curves of a funnel over the range of sizes, for a chart.

    Parameters
    ----------
    points
        Result of `funnel`; `size, target` and, for the adjusted curves, `between` are read.
        Each group needs one target.
    kind, multiplier, confidence, by, scale
        As given to `funnel`.
    steps
        Sizes on each curve, in geometric steps: from 1, or from the smallest place when the
        largest is less than twice its size, to the largest.

    Returns
    -------
    DataFrame
        `steps` rows a group in order of first appearance: the columns of `by`, `size, target`,
        limits named as in `funnel`, `adjusted_` ones when `between` is known, `confidence`. A
        group without any target above 0 has none.
    """
    scale, levels, unit = funnel_choices(kind, scale, confidence, multiplier)
    keys = [] if by is None else series_columns(points, by)
    require(points, [*keys, "size", "target"], "funnel_lines")
    between = numbers(points, "between") if "between" in points else np.full(len(points), np.nan)
    table = points[keys].assign(
        size=numbers(points, "size"), target=numbers(points, "target"), between=between
    )
    table = table[(table["size"] > 0) & (table["target"] > 0)]
    grouped = table.reset_index(drop=True).groupby(
        keys or np.zeros(len(table), int), sort=False, dropna=False
    )
    apart = grouped["target"].max() - grouped["target"].min() > 1e-9 * grouped["target"].max()
    faults = [Fault(f"group {name}", "has several targets.") for name in apart.index[apart]]
    refuse("curves need one target a group", faults)
    low, high = grouped["size"].min(), grouped["size"].max()
    low = low.where(high <= 2 * low, np.minimum(low, 1.0)).to_numpy()
    growth = (high.to_numpy() / low)[:, None] ** np.linspace(0, 1, steps)[None, :]
    size = (low[:, None] * growth).ravel()
    first = grouped[["target", "between"]].first().reset_index()
    out = first.loc[np.repeat(first.index, steps), [*keys, "target", "between"]]
    out = out.reset_index(drop=True)
    out.insert(len(keys), "size", size)
    aim, extra = numbers(out, "target"), numbers(out, "between")
    plain = control_limits(kind, aim, size, unit)
    out = with_limits(out.drop(columns="between"), levels, plain)
    error = np.sqrt(transformed_error(size, scale) ** 2 + extra)
    wider = adjusted_limits(plain, *relative(kind, aim, unit), error, scale)
    return with_limits(out, levels, wider, "adjusted_") if np.isfinite(extra).any() else out
