"""What many reports share: the statistics of all municipalities of a country, made once."""

from impact.overviews.appraisal_model import Appraisal
from impact.overviews.appraise import appraise
from impact.overviews.build import overview
from impact.overviews.changes import changes_since
from impact.overviews.evaluate import evaluate
from impact.overviews.evaluation_model import Evaluation
from impact.overviews.evaluation_plan import evaluations_of, register_evaluation
from impact.overviews.follow_up import follow_up
from impact.overviews.funnels import FunnelFigures, funnel_figures
from impact.overviews.goal_standing import goal_standing, shared_standing
from impact.overviews.model import Overview
from impact.overviews.place_figures import PlaceFigures
from impact.overviews.pupils import pupils_by_grade
from impact.overviews.region_figures import RegionFigures, region_figures
from impact.overviews.studies import register_assessment, studies_of

__all__ = [
    "Appraisal",
    "Evaluation",
    "FunnelFigures",
    "Overview",
    "PlaceFigures",
    "RegionFigures",
    "appraise",
    "changes_since",
    "evaluate",
    "evaluations_of",
    "follow_up",
    "funnel_figures",
    "goal_standing",
    "overview",
    "pupils_by_grade",
    "region_figures",
    "register_assessment",
    "register_evaluation",
    "shared_standing",
    "studies_of",
]
