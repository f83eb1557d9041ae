"""A notebook runs, or fails with its traceback saved."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from impact.errors import ImpactError
from impact.run import engine

TROUBLE = Path(__file__).parent / "notebooks/trouble.ipynb"


@pytest.fixture(autouse=True)
def surroundings(tmp_path, monkeypatch):
    for name, value in engine.kernel_environment(tmp_path / "scratch").items():
        monkeypatch.setenv(name, value)


def errors(path: Path) -> list[dict]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    return [output for output in outputs if output["output_type"] == "error"]


def test_an_executed_notebook_is_saved_without_this_computers_paths(tmp_path, capfd):
    engine.execute(TROUBLE, {"kind": "none"}, tmp_path / "out.ipynb")
    text = (tmp_path / "out.ipynb").read_text(encoding="utf-8")
    assert "kept until the end" in text
    assert str(tmp_path) not in text
    assert str(TROUBLE.parent) not in text
    assert not errors(tmp_path / "out.ipynb")
    assert capfd.readouterr().err == ""


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
        engine.execute(TROUBLE, {"kind": kind}, output, cell_seconds=seconds)
    (error,) = errors(output)
    assert error["ename"] == said.partition(":")[0]
    assert error["traceback"]
    assert kind in output.read_text(encoding="utf-8")
    assert capfd.readouterr().err == ""


def test_a_notebook_that_is_missing_fails_like_any_other(tmp_path):
    output = tmp_path / "out.ipynb"
    with pytest.raises(ImpactError, match="FileNotFoundError"):
        engine.execute(tmp_path / "nowhere.ipynb", {}, output)
    assert len(errors(output)) == 1


@pytest.mark.skipif(os.name != "posix", reason="Windows kernels talk through ports")
def test_a_kernel_that_dies_before_it_starts_is_started_again(tmp_path, monkeypatch):
    from papermill import execute

    asked = []

    def dying(*arguments, **options):
        asked.append(options["config"].KernelManager.ip)
        if len(asked) < engine.STARTS:
            raise RuntimeError("Kernel died before replying to kernel_info")

    monkeypatch.setattr(execute, "execute_notebook", dying)
    monkeypatch.setattr(engine, "_clean", lambda output, notebook: None)
    engine.execute(TROUBLE, {}, tmp_path / "out.ipynb")
    assert len(asked) == len(set(asked)) == engine.STARTS


def test_a_kernel_that_never_starts_is_a_failure_that_says_so(tmp_path, monkeypatch):
    from papermill import execute

    def dying(*arguments, **options):
        raise RuntimeError("Kernel died before replying to kernel_info")

    monkeypatch.setattr(execute, "execute_notebook", dying)
    with pytest.raises(ImpactError, match="Kernel died before replying"):
        engine.execute(TROUBLE, {}, tmp_path / "out.ipynb")
    assert errors(tmp_path / "out.ipynb")
