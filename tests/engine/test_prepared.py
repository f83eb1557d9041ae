"""Shared cells run once; a report made after them is what it would be without them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from notebook_jobs import WARM_UP, Run, cells_of, errors, make, prepare, printed, write

from impact.engine import inside
from impact.engine.limits import Death, Limits
from impact.engine.pool import WarmPool

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, as on Linux")

OWN = ("place",)
GIVEN = ("place = 'nowhere'\nyear = 1\nitems = []", "parameters")


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WarmPool]:
    with WarmPool(tmp_path_factory.mktemp("pool"), warm_up=WARM_UP) as opened:
        yield opened


@pytest.fixture
def run(pool: WarmPool, tmp_path: Path) -> Callable[..., tuple[Path, str]]:
    """Run a notebook for a place; return the executed notebook and what went wrong."""

    def through(
        notebook: Path, parameters: dict[str, Any], *, sharing: bool = True
    ) -> tuple[Path, str]:
        name = f"{notebook.stem}-{parameters.get('place')}-{sharing}.ipynb"
        job = Run(notebook, tmp_path / name, parameters, OWN)
        ready = prepare if sharing else None
        problem = pool.call(make, job, prepare=ready, limits=Limits(60))
        assert isinstance(problem, str), problem
        return job.output, problem

    return through


def counting(folder: Path, name: str = "count") -> str:
    """Source of a cell that notes, in a file, that it has run."""
    return f"open({str(folder / name)!r}, 'a').write('x')"


def times(folder: Path, name: str = "count") -> int:
    path = folder / name
    return len(path.read_text()) if path.exists() else 0


def test_shared_cells_run_once_and_give_what_they_give_anyway(run, tmp_path):
    notebook = write(
        tmp_path / "sharing.ipynb",
        GIVEN,
        "import random\nitems.append('between')",
        (f"{counting(tmp_path)};\nitems.append(year)\nprint('shared of', year)", "shared"),
        "print(place, items)",
        "items, random.random(), [len(In), In[2]]",
    )
    files = {}
    for place in ("a", "b", "c"):
        files[place], problem = run(notebook, {"place": place, "year": 2024})
        assert problem == ""
        assert printed(files[place]) == f"shared of 2024\n{place} ['between', 2024]\n"
    assert times(tmp_path) == 1
    for place, output in files.items():
        alone, problem = run(notebook, {"place": place, "year": 2024}, sharing=False)
        assert problem == ""
        assert alone.read_bytes() == output.read_bytes()
    assert times(tmp_path) == 4


def test_other_shared_parameters_or_another_notebook_are_prepared_anew(run, tmp_path):
    path = tmp_path / "anew.ipynb"
    cells = (GIVEN, (f"{counting(tmp_path)}\nprint(year)", "shared"))
    notebook = write(path, *cells)
    for year in (2023, 2024, 2023):
        output, problem = run(notebook, {"place": "a", "year": year})
        assert (problem, printed(output)) == ("", f"{year}\n")
    assert times(tmp_path) == 2
    write(path, *cells, "print('and more')")
    output, problem = run(notebook, {"place": "a", "year": 2023})
    assert (problem, printed(output)) == ("", "2023\nand more\n")
    assert times(tmp_path) == 3


def test_the_notebooks_own_value_is_used_where_none_is_given(run, tmp_path):
    notebook = write(tmp_path / "own.ipynb", GIVEN, ("2 + 2", "shared"), "print(place)")
    output, problem = run(notebook, {"year": 2024})
    assert (problem, printed(output)) == ("", "nowhere\n")


def test_a_name_the_shared_cells_set_themselves_stays_as_they_set_it(run, tmp_path):
    shared = ("for place in ('x', 'y'):\n    pass", "shared")
    notebook = write(tmp_path / "loop.ipynb", GIVEN, shared, "print(place)")
    for sharing in (True, False):
        output, problem = run(notebook, {"place": "a"}, sharing=sharing)
        assert (problem, printed(output)) == ("", "y\n")


@pytest.mark.parametrize(
    "bad",
    [
        "print('of', place)",
        "import asyncio\nleft = asyncio.ensure_future(asyncio.sleep(60))",
        "if place == 'nowhere':\n    raise ValueError",
        "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()",
        "import subprocess\nleft = subprocess.Popen(['cat'], stdin=-1)",
        "left = open('written.txt', 'w')",
        "import os\nos.chdir('..')",
    ],
)
def test_a_shared_cell_that_cannot_be_shared_decides_nothing(run, tmp_path, bad):
    notebook = write(tmp_path / "bad.ipynb", GIVEN, (bad, "shared"), "print('made for', place)")
    for place in ("a", "b"):
        output, problem = run(notebook, {"place": place})
        assert problem == ""
        assert printed(output).endswith(f"made for {place}\n")
        assert not errors(output)


@pytest.mark.parametrize(
    ("shared", "asked"),
    [
        (
            "from concurrent.futures import ThreadPoolExecutor as Pool\n"
            "pool = Pool(1)\nprint(pool.submit(len, 'ab').result())",
            "print(pool.submit(len, place).result(20))",
        ),
        (
            "file = open('log.txt', 'w+')\nfile.write('x')\nprint(2)",
            "file.write(place)\nfile.seek(0)\nprint(len(file.read()) - 1)",
        ),
        (
            "import subprocess\n"
            "counts = subprocess.Popen(['cat'], stdin=-1, stdout=-1, text=True)\nprint(2)",
            "print(len(counts.communicate(place, timeout=20)[0]))",
        ),
    ],
)
def test_what_runs_or_is_open_belongs_to_each_report(run, tmp_path, shared, asked):
    notebook = write(tmp_path / "open.ipynb", GIVEN, (shared, "shared"), asked)
    for place in ("a", "b"):
        output, problem = run(notebook, {"place": place})
        assert (problem, printed(output)) == ("", "2\n1\n")


def test_a_shared_cell_that_fails_for_one_report_fails_for_that_one_alone(run, tmp_path):
    bad = ("if place == 'b':\n    raise ValueError('not b')\nprint('good')", "shared")
    notebook = write(tmp_path / "one.ipynb", GIVEN, bad, "print(place)")
    told = {place: run(notebook, {"place": place}) for place in ("a", "b", "c")}
    assert {place: problem for place, (_, problem) in told.items()} == {
        "a": "",
        "b": "ValueError: not b",
        "c": "",
    }
    assert [printed(told[place][0]) for place in ("a", "c")] == ["good\na\n", "good\nc\n"]
    assert len(errors(told["b"][0])) == 1


def test_displays_of_shared_cells_are_updated_in_each_report_alone(run, tmp_path):
    notebook = write(
        tmp_path / "update.ipynb",
        GIVEN,
        ("shown = display('for all', display_id='one')", "shared"),
        "shown.update(f'for {place}')",
    )
    for place in ("a", "b"):
        output, problem = run(notebook, {"place": place})
        assert problem == ""
        (shown,) = cells_of(output)[2]["outputs"]
        assert shown["data"]["text/plain"] == f"'for {place}'"


def test_figures_of_a_report_are_not_those_of_the_one_before(run, tmp_path):
    notebook = write(
        tmp_path / "figures.ipynb",
        GIVEN,
        ("import matplotlib.pyplot as plt\nbefore = plt.get_fignums()", "shared"),
        "plt.rcParams['lines.linewidth'] = 9\nplt.plot([1, 2]);",
        "print(before, plt.get_fignums())",
    )
    files = [run(notebook, {"place": place})[0] for place in ("a", "b")]
    for output in files:
        kinds = [kind for shown in cells_of(output)[3]["outputs"] for kind in shown["data"]]
        assert kinds.count("image/png") == 1
        assert printed(output) == "[] []\n"
    assert cells_of(files[0])[3]["outputs"] == cells_of(files[1])[3]["outputs"]


def test_the_journal_of_a_report_tells_of_inherited_cells_too(pool, tmp_path):
    notebook = write(
        tmp_path / "dies.ipynb",
        GIVEN,
        ("print('inherited')", "shared"),
        "print(place)",
        "import os\nprint('last words', flush=True)\nos._exit(7)",
        "print('never')",
    )
    job = Run(notebook, tmp_path / "out.ipynb", {"place": "a"}, OWN)
    death = pool.call(make, job, prepare=prepare, limits=Limits(60))
    assert isinstance(death, Death)
    assert "exit code 7" in death.reason
    told = inside.events(death.journal)
    assert [event["finish"] for event in told if "finish" in event] == [0, 1, 2, 3]
    assert told[-1] == {"start": 4}
    texts = [event["cell"]["outputs"] for event in told if "cell" in event]
    assert [output["text"] for outputs in texts for output in outputs] == ["inherited\n", "a\n"]
