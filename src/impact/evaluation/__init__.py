"""After: did it work? Effects of what was done, with few treated units and short series.

Every function takes a `Panel` or arrays, and returns frozen results. None reads files or clocks;
random draws start from a seed that is passed. `docs/evaluation.md` says which answers what.
"""

from impact.evaluation.course import course
from impact.evaluation.design import ESTIMATORS, Design
from impact.evaluation.differences.aggregate import Aggregate, aggregate
from impact.evaluation.differences.changes import changes_by_year, unit_changes
from impact.evaluation.differences.event_study import EventStudy, event_study
from impact.evaluation.differences.group_time import GroupTime, group_time, pretrend_test
from impact.evaluation.effect import Effect, effect
from impact.evaluation.evaluate_panel import evaluate_panel
from impact.evaluation.inference.conformal import ConformalInterval, conformal_interval
from impact.evaluation.inference.exact_t import ExactT, exact_t
from impact.evaluation.inference.placebo_distribution import Distribution
from impact.evaluation.inference.placebo_test import PlaceboTest, placebo_test
from impact.evaluation.inference.romano_wolf import romano_wolf
from impact.evaluation.inference.wild_bootstrap import WildBootstrap, wild_cluster_bootstrap
from impact.evaluation.panel import NEVER, Panel, panel
from impact.evaluation.panel_checks import PanelReport, check_panel, usable
from impact.evaluation.panel_evaluation import PanelEvaluation, with_check
from impact.evaluation.power import detectable_effect, power, size
from impact.evaluation.pretrends.detectable_violation import detectable_violation
from impact.evaluation.pretrends.equivalence import equivalence
from impact.evaluation.pretrends.joint_test import joint_test
from impact.evaluation.regressions.goodman_bacon import Bacon, bacon
from impact.evaluation.regressions.imputation import Imputation, imputation
from impact.evaluation.regressions.sun_abraham import SunAbraham, sun_abraham
from impact.evaluation.regressions.two_way import RegressionEffect, two_way
from impact.evaluation.sensitivity.breakdown import breakdown
from impact.evaluation.sensitivity.relative_magnitudes import relative_magnitudes
from impact.evaluation.sensitivity.smoothness import smoothness
from impact.evaluation.series.controlled import controlled
from impact.evaluation.series.counts import interrupted_counts
from impact.evaluation.series.interrupted import interrupted
from impact.evaluation.series.prais_winsten import prais_winsten
from impact.evaluation.specifications import specifications
from impact.evaluation.strata import size_strata, strata_of
from impact.evaluation.synthetic.augmented import augmented
from impact.evaluation.synthetic.placebos import (
    backdated,
    placebo_summary,
    synthetic_placebos,
    without_each_donor,
)
from impact.evaluation.synthetic.synthetic_control import SyntheticControl, synthetic_control
from impact.evaluation.synthetic.synthetic_differences import synthetic_differences
from impact.evaluation.verdict import Check, Graded, grade
from impact.evaluation.weighting.entropy_balance import entropy_balance
from impact.evaluation.weighting.weighted_comparison import WeightedComparison, weighted_comparison

__all__ = [
    "ESTIMATORS",
    "NEVER",
    "Aggregate",
    "Bacon",
    "Check",
    "ConformalInterval",
    "Design",
    "Distribution",
    "Effect",
    "EventStudy",
    "ExactT",
    "Graded",
    "GroupTime",
    "Imputation",
    "Panel",
    "PanelEvaluation",
    "PanelReport",
    "PlaceboTest",
    "RegressionEffect",
    "SunAbraham",
    "SyntheticControl",
    "WeightedComparison",
    "WildBootstrap",
    "aggregate",
    "augmented",
    "backdated",
    "bacon",
    "breakdown",
    "changes_by_year",
    "check_panel",
    "conformal_interval",
    "controlled",
    "course",
    "detectable_effect",
    "detectable_violation",
    "effect",
    "entropy_balance",
    "equivalence",
    "evaluate_panel",
    "event_study",
    "exact_t",
    "grade",
    "group_time",
    "imputation",
    "interrupted",
    "interrupted_counts",
    "joint_test",
    "panel",
    "placebo_summary",
    "placebo_test",
    "power",
    "prais_winsten",
    "pretrend_test",
    "relative_magnitudes",
    "romano_wolf",
    "size",
    "size_strata",
    "smoothness",
    "specifications",
    "strata_of",
    "sun_abraham",
    "synthetic_control",
    "synthetic_differences",
    "synthetic_placebos",
    "two_way",
    "unit_changes",
    "usable",
    "weighted_comparison",
    "wild_cluster_bootstrap",
    "with_check",
    "without_each_donor",
]
