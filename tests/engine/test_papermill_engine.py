"""papermill's own calls, with this engine behind them."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from notebook_jobs import cells_of, errors, printed, write

from impact.engine import papermill_engine
from impact.engine.papermill_engine import WarmEngine

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, as on Linux")

GIVEN = ("name = 'nobody'", "parameters")


@pytest.fixture(scope="module", autouse=True)
def registered() -> Iterator[None]:
    from papermill.engines import papermill_engines

    papermill_engines.register("impact", WarmEngine)
    yield
    papermill_engine._close_pools()


def execute(notebook: Path, output: Path | None, parameters: Any = None, **options: Any) -> Any:
    from papermill import execute_notebook

    options = {"engine_name": "impact", "progress_bar": False, **options}
    return execute_notebook(str(notebook), output and str(output), parameters, **options)


def test_parameters_outputs_and_states_are_those_of_papermill(tmp_path, monkeypatch):
    cells = (
        GIVEN,
        "shown = display('first', display_id='one')\nprint('hello', name)",
        "shown.update('second')\nimport sys; print('late', file=sys.stderr)",
        "",
        "await __import__('asyncio').sleep(0, 'done')",
    )
    notebook = write(tmp_path / "in.ipynb", *cells)
    warm = execute(notebook, tmp_path / "warm.ipynb", {"name": "you"})
    cold = execute(notebook, tmp_path / "cold.ipynb", {"name": "you"}, engine_name=None)
    saved = json.loads((tmp_path / "warm.ipynb").read_text("utf-8"))
    assert len(saved["cells"]) == len(warm.cells) == len(cold.cells) == 6
    for mine, theirs in zip(warm.cells, cold.cells, strict=True):
        assert mine.source == theirs.source
        assert mine.outputs == theirs.outputs
        assert mine.execution_count == theirs.execution_count
        states = [cell.metadata.papermill[part] for cell in (mine, theirs) for part in ("status",)]
        assert states == ["completed", "completed"]
        assert mine.metadata.papermill["duration"] is not None
    assert warm.metadata.language_info == cold.metadata.language_info
    assert warm.metadata.papermill["parameters"] == {"name": "you"}


def test_a_failing_cell_raises_papermills_own_error_and_is_the_last(tmp_path):
    from papermill.exceptions import PapermillExecutionError

    notebook = write(tmp_path / "in.ipynb", "print('begun')", "1 / 0", "print('never')")
    with pytest.raises(PapermillExecutionError, match="ZeroDivisionError"):
        execute(notebook, tmp_path / "out.ipynb")
    assert printed(tmp_path / "out.ipynb") == "begun\n"
    (error,) = errors(tmp_path / "out.ipynb")
    assert error["ename"] == "ZeroDivisionError"
    states = [cell["metadata"].get("papermill", {}) for cell in cells_of(tmp_path / "out.ipynb")]
    told = [state["status"] for state in states if "status" in state]
    assert told[:2] == ["completed", "failed"]


@pytest.mark.parametrize(
    ("source", "options", "said"),
    [
        ("while True:\n    pass", {"execution_timeout": 1}, "more than 1 second"),
        ("held = bytearray(400_000_000)", {"memory": 100}, "MemoryError"),
        ("import os\nos._exit(3)", {}, "exit code 3"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)", {}, "SIGSEGV"),
    ],
)
def test_whatever_ends_a_cell_stands_in_the_notebook_and_the_next_one_runs(
    tmp_path, source, options, said
):
    from papermill.exceptions import PapermillExecutionError

    notebook = write(tmp_path / "in.ipynb", "print('begun')", source, "print('never')")
    output = tmp_path / "out.ipynb"
    with pytest.raises(PapermillExecutionError, match=said):
        execute(notebook, output, **options)
    assert printed(output) == "begun\n"
    assert len(errors(output)) == 1
    assert cells_of(output)[-1]["execution_count"] is None
    good = write(tmp_path / "good.ipynb", "print('fine')")
    execute(good, tmp_path / "good-out.ipynb")
    assert printed(tmp_path / "good-out.ipynb") == "fine\n"


def test_cells_are_told_of_and_saved_one_by_one(tmp_path):
    go = str(tmp_path / "go")
    slow = f"import os, time\nwhile not os.path.exists({go!r}):\n    time.sleep(0.01)"
    notebook = write(tmp_path / "in.ipynb", "print('first')", slow)
    output = tmp_path / "out.ipynb"

    class Seen(io.StringIO):
        def write(self, text: str) -> int:
            (tmp_path / "go").touch()
            return super().write(text)

    seen = Seen()
    execute(notebook, output, stdout_file=seen)
    assert seen.getvalue() == "first\n"


def test_an_interrupt_ends_the_cell_under_way_at_once(tmp_path):
    marker = tmp_path / "slept"
    slow = f"import time\ntime.sleep(20)\nopen({str(marker)!r}, 'w').close()"
    notebook = write(tmp_path / "in.ipynb", "print('first')", slow)

    class Interrupted(io.StringIO):
        def write(self, text: str) -> int:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        execute(notebook, tmp_path / "out.ipynb", stdout_file=Interrupted())
    assert not marker.exists()
    good = write(tmp_path / "good.ipynb", "print('fine')")
    execute(good, tmp_path / "good-out.ipynb")
    assert printed(tmp_path / "good-out.ipynb") == "fine\n"


def test_nothing_leaks_from_one_notebook_to_the_next(tmp_path):
    probe = "import json, os\nprint(hasattr(json, 'leak'), 'LEAK' in os.environ, 'leak' in dir())"
    leak = "import json, os\njson.leak = os.environ['LEAK'] = leak = '1'"
    execute(write(tmp_path / "leak.ipynb", leak), None)
    execute(write(tmp_path / "probe.ipynb", probe), tmp_path / "out.ipynb")
    assert printed(tmp_path / "out.ipynb") == "False False False\n"


def test_figures_and_working_folder_can_be_chosen(tmp_path):
    source = "import os, matplotlib.pyplot as plt\nprint(os.getcwd())\nplt.plot([1, 2]);"
    notebook = write(tmp_path / "in.ipynb", source)
    (tmp_path / "else").mkdir()
    output = tmp_path / "out.ipynb"
    execute(notebook, output, figures="svg", cwd=str(tmp_path / "else"))
    assert printed(output) == f"{tmp_path / 'else'}\n"
    kinds = [kind for shown in cells_of(output)[0]["outputs"] for kind in shown.get("data", ())]
    assert "image/svg+xml" in kinds


def test_the_entry_point_names_this_engine_and_loads_whichever_comes_first():
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8")
    assert 'impact = "impact.engine.papermill_engine:WarmEngine"' in text
    entry = EntryPoint("impact", "impact.engine.papermill_engine:WarmEngine", "papermill.engine")
    assert entry.load() is WarmEngine
    program = (
        "import sys, impact.engine.papermill_engine as e;"
        "print('papermill' in sys.modules, 'IPython' in sys.modules);"
        "import papermill.engines as p; print(e.WarmEngine.nb_kernel_name({}, 'python3'))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert said.stdout == "False False\npython3\n", said.stderr
