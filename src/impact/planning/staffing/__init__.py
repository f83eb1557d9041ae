"""Staff that is needed, staff that is there, and what closes the gap between them."""

from impact.planning.staffing.closing import balancing_ratio, hires_a_year, qualified_share
from impact.planning.staffing.gap import limits, staff_gap
from impact.planning.staffing.need import staff_need
from impact.planning.staffing.stock import remaining, remaining_draws, retirement_shares

__all__ = [
    "balancing_ratio",
    "hires_a_year",
    "limits",
    "qualified_share",
    "remaining",
    "remaining_draws",
    "retirement_shares",
    "staff_gap",
    "staff_need",
]
