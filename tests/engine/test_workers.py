"""Jobs run in spawned processes of their own; one that dies takes only itself."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from engine_jobs import Job, lost, make

from impact.engine.limits import Limits
from impact.engine.workers import run_all


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., list[Any]]:
    """Run jobs two at a time."""

    def all_of(jobs: Any, **options: Any) -> list[Any]:
        return list(run_all(make, jobs, lost=lost, scratch=tmp_path, workers=2, **options))

    return all_of


@pytest.mark.parametrize(
    ("do", "reason"),
    [
        ("crash", "crashed in compiled code (SIGSEGV)"),
        ("leave", "ended itself with exit code 7"),
        ("leave_politely", "SystemExit: no more"),
        ("fail", "ValueError: number 3 is wrong"),
        ("be_killed", "ran out of memory (SIGKILL)"),
        ("answer_a_function", "answer_a_function"),
    ],
)
def test_a_worker_that_dies_loses_its_own_job_and_no_other(run, tmp_path, do, reason):
    jobs = [Job(do, 3) if number == 3 else Job("double", number) for number in range(6)]
    results = run(jobs)
    (bad,) = (result for result in results if isinstance(result, tuple))
    assert sorted(result for result in results if isinstance(result, int)) == [0, 2, 4, 8, 10]
    assert bad[1].do == do and reason in bad[2]
    assert list(tmp_path.iterdir()) == []


def test_no_jobs_make_no_results(run):
    assert run([]) == []


def test_workers_are_kept_and_know_their_surroundings(run):
    told = run([Job("where", number) for number in range(6)])
    pids = {entry["pid"] for entry in told}
    assert len(pids) <= 2 and os.getpid() not in pids
    assert {entry["environment"]["IMPACT_PREVIEW"] for entry in told} == {"off"}
    assert {entry["environment"]["OPENBLAS_NUM_THREADS"] for entry in told} == {"1"}
    assert not any(entry["inside"] or entry["warm"] for entry in told)


def test_nothing_a_worker_prints_reaches_the_terminal(run, capfd):
    assert len(run([Job("nothing"), Job("crash"), Job("fail")])) == 3
    assert capfd.readouterr() == ("", "")


def test_what_a_worker_printed_last_is_kept_for_its_own_job_alone(run):
    results = run([Job("nothing"), Job("nothing"), Job("crash")])
    (bad,) = (result for result in results if isinstance(result, tuple))
    assert bad[4] == "the last line before the crash\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_worker_that_was_killed_while_it_waited_costs_no_job(tmp_path):
    made = run_all(make, (Job("where") for _ in range(3)), lost=lost, scratch=tmp_path, workers=1)
    first = next(made)
    os.kill(first["pid"], signal.SIGKILL)
    second = next(made)
    assert second["pid"] != first["pid"]
    assert next(made)["pid"] == second["pid"]


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there are no interval timers")
@pytest.mark.parametrize(
    ("do", "reason"),
    [
        ("sleep", "this report took more than 1 second, the longest it may."),
        ("refuse_to_end", "could not be interrupted, so it was killed"),
        ("swallow_everything", "could not be interrupted, so it was killed"),
    ],
)
def test_a_job_that_takes_too_long_is_ended(run, do, reason):
    results = run(
        [Job(do), *(Job("double", number) for number in range(4))],
        limits=Limits(seconds=1, grace=0.3),
    )
    (late,) = (result for result in results if isinstance(result, tuple))
    assert sorted(result for result in results if isinstance(result, int)) == [0, 2, 4, 6]
    assert reason in late[2]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory so")
def test_a_job_may_hold_so_much_memory_and_no_more(run):
    jobs = [Job("hold", 400_000_000), Job("hold", 20_000_000), Job("double", 2)]
    results = run(jobs, limits=Limits(memory=100_000_000))
    (bad,) = (result for result in results if isinstance(result, tuple))
    assert sorted(result for result in results if isinstance(result, int)) == [4, 20_000_000]
    assert bad[2] == "it asked for more memory than it may hold."


def test_leaving_early_ends_the_workers(tmp_path):
    file = tmp_path / "pid"
    jobs = [Job("double", 2), Job("sleep", file=file)]
    made = run_all(make, jobs, lost=lost, scratch=tmp_path, workers=2)
    assert next(made) == 4
    made.close()
    assert list(tmp_path.iterdir()) in ([], [file])
    if file.is_file():
        with pytest.raises(ProcessLookupError):
            os.kill(int(file.read_text().split()[0]), 0)
