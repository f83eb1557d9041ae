"""pyproject.toml, environment.yml and requirements.lock name the same packages and ranges."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
CONDA_NAMES = {"matplotlib": "matplotlib-base"}


def declared() -> dict[str, Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    lines = [*project["dependencies"], *(line for extra in extras for line in extra)]
    return {Requirement(line).name.lower(): Requirement(line) for line in lines}


def locked() -> dict[str, list[str]]:
    versions: dict[str, list[str]] = {}
    for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines():
        found = re.match(r"([a-z0-9][a-z0-9._-]*)==([^ ;\\]+)", line)
        if found:
            versions.setdefault(found[1].replace(".", "-"), []).append(found[2])
    return versions


def test_environment_has_the_ranges_of_pyproject() -> None:
    entries = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))["dependencies"]
    pip = next(entry["pip"] for entry in entries if isinstance(entry, dict))
    lines = [entry for entry in entries if isinstance(entry, str) and entry != "pip"]
    lines += [entry for entry in pip if not entry.startswith("--")]
    expected = {
        f"{CONDA_NAMES.get(name, name)}{requirement.specifier}"
        for name, requirement in declared().items()
    }
    assert set(lines) == expected | {"python>=3.11"}


def test_every_dependency_is_locked_within_its_range() -> None:
    versions = locked()
    for name, requirement in declared().items():
        pinned = versions[name.replace(".", "-")]
        assert all(requirement.specifier.contains(version) for version in pinned), name


def test_the_lock_is_hashed_and_names_no_host() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    pins = len(re.findall(r"^[a-z0-9][a-z0-9._-]*==", text, flags=re.MULTILINE))
    assert pins > 100
    assert len(re.findall(r"^[a-z0-9._-]+==.*\\\n    --hash=sha256:", text, re.MULTILINE)) == pins
    assert "://" not in text and "index-url" not in text
