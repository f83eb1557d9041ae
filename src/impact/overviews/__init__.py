"""What many reports share: the statistics of all municipalities of a country, made once."""

from impact.overviews.build import overview
from impact.overviews.changes import changes_since
from impact.overviews.funnels import FunnelFigures, funnel_figures
from impact.overviews.goal_standing import goal_standing, shared_standing
from impact.overviews.model import Overview
from impact.overviews.place_figures import PlaceFigures
from impact.overviews.pupils import pupils_by_grade
from impact.overviews.region_figures import RegionFigures, region_figures

__all__ = [
    "FunnelFigures",
    "Overview",
    "PlaceFigures",
    "RegionFigures",
    "changes_since",
    "funnel_figures",
    "goal_standing",
    "overview",
    "pupils_by_grade",
    "region_figures",
    "shared_standing",
]
