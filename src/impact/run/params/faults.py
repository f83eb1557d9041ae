"""What is wrong with a params file, in words an analyst understands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from impact.errors import Fault
from impact.run.params.goal_model import Area, Goal, Revision, Target
from impact.run.params.layers import Layers
from impact.run.params.model import (
    Activity,
    DistancePeers,
    LastReport,
    OfficialPeers,
    OwnText,
    Plan,
)

_MODELS: dict[str, type[BaseModel]] = {
    "areas": Area,
    "goals": Goal,
    "revisions": Revision,
    "target": Target,
    "activities": Activity,
    "local_texts": OwnText,
    "last_report": LastReport,
    "official": OfficialPeers,
    "distance": DistancePeers,
}
_SAID = {
    "missing": "is missing.",
    "model_type": "here belong keys and values.",
    "dict_type": "here belong keys and values.",
    "tuple_type": "here belongs a list.",
    "string_type": "here belongs a text; put it in quotation marks.",
    "int_type": "here belongs a whole number.",
    "float_type": "here belongs a number, without quotation marks.",
    "bool_type": "here belongs true or false.",
    "too_short": "is empty.",
}


def fault(wrong: Mapping[str, Any], layers: Layers) -> Fault:
    """Return one of pydantic's errors with file, line and plain words.

    Parameters
    ----------
    wrong
        One of `ValidationError.errors()`.
    layers
        The files in which to look for the place.
    """
    place = tuple(wrong["loc"])
    where = layers.where(place)
    kind = wrong["type"]
    if kind == "extra_forbidden":
        return Fault(where, _unknown_key(place))
    if kind == "value_error":
        return Fault(where, f"{path_name(place)}: {wrong['ctx']['error']}")
    if kind in _SAID:
        return Fault(where, f"{path_name(place)}: {_SAID[kind]}")
    said = wrong["msg"][0].lower() + wrong["msg"][1:]
    return Fault(where, f"{path_name(place)}: {said}; here is {_short(wrong['input'])}.")


def path_name(place: Iterable[Any]) -> str:
    """Return the path of a value as an analyst would say it."""
    return ".".join(str(part) for part in place if part != "[key]")


def _unknown_key(place: tuple[Any, ...]) -> str:
    models = [_MODELS[part] for part in place[:-1] if part in _MODELS]
    known = list((models[-1] if models else Plan).model_fields)
    near = get_close_matches(str(place[-1]), known, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(known)}."
    inside = f"{path_name(place[:-1])}: " if len(place) > 1 else ""
    return f"{inside}unknown key '{place[-1]}'. {hint}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
