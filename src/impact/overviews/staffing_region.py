"""Staff that several municipalities need together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.overviews.staffing import COVERAGE, StaffingNeeds
from impact.planning.staffing import limits

NAMES = ("need", "filled", "gap")
COLUMNS = [
    "role",
    "year",
    "places",
    *(f"{name}{end}" for name in NAMES for end in ("", "_lower", "_upper")),
]


def shared_staffing(needs: StaffingNeeds, places: Sequence[str]) -> pd.DataFrame:
    """Return the posts that municipalities need, have filled and lack together.

    Parameters
    ----------
    needs
        Of the plan.
    places
        Codes; those without a forecast of children are left out.

    Returns
    -------
    pandas.DataFrame
        `COLUMNS`, one row per role and coming year. The limits are those of the sum of the
        random courses, in which municipalities share a part of their errors.
    """
    rows = []
    for role in needs.roles:
        members = [place for place in sorted(places) if (role, place) in needs.draws]
        if not members:
            continue
        mine = needs.frame[needs.frame["place"].isin(members) & (needs.frame["role"] == role)]
        central = mine[mine["horizon"] > 0].groupby("year")[list(NAMES)].sum()
        need = np.sum([needs.draws[role, place][0] for place in members], axis=0)
        filled = np.sum([needs.draws[role, place][1] for place in members], axis=0)
        ends = {
            name: limits(courses, COVERAGE)
            for name, courses in zip(NAMES, (need, filled, need - filled), strict=True)
        }
        for at, (year, values) in enumerate(central.iterrows()):
            row = {"role": role, "year": int(year), "places": len(members), **values}
            for name, (low, high) in ends.items():
                row |= {f"{name}_lower": low[at], f"{name}_upper": high[at]}
            rows.append(row)
    return pd.DataFrame(rows, columns=COLUMNS)
