"""A params file and what it extends, as one set of values that still know their lines."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from impact import folders, yaml_lines
from impact.errors import Fault, ImpactError, InvalidInput

Key = str | int


@dataclass(frozen=True, slots=True)
class Layer:
    """One file: its values and the line of each."""

    path: Path
    data: dict[str, Any]
    line_of: yaml_lines.LineOf


@dataclass(frozen=True, slots=True)
class Layers:
    """A params file with the files it extends, the most general first.

    Parameters
    ----------
    layers
        The files.
    data
        Their values as one: maps merge by key, lists and plain values replace, null deletes.
    """

    layers: tuple[Layer, ...]
    data: dict[str, Any]

    def where(self, place: tuple[Key, ...]) -> str:
        """Return file and line of a value, or of the nearest one around it that is written."""
        keys = _written(self.data, place)
        while keys:
            for layer in reversed(self.layers):
                if _written(layer.data, keys) == keys:
                    return f"{layer.path.name}, line {layer.line_of(keys)}"
            keys = keys[:-1]
        return f"{self.layers[-1].path.name}, line 1"

    def digest(self) -> str:
        """Return the first 16 hexadecimal digits of the sha256 of all the files."""
        total = hashlib.sha256()
        for layer in self.layers:
            total.update(hashlib.sha256(layer.path.read_bytes()).digest())
        return total.hexdigest()[:16]


def read_layers(path: Path) -> Layers:
    """Read a params file and everything it extends.

    Parameters
    ----------
    path
        The file. What `extends:` names is looked for beside it, then in the params folder.

    Raises
    ------
    InvalidInput
        A file is missing or no YAML, holds no keys, or extends itself.
    """
    layers: list[Layer] = []
    following: Path | None = path
    while following is not None:
        layer = _layer(following)
        if any(layer.path.samefile(earlier.path) for earlier in layers):
            raise _fault(layers[-1], f"'{layer.path.name}' extends itself in the end.")
        layers.append(layer)
        following = _extended(layer)
    layers.reverse()
    data: dict[str, Any] = {}
    for layer in layers:
        data = merged(data, {key: value for key, value in layer.data.items() if key != "extends"})
    return Layers(tuple(layers), data)


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return `base` with `over` on top: maps merge, the rest replaces, null deletes.

    A null for a key that `base` does not have stays, so that a misspelt key is still found. A
    map of another `kind` replaces as a whole.
    """
    result = dict(base)
    for key, value in over.items():
        if value is None and key in result:
            del result[key]
        elif isinstance(value, Mapping) and _same_kind(value, result.get(key)):
            result[key] = merged(result[key], value)
        else:
            result[key] = value
    return result


def _same_kind(value: Mapping[str, Any], before: Any) -> bool:
    return isinstance(before, Mapping) and value.get("kind", before.get("kind")) == before.get(
        "kind"
    )


def _layer(path: Path) -> Layer:
    data, line_of = yaml_lines.read(path)
    layer = Layer(path, data if isinstance(data, dict) else {}, line_of)
    if not layer.data:
        raise _fault(layer, "a params file holds keys and values; here are none.")
    return layer


def _extended(layer: Layer) -> Path | None:
    name = layer.data.get("extends")
    if name is None:
        return None
    if not isinstance(name, str):
        raise _fault(layer, "'extends' names one file, such as countries/se.yml.", "extends")
    places = [layer.path.parent / name]
    with suppress(ImpactError):  # no project here: only files beside this one can be extended
        places.append(folders.params_folder() / name)
    for place in places:
        if place.is_file():
            return place
    raise _fault(layer, f"there is no '{name}' beside this file or in params/.", "extends")


def _written(data: Any, place: tuple[Key, ...]) -> tuple[Key, ...]:
    """Return the keys of a place that are there; keys that are not are left out."""
    keys: list[Key] = []
    for key in place:
        in_list = isinstance(data, list) and isinstance(key, int) and key < len(data)
        if in_list or (isinstance(data, dict) and key in data):
            data = data[key]
            keys.append(key)
    return tuple(keys)


def _fault(layer: Layer, problem: str, *place: Key) -> InvalidInput:
    where = f"{layer.path.name}, line {layer.line_of(place)}"
    return InvalidInput(f"{layer.path.name} cannot be used:", [Fault(where, problem)])
