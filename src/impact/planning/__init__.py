"""Planning: goals and whether they are reached (forecasts and capacity have their place here)."""

from impact.planning.goals import baseline_mean, goal_status, shared_status

__all__ = ["baseline_mean", "goal_status", "shared_status"]
