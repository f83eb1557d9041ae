"""Executed notebooks as files: the same bytes for the same outputs, whichever engine ran them."""

from __future__ import annotations

import json
import re
import site
import sys
import sysconfig
import tempfile
import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from impact import folders
from impact.engine import inside
from impact.errors import ImpactError

_INJECTED, _MARKER = "injected-parameters", "papermill-error-cell-tag"
_KEPT_OF_PAPERMILL = ("exception", "parameters", "version")
_CELL_FILE = re.compile(r"[^\s'\"<>]*ipykernel_\d+[\\/]")
_ADDRESS = re.compile(r"(<[^<>\n]*\bat )0x[0-9a-fA-F]+(?=[^<>\n]*>)")
_BEGINS = r"(?:(?<![\w.-])|(?<=\dm))"
_TEXTS = frozenset(("text/plain", "text/html"))
_EMPTY = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
Saved = dict[str, Any]


def load(notebook: Path) -> Any:
    """Read a notebook as papermill does.

    Returns
    -------
    nbformat.NotebookNode
        In the newest form of version 4; cells without an id are numbered.
    """
    from papermill.iorw import load_notebook_node

    found = load_notebook_node(str(notebook))
    if not _has_ids(json.loads(notebook.read_text(encoding="utf-8"))):
        _number(found["cells"])
    return found


def cleaned(executed: Any, source: Path) -> Saved:
    """Return an executed notebook without clock, computer and chance.

    Parameters
    ----------
    executed
        The notebook as papermill or the warm engine leaves it; it is not used afterwards.
    source
        The notebook that was run.

    Notes
    -----
    Removed are times, file paths of this computer and addresses in memory. What a cell printed
    between two other outputs becomes one text of stdout, then one of stderr: a kernel cuts them
    by its clock.
    """
    about = executed["metadata"].get("papermill", {})
    kept = {name: about[name] for name in _KEPT_OF_PAPERMILL if name in about}
    executed["metadata"]["papermill"] = {"input_path": source.name, **kept}
    if not _has_ids(_source(source)):
        _number(executed["cells"])
    markers = 0
    for cell in executed["cells"]:
        cell["metadata"].pop("papermill", None)
        cell["metadata"].pop("execution", None)
        tags = cell["metadata"].get("tags", ())
        if _INJECTED in tags:
            cell["id"] = _INJECTED
        elif _MARKER in tags:
            markers += 1
            cell["id"] = f"papermill-error-{markers}"
        if cell["cell_type"] == "code":
            cell["outputs"] = [_plain(output) for output in _merged(cell["outputs"])]
    return executed


def save(output: Path, saved: Mapping[str, Any]) -> None:
    """Save a notebook on one line: indented, its blocks would take three times the room."""
    text = json.dumps(saved, ensure_ascii=False, sort_keys=True)
    output.write_text(text + "\n", encoding="utf-8", errors="backslashreplace")


def clean_file(output: Path, source: Path) -> None:
    """Clean a notebook that papermill saved."""
    import nbformat

    save(output, cleaned(nbformat.read(output, as_version=4), source))


def save_failure(
    notebook: Path,
    parameters: Mapping[str, Any],
    output: Path,
    error: BaseException,
    noise: str = "",
    executed: Any = None,
) -> None:
    """Save a notebook whose run ended outside its cells, with the reason in a last cell.

    Parameters
    ----------
    notebook, parameters
        What was run.
    output
        Where it is saved.
    error
        What ended the run.
    noise
        What the process printed as errors.
    executed
        The notebook as far as it came; None saves it as it was before.
    """
    saved = _source(notebook) if executed is None else cleaned(executed, notebook)
    lines = [f"# {name} = {value!r}" for name, value in parameters.items()]
    source = "\n".join(["# the run with these parameters ended here", *lines])
    described = "".join(traceback.format_exception(error)).splitlines()
    saved["cells"].append(_ending(source, type(error).__name__, str(error), described, noise))
    save(output, saved)


def save_lost(
    notebook: Path,
    parameters: Mapping[str, Any],
    output: Path,
    reason: str,
    events: Iterable[Mapping[str, Any]] = (),
    printed: str = "",
) -> None:
    """Save the notebook of a process that died, as far as its journal tells.

    Parameters
    ----------
    notebook, parameters
        What was run.
    output
        Where it is saved.
    reason
        Why the process ended.
    events
        `{"start": i}` and `{"finish": i, "cell": {...}}`, as the process wrote them.
    printed
        The last lines the process printed.
    """
    saved = _parameterised(notebook, parameters)
    cells, begun = saved["cells"], None
    for event in events:
        begun = event.get("start")
        finished = event.get("finish")
        if isinstance(finished, int) and finished < len(cells):
            cells[finished] = event["cell"]
    lines = [f"# {name} = {value!r}" for name, value in parameters.items()]
    source = "\n".join(["# the process that ran this notebook ended here", *lines])
    ending = _ending(source, "ProcessEnded", reason, [reason], printed)
    saved = cleaned(saved, notebook)
    saved["cells"].insert(len(cells) if begun is None else begun + 1, ending)
    save(output, saved)


