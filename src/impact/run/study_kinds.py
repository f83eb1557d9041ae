"""Kinds of studies a batch can hold: each has its folder of files, its notebook and its reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from impact import folders


@dataclass(frozen=True, slots=True)
class StudyKind:
    """A kind of study.

    Parameters
    ----------
    name
        What it is called in manifests and in the store; its notebook is `<name>.ipynb`, which is
        told the file as `<name>_file`, and its files are read by `find_<name>` and `load_<name>`.
    folder
        Folder of its files in `params/`, of its reports in `reports/`, and the room of its reader
        in `impact.run`.
    guided
        Whether its report has a guide beside it.
    registered_first
        Whether its report says when its plan was registered, and so depends on the register.
    """

    name: str
    folder: str
    guided: bool = False
    registered_first: bool = False

    @property
    def notebook(self) -> str:
        """Name of the notebook that makes its report."""
        return f"{self.name}.ipynb"

    @property
    def parameter(self) -> str:
        """What the notebook calls its file."""
        return f"{self.name}_file"

    def file(self, identifier: str) -> Path:
        """Return where the file of one of the project's own studies is, there or not."""
        return folders.params_folder() / self.folder / f"{identifier}.yml"

    def find(self, file: Path | str) -> Path:
        """Return where a file is, given its path, its name or its id."""
        return getattr(self._reader(), f"find_{self.name}")(file)

    def load(self, file: Path | str) -> Any:
        """Read a file; everything wrong with it is raised at once."""
        return getattr(self._reader(), f"load_{self.name}")(file)

    def _reader(self) -> ModuleType:
        return import_module(f"impact.run.{self.folder}.files")


ASSESSMENT = StudyKind("assessment", "assessments", guided=True)
EVALUATION = StudyKind("evaluation", "evaluations", registered_first=True)
CAPACITY = StudyKind("capacity", "capacity")
KINDS = {kind.name: kind for kind in (ASSESSMENT, EVALUATION, CAPACITY)}


def file_told(parameters: Mapping[str, Any]) -> str:
    """Return the file of params a notebook is told, whatever kind of report it makes.

    Parameters
    ----------
    parameters
        What the notebook is told; empty text when no file is among it.
    """
    names = ("params_file", *(kind.parameter for kind in KINDS.values()))
    return next((str(parameters[name]) for name in names if parameters.get(name)), "")
