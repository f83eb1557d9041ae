"""A copy of the project to add figures to, and files as analysts make them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from impact import folders

HEADINGS = "place;indicator;year;group;value;numerator;denominator;lower;upper;status;note"


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """A project of its own, with the real data, that IMPACT_HOME points to."""
    home = tmp_path / "project åäö"
    shutil.copytree(folders.data_folder(), home / "data")
    for name in ("params", "notebooks"):
        (home / name).mkdir()
    monkeypatch.setenv("IMPACT_HOME", str(home))
    return home


@pytest.fixture
def csv_file(tmp_path):
    """Write a CSV file of lines under the usual headings."""

    def write(*lines: str, headings: str = HEADINGS, encoding: str = "utf-8", name="figures.csv"):
        path = tmp_path / name
        path.write_bytes("\n".join([headings, *lines, ""]).encode(encoding))
        return path

    return write
