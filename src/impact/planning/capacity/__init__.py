"""Places where they are needed: from young people and their wishes to groups, and what they cost.

Every function takes tables or arrays and returns frozen results or tables. None reads files or
clocks; random draws start from a seed that is passed. `docs/capacity.md` says which answers what.
"""

from impact.planning.capacity.allocation import Allocation, allocate
from impact.planning.capacity.demand import demand, demand_draws
from impact.planning.capacity.eligibility import Eligible, apply_eligibility, may_enter
from impact.planning.capacity.explain_unmet import REASONS, explain_unmet
from impact.planning.capacity.gravity import GravityFlows, fit_decay, gravity_flows
from impact.planning.capacity.groups import GroupPlan, plan_groups
from impact.planning.capacity.location import Location, LocationProblem, locate, read_or_library
from impact.planning.capacity.matrices import (
    choices_by_year,
    first_choices,
    flow_matrix,
    minutes_matrix,
    newest_prices,
    places_matrix,
)
from impact.planning.capacity.need_classes import classes_from_gap, need_class, need_index
from impact.planning.capacity.presets import PRESETS, Preset, preset, student_years, whole_classes
from impact.planning.capacity.programmes import (
    PROGRAMMES,
    Programme,
    programme,
    programme_table,
    programmes_in,
)
from impact.planning.capacity.robustness import Robustness, compare_plans, robust
from impact.planning.capacity.shadow_prices import one_more_group, value_of_one_more
from impact.planning.capacity.share_trend import share_trend
from impact.planning.capacity.shares import share_limits, transition_shares
from impact.planning.capacity.shrinkage import Shrinkage, choose_shrinkage
from impact.planning.capacity.table_shapes import NEED_CLASSES, SHAPES, STATUSES
from impact.planning.capacity.tables import (
    empty_table,
    is_simulated,
    validate_tables,
)
from impact.planning.capacity.weight_sweep import WeightSweep, sweep_weights, weighted_places

__all__ = [
    "NEED_CLASSES",
    "PRESETS",
    "PROGRAMMES",
    "REASONS",
    "SHAPES",
    "STATUSES",
    "Allocation",
    "Eligible",
    "GravityFlows",
    "GroupPlan",
    "Location",
    "LocationProblem",
    "Preset",
    "Programme",
    "Robustness",
    "Shrinkage",
    "WeightSweep",
    "allocate",
    "apply_eligibility",
    "choices_by_year",
    "choose_shrinkage",
    "classes_from_gap",
    "compare_plans",
    "demand",
    "demand_draws",
    "empty_table",
    "explain_unmet",
    "first_choices",
    "fit_decay",
    "flow_matrix",
    "gravity_flows",
    "is_simulated",
    "locate",
    "may_enter",
    "minutes_matrix",
    "need_class",
    "need_index",
    "newest_prices",
    "one_more_group",
    "places_matrix",
    "plan_groups",
    "preset",
    "programme",
    "programme_table",
    "programmes_in",
    "read_or_library",
    "robust",
    "share_limits",
    "share_trend",
    "student_years",
    "sweep_weights",
    "transition_shares",
    "validate_tables",
    "value_of_one_more",
    "weighted_places",
    "whole_classes",
]
