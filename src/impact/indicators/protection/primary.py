"""Which figures are too small by themselves."""

from __future__ import annotations

import numpy as np

from impact.indicators.protection.rules import COMPLEMENT, DENOMINATOR, PRIMARY, Rule


def primary(numerator: np.ndarray, denominator: np.ndarray, rule: Rule) -> np.ndarray:
    """Return why each figure is too small to be shown, or an empty text.

    Parameters
    ----------
    numerator, denominator
        Persons, shape (rows,); NaN where unknown.
    rule
        Thresholds.

    Returns
    -------
    ndarray
        Texts, shape (rows,): denominator, primary, complement or empty.

    Notes
    -----
    The word must not tell more than that the figure is hidden. Of fewer than threshold +
    complement persons either the numerator or the rest is always too small, so such a row is
    hidden as ``denominator`` whatever its numerator. Otherwise numerator < threshold is
    ``primary`` and denominator - numerator < complement is ``complement``.
    """
    rest = denominator - numerator
    reason = np.full(len(numerator), "", dtype=object)
    if rule.complement is not None:
        reason[rest < rule.complement] = COMPLEMENT
    reason[numerator < rule.threshold] = PRIMARY
    reason[denominator < rule.fewest] = DENOMINATOR
    return reason


def small_denominator(denominator: np.ndarray, rule: Rule) -> np.ndarray:
    """Say which denominators are themselves too small to be shown."""
    return denominator < (rule.denominator or 0)
