"""Two runs never write to one folder at once, and a dead run keeps nobody out."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys

import pytest

from impact.errors import FolderInUse
from impact.run.lock import locked

HOLD = """
import sys, time
from pathlib import Path
from impact.run.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    """Start another process that holds the folder."""
    folder = tmp_path / "2024"
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    yield folder, process
    process.kill()
    process.wait()


def test_a_second_run_refuses_and_says_who_is_at_work(holder):
    folder, process = holder
    with pytest.raises(FolderInUse) as caught, locked(folder):
        pass
    said = str(caught.value)
    assert f"process {process.pid} on {socket.gethostname()} since 20" in said
    assert str(folder) in said
    assert "--out" in said


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL on Windows")
def test_the_lock_of_a_killed_run_keeps_nobody_out(holder):
    folder, process = holder
    process.send_signal(signal.SIGKILL)
    process.wait()
    left = (folder.parent / ".2024.lock").read_text(encoding="utf-8")
    assert str(process.pid) in left
    with locked(folder):
        pass


def test_the_lock_is_free_again_afterwards_even_after_an_error(tmp_path):
    folder = tmp_path / "2024"
    with pytest.raises(RuntimeError), locked(folder):
        raise RuntimeError
    with locked(folder), pytest.raises(FolderInUse), locked(folder):
        pass


def test_another_year_is_another_folder(tmp_path):
    with locked(tmp_path / "2023"), locked(tmp_path / "2024"):
        pass
