"""Which engine a batch's jobs go to, and that each of them makes the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from impact.engine.limits import Death, Limits
from impact.errors import ImpactError
from impact.run import engines, schedule

SOON = Limits(seconds=60)
_PREPARED: list[int] = []


def square(number: int) -> tuple[int, object, int]:
    if number == 3:
        os._exit(7)
    return number, number**2, os.getpid()


def note_prepared(number: int) -> None:
    _PREPARED.append(number)


def lost(number: int, death: Death) -> tuple[int, object, int]:
    return number, death.reason, 0


def results(tmp_path: Path, numbers: range, **more) -> dict[int, object]:
    found = schedule.run_all(
        square, numbers, prepare=note_prepared, lost=lost, scratch=tmp_path, limits=SOON, **more
    )
    return {number: (made, process) for number, made, process in found}


@pytest.mark.parametrize("engine", ["warm", "plain"])
def test_a_job_that_ends_its_process_is_lost_alone_with_either_engine(
    engine, tmp_path, monkeypatch
):
    if engine == "warm" and sys.platform != "linux":
        pytest.skip("the warm engine needs Linux")
    monkeypatch.setattr(schedule, "WARM_UP", "")  # these jobs make no report
    made = results(tmp_path, range(5), engine=engine)
    assert set(made) == set(range(5))
    reason, _ = made.pop(3)
    assert "exit code 7" in reason
    assert {number: value for number, (value, _) in made.items()} == {0: 0, 1: 1, 2: 4, 4: 16}
    assert os.getpid() not in {process for _, process in made.values()}
    assert _PREPARED == []  # nothing is prepared in the process that only sends the jobs


def test_nothing_to_do_starts_nothing(tmp_path):
    program = (
        "import sys; from pathlib import Path; from impact.run import schedule;"
        "found = schedule.run_all(print, [], prepare=print, lost=print, scratch=Path('.'),"
        " scheduler=None);"
        "print(list(found), sorted({'pandas', 'distributed', 'impact.engine.pool',"
        " 'impact.engine.workers'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.stdout.strip() == "[] []", ran.stderr


@pytest.mark.parametrize(
    ("system", "engine", "chosen"),
    [
        ("linux", None, "warm"),
        ("linux", "plain", "plain"),
        ("linux", "warm", "warm"),
        ("darwin", None, "plain"),
        ("win32", None, "plain"),
        ("win32", "plain", "plain"),
    ],
)
def test_the_warm_engine_is_chosen_where_it_is_safe(system, engine, chosen, monkeypatch):
    monkeypatch.setattr(sys, "platform", system)
    assert engines.chosen_engine(engine) == chosen


def test_an_engine_that_cannot_work_here_is_refused(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(ImpactError, match="only Linux"):
        engines.check("warm")


@pytest.mark.parametrize(
    ("engine", "scheduler", "said"),
    [
        ("wram", None, "Did you mean warm"),
        ("wram", "local:2", "Did you mean warm"),
        (None, "local:", "names no number of workers; write local:2"),
        (None, "local:0", "names no number of workers"),
        (None, "local:two", "names no number of workers"),
        (None, "local:-1", "names no number of workers"),
        (None, "local:²", "names no number of workers"),
    ],
)
def test_wrong_names_are_refused_before_anything_starts(engine, scheduler, said, tmp_path):
    with pytest.raises(ImpactError, match=said):
        engines.check(engine, scheduler)
    with pytest.raises(ImpactError, match=said):
        results(tmp_path, range(1), engine=engine, scheduler=scheduler)


def test_without_the_extra_the_error_says_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ImpactError, match=r"pip install 'nordic-impact\[cluster\]'"):
        results(tmp_path, range(1), scheduler="local:1")


def test_addresses_are_told_from_local_workers():
    assert engines.local_workers("local:12") == 12
    assert engines.local_workers("tcp://10.0.0.1:8786") is None
