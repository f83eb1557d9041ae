"""Which level of exposure the cases come from."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs
from impact.assessment.risks.levels import Unexposed, mean_risk, read_exposure


def fraction_by_level(
    shares: ArrayLike,
    relative_risks: ArrayLike,
    shares_after: ArrayLike | None = None,
    relative_risks_after: ArrayLike | None = None,
    *,
    unexposed: Unexposed = "derive",
    axis: int = -1,
) -> np.ndarray:
    """Return each level's part of the attributable, or of the potential impact, fraction.

    Parameters
    ----------
    shares, relative_risks
        As for `attributable_fraction`, levels along `axis`.
    shares_after, relative_risks_after
        The same after a change; without `shares_after` the parts are of the attributable
        fraction, with it of the potential impact fraction.
    unexposed, axis
        As for `attributable_fraction`.

    Returns
    -------
    array
        Parts, the levels along `axis` as given; they sum to the fraction. NaN for every level
        where one is unknown, because the mean risk then is.

    Raises
    ------
    InvalidInput
        As `attributable_fraction`.

    Notes
    -----
    p (R - 1) / B, and with a change (p (R - 1) - p' (R' - 1)) / B; B = 1 + sum of p (R - 1).
    A level that grows because people move down into it has a negative part.
    """
    given = Inputs("fraction_by_level")
    p, risk = read_exposure(given, shares, relative_risks, unexposed=unexposed, axis=axis)
    mean = mean_risk(given, p, risk)[..., None]
    excess = p * (risk - 1)
    if shares_after is not None:
        same = relative_risks_after is None
        p_after, risk_after = read_exposure(
            given, shares_after, relative_risks if same else relative_risks_after,
            unexposed=unexposed, axis=axis, name="shares_after",
            risks_name="relative_risks" if same else "relative_risks_after",
        )  # fmt: skip
        given.refuse(shares=excess, shares_after=p_after, relative_risks_after=risk_after)
        excess = excess - p_after * (risk_after - 1)
    return np.moveaxis(excess / mean, -1, axis)
