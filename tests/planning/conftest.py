"""Figures and optima of published problems, not part of the project, where a reader has them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[2]


class Case(NamedTuple):
    """A published problem: its folder of figures, and the optimum others printed for it."""

    folder: Path
    expected: dict[str, Any]


def _cases() -> Path | None:
    """Return `IMPACT_CASES`, or a folder cases/evaluation in a folder beside the project."""
    named = os.environ.get("IMPACT_CASES")
    if named:
        return Path(named)
    return next((path for path in sorted(ROOT.parent.glob("*/cases/evaluation"))), None)


@pytest.fixture(scope="session")
def case() -> Callable[[str], Case]:
    """Return a published problem by the name of its folder, or skip where it is not at hand."""

    def found(name: str) -> Case:
        home = _cases()
        if home is None or not (home / name).is_dir():
            pytest.skip(
                "figures of published problems are not here (IMPACT_CASES names their folder)"
            )
        folder = home / name
        return Case(folder, json.loads((folder / "expected.json").read_text(encoding="utf-8")))

    return found
