"""A notebook runs in a kernel of its own, or fails with its traceback saved."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from notebook_jobs import errors, printed, write

from impact import engine
from impact.engine import plain
from impact.errors import ImpactError

TROUBLE = Path(__file__).parents[1] / "run/notebooks/trouble.ipynb"


@pytest.fixture(autouse=True)
def surroundings(tmp_path, monkeypatch):
    for name, value in plain.kernel_environment(tmp_path / "scratch").items():
        monkeypatch.setenv(name, value)


def test_an_executed_notebook_is_saved_without_this_computers_paths(tmp_path, capfd):
    plain.execute(TROUBLE, {"kind": "none"}, tmp_path / "out.ipynb")
    text = (tmp_path / "out.ipynb").read_text(encoding="utf-8")
    assert "kept until the end" in text
    assert str(tmp_path) not in text
    assert str(TROUBLE.parent) not in text
    assert not errors(tmp_path / "out.ipynb")
    assert capfd.readouterr() == ("", "")


def test_outside_of_a_forked_process_the_room_runs_notebooks_this_way(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(plain, "execute", lambda *_, **options: asked.append(options))
    engine.execute(TROUBLE, {}, tmp_path / "out.ipynb", own=("place",), cell_seconds=5)
    assert asked == [{"cell_seconds": 5, "figures": None}]
    assert engine.prepare(TROUBLE, {}, ("place",)) is False


@pytest.mark.parametrize(
    ("kind", "seconds", "said"),
    [
        ("error", 60, "ValueError: a value that is wrong"),
        ("slow", 1, "CellTimeoutError"),
        ("death", 60, "DeadKernelError"),
    ],
)
def test_whatever_goes_wrong_stands_in_the_saved_notebook(tmp_path, kind, seconds, said, capfd):
    output = tmp_path / "out.ipynb"
    with pytest.raises(ImpactError, match=said):
        plain.execute(TROUBLE, {"kind": kind}, output, cell_seconds=seconds)
    (error,) = errors(output)
    assert error["ename"] == said.partition(":")[0]
    assert error["traceback"]
    assert kind in output.read_text(encoding="utf-8")
    assert capfd.readouterr() == ("", "")


def test_what_programs_print_reaches_the_notebook_and_not_the_terminal(
    tmp_path, monkeypatch, capfd
):
    monkeypatch.delenv("PYTEST_CURRENT_TEST", raising=False)  # kernels print otherwise then
    source = "import os, time\nos.system('echo from a program')\ntime.sleep(0.5)"
    notebook = write(tmp_path / "program.ipynb", source)
    plain.execute(notebook, {}, tmp_path / "out.ipynb")
    assert printed(tmp_path / "out.ipynb") == "from a program\n"
    assert capfd.readouterr() == ("", "")


def test_chance_begins_alike_in_every_run(tmp_path):
    source = "import random\nimport numpy\nprint(random.random(), numpy.random.random())"
    notebook = write(tmp_path / "chance.ipynb", source)
    for name in ("first", "second"):
        plain.execute(notebook, {}, tmp_path / f"{name}.ipynb")
    first, second = ((tmp_path / f"{name}.ipynb").read_bytes() for name in ("first", "second"))
    assert first == second


def test_a_notebook_that_is_missing_fails_like_any_other(tmp_path):
    output = tmp_path / "out.ipynb"
    with pytest.raises(ImpactError, match="FileNotFoundError"):
        plain.execute(tmp_path / "nowhere.ipynb", {}, output)
    assert len(errors(output)) == 1


@pytest.mark.skipif(os.name != "posix", reason="Windows kernels talk through ports")
def test_a_kernel_that_dies_before_it_starts_is_started_again(tmp_path, monkeypatch):
    from papermill import execute

    asked = []

    def dying(*arguments, **options):
        asked.append(options["config"].KernelManager.ip)
        if len(asked) < plain.STARTS:
            raise RuntimeError("Kernel died before replying to kernel_info")

    monkeypatch.setattr(execute, "execute_notebook", dying)
    monkeypatch.setattr(plain, "clean_file", lambda output, notebook: None)
    plain.execute(TROUBLE, {}, tmp_path / "out.ipynb")
    assert len(asked) == len(set(asked)) == plain.STARTS


def test_a_kernel_that_never_starts_is_a_failure_that_says_so(tmp_path, monkeypatch):
    from papermill import execute

    def dying(*arguments, **options):
        raise RuntimeError("Kernel died before replying to kernel_info")

    monkeypatch.setattr(execute, "execute_notebook", dying)
    with pytest.raises(ImpactError, match="Kernel died before replying"):
        plain.execute(TROUBLE, {}, tmp_path / "out.ipynb")
    assert errors(tmp_path / "out.ipynb")
