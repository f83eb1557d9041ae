"""A project as a report met it: this one's data, but only the figures the report was made of."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from impact import folders
from impact.run import keys
from impact.run.reproduce.recipe import Recipe
from impact.run.study_kinds import KINDS

SNAPSHOTS, STUDIES = "snapshots", "studies"
REGISTER = "register"
_INJECTED = "injected-parameters"
_KNOWN_OF_RUN = ("papermill", "execution")


def rebuild(
    recipe: Recipe, home: Path, *, results: Iterable[Path], entries: Iterable[Path]
) -> None:
    """Make a project folder in which a report's notebook finds what it found then.

    Parameters
    ----------
    recipe
        What the report was made of; its params files are written as they were.
    home
        Where the project shall stand.
    results
        Folders of the results of studies it had.
    entries
        Files of the register it had.

    Notes
    -----
    Data are linked, not copied, file by file; what a notebook may write (results of studies,
    the register) goes into folders of this project alone. The params files are written before
    anything is linked: whatever their names, no file of the project is reached through a link.
    Tables the params files name stay as they were then, though they lie among the data.
    """
    own = set()
    for name, text in recipe.sources.items():
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))
        if name.startswith(tuple(f"data/{folder}" for folder in keys.OWN_TABLES)):
            own.add(file)
    data = folders.data_folder()
    for path in sorted(data.iterdir()):
        if path.name not in (SNAPSHOTS, STUDIES) and not path.name.startswith("."):
            _link(path, home / "data" / path.name, own)
    for name in (f"data/{SNAPSHOTS}", f"data/{STUDIES}", f"params/{REGISTER}", "notebooks"):
        (home / name).mkdir(parents=True, exist_ok=True)
    for name in recipe.figures.snapshots:
        source = folders.snapshots_folder() / name
        if source.is_dir():
            _link(source, home / "data" / SNAPSHOTS / name)
    for result in results:
        _link(result, home / "data" / STUDIES / result.parent.name / result.name)
    for kind in KINDS.values():  # a plan may only name studies that have a file
        room = home / "params" / kind.folder
        for name in recipe.figures.studies:
            _placeholder(room / f"{name}.yml")
        for file in (folders.params_folder() / kind.folder).glob("[!.]*.yml"):
            _placeholder(room / file.name)
    for entry in entries:
        shutil.copyfile(entry, home / "params" / REGISTER / entry.name)


def without_run(executed: dict[str, Any]) -> dict[str, Any]:
    """Return an executed notebook as it was before: no outputs, no injected parameters.

    Parameters
    ----------
    executed
        The notebook's JSON; it is left as it is.
    """
    notebook = json.loads(json.dumps(executed))
    notebook["cells"] = [
        cell for cell in notebook["cells"] if _INJECTED not in cell["metadata"].get("tags", ())
    ]
    for part in (notebook, *notebook["cells"]):
        for name in _KNOWN_OF_RUN:
            part["metadata"].pop(name, None)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell.update(execution_count=None, outputs=[])
    return notebook


def _placeholder(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()


def _link(source: Path, target: Path, own: Collection[Path] = ()) -> None:
    """Link every file of a folder, or one file; copy where a system refuses links.

    What the report brought along itself is left as it is.
    """
    if source.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        for path in sorted(source.iterdir()):
            _link(path, target / path.name, own)
        return
    if target in own:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.unlink(missing_ok=True)
        target.symlink_to(source.resolve())
    except OSError:
        shutil.copyfile(source, target)
