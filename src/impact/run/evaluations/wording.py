"""What is wrong with the file of an evaluation, with its line and in plain words."""

from __future__ import annotations

import types
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from impact.errors import Fault
from impact.run.assessments.checks import Finding
from impact.run.params.faults import fault, path_name
from impact.run.params.layers import Layers


def named(found: Finding, layers: Layers) -> Fault:
    """Return what does not fit as a fault with file and line."""
    place = layers.where(found.place)
    return Fault(place, f"{path_name(found.place)}: {found.problem}", found.mend)


def record_fault(wrong: Mapping[str, Any], layers: Layers, root: type[BaseModel]) -> Fault:
    """Return one of pydantic's errors with file and line; an unknown key names the nearest.

    Parameters
    ----------
    wrong
        One of `ValidationError.errors()`.
    layers
        The files in which to look for the place.
    root
        The record the whole file is.
    """
    place = tuple(wrong["loc"])
    if wrong["type"] != "extra_forbidden":
        return fault(wrong, layers)
    known = list(_fields(place[:-1], root))
    near = get_close_matches(str(place[-1]), known, n=1)
    mend = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(known)}."
    return Fault(layers.where(place), f"{path_name(place)}: unknown key.", mend)


def line_of(found: Fault) -> int:
    """Return the line a fault stands on."""
    return int(found.where.rpartition(", line ")[2])


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
