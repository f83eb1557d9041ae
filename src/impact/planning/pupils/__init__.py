"""Pupils of the coming years: grades moved up, and how wrong that was before."""

from impact.planning.pupils.backtest import (
    METHODS,
    SAME_AS_TODAY,
    Coverage,
    Rolling,
    absolute_errors,
    mean_errors,
    rolling_coverage,
    rolling_forecasts,
    spread_known_at,
)
from impact.planning.pupils.cohort_change import (
    AGE_CONSTANT,
    cohort_change_ratios,
    projected_ages,
)
from impact.planning.pupils.draws import (
    common_deviations,
    scenario_draws,
    standard_deviations,
    total_deviation,
)
from impact.planning.pupils.interval import LEVEL, NORMAL, Spread, calibrated
from impact.planning.pupils.progression import (
    grade_ratios,
    mean_sources,
    median_ratios,
    recent_ratios,
)
from impact.planning.pupils.scenarios import (
    CENTRAL,
    LAST_THREE,
    NO_MIGRATION,
    SCENARIOS,
    entrants,
    moved_up,
    projected,
    scenario_ratios,
)
from impact.planning.pupils.scorecard import HORIZONS, scorecard
from impact.planning.pupils.shrinkage import CONSTANT, shrunk_to_one
from impact.planning.pupils.totals import rolling_total_coverage, total_limits

__all__ = [
    "AGE_CONSTANT",
    "CENTRAL",
    "CONSTANT",
    "HORIZONS",
    "LAST_THREE",
    "LEVEL",
    "METHODS",
    "NORMAL",
    "NO_MIGRATION",
    "SAME_AS_TODAY",
    "SCENARIOS",
    "Coverage",
    "Rolling",
    "Spread",
    "absolute_errors",
    "calibrated",
    "cohort_change_ratios",
    "common_deviations",
    "entrants",
    "grade_ratios",
    "mean_errors",
    "mean_sources",
    "median_ratios",
    "moved_up",
    "projected",
    "projected_ages",
    "recent_ratios",
    "rolling_coverage",
    "rolling_forecasts",
    "rolling_total_coverage",
    "scenario_draws",
    "scenario_ratios",
    "scorecard",
    "shrunk_to_one",
    "spread_known_at",
    "standard_deviations",
    "total_deviation",
    "total_limits",
]
