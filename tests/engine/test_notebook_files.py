"""Executed notebooks hold no clock, computer or chance; those of the dead hold what is known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from notebook_jobs import cells_of, errors, printed, write

from impact.engine import notebook_files


def executed(outputs: list[dict[str, Any]]) -> dict[str, Any]:
    cell = {
        "cell_type": "code",
        "id": "one",
        "metadata": {"papermill": {"duration": 3}, "execution": {"iopub": "now"}, "tags": []},
        "source": "1",
        "execution_count": 1,
        "outputs": outputs,
    }
    about = {"papermill": {"duration": 3, "start_time": "now", "version": "2", "exception": None}}
    return {"cells": [cell], "metadata": about, "nbformat": 4, "nbformat_minor": 5}


def stream(name: str, text: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": text}


def shown(text: str) -> dict[str, Any]:
    return {"output_type": "display_data", "data": {"text/plain": text}, "metadata": {}}


def cleaned(tmp_path: Path, *outputs: dict[str, Any]) -> dict[str, Any]:
    source = write(tmp_path / "source.ipynb", "1")
    return notebook_files.cleaned(executed(list(outputs)), source)


def test_times_are_taken_out_of_a_notebook_and_its_cells(tmp_path):
    found = cleaned(tmp_path)
    about = found["metadata"]["papermill"]
    assert about == {"exception": None, "input_path": "source.ipynb", "version": "2"}
    assert found["cells"][0]["metadata"] == {"tags": []}


def test_printed_text_becomes_one_of_each_stream_between_two_other_outputs(tmp_path):
    found = cleaned(
        tmp_path,
        stream("stdout", "a"),
        stream("stderr", "problem"),
        stream("stdout", "b"),
        shown("table"),
        stream("stderr", "c"),
        stream("stdout", "d"),
        stream("stderr", "e"),
    )
    outputs = found["cells"][0]["outputs"]
    assert outputs == [
        stream("stdout", "ab"),
        stream("stderr", "problem"),
        shown("table"),
        stream("stdout", "d"),
        stream("stderr", "ce"),
    ]


def test_files_of_cells_of_libraries_and_addresses_are_taken_out(tmp_path):
    library = Path(json.__file__).as_posix()
    text = f"/somewhere/ipykernel_123/456.py:1: UserWarning\n{library}:3: UserWarning\n"
    found = cleaned(tmp_path, stream("stderr", text), shown("<function f at 0x7fd3>, 0x7fd3"))
    warning, address = found["cells"][0]["outputs"]
    assert warning["text"] == "456.py:1: UserWarning\njson/__init__.py:3: UserWarning\n"
    assert address["data"]["text/plain"] == "<function f at 0x0>, 0x7fd3"


def test_folders_of_this_computer_are_taken_out_of_results_too(tmp_path):
    home = Path.home().as_posix()
    table = {"text/html": f"<td>{home}/x.csv</td>", "text/plain": f"PosixPath('{home}/x.csv')"}
    elsewhere = f"https://example.org{home}/x and data{home}/x"
    found = cleaned(
        tmp_path,
        {"output_type": "execute_result", "data": table, "metadata": {}, "execution_count": 1},
        stream("stdout", elsewhere),
    )
    result, text = found["cells"][0]["outputs"]
    assert result["data"] == {"text/html": "<td>x.csv</td>", "text/plain": "PosixPath('x.csv')"}
    assert text["text"] == elsewhere


def test_cells_without_an_id_are_numbered_and_injected_ones_named(tmp_path):
    source = write(tmp_path / "old.ipynb", "1", "2")
    content = json.loads(source.read_text("utf-8"))
    for cell in content["cells"]:
        del cell["id"]
    source.write_text(json.dumps({**content, "nbformat_minor": 4}), encoding="utf-8")
    first, second = (notebook_files.load(source) for _ in range(2))
    assert [cell["id"] for cell in first["cells"]] == ["cell-00", "cell-01"]
    first["cells"][0]["metadata"]["tags"] = ["injected-parameters"]
    found = notebook_files.cleaned(first, source)
    assert [cell["id"] for cell in found["cells"]] == ["injected-parameters", "cell-01"]
    assert notebook_files.cleaned(second, source)["cells"][1]["id"] == "cell-01"


@pytest.mark.parametrize(("begun", "position"), [(True, 2), (False, 3)])
def test_a_lost_notebook_holds_what_the_journal_tells_and_the_reason(tmp_path, begun, position):
    notebook = write(tmp_path / "in.ipynb", ("place = 1", "parameters"), "print(place)")
    done = {
        "cell_type": "code",
        "id": "cell-1",
        "metadata": {"tags": []},
        "source": "print(place)",
        "execution_count": 3,
        "outputs": [stream("stdout", "two\n")],
    }
    events: list[dict[str, Any]] = [{"start": 2}, {"finish": 2, "cell": done}]
    told = [{"start": 1}] if begun else events
    output = tmp_path / "out.ipynb"
    reason = "its process was killed from outside (SIGKILL)."
    notebook_files.save_lost(notebook, {"place": 2}, output, reason, told, "last words\n")
    cells = cells_of(output)
    assert [cell["id"] for cell in cells[:2]] == ["cell-0", "injected-parameters"]
    assert "place = 2" in cells[1]["source"]
    (error,) = errors(output)
    assert error["evalue"] == reason
    assert [cell["id"] for cell in cells].index("failure") == position
    assert "last words" in json.dumps(cells[position]["outputs"])
    assert printed(output) == ("" if begun else "two\n")


def test_a_lost_notebook_that_cannot_be_read_still_gives_the_reason(tmp_path):
    (tmp_path / "in.ipynb").write_text("no notebook", encoding="utf-8")
    output = tmp_path / "out.ipynb"
    notebook_files.save_lost(tmp_path / "in.ipynb", {"place": 2}, output, "it died.")
    (error,) = errors(output)
    assert error["evalue"] == "it died."


def test_a_failure_after_the_notebook_is_added_at_its_end(tmp_path):
    output = write(tmp_path / "out.ipynb", "1")
    try:
        raise ValueError("no page")
    except ValueError as error:
        notebook_files.add_failure(output, error)
    assert cells_of(output)[-1]["id"] == "failure"
    (error,) = errors(output)
    assert (error["ename"], error["evalue"]) == ("ValueError", "no page")
    assert any("test_notebook_files" in line for line in error["traceback"])
