"""How uncertain each place's true level is, read from a standard error, limits or counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import special, stats

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import check_share, numbers, refuse, require, row_faults
from impact.indicators.counts import read_counts, reasons
from impact.indicators.ranks.rank_distribution import Levels

SCALES = ("identity", "log", "logit")
NEEDED = {
    "estimate": ("value", "standard_error"),
    "limits": ("value", "lower", "upper"),
    "proportion": ("numerator", "denominator"),
    "rate": ("numerator", "denominator"),
}
KINDS = {"estimate": "normal", "limits": "normal", "proportion": "beta", "rate": "gamma"}
PRIOR = 0.5


@dataclass(frozen=True, slots=True)
class PlaceLevels:
    """The rows with their values, and the distribution of the true level behind each.

    Parameters
    ----------
    table
        A copy of the rows, with `value` also for counts.
    levels
        One distribution a row; its parameters are NaN where `reason` is not empty.
    reason
        Why a row's level is unknown, else empty.
    scale, multiplier
        From the level's own unit (`on_scale`) to that of the value.
    """

    table: pd.DataFrame
    levels: Levels
    reason: np.ndarray
    scale: str
    multiplier: float

    def of(self, rows: np.ndarray) -> Levels:
        """Return the levels of some rows."""
        return Levels(self.levels.kind, self.levels.first[rows], self.levels.second[rows])

    def on_scale(self, values: np.ndarray) -> np.ndarray:
        """Return values of the value's unit in the unit of the levels."""
        return _transformed(values / self.multiplier, self.scale)


def read_levels(
    frame: pd.DataFrame,
    *,
    model: str,
    columns: Mapping[str, str],
    limits_confidence: float,
    scale: str,
    multiplier: float,
    status: str,
) -> PlaceLevels:
    """Check the columns that `model` needs and return the level of every row.

    Raises
    ------
    InvalidInput
        An unknown model or scale, absent columns (a value without its uncertainty cannot be
        ranked), negative standard errors, limits that do not hold the value, impossible counts.
    """
    _check(model, scale)
    check_share(limits_confidence, "limits_confidence")
    require(frame, [columns[name] for name in NEEDED[model]], "rank_interval")
    if model in ("proportion", "rate"):
        return _counted(frame, model, columns, multiplier, status)
    value = numbers(frame, columns["value"])
    if model == "estimate":
        names = [columns["standard_error"]]
        wrong = row_faults(frame, numbers(frame, names[0]) < 0, names[0], "is negative.")
        deviation = numbers(frame, names[0])
        middle = _transformed(value, "identity")
    else:
        names = [columns["lower"], columns["upper"]]
        ends = [numbers(frame, name) for name in names]
        wrong = row_faults(frame, ends[0] > value, names[0], "is above the value.")
        wrong += row_faults(frame, ends[1] < value, names[1], "is below the value.")
        middle, low, high = (_transformed(each, scale) for each in (value, *ends))
        deviation = (high - low) / (2 * stats.norm.ppf((1 + limits_confidence) / 2))
    refuse("uncertainty that cannot be", wrong)
    reason = reasons(frame, [columns["value"]], status=status)
    bare = ~np.logical_and.reduce([np.isfinite(numbers(frame, name)) for name in names])
    reason[(reason == "") & bare] = "no_uncertainty"
    reason[(reason == "") & ~(np.isfinite(middle) & np.isfinite(deviation))] = "off_scale"
    known = reason == ""
    first, second = np.where(known, middle, np.nan), np.where(known, deviation, np.nan)
    used = scale if model == "limits" else "identity"
    return PlaceLevels(frame.copy(), Levels("normal", first, second), reason, used, 1.0)


def _counted(
    frame: pd.DataFrame, model: str, columns: Mapping[str, str], multiplier: float, status: str
) -> PlaceLevels:
    counts = read_counts(
        frame,
        numerator=columns["numerator"],
        denominator=columns["denominator"],
        status=status,
        share=model == "proportion",
        function="rank_interval",
    )
    own = counts.events / counts.total * multiplier
    rest = counts.total - counts.events + PRIOR if model == "proportion" else counts.total
    levels = Levels(KINDS[model], counts.events + PRIOR, rest)
    table = counts.table.assign(**{columns["value"]: own})
    return PlaceLevels(table, levels, counts.reason.copy(), "identity", multiplier)


def _check(model: str, scale: str) -> None:
    faults = []
    if model not in NEEDED:
        faults.append(Fault("model", f"'{model}' is not one of {', '.join(NEEDED)}."))
    if scale not in SCALES:
        faults.append(Fault("scale", f"'{scale}' is not one of {', '.join(SCALES)}."))
    if faults:
        raise InvalidInput("rank_interval", faults)


def _transformed(values: np.ndarray, scale: str) -> np.ndarray:
    if scale == "identity":
        return values
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(values) if scale == "log" else special.logit(values)
