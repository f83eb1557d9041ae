"""Small assessments for tests of appraisals, built in memory."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from impact.run.assessments.model import Assessment

SCENARIO = {
    "id": "teams",
    "name": {"en": "Teams"},
    "outcome": {"en": "truancy"},
    "measure": "odds_ratio",
    "central": 0.8,
    "lower": 0.6,
    "upper": 1.07,
    "contrast": {"en": "with against without"},
    "causal": "scenario",
    "scenario_only": True,
}
TRUANCY = {
    "kind": "programme_effect",
    "title": {"en": "Truancy"},
    "alternatives": ["teams"],
    "determinant": "attendance",
    "group": "pupils",
    "good": "lower",
    "indicator": "kolada:N17625",
    "baseline_year": 2023,
    "parameter": "teams",
    "population": {"indicator": "skolverket:pupils", "groups": ["grade:9"], "year": 2023},
}
BASE: dict[str, Any] = {
    "id": "case",
    "title": {"en": "A case"},
    "question": {"en": "Teams or not?"},
    "country": "SE",
    "region": "SE-06",
    "places": ["SE-0604", "SE-0680", "SE-0683"],
    "languages": ["en"],
    "owner": {"en": "Nobody"},
    "frameworks": ["WHO_HIA"],
    "depth": "simplified",
    "stage": "reporting",
    "version": "2026-11-22",
    "year": 2026,
    "screening": {"needed": True, "reason": {"en": "A test."}},
    "alternatives": {
        "as_today": {"title": {"en": "As today"}, "baseline": True},
        "teams": {
            "title": {"en": "Teams"},
            "start_year": 2027,
            "horizon_years": 3,
            "status": "recommended",
        },
    },
    "determinants": {"attendance": {"title": {"en": "Attendance"}, "perspective": "residents"}},
    "groups": {"pupils": {"title": {"en": "Pupils"}, "kind": "age", "children": True}},
    "parameters": {"teams": SCENARIO},
    "quantities": {"truancy": TRUANCY},
    "monitoring": {
        "truancy_2028": {
            "title": {"en": "Truancy in 2028"},
            "indicator": "kolada:N17625",
            "review_year": 2028,
            "direction": "lower",
            "quantity": "truancy",
        }
    },
}


def case(**changes: Any) -> Assessment:
    """Return the small assessment with other values; a mapping replaces, None deletes."""
    data = deepcopy(BASE)
    for key, value in changes.items():
        if value is None:
            del data[key]
        else:
            data[key] = value
    return Assessment.model_validate(data, context={"country": data["country"]})


def truancy(**changes: Any) -> dict[str, Any]:
    """Return the quantity with other values."""
    return {"truancy": {key: value for key, value in {**TRUANCY, **changes}.items() if value}}


def stated(amount: dict[str, float], **changes: Any) -> dict[str, Any]:
    """Return a stated quantity: pupils with a longer way to school."""
    return {
        "way": {
            "kind": "stated",
            "title": {"en": "Longer way"},
            "alternatives": ["teams"],
            "determinant": "attendance",
            "group": "pupils",
            "good": "lower",
            "unit": "count",
            "amount": amount,
            **changes,
        }
    }


def money(**changes: Any) -> dict[str, Any]:
    """Return costs of 100 in 2027 and 2028 without discounting, and no price."""
    return {
        "currency": "SEK",
        "price_year": 2026,
        "discount_rate": 0.0,
        "discount_source": {"en": "A test."},
        "costs": {
            "posts": {
                "title": {"en": "Posts"},
                "alternative": "teams",
                "first_year": 2027,
                "last_year": 2028,
                "per_year": {"central": 100},
            }
        },
        **changes,
    }
