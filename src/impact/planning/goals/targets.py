"""Help in setting targets: what the best reach, what peers have, what can be seen at all."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput

FEWEST_PEERS = 3


def best_of(values: pd.Series, higher: bool, *, best: int = 10) -> float:
    """Return the figure of the last among the best municipalities: reach it and be one of them.

    Parameters
    ----------
    values
        One figure for each municipality, any unit; missing ones are left out.
    higher
        Whether higher is better.
    best
        How many are the best.

    Raises
    ------
    InvalidInput
        `best` is less than 1, or there are fewer figures.

    Notes
    -----
    The `best`-th largest (smallest) figure. Among the best of one year are many that were lucky:
    to stay there is harder than this number says.
    """
    known = values.dropna()
    if not 1 <= best <= len(known):
        problem = f"must be 1 to {len(known)}, the number of figures; here is {best}."
        raise InvalidInput("no target can be set", [Fault("best", problem)])
    chosen = known.nlargest(best) if higher else known.nsmallest(best)
    return float(chosen.iloc[-1])


def peers_median(values: pd.Series, peers: pd.Series) -> pd.Series:
    """Return the median figure of each municipality's peers.

    Parameters
    ----------
    values
        One figure for each municipality, by code.
    peers
        Codes of peers, with the code of the municipality they belong to as index (repeated).

    Returns
    -------
    pandas.Series
        By municipality; missing with fewer than three peers that have a figure.
    """
    found = peers.map(values).dropna().groupby(level=0)
    return found.median().where(found.size() >= FEWEST_PEERS)


def detectable_target(
    start: np.ndarray, error: np.ndarray, higher: np.ndarray | bool, *, z: float = 1.959963984540054
) -> np.ndarray:
    """Return the nearest target whose distance is more than chance alone gives two years.

    Parameters
    ----------
    start, error
        Figure at the start and its standard error, in one unit.
    higher
        Whether higher is better.
    z
        Normal quantile of the wanted level; 1.96 for 95 %.

    Notes
    -----
    start +- z sqrt(2) error: two figures with that error differ by less in 95 of 100 pairs of years
    in which nothing changed. A target nearer than this can be reached by luck and missed by it. Own
    derivation from the method "minimal statistical significance" of Healthy People 2030.
    """
    start, error = np.asarray(start, float), np.asarray(error, float)
    return start + np.where(higher, 1.0, -1.0) * z * np.sqrt(2) * error
