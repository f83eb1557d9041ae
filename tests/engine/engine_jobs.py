"""Jobs for the tests of pools: functions of a module, as every process must find them."""

from __future__ import annotations

import builtins
import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from impact.engine import inside
from impact.engine.limits import Death


@dataclass(frozen=True)
class Job:
    """What to do, for which notebook, with what."""

    do: str
    number: int = 0
    notebook: str = "one.ipynb"
    file: Path | None = None


def make(job: Job) -> Any:
    return globals()[job.do](job)


def lost(job: Job, death: Death) -> tuple[str, Job, str, list[dict[str, Any]], str]:
    events = inside.events(death.journal) if death.journal else []
    return "lost", job, death.reason, events, death.printed


def double(job: Job) -> int:
    return 2 * job.number


def number_or_crash(job: Job) -> int:
    if job.number == 3:
        return crash(job)
    return job.number


def crash(job: Job) -> int:
    inside.note({"start": 0})
    inside.note({"finish": 0, "cell": {"source": "1"}})
    inside.note({"start": 1})
    print("the last line before the crash", flush=True)
    os.kill(os.getpid(), signal.SIGSEGV)
    return 0


def leave(job: Job) -> None:
    os._exit(7)


def leave_politely(job: Job) -> None:
    sys.exit("no more")


def fail(job: Job) -> None:
    raise ValueError(f"number {job.number} is wrong")


def be_killed(job: Job) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def kill_parent(job: Job) -> None:
    inside.note({"start": 0})
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(30)


def kill_grandparent(job: Job) -> None:
    """End the warm process itself: the process the server was forked from."""
    server = Path(f"/proc/{os.getppid()}/stat").read_text().rpartition(")")[2].split()
    os.kill(int(server[1]), signal.SIGKILL)
    time.sleep(30)


def open_files(job: Job) -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def answer_a_function(job: Job) -> Any:
    return lambda: job


def nothing(job: Job) -> None:
    print("to standard output")
    print("to standard error", file=sys.stderr)
    os.system("echo from a shell; echo and its errors >&2")


def large(job: Job) -> bytes:
    return bytes(job.number)


def sleep(job: Job) -> str:
    if job.file is not None:
        job.file.write_text(f"{os.getpid()} {os.getppid()}")
    time.sleep(60)
    return "awake"


def loop(job: Job) -> None:
    while True:
        pass


def refuse_to_end(job: Job) -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    time.sleep(60)


def swallow_everything(job: Job) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(Exception):
            time.sleep(60)


def hold(job: Job) -> int:
    return len(bytearray(job.number))


def limit_of_memory(job: Job) -> tuple[int, int]:
    return resource.getrlimit(resource.RLIMIT_DATA)


def leave_a_process(job: Job) -> int:
    """Start something that outlives the job and holds all it inherited open."""
    pid = os.fork()
    if pid == 0:
        time.sleep(60)
        os._exit(0)
    return pid


def start_a_program_and_hang(job: Job) -> None:
    program = subprocess.Popen(["sleep", "60"])
    assert job.file is not None
    job.file.write_text(str(program.pid))
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    time.sleep(60)


def where(job: Job) -> dict[str, Any]:
    return {
        "pid": os.getpid(),
        "parent": os.getppid(),
        "group": os.getpgrp(),
        "threads": len(list(Path("/proc/self/task").iterdir())),
        "inside": inside.inside(),
        "warm": inside.warm(),
        "scratch": inside.scratch(),
        "temporary": os.environ.get("TMPDIR"),
        "environment": dict(os.environ),
        "prepared": getattr(sys, "prepared_by_test", None),
    }


def touch_everything(job: Job) -> None:
    """Change all that one report could leave to the next."""
    import matplotlib
    import numpy
    import pandas

    sys.modules["json"].left_behind = 1  # type: ignore[attr-defined]
    matplotlib.rcParams["lines.linewidth"] = 77
    os.environ["LEFT_BEHIND"] = "1"
    builtins.left_behind = 1  # type: ignore[attr-defined]
    sys.modules["left_behind"] = sys
    sys.path.insert(0, "left-behind")
    pandas.set_option("display.max_rows", 7)
    os.chdir("/")
    numpy.random.seed(1)  # noqa: NPY002
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    Path(os.environ["TMPDIR"], "left-behind").touch()


def probe_everything(job: Job) -> dict[str, Any]:
    """Look for what `touch_everything` changes."""
    import matplotlib
    import numpy
    import pandas

    return {
        "attribute": hasattr(json, "left_behind"),
        "rcParams": matplotlib.rcParams["lines.linewidth"],
        "environment": "LEFT_BEHIND" in os.environ,
        "builtins": hasattr(builtins, "left_behind"),
        "modules": "left_behind" in sys.modules,
        "path": "left-behind" in sys.path,
        "pandas": pandas.get_option("display.max_rows"),
        "cwd": str(Path.cwd()),
        "random": float(numpy.random.random()),  # noqa: NPY002
        "signals": str(signal.getsignal(signal.SIGUSR1)),
        "threads": len(list(Path("/proc/self/task").iterdir())),
        "files": sorted(path.name for path in Path(os.environ["TMPDIR"]).iterdir()),
    }


def touch_and_probe(job: Job) -> dict[str, Any]:
    touch_everything(job)
    return probe_everything(job)


def arrow_threads(job: Job) -> tuple[int, int]:
    import pyarrow

    return pyarrow.cpu_count(), pyarrow.io_thread_count()


def import_grammars(job: Job) -> str:
    import rfc3987_syntax

    return rfc3987_syntax.__name__


def prepare(job: Job) -> None:
    sys.prepared_by_test = [*getattr(sys, "prepared_by_test", []), job.notebook]  # type: ignore[attr-defined]
    match job.notebook:
        case "crash.ipynb":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "leave.ipynb":
            os._exit(1)
        case "fail.ipynb":
            raise ValueError("the shared cell fails")
        case "hang.ipynb":
            signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
            time.sleep(60)
        case "hold.ipynb":
            bytearray(10**10)


def load_libraries() -> None:
    """Warm up as a report would."""
    import matplotlib  # noqa: F401
    import numpy
    import pandas
    import pyarrow

    numpy.random.seed(0)  # noqa: NPY002
    numpy.ones((300, 300)) @ numpy.ones((300, 300))
    table = pyarrow.table({"a": list(range(1000))})
    pandas.DataFrame({"a": [1, 2]}).groupby("a").sum()
    table.to_pandas()


def fail_to_load() -> None:
    raise ImportError("no module of this name: pandsa")


def die_while_loading() -> None:
    print("loading", flush=True)
    os._exit(3)
