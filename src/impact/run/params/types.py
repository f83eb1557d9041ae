"""The small values a params file is made of; each is checked against what exists."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Strict,
    StringConstraints,
    ValidationInfo,
)

from impact import catalogue, folders, places
from impact.catalogue import LANGUAGES
from impact.errors import ImpactError, UnknownName

FIRST_YEAR, LAST_YEAR = 1990, 2100
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def _plainly(look_up: Callable[[str], Any], name: str) -> Any:
    """Let pydantic report an unknown name as a fault of the value it stands in."""
    try:
        return look_up(name)
    except UnknownName as error:
        raise ValueError(str(error)) from error


def place_code(name: str, country: object) -> str:
    """Return the code of a place; a name that several countries know means the one in this.

    Raises
    ------
    UnknownName
        No place has the name or code, or several of the country have it.
    """
    try:
        return places.place(name).code
    except UnknownName:
        wanted = name.strip().casefold()
        same = [
            found.code
            for found in places.places()
            if found.country == country
            and wanted in {known.casefold() for known in found.names.values()}
        ]
        if len(same) != 1:
            raise
        return same[0]


def _place(name: str, info: ValidationInfo) -> str:
    return _plainly(lambda wanted: place_code(wanted, (info.context or {}).get("country")), name)


def _region(code: str) -> str:
    return _plainly(places.region, code).code


def _indicator(identifier: str) -> str:
    return _plainly(catalogue.indicator, identifier).id


def known_language(code: str) -> str:
    """Return the code of a language reports can be in.

    Raises
    ------
    UnknownName
        There are no reports in it.
    """
    if code not in LANGUAGES:
        raise UnknownName("language", code, LANGUAGES, f"There are {', '.join(LANGUAGES)}.")
    return code


def _language(code: str) -> str:
    return _plainly(known_language, code)


def _day(value: Any) -> Any:
    """Return a year, a month or a day as text; YAML reads some of them as something else."""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    found = _DAY.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        raise ValueError("is not a date. Write 2021, 2021-03 or 2021-03-15.")
    year, month, day = (int(part) if part else 1 for part in found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"lies outside {FIRST_YEAR}-{LAST_YEAR}.")
    try:
        datetime.date(year, month, day)
    except ValueError as error:
        raise ValueError("is not a day of the calendar.") from error
    return text


def _year(value: int) -> int:
    if not FIRST_YEAR <= value <= LAST_YEAR:
        raise ValueError(f"a year is {FIRST_YEAR} to {LAST_YEAR}; here is {value}.")
    return value


def _text(value: Any) -> Any:
    """Return a text by language; one plain text (a proper name) serves every language."""
    if isinstance(value, str):
        value = {"": value}
    if not isinstance(value, dict) or not value:
        raise ValueError("write one text, or a text per language (sv: ..., en: ...).")
    for code, words in value.items():
        if code:
            _plainly(known_language, code)
        if not isinstance(words, str) or not words.strip():
            raise ValueError(f"{code or 'it'} is empty, or is not a text.")
    return {code: words.strip() for code, words in value.items()}


def _everyone(value: Any) -> Any:
    return None if value == "all" else value


PlaceCode = Annotated[str, AfterValidator(_place)]
RegionCode = Annotated[str, AfterValidator(_region)]
IndicatorId = Annotated[str, AfterValidator(_indicator)]
LanguageCode = Annotated[str, AfterValidator(_language)]
Day = Annotated[str, BeforeValidator(_day)]
Year = Annotated[int, Strict(), AfterValidator(_year)]
Whole = Annotated[int, Strict()]
Truth = Annotated[bool, Strict()]
Text = Annotated[dict[str, str], BeforeValidator(_text)]
FolderName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
Country = Literal["FI", "NO", "SE"]
Origin = Literal["adopted", "proposed", "example"]
Everyone = Annotated[tuple[PlaceCode, ...] | None, BeforeValidator(_everyone)]
"""Places by name or code; None means every place of the plan."""


def _with_file(identifier: str, kind: str, many: str, folder: str) -> str:
    files = (folders.params_folder() / folder).glob("*.yml")
    known = sorted(path.stem for path in files)
    if identifier not in known:
        mend = f"{many.capitalize()} are the files of params/{folder}, named without .yml."
        raise ValueError(str(UnknownName(kind, identifier, known, mend)))
    return identifier


def _file_of(kind: str, many: str, folder: str) -> AfterValidator:
    return AfterValidator(partial(_with_file, kind=kind, many=many, folder=folder))


AssessmentId = Annotated[str, _file_of("assessment", "assessments", "assessments")]
EvaluationId = Annotated[str, _file_of("evaluation", "evaluations", "evaluations")]
CapacityId = Annotated[str, _file_of("capacity study", "capacity studies", "capacity")]


def _index(identifier: str, info: ValidationInfo) -> str:
    from impact.run.indices.files import index_of_plan  # which is built on this module

    _with_file(identifier, "index", "indices", "indices")
    try:
        index_of_plan(identifier, (info.context or {}).get("country"))
    except ImpactError as error:
        raise ValueError(str(error)) from error
    return identifier


IndexId = Annotated[str, AfterValidator(_index)]
