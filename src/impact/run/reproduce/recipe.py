"""What a report's manifest says it was made of, checked before anything is made of it."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from impact.errors import Fault, ImpactError, InvalidInput
from impact.run import keys, manifest

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,149}")
_LONGEST, _SHOWN = 200, 120


def _file_name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise ValueError("is no name of a file or folder")
    return text


def _params_file(text: str) -> str:
    path = PurePosixPath(text)
    outside = path.is_absolute() or ".." in path.parts or "\\" in text or ":" in text
    if outside or not path.parts:
        raise ValueError("does not lie inside a project")
    too_long = any(len(part.encode("utf-8", "replace")) > _LONGEST for part in path.parts)
    if too_long or not text.isprintable():
        raise ValueError("is no name of a file")
    return text


def _written(text: str) -> str:
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise ValueError("cannot be written in UTF-8")
    return text


Name = Annotated[str, AfterValidator(_file_name)]
ParamsFile = Annotated[str, AfterValidator(_params_file)]
Written = Annotated[str, AfterValidator(_written)]


class MadeOf(BaseModel):
    """Digests of what a report is made by, and versions of the libraries."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    code: str
    parameters: str
    params: str
    package: str
    descriptions: str
    versions: dict[str, str]


class UsedFigures(BaseModel):
    """Digests of the figures a report could use."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    snapshots: dict[Name, str]
    studies: dict[Name, str] = {}
    entries: str = Field("", alias="register")


class WrittenFile(BaseModel):
    """Size and hash of a file of the report."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    bytes: int
    sha256: str


class Recipe(BaseModel):
    """A report's manifest, as far as the report can be made from it.

    Parameters
    ----------
    subject, kind, languages, notebook, parameters, own, homes
        As of the job that made it.
    made_of, figures, shown
        Digests of what it was made of and of what it showed.
    sources
        The params files it was made from: texts by the file's name in the project.
    files
        Bytes and sha256 by name.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    subject: Name
    kind: Literal["municipality", "region", "assessment", "evaluation", "capacity"]
    languages: Annotated[tuple[Name, ...], Field(min_length=1)]
    notebook: Name
    parameters: dict[str, Any]
    own: tuple[str, ...] = ()
    homes: dict[str, str]
    made_of: MadeOf
    figures: UsedFigures
    shown: str
    sources: dict[ParamsFile, Written]
    files: dict[Name, WrittenFile]


def read_recipe(folder: Path) -> Recipe:
    """Read what a report was made of.

    Parameters
    ----------
    folder
        The report's folder.

    Raises
    ------
    ImpactError
        There is no report in the folder, or it is a whole batch.
    InvalidInput
        Its manifest does not say all that is needed, or says what cannot be; all is listed.
    """
    content = manifest.read(folder)
    if content is None:
        raise ImpactError(
            f"no report to make again in '{folder}': {manifest.NAME} is missing or cannot be "
            "read. Name the folder of one report, such as reports/jonkoping/2024/SE-0680."
        )
    if "reports" in content:
        names = ", ".join(map(str, content["reports"])) or "none"
        raise ImpactError(
            f"'{folder}' holds a whole batch. Name the folder of one report in it: {names}."
        )
    try:
        return Recipe.model_validate(content)
    except ValidationError as error:
        faults = [
            Fault(_plain(".".join(map(str, wrong["loc"]))), f"{_plain(wrong['msg'])}.")
            for wrong in error.errors()
        ]
        title = (
            f"{manifest.NAME} of '{folder}' does not say enough to make the report again; was it "
            "altered, or made by an older version?"
        )
        raise InvalidInput(title, faults) from error


def unlike_digests(recipe: Recipe) -> tuple[str, ...]:
    """Say what of a manifest does not go with the digests it holds of itself.

    Parameters
    ----------
    recipe
        From `read_recipe`.
    """
    told = {name: value for name, value in recipe.parameters.items() if name not in keys.FREE}
    if keys.of_content(told) == recipe.made_of.parameters:
        return ()
    return (f"{manifest.NAME} was altered: its parameters are not those of the report",)


def _plain(text: str) -> str:
    """Return a text of a manifest without what could steer a terminal or fill it."""
    shown = "".join(sign for sign in text if sign.isprintable()).removeprefix("Value error, ")
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."
