"""An engine for papermill: the cells run in a process forked from one that is warm already.

`papermill in.ipynb out.ipynb --engine impact`, or `execute_notebook(..., engine_name="impact")`.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from impact.engine.limits import Death, Limits

WARM_UP = "impact.engine.warm_up:warm_up"
_MEGABYTE = 1_000_000
_LOOK = 0.1
_CHUNK = 1 << 16


class WarmEngine:
    """What papermill calls to run a notebook.

    Notes
    -----
    It is no subclass of papermill's `Engine`: papermill loads its engines while it is imported.
    Where processes cannot be forked, and for other languages than Python, papermill's own engine
    does the work.
    """

    @classmethod
    def execute_notebook(
        cls,
        nb: Any,
        kernel_name: str | None,
        output_path: str | None = None,
        progress_bar: bool | dict[str, Any] = True,
        log_output: bool = False,
        autosave_cell_every: int = 30,
        **options: Any,
    ) -> Any:
        """Run a notebook whose parameters have been injected.

        Parameters
        ----------
        nb
            The notebook.
        kernel_name
            Name of its kernel.
        output_path
            Where it is saved after each cell; None saves nothing.
        progress_bar
            Whether, or how, to show progress.
        log_output
            Whether outputs are logged.
        autosave_cell_every
            Seconds between saves within a cell; here a cell is saved when it ends.
        **options
            Of papermill: `execution_timeout` (seconds a cell may take), `stdout_file`,
            `stderr_file`. Of this engine: `memory` (megabytes the process may hold above what it
            inherits), `figures` ("svg"), `warm_up` ("module:function" names, separated by
            commas, of what the warm process calls once).

        Returns
        -------
        nbformat.NotebookNode
            The notebook with its outputs; one that fails holds the error.
        """
        from papermill.engines import NBClientEngine, NotebookExecutionManager

        told = {
            "output_path": output_path,
            "progress_bar": progress_bar,
            "log_output": log_output,
            "autosave_cell_every": autosave_cell_every,
        }
        if sys.platform != "linux" or cls.nb_language(nb) != "python":
            for name in ("memory", "figures", "warm_up"):
                options.pop(name, None)
            return NBClientEngine.execute_notebook(nb, kernel_name, **told, **options)
        manager = NotebookExecutionManager(nb, **told)
        manager.notebook_start()
        try:
            _Run(manager, log_output, options).through()
        finally:
            manager.cleanup_pbar()
            manager.notebook_complete()
        return manager.nb

    @classmethod
    def nb_kernel_name(cls, nb: Any, name: str | None = None) -> str:
        """Return the name of a notebook's kernel."""
        from papermill.utils import nb_kernel_name

        return nb_kernel_name(nb, name)

    @classmethod
    def nb_language(cls, nb: Any, language: str | None = None) -> str:
        """Return the language of a notebook."""
        from papermill.utils import nb_language

        return nb_language(nb, language)


@dataclass(frozen=True)
class Task:
    """A notebook for the warm process.

    Parameters
    ----------
    notebook
        A file with the notebook and its injected cell.
    output
        Where it is put with its outputs.
    folder
        Where it runs.
    cell_seconds
        Longest time of a cell; None for no limit.
    figures
        How figures are kept.
    """

    notebook: Path
    output: Path
    folder: Path
    cell_seconds: float | None
    figures: str | None


def run_cells(task: Task) -> None:
    """Run the cells of a notebook in this process, which is the child's."""
    import nbformat
    from ipykernel.ipkernel import IPythonKernel

    from impact.engine import chance, figures
    from impact.engine.cells import Cells, code_positions
    from impact.engine.shell import new_shell

    executed = nbformat.read(task.notebook, as_version=4)
    os.chdir(task.folder)
    cells = Cells(executed, new_shell(figures.settings(task.figures)))
    chance.begin()
    cells.run(code_positions(executed), task.cell_seconds)
    executed["metadata"]["language_info"] = dict(IPythonKernel.language_info)
    task.output.write_text(json.dumps(executed), encoding="utf-8")