def add_failure(output: Path, error: BaseException) -> None:
    """Append a traceback to an executed notebook: what went wrong after its last cell."""
    saved = json.loads(output.read_text(encoding="utf-8"))
    source = "# after the notebook: writing the report's files"
    lines = "".join(traceback.format_exception(error)).splitlines()
    saved["cells"].append(_ending(source, type(error).__name__, str(error), lines))
    save(output, saved)


def _ending(source: str, name: str, value: str, lines: list[str], noise: str = "") -> Saved:
    outputs: list[Saved] = []
    if noise:
        outputs.append({"output_type": "stream", "name": "stderr", "text": noise})
    outputs.append({"output_type": "error", "ename": name, "evalue": value, "traceback": lines})
    return {
        "cell_type": "code",
        "id": "failure",
        "execution_count": None,
        "metadata": {"tags": ["failure"]},
        "source": source,
        "outputs": [_plain(output) for output in outputs],
    }


def _parameterised(notebook: Path, parameters: Mapping[str, Any]) -> Any:
    """Return a notebook with the cell papermill injects, or as much of it as can be read."""
    from papermill.parameterize import parameterize_notebook

    try:
        found = load(notebook)
        return parameterize_notebook(found, dict(parameters)) if parameters else found
    except Exception:
        return _source(notebook)


def _source(notebook: Path) -> Saved:
    """Return a notebook's own content; an empty one when it cannot be read."""
    try:
        found = json.loads(notebook.read_text(encoding="utf-8"))
        if isinstance(found["cells"], list) and isinstance(found["metadata"], dict):
            return found
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return {**_EMPTY, "cells": [], "metadata": {}}


def _has_ids(source: Mapping[str, Any]) -> bool:
    return all("id" in cell for cell in source.get("cells", ()))


def _number(cells: Iterable[Any]) -> None:
    for position, cell in enumerate(cells):
        cell["id"] = f"cell-{position:02d}"


def _merged(outputs: Iterable[Any]) -> Iterator[Any]:
    """Yield outputs with what stands between two others as one text a stream, stdout first."""
    streams: dict[str, Any] = {}
    for output in outputs:
        if output["output_type"] != "stream":
            yield from (streams[name] for name in sorted(streams, reverse=True))
            streams = {}
            yield output
        elif output["name"] in streams:
            streams[output["name"]]["text"] += output["text"]
        else:
            streams[output["name"]] = output
    yield from (streams[name] for name in sorted(streams, reverse=True))


def _plain(output: Any) -> Any:
    """Take what differs from computer to computer and run to run out of an output's text."""
    if output["output_type"] == "stream":
        output["text"] = _without_addresses(_without_paths(output["text"]))
    elif output["output_type"] == "error":
        output["evalue"] = _without_addresses(_without_paths(output["evalue"]))
        lines = output["traceback"]
        output["traceback"] = [_without_addresses(_without_paths(line)) for line in lines]
    else:
        data = output.get("data", {})
        for kind in _TEXTS.intersection(data):
            if isinstance(data[kind], str):
                data[kind] = _without_addresses(_without_paths(data[kind]))
    return output


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(r"\g<1>0x0", text) if "at 0x" in text else text


def _without_paths(text: str) -> str:
    if "ipykernel_" in text:
        text = _CELL_FILE.sub("", text)
    for folder in _folders():
        if folder in text:
            text = re.sub(_BEGINS + re.escape(folder), "", text)
    return text


def _folders() -> tuple[str, ...]:
    """Return folders of this computer that printed file names may begin with, longest first."""
    return tuple(
        f"{name}{mark}" for name in sorted({*_home(), *_fixed()}, key=len)[::-1] for mark in "/\\"
    )


def _home() -> Iterator[str]:
    with suppress(ImpactError, OSError):  # a notebook of no project
        yield str(folders.project_folder())


@cache
def _fixed() -> frozenset[str]:
    paths = sysconfig.get_paths()
    library = Path(__file__).resolve().parents[2]
    named = [*(paths[name] for name in ("purelib", "platlib", "stdlib")), *site.getsitepackages()]
    own = [sys.prefix, str(library), *inside.temporary()]
    with suppress(RuntimeError):  # a person without a folder
        own.append(str(Path.home()))
    with suppress(OSError):  # a computer without one for temporary files
        own.append(tempfile.gettempdir())
    return frozenset(name.rstrip("/\\") for name in (*named, *own) if len(name) > 3)
