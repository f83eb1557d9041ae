"""Lives followed year by year: deaths put off, years of life, years in good health."""

from impact.assessment.life_tables.adjusted_years import (
    disability_adjusted_years,
    disability_years,
    quality_adjusted_years,
)
from impact.assessment.life_tables.expectancy import expectancy, years_of_life_lost
from impact.assessment.life_tables.impact import LifeTableImpact, life_table_impact
from impact.assessment.life_tables.life_years import life_years
from impact.assessment.life_tables.single_ages import SingleAges, single_ages

__all__ = [
    "LifeTableImpact",
    "SingleAges",
    "disability_adjusted_years",
    "disability_years",
    "expectancy",
    "life_table_impact",
    "life_years",
    "quality_adjusted_years",
    "single_ages",
    "years_of_life_lost",
]
