"""On track, off track or neither: what a chance is called."""

from __future__ import annotations

import numpy as np
import pandas as pd

ON_TRACK, OFF_TRACK, STAYS = 0.8, 0.2, 0.5


def with_odds(standing: pd.DataFrame) -> pd.DataFrame:
    """Return goals with verdicts that take the chance of reaching the target into account.

    Parameters
    ----------
    standing
        Result of `goal_status` with `chance` (0-1; missing where there is none).

    Returns
    -------
    pandas.DataFrame
        The same rows with other `verdict` and `reason` where there is a chance.

    Notes
    -----
    A goal that the newest figure has reached beyond what chance gives stays reached when it
    is at least as likely as not to be so in the target year, else it cannot be told
    (met_uncertain). Any other measured goal is on track at 80 % or more, off track at 20 % or
    less, and cannot be told in between (between). Without a chance nothing changes.
    """
    chance = standing["chance"].to_numpy(float)
    measured = ~standing["reason"].isin(["no_figure", "before_period", "no_baseline", "break"])
    judged = measured.to_numpy(bool) & np.isfinite(chance)
    reached = judged & (standing["verdict"] == "reached").to_numpy(bool)
    conditions = [
        ~judged | (reached & (chance >= STAYS)),
        reached,
        chance >= ON_TRACK,
        chance <= OFF_TRACK,
    ]
    words = [standing["verdict"].to_numpy(object), "cannot_tell", "on_track", "off_track"]
    reasons = [standing["reason"].to_numpy(object), "met_uncertain", "likely", "unlikely"]
    return standing.assign(
        verdict=np.select(conditions, words, default="cannot_tell"),
        reason=np.select(conditions, reasons, default="between"),
    )
