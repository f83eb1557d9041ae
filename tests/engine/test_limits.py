"""A job that takes too long, or too much memory, ends with its reason; the others go on."""

from __future__ import annotations

import resource
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from engine_jobs import Job, lost, make

from impact.engine import limits as limits_of
from impact.engine.limits import Limits, OutOfTime, limited, reason
from impact.engine.pool import WarmPool, run_all
from impact.errors import ImpactError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")


@pytest.fixture(autouse=True)
def no_alarm() -> Iterator[None]:
    """Put the alarm of the test runner aside."""
    before = signal.signal(signal.SIGALRM, signal.SIG_DFL)
    seconds, _ = signal.setitimer(signal.ITIMER_REAL, 0)
    yield
    signal.signal(signal.SIGALRM, before)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def left() -> float:
    """Return the seconds until the alarm rings; 0 when none is set."""
    return signal.getitimer(signal.ITIMER_REAL)[0]


def test_the_inner_of_two_limits_ends_the_inner_block_alone():
    with limited(60, "the report"):
        with (
            pytest.raises(OutOfTime, match=r"a cell took more than 0\.05 seconds"),
            limited(0.05, "a cell"),
        ):
            time.sleep(30)
        assert 0 < signal.getitimer(signal.ITIMER_REAL)[0] <= 60
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_the_outer_of_two_limits_ends_both():
    with (
        pytest.raises(OutOfTime, match="the report took more than"),
        limited(0.05, "the report"),
        limited(60, "a cell"),
    ):
        time.sleep(30)
    assert left() == 0


def test_a_limit_raises_once_so_that_what_it_ended_can_be_told():
    with limited(0.05):
        with pytest.raises(OutOfTime):
            time.sleep(30)
        time.sleep(0.1)


def test_a_limit_keeps_the_alarm_of_others():
    rung = []
    signal.signal(signal.SIGALRM, lambda number, frame: rung.append(number))
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    with limited(60):
        time.sleep(0.2)
        assert rung == []
    time.sleep(0.05)
    assert rung == [signal.SIGALRM]
    assert left() == 0


def test_no_limit_sets_nothing():
    with limited(None):
        assert left() == 0


@pytest.mark.parametrize("wrong", [{"seconds": 0}, {"seconds": -1}, {"memory": 0}])
def test_limits_that_let_nothing_run_are_refused(wrong):
    with pytest.raises(ImpactError, match="lets no job run"):
        Limits(**wrong)


@pytest.mark.parametrize(
    ("code", "late", "told"),
    [
        (0, False, "exit code 0 before it was done"),
        (3, False, "exit code 3"),
        (-signal.SIGKILL, False, "ran out of memory"),
        (-signal.SIGKILL, True, "more than 7 seconds"),
        (-signal.SIGSEGV, False, "crashed in compiled code"),
        (-signal.SIGRTMIN, False, "SIGRTMIN"),
        (-200, False, "signal 200"),
    ],
)
def test_every_way_to_end_has_its_words(code, late, told):
    assert told in reason(code, Limits(seconds=7), late=late)


def test_a_crash_under_a_limit_of_memory_names_the_limit():
    assert "500 MB" in reason(-signal.SIGSEGV, Limits(memory=500_000_000))


@pytest.mark.parametrize("do", ["sleep", "loop"])
def test_a_job_that_takes_too_long_is_ended_where_it_is(tmp_path, do):
    jobs = [Job(do), Job("double", 1), Job("double", 2)]
    options = {"scratch": tmp_path, "limits": Limits(seconds=0.5, grace=30)}
    late, *others = sorted(
        run_all(make, jobs, prepare=None, lost=lost, **options),
        key=lambda result: isinstance(result, int),
    )
    assert others == [2, 4]
    assert late[2] == "this report took more than 0.5 seconds, the longest it may."
    assert f"in {do}" in late[4]


@pytest.mark.parametrize("do", ["refuse_to_end", "swallow_everything"])
def test_a_job_that_cannot_be_interrupted_is_killed(tmp_path, do):
    jobs = [Job(do), Job("double", 1), Job("double", 2)]
    options = {"scratch": tmp_path, "limits": Limits(seconds=0.5, grace=0.2)}
    *others, late = run_all(make, jobs, prepare=None, lost=lost, **options)
    assert others == [2, 4]
    assert "took more than 0.5 seconds" in late[2]
    assert "could not be interrupted" in late[2]


def test_what_swallowed_the_limit_is_named(tmp_path):
    with WarmPool(tmp_path) as pool:
        death = pool.call(make, Job("swallow_everything"), limits=Limits(seconds=0.3, grace=0.2))
    assert "in swallow_everything" in death.printed


def test_a_job_may_hold_so_much_memory_and_no_more(tmp_path):
    jobs = [Job("hold", 400_000_000), Job("hold", 50_000_000), Job("double", 2)]
    options = {"scratch": tmp_path, "limits": Limits(memory=100_000_000)}
    results = list(run_all(make, jobs, prepare=None, lost=lost, **options))
    assert sorted(result for result in results if isinstance(result, int)) == [4, 50_000_000]
    (dead,) = (result for result in results if isinstance(result, tuple))
    assert dead[2] == "it asked for more memory than it may hold."
    assert "in hold" in dead[4]


def test_the_limit_of_memory_is_above_what_was_inherited(tmp_path):
    with WarmPool(tmp_path, warm_up="engine_jobs:load_libraries") as pool:
        soft, _ = pool.call(make, Job("limit_of_memory"), limits=Limits(memory=30_000_000))
        assert soft > 60_000_000
        assert pool.call(make, Job("hold", 20_000_000), limits=Limits(memory=30_000_000))
        unlimited, _ = pool.call(make, Job("limit_of_memory"))
        assert unlimited == resource.getrlimit(resource.RLIMIT_DATA)[0]


def test_what_was_used_is_counted():
    before, _ = limits_of.used()
    while limits_of.used()[0] < before + 0.02:
        pass
    assert limits_of.used()[1] > 1_000_000
    assert Path("/proc/self/status").is_file()
