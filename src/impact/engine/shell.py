"""A shell that is to a notebook what its kernel would be, inside this very process."""

from __future__ import annotations

import builtins
import getpass
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MethodType
from typing import Any

from ipykernel.compiler import XCachingCompiler
from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.profiledir import ProfileDir
from jupyter_client.session import Session
from traitlets.config import Config

INLINE = "module://matplotlib_inline.backend_inline"
_TERMINAL_COLUMNS, _KERNEL_COLUMNS = 0, 20
_INSTALLED = ("site-packages", "dist-packages")
_DRAW_OPEN_FIGURES = "_draw_all_if_interactive"

Message = dict[str, Any]


class Recorder(Session):
    """What a kernel would send to a client is handed to a function of this process.

    Notes
    -----
    `deliver` is set while a cell runs; what comes in between belongs to no cell and is dropped,
    as a client drops it.
    """

    deliver: Callable[[Message], None] | None = None

    def msg(
        self,
        msg_type: str,
        content: Mapping[str, Any] | None = None,
        parent: Any = None,
        header: Any = None,
        metadata: Any = None,
    ) -> Message:
        """Return a message with nothing in it that a notebook does not keep."""
        return {
            "header": {"msg_type": msg_type},
            "msg_type": msg_type,
            "parent_header": {},
            "metadata": metadata or {},
            "content": dict(content or {}),
        }

    def send(
        self,
        stream: Any,
        msg_or_type: Any,
        content: Mapping[str, Any] | None = None,
        *others: Any,
        **named: Any,
    ) -> Message:
        """Hand a message on instead of sending it."""
        message = self.msg(msg_or_type, content) if isinstance(msg_or_type, str) else msg_or_type
        if self.deliver is not None:
            for part in ("text", "ename", "evalue", "traceback"):
                if part in message["content"]:
                    message["content"][part] = _sendable(message["content"][part])
            for part in ("data", "metadata"):
                if message["content"].get(part):
                    message["content"][part] = self._as_received(message["content"][part])
            self.deliver(message)
        return message

    def _as_received(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """Return what would arrive at a client: text as it is, all else through JSON."""
        return {
            name: value if _is_plain_text(value) else self.unpack(self.pack(value))
            for name, value in content.items()
        }


def _is_plain_text(value: object) -> bool:
    """Return whether a value is text that arrives as it was sent."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _sendable(value: Any) -> Any:
    """Return text, or a list of texts, with a sign in place of what no file can hold."""
    if isinstance(value, list):
        return [_sendable(one) for one in value]
    if not isinstance(value, str) or _is_plain_text(value):
        return value
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if "\ud800" <= one <= "\udfff" else one for one in value
    )


@dataclass
class KernelStandIn:
    """What libraries look for behind `get_ipython().kernel`."""

    session: Recorder
    shell: ZMQInteractiveShell | None = None
    iopub_socket: None = None
    eventloop: None = None
    _allow_stdin: bool = False

    def get_parent(self, channel: str | None = None) -> dict[str, Any]:
        """Return the request that is being answered: there is none."""
        return {}


@dataclass
class KernelLike:
    """A shell, what catches its messages, and how it draws figures.

    Parameters
    ----------
    shell
        The shell a notebook finds with `get_ipython()`.
    recorder
        Where its outputs go.
    draws_once
        Whether a figure is drawn only to be kept; a kernel draws it once before that.
    """

    shell: ZMQInteractiveShell
    recorder: Recorder
    draws_once: bool = False
    _application: IPKernelApp | None = None

    def before_cell(self) -> None:
        """Let figures be kept, and so closed, before matplotlib draws those that are open."""
        if self.draws_once:
            after = self.shell.events.callbacks["post_execute"]
            after.sort(key=lambda call: getattr(call, "__name__", "") == _DRAW_OPEN_FIGURES)

    def take_over(self) -> None:
        """Become the shell of this process, as a kernel's only shell is."""
        current = InteractiveShell._instance
        if current is self.shell:
            return
        for kind in type(self.shell)._walk_mro():
            kind._instance = self.shell
        self._take_over_application()
        sys.modules["__main__"] = self.shell.user_module
        _show_figures_in(self.shell)

    def _take_over_application(self) -> None:
        """Be found by what asks for the application a kernel is part of, as `%matplotlib` does."""
        if self._application is None:
            self._application = IPKernelApp()
            self._application.kernel = self.shell.kernel
        for kind in IPKernelApp._walk_mro():
            kind._instance = self._application


def new_shell(settings: Mapping[str, Mapping[str, Any]] | None = None) -> KernelLike:
    """Make a shell that answers like that of a kernel that has just started.

    Parameters
    ----------
    settings
        Settings of IPython by class, such as `{"InlineBackend": {"figure_formats": {"svg"}}}`.
        Figures with settings of their own are drawn once.

    Notes
    -----
    The class is the kernel's own, also by name: libraries recognise a notebook by it. It keeps no
    history file.
    """
    os.environ.setdefault("MPLBACKEND", INLINE)
    recorder = Recorder()
    kernel = KernelStandIn(recorder)
    folder = os.environ.get("IPYTHONDIR") or tempfile.mkdtemp(prefix="impact-")
    Path(folder).mkdir(parents=True, exist_ok=True)
    shell = ZMQInteractiveShell(
        config=Config({"HistoryManager": {"enabled": False}, **(settings or {})}),
        kernel=kernel,
        compiler_class=XCachingCompiler,
        ipython_dir=folder,
        profile_dir=ProfileDir.create_profile_dir_by_name(folder, "default"),
    )
    kernel.shell = shell
    shell.displayhook.session = recorder
    shell.displayhook.topic = b"execute_result"
    shell.display_pub.session = recorder
    return KernelLike(shell, recorder, draws_once=bool(settings))


@contextmanager
def modules_of_the_folder() -> Iterator[None]:
    """Find modules in the current folder, which is the notebook's, where a kernel looks for them.

    Notes
    -----
    After the standard library, before all that is installed. This process was started with `-P`,
    which IPython's own function for it obeys.
    """
    if "" in sys.path or os.environ.get("PYTHONSAFEPATH"):
        yield
        return
    installed = [at for at, name in enumerate(sys.path) if Path(name).name in _INSTALLED]
    sys.path.insert(installed[0] if installed else 0, "")
    try:
        yield
    finally:
        if "" in sys.path:
            sys.path.remove("")


@contextmanager
def without_input(kernel: KernelStandIn) -> Iterator[None]:
    """Refuse questions to a person, in the very words of a kernel without one."""
    kept = builtins.input, getpass.getpass
    builtins.input = MethodType(Kernel.raw_input, kernel)
    getpass.getpass = MethodType(Kernel.getpass, kernel)
    try:
        yield
    finally:
        builtins.input, getpass.getpass = kept


def _show_figures_in(shell: ZMQInteractiveShell) -> None:
    """Set up what was imported before this shell was, as it would have found it in a kernel."""
    if "pandas" in sys.modules:
        import pandas

        if pandas.get_option("display.max_columns") == _TERMINAL_COLUMNS:
            pandas.set_option("display.max_columns", _KERNEL_COLUMNS)
    if "matplotlib_inline.config" in sys.modules:
        from matplotlib_inline.config import InlineBackend

        InlineBackend.clear_instance()
    if "matplotlib" not in sys.modules:
        return
    import matplotlib

    matplotlib.rcParams["backend"] = INLINE
    if "matplotlib.pyplot" not in sys.modules:
        return
    from matplotlib import pyplot
    from matplotlib_inline import backend_inline

    pyplot.close("all")
    backend_inline.configure_inline_support.current_backend = "unset"
    backend_inline._enable_matplotlib_integration()
