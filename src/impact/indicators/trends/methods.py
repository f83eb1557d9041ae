"""The methods of `trend`: what each needs, what it adds, and how it is fitted to many series."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.grid import Grid
from impact.indicators.trends.gls import slopes
from impact.indicators.trends.recent import POINTS, recent
from impact.indicators.trends.segmented import BREAK_LEVEL, FEWEST_POINTS, segmented
from impact.indicators.trends.theil_sen import theil_sen

COLUMNS = ("slope", "lower", "upper", "p_value", "spread")


@dataclass(frozen=True, slots=True)
class TrendMethod:
    """How a method of `trend` works.

    Parameters
    ----------
    fit
        Takes complete series, shape (series, points), their years and further known figures of
        the same shape; returns the columns of `COLUMNS` and `more`.
    more
        Columns the method adds to the result.
    window, minimum
        Most and fewest points.
    fewest, most
        Bounds of these two.
    level
        A verdict needs a p-value below this.
    """

    fit: Callable[..., np.ndarray]
    more: tuple[str, ...] = ()
    window: int = 8
    minimum: int = 5
    fewest: int = 3
    most: int = 100
    level: float = 0.05


BREAK_COLUMNS = ("break_year", "break_p_value", "slope_before", "lower_before", "upper_before")
METHODS = {
    "gls_ar1": TrendMethod(slopes),
    "mann_kendall": TrendMethod(theil_sen, ("score", "p_independent")),
    "theil_sen": TrendMethod(theil_sen),
    "recent": TrendMethod(
        recent, ("chi_square", "same_sign"), POINTS, POINTS, POINTS, POINTS, 0.002
    ),
    "segmented": TrendMethod(
        segmented, BREAK_COLUMNS, 30, FEWEST_POINTS, FEWEST_POINTS, level=BREAK_LEVEL
    ),
}


def trend_method(
    name: str, window: int | None, minimum: int | None, autocorrelation: float
) -> tuple[TrendMethod, int, int]:
    """Return the method with its window and minimum after checking the choice."""
    if name not in METHODS:
        fault = Fault("method", f"'{name}' is not one of {', '.join(METHODS)}.")
        raise InvalidInput("trend", [fault])
    method = METHODS[name]
    window = method.window if window is None else window
    minimum = method.minimum if minimum is None else minimum
    faults = [
        Fault(name, f"{number} is not a whole number.")
        for name, number in (("window", window), ("minimum", minimum))
        if not isinstance(number, int | np.integer)
    ]
    if not method.fewest <= minimum <= window:
        between = f"{minimum} is not between {method.fewest} and window ({window})."
        faults.append(Fault("minimum", between))
    if window > method.most:
        faults.append(Fault("window", f"{window} is more than {method.most}, for {name}."))
    if not 0 <= autocorrelation < 1:
        faults.append(Fault("autocorrelation", f"{autocorrelation} is not from 0 to below 1."))
    if faults:
        raise InvalidInput("trend", faults)
    return method, window, minimum


def fit_series(
    method: TrendMethod,
    layout: Grid,
    used: np.ndarray,
    known: Sequence[np.ndarray],
    confidence: float,
    autocorrelation: float,
) -> pd.DataFrame:
    """Fit all series with the same pattern of years at once.

    Parameters
    ----------
    method
        What is fitted.
    layout
        The series.
    used
        Shape (series, years): the years of each that count.
    known
        Further figures the method needs, each of shape (series, years).
    confidence, autocorrelation
        As for `trend`.

    Returns
    -------
    DataFrame
        One row a series: `COLUMNS` and the method's own; NaN where no year is used.
    """
    columns = [*COLUMNS, *method.more]
    result = np.full((len(used), len(columns)), np.nan)
    options = {"confidence": confidence}
    if not known:
        options["autocorrelation"] = autocorrelation
    packed = np.packbits(used, axis=1)
    _, first, pattern = np.unique(packed, axis=0, return_index=True, return_inverse=True)
    for number, row in enumerate(first):
        if used[row].any():
            rows = np.flatnonzero(pattern.ravel() == number)
            cells = np.ix_(rows, np.flatnonzero(used[row]))
            figures = [table[cells] for table in (layout.values, *known)]
            fitted = method.fit(figures[0], layout.years[used[row]], *figures[1:], **options)
            result[rows] = fitted[:, : len(columns)]
    return pd.DataFrame(result, columns=columns)