class _Run:
    """One notebook on its way through the warm process, as papermill's manager sees it."""

    def __init__(self, manager: Any, log_output: bool, options: dict[str, Any]) -> None:
        self._manager = manager
        self._log_output = log_output
        self._options = options
        self._next = 0

    def through(self) -> None:
        import nbformat

        seconds = self._options.get("execution_timeout") or self._options.get("timeout")
        memory = self._options.get("memory")
        with tempfile.TemporaryDirectory(prefix="impact-") as folder:
            before, after = Path(folder) / "before.ipynb", Path(folder) / "after.ipynb"
            nbformat.write(self._manager.nb, before)
            task = Task(before, after, Path.cwd(), seconds, self._options.get("figures"))
            limits = Limits(
                None if seconds is None else seconds * max(len(self._manager.nb.cells), 1),
                None if memory is None else int(memory * _MEGABYTE),
            )
            death = self._follow(task, limits, Path(folder) / "journal")
            if isinstance(death, Death):
                self._end_with(death)
                return
            self._take_over(json.loads(after.read_text(encoding="utf-8")))

    def _follow(self, task: Task, limits: Limits, journal: Path) -> Death | None:
        """Run a task and tell the manager of each cell meanwhile."""
        os.mkfifo(journal)
        reader = os.open(journal, os.O_RDWR | os.O_NONBLOCK)
        pool = _pool(self._options.get("warm_up", ""))
        try:
            with ThreadPoolExecutor(1) as thread:
                called = thread.submit(pool.call, run_cells, task, limits=limits, journal=journal)
                try:
                    for event in _events(reader, called):
                        self._heard(event)
                except BaseException:
                    pool.stop()
                    raise
        except BaseException:
            _close_pools()
            raise
        finally:
            os.close(reader)
        return called.result()

    def _heard(self, event: dict[str, Any]) -> None:
        if "start" in event:
            self._pass_over(event["start"])
            self._manager.cell_start(self._cell(event["start"]), event["start"])
            return
        cell = self._cell(event["finish"])
        self._put_outputs(cell, event["cell"])
        if event["cell"]["metadata"].get("papermill", {}).get("exception"):
            self._manager.cell_exception(cell, cell_index=event["finish"])
        self._log(cell)
        self._manager.cell_complete(cell, cell_index=event["finish"])
        self._next = event["finish"] + 1

    def _end_with(self, death: Death) -> None:
        """Put the reason of a death into the cell that was running."""
        import nbformat

        running = [
            index
            for index, cell in enumerate(self._manager.nb.cells)
            if cell.metadata.papermill["status"] == self._manager.RUNNING
        ]
        index = running[0] if running else min(self._next, len(self._manager.nb.cells) - 1)
        cell = self._cell(index)
        lines = [*death.printed.splitlines(), death.reason]
        cell.setdefault("outputs", []).append(
            nbformat.v4.new_output(
                "error", ename="ProcessEnded", evalue=death.reason, traceback=lines
            )
        )
        self._manager.cell_exception(cell, cell_index=index)
        self._manager.cell_complete(cell, cell_index=index)

    def _take_over(self, executed: dict[str, Any]) -> None:
        """Take the final outputs: a later cell may have changed what an earlier one showed."""
        for cell, after in zip(self._manager.nb.cells, executed["cells"], strict=True):
            if cell.cell_type == "code":
                self._put_outputs(cell, after)
        language = executed["metadata"]["language_info"]
        self._manager.nb.metadata["language_info"] = language
        if not self._manager.nb.metadata.papermill.get("exception"):
            self._pass_over(len(self._manager.nb.cells))

    def _pass_over(self, until: int) -> None:
        """Tell of cells that are not run: text, empty ones."""
        for index in range(self._next, until):
            self._manager.cell_start(self._cell(index), index)
            self._manager.cell_complete(self._cell(index), cell_index=index)
        self._next = max(self._next, until)

    def _cell(self, index: int) -> Any:
        return self._manager.nb.cells[index]

    def _put_outputs(self, cell: Any, after: dict[str, Any]) -> None:
        import nbformat

        cell.outputs = [nbformat.from_dict(output) for output in after["outputs"]]
        cell.execution_count = after["execution_count"]

    def _log(self, cell: Any) -> None:
        from papermill.log import logger

        for output in cell.outputs:
            if output.output_type == "stream":
                file = self._options.get(f"{output.name}_file")
                if file is not None:
                    file.write(output.text)
                    file.flush()
                if self._log_output:
                    say = logger.info if output.name == "stdout" else logger.warning
                    say(output.text)
            elif self._log_output and "text/plain" in output.get("data", {}):
                logger.info(output.data["text/plain"])


def _events(reader: int, called: Future[Any]) -> Iterator[dict[str, Any]]:
    """Yield what is written into a pipe until the call has returned and the pipe is empty."""
    received = b""
    while True:
        over = called.done()
        ready, _, _ = select.select([reader], [], [], 0 if over else _LOOK)
        if ready:
            received += os.read(reader, _CHUNK)
            *lines, received = received.split(b"\n")
            yield from (json.loads(line) for line in lines)
        elif over:
            return


_pools: dict[tuple[int, str], Any] = {}


def _pool(warm_up: str) -> Any:
    """Return the pool of this process: it stays for the next notebook."""
    from impact.engine.pool import WarmPool

    key = (os.getpid(), warm_up)
    if key not in _pools:
        if not _pools:
            atexit.register(_close_pools)
        _pools[key] = WarmPool(warm_up=f"{WARM_UP},{warm_up}".rstrip(","))
    return _pools[key]


def _close_pools() -> None:
    for pid, warm_up in list(_pools):
        pool = _pools.pop((pid, warm_up))
        if pid == os.getpid():
            pool.close()
