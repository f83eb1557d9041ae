"""The one door through which a notebook runs: papermill today, something faster one day."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from impact import folders
from impact.errors import ImpactError

KERNEL = "python3"
CELL_SECONDS = 900
STARTS = 3
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
_NOISE_LINES = 40
_HARMLESS = "TCP without encryption"
_NEVER_STARTED = "Kernel died before replying"


def kernel_environment(scratch: Path) -> dict[str, str]:
    """Return what a kernel needs to know of its surroundings.

    Parameters
    ----------
    scratch
        A folder of this process alone, so that kernels share no history file and no start-up
        files of the person who runs the batch.
    """
    return {
        **dict.fromkeys(_ONE_THREAD, "1"),
        "IMPACT_HOME": str(folders.project_folder()),
        "IMPACT_PREVIEW": "off",
        "IPYTHONDIR": str(scratch),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }


def execute(
    notebook: Path,
    parameters: Mapping[str, Any],
    output: Path,
    *,
    cell_seconds: int = CELL_SECONDS,
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

    Raises
    ------
    ImpactError
        A cell failed, took too long, or its kernel ended; the message names the cell's error.
    """
    from papermill.exceptions import PapermillExecutionError

    with _errors_apart() as noise:
        try:
            _started(notebook, parameters, output, cell_seconds)
        except PapermillExecutionError as error:
            _clean(output, notebook)
            raise ImpactError(f"{error.ename}: {error.evalue}".strip()) from error
        except Exception as error:
            _save_failure(notebook, parameters, output, error, _last_lines(noise))
            raise ImpactError(_first_line(error)) from error
    _clean(output, notebook)


def _started(
    notebook: Path, parameters: Mapping[str, Any], output: Path, cell_seconds: int
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


def add_failure(output: Path, error: BaseException) -> None:
    """Append a traceback to an executed notebook: what went wrong after its last cell."""
    saved = json.loads(output.read_text(encoding="utf-8"))
    saved["cells"].append(_failed_cell("# after the notebook: writing the report's files", error))
    _save(output, saved)


def _save_failure(
    notebook: Path, parameters: Mapping[str, Any], output: Path, error: Exception, noise: str
) -> None:
    """Save a notebook that papermill did not: its kernel ended, or a cell took too long."""
    try:
        saved = json.loads(notebook.read_text(encoding="utf-8"))
        cells = saved["cells"]
    except (OSError, ValueError, KeyError, TypeError):  # the notebook itself is unreadable
        saved = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        cells = saved["cells"]
    lines = [f"# {name} = {value!r}" for name, value in parameters.items()]
    source = "\n".join(["# the run with these parameters ended here", *lines])
    cells.append(_failed_cell(source, error, noise))
    _save(output, saved)


def _failed_cell(source: str, error: BaseException, noise: str = "") -> dict[str, Any]:
    lines = "".join(traceback.format_exception(error)).splitlines()
    outputs: list[dict[str, Any]] = []
    if noise:
        outputs.append({"output_type": "stream", "name": "stderr", "text": noise})
    outputs.append(
        {
            "output_type": "error",
            "ename": type(error).__name__,
            "evalue": str(error),
            "traceback": lines,
        }
    )
    return {
        "cell_type": "code",
        "id": "failure",
        "execution_count": None,
        "metadata": {"tags": ["failure"]},
        "source": source,
        "outputs": outputs,
    }


def _clean(output: Path, notebook: Path) -> None:
    """Take the paths of this computer out of the saved notebook."""
    saved = json.loads(output.read_text(encoding="utf-8"))
    about = saved["metadata"].get("papermill", {})
    about["input_path"] = notebook.name
    for name in ("output_path", "default_parameters", "environment_variables"):
        about.pop(name, None)
    _save(output, saved)


def _save(output: Path, saved: Mapping[str, Any]) -> None:
    """Save a notebook on one line: indented, its blocks would take three times the room."""
    output.write_text(json.dumps(saved, ensure_ascii=False) + "\n", encoding="utf-8")


@contextmanager
def _errors_apart() -> Iterator[IO[bytes]]:
    """Send what this process and its kernel print as errors to a file while the block runs."""
    sys.stderr.flush()
    kept = os.dup(2)
    with tempfile.TemporaryFile() as noise:
        os.dup2(noise.fileno(), 2)
        try:
            yield noise
        finally:
            sys.stderr.flush()
            os.dup2(kept, 2)
            os.close(kept)


def _last_lines(noise: IO[bytes]) -> str:
    noise.seek(0)
    text = noise.read().decode("utf-8", "replace")
    lines = [line for line in text.splitlines(keepends=True) if _HARMLESS not in line]
    return "".join(lines[-_NOISE_LINES:])


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__
