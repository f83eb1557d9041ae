"""Jobs run in processes forked from a warm one; one that dies takes nothing else with it."""

from __future__ import annotations

import gc
import itertools
import os
import signal
import subprocess
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import engine_jobs
import pytest
from engine_jobs import Job, lost, make, prepare

from impact.engine import inside
from impact.engine.limits import Death, Limits
from impact.engine.pool import WarmPool, run_all
from impact.errors import ImpactError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, as on Linux")

SHORT = Limits(seconds=2, grace=0.5)


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., list[Any]]:
    """Run jobs two at a time."""

    def all_of(jobs: Any, **options: Any) -> list[Any]:
        options = {"prepare": prepare, "limits": SHORT, **options}
        return list(run_all(make, jobs, lost=lost, scratch=tmp_path, **options))

    return all_of


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[WarmPool]:
    with WarmPool(tmp_path) as opened:
        yield opened


def gone(pid: int) -> bool:
    """Wait until a process has ended."""
    for _ in range(500):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


def test_every_job_is_made_once(run, tmp_path):
    assert sorted(run(Job("double", number) for number in range(20))) == list(range(0, 40, 2))
    assert list(tmp_path.iterdir()) == []


def test_no_jobs_start_nothing(run, tmp_path):
    assert run([]) == []
    assert list(tmp_path.iterdir()) == []


def test_a_result_may_be_none_or_large(run):
    assert run([Job("nothing")]) == [None]
    assert [len(made) for made in run([Job("large", 20_000_000)])] == [20_000_000]


def test_nothing_a_job_prints_reaches_the_terminal(run, capfd):
    assert run([Job("nothing"), Job("crash"), Job("fail")])
    assert capfd.readouterr() == ("", "")


def test_jobs_are_taken_as_processes_become_free(tmp_path):
    taken = []

    def jobs() -> Iterator[Job]:
        for number in itertools.count():
            taken.append(number)
            yield Job("double", number)

    made = run_all(make, jobs(), prepare=None, lost=lost, scratch=tmp_path, workers=2)
    assert len(set(itertools.islice(made, 5))) == 5
    made.close()
    assert len(taken) <= 7
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("do", "reason"),
    [
        ("crash", "crashed in compiled code (SIGSEGV)"),
        ("leave", "ended itself with exit code 7"),
        ("leave_politely", "SystemExit: no more"),
        ("fail", "ValueError: number 3 is wrong"),
        ("be_killed", "ran out of memory (SIGKILL)"),
        ("answer_a_function", "answer_a_function"),
        ("kill_parent", "the very process that reports are made from"),
        ("kill_grandparent", "the very process that reports are made from"),
    ],
)
def test_a_job_that_ends_badly_is_lost_with_its_reason_and_no_other(run, do, reason):
    jobs = [Job(do, 3) if number == 3 else Job("double", number) for number in range(7)]
    results = run(jobs)
    bad = [result for result in results if isinstance(result, tuple)]
    assert sorted(result for result in results if isinstance(result, int)) == [0, 2, 4, 8, 10, 12]
    assert [entry[1].do for entry in bad] == [do]
    assert reason in bad[0][2]


def test_a_death_keeps_how_far_the_job_came_and_where_it_was(run):
    ((_, _, _, events, printed),) = run([Job("crash")])
    assert events == [{"start": 0}, {"finish": 0, "cell": {"source": "1"}}, {"start": 1}]
    assert "the last line before the crash" in printed
    assert "engine_jobs.py" in printed and "in crash" in printed


def test_a_second_try_begins_its_journal_anew(run):
    ((_, _, _, events, _),) = run([Job("kill_parent")])
    assert events == [{"start": 0}]


def test_files_of_dead_jobs_are_removed(pool, tmp_path):
    death = pool.call(make, Job("crash"))
    assert isinstance(death, Death) and death.journal is not None and death.journal.is_file()
    assert pool.call(make, Job("double", 4)) == 8
    assert not death.journal.exists()
    pool.close()
    assert list(tmp_path.iterdir()) == []


def test_the_journal_may_be_a_pipe_that_is_read_meanwhile(pool, tmp_path):
    pipe = tmp_path / "journal"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    death = pool.call(make, Job("crash"), journal=pipe)
    content = os.read(reading, 1 << 16)
    os.close(reading)
    assert isinstance(death, Death)
    assert content.splitlines()[0] == b'{"start": 0}'
    assert len(content.splitlines()) == 3


@pytest.mark.parametrize("journal", ["missing/journal", "a-folder"])
def test_a_journal_that_cannot_be_written_is_given_up(pool, tmp_path, journal):
    (tmp_path / "a-folder").mkdir()
    death = pool.call(make, Job("crash"), journal=tmp_path / journal)
    assert isinstance(death, Death) and "SIGSEGV" in death.reason


def test_a_pipe_nobody_reads_stops_no_job(pool, tmp_path):
    pipe = tmp_path / "journal"
    os.mkfifo(pipe)
    death = pool.call(make, Job("crash"), journal=pipe)
    assert isinstance(death, Death) and "SIGSEGV" in death.reason


def test_a_journal_cut_off_is_read_as_far_as_it_is_whole(tmp_path):
    journal = tmp_path / "journal.jsonl"
    journal.write_text('{"start": 0}\n{"finish": 0, "ce')
    assert inside.events(journal) == [{"start": 0}]
    assert inside.events(tmp_path / "none") == []


def test_what_jobs_share_is_prepared_in_the_process_they_are_forked_from(run):
    told = run([Job("where") for _ in range(3)], workers=1)
    assert [entry["prepared"] for entry in told] == [["one.ipynb"] * count for count in (1, 2, 3)]
    assert len({entry["parent"] for entry in told}) == 1
    assert all(entry["inside"] and not entry["warm"] for entry in told)
    assert all(entry["group"] == entry["pid"] for entry in told)


