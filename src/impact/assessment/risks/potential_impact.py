"""The share of the cases a change of exposure takes away."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain
from impact.assessment.risks.levels import Unexposed, mean_risk, read_exposure


def potential_impact_fraction(
    shares_before: ArrayLike,
    relative_risks: ArrayLike,
    shares_after: ArrayLike,
    relative_risks_after: ArrayLike | None = None,
    *,
    unexposed: Unexposed = "derive",
    axis: int = -1,
) -> np.ndarray | float:
    """Return the share of today's cases that a change of exposure takes away.

    The measure to use for a policy: the cases counted today arose under today's exposure.

    Parameters
    ----------
    shares_before, shares_after
        Shares of all people at each level of exposure, 0 to 1, levels along `axis`.
    relative_risks
        Risk at each level against the unexposed; broadcasts with the shares.
    relative_risks_after
        The same after the change, where the exposure of a level itself changes; None: as before.
    unexposed
        ``derive``: those in no level are unexposed; ``included``: the levels are all people.
    axis
        The axis of levels.

    Returns
    -------
    array or float
        Fractions of at most 1, the axis of levels gone: 0 for no change, negative where the
        change adds cases, NaN where any level is unknown.

    Raises
    ------
    InvalidInput
        As `attributable_fraction`.

    Notes
    -----
    (B - A) / B with B = 1 + sum of p (R - 1) before and A the same after. `impact_difference`
    takes the attributable fractions of two situations from one another instead, which is
    (B - A) / (A B): smaller by the factor A. A printed example: relative risk 1.369 for 10 units,
    none below 5, exposure of everybody 8.85 before and 6 after, 30,747 cases. B = 1.1285 and
    A = 1.0319; the cases that go are 2633, the difference of attributable cases is 2551. The
    first starts from the 30,747 as seen at 8.85; the second holds them fixed for both situations,
    as if they had also been seen at 6, and so answers how much two burdens reckoned on the same
    cases differ.

    References
    ----------
    Morgenstern and Bursic (1982), Journal of Community Health 7, 292-309; Barendregt and Veerman
    (2010), Journal of Epidemiology and Community Health 64, 209-212.
    """
    before, after = _mean_risks(
        "potential_impact_fraction",
        shares_before, relative_risks, shares_after, relative_risks_after, unexposed, axis,
    )  # fmt: skip
    return plain((before - after) / before)


def impact_difference(
    shares_before: ArrayLike,
    relative_risks: ArrayLike,
    shares_after: ArrayLike,
    relative_risks_after: ArrayLike | None = None,
    *,
    unexposed: Unexposed = "derive",
    axis: int = -1,
) -> np.ndarray | float:
    """Return the attributable fraction before a change of exposure less the one after.

    For comparing two burdens reckoned on the same cases, such as two countries' or two years'.
    For what a policy takes away use `potential_impact_fraction`; its notes explain with figures
    why the two differ.

    Parameters
    ----------
    shares_before, relative_risks, shares_after, relative_risks_after, unexposed, axis
        As for `potential_impact_fraction`.

    Returns
    -------
    array or float
        Differences of fractions, the axis of levels gone; NaN where any level is unknown.

    Raises
    ------
    InvalidInput
        As `attributable_fraction`.

    Notes
    -----
    (B - 1) / B - (A - 1) / A with B and A the mean relative risks before and after.
    """
    before, after = _mean_risks(
        "impact_difference",
        shares_before, relative_risks, shares_after, relative_risks_after, unexposed, axis,
    )  # fmt: skip
    return plain(1 / after - 1 / before)


def _mean_risks(
    function: str,
    shares_before: ArrayLike,
    relative_risks: ArrayLike,
    shares_after: ArrayLike,
    relative_risks_after: ArrayLike | None,
    unexposed: Unexposed,
    axis: int,
) -> tuple[np.ndarray, np.ndarray]:
    given = Inputs(function)
    same = relative_risks_after is None
    p, risk = read_exposure(
        given, shares_before, relative_risks, unexposed=unexposed, axis=axis, name="shares_before"
    )
    p_after, risk_after = read_exposure(
        given, shares_after, relative_risks if same else relative_risks_after,
        unexposed=unexposed, axis=axis, name="shares_after",
        risks_name="relative_risks" if same else "relative_risks_after",
    )  # fmt: skip
    before = mean_risk(given, p, risk, "shares_before")
    after = mean_risk(given, p_after, risk_after, "shares_after")
    given.refuse(before=before, after=after)
    return before, after
