"""Where the project's own folders are: data, params, notebooks."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from impact.errors import ImpactError

MARKS = ("data", "params", "notebooks")


def _is_project(folder: Path) -> bool:
    return (
        all((folder / mark).is_dir() for mark in MARKS) and (folder / "data/sources.csv").exists()
    )


@lru_cache(maxsize=8)
def _found(named: str | None, working: str) -> Path:
    if named:
        folder = Path(named).resolve()
        if _is_project(folder):
            return folder
        raise ImpactError(
            f"IMPACT_HOME names '{folder}', which lacks data/sources.csv, params/ or notebooks/. "
            "Name the folder of a checkout, or unset it."
        )
    checkout = Path(__file__).resolve().parents[2]
    for folder in (Path(working), *Path(working).parents, checkout):
        if _is_project(folder):
            return folder
    raise ImpactError(
        "no project folder found here or above (it holds data/, params/ and notebooks/). "
        "Go into a checkout, or set IMPACT_HOME to one."
    )


def project_folder() -> Path:
    """Return the project: `IMPACT_HOME`, the nearest one above here, or this checkout."""
    return _found(os.environ.get("IMPACT_HOME"), os.getcwd())  # noqa: PTH109


def data_folder() -> Path:
    """Return the folder of catalogue, places and snapshots."""
    return project_folder() / "data"


def snapshots_folder() -> Path:
    """Return the folder that holds one folder per snapshot."""
    return data_folder() / "snapshots"


def params_folder() -> Path:
    """Return the folder an analyst edits."""
    return project_folder() / "params"


def notebooks_folder() -> Path:
    """Return the folder of the notebooks that make reports."""
    return project_folder() / "notebooks"
