"""The door every count and value passes before a statistic is made of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import WITHHELD, require, row_faults

HIDDEN = ("value", "numerator", "lower", "upper")
STATUSES = ("ok", "provisional", "missing", "suppressed", "not_applicable", "simulated")


@dataclass(frozen=True, slots=True)
class Protected:
    """Values that have passed `protect`.

    Parameters
    ----------
    values
        Values table; the statuses it came with.
    """

    values: pd.DataFrame


def protect(values: pd.DataFrame) -> Protected:
    """Refuse figures that their status says must not be shown.

    Parameters
    ----------
    values
        Values table with `status`. What its producer already suppressed stays suppressed.

    Returns
    -------
    Protected
        Holding a copy of the table, statuses kept.

    Raises
    ------
    InvalidInput
        With all rows whose status is suppressed, missing or not_applicable and which carry a
        value, numerator or limit all the same, or whose status is unknown.

    Notes
    -----
    A denominator beside a suppressed value is allowed: it is published by itself and says
    nothing of the numerator.
    """
    require(values, ["status"], "protect")
    unknown = ~values["status"].isin(STATUSES)
    faults = row_faults(values, unknown, "status", f"is not one of {', '.join(STATUSES)}.")
    withheld = values["status"].isin(WITHHELD).to_numpy()
    for column in HIDDEN:
        if column in values.columns:
            wrong = withheld & values[column].notna().to_numpy()
            faults += [
                Fault(
                    f"row {values.index[at]}, {column}",
                    f"carries a figure although its status is {values['status'].iloc[at]}.",
                    "Remove the figure.",
                )
                for at in np.flatnonzero(wrong)
            ]
    if faults:
        raise InvalidInput("figures that must not be shown", faults)
    return Protected(values.copy())
