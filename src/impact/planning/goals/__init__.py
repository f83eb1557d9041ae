"""Goals: are they reached, will they be, what do they ask for, are they well put."""

from impact.planning.goals.ambition import ambition_percentile, past_changes
from impact.planning.goals.backtest import brier_score, replay
from impact.planning.goals.checks import GoalFacts, Remark, check_goal
from impact.planning.goals.classes import healthy_people_class
from impact.planning.goals.odds import PooledRule, chance_of_reaching, fit_rule, recent_mean
from impact.planning.goals.progress import targeted_change
from impact.planning.goals.ratio import progress_ratio, ratio_class
from impact.planning.goals.recalibrate import calibrated_rule, widening
from impact.planning.goals.required import required_change
from impact.planning.goals.standing import baseline_mean, goal_status, shared_status
from impact.planning.goals.status import with_odds
from impact.planning.goals.targets import best_of, detectable_target, peers_median

__all__ = [
    "GoalFacts",
    "PooledRule",
    "Remark",
    "ambition_percentile",
    "baseline_mean",
    "best_of",
    "brier_score",
    "calibrated_rule",
    "chance_of_reaching",
    "check_goal",
    "detectable_target",
    "fit_rule",
    "goal_status",
    "healthy_people_class",
    "past_changes",
    "peers_median",
    "progress_ratio",
    "ratio_class",
    "recent_mean",
    "replay",
    "required_change",
    "shared_status",
    "targeted_change",
    "widening",
    "with_odds",
]
