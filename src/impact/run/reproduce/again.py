"""Make a report again from its own folder, and say what is not the same."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from impact.errors import ImpactError
from impact.run import keys, manifest, schedule
from impact.run.make_report import Job, Outcome, lost, make, prepare
from impact.run.outputs import writable
from impact.run.reproduce.differences import (
    VALUES,
    Figures,
    File,
    altered,
    compared_figures,
    compared_files,
)
from impact.run.reproduce.inputs import (
    Input,
    changed_inputs,
    entries_of,
    notebook_of,
    results_of,
)
from impact.run.reproduce.project import rebuild, without_run
from impact.run.reproduce.recipe import Recipe, read_recipe, unlike_digests

_OF_JOB = (
    "subject", "kind", "languages", "headline", "notebook", "parameters", "own", "homes",
    "snapshots", "made_of", "figures", "shown", "sources", "files",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reproduction:
    """What came of making a report again.

    Parameters
    ----------
    recipe
        What it was made of.
    altered
        What is wrong with the files of its folder themselves, one sentence each.
    inputs
        What it was made of that is not as it was.
    files
        Every file, the one made again against what the manifest says was made.
    figures
        Every figure of `values.csv`, the one made again against the one that stands.
    blocks
        Whether the same blocks were shown.
    """

    recipe: Recipe
    altered: tuple[str, ...]
    inputs: tuple[Input, ...]
    files: tuple[File, ...]
    figures: Figures
    blocks: bool

    @property
    def remade(self) -> bool:
        """Whether every block and byte that was written then came out the same."""
        return self.blocks and all(file.same for file in self.files)

    @property
    def same(self) -> bool:
        """Whether it came out the same and nothing in its folder was altered since."""
        return self.remade and not self.altered and not self.figures.differing

    @property
    def inputs_that_count(self) -> tuple[Input, ...]:
        """The inputs that are not as they were and that the report's folder does not hold."""
        return tuple(one for one in self.inputs if not one.replaced)


def reproduce(
    folder: Path | str, *, keep: Path | str | None = None, engine: str | None = None
) -> Reproduction:
    """Make a report again from what its folder says it was made of.

    Parameters
    ----------
    folder
        The report's folder, such as reports/jonkoping/2024/SE-0680.
    keep
        An empty or new folder for what is made; None keeps nothing.
    engine
        `warm`, `plain`, or None for the fastest that can be used here.

    Returns
    -------
    Reproduction

    Raises
    ------
    ImpactError
        It cannot be tried: there is no report, its manifest says too little, its notebook is
        lost, or what is made again fails.

    Notes
    -----
    Figures come from the snapshots and results of this project that the manifest names; later
    ones are left out. Params and code come from the report's own folder: the code of its
    notebook is run, so the folder must come from somebody you trust. The report is made in a
    project of its own, and neither the project nor the report's folder is written to.
    """
    folder = Path(folder).resolve()
    recipe, content = read_recipe(folder), manifest.read(folder) or {}
    kept = _kept(keep, folder)
    notebook, other = notebook_of(recipe, folder)
    results, no_results = results_of(recipe)
    entries, no_entries = entries_of(recipe)
    around = keys.surroundings()
    inputs = (*changed_inputs(recipe, around), *other, *no_results, *no_entries)
    before = {name: file.model_dump() for name, file in recipe.files.items()}
    harmed = (*unlike_digests(recipe), *altered(folder, before))
    with tempfile.TemporaryDirectory(prefix="impact-") as scratch:
        home = Path(scratch).resolve() / "project"
        with _room_to_rebuild():
            rebuild(recipe, home, results=results, entries=entries)
            text = json.dumps(without_run(notebook), ensure_ascii=False)
            (home / "notebooks" / recipe.notebook).write_text(text, encoding="utf-8")
        made = kept or home / "report"
        outcome = _make(_job(recipe, content, home, made, around), home, Path(scratch), engine)
        if outcome.failed:
            said = [f"the report cannot be made again: {outcome.problem}", *harmed]
            raise ImpactError("\n  ".join(map(str, (*said, *inputs))))
        return Reproduction(
            recipe=recipe,
            altered=harmed,
            inputs=inputs,
            files=compared_files(before, manifest.files(made)),
            figures=_figures(folder, made),
            blocks=(manifest.read(made) or {}).get("shown") == recipe.shown,
        )


@contextlib.contextmanager
def _room_to_rebuild() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ImpactError(
            "the project the report was made in cannot be rebuilt in "
            f"'{tempfile.gettempdir()}': {error.strerror or error}. Make room there, or look at "
            f"the names of the files in {manifest.NAME}."
        ) from error


def _kept(keep: Path | str | None, folder: Path) -> Path | None:
    """Return the folder the report shall be kept in, once it is sure that nothing is there."""
    if keep is None:
        return None
    kept = Path(keep).resolve()
    if kept.exists() and (not kept.is_dir() or any(kept.iterdir())):
        raise ImpactError(f"'{keep}' is there already. Name a new folder with --keep.")
    if kept.is_relative_to(folder):
        raise ImpactError(
            f"'{keep}' lies in the report's own folder, which is not written to. Name another "
            "folder with --keep."
        )
    writable(kept.parent)
    return kept


def _job(
    recipe: Recipe,
    content: Mapping[str, Any],
    project: Path,
    target: Path,
    around: keys.Surroundings,
) -> Job:
    """Return the job that made a report, with today's digests of what it is made of now."""
    now = keys.made_of(around, code=recipe.made_of.code, parameters={}, params="")
    kept = {name: now[name] for name in ("package", "descriptions", "versions")}
    here = around.snapshots
    held = {name: here[name] for name in recipe.figures.snapshots if name in here}
    return Job(
        subject=recipe.subject,
        name=recipe.subject,
        kind=recipe.kind,
        notebook=project / "notebooks" / recipe.notebook,
        parameters=recipe.parameters,
        languages=recipe.languages,
        folder=target,
        homes=recipe.homes,
        about={name: value for name, value in content.items() if name not in _OF_JOB},
        own=recipe.own,
        made_of={**content["made_of"], **kept},
        figures={**content["figures"], "snapshots": held},
        sources=recipe.sources,
    )


def _make(job: Job, home: Path, scratch: Path, engine: str | None) -> Outcome:
    """Make the report in a process that knows no other project than the one rebuilt."""
    doors = {"prepare": prepare, "lost": lost, "scratch": scratch}
    with _in_project(home):
        (outcome,) = schedule.run_all(make, [job], workers=1, engine=engine, **doors)
    return outcome


@contextlib.contextmanager
def _in_project(home: Path) -> Iterator[None]:
    """Let `IMPACT_HOME` name another project until the block ends."""
    before = os.environ.get("IMPACT_HOME")
    os.environ["IMPACT_HOME"] = str(home)
    try:
        yield
    finally:
        if before is None:
            del os.environ["IMPACT_HOME"]
        else:
            os.environ["IMPACT_HOME"] = before


def _figures(folder: Path, made: Path) -> Figures:
    texts = [
        path.read_text(encoding="utf-8") if path.is_file() else ""
        for path in (folder / VALUES, made / VALUES)
    ]
    return compared_figures(*texts)
