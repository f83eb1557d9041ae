"""Groups of people within a municipality, each held against all others there."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from impact import indicators
from impact.catalogue.groups import dimensions

BY_SEX = ("female", "male")
KEYS = ["place", "indicator", "year"]
COLUMNS = [
    *KEYS,
    "group",
    "dimensions",
    "value",
    "lower",
    "upper",
    "others",
    "difference",
    "difference_lower",
    "difference_upper",
    "p_value",
    "adjusted",
    "verdict",
]


def group_differences(values: pd.DataFrame, oldest: int, shares: Collection[str]) -> pd.DataFrame:
    """Return the newest figure of every group against everybody else in the municipality.

    Parameters
    ----------
    values
        Values table with limits and all groups; women and men alone have a table of their own.
    oldest
        No figure is taken from an earlier year.
    shares
        Indicators whose uncertainty is that of a share of persons; no other is tested.

    Returns
    -------
    pandas.DataFrame
        `COLUMNS`: `dimensions` (joined by &), `others` and the differences in the indicator's
        unit, `verdict` (higher, lower, not_clearly_different, not_comparable). Tested is where
        numerators and denominators are known for the group and for all.

    Notes
    -----
    Everybody else = total less the group, so the two are independent. The limits are Newcombe's,
    the test is Fisher's exact one; the verdicts of one municipality are one family of tests
    (Benjamini-Hochberg).
    """
    grouped = values[~values["group"].isin(["total", *BY_SEX])]
    recent = grouped[grouped["value"].notna() & (grouped["year"] >= oldest)]
    if recent.empty:
        return pd.DataFrame(columns=COLUMNS)
    newest = recent.sort_values("year").drop_duplicates(
        ["place", "indicator", "group"], keep="last"
    )
    newest = newest.sort_values(["place", "indicator", "group"], ignore_index=True)
    total = values.loc[values["group"] == "total", [*KEYS, "numerator", "denominator"]]
    pairs = newest.merge(total, on=KEYS, how="left", suffixes=("", "_total"))
    return _tested(pairs, pairs["indicator"].isin(shares))[COLUMNS]


def _tested(pairs: pd.DataFrame, testable: pd.Series) -> pd.DataFrame:
    pairs["dimensions"] = ["&".join(dimensions(group)) for group in pairs["group"]]
    for column in ("numerator", "denominator"):
        pairs[f"{column}_others"] = pairs[f"{column}_total"] - pairs[column]
    sound = (pairs["numerator_others"] >= 0) & (
        pairs["denominator_others"] >= pairs["numerator_others"]
    )
    pairs[["numerator_others", "denominator_others"]] = pairs[
        ["numerator_others", "denominator_others"]
    ].where(sound)
    tested = indicators.difference(
        pairs[["numerator", "denominator", "numerator_others", "denominator_others"]],
        kind="proportion",
        reference_numerator="numerator_others",
        reference_denominator="denominator_others",
        multiplier=100,
    )
    table = pairs.assign(
        others=100 * pairs["numerator_others"] / pairs["denominator_others"].replace(0, np.nan),
        difference=tested["value"],
        difference_lower=tested["lower"].where(testable),
        difference_upper=tested["upper"].where(testable),
        p_value=np.where(
            testable,
            indicators.fisher_exact(
                pairs["numerator"],
                pairs["denominator"],
                pairs["numerator_others"],
                pairs["denominator_others"],
            ),
            np.nan,
        ),
    )
    judged = indicators.false_discovery(table["p_value"], groups=table["place"])
    word = np.where(table["difference"] > 0, "higher", "lower")
    verdict = np.where(judged["rejected"], word, "not_clearly_different")
    untested = table["p_value"].isna()
    return table.assign(
        adjusted=judged["adjusted"], verdict=np.where(untested, "not_comparable", verdict)
    )
