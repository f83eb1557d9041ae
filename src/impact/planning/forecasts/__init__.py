"""Forecasts of yearly series of all places at once, with their measured errors."""

from impact.planning.forecasts.backtest import backtest, over_origins, usable
from impact.planning.forecasts.combined import Combined, combined
from impact.planning.forecasts.damped_holt import HoltConstants, holt_forecast, holt_states
from impact.planning.forecasts.natural_range import inside
from impact.planning.forecasts.pooled_errors import (
    PooledErrors,
    half_widths,
    outcome_errors,
    pooled_errors,
    size_scale,
)
from impact.planning.forecasts.runs import Runs, runs
from impact.planning.forecasts.theta import theta_forecast, theta_states

__all__ = [
    "Combined",
    "HoltConstants",
    "PooledErrors",
    "Runs",
    "backtest",
    "combined",
    "half_widths",
    "holt_forecast",
    "holt_states",
    "inside",
    "outcome_errors",
    "over_origins",
    "pooled_errors",
    "runs",
    "size_scale",
    "theta_forecast",
    "theta_states",
    "usable",
]
