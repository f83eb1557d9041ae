"""Evaluate what municipalities do for children, schools, health and well-being."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "appraise": "impact.overviews",
    "capacities_of": "impact.overviews",
    "changes_since": "impact.overviews",
    "county_figures": "impact.overviews",
    "evaluate": "impact.overviews",
    "evaluations_of": "impact.overviews",
    "follow_up": "impact.overviews",
    "forecasts": "impact.overviews",
    "funnel_figures": "impact.overviews",
    "goal_standing": "impact.overviews",
    "index_figures": "impact.overviews",
    "index_funding": "impact.overviews",
    "overview": "impact.overviews",
    "plan_capacity": "impact.overviews",
    "pupil_forecast": "impact.overviews",
    "pupils_by_grade": "impact.overviews",
    "region_figures": "impact.overviews",
    "register_assessment": "impact.overviews",
    "register_capacity": "impact.overviews",
    "register_evaluation": "impact.overviews",
    "shared_forecasts": "impact.overviews",
    "shared_standing": "impact.overviews",
    "staffing_needs": "impact.overviews",
    "studies_of": "impact.overviews",
    "load_assessment": "impact.run.assessments.files",
    "load_capacity": "impact.run.capacity.files",
    "load_evaluation": "impact.run.evaluations.files",
    "load_index": "impact.run.indices.files",
    "load_plan": "impact.run.params.plan",
    "load": "impact.store",
}
_ROOMS = (
    "assessment",
    "catalogue",
    "errors",
    "evaluation",
    "evidence",
    "frameworks",
    "indicators",
    "places",
    "planning",
    "report",
    "run",
    "store",
)

__all__ = ["__version__", *_HOMES, *_ROOMS]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that importing the library stays light."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if name in _ROOMS:
        return import_module(f"impact.{name}")
    raise AttributeError(f"module 'impact' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted(__all__)
