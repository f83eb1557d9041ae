"""Jobs on a Dask cluster: nothing is lost with a worker, and nothing is printed."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("distributed")

from impact import folders
from impact.engine.limits import Death, Limits
from impact.errors import ImpactError
from impact.run import manifest, schedule
from impact.run.cluster import sender as cluster_sender
from impact.run.cluster import worker as cluster_worker

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")
SOON = Limits(seconds=60)
PARENT_OF = "PPid:"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let warm processes begin without what reports need: these jobs make none."""
    monkeypatch.setattr(schedule, "WARM_UP", "")


def dask_worker() -> int:
    """Return the process of the Dask worker that this one descends from."""
    process = os.getpid()
    while process > 1:
        words = Path(f"/proc/{process}/cmdline").read_text().split("\0")
        if "--multiprocessing-fork" in words or "worker" in words:
            return process
        status = Path(f"/proc/{process}/status").read_text().splitlines()
        process = next(int(line.split()[1]) for line in status if line.startswith(PARENT_OF))
    raise AssertionError("not below a Dask worker")


def work(number: int) -> tuple[int, object, int]:
    print("a notebook prints this")
    print("and complains of that", file=sys.stderr)
    time.sleep(0.05)
    if number == 3:
        os._exit(7)
    if number == 13:
        os.kill(dask_worker(), signal.SIGKILL)
        time.sleep(60)
    return number, number**2, dask_worker()


def place_of(number: int) -> tuple[int, object, int]:
    return number, (str(Path.cwd()), os.environ["IMPACT_HOME"]), dask_worker()


def warm_process_of(number: int) -> tuple[int, object, int]:
    return number, os.getppid(), dask_worker()


def share(number: int) -> None:
    """Nothing is shared."""


def lost(number: int, death: Death) -> tuple[int, object, int]:
    return number, f"lost: {death.reason}", 0


def sent(
    scratch: Path, numbers: list[int], make=work, scheduler="local:2", engine=None
) -> Iterator[tuple[int, object, int]]:
    return schedule.run_all(
        make,
        numbers,
        prepare=share,
        lost=lost,
        scratch=scratch,
        limits=SOON,
        engine=engine,
        scheduler=scheduler,
    )


def squares(results: dict[int, object]) -> dict[int, object]:
    return {number: number**2 for number in results}


@pytest.mark.parametrize("engine", ["warm", "plain"])
def test_every_job_is_done_once_and_one_that_dies_is_lost_alone(engine, tmp_path, capfd):
    numbers = list(range(8)) if engine == "warm" else [2, 3]
    found = list(sent(tmp_path, numbers, engine=engine))
    results = {number: made for number, made, _ in found}
    assert len(found) == len(results) == len(numbers)
    assert "exit code 7" in str(results.pop(3))
    assert results == squares(results)
    workers = {worker for _, _, worker in found} - {0}
    assert os.getpid() not in workers
    assert len(workers) <= 2
    assert capfd.readouterr() == ("", "")


def test_a_killed_worker_takes_no_job_with_it(tmp_path, capfd):
    results = {}
    with closing(sent(tmp_path, list(range(20, 32)))) as found:
        for number, made, worker in found:
            if not results:
                os.kill(worker, signal.SIGKILL)
            results[number] = made
    assert set(results) == set(range(20, 32))
    assert results == squares(results)
    assert capfd.readouterr() == ("", "")


def test_a_job_that_kills_worker_after_worker_fails_and_no_other_does(tmp_path, capfd):
    results = {number: made for number, made, _ in sent(tmp_path, [11, 12, 13, 14, 15])}
    assert str(results.pop(13)).startswith("lost: the workers that made this report ended")
    assert set(results) == {11, 12, 14, 15}
    assert results == squares(results)
    assert capfd.readouterr() == ("", "")


def test_leaving_early_ends_the_processes(tmp_path):
    with closing(sent(tmp_path, list(range(40, 60)))) as found:
        _, _, worker = next(found)
    assert not running(worker)


