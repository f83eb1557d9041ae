"""Which of the things a report was made of are not as they were."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from impact import folders
from impact.errors import ImpactError
from impact.run import keys
from impact.run.make_report import NOTEBOOK
from impact.run.reproduce.recipe import Recipe
from impact.run.study_kinds import KINDS, file_told

_MANY = 10_000
_OWN = "was changed since; the report's own was used"


@dataclass(frozen=True, slots=True)
class Input:
    """Something a report was made of that is not as it was.

    Parameters
    ----------
    name
        What it is, such as package, descriptions, a library, snapshot, study or params file.
    problem
        What is different, in a few words.
    replaced
        Whether the report's folder holds it as it was, so that this cannot matter.
    """

    name: str
    problem: str
    replaced: bool = False

    def __str__(self) -> str:
        return f"{self.name}: {self.problem}"


def changed_inputs(recipe: Recipe, around: keys.Surroundings) -> Iterator[Input]:
    """Yield what is not as it was when the report was made.

    Parameters
    ----------
    recipe
        What the report was made of.
    around
        What a report made now would be made of.
    """
    made_of = recipe.made_of
    if keys.of_content(around.package) != made_of.package:
        version = _versions(made_of.versions, around.versions, "impact")
        yield Input("package impact", f"its files differ ({version})")
    if keys.of_content(around.descriptions) != made_of.descriptions:
        yield Input("descriptions", "a file of data/ beside figures and results differs")
    for name in sorted({*made_of.versions, *around.versions} - {"impact"}):
        if made_of.versions.get(name) != around.versions.get(name):
            yield Input(name, _versions(made_of.versions, around.versions, name))
    for name, digest in recipe.figures.snapshots.items():
        if name not in around.snapshots:
            yield Input(f"snapshot {name}", "is missing")
        elif around.snapshots[name] != digest:
            yield Input(f"snapshot {name}", "is not what it was")
    for name in changed_sources(recipe):
        yield Input(name, _OWN, replaced=True)


def changed_sources(recipe: Recipe) -> list[str]:
    """Return the names of the project's params files that are gone or hold something else now.

    Notes
    -----
    Files outside the project are held by the report alone: one named without a folder, and what
    it extends outside `params/`.
    """
    home = folders.project_folder()
    inside = "/" in file_told(recipe.parameters)
    return [
        name
        for name, text in recipe.sources.items()
        if (name.startswith("params/") or (inside and "/" in name)) and _text(home / name) != text
    ]


def notebook_of(recipe: Recipe, folder: Path) -> tuple[dict[str, Any], list[Input]]:
    """Return the notebook a report was made by, and whether the project's is another now.

    Parameters
    ----------
    recipe
        What the report was made of.
    folder
        The report's folder, whose executed notebook is the first to be asked.

    Raises
    ------
    ImpactError
        Neither the report's notebook nor the project's has the code it was made by.
    """
    own = _notebook(folder / NOTEBOOK)
    project = _notebook(folders.notebooks_folder() / recipe.notebook)
    code = recipe.made_of.code
    changed = project is None or keys.code(project) != code
    found = [] if not changed else [Input(f"notebooks/{recipe.notebook}", _OWN, replaced=True)]
    written = recipe.files.get(NOTEBOOK)
    intact = written is not None and keys.of_file(folder / NOTEBOOK) == written.sha256
    if own is not None and keys.code(own) == code and (intact or changed):
        return own, found
    if project is not None and not changed:
        return project, []
    raise ImpactError(
        f"the report cannot be made again: neither {NOTEBOOK} in '{folder}' nor "
        f"notebooks/{recipe.notebook} holds the code it was made by. Restore one of them."
    )


def results_of(recipe: Recipe) -> tuple[list[Path], list[Input]]:
    """Return the folders of the results of studies a report had, and what is said of the rest."""
    found, missing = [], []
    for name, digest in recipe.figures.studies.items():
        root = folders.data_folder() / "studies" / name
        results = [path.parent for path in sorted(root.glob(f"[!.]*/{keys.RESULT}"))]
        same = [path for path in results if keys.of_file(path / keys.RESULT) == digest]
        found += same[-1:]
        if not same:
            missing.append(Input(f"study {name}", "the result that was used is missing"))
    return found, missing


def entries_of(recipe: Recipe) -> tuple[list[Path], list[Input]]:
    """Return the files of the register a report had, and what is said when they are not there.

    Notes
    -----
    Entries are only added, so what stood there is the beginning of each study's entries; the
    digest tells how long each of these was.
    """
    from impact import store

    if not recipe.figures.entries:
        return [], []
    own = [recipe.subject] if recipe.kind in KINDS else []
    names = sorted({*recipe.figures.studies, *own})
    chains = [[entry.file for entry in store.registered(study=name)] for name in names]
    beginnings = itertools.product(*(range(len(chain), -1, -1) for chain in chains))
    for lengths in itertools.islice(beginnings, _MANY):
        files = [
            file for chain, length in zip(chains, lengths, strict=True) for file in chain[:length]
        ]
        if _digest(files) == recipe.figures.entries:
            return files, []
    everything = [file for chain in chains for file in chain]
    return everything, [Input("register", "does not hold what it held then")]


def _digest(files: list[Path]) -> str:
    return keys.of_content({path.name: keys.of_file(path) for path in files}) if files else ""


def _versions(before: Mapping[str, str], now: Mapping[str, str], name: str) -> str:
    then, today = before.get(name, "not installed"), now.get(name, "not installed")
    return f"version {then}" if then == today else f"version {then} then, {today} now"


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return None


def _notebook(path: Path) -> dict[str, Any] | None:
    """Return a notebook's JSON; None when there is none that can be read."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        keys.code(content)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return content