def test_what_one_notebook_shares_does_not_reach_another(run):
    told = run([Job("where", notebook=f"{number}.ipynb") for number in (1, 2, 1, 3, 4, 5, 6)])
    assert {len(set(entry["prepared"])) for entry in told} == {1}


@pytest.mark.parametrize("how", ["crash", "leave", "fail", "hang", "hold"])
def test_a_preparation_that_fails_decides_nothing(run, how):
    limits = Limits(seconds=1, grace=0.3, memory=300_000_000)
    jobs = [
        Job("where", number, f"{how}.ipynb" if number % 2 else "one.ipynb") for number in range(6)
    ]
    told = run(jobs, limits=limits)
    assert len(told) == 6
    prepared = [entry["prepared"] for entry in told]
    assert prepared.count(None) == 3, "nothing of the failed preparation is left"
    assert all(set(entry) == {"one.ipynb"} for entry in prepared if entry)


def test_a_warm_process_that_does_not_start_says_why(tmp_path):
    for name, told in (("fail_to_load", "pandsa"), ("die_while_loading", "loading")):
        with (
            WarmPool(tmp_path, warm_up=f"engine_jobs:{name}") as pool,
            pytest.raises(ImpactError, match=told),
        ):
            pool.call(make, Job("double"))
    assert list(tmp_path.iterdir()) == []


def test_a_job_that_cannot_be_read_there_is_lost_alone(pool, monkeypatch):
    function = type(make)(make.__code__, {}, "not_there")
    function.__module__, function.__qualname__ = "engine_jobs", "not_there"
    monkeypatch.setattr(engine_jobs, "not_there", function, raising=False)
    death = pool.call(function, Job("double"))
    assert isinstance(death, Death) and "not_there" in death.reason
    assert pool.call(make, Job("double", 2)) == 4


def test_a_pool_outlives_the_thread_that_started_it(pool):
    results: list[Any] = []
    for number in (1, 2):
        thread = threading.Thread(
            target=lambda number=number: results.append(pool.call(make, Job("where", number)))
        )
        thread.start()
        thread.join()
    assert results[0]["parent"] == results[1]["parent"]


def test_the_warm_process_is_started_again_when_it_was_killed(pool):
    first = pool.call(make, Job("where"))
    server = Path(f"/proc/{first['parent']}/stat").read_text().rpartition(")")[2].split()
    os.kill(int(server[1]), signal.SIGKILL)
    assert gone(first["parent"])
    assert pool.call(make, Job("double", 3)) == 6


def test_many_faults_at_once_lose_the_guilty_alone(run):
    bad = ["crash", "leave", "kill_parent", "fail", "be_killed", "kill_grandparent"]
    jobs = [
        Job(bad[number // 10 % 6] if number % 10 == 3 else "double", number, f"{number % 3}.ipynb")
        for number in range(60)
    ]
    results = run(jobs, workers=3)
    guilty = {result[1].number for result in results if isinstance(result, tuple)}
    assert guilty == {3, 13, 23, 33, 43, 53}
    assert sorted(result for result in results if isinstance(result, int)) == [
        2 * number for number in range(60) if number % 10 != 3
    ]


def test_what_a_job_started_ends_with_it(run, tmp_path):
    (left,) = run([Job("leave_a_process")])
    assert gone(left)
    file = tmp_path / "pid"
    ((_, _, reason, _, _),) = run([Job("start_a_program_and_hang", file=file)])
    assert "could not be interrupted" in reason
    assert gone(int(file.read_text()))


def test_many_jobs_leave_nothing_behind_in_any_process(pool):
    first = [pool.call(make, Job("open_files")) for _ in range(2)][-1]
    for number in range(50):
        pool.call(make, Job("double", number))
    gc.collect()
    tracemalloc.start()
    for number in range(50):
        pool.call(make, Job("double", number))
    before, _ = tracemalloc.get_traced_memory()
    for number in range(300):
        pool.call(make, Job("double", number))
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 20_000
    assert pool.call(make, Job("open_files")) == first


WITHOUT_FORK = """
import signal, sys
for name in ("fcntl", "resource"):
    sys.modules[name] = None
for name in ("SIGALRM", "SIGKILL", "setitimer", "ITIMER_REAL"):
    delattr(signal, name)
from impact.engine import inside, limits, pool, workers
assert limits.used
with limits.limited(1), limits.memory_limited(None):
    pass
print(sorted({"IPython", "papermill", "pandas", "numpy"} & set(sys.modules)))
"""


def test_importing_is_light_and_needs_nothing_that_only_linux_has():
    program = [sys.executable, "-c", WITHOUT_FORK]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


PROGRAM = """
import sys
from pathlib import Path
from engine_jobs import Job, lost, make, prepare
from impact.engine.pool import run_all
jobs = [Job("sleep", number, file=Path(sys.argv[1]) / str(number)) for number in range(2)]
for _ in run_all(make, jobs, prepare=prepare, lost=lost, scratch=Path(sys.argv[1])): pass
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_parent_that_is_ended_leaves_no_process(tmp_path, number):
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    parent = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        env=environment,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    files = [tmp_path / "0", tmp_path / "1"]
    while not all(file.is_file() and file.read_text() for file in files):
        assert parent.poll() is None
        time.sleep(0.02)
    pids = {int(pid) for file in files for pid in file.read_text().split()}
    parent.send_signal(number)
    assert parent.wait(20) != 0
    assert all(gone(pid) for pid in pids)
