"""How a verdict looks: symbol and tone, the same in every language. The word stands in `texts`."""

from __future__ import annotations

from impact.errors import UnknownName
from impact.verdicts import FAMILIES

BLUE = "#0072B2"
VERMILLION = "#D55E00"
VERMILLION_TEXT = "#B04A00"
GREY = "#595959"
INK = "#1A2530"
BAND = "#D9DEE3"
COLOURS = {"good": BLUE, "bad": VERMILLION, "plain": INK, "unknown": GREY}
"""Okabe-Ito blue and vermillion; `VERMILLION_TEXT` is dark enough for small text (over 4.5:1)."""

_LOOKS = {
    "comparison": {
        "better": ("▲", "good"),
        "not_clearly_different": ("○", "unknown"),
        "worse": ("▼", "bad"),
        "higher": ("△", "plain"),
        "lower": ("▽", "plain"),
        "not_comparable": ("–", "unknown"),
    },
    "trend": {
        "improving": ("▲", "good"),
        "no_clear_change": ("○", "unknown"),
        "worsening": ("▼", "bad"),
        "increasing": ("△", "plain"),
        "decreasing": ("▽", "plain"),
        "not_calculable": ("–", "unknown"),
    },
    "goal": {
        "reached": ("✔", "good"),
        "not_yet": ("◇", "plain"),
        "on_track": ("▲", "good"),
        "off_track": ("▼", "bad"),
        "cannot_tell": ("?", "unknown"),
    },
    "effect": {
        "supported": ("✔", "good"),
        "weak": ("◇", "plain"),
        "not_supported": ("○", "unknown"),
        "not_estimable": ("–", "unknown"),
    },
    "impact": {
        "better": ("▲", "good"),
        "worse": ("▼", "bad"),
        "mixed": ("◇", "plain"),
        "none": ("○", "unknown"),
        "unknown": ("?", "unknown"),
    },
    "prediction": {
        "as_expected": ("○", "unknown"),
        "better": ("▲", "good"),
        "worse": ("▼", "bad"),
        "cannot_tell": ("?", "unknown"),
    },
}


def look(family: str, word: str) -> tuple[str, str]:
    """Return the symbol and the tone (good, bad, plain, unknown) of a verdict.

    Raises
    ------
    UnknownName
        If the family or the word is not in `impact.verdicts`.
    """
    if family not in FAMILIES:
        raise UnknownName("verdict family", family, FAMILIES)
    if word not in FAMILIES[family]:
        raise UnknownName(f"{family} verdict", word, FAMILIES[family])
    return _LOOKS[family][word]
