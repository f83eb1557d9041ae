"""What a report and a batch were made of: figures, params, versions and files, as JSON."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import impact
from impact.run.outputs import write_whole

NAME = "manifest.json"
_LIBRARIES = (
    "numpy",
    "pandas",
    "scipy",
    "statsmodels",
    "matplotlib",
    "seaborn",
    "pyarrow",
    "papermill",
    "ipykernel",
    "typst",
)


def versions() -> dict[str, str]:
    """Return the versions of all that calculates or draws."""
    found = {"impact": impact.__version__, "python": platform.python_version()}
    for library in _LIBRARIES:
        try:
            found[library] = metadata.version(library)
        except metadata.PackageNotFoundError:
            found[library] = "not installed"
    return found


def files(folder: Path) -> dict[str, dict[str, Any]]:
    """Return size in bytes and sha256 of every file of a report, by name."""
    return {
        path.name: {
            "bytes": path.stat().st_size,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name != NAME
    }


def write(folder: Path, content: Mapping[str, Any]) -> None:
    """Write a manifest into a folder, whole or not at all."""
    text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)
    write_whole(folder / NAME, text + "\n")


def read(folder: Path) -> dict[str, Any] | None:
    """Return the manifest of a folder; None when there is none that can be read."""
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) else None


def reports(folder: Path, places: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return the manifests of the reports that stand in a batch's folder, by place."""
    found = {place: read(folder / place) for place in places}
    return {place: content for place, content in found.items() if content is not None}
