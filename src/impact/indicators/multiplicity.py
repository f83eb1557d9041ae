"""Control of false discoveries when many tests are read together."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import check_share


def false_discovery(
    p_values: ArrayLike | pd.Series, level: float = 0.05, *, groups: ArrayLike | None = None
) -> pd.DataFrame:
    """Adjust p-values by Benjamini and Hochberg's step-up rule, within groups.

    Parameters
    ----------
    p_values
        Shape (tests,). NaN means the test was not made: it stays NaN, is never rejected and does
        not count as a test.
    level
        Highest expected share of false rejections among all rejections.
    groups
        Label for each test; each group (a report, a place) is one family. None: one family.

    Returns
    -------
    DataFrame
        `adjusted` (p-values) and `rejected` (adjusted <= level), same order and index.

    Raises
    ------
    InvalidInput
        When a p-value is outside 0 to 1.

    Notes
    -----
    Sorted p(1) <= ... <= p(m): adjusted(i) = min over j >= i of p(j) m / j. Where nothing differs
    at all, the chance of any rejection is at most `level` for independent tests.

    References
    ----------
    Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300.
    """
    check_share(level, "level")
    index = p_values.index if isinstance(p_values, pd.Series) else None
    p = np.asarray(p_values, dtype=float)
    wrong = np.flatnonzero((p < 0) | (p > 1))
    if len(wrong):
        faults = [Fault(f"test {at}", f"p-value {p[at]} is outside 0 to 1.") for at in wrong[:20]]
        raise InvalidInput("p-values that cannot be", faults)
    family = np.zeros(len(p), dtype=np.intp) if groups is None else pd.factorize(groups)[0]
    made = np.flatnonzero(~np.isnan(p))
    order = made[np.lexsort((p[made], family[made]))]
    sorted_family = pd.Series(family[order])
    grouped = sorted_family.groupby(sorted_family)
    rank, tests = grouped.cumcount() + 1, grouped.transform("size")
    raw = pd.Series(p[order] * (tests / rank).to_numpy())[::-1]
    adjusted = np.full(len(p), np.nan)
    adjusted[order] = raw.groupby(sorted_family[::-1]).cummin()[::-1].to_numpy()
    return pd.DataFrame({"adjusted": adjusted, "rejected": adjusted <= level}, index=index)
