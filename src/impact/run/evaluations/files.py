"""Read the file of an evaluation: it becomes an EvaluationPlan, or a list of everything wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from impact import folders
from impact.errors import Fault
from impact.run.evaluations.checks import Draft, cautions, checks
from impact.run.evaluations.model import EvaluationPlan
from impact.run.params.layers import Layers
from impact.run.study_files import (
    find_study,
    named,
    read_study,
    record_faults,
    study_files,
)

FOLDER = "evaluations"


def evaluation_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the files of all evaluations, in the order of their names.

    Parameters
    ----------
    folder
        Where they are; None takes `params/evaluations/` of the project.
    """
    return study_files(folder or folders.params_folder() / FOLDER)


def find_evaluation(path: str | Path) -> Path:
    """Return where the file of an evaluation is, given its path, its file name or its id.

    Raises
    ------
    ImpactError
        It is nowhere; the evaluations that exist are named.
    """
    return find_study(path, "evaluation", FOLDER)


def load_evaluation(path: str | Path) -> EvaluationPlan:
    """Read the file of an evaluation and check it as a whole.

    Parameters
    ----------
    path
        The file, or the id of an evaluation of `params/evaluations/`.

    Returns
    -------
    EvaluationPlan
        Frozen, with names of places resolved to codes; `warnings` says what deserves a second
        look.

    Raises
    ------
    InvalidInput
        Everything wrong with the file, each with file, line, field and mend.
    ImpactError
        There is no such file.
    """
    return read_study(path, find_evaluation(path), EvaluationPlan, _faults, cautions)


def _faults(data: dict[str, Any], layers: Layers) -> Iterator[Fault]:
    yield from record_faults(data, layers, EvaluationPlan)
    yield from (named(one, layers) for one in checks(Draft(data)))
