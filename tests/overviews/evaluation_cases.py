"""Small plans of evaluations for tests, built in memory, and figures to go with them."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pandas as pd

from impact.run.evaluations.model import EvaluationPlan

OUTCOME: dict[str, Any] = {
    "title": {"en": "Eligible"},
    "indicator": "kolada:N15428",
    "direction": "higher",
    "primary": True,
    "smallest_effect": 1.0,
    "smallest_effect_reason": {"en": "Ours."},
    "first_year": 2015,
}
BASE: dict[str, Any] = {
    "id": "case",
    "title": {"en": "A case"},
    "question": {"en": "Did it work?"},
    "country": "SE",
    "languages": ["en"],
    "owner": {"en": "Nobody"},
    "year": 2022,
    "intervention": {"title": {"en": "Something"}, "description": {"en": "It was done."}},
    "unit": "municipality",
    "treated": {
        "first": {
            "title": {"en": "Two"},
            "places": ["SE-0604", "SE-0617"],
            "start": 2020,
            "exposure": {"en": "A year or more."},
        }
    },
    "outcomes": {"eligible": OUTCOME},
    "plan": {"written": "2019-05-01", "chosen_after": {"en": "Nothing was known."}},
    "what_would_change_our_mind": {"en": "Later figures."},
}


def plan(**changes: Any) -> EvaluationPlan:
    """Return the small plan with some parts of it replaced."""
    data = {**deepcopy(BASE), **changes}
    return EvaluationPlan.model_validate(data, context={"country": data["country"]})


def outcome(**changes: Any) -> dict[str, Any]:
    """Return the outcomes of the small plan with some fields of its only one replaced."""
    return {"eligible": {**OUTCOME, **changes}}


def in_regions(**changes: Any) -> EvaluationPlan:
    """Return a plan of one treated county against all others."""
    treated = {**deepcopy(BASE["treated"]["first"]), "places": ["SE-06"]}
    given = {"unit": "region", "treated": {"county": treated}, "outcomes": outcome(measure="mean")}
    return plan(**{**given, **changes})


def figures(
    values: Mapping[str, Mapping[int, float]],
    *,
    indicator: str = "kolada:N15428",
    group: str = "total",
    status: str = "ok",
    vintage: str = "2023-01-01",
) -> pd.DataFrame:
    """Return a table of values as `impact.store.load` does, from place to year to value."""
    rows = [
        {
            "place": code,
            "indicator": indicator,
            "year": year,
            "group": group,
            "value": value,
            "numerator": float("nan"),
            "denominator": float("nan"),
            "lower": float("nan"),
            "upper": float("nan"),
            "status": status if value == value else "missing",
            "source": "test",
            "vintage": vintage,
        }
        for code, series in values.items()
        for year, value in series.items()
    ]
    return pd.DataFrame(rows)
