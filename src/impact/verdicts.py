"""The closed sets of verdicts: a report says one of these words or nothing."""

from __future__ import annotations

COMPARISON = ("better", "not_clearly_different", "worse", "higher", "lower", "not_comparable")
TREND = ("improving", "no_clear_change", "worsening", "increasing", "decreasing", "not_calculable")
GOAL = ("reached", "not_yet", "on_track", "off_track", "cannot_tell")
EFFECT = ("supported", "weak", "not_supported", "not_estimable")
PREDICTION = ("as_expected", "better", "worse", "cannot_tell")
IMPACT = ("better", "worse", "mixed", "none", "unknown")

FAMILIES = {
    "comparison": COMPARISON,
    "trend": TREND,
    "goal": GOAL,
    "effect": EFFECT,
    "prediction": PREDICTION,
    "impact": IMPACT,
}
