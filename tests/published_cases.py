"""Figures and numbers of published studies and problems, where a reader has them.

They are no part of the project: `IMPACT_CASES` names their folder, or it is `cases/evaluation` in a
folder beside the project.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[1]


class Case(NamedTuple):
    """A published case: its folder of figures, and the numbers others printed for it."""

    folder: Path
    expected: dict[str, Any]


def _cases() -> Path | None:
    named = os.environ.get("IMPACT_CASES")
    if named:
        return Path(named)
    return next((path for path in sorted(ROOT.parent.glob("*/cases/evaluation"))), None)


@pytest.fixture(scope="session")
def case() -> Callable[[str], Case]:
    """Return a published case by the name of its folder, or skip where it is not at hand."""

    def found(name: str) -> Case:
        home = _cases()
        if home is None or not (home / name).is_dir():
            pytest.skip("figures of published cases are not here (IMPACT_CASES names their folder)")
        folder = home / name
        return Case(folder, json.loads((folder / "expected.json").read_text(encoding="utf-8")))

    return found
