"""Whatever goes wrong, the reports that stand are whole, and nothing that was finished is lost."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from fault_project import (
    WAIT,
    begin,
    end_troubles,
    environment,
    failure,
    fault_project,
    is_running,
    left_behind,
    make_trouble,
    read,
    run,
    standing,
    until,
    words,
    year,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="kills, mounts and limits as Linux has"),
]
resource = pytest.importorskip("resource")
GOOD = ("SE-0604", "SE-0680", "SE-0683")
ENDLESS = "while True: pass"
DEAF = f"import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())\n{ENDLESS}"
TROUBLES = {
    "SE-0617": ("raise RuntimeError('made to fail')", "made to fail"),
    "SE-0642": (ENDLESS, "seconds"),
    "SE-0643": (DEAF, "seconds"),
    "SE-0662": ("held = bytearray(8_000_000_000)", "[Mm]emory"),
    "SE-0665": ("import ctypes\nctypes.string_at(0)", "SIGSEGV|[Ss]egmentation"),
    "SE-0682": ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "SIGKILL|killed"),
    "SE-0684": ("import os\nos._exit(7)", r"\b7\b"),
}
LIMITS = ("--timeout", "4", "--memory", "400")


@pytest.fixture(scope="module")
def troubled(tmp_path_factory):
    """Run ten places of which seven meet trouble, each another, with limits of time and memory."""
    home = fault_project(tmp_path_factory.mktemp("troubled"), (*GOOD, *TROUBLES))
    for place, (code, _) in TROUBLES.items():
        make_trouble(home, place, code)
    first = run(home, *LIMITS)
    return home, first, standing(home), left_behind(home)


def test_each_trouble_ends_one_report_and_the_others_are_made(troubled):
    _, first, standing_then, left = troubled
    assert first.returncode == 1, first.stdout + first.stderr
    assert set(standing_then) == {*GOOD, "region"}
    assert left == []
    assert "Traceback" not in first.stderr


@pytest.mark.parametrize("place", TROUBLES)
def test_a_trouble_is_told_in_notebook_manifest_and_summary(troubled, place):
    home, first, _, _ = troubled
    reason = TROUBLES[place][1]
    told = read(year(home) / "manifest.json")["failed"][place]
    line = next(line for line in first.stdout.splitlines() if "FAILED" in line and place in line)
    for said in (told, failure(home, place), line):
        assert re.search(reason, said), said


def test_only_what_failed_is_made_again_once_the_trouble_is_over(troubled):
    home, _, before, _ = troubled
    end_troubles(home)
    again = run(home)
    assert again.returncode == 0, again.stdout + again.stderr
    now = standing(home)
    assert set(now) == {*GOOD, *TROUBLES, "region"}
    assert {name: now[name] for name in before} == before
    assert not list(year(home).glob("*/failed.ipynb"))


@pytest.fixture
def home(tmp_path):
    """A project of three places; nothing was made yet."""
    return fault_project(tmp_path / "home", GOOD)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """The same project, with all its reports."""
    home = fault_project(tmp_path_factory.mktemp("made") / "home", GOOD)
    done = run(home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert set(standing(home)) == {*GOOD, "region"}
    return home


@pytest.fixture
def made(made_once, tmp_path):
    """A copy of it, to be harmed."""
    return Path(shutil.copytree(made_once, tmp_path / "made"))


def test_a_killed_child_takes_only_its_own_report(home):
    make_trouble(home, "SE-0680", WAIT)
    (home / "hold").touch()
    running = begin(home)
    until((home / "process").exists)
    until(lambda: len(standing(home)) == 3)
    subprocess.run(["kill", "-9", (home / "process").read_text()], check=True)
    said, _ = running.communicate(timeout=120)
    assert running.returncode == 1
    before = standing(home)
    assert set(before) == {"SE-0604", "SE-0683", "region"}
    assert re.search("SIGKILL|killed", failure(home, "SE-0680"))
    assert "FAILED Jönköping (SE-0680)" in said
    end_troubles(home)
    assert run(home).returncode == 0
    now = standing(home)
    assert set(now) == {*GOOD, "region"}
    assert {name: now[name] for name in before} == before


def test_after_a_killed_run_the_next_one_makes_only_what_is_missing(home):
    make_trouble(home, "SE-0683", WAIT)
    (home / "hold").touch()
    running = begin(home)
    until((home / "process").exists)
    until(lambda: len(standing(home)) == 3)
    child = int((home / "process").read_text())
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=60)
    until(lambda: not is_running(child), 60)
    before = standing(home)
    assert set(before) == {"SE-0604", "SE-0680", "region"}
    end_troubles(home)
    again = run(home)
    assert again.returncode == 0, again.stdout + again.stderr
    now = standing(home)
    assert set(now) == {*GOOD, "region"}
    assert {name: now[name] for name in before} == before
    assert left_behind(home) == []


@pytest.mark.parametrize(
    ("engine", "name", "code"),
    [
        ("warm", "SIGINT", 130),
        ("warm", "SIGTERM", 143),
        ("warm", "SIGHUP", 129),
        ("plain", "SIGTERM", 143),
    ],
)
def test_a_run_asked_to_end_says_so_and_leaves_nothing_behind(home, tmp_path, engine, name, code):
    make_trouble(home, "SE-0683", WAIT)
    (home / "hold").touch()
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    running = begin(home, "--engine", engine, TMPDIR=str(scratch))
    until((home / "process").exists)
    until(lambda: len(standing(home)) == 3)
    child = int((home / "process").read_text())
    running.send_signal(getattr(signal, name))
    said, _ = running.communicate(timeout=60)
    assert running.returncode == code, said
    assert said.strip() == "Stopped. What is finished stands; the same command makes the rest."
    until(lambda: not is_running(child), 60)
    before = standing(home)
    assert set(before) == {"SE-0604", "SE-0680", "region"}
    assert left_behind(home) == []
    assert engine == "plain" or not list(scratch.glob("impact-*"))
    end_troubles(home)
    assert run(home).returncode == 0
    now = standing(home)
    assert set(now) == {*GOOD, "region"}
    assert {place: now[place] for place in before} == before


@pytest.mark.parametrize("reports", [0, 1, 3])
def test_whenever_a_run_is_killed_what_can_be_seen_is_whole(home, reports):
    running = begin(home, "--workers", "1")
    until(lambda: len(standing(home)) >= reports or running.poll() is not None)
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=60)
    before = standing(home)
    assert len(before) >= reports
    assert run(home).returncode == 0
    now = standing(home)
    assert set(now) == {*GOOD, "region"}
    assert {name: now[name] for name in before} == before
    assert left_behind(home) == []


def test_a_second_run_refuses_and_the_first_goes_on(home):
    make_trouble(home, "SE-0604", WAIT)
    (home / "hold").touch()
    first = begin(home)
    until((home / "process").exists)
    second = run(home)
    assert second.returncode == 2
    assert f"process {first.pid} on" in second.stderr
    (home / "hold").unlink()
    said, _ = first.communicate(timeout=120)
    assert first.returncode == 0, said
    assert set(standing(home)) == {*GOOD, "region"}
    assert left_behind(home) == []


def small_files_only() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))


def test_files_that_cannot_be_written_leave_older_reports_whole(made):
    before = standing(made)
    full = run(made, "--force", preexec_fn=small_files_only)
    assert full.returncode == 1, full.stdout + full.stderr
    assert len(re.findall("FAILED .*File too large", full.stdout)) >= len(before)
    assert "Traceback" not in full.stdout + full.stderr
    assert standing(made) == before
    assert left_behind(made) == []
    again = run(made)
    assert again.returncode == 0, again.stdout + again.stderr
    assert set(standing(made)) == set(before)


def in_own_mounts(home: Path, *lines: str) -> subprocess.CompletedProcess[str]:
    """Run lines of a shell where mounts are nobody else's; `$RUN` makes the reports."""
    script = "\n".join(["set -u", 'RUN() { "$@" ; echo "code $?"; }', *lines])
    return subprocess.run(
        ["unshare", "-Urm", "sh", "-c", script, "sh", *words(home)],
        cwd=home,
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.fixture
def mounts(home):
    """Skip where the system lets nobody but an administrator mount."""
    (home / "reports").mkdir()
    tried = in_own_mounts(home, "mount -t tmpfs -o size=100k none reports")
    if tried.returncode:
        pytest.skip(f"this system allows no mounts of one's own: {tried.stderr}")


def test_a_full_disk_loses_no_report_that_was_made(home, mounts):
    done = in_own_mounts(
        home,
        "mount -t tmpfs -o size=64m none reports",
        "head -c 100m /dev/zero > reports/filler 2> filled",
        "truncate -s -200k reports/filler",
        'RUN "$@"',
        "cp -a reports full",
        "rm reports/filler",
        'RUN "$@"',
        "cp -a reports after",
    )
    codes = re.findall(r"^code (\d+)$", done.stdout, re.MULTILINE)
    assert codes == ["1", "0"], done.stdout + done.stderr
    assert "No space left on device" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    full = standing(home, home / "full/faults/2024")
    after = standing(home, home / "after/faults/2024")
    assert 0 < len(full) < 4
    assert set(after) == {*GOOD, "region"}
    assert {name: after[name] for name in full} == full


def test_a_folder_that_can_only_be_read_is_refused_and_stays_as_it_is(made, mounts):
    before = standing(made)
    done = in_own_mounts(
        made,
        "mount --bind reports reports",
        "mount -o remount,bind,ro reports",
        'RUN "$@" --force',
    )
    assert "code 2" in done.stdout, done.stdout + done.stderr
    assert "cannot write to" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert standing(made) == before


def test_a_file_where_a_report_belongs_gives_way_to_it(home):
    year(home).mkdir(parents=True)
    (year(home) / "SE-0680").write_text("not a folder")
    done = run(home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert set(standing(home)) == {*GOOD, "region"}
    assert left_behind(home) == []


@pytest.mark.parametrize("text", ["", '{"subject": "SE-0680", "fi', '{"files": 3}'])
def test_a_damaged_manifest_costs_one_report_made_again(made, text):
    before = standing(made)
    (year(made) / "SE-0680/manifest.json").write_text(text, encoding="utf-8")
    again = run(made)
    assert again.returncode == 0, again.stdout + again.stderr
    now = standing(made)
    assert {name for name in now if now[name] != before[name]} == {"SE-0680"}
    assert set(now) == {*GOOD, "region"}


def test_a_damaged_manifest_of_the_batch_costs_no_report(made):
    before = standing(made)
    (year(made) / "manifest.json").write_text('{"reports": {"SE-06', encoding="utf-8")
    again = run(made)
    assert again.returncode == 0, again.stdout + again.stderr
    assert standing(made) == before
    assert set(read(year(made) / "manifest.json")["reports"]) == {*GOOD, "region"}


@pytest.mark.parametrize("name", ["values.parquet", "manifest.json"])
def test_a_damaged_snapshot_is_refused_by_name_and_costs_no_report(made, name):
    before = standing(made)
    file = made / "data/snapshots/kolada-2024-12-12" / name
    sound = file.read_bytes()
    file.write_bytes(sound[:-40] + b"x" * 40)
    refused = run(made, "--force")
    assert refused.returncode == 2
    assert "snapshot 'kolada-2024-12-12'" in refused.stdout + refused.stderr
    assert "Traceback" not in refused.stdout + refused.stderr
    assert standing(made) == before
    file.write_bytes(sound)
    assert run(made).returncode == 0
    assert standing(made) == before
