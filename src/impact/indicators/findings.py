"""Which of all the things a report could state it may state as found."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import numbers, require
from impact.indicators.multiplicity import false_discovery

KINDS = ("comparison", "trend", "trend_relative", "gap")


def findings(
    tests: pd.DataFrame,
    *,
    by: str | Sequence[str] = "place",
    level: float = 0.05,
    indicator: str = "indicator",
    p_value: str = "p_value",
    standardised_effect: str = "standardised_effect",
) -> pd.DataFrame:
    """Mark which tests of a report hold when all of them are read together.

    Parameters
    ----------
    tests
        One row for everything a report could state: place, indicator, `kind` (comparison, trend,
        trend_relative), p-value (NaN: not tested), standardised effect. Other columns are kept.
        Leave out what the report would never state: every row costs power.
    by
        Columns which name a report; its tests are one family.
    level
        Highest expected share of false findings among those stated.
    indicator, p_value, standardised_effect
        Columns. The effect is in spreads between municipalities, the same measure for all kinds.

    Returns
    -------
    DataFrame
        The same rows with `adjusted` (p-value), `finding` (bool) and `choice`: 1, 2, ... orders
        a report's findings by absolute standardised effect, at most one row an indicator; missing
        for all other rows.

    Notes
    -----
    Benjamini and Hochberg within each report. Where nothing differs, at most 5 % of reports show
    any finding (measured in docs/calibration.md).
    """
    keys = [by] if isinstance(by, str) else list(by)
    require(tests, [*keys, indicator, "kind", p_value, standardised_effect], "findings")
    unknown = sorted(set(tests["kind"]) - set(KINDS))
    if unknown:
        faults = [Fault("kind", f"'{name}' is not one of {', '.join(KINDS)}.") for name in unknown]
        raise InvalidInput("findings", faults)
    report = tests.groupby(keys, sort=False, dropna=False).ngroup().to_numpy()
    result = false_discovery(tests[p_value].to_numpy(dtype=float), level, groups=report)
    finding = result["rejected"].to_numpy()
    ranked = pd.DataFrame(
        {
            "report": report,
            "indicator": tests[indicator].to_numpy(),
            "effect": -np.nan_to_num(np.abs(numbers(tests, standardised_effect)), nan=-1.0),
            "p": numbers(tests, p_value),
            "row": np.arange(len(tests)),
        }
    )[finding]
    ranked = ranked.sort_values(["report", "effect", "p", "indicator", "row"])
    ranked = ranked.drop_duplicates(["report", "indicator"])
    choice = pd.array([pd.NA] * len(tests), dtype="Int16")
    choice[ranked["row"].to_numpy()] = ranked.groupby("report").cumcount().to_numpy() + 1
    return tests.assign(adjusted=result["adjusted"].to_numpy(), finding=finding, choice=choice)
