"""How sure a result is: draws, limits, what drives the uncertainty, what knowing it is worth."""

from impact.assessment.uncertainty.draws import DRAWS, draw
from impact.assessment.uncertainty.summary import Summary, summarise
from impact.assessment.uncertainty.uncertain import Uncertain, fitted_limits, uncertain_parameter
from impact.assessment.uncertainty.value_of_information import value_of_information
from impact.assessment.uncertainty.variance_shares import (
    VarianceShare,
    first_order_from_draws,
    variance_shares,
)

__all__ = [
    "DRAWS",
    "Summary",
    "Uncertain",
    "VarianceShare",
    "draw",
    "first_order_from_draws",
    "fitted_limits",
    "summarise",
    "uncertain_parameter",
    "value_of_information",
    "variance_shares",
]
