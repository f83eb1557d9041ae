"""Whole runs, made once and looked at by many tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def impact(*arguments: str, home: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command line as an analyst does, in a project folder."""
    return subprocess.run(
        [sys.executable, "-m", "impact", *arguments],
        cwd=home,
        env={**os.environ, "IMPACT_HOME": str(home)},
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="session")
def command() -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command line."""
    return impact


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, since a run stores results and registers predictions."""
    copy = tmp_path_factory.mktemp("home")
    for name in ("data", "params", "notebooks"):
        shutil.copytree(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="session")
def jonkoping(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The main job: an assessment, 13 municipalities and their region in two languages."""
    out = tmp_path_factory.mktemp("jonkoping")
    done = impact("run", "params/jonkoping.yml", "--out", str(out), "--quiet", home=home)
    assert done.returncode == 0, done.stdout + done.stderr
    return out / "jonkoping" / "2024"


@pytest.fixture(scope="session")
def abroad(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bilingual Finnish municipality and a Norwegian one."""
    out = tmp_path_factory.mktemp("abroad")
    for plan, place in (("finland", "Kauniainen"), ("telemark", "Skien")):
        options = ("--only", place, "--out", str(out), "--quiet")
        run = impact("run", f"params/{plan}.yml", *options, home=home)
        assert run.returncode == 0, run.stdout + run.stderr
    return out


@pytest.fixture(scope="session")
def assessed(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three example assessments, each in its languages."""
    out = tmp_path_factory.mktemp("assessed")
    for file in sorted((home / "params/assessments").glob("*.yml")):
        day = ("--date", "2026-11-22")
        run = impact("assess", str(file), "--out", str(out), *day, home=home)
        assert run.returncode == 0, run.stdout + run.stderr
    return out
