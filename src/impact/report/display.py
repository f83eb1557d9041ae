"""Blocks as strict JSON and back, and how a notebook shows them."""

from __future__ import annotations

import dataclasses
import json
import math
import os
from collections.abc import Mapping
from functools import cache
from typing import Any

from impact.errors import Fault, InvalidInput, UnknownName
from impact.report import (
    annex_blocks,
    assessment_blocks,
    capacity_blocks,
    evaluation_blocks,
    funnel_blocks,
    index_blocks,
    planning_blocks,
    quantity_blocks,
    region_blocks,
)
from impact.report import blocks as block_types
from impact.report import message as message_types
from impact.report.blocks import Block
from impact.report.message import Number, Verdict
from impact.report.sections import SECTIONS
from impact.verdicts import FAMILIES

MIME = "application/vnd.impact.block+json"
_TYPE = "type"
_AS_IT_IS = (str, int, bool, type(None))
Where = tuple[str, ...]
"""The way to a value inside a block."""
_KINDS = {
    name: kind
    for module in (
        block_types,
        region_blocks,
        annex_blocks,
        funnel_blocks,
        assessment_blocks,
        evaluation_blocks,
        quantity_blocks,
        planning_blocks,
        capacity_blocks,
        index_blocks,
        message_types,
    )
    for name, kind in vars(module).items()
    if dataclasses.is_dataclass(kind) and kind is not Block
}


def to_json(block: Block) -> dict[str, Any]:
    """Return a block as plain data for strict JSON: no NaN, every object tagged with its type
    and without the fields that have their usual value.

    Raises
    ------
    InvalidInput
        If a figure that must not be shown has a value, or a word is outside its closed set.
    """
    faults: list[Fault] = []
    data = _plain(block, (type(block).__name__,), faults)
    if faults:
        raise InvalidInput(f"a {type(block).__name__} block cannot be shown", faults)
    return data


def from_json(data: Mapping[str, Any]) -> Block:
    """Return the block that `to_json` wrote.

    Raises
    ------
    UnknownName
        If the data holds a type this version does not know.
    """
    return _object(data)


def dumps(block: Block) -> str:
    """Return a block as one line of strict JSON, the same for equal blocks."""
    return json.dumps(to_json(block), ensure_ascii=False, sort_keys=True, allow_nan=False)


def _plain(value: Any, where: Where, faults: list[Fault]) -> Any:
    kind = type(value)
    if kind in _AS_IT_IS:
        return value
    fields = _fields(kind)
    if fields:
        faults.extend(_faults(value, where))
        written: dict[str, Any] = {_TYPE: kind.__name__}
        for name, usual in fields:
            item = getattr(value, name)
            if item != usual:
                written[name] = _plain(item, (*where, f".{name}"), faults)
        return written
    if isinstance(value, Mapping):
        inner = {key: _plain(item, (*where, f"[{key}]"), faults) for key, item in value.items()}
        return {_TYPE: "mapping", "items": inner}
    if isinstance(value, (tuple, list)):
        return [_plain(item, (*where, f"[{at}]"), faults) for at, item in enumerate(value)]
    return _scalar(value, where, faults)


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a dataclass with their usual values; of another type none."""
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


def _scalar(value: Any, where: Where, faults: list[Fault]) -> Any:
    if hasattr(value, "item"):
        value = value.item()
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        if math.isinf(value):
            faults.append(Fault("".join(where), "the figure is infinite.", "Leave it out (None)."))
        return value if math.isfinite(value) else None
    faults.append(Fault("".join(where), f"{type(value).__name__} cannot be kept in a block."))
    return None


def _faults(value: Any, where: Where) -> list[Fault]:
    if isinstance(value, Number) and value.status == "suppressed" and value.value is not None:
        about = f"{value.indicator}, {value.place}, {value.year}"
        return [
            Fault("".join(where), f"a suppressed figure has a value ({about}).", "Set it to None.")
        ]
    if isinstance(value, Verdict) and value.word not in FAMILIES.get(value.family, ()):
        return [Fault("".join(where), f"'{value.word}' is no verdict of family '{value.family}'.")]
    if isinstance(value, Block) and value.section not in SECTIONS:
        return [Fault("".join(where), f"unknown section '{value.section}'.", f"One of {SECTIONS}.")]
    return []


def _object(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(_object(item) for item in data)
    if not isinstance(data, Mapping):
        return data
    name = data.get(_TYPE)
    if name == "mapping":
        return {key: _object(item) for key, item in data["items"].items()}
    if name not in _KINDS:
        raise UnknownName("kind of block content", name, _KINDS)
    return _KINDS[name](**{key: _object(item) for key, item in data.items() if key != _TYPE})


def preview_wanted() -> bool:
    """Tell whether blocks show an HTML preview; a batch switches it off (IMPACT_PREVIEW=off)."""
    return os.environ.get("IMPACT_PREVIEW", "on").lower() not in ("off", "0", "no", "false")


def mimebundle(block: Block) -> dict[str, Any]:
    """Return what a notebook keeps of a displayed block: its JSON, a short line, a preview."""
    kind = type(block).__name__
    bundle: dict[str, Any] = {MIME: to_json(block), "text/plain": f"<{kind}: {block.section}>"}
    if preview_wanted():
        from impact.report.html import preview
        from impact.report.language import language

        bundle["text/html"] = preview(block, language(os.environ.get("IMPACT_LANGUAGE", "en")))
    return bundle
