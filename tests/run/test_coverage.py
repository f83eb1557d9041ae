"""A report year without figures is refused before anything is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from impact.cli import app
from impact.errors import NoFigures
from impact.run.coverage import check_coverage
from impact.run.params.plan import load_plan


@pytest.mark.parametrize("year", [1991, 2060])
def test_a_year_no_figure_is_near_is_named_with_the_years_there_are(year: int) -> None:
    plan = load_plan("params/jonkoping.yml", year=year)
    with pytest.raises(NoFigures, match=rf"report of {year}.*from 1998 to 2024"):
        check_coverage(plan)


def test_the_years_of_the_shipped_plans_have_figures() -> None:
    for name in ("jonkoping", "skane", "sweden", "telemark", "finland", "norway"):
        check_coverage(load_plan(f"params/{name}.yml"))


def test_the_command_says_so_and_leaves_nothing_behind(tmp_path: Path) -> None:
    arguments = ["run", "params/jonkoping.yml", "--year", "2060", "--out", str(tmp_path)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert "no figures of SE" in result.output.replace("\n", " ")
    assert not list(tmp_path.rglob("*.html"))
