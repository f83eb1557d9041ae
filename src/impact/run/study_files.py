"""Files of studies: where they are found, and what is wrong with one, with its line."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from impact import folders
from impact.errors import Fault, ImpactError, InvalidInput
from impact.run.assessments.checks import Finding, Place
from impact.run.params.faults import fault, path_name
from impact.run.params.layers import Layers, read_layers
from impact.run.params.plan import file_outside
from impact.run.study_record import StudyRecord

Study = TypeVar("Study", bound=StudyRecord)


def study_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of all studies in a folder, in the order of their names."""
    return tuple(sorted(folder.glob("*.yml")))


def find_study(path: str | Path, kind: str, folder: str) -> Path:
    """Return where the file of a study is, given its path, its file name or its id.

    Parameters
    ----------
    path
        What was asked for.
    kind
        What such a study is called.
    folder
        Name of the folder of `params/` with such studies.

    Raises
    ------
    ImpactError
        It is nowhere; the studies that exist are named.
    """
    path = Path(path)
    if (outside := file_outside(path)) is not None:
        return outside
    name = path if path.suffix or not path.name else path.with_suffix(".yml")
    looked = [path, name]
    homes = (folders.project_folder(), folders.params_folder(), folders.params_folder() / folder)
    if not path.is_absolute():
        looked += [home / name for home in homes]
    for place in looked:
        if place.is_file():
            return place
    known = ", ".join(file.stem for file in study_files(homes[-1])) or "none"
    raise ImpactError(f"there is no {kind} '{path}'. In params/{folder}/ there are: {known}.")


def read_study(
    path: str | Path,
    found: Path,
    record: type[Study],
    faults: Callable[[dict[str, Any], Layers], Iterable[Fault]],
    cautions: Callable[[Study], Iterable[Finding]],
    prepared: Callable[[dict[str, Any]], dict[str, Any]] = dict,
) -> Study:
    """Read the file of a study with all it extends; its id is its name unless it says another.

    Parameters
    ----------
    path, found
        The file as it was named, and where it is.
    record
        The record the whole file is.
    faults
        From the file's values and layers, everything wrong with it.
    cautions
        From the record, what deserves a second look.
    prepared
        The values as the record wants them.

    Raises
    ------
    InvalidInput
        Everything wrong with the file, each with file, line, field and mend.
    """
    layers = read_layers(found)
    data = prepared({"id": found.stem, **layers.data})
    refuse_faulty(found, faults(data, layers))
    study = record.model_validate(data, context={"country": data.get("country")})
    study._file, study._digest = name_shown(Path(path)), layers.digest()
    study._warnings = tuple(str(named(one, layers)) for one in cautions(study))
    return study


def name_shown(path: Path) -> str:
    """Return a file as a report may name it: without the folders of this computer."""
    if not path.is_absolute():
        return str(path)
    home = folders.project_folder()
    return path.relative_to(home).as_posix() if path.is_relative_to(home) else path.name


def refuse_faulty(file: Path, faults: Iterable[Fault]) -> None:
    """Raise all faults of a file at once, each once and in the order of lines.

    Raises
    ------
    InvalidInput
        There is one.
    """
    ordered = sorted(dict.fromkeys(faults), key=_line)
    if ordered:
        raise InvalidInput(f"{file.name} cannot be used:", ordered)


def named(found: Finding, layers: Layers) -> Fault:
    """Return what does not fit as a fault with file and line."""
    place = layers.where(found.place)
    return Fault(place, f"{path_name(found.place)}: {found.problem}", found.mend)


def record_faults(
    data: Mapping[str, Any],
    layers: Layers,
    record: type[BaseModel],
    empty: Mapping[Place, Finding] | None = None,
) -> Iterator[Fault]:
    """Yield what is wrong with the id of a study and with each of its fields by itself.

    Parameters
    ----------
    data
        The values of the file.
    layers
        The files in which to look for the place.
    record
        The record the whole file is.
    empty
        What to say of lists without anything in them, by their place.
    """
    file = layers.layers[-1].path
    if isinstance(data["id"], str) and data["id"] != file.stem:
        mend = f"Call the file {data['id']}.yml, or change the id."
        problem = f"the file of '{data['id']}' is called {file.name}."
        yield named(Finding(("id",), problem, mend), layers)
    try:
        record.model_validate(data, context={"country": data.get("country")})
    except ValidationError as error:
        for wrong in error.errors():
            if not _follows(wrong):
                yield _record_fault(wrong, layers, record, empty or {})


def _line(found: Fault) -> int:
    return int(found.where.rpartition(", line ")[2])


def _follows(wrong: Mapping[str, Any]) -> bool:
    """Say whether a list is called empty only because of faults that are listed anyway."""
    return wrong["type"] == "too_short" and bool(wrong["input"])


def _record_fault(
    wrong: Mapping[str, Any],
    layers: Layers,
    record: type[BaseModel],
    empty: Mapping[Place, Finding],
) -> Fault:
    """Return one of pydantic's errors with file and line; an unknown key names the nearest."""
    place = tuple(wrong["loc"])
    if wrong["type"] == "too_short" and place in empty:
        return named(empty[place], layers)
    if wrong["type"] != "extra_forbidden":
        return fault(wrong, layers)
    known = list(_fields(place[:-1], record))
    near = get_close_matches(str(place[-1]), known, n=1)
    mend = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(known)}."
    return Fault(layers.where(place), f"{path_name(place)}: unknown key.", mend)


def _fields(place: tuple[Any, ...], record: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of the record at a place."""
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
