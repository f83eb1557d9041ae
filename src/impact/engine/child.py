"""What the process forked for one job does: shut itself in, make the job, answer, end."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import pickle
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from impact.engine import inside
from impact.engine.limits import forget_deadlines, limit_memory, limited
from impact.engine.wire import OUTPUT, Made, Order, Raised, framed

_SET_PDEATHSIG = 1


def run(make: Callable[[Any], Any], job: object, order: Order, answer_to: int, parent: int) -> None:
    """Make one job in this process and end it.

    Parameters
    ----------
    make, job
        What to call, and with what.
    order
        Limits and folders of the job.
    answer_to
        Descriptor of the pipe the answer goes through.
    parent
        Number of the process that forked this one.
    """
    try:
        forget_deadlines()
        _shut_in(order, parent)
        with limited(order.limits.seconds):
            result = make(job)
        answer = pickle.dumps(Made(result), pickle.HIGHEST_PROTOCOL)
    except BaseException as error:
        answer = pickle.dumps(Raised.of(error))
    with suppress(Exception):
        sys.stdout.flush()
        sys.stderr.flush()
    content = framed(answer)
    while content:
        content = content[os.write(answer_to, content) :]
    os._exit(0)


def die_with_parent() -> None:
    """Let this process be killed when the thread that started it ends; on Linux alone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _shut_in(order: Order, parent: int) -> None:
    """Give this process a group, a folder, streams, signals and limits of its own."""
    with suppress(OSError):
        os.setpgid(0, 0)
    die_with_parent()
    if os.getppid() != parent:
        os._exit(1)
    order.scratch.mkdir(parents=True, exist_ok=True)
    output = os.open(order.scratch / OUTPUT, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for descriptor, standard in ((nothing, 0), (output, 1), (output, 2)):
        os.dup2(descriptor, standard)
    os.close(nothing)
    faulthandler.enable(file=output, all_threads=False)
    before = None
    with suppress(OSError):
        before = tempfile.gettempdir()
    os.environ["TMPDIR"] = str(order.scratch)
    tempfile.tempdir = None
    inside.become_child(order.scratch, order.journal, before)
    limit_memory(order.limits.memory)
