"""Read the file of a composite index: it becomes a record, or a list of everything wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from impact import folders
from impact.errors import Fault, InvalidInput
from impact.run.indices.checks import cautions, checks
from impact.run.indices.model import IndexRecord
from impact.run.params.layers import Layers, read_layers
from impact.run.study_files import (
    find_study,
    named,
    read_study,
    record_faults,
    study_files,
)

FOLDER = "indices"
MEANS = ("arithmetic", "geometric", "harmonic", "generalised")


def index_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the files of all indices, in the order of their names.

    Parameters
    ----------
    folder
        Where they are; None takes `params/indices/` of the project.
    """
    return study_files(folder or folders.params_folder() / FOLDER)


def find_index(path: str | Path) -> Path:
    """Return where the file of an index is, given its path, its file name or its id.

    Raises
    ------
    ImpactError
        It is nowhere; the indices that exist are named.
    """
    return find_study(path, "index", FOLDER)


def load_index(path: str | Path) -> IndexRecord:
    """Read the file of an index and check it as a whole.

    Parameters
    ----------
    path
        The file, or the id of an index of `params/indices/`.

    Returns
    -------
    IndexRecord
        Frozen; `warnings` says what deserves a second look.

    Raises
    ------
    InvalidInput
        Everything wrong with the file, each with file, line, field and mend.
    ImpactError
        There is no such file.
    """
    return read_study(path, find_index(path), IndexRecord, _faults, cautions)


def index_of_plan(identifier: str, country: object) -> IndexRecord:
    """Read the index a plan names.

    Raises
    ------
    InvalidInput
        The file has a fault, is about another country, holds entered scores, or uses no mean.
    """
    record = load_index(folders.params_folder() / FOLDER / f"{identifier}.yml")
    faults = []
    if record.country != country:
        faults.append(Fault(identifier, f"it is an index of {record.country}, not of {country}."))
    if not record.measured:
        problem = "some of its indicators have no figures, so reports of every year cannot show it."
        faults.append(Fault(identifier, problem, "Look at it with index_funding instead."))
    methods = {record.aggregation, *(node.aggregation for node in record.nodes.values())}
    if others := sorted(methods - {None, *MEANS}):
        problem = f"'{others[0]}' is no mean, so a difference cannot be divided among parts."
        faults.append(Fault(identifier, problem, f"Take one of {', '.join(MEANS)}."))
    if faults:
        raise InvalidInput(f"the index '{identifier}' does not fit this plan:", faults)
    return record


def layers_of_index(identifier: str) -> tuple[Path, ...]:
    """Return the file of an index and those it extends."""
    found = folders.params_folder() / FOLDER / f"{identifier}.yml"
    return tuple(layer.path for layer in read_layers(found).layers)


def _faults(data: dict[str, Any], layers: Layers) -> Iterator[Fault]:
    yield from record_faults(data, layers, IndexRecord)
    try:
        record = IndexRecord.model_validate(data, context={"country": data.get("country")})
    except ValidationError:  # listed already; what belongs together cannot be judged yet
        return
    yield from (named(one, layers) for one in checks(record))
