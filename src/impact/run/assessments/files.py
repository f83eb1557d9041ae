"""Read the file of an assessment: it becomes an Assessment, or a list of everything wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from impact import folders, places
from impact.errors import Fault
from impact.run.assessments.checks import Draft, Finding, structure
from impact.run.assessments.checks_calculation import calculation
from impact.run.assessments.checks_decision import cautions, decision
from impact.run.assessments.checks_impacts import impacts
from impact.run.assessments.checks_numbers import numbers
from impact.run.assessments.checks_texts import texts
from impact.run.assessments.checks_values import values
from impact.run.assessments.model import Assessment
from impact.run.params.checks import misfits
from impact.run.params.layers import Layers, read_layers
from impact.run.study_files import (
    find_study,
    name_shown,
    named,
    record_faults,
    refuse_faulty,
    study_files,
)

FOLDER = "assessments"
_NO_PLACES = Finding(
    ("places",), "there are none.", "List places, or write places: region beside a region."
)


def assessment_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the files of all assessments, in the order of their names.

    Parameters
    ----------
    folder
        Where they are; None takes `params/assessments/` of the project.
    """
    return study_files(folder or folders.params_folder() / FOLDER)


def find_assessment(path: str | Path) -> Path:
    """Return where the file of an assessment is, given its path, its file name or its id.

    Raises
    ------
    ImpactError
        It is nowhere; the assessments that exist are named.
    """
    return find_study(path, "assessment", FOLDER)


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
    refuse_faulty(found, _faults(data, layers))
    assessment = Assessment.model_validate(data, context={"country": data.get("country")})
    assessment._file, assessment._digest = name_shown(Path(path)), layers.digest()
    assessment._warnings = tuple(str(named(one, layers)) for one in cautions(Draft(data)))
    return assessment


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
    yield from record_faults(data, layers, Assessment, empty={("places",): _NO_PLACES})
    yield from (named(Finding(one.place, one.problem), layers) for one in misfits(data))
    draft = Draft(data)
    for check in (texts, structure, impacts, numbers, calculation, values, decision):
        yield from (named(one, layers) for one in check(draft))
