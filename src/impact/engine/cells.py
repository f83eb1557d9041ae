"""The cells of a notebook, run in this process one after the other as a kernel would run them."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from nbclient import NotebookClient

from impact.engine import inside
from impact.engine.limits import limited
from impact.engine.shell import KernelLike, Message, modules_of_the_folder, without_input
from impact.engine.streams import CaughtStream, caught
from impact.errors import ImpactError

_SKIPPED = "skip-execution"
_MAY_FAIL = "raises-exception"


class Cells:
    """A notebook on its way through a shell.

    Parameters
    ----------
    executed
        The notebook, with its injected cell; outputs are put into it.
    kernel
        The shell it runs in.

    Notes
    -----
    Messages become outputs by nbclient's own rules, so updates of a display, `clear_output` and
    rich outputs are what they are after a run with a kernel.
    """

    def __init__(self, executed: Any, kernel: KernelLike) -> None:
        self.executed = executed
        self.kernel = kernel
        self._client = NotebookClient(executed, record_timing=False)
        self._streams: tuple[CaughtStream, ...] = ()

    def continue_as(self, executed: Any) -> None:
        """Go on with another copy of the notebook, whose cells so far have the same outputs."""
        self.executed = executed
        self._client.nb = executed

    def run(
        self,
        positions: Collection[int],
        cell_seconds: float | None = None,
        *,
        unfinished: bool = True,
    ) -> bool:
        """Run some cells; return whether all of them succeeded.

        Parameters
        ----------
        positions
            Positions of cells in the notebook, in order; the first that fails is the last.
        cell_seconds
            Longest time of one cell; None for no limit.
        unfinished
            Whether a cell may leave a task behind, which ends with this run.

        Raises
        ------
        ImpactError
            A task was left behind that must not be.
        """
        with self._in_place(), asyncio.Runner() as runner:
            good = runner.run(self._all(positions, cell_seconds))
            left = asyncio.all_tasks(runner.get_loop())
        if left and not unfinished:
            raise ImpactError("a cell left a task behind that has not ended.")
        return good

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        recorder = self.kernel.recorder
        self.kernel.take_over()
        with (
            without_input(self.kernel.shell.kernel),
            modules_of_the_folder(),
            caught(self._printed) as self._streams,
            self.kernel.shell.builtin_trap,
        ):
            try:
                yield
            finally:
                self._flush()
                recorder.deliver = None

    def _flush(self) -> None:
        """Hand on what has been printed, also when a cell has put other streams in place."""
        for stream in self._streams:
            stream.flush()

    async def _all(self, positions: Collection[int], cell_seconds: float | None) -> bool:
        for position in positions:
            cell = self.executed["cells"][position]
            inside.note({"start": position})
            with limited(cell_seconds, f"cell {position + 1}"):
                good = await self._one(cell, position)
            if not good:
                cell["metadata"]["papermill"] = {"exception": True}
                self.executed["metadata"]["papermill"]["exception"] = True
            inside.note({"finish": position, "cell": cell})
            if not good:
                return False
        return True

    async def _one(self, cell: Any, position: int) -> bool:
        shell, recorder = self.kernel.shell, self.kernel.recorder
        cell["outputs"] = []
        self._client.clear_before_next_output = False
        recorder.deliver = lambda message: self._deliver(message, cell, position)
        self.kernel.before_cell()
        recorder.send(None, "execute_input", {"execution_count": shell.execution_count})
        with _interruptible():
            good = await self._through_the_shell(cell["source"])
        self._flush()
        return good or _MAY_FAIL in cell["metadata"].get("tags", ())

    async def _through_the_shell(self, code: str) -> bool:
        """Run code as a kernel does: what awaits at the top by itself, all else at once."""
        shell = self.kernel.shell
        shell._last_traceback_during_displayhook = False
        problem = None
        try:
            transformed = shell.transform_cell(code)
        except Exception:
            transformed, problem = code, sys.exc_info()
        if not shell.should_run_async(
            code, transformed_cell=transformed, preprocessing_exc_tuple=problem
        ):
            result = shell.run_cell(code, store_history=True)
        else:
            result = None
            try:
                result = await shell.run_cell_async(
                    code,
                    store_history=True,
                    transformed_cell=transformed,
                    preprocessing_exc_tuple=problem,
                )
            finally:
                shell.events.trigger("post_execute")
                shell.events.trigger("post_run_cell", result)
        shell.payload_manager.clear_payload()
        return result.success and not shell._last_traceback_during_displayhook

    def _printed(self, name: str, text: str) -> None:
        self.kernel.recorder.send(None, "stream", {"name": name, "text": text})

    def _deliver(self, message: Message, cell: Any, position: int) -> None:
        self._client.process_message(message, cell, position)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let an interrupt be an error of the cell that runs, not the end of the whole run."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def code_positions(notebook: Any) -> list[int]:
    """Return the positions of the cells that are run."""
    return [
        position
        for position, cell in enumerate(notebook["cells"])
        if cell["cell_type"] == "code"
        and cell["source"].strip()
        and _SKIPPED not in cell["metadata"].get("tags", ())
    ]
