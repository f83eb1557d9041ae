"""Costs and values over time: discounting, net benefit, cost per unit, prices of another year."""

from impact.assessment.economics.acceptability import (
    acceptability,
    probability_best,
)
from impact.assessment.economics.cost_effectiveness import (
    Increments,
    compare_with_baseline,
    cost_effectiveness,
    cost_per_unit,
    incremental_ratios,
)
from impact.assessment.economics.discounting import (
    discount_factors,
)
from impact.assessment.economics.distribution_weight import (
    distribution_weight,
)
from impact.assessment.economics.net_benefit import (
    benefit_cost_ratio,
    net_benefit,
    switching_price,
    switching_value,
)
from impact.assessment.economics.present_value import (
    equivalent_annual_value,
    present_value,
)
from impact.assessment.economics.price_year import (
    growth_factors,
    in_prices_of,
    real_rate,
)

__all__ = [
    "Increments",
    "acceptability",
    "benefit_cost_ratio",
    "compare_with_baseline",
    "cost_effectiveness",
    "cost_per_unit",
    "discount_factors",
    "distribution_weight",
    "equivalent_annual_value",
    "growth_factors",
    "in_prices_of",
    "incremental_ratios",
    "net_benefit",
    "present_value",
    "probability_best",
    "real_rate",
    "switching_price",
    "switching_value",
]
