"""Planning, a room for each question: goals, forecasts, pupils, staffing, capacity.

Each has its own face: `from impact.planning.pupils import projected`.
"""

from impact.planning.goals import baseline_mean, goal_status, shared_status

__all__ = ["baseline_mean", "goal_status", "shared_status"]
