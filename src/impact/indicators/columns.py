"""The checks every statistic makes of a table before it calculates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from numbers import Real

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput

SHOWN_ROWS = 20
SERIES = ("indicator", "group")
WITHHELD = ("suppressed", "missing", "not_applicable")
RESULT = ("value", "lower", "upper", "confidence", "statistic", "method", "reason")


def require(frame: pd.DataFrame, names: Iterable[str | None], function: str) -> None:
    """Refuse a table that lacks a named column; all absent ones are listed."""
    absent = [name for name in names if name is not None and name not in frame.columns]
    if absent:
        have = ", ".join(map(str, frame.columns))
        raise InvalidInput(
            f"{function}: the table lacks columns",
            [Fault(f"column '{name}'", "is absent.", f"The table has {have}.") for name in absent],
        )


def series_columns(frame: pd.DataFrame, by: str | Sequence[str] | None) -> list[str]:
    """Return the columns which, with the place, name a series: `by`, else indicator and group."""
    if by is None:
        return [name for name in SERIES if name in frame.columns]
    return [by] if isinstance(by, str) else list(by)


def group_columns(
    frame: pd.DataFrame, by: str | Sequence[str], added: Sequence[str] = ()
) -> list[str]:
    """Return the columns that name a group; absent ones and names of results are refused."""
    keys = series_columns(frame, by)
    require(frame, keys, "grouping")
    faults = [
        Fault(f"by '{key}'", "is also the name of a column of the result.", "Rename the column.")
        for key in keys
        if key in {*RESULT, *added}
    ]
    refuse("groups that would be overwritten", faults)
    return keys


def row_faults(
    frame: pd.DataFrame, wrong: np.ndarray | pd.Series, column: str, problem: str, mend: str = ""
) -> list[Fault]:
    """Return one fault for each wrong row (the first twenty, then how many more)."""
    positions = np.flatnonzero(np.asarray(wrong))
    faults = [
        Fault(f"row {frame.index[at]}, {column}", f"{frame[column].iloc[at]} {problem}", mend)
        for at in positions[:SHOWN_ROWS]
    ]
    more = len(positions) - SHOWN_ROWS
    if more > 0:
        faults.append(Fault(column, f"{more} more rows: {problem}", mend))
    return faults


def refuse(title: str, faults: Sequence[Fault]) -> None:
    """Raise `InvalidInput` when there is any fault."""
    if faults:
        raise InvalidInput(title, faults)


def numbers(frame: pd.DataFrame, column: str) -> np.ndarray:
    """Return a column as float64, missing as NaN; rows that are no numbers are refused."""
    try:
        return frame[column].to_numpy(dtype=np.float64, na_value=np.nan)
    except (TypeError, ValueError):
        given = frame[column].astype(object)
        wrong = given.notna() & pd.to_numeric(given, errors="coerce").isna()
        refuse("figures that are no numbers", row_faults(frame, wrong, column, "is no number."))
        raise


def check_share(value: float, name: str) -> None:
    """Refuse a confidence or level that is not strictly between 0 and 1."""
    if not (isinstance(value, Real) and 0 < value < 1):
        raise InvalidInput(
            f"{name} must lie between 0 and 1",
            [Fault(name, f"is {value}.", "Write 0.95 for 95 per cent.")],
        )
