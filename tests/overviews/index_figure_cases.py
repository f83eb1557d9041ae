"""A small invented country with an index of four indicators, for tests."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd

from impact.run.indices.model import IndexRecord

NAMES = {"sv": "A", "fi": "A", "nb": "A", "en": "A"}
LEARNING = ("kolada:N15428", "kolada:N17461")
HOME = ("kolada:N02904", "kolada:N07907")
POSTS = {
    "kolada:N15428": (60.0, 100.0),
    "kolada:N17461": (50.0, 90.0),
    "kolada:N02904": (0.0, 20.0),
    "kolada:N07907": (0.0, 40.0),
}
FIRST, LAST = 2019, 2022


class Figures:
    """What an overview has that an index needs."""

    def __init__(self, values: pd.DataFrame, **changes: Any) -> None:
        self.country, self.year, self.values = "SE", LAST, values
        self.breaks = pd.DataFrame({"place": [], "indicator": [], "year": [], "effect": []})
        places = sorted(values["place"].unique())
        self.population = pd.Series(10_000.0, index=places)
        rows = [(one, other) for one in places for other in places[:5] if one != other]
        self.peers = pd.DataFrame(rows, columns=["place", "peer"])
        for name, value in changes.items():
            setattr(self, name, value)


def country(places: int = 20, error: float = 0.5, seed: int = 1) -> pd.DataFrame:
    """Return yearly values of municipalities of which some are better than others at everything."""
    rng = np.random.default_rng(seed)
    level = rng.normal(0, 1, places)
    rows = []
    for at in range(places):
        for name, (low, high) in POSTS.items():
            side = -1 if name in HOME else 1
            middle, width = (low + high) / 2, (high - low) / 6
            for year in range(FIRST, LAST + 1):
                value = middle + side * width * (level[at] + 0.4 * rng.normal())
                rows.append((f"SE-{9000 + at}", name, year, float(np.clip(value, low, high))))
    table = pd.DataFrame(rows, columns=["place", "indicator", "year", "value"])
    return table.assign(group="total", status="ok", standard_error=error)


def record(**changes: Any) -> IndexRecord:
    """Return the file of the index, with other fields where given."""
    data: dict[str, Any] = {
        "id": "trial",
        "title": NAMES,
        "description": NAMES,
        "origin": "example",
        "source": NAMES,
        "country": "SE",
        "base_year": 2019,
        "choices": {
            "normalisations": ["z_score"],
            "aggregations": ["geometric"],
            "draws": 200,
            "seed": 3,
        },
        "nodes": {
            "index": {"title": NAMES},
            "learning": {"title": NAMES, "parent": "index", "weight": 3.0},
            "home": {"title": NAMES, "parent": "index", "weight": 1.0},
        },
        "indicators": {
            name: {"indicator": name, "node": node, "goalposts": list(POSTS[name])}
            for node, names in (("learning", LEARNING), ("home", HOME))
            for name in names
        },
    }
    return IndexRecord.model_validate(data | changes, context={"country": "SE"})


def plan(*records: IndexRecord) -> SimpleNamespace:
    """Return a plan that shows some indices."""
    return SimpleNamespace(index_records=lambda: records)
