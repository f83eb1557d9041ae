"""A small capacity study for tests: seven municipalities, made-up tables in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from impact.overviews.capacities.simulated import simulated_capacity
from impact.run.capacity.model import TABLES, CapacityFile

BASE: dict[str, Any] = {
    "id": "small",
    "title": {"en": "Small"},
    "question": {"en": "Enough places?"},
    "example": True,
    "country": "SE",
    "region": "SE-10",
    "areas": ["SE-10", "SE-1272", "SE-1290"],
    "languages": ["en"],
    "owner": {"en": "Nobody"},
    "year": 2024,
    "planned_year": 2027,
    "allow_simulated": True,
    "eligibility": {
        "indicator": "kolada:N15428",
        "preparatory": 0.95,
        "preparatory_source": {"en": "Assumed."},
    },
    "need_weight": 0.5,
    "scenarios": {"draws": 20, "seed": 3},
    "what_would_change_our_mind": {"en": "Real tables."},
}


def study(folder: Path, **changes: Any) -> CapacityFile:
    """Return the small study with some parts replaced; its tables are in the folder."""
    tables = {name: str(folder / f"{name}.csv") for name in TABLES}
    data = {**BASE, "tables": tables, **changes}
    return CapacityFile.model_validate(data, context={"country": data["country"]})


def written(folder: Path, status: str | None = None) -> Path:
    """Write the tables of the small study; with another status when one is given."""
    for name, table in simulated_capacity(study(folder)).items():
        kept = table if status is None else table.assign(status=status)
        kept.to_csv(folder / f"{name}.csv", index=False)
    return folder


def change(folder: Path, name: str, **cells: Any) -> None:
    """Replace cells of the first row of a table."""
    path = folder / f"{name}.csv"
    table = pd.read_csv(path, dtype=object, keep_default_na=False)
    for column, value in cells.items():
        table.loc[0, column] = value
    table.to_csv(path, index=False)
