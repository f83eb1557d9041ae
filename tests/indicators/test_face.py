"""The public face of the statistics: documented, listed for readers, safe with what it is given."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from impact import indicators

ROOT = Path(__file__).parents[2]
FUNCTIONS = [name for name in indicators.__all__ if inspect.isfunction(getattr(indicators, name))]
TABLES_FIRST = [
    name
    for name in FUNCTIONS
    if next(iter(inspect.signature(getattr(indicators, name)).parameters.values())).annotation
    == "pd.DataFrame"
]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_docstring_says_what_goes_in_and_comes_out(name):
    text = inspect.getdoc(getattr(indicators, name))
    assert text.splitlines()[0].endswith(".")
    for section in ("Parameters", "Returns"):
        assert f"{section}\n{'-' * len(section)}" in text, section


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_guide_names_every_function(name):
    assert f"`{name}`" in (ROOT / "docs" / "statistics.md").read_text("utf-8") or name in HELPERS


HELPERS = {"age_bands", "fold_weights", "place_sums", "protect_added", "shows_small_numbers"}


@pytest.mark.parametrize("name", TABLES_FIRST)
def test_columns_are_named_by_keyword(name):
    parameters = list(inspect.signature(getattr(indicators, name)).parameters.values())
    by_keyword = (inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD)
    positional = [p for p in parameters if p.kind not in by_keyword]
    second = {"reference", "rule", "factor", "noise"}
    assert {p.name for p in positional[1:]} <= second, name


def test_every_family_has_a_gallery_notebook():
    shown = {path.stem for path in (ROOT / "notebooks" / "gallery").glob("*.ipynb")}
    assert shown >= {
        "compare",
        "funnel",
        "inequality",
        "life_expectancy",
        "peers",
        "protection",
        "ranks",
        "rates",
        "standardisation",
        "trend",
    }
    for path in (ROOT / "notebooks" / "gallery").glob("*.ipynb"):
        text = path.read_text("utf-8")
        assert "NBVAL_CHECK_OUTPUT" in text, path.name
