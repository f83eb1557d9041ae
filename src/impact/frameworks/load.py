"""Reading the frameworks: one file each, every fault at once with its file and line."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from impact import folders
from impact.errors import Fault, InvalidInput, UnknownName
from impact.frameworks.model import Framework
from impact.yaml_lines import field_problem, read


def framework(id: str, folder: Path | None = None) -> Framework:
    """Return one framework.

    Parameters
    ----------
    id
        Such as FI_EVA or SE_BEST_INTERESTS.
    folder
        Where the files are; None takes the project's own.

    Raises
    ------
    UnknownName
        There is no such framework; the nearest ones are named.
    """
    known = {one.id: one for one in frameworks(folder=folder)}
    if id not in known:
        raise UnknownName("framework", id, known, f"There are {', '.join(known)}.")
    return known[id]


def frameworks(country: str | None = None, folder: Path | None = None) -> tuple[Framework, ...]:
    """Return the frameworks, in the order of their ids.

    Parameters
    ----------
    country
        FI, SE or NO: those of the country and the international ones; None takes all.
    folder
        Where the files are; None takes the project's own.
    """
    found = _loaded(folder or folders.data_folder() / "frameworks")
    return tuple(one for one in found if country is None or one.country in (country, "any"))


@lru_cache(maxsize=8)
def _loaded(folder: Path) -> tuple[Framework, ...]:
    found: list[Framework] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.yml")):
        try:
            data, line_of = read(path)
        except InvalidInput as error:
            faults += error.faults
            continue
        try:
            one = Framework.model_validate(data)
        except ValidationError as error:
            for wrong in error.errors():
                if wrong["type"] == "too_short" and wrong["input"]:
                    continue  # only empty because of faults that are listed anyway
                where = f"{path.name}, line {line_of(wrong['loc'])}"
                faults.append(Fault(where, field_problem(wrong)))
            continue
        if path.stem != one.id.lower():
            where = f"{path.name}, line {line_of(('id',))}"
            faults.append(Fault(where, f"id: the file of {one.id} is {one.id.lower()}.yml."))
        found.append(one)
    if faults:
        raise InvalidInput(f"the frameworks in {folder.name}/ have faults:", faults)
    return tuple(found)
