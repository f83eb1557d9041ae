"""Read the file of a capacity study: it becomes a CapacityFile, or a list of everything wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from impact import folders
from impact.errors import Fault
from impact.run.capacity.checks import Draft, cautions, checks, tables
from impact.run.capacity.model import CapacityFile
from impact.run.params.layers import Layers
from impact.run.study_files import (
    find_study,
    named,
    read_study,
    record_faults,
    study_files,
)

FOLDER = "capacity"


def capacity_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the files of all capacity studies, in the order of their names.

    Parameters
    ----------
    folder
        Where they are; None takes `params/capacity/` of the project.
    """
    return study_files(folder or folders.params_folder() / FOLDER)


def find_capacity(path: str | Path) -> Path:
    """Return where the file of a capacity study is, given its path, its file name or its id.

    Raises
    ------
    ImpactError
        It is nowhere; the studies that exist are named.
    """
    return find_study(path, "capacity study", FOLDER)


def load_capacity(path: str | Path, *, with_tables: bool = True) -> CapacityFile:
    """Read the file of a capacity study and check it as a whole.

    Parameters
    ----------
    path
        The file, or the id of a study of `params/capacity/`.
    with_tables
        False where the tables are still to be made: they may be missing.

    Returns
    -------
    CapacityFile
        Frozen, with names of places resolved to codes; `warnings` says what deserves a second
        look. Its digest covers the bytes of the tables it names, so that a report is made again
        when one of them changes. What the tables say is checked by `plan_capacity`.

    Raises
    ------
    InvalidInput
        Everything wrong with the file, each with file, line, field and mend.
    ImpactError
        There is no such file.
    """
    found = find_capacity(path)
    faults = partial(_faults, beside=found.parent, with_tables=with_tables)
    study = read_study(path, found, CapacityFile, faults, cautions)
    study._folder = found.parent
    if with_tables:
        study._digest = _with_tables(study)
    return study


def _faults(
    data: dict[str, Any], layers: Layers, beside: Path, with_tables: bool
) -> Iterator[Fault]:
    yield from record_faults(data, layers, CapacityFile)
    draft = Draft(data, beside)
    yield from (named(one, layers) for one in checks(draft))
    if with_tables:
        yield from (named(one, layers) for one in tables(draft))


def _with_tables(study: CapacityFile) -> str:
    total = hashlib.sha256(study.digest.encode("ascii"))
    for table in sorted(study.table_files()):
        total.update(hashlib.sha256(study.table_path(table).read_bytes()).digest())
    return total.hexdigest()[:16]
