"""Which demand cannot be met, and why."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.planning.capacity.allocation import Allocation

REASONS = ("not_eligible", "not_offered", "out_of_reach", "no_capacity", "too_dear")
"""not_eligible: the rule of entry; not_offered: nobody offers the programme; out_of_reach: it is
offered, but nowhere within the travel limit; no_capacity: places within reach are full; too_dear:
there is room, but a way costs more than the pupil without a place was said to cost."""
SMALL = 1e-6


def explain_unmet(
    allocation: Allocation, *, not_eligible: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return who gets no place, and why.

    Parameters
    ----------
    allocation
        A result.
    not_eligible
        As of `apply_eligibility`: who may enter nothing; they are added.

    Returns
    -------
    pandas.DataFrame
        `home, programme, pupils, reason` (of `REASONS`), sorted; no row where all have a place.
    """
    given, solution = allocation.problem, allocation.solution
    offered = given.capacity > 0
    within = (given.reachable.astype(int) @ offered.astype(int)) > 0
    spare = given.capacity - solution.flows.sum(axis=0).T > SMALL
    empty_near = (given.reachable.astype(int) @ spare.astype(int)) > 0
    reason = np.select(
        [~np.broadcast_to(offered.any(axis=0), within.shape), ~within, ~empty_near],
        ["not_offered", "out_of_reach", "no_capacity"],
        default="too_dear",
    )
    home, programme = np.nonzero(solution.unmet > SMALL)
    rows = pd.DataFrame(
        {
            "home": np.array(given.homes, dtype=object)[home],
            "programme": np.array(given.programmes, dtype=object)[programme],
            "pupils": solution.unmet[home, programme],
            "reason": reason[home, programme],
        }
    )
    if not_eligible is not None:
        table = not_eligible.rename_axis(index="home", columns="programme")
        long = table.stack().rename("pupils").reset_index()
        long = long[long["pupils"] > SMALL].assign(reason="not_eligible")
        rows = pd.concat([rows, long], ignore_index=True) if len(long) else rows
    return rows.sort_values(["home", "programme", "reason"], ignore_index=True)
