"""Params files written by tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

SMALL = """
title: {sv: Två kommuner, en: Two municipalities}
country: SE
places: [Aneby, SE-0680]
languages: [sv, en]
year: 2024
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a params file; what is given is added to a small sound one."""

    def writer(text: str = "", *, name: str = "small.yml", alone: bool = False) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text if alone else SMALL + text, encoding="utf-8")
        return path

    return writer
