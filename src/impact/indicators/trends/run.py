"""Which years of a series a trend may rest on: the last unbroken ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.indicators.grid import Grid, marked


@dataclass(frozen=True, slots=True)
class Run:
    """The last unbroken years of each series.

    Parameters
    ----------
    used
        Shape (series, years): the years of the run.
    ended
        Shape (series,): why the run is not longer: short (no earlier years), gap or break.
    """

    used: np.ndarray
    ended: np.ndarray


def last_run(layout: Grid, breaks: pd.DataFrame | None, window: int) -> Run:
    """Walk back from the newest value to the window, the last gap or the last break."""
    present = np.isfinite(layout.values)
    excluded, broken = marked(layout, breaks, "exclude"), marked(layout, breaks, "break")
    size = len(present)
    used = np.zeros_like(present)
    walking, started, count = np.ones(size, bool), np.zeros(size, bool), np.zeros(size, int)
    ended = np.full(size, "short", dtype=object)
    for at in range(present.shape[1] - 1, -1, -1):
        take = walking & present[:, at] & ~excluded[:, at]
        used[:, at] = take
        count += take
        gap = walking & started & ~present[:, at] & ~excluded[:, at]
        started |= take
        new_series = walking & started & broken[:, at]
        earlier = present[:, :at].any(axis=1)
        ended[gap & earlier] = "gap"
        ended[new_series & earlier] = "break"
        walking &= ~gap & ~new_series & (count < window)
    return Run(used, ended)
