"""What `docs/running.md` tells people to type exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import typer.main

from impact.cli import app
from impact.run.params.plan import load_plan

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs/running.md").read_text(encoding="utf-8")
OF_OTHERS = {
    *("--scheduler-file", "--nworkers", "--nthreads", "--lifetime", "--lifetime-stagger"),
    *("--ntasks", "--cpus-per-task", "--mem-per-cpu", "--time"),
}


def options(command: str) -> set[str]:
    found = typer.main.get_command(app).commands[command].params
    return {name for one in found for name in one.opts if name.startswith("--")}


def test_every_option_exists():
    named = set(re.findall(r"--[a-z][a-z-]+", TEXT)) - OF_OTHERS
    assert len(named) >= 10
    assert named <= options("run") | options("reproduce")


def test_every_option_of_scheduling_and_limits_is_explained():
    wanted = {"--engine", "--scheduler", "--timeout", "--memory", "--progress", "--force"}
    assert wanted <= set(re.findall(r"--[a-z][a-z-]+", TEXT))


@pytest.mark.parametrize("command", sorted(set(re.findall(r"impact ([a-z]+) ", TEXT))))
def test_every_command_exists(command):
    assert command in typer.main.get_command(app).commands


def test_every_params_file_named_can_be_loaded():
    names = set(re.findall(r"params/([a-z]+)\.yml", TEXT))
    names |= set(re.findall(r"\(\"([a-z]+)\", \"([a-z]+)\"\)", TEXT)[0])
    names |= set(re.search(r"for name in ([a-z ]+);", TEXT)[1].split())
    assert len(names) >= 4
    for name in names:
        assert load_plan(ROOT / f"params/{name}.yml").places


def test_the_program_for_a_cluster_can_be_read_by_python():
    (program,) = re.findall(r"```python\n(.*?)```", TEXT, flags=re.DOTALL)
    assert {one.module for one in ast.walk(ast.parse(program)) if isinstance(one, ast.ImportFrom)}
