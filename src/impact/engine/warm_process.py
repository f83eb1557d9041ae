"""The warm process: imports once all that jobs need, and forks the servers that fork jobs.

`python -P -m impact.engine.warm_process DESCRIPTOR` is started by `impact.engine.pool`, never by
hand. A server is forked for each group of jobs, so that what the jobs of one group share (the
cells of their notebook tagged `shared`) neither reaches nor endangers the jobs of another.
"""

from __future__ import annotations

import array
import gc
import importlib
import os
import signal
import socket
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from impact.engine import inside
from impact.engine.child import die_with_parent
from impact.engine.fork_server import ForkServer
from impact.engine.wire import READY, Beginning, message, messages

NOTEBOOKS = "impact.engine.warm_up:warm_up"
_FAREWELL = 2.0
_ALLOCATIONS = 200_000


def main(descriptor: int) -> None:
    """Warm up, then fork a server for every socket that is sent.

    Parameters
    ----------
    descriptor
        The socket to the parent.
    """
    parent = socket.socket(fileno=descriptor)
    parent.set_inheritable(False)
    try:
        _begin(_received(parent))
        answer = READY
    except BaseException:
        answer = traceback.format_exc()
    parent.sendall(message(answer))
    if answer == READY:
        _fork_servers(parent)
    os._exit(0)


def _begin(beginning: Beginning) -> None:
    if beginning.mortal:
        die_with_parent()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.path[:] = beginning.path
    _stand_somewhere()
    inside.become_warm()
    _no_core_files()
    with _without_grammars():
        for name in _to_call(beginning.warm_up):
            module, _, function = name.partition(":")
            getattr(importlib.import_module(module), function)()
    _one_thread()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS, 10, 10)


def _stand_somewhere() -> None:
    """Leave a folder that has been removed: IPython ends a process that stands in one."""
    try:
        os.getcwd()  # noqa: PTH109
    except OSError:
        os.chdir("/")


def _to_call(warm_up: str) -> dict[str, None]:
    """Return names to call, in order: the machinery of notebooks before all that it must find."""
    names = [name.strip() for name in warm_up.split(",") if name.strip()]
    return dict.fromkeys([NOTEBOOKS, *names] if names else [])


@contextmanager
def _without_grammars() -> Iterator[None]:
    """Spare the second that nbformat's validator takes to compile the grammars of web addresses.

    Notes
    -----
    jsonschema does without them: it only no longer checks fields said to hold such an address,
    and notebooks have none. Code of a notebook that imports them itself finds them.
    """
    name = "rfc3987_syntax"
    absent = name not in sys.modules
    if absent:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if absent:
            del sys.modules[name]


def _one_thread() -> None:
    """Let Arrow use one thread; what else has threads was told by the environment."""
    if "pyarrow" in sys.modules:
        import pyarrow

        pyarrow.set_cpu_count(1)
        pyarrow.set_io_thread_count(1)


def _no_core_files() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _received(parent: socket.socket) -> Beginning:
    received = bytearray()
    while content := parent.recv(1 << 16):
        received += content
        for beginning in messages(received):
            return beginning
    os._exit(0)


def _fork_servers(parent: socket.socket) -> None:
    servers: set[int] = set()
    warm = os.getpid()
    while descriptors := _descriptors(parent):
        servers -= _ended(servers)
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if pid == 0:
            _serve(parent, descriptors[0], warm)
        os.close(descriptors[0])
        servers.add(pid)
    _say_farewell(servers)


def _serve(parent: socket.socket, descriptor: int, warm: int) -> None:
    """Be a fork server in the process just forked, and end it."""
    try:
        parent.close()
        die_with_parent()
        if os.getppid() == warm:
            ForkServer(socket.socket(fileno=descriptor)).serve()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


def _descriptors(parent: socket.socket) -> list[int]:
    """Wait for a socket; an empty list when the parent is gone."""
    one = array.array("i").itemsize
    try:
        content, ancillary, _, _ = parent.recvmsg(1, socket.CMSG_LEN(one))
    except OSError:
        return []
    found = array.array("i")
    for _, _, data in ancillary:
        found.frombytes(data[:one])
    return found.tolist() if content else []


def _ended(servers: set[int]) -> set[int]:
    return {pid for pid in servers if os.waitpid(pid, os.WNOHANG)[0]}


def _say_farewell(servers: set[int]) -> None:
    """Let the servers end, so that what they used is counted; kill those that hang."""
    patience = time.monotonic() + _FAREWELL
    while servers and time.monotonic() < patience:
        servers -= _ended(servers)
        time.sleep(0.005 if servers else 0)
    for pid in servers:
        with suppress(OSError):
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