def running(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    return status.exists() and "zombie" not in status.read_text()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """A scheduler with one worker, started by hand in another folder without IMPACT_HOME."""
    from distributed import Client, LocalCluster

    other = tmp_path / "elsewhere"
    other.mkdir()
    environment = {key: value for key, value in os.environ.items() if key != "IMPACT_HOME"}
    found = [str(Path(__file__).parent), environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, found))
    with LocalCluster(n_workers=0, dashboard_address=None, silence_logs=50) as there:
        words = ["worker", there.scheduler_address, "--no-nanny", "--nthreads", "1"]
        with (tmp_path / "printed.txt").open("wb") as printed:
            worker = subprocess.Popen(
                [sys.executable, "-m", "dask", *words, "--no-dashboard"],
                cwd=other,
                env=environment,
                stdout=printed,
                stderr=printed,
            )
        with Client(there, set_as_default=False) as client:
            client.write_scheduler_file(str(tmp_path / "scheduler.json"))
        yield there.scheduler_address
        worker.kill()
        worker.wait()


def test_a_worker_elsewhere_stands_where_the_sender_stands(elsewhere, tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    for part in ("data", "params", "notebooks"):
        (home / part).symlink_to(folders.project_folder() / part)
    monkeypatch.setenv("IMPACT_HOME", str(home))
    monkeypatch.chdir(tmp_path)
    ((_, place, _),) = sent(tmp_path, [1], make=place_of, scheduler=elsewhere)
    assert place == (str(tmp_path), str(home))
    # A second run, in another folder, does not meet the warm process of the first.
    monkeypatch.chdir(home)
    file = str(tmp_path / "scheduler.json")
    ((_, place, _),) = sent(tmp_path, [2], make=place_of, scheduler=file)
    assert place == (str(home), str(home))


def test_a_second_run_never_meets_what_the_first_remembers_of_figures(elsewhere, tmp_path):
    found = []
    for number in (1, 2):
        ((_, warm, _),) = sent(tmp_path, [number], make=warm_process_of, scheduler=elsewhere)
        found.append(warm)
    assert found[0] != found[1]


def test_a_scheduler_that_stops_is_said_and_what_was_made_was_given(tmp_path):
    from distributed import LocalCluster

    there = LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        dashboard_address=None,
        silence_logs=50,
        local_directory=str(tmp_path),
    )
    with closing(sent(tmp_path, list(range(60, 70)), scheduler=there.scheduler_address)) as found:
        number, made, _ = next(found)
        assert made == number**2
        there.close()
        with pytest.raises(ImpactError, match="stopped before all reports were made"):
            list(found)


def test_an_address_without_scheduler_is_said_without_noise(tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(cluster_sender, "ANSWER_SECONDS", 0.5)
    with pytest.raises(ImpactError, match=r"no Dask scheduler answers at 'tcp:.*:9'"):
        list(sent(tmp_path, [1], scheduler="tcp://127.0.0.1:9"))
    with pytest.raises(ImpactError, match="no Dask scheduler answers at 'nonsense'"):
        list(sent(tmp_path, [1], scheduler="nonsense"))
    with pytest.raises(ImpactError, match=r"no file 'gone\.json'"):
        list(sent(tmp_path, [1], scheduler="gone.json"))
    assert capfd.readouterr() == ("", "")


def test_workers_with_other_versions_are_refused_by_name(tmp_path, monkeypatch):
    here = manifest.versions()
    monkeypatch.setattr(manifest, "versions", lambda: {**here, "pandas": "1.0"})
    with pytest.raises(ImpactError, match=f"pandas {here['pandas']} instead of 1.0"):
        list(sent(tmp_path, [1], scheduler="local:1"))


@pytest.mark.parametrize(
    ("unlike", "said"),
    [
        ({"home": "/no/such/home"}, "does not see the folder /no/such/home"),
        ({"working": "/no/such/folder"}, "does not see the folder /no/such/folder"),
        ({"versions": {"pandas": "1.0"}}, "instead of 1.0. Install the same versions"),
        (
            {"package": {"a.py": "1", "b.py": "2"}},
            "another state of this library: a.py and 1 more",
        ),
    ],
)
def test_a_worker_that_joins_later_is_checked_before_its_first_job(unlike, said):
    sender = dataclasses.replace(cluster_worker.this_process(), **unlike)
    errand = cluster_worker.Errand(work, share, lost, SOON, None, "", sender)
    with pytest.raises(ImpactError, match=said):
        errand(5)
