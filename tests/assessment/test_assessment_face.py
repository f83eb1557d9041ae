"""The public face of the assessment room: documented, and listed for readers."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from impact import assessment

ROOT = Path(__file__).parents[2]
FUNCTIONS = [name for name in assessment.__all__ if inspect.isfunction(getattr(assessment, name))]
GUIDE = (ROOT / "docs" / "assessment.md").read_text("utf-8")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_docstring_says_what_goes_in_and_comes_out(name: str) -> None:
    text = inspect.getdoc(getattr(assessment, name))
    assert text.splitlines()[0].endswith(".")
    for section in ("Parameters", "Returns"):
        assert f"{section}\n{'-' * len(section)}" in text, section


@pytest.mark.parametrize("name", assessment.__all__)
def test_the_guide_names_everything_public(name: str) -> None:
    assert f"`{name}`" in GUIDE


@pytest.mark.parametrize("name", FUNCTIONS)
def test_few_arguments_go_without_a_name(name: str) -> None:
    parameters = inspect.signature(getattr(assessment, name)).parameters.values()
    positional = [p for p in parameters if p.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD]
    assert len(positional) <= 4, name


ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in GUIDE.splitlines()
    if line.startswith("| ") and line.count("|") == 4 and not line.startswith("| question")
]


@pytest.mark.parametrize("row", [row for row in ROWS if row[2]], ids=lambda row: row[0])
def test_a_notebook_named_in_the_guide_shows_the_function(row: list[str]) -> None:
    source = (ROOT / "notebooks" / "gallery" / f"{row[2]}.ipynb").read_text("utf-8")
    assert any(re.search(rf"\b{name}\b", source) for name in re.findall(r"`(\w+)`", row[1]))
