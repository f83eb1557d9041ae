"""From figures and plans to blocks: what a report says, still without words or digits."""

from impact.report.content.activities import activities
from impact.report.content.annex import (
    cards,
    diagnostics,
    full_table,
    omissions,
    peers,
    provenance,
    region_cards,
    region_provenance,
)
from impact.report.content.areas import areas, context_table
from impact.report.content.assessment_alternatives import assessment_alternatives
from impact.report.content.assessment_basis import (
    assessment_evidence,
    assessment_frameworks,
    assessment_provenance,
    assessment_screening,
)
from impact.report.content.assessment_decision import assessment_decision, assessment_unknown
from impact.report.content.assessment_front import assessment_front, assessment_question
from impact.report.content.assessment_matrix import assessment_matrix
from impact.report.content.assessment_monitoring import assessment_monitoring
from impact.report.content.assessment_people import (
    assessment_conflicts,
    assessment_mitigation,
    assessment_participation,
)
from impact.report.content.capacity_doubts import capacity_doubts, capacity_unknown
from impact.report.content.capacity_front import (
    capacity_answer,
    capacity_front,
    capacity_question,
)
from impact.report.content.capacity_inputs import capacity_inputs, capacity_key_figures
from impact.report.content.capacity_money import capacity_money, capacity_robustness
from impact.report.content.capacity_part import capacity_line, capacity_part
from impact.report.content.capacity_pressure import capacity_pressure
from impact.report.content.capacity_travel import capacity_travel
from impact.report.content.capacity_weights import capacity_one_more, capacity_weights
from impact.report.content.capacity_young import capacity_young
from impact.report.content.changes import changes
from impact.report.content.counties import counties
from impact.report.content.dialogue import dialogue
from impact.report.content.distribution import assessment_distribution
from impact.report.content.drivers import assessment_drivers
from impact.report.content.economics import assessment_economics
from impact.report.content.effects import effects
from impact.report.content.empty import local_text
from impact.report.content.equal_start import equal_starting_points
from impact.report.content.evaluation_checks import evaluation_checks, evaluation_key_figures
from impact.report.content.evaluation_conclusion import (
    evaluation_conclusion,
    evaluation_doubts,
    evaluation_unknown,
)
from impact.report.content.evaluation_course import evaluation_comparison, evaluation_course
from impact.report.content.evaluation_front import evaluation_front, evaluation_question
from impact.report.content.evaluation_outcomes import evaluation_outcomes
from impact.report.content.evaluation_plan import evaluation_plan
from impact.report.content.evaluation_pretrends import evaluation_placebos, evaluation_pretrends
from impact.report.content.evaluation_specifications import (
    evaluation_power,
    evaluation_sensitivity,
    evaluation_specifications,
)
from impact.report.content.findings import findings
from impact.report.content.follow_up import assessments, predictions, region_predictions
from impact.report.content.forecasts import forecasts, region_forecasts
from impact.report.content.front import front
from impact.report.content.funnels import funnels, region_funnels
from impact.report.content.goal_table import goal_table, region_goal_table
from impact.report.content.goals import goals, region_goals
from impact.report.content.index_funding import index_funding
from impact.report.content.index_line import index_line
from impact.report.content.index_part import index_part
from impact.report.content.index_region import region_index
from impact.report.content.key_figures import (
    assessment_key_figures,
    key_figures,
    region_key_figures,
)
from impact.report.content.pupil_forecast import pupil_forecast, region_pupil_forecast
from impact.report.content.quantities import assessment_quantities
from impact.report.content.region import (
    maps,
    multiples,
    region_findings,
    region_front,
    region_track,
    spread,
    spread_findings,
)
from impact.report.content.region_tables import (
    improvers,
    latest_values,
    neighbours,
    pupils,
)
from impact.report.content.staffing import region_staffing, staffing
from impact.report.content.track import on_track
from impact.report.content.used_parameters import assessment_parameters

__all__ = [
    "activities",
    "areas",
    "assessment_alternatives",
    "assessment_conflicts",
    "assessment_decision",
    "assessment_distribution",
    "assessment_drivers",
    "assessment_economics",
    "assessment_evidence",
    "assessment_frameworks",
    "assessment_front",
    "assessment_key_figures",
    "assessment_matrix",
    "assessment_mitigation",
    "assessment_monitoring",
    "assessment_parameters",
    "assessment_participation",
    "assessment_provenance",
    "assessment_quantities",
    "assessment_question",
    "assessment_screening",
    "assessment_unknown",
    "assessments",
    "capacity_answer",
    "capacity_doubts",
    "capacity_front",
    "capacity_inputs",
    "capacity_key_figures",
    "capacity_line",
    "capacity_money",
    "capacity_one_more",
    "capacity_part",
    "capacity_pressure",
    "capacity_question",
    "capacity_robustness",
    "capacity_travel",
    "capacity_unknown",
    "capacity_weights",
    "capacity_young",
    "cards",
    "changes",
    "context_table",
    "counties",
    "diagnostics",
    "dialogue",
    "effects",
    "equal_starting_points",
    "evaluation_checks",
    "evaluation_comparison",
    "evaluation_conclusion",
    "evaluation_course",
    "evaluation_doubts",
    "evaluation_front",
    "evaluation_key_figures",
    "evaluation_outcomes",
    "evaluation_placebos",
    "evaluation_plan",
    "evaluation_power",
    "evaluation_pretrends",
    "evaluation_question",
    "evaluation_sensitivity",
    "evaluation_specifications",
    "evaluation_unknown",
    "findings",
    "forecasts",
    "front",
    "full_table",
    "funnels",
    "goal_table",
    "goals",
    "improvers",
    "index_funding",
    "index_line",
    "index_part",
    "key_figures",
    "latest_values",
    "local_text",
    "maps",
    "multiples",
    "neighbours",
    "omissions",
    "on_track",
    "peers",
    "predictions",
    "provenance",
    "pupil_forecast",
    "pupils",
    "region_cards",
    "region_findings",
    "region_forecasts",
    "region_front",
    "region_funnels",
    "region_goal_table",
    "region_goals",
    "region_index",
    "region_key_figures",
    "region_predictions",
    "region_provenance",
    "region_pupil_forecast",
    "region_staffing",
    "region_track",
    "spread",
    "spread_findings",
    "staffing",
]
