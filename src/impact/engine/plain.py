"""A notebook run through papermill in a kernel of its own: slow, and the same everywhere."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from impact.engine import CELL_SECONDS
from impact.engine import figures as figure_settings
from impact.engine.inside import surroundings as kernel_environment
from impact.engine.notebook_files import clean_file, save_failure
from impact.errors import ImpactError

__all__ = ["CELL_SECONDS", "KERNEL", "STARTS", "execute", "kernel_environment"]

KERNEL = "python3"
STARTS = 3
_NOISE_LINES = 40
_HARMLESS = "TCP without encryption"
_NEVER_STARTED = "Kernel died before replying"


def execute(
    notebook: Path,
    parameters: Mapping[str, Any],
    output: Path,
    *,
    cell_seconds: float = CELL_SECONDS,
    figures: str | None = None,
) -> None:
    """Run a notebook with parameters and save it once, with its outputs.

    Parameters
    ----------
    notebook
        The notebook; it runs in its own folder.
    parameters
        Values for the cell tagged `parameters`.
    output
        Where the executed notebook is saved, also when it fails: then it holds the traceback.
    cell_seconds
        Longest time one cell may take, in seconds.
    figures
        `svg` for figures as SVG; None as the kernel makes them.

    Raises
    ------
    ImpactError
        A cell failed, took too long, or its kernel ended; the message names the cell's error.
    """
    from papermill.exceptions import PapermillExecutionError

    arguments = figure_settings.kernel_arguments(figures)
    with _prints_apart() as noise:
        try:
            _started(notebook, parameters, output, cell_seconds, arguments)
        except PapermillExecutionError as error:
            clean_file(output, notebook)
            raise ImpactError(f"{error.ename}: {error.evalue}".strip()) from error
        except Exception as error:
            save_failure(notebook, parameters, output, error, _last_lines(noise))
            raise ImpactError(_first_line(error)) from error
    clean_file(output, notebook)


def _started(
    notebook: Path,
    parameters: Mapping[str, Any],
    output: Path,
    cell_seconds: float,
    arguments: list[str],
) -> None:
    """Run through papermill; a kernel that died before its first cell is started again."""
    from papermill.execute import execute_notebook

    for attempt in range(STARTS):
        try:
            with _connection() as config:
                execute_notebook(
                    str(notebook),
                    str(output),
                    dict(parameters),
                    kernel_name=KERNEL,
                    request_save_on_cell_execute=False,
                    progress_bar=False,
                    cwd=str(notebook.parent),
                    execution_timeout=cell_seconds,
                    extra_arguments=arguments,
                    config=config,
                )
            return
        except RuntimeError as error:
            if _NEVER_STARTED not in str(error) or attempt == STARTS - 1:
                raise


@contextmanager
def _connection() -> Iterator[Any]:
    """Let a kernel talk through files of its own where the system can: ports may be taken."""
    from traitlets.config import Config

    if os.name != "posix":
        yield Config()
        return
    with tempfile.TemporaryDirectory(prefix="impact-") as sockets:
        yield Config({"KernelManager": {"transport": "ipc", "ip": f"{sockets}/kernel"}})


@contextmanager
def _prints_apart() -> Iterator[IO[bytes]]:
    """Send what this process and its kernel print to files while the block runs.

    Yields
    ------
    file
        With what was printed as errors. A kernel repeats what programs print in its cells.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    kept = os.dup(1), os.dup(2)
    with tempfile.TemporaryFile() as prints, tempfile.TemporaryFile() as noise:
        os.dup2(prints.fileno(), 1)
        os.dup2(noise.fileno(), 2)
        try:
            yield noise
        finally:
            for descriptor, stream in enumerate((sys.stdout, sys.stderr)):
                stream.flush()
                os.dup2(kept[descriptor], descriptor + 1)
                os.close(kept[descriptor])


def _last_lines(noise: IO[bytes]) -> str:
    noise.seek(0)
    text = noise.read().decode("utf-8", "replace")
    lines = [line for line in text.splitlines(keepends=True) if _HARMLESS not in line]
    return "".join(lines[-_NOISE_LINES:])


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__
