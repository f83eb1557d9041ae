"""What a programme does to an indicator, starting from the place's own level."""

from impact.assessment.effects.effect_over_time import (
    effect_over_time,
)
from impact.assessment.effects.expected_level import (
    expected_level,
)
from impact.assessment.effects.programme_effect import (
    persons_from_change,
    programme_effect,
)
from impact.assessment.effects.ratios import (
    approximate_risk_ratio,
    odds_ratio_from_risk_ratio,
    odds_ratio_from_standardised_difference,
    risk_ratio_from_hazard_ratio,
    risk_ratio_from_odds_ratio,
    standardised_difference_from_odds_ratio,
)

__all__ = [
    "approximate_risk_ratio",
    "effect_over_time",
    "expected_level",
    "odds_ratio_from_risk_ratio",
    "odds_ratio_from_standardised_difference",
    "persons_from_change",
    "programme_effect",
    "risk_ratio_from_hazard_ratio",
    "risk_ratio_from_odds_ratio",
    "standardised_difference_from_odds_ratio",
]
