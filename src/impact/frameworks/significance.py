"""How significant an impact is: sensitivity of those it meets by magnitude of the change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from impact.errors import UnknownName
from impact.frameworks.scales import MAGNITUDES, SENSITIVITIES, SIGNIFICANCES

RULE = "arvi"
_MATRIX: dict[str, tuple[str, ...]] = {
    "low": ("none", "low", "low", "moderate*", "high*"),
    "moderate": ("none", "low", "moderate", "high*", "high"),
    "high": ("none", "moderate*", "high*", "high", "very_high"),
    "very_high": ("none", "high*", "high", "very_high", "very_high"),
}


@dataclass(frozen=True, slots=True)
class Significance:
    """How significant an impact is, and where that comes from.

    Parameters
    ----------
    word
        One of `scales.SIGNIFICANCES`; None where sensitivity or direction is not known.
    borderline
        Whether the rule allows one class lower.
    overridden
        Whether the file says another class than the rule, with its reason.
    rule_word
        What the rule itself says.
    """

    word: str | None
    borderline: bool = False
    overridden: bool = False
    rule_word: str | None = None

    def at_least(self, word: str) -> bool:
        """Say whether it is as significant as a class, or more; unknown is not."""
        if self.word is None:
            return False
        return SIGNIFICANCES.index(self.word) >= SIGNIFICANCES.index(word)


def significance(sensitivity: str, magnitude: str) -> tuple[str, bool]:
    """Return how significant a change is, and whether it lies on the border of its class.

    Parameters
    ----------
    sensitivity
        How sensitive those are whom it meets: one of `scales.SENSITIVITIES`.
    magnitude
        How large the change is, for better or worse: one of `scales.MAGNITUDES`.

    Returns
    -------
    tuple
        A word of `scales.SIGNIFICANCES`, and True where one class lower may be chosen when
        sensitivity or magnitude lies near the lower bound of its class.

    Raises
    ------
    UnknownName
        A word is not of its scale.

    Notes
    -----
    The matrix is the same for better and worse; the direction gives the sign. Moderate
    sensitivity, for example, gives with no, low, moderate, high and very high magnitude: none,
    low, moderate, high (borderline) and high.

    References
    ----------
    Mustajoki, Marttunen and Riekkinen, Finnish Environment Institute: ARVI approach of the
    IMPERIA project, figure 2 of the poster.
    """
    if sensitivity not in _MATRIX:
        raise UnknownName("sensitivity", sensitivity, SENSITIVITIES)
    if magnitude not in MAGNITUDES:
        raise UnknownName("magnitude", magnitude, MAGNITUDES)
    cell = _MATRIX[sensitivity][MAGNITUDES.index(magnitude)]
    return cell.rstrip("*"), cell.endswith("*")


def significance_of(impact: Any) -> Significance:
    """Return how significant an impact of an assessment is.

    Parameters
    ----------
    impact
        An `Impact`: its sensitivity, magnitude, direction and override are read.
    """
    word, borderline = None, False
    if impact.direction == "none" or impact.magnitude == "none":
        word = "none"
    elif impact.sensitivity is not None and impact.direction != "unknown":
        word, borderline = significance(impact.sensitivity, impact.magnitude)
    if impact.override is not None:
        return Significance(impact.override.significance, False, True, word)
    return Significance(word, borderline, False, word)
