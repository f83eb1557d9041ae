"""What many reports share: the statistics of all municipalities of a country, made once."""

from impact.overviews.appraisals.appraise import appraise
from impact.overviews.appraisals.follow_up import follow_up
from impact.overviews.appraisals.model import Appraisal
from impact.overviews.build import overview
from impact.overviews.capacities.model import CapacityPlan
from impact.overviews.capacities.plan_capacity import plan_capacity
from impact.overviews.capacities.studies import capacities_of, register_capacity
from impact.overviews.changes import changes_since
from impact.overviews.county_figures import CountyFigures, county_figures
from impact.overviews.evaluations.evaluate import evaluate
from impact.overviews.evaluations.model import Evaluation
from impact.overviews.evaluations.plan import evaluations_of, register_evaluation
from impact.overviews.forecast_places import shared_forecasts
from impact.overviews.forecasts import Forecasts, forecasts
from impact.overviews.funnels import FunnelFigures, funnel_figures
from impact.overviews.goal_standing import goal_standing, shared_standing
from impact.overviews.indices.figures import index_figures
from impact.overviews.indices.funding import IndexFunding, index_funding
from impact.overviews.indices.model import IndexFigures
from impact.overviews.model import Overview
from impact.overviews.place_figures import PlaceFigures
from impact.overviews.pupils.by_grade import pupils_by_grade
from impact.overviews.pupils.forecast import pupil_forecast
from impact.overviews.pupils.model import PupilForecast
from impact.overviews.region_figures import RegionFigures, region_figures
from impact.overviews.staffing import StaffingNeeds, staffing_needs
from impact.overviews.staffing_region import shared_staffing
from impact.overviews.studies import register_assessment, studies_of

__all__ = [
    "Appraisal",
    "CapacityPlan",
    "CountyFigures",
    "Evaluation",
    "Forecasts",
    "FunnelFigures",
    "IndexFigures",
    "IndexFunding",
    "Overview",
    "PlaceFigures",
    "PupilForecast",
    "RegionFigures",
    "StaffingNeeds",
    "appraise",
    "capacities_of",
    "changes_since",
    "county_figures",
    "evaluate",
    "evaluations_of",
    "follow_up",
    "forecasts",
    "funnel_figures",
    "goal_standing",
    "index_figures",
    "index_funding",
    "overview",
    "plan_capacity",
    "pupil_forecast",
    "pupils_by_grade",
    "region_figures",
    "register_assessment",
    "register_capacity",
    "register_evaluation",
    "shared_forecasts",
    "shared_staffing",
    "shared_standing",
    "staffing_needs",
    "studies_of",
]
