"""Read the file of an evaluation: it becomes an EvaluationPlan, or a list of everything wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from impact import folders
from impact.errors import Fault, ImpactError, InvalidInput
from impact.run.evaluations.checks import Draft, cautions, checks
from impact.run.evaluations.model import EvaluationPlan
from impact.run.evaluations.wording import line_of, named, record_fault
from impact.run.params.layers import Layers, read_layers
from impact.run.params.plan import file_outside

FOLDER = "evaluations"


def evaluation_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the files of all evaluations, in the order of their names.

    Parameters
    ----------
    folder
        Where they are; None takes `params/evaluations/` of the project.
    """
    folder = folder or folders.params_folder() / FOLDER
    return tuple(sorted(folder.glob("*.yml")))


def find_evaluation(path: str | Path) -> Path:
    """Return where the file of an evaluation is, given its path, its file name or its id.

    Raises
    ------
    ImpactError
        It is nowhere; the evaluations that exist are named.
    """
    path = Path(path)
    if (outside := file_outside(path)) is not None:
        return outside
    name = path if path.suffix or not path.name else path.with_suffix(".yml")
    looked = [path, name]
    if not path.is_absolute():
        project, params = folders.project_folder(), folders.params_folder()
        looked += [home / name for home in (project, params, params / FOLDER)]
    for place in looked:
        if place.is_file():
            return place
    known = ", ".join(file.stem for file in evaluation_files()) or "none"
    raise ImpactError(f"there is no evaluation '{path}'. In params/{FOLDER}/ there are: {known}.")


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
    found = find_evaluation(path)
    layers = read_layers(found)
    data = {"id": found.stem, **layers.data}
    faults = list(_faults(data, layers))
    if faults:
        ordered = sorted(dict.fromkeys(faults), key=line_of)
        raise InvalidInput(f"{found.name} cannot be used:", ordered)
    plan = EvaluationPlan.model_validate(data, context={"country": data.get("country")})
    plan._file, plan._digest = _shown(Path(path)), layers.digest()
    plan._warnings = tuple(str(named(one, layers)) for one in cautions(plan))
    return plan


def _shown(path: Path) -> str:
    """Return a file as a report may name it: without the folders of this computer."""
    if not path.is_absolute():
        return str(path)
    home = folders.project_folder()
    return path.relative_to(home).as_posix() if path.is_relative_to(home) else path.name


def _faults(data: dict[str, Any], layers: Layers) -> Iterator[Fault]:
    file = layers.layers[-1].path
    if isinstance(data["id"], str) and data["id"] != file.stem:
        problem = f"id: the file of '{data['id']}' is called {file.name}."
        mend = f"Call the file {data['id']}.yml, or change the id."
        yield Fault(layers.where(("id",)), problem, mend)
    try:
        EvaluationPlan.model_validate(data, context={"country": data.get("country")})
    except ValidationError as error:
        yield from (record_fault(wrong, layers, EvaluationPlan) for wrong in error.errors())
    yield from (named(one, layers) for one in checks(Draft(data)))
