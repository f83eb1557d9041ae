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
_ON_CARD = ("kind", "languages", "headline", "title", "example")
_LIBRARIES = (
    "babel",
    "fluent.runtime",
    "ipykernel",
    "ipython",
    "jinja2",
    "matplotlib",
    "nbclient",
    "numpy",
    "pandas",
    "papermill",
    "pyarrow",
    "pydantic",
    "pyyaml",
    "scipy",
    "seaborn",
    "statsmodels",
    "typst",
)


def versions() -> dict[str, str]:
    """Return the versions of all that calculates, draws or prints."""
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


def cards(folder: Path, names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return what the way in says of the reports that stand in a batch's folder, by name.

    Parameters
    ----------
    folder
        The batch's folder, or that of its assessments.
    names
        Of the reports' folders; those without a readable manifest are left out.
    """
    found = {}
    for name in names:
        content = read(folder / name)
        if content is not None and isinstance(content.get("languages"), list):
            found[name] = {key: content[key] for key in _ON_CARD if key in content}
    return found
