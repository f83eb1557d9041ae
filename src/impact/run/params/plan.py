"""Read a params file: what an analyst writes becomes a plan, or a list of everything wrong."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from impact import folders, places
from impact.errors import Fault, ImpactError, InvalidInput
from impact.run.params.checks import misfits
from impact.run.params.faults import fault, path_name
from impact.run.params.layers import Layers, read_layers
from impact.run.params.model import Plan
from impact.run.params.types import FIRST_YEAR, LAST_YEAR, known_language, place_code

OUTSIDE = "IMPACT_PARAMS_OUTSIDE"
"""Environment variable: folder of the params file of a run, when it lies outside the project."""


def load_plan(
    path: str | Path,
    year: int | None = None,
    only: Iterable[str] | None = None,
    languages: Iterable[str] | None = None,
) -> Plan:
    """Read a params file with everything it extends, and check it as a whole.

    Parameters
    ----------
    path
        The file; a relative one is looked for here, then in the project's folder.
    year
        Another report year than the file's.
    only
        Names or codes of the places that shall remain.
    languages
        Languages instead of the file's or the places' own.

    Returns
    -------
    Plan
        Frozen, with `places` resolved to codes.

    Raises
    ------
    InvalidInput
        Everything wrong with the file, each with file and line.
    UnknownName
        A language of `languages` does not exist.
    ImpactError
        A place of `only` is unknown, or is not in the plan.
    """
    found = find_file(path)
    layers = read_layers(found)
    data = dict(layers.data)
    data.setdefault("name", found.stem)
    if year is not None:
        data["year"] = _asked_year(year)
    if languages:
        data["languages"] = [known_language(code) for code in dict.fromkeys(languages)]
    faults = _resolve_places(data, layers)
    plan = _validated(data, layers, faults)
    plan._file, plan._digest = str(path), layers.digest()
    return plan if not only else with_places(plan, chosen(plan, only))


@contextmanager
def params_outside(folder: Path | None) -> Iterator[None]:
    """Let a file named without a folder be looked for in one outside the project, while it lasts.

    Parameters
    ----------
    folder
        The folder; None for a project's own file, which is looked for nowhere else.
    """
    before = os.environ.pop(OUTSIDE, None)
    if folder is not None:
        os.environ[OUTSIDE] = str(folder)
    try:
        yield
    finally:
        os.environ.pop(OUTSIDE, None)
        if before is not None:
            os.environ[OUTSIDE] = before


def file_outside(path: Path) -> Path | None:
    """Return where a file named without a folder lies in the folder `params_outside` named."""
    folder = os.environ.get(OUTSIDE)
    found = Path(folder, path) if folder and len(path.parts) == 1 else None
    return found if found is not None and found.is_file() else None


def find_file(path: str | Path) -> Path:
    """Return where a params file is: here, or in the project's folder.

    Raises
    ------
    ImpactError
        It is in neither; the params files that exist are named.
    """
    path = Path(path)
    if (outside := file_outside(path)) is not None:
        return outside
    if path.is_absolute() or path.is_file():
        places_to_look = [path]
    else:
        places_to_look = [folders.project_folder() / path, folders.params_folder() / path]
    for place in places_to_look:
        if place.is_file():
            return place
    known = ", ".join(file.name for file in sorted(folders.params_folder().glob("*.yml")))
    raise ImpactError(f"there is no params file '{path}'. In params/ there are: {known}.")


def chosen(plan: Plan, names: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of some of the plan's places.

    Raises
    ------
    InvalidInput
        A name is unknown, or a place is not in the plan; all of them listed.
    """
    codes, faults = [], []
    for name in names:
        try:
            code = place_code(name, plan.country)
        except ImpactError as error:
            faults.append(Fault(f"'{name}'", str(error)))
            continue
        if code not in plan.places:
            faults.append(Fault(f"'{name}'", f"is not a place of the plan '{plan.name}'."))
        codes.append(code)
    if faults:
        raise InvalidInput("these places cannot be reported on:", faults)
    return tuple(dict.fromkeys(codes))


def with_places(plan: Plan, codes: tuple[str, ...]) -> Plan:
    """Return the same plan for other places."""
    return plan.model_copy(update={"places": codes})


def _asked_year(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        fault = Fault("year", f"{year} lies outside {FIRST_YEAR}-{LAST_YEAR}.")
        raise InvalidInput("the year of the report cannot be used:", [fault])
    return year


def _resolve_places(data: dict[str, Any], layers: Layers) -> list[Fault]:
    """Put codes where `places` says region or all."""
    word = data.get("places", "region" if data.get("region") else "all")
    if isinstance(word, list) and word:
        return []
    region, country = data.get("region"), data.get("country")
    codes: list[str] = []
    problem = "list places, or write region or all."
    if word == "region":
        problem = "the region has no places." if region else "there is no region to take them from."
        if region:
            codes = _members(region)
    elif word == "all":
        problem = "" if country in places.COUNTRIES else "name the country: FI, NO or SE."
        codes = [found.code for found in places.places(country)] if not problem else []
    data["places"] = codes
    return [] if codes else [Fault(layers.where(("places",)), f"places: {problem}")]


def _members(region: Any) -> list[str]:
    return [found.code for found in places.places() if found.region == region]


def _validated(data: dict[str, Any], layers: Layers, faults: list[Fault]) -> Plan:
    plan = None
    try:
        plan = Plan.model_validate(data, context={"country": data.get("country")})
    except ValidationError as error:
        faults += [fault(wrong, layers) for wrong in error.errors() if not _follows(wrong)]
    faults += [
        Fault(layers.where(misfit.place), f"{path_name(misfit.place)}: {misfit.problem}")
        for misfit in misfits(data)
    ]
    if plan is None or faults:
        ordered = sorted(dict.fromkeys(faults), key=lambda found: _line(found.where))
        raise InvalidInput(f"{layers.layers[-1].path.name} cannot be used:", ordered)
    return plan


def _follows(wrong: Mapping[str, Any]) -> bool:
    """Say whether a list is called empty only because of faults that are listed anyway."""
    return wrong["type"] == "too_short" and (wrong["input"] or wrong["loc"] == ("places",))


def _line(where: str) -> tuple[str, int]:
    file, _, line = where.rpartition(", line ")
    return file, int(line)
