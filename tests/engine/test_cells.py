"""Cells run in a forked process leave, byte by byte, what papermill with a kernel leaves."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from notebook_jobs import WARM_UP, Run, cells_of, errors, make, prepare, printed, write

from impact.engine import plain
from impact.engine.limits import Limits
from impact.engine.pool import WarmPool

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, as on Linux")

ROOT = Path(__file__).parents[2]
TORTURE = Path(__file__).parent / "notebooks/torture.ipynb"
CLOCK = re.compile(r'<dc:date>[^<]*|(CPU times|Wall time): [^"\\]*')
Both = Callable[..., tuple[Path, Path]]


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WarmPool]:
    with WarmPool(tmp_path_factory.mktemp("pool"), warm_up=WARM_UP) as opened:
        yield opened


@pytest.fixture
def run(pool: WarmPool) -> Callable[..., str]:
    """Run a notebook warm; return what went wrong."""

    def through(*arguments: Any, **options: Any) -> str:
        problem = pool.call(make, Run(*arguments, **options), prepare=prepare, limits=Limits(120))
        assert isinstance(problem, str), problem
        return problem

    return through


@pytest.fixture
def both(run: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Both:
    """Run a notebook warm and through papermill with a kernel; return both files."""

    def through(notebook: Path, parameters: dict[str, Any], **options: Any) -> tuple[Path, Path]:
        warm, cold = tmp_path / "warm.ipynb", tmp_path / "plain.ipynb"
        for name, value in plain.kernel_environment(tmp_path / "kernel").items():
            if name != "IMPACT_HOME":
                monkeypatch.setenv(name, value)
        monkeypatch.delenv("PYTEST_CURRENT_TEST", raising=False)  # kernels print otherwise then
        own = options.pop("own", ())
        problem = make(Run(notebook, cold, parameters, **options))
        assert run(notebook, warm, parameters, own, **options) == problem
        return warm, cold

    return through


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's folders, so that nothing can be written into the checkout."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("data", "params", "notebooks"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("municipality", {"params_file": "params/jonkoping.yml", "place": "SE-0604"}),
        ("region", {"params_file": "params/jonkoping.yml"}),
        ("assessment", {"assessment_file": "params/assessments/jonkoping_attendance.yml"}),
        ("evaluation", {"evaluation_file": "params/evaluations/no_action_zone.yml"}),
    ],
)
def test_every_notebook_of_the_project_gives_the_same_bytes(
    name, parameters, home, both, monkeypatch
):
    monkeypatch.setenv("IMPACT_HOME", str(home))
    notebook = home / f"notebooks/{name}.ipynb"
    warm, cold = both(notebook, parameters, own=("place",))
    assert len([cell for cell in cells_of(warm) if cell.get("outputs")]) > 5
    assert not errors(warm)
    assert warm.read_bytes() == cold.read_bytes()


def lines_of_streams(cell: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """What a cell printed, stream by stream, its lines sorted."""
    streams: dict[str, str] = {"stdout": "", "stderr": ""}
    for output in cell.get("outputs", ()):
        if output["output_type"] == "stream":
            streams[output["name"]] += output["text"]
    return [(name, sorted(text.splitlines())) for name, text in streams.items()]


def without_clock(cell: dict[str, Any]) -> str:
    return CLOCK.sub("", json.dumps(cell, ensure_ascii=False))


@pytest.mark.parametrize("kind", ["calm", "trouble", "ends"])
def test_the_torture_notebook_is_equal_cell_by_cell(kind, both):
    warm, cold = both(TORTURE, {"kind": kind, "amount": 2}, own=("kind",))
    found, wanted = cells_of(warm), cells_of(cold)
    assert [cell["id"] for cell in found] == [cell["id"] for cell in wanted]
    assert bool(errors(warm)) == (kind != "calm")
    for mine, theirs in zip(found, wanted, strict=True):
        if "subprocess.run" in mine["source"]:  # a kernel hears of programs a little later
            assert lines_of_streams(mine) == lines_of_streams(theirs)
        else:
            assert without_clock(mine) == without_clock(theirs), mine["source"]
    about = [json.loads(path.read_text("utf-8"))["metadata"] for path in (warm, cold)]
    assert about[0] == about[1]


def test_the_torture_notebook_shows_what_it_should(run, tmp_path):
    output = tmp_path / "out.ipynb"
    assert run(TORTURE, output, {"kind": "calm", "amount": 2}, ("kind",)) == ""
    text = json.dumps([cell.get("outputs") for cell in cells_of(output)])
    for said in (
        "problem from os.system",
        "a warning of a cell",
        "a logged warning",
        "from a line",
        "from bash",
        "first text, updated",
        "shared *display* of calm",
        "asyncio.run() cannot be called from a running event loop",
        "StdinNotImplementedError",
        "Point(x=1, y=2)",
        "a" * 200_000,
        "the end",
    ):
        assert said in text, said
    for not_said in ("gone", "step 0", "never run", "first text'", "ipykernel_", str(tmp_path)):
        assert not_said not in text, not_said
    assert "step 2\n" in printed(output)
    pictures = [
        kind
        for cell in cells_of(output)
        for shown in cell.get("outputs", ())
        for kind in shown.get("data", {})
        if kind.startswith("image/")
    ]
    assert pictures.count("image/svg+xml") == 1
    assert pictures.count("image/png") == 5


def test_what_is_printed_keeps_its_order_whoever_prints_it(run, tmp_path):
    source = "import os\nfor n in range(9):\n    print(n)\n    os.system(f'echo {n} again')"
    notebook = write(tmp_path / "order.ipynb", source)
    assert run(notebook, tmp_path / "out.ipynb") == ""
    assert printed(tmp_path / "out.ipynb") == "".join(f"{n}\n{n} again\n" for n in range(9))


@pytest.mark.parametrize(
    "cells",
    [
        ["%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])", "%gui"],
        ["open('beside.py', 'w').write('value = 5')", "import beside\nbeside.value"],
        [
            "import multiprocessing, sys\n"
            "one = multiprocessing.get_context('fork').Process(target=print, args=('forked',))\n"
            "one.start()\none.join()\none.exitcode"
        ],
        ["import os, signal, time\nos.kill(os.getpid(), signal.SIGINT)\ntime.sleep(20)", "1"],
        ["raise ValueError('\\udcff')"],
        ["from IPython.display import Pretty\nPretty('<a at 0x1f> \\udcff')"],
        ["input('who?')"],
        [
            "from pathlib import Path\nPath.cwd() / 'x.csv'",
            "print('https://x.org/tmp/y', '/tmp/y')",
        ],
        ["%debug"],
    ],
    ids=["magic", "module", "forked", "interrupt", "error", "text", "input", "paths", "debug"],
)
def test_what_a_kernel_does_is_done_here(cells, both, tmp_path):
    warm, cold = both(write(tmp_path / "kernel.ipynb", *cells), {})
    assert any(cell.get("outputs") for cell in cells_of(warm))
    assert warm.read_bytes() == cold.read_bytes()


def test_a_folder_that_was_removed_keeps_nothing_from_running(tmp_path, monkeypatch):
    removed = tmp_path / "removed"
    removed.mkdir()
    monkeypatch.chdir(removed)
    removed.rmdir()
    monkeypatch.delenv("IMPACT_HOME", raising=False)
    notebook, output = write(tmp_path / "in.ipynb", "print('fine')"), tmp_path / "out.ipynb"
    with WarmPool(tmp_path, warm_up=WARM_UP) as pool:
        assert pool.call(make, Run(notebook, output), prepare=prepare) == ""
    assert printed(output) == "fine\n"


def test_half_a_sign_that_no_file_can_hold_is_printed_as_a_mark(run, tmp_path):
    notebook = write(tmp_path / "half.ipynb", "print('a\\ud800b')", "print('after')")
    assert run(notebook, tmp_path / "out.ipynb") == ""
    assert printed(tmp_path / "out.ipynb") == "a\N{REPLACEMENT CHARACTER}b\nafter\n"


def test_what_a_forked_process_prints_is_heard_once(run, tmp_path):
    source = (
        "import os, sys\nprint('before')\nforked = os.fork()\nif forked == 0:\n"
        "    print('forked')\n    sys.stdout.flush()\n    os._exit(0)\n"
        "done = os.waitpid(forked, 0)\nprint('after')"
    )
    notebook = write(tmp_path / "forks.ipynb", source)
    assert run(notebook, tmp_path / "out.ipynb") == ""
    assert printed(tmp_path / "out.ipynb") == "before\nforked\nafter\n"


def test_programs_started_print_with_either_stream_as_their_own(run, tmp_path):
    source = (
        "import subprocess, sys\n"
        "done = subprocess.run('echo out; echo problem >&2', shell=True, stdout=sys.stdout,"
        " stderr=sys.stderr)\n"
        "done = subprocess.run('echo late > /dev/stdout', shell=True)"
    )
    notebook = write(tmp_path / "programs.ipynb", source)
    assert run(notebook, tmp_path / "out.ipynb") == ""
    assert printed(tmp_path / "out.ipynb") == "out\nlate\n"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{}['x']", "KeyError: 'x'"),
        ("this is no Python", "SyntaxError: invalid syntax"),
        ("while True:\n    pass", "OutOfTime: cell 2 took more than 1 second"),
    ],
)
def test_a_cell_that_fails_is_the_last_and_its_traceback_is_saved(run, tmp_path, source, said):
    cells = ("print('begun')", source, "print('never')")
    notebook, output = write(tmp_path / "fails.ipynb", *cells), tmp_path / "out.ipynb"
    assert run(notebook, output, cell_seconds=1).startswith(said)
    assert printed(output) == "begun\n"
    (error,) = errors(output)
    assert error["ename"] == said.partition(":")[0]
    assert error["traceback"]
    assert [cell["execution_count"] for cell in cells_of(output) if cell["id"] == "cell-2"] == [
        None
    ]


def test_a_notebook_that_cannot_be_read_fails_and_says_so(run, tmp_path):
    output = tmp_path / "out.ipynb"
    assert run(tmp_path / "nowhere.ipynb", output).startswith("FileNotFoundError")
    assert len(errors(output)) == 1
    (tmp_path / "half.ipynb").write_text('{"cells": [', encoding="utf-8")
    assert "half.ipynb" in run(tmp_path / "half.ipynb", output) or errors(output)


def test_figures_can_be_svg_with_text_as_text_and_the_same_bytes_each_time(both, run, tmp_path):
    source = "import matplotlib.pyplot as plt\nplt.title('readable text')\nplt.plot([1, 2]);"
    notebook = write(tmp_path / "figure.ipynb", source)
    warm, cold = both(notebook, {}, figures="svg")
    assert warm.read_bytes() == cold.read_bytes()
    (shown,) = [output for cell in cells_of(warm) for output in cell["outputs"]]
    assert set(shown["data"]) == {"image/svg+xml", "text/plain"}
    assert "readable text" in shown["data"]["image/svg+xml"]
    assert run(notebook, tmp_path / "again.ipynb", figures="svg") == ""
    assert (tmp_path / "again.ipynb").read_bytes() == warm.read_bytes()


def test_an_unknown_format_of_figures_is_refused_by_name(run, tmp_path):
    notebook = write(tmp_path / "figure.ipynb", "1")
    said = run(notebook, tmp_path / "out.ipynb", figures="svgs")
    assert "unknown format of figures 'svgs'. Did you mean svg?" in said


def test_importing_the_room_loads_no_machinery():
    heavy = "{'IPython', 'papermill', 'nbclient', 'nbformat', 'pandas', 'numpy', 'zmq'}"
    program = f"import sys, impact.engine; print(sorted({heavy} & set(sys.modules)))"
    assert os.popen(f'{sys.executable} -c "{program}"').read() == "[]\n"
