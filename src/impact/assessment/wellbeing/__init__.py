"""Well-being: scores of questionnaires, and years of well-being won or lost."""

from impact.assessment.wellbeing.life_satisfaction import (
    life_satisfaction,
)
from impact.assessment.wellbeing.swemwbs import (
    swemwbs_metric,
    swemwbs_raw,
)
from impact.assessment.wellbeing.wellbys import (
    wellby_value,
    wellbys,
)
from impact.assessment.wellbeing.who5 import (
    who5_poor,
    who5_raw,
    who5_score,
)

__all__ = [
    "life_satisfaction",
    "swemwbs_metric",
    "swemwbs_raw",
    "wellby_value",
    "wellbys",
    "who5_poor",
    "who5_raw",
    "who5_score",
]
