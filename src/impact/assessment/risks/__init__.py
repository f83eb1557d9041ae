"""Which part of the cases an exposure accounts for, and what a change of it takes away."""

from impact.assessment.risks.attributable_cases import attributable_cases, cases_from_absolute_risk
from impact.assessment.risks.attributable_fraction import (
    attributable_fraction,
    attributable_fraction_of_cases,
    prevented_fraction,
)
from impact.assessment.risks.burden import burden
from impact.assessment.risks.combined_fraction import combined_fraction
from impact.assessment.risks.continuous_exposure import mean_relative_risk
from impact.assessment.risks.fraction_by_level import fraction_by_level
from impact.assessment.risks.potential_impact import impact_difference, potential_impact_fraction
from impact.assessment.risks.relative_risk import relative_risk_at

__all__ = [
    "attributable_cases",
    "attributable_fraction",
    "attributable_fraction_of_cases",
    "burden",
    "cases_from_absolute_risk",
    "combined_fraction",
    "fraction_by_level",
    "impact_difference",
    "mean_relative_risk",
    "potential_impact_fraction",
    "prevented_fraction",
    "relative_risk_at",
]
