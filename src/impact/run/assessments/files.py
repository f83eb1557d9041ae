"""Read the file of an assessment: it becomes an Assessment, or a list of everything wrong."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from impact import folders, places
from impact.errors import Fault, ImpactError, InvalidInput
from impact.run.assessments.checks import Draft, Finding, structure
from impact.run.assessments.checks_calculation import calculation
from impact.run.assessments.checks_decision import cautions, decision
from impact.run.assessments.checks_impacts import impacts
from impact.run.assessments.checks_numbers import numbers
from impact.run.assessments.checks_texts import texts
from impact.run.assessments.checks_values import values
from impact.run.assessments.model import Assessment
from impact.run.params.checks import misfits
from impact.run.params.faults import fault, path_name
from impact.run.params.layers import Layers, read_layers
from impact.run.params.plan import file_outside

FOLDER = "assessments"


def assessment_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the files of all assessments, in the order of their names.

    Parameters
    ----------
    folder
        Where they are; None takes `params/assessments/` of the project.
    """
    folder = folder or folders.params_folder() / FOLDER
    return tuple(sorted(folder.glob("*.yml")))


def find_assessment(path: str | Path) -> Path:
    """Return where the file of an assessment is, given its path, its file name or its id.

    Raises
    ------
    ImpactError
        It is nowhere; the assessments that exist are named.
    """
    path = Path(path)
    if (outside := file_outside(path)) is not None:
        return outside
    named = path if path.suffix or not path.name else path.with_suffix(".yml")
    looked = [path, named]
    if not path.is_absolute():
        homes = (
            folders.project_folder(),
            folders.params_folder(),
            folders.params_folder() / FOLDER,
        )
        looked += [home / named for home in homes]
    for place in looked:
        if place.is_file():
            return place
    known = ", ".join(file.stem for file in assessment_files()) or "none"
    raise ImpactError(f"there is no assessment '{path}'. In params/{FOLDER}/ there are: {known}.")


def load_assessment(path: str | Path) -> Assessment:
    """Read the file of an assessment and check it as a whole.

    Parameters
    ----------
    path
        The file, or the id of an assessment of `params/assessments/`.

    Returns
    -------
    Assessment
        Frozen, with `places` resolved to codes; `warnings` says what deserves a second look.

    Raises
    ------
    InvalidInput
        Everything wrong with the file, each with file, line, field and mend.
    ImpactError
        There is no such file.
    """
    found = find_assessment(path)
    layers = read_layers(found)
    data = _prepared(layers.data, found)
    faults = list(_faults(data, layers))
    if faults:
        ordered = sorted(dict.fromkeys(faults), key=_line)
        raise InvalidInput(f"{found.name} cannot be used:", ordered)
    assessment = Assessment.model_validate(data, context={"country": data.get("country")})
    assessment._file, assessment._digest = _shown(Path(path)), layers.digest()
    assessment._warnings = tuple(str(_named(one, layers)) for one in cautions(Draft(data)))
    return assessment


def _shown(path: Path) -> str:
    """Return a file as a report may name it: without the folders of this computer."""
    if not path.is_absolute():
        return str(path)
    home = folders.project_folder()
    return path.relative_to(home).as_posix() if path.is_relative_to(home) else path.name


def _prepared(written: Mapping[str, Any], file: Path) -> dict[str, Any]:
    data = {"id": file.stem, **written}
    if data.get("places", "region") == "region":
        region = data.get("region")
        data["places"] = [one.code for one in places.places() if region and one.region == region]
    parameters = data.get("parameters")
    if isinstance(parameters, dict):
        data["parameters"] = {
            key: {"id": key, **one} if isinstance(one, dict) else one
            for key, one in parameters.items()
        }
    return data


def _faults(data: dict[str, Any], layers: Layers) -> Iterator[Fault]:
    file = layers.layers[-1].path
    if isinstance(data["id"], str) and data["id"] != file.stem:
        mend = f"Call the file {data['id']}.yml, or change the id."
        problem = f"the file of '{data['id']}' is called {file.name}."
        yield _named(Finding(("id",), problem, mend), layers)
    try:
        Assessment.model_validate(data, context={"country": data.get("country")})
    except ValidationError as error:
        yield from (_fault(wrong, layers) for wrong in error.errors() if not _follows(wrong))
    for one in misfits(data):
        yield Fault(layers.where(one.place), f"{path_name(one.place)}: {one.problem}")
    draft = Draft(data)
    for check in (texts, structure, impacts, numbers, calculation, values, decision):
        yield from (_named(one, layers) for one in check(draft))


def _named(found: Finding, layers: Layers) -> Fault:
    place = layers.where(found.place)
    return Fault(place, f"{path_name(found.place)}: {found.problem}", found.mend)


def _follows(wrong: Mapping[str, Any]) -> bool:
    """Say whether a list is called empty only because of faults that are listed anyway."""
    return wrong["type"] == "too_short" and bool(wrong["input"])


def _fault(wrong: Mapping[str, Any], layers: Layers) -> Fault:
    place = tuple(wrong["loc"])
    if wrong["type"] == "extra_forbidden":
        known = list(_fields(place[:-1]))
        near = get_close_matches(str(place[-1]), known, n=1)
        mend = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(known)}."
        return Fault(layers.where(place), f"{path_name(place)}: unknown key.", mend)
    if place == ("places",) and wrong["type"] == "too_short":
        mend = "List places, or write places: region beside a region."
        return Fault(layers.where(place), "places: there are none.", mend)
    return fault(wrong, layers)


def _fields(place: tuple[Any, ...]) -> tuple[str, ...]:
    """Return the fields of the record at a place."""
    record: type[BaseModel] = Assessment
    for key in place:
        if key in record.model_fields:
            record = _record(record.model_fields[key].annotation) or record
    return tuple(record.model_fields)


def _record(annotation: Any) -> type[BaseModel] | None:
    """Return the record an annotation holds, alone or in a list, a map or a choice."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    if get_origin(annotation) is None:
        return None
    return next((found for part in get_args(annotation) if (found := _record(part))), None)


def _line(found: Fault) -> int:
    return int(found.where.rpartition(", line ")[2])
