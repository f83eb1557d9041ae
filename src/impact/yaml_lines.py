"""A YAML file as plain data, together with the line each value stands on."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from typing import Any

import yaml

from impact.errors import Fault, InvalidInput

Place = tuple[str | int, ...]
LineOf = Callable[[Place], int]
MOST_VALUES = 200_000
"""A file may hold so many values, those that anchors repeat counted each time."""


def read(path: Path | str) -> tuple[Any, LineOf]:
    """Read a YAML file; say for every value on which line it stands.

    Parameters
    ----------
    path
        The file, UTF-8, one document. An empty file gives ``None``.

    Returns
    -------
    tuple
        The data, and a function from a place such as ``(3, "breaks", 0, "year")`` to its line
        (1 = first). A value inside a mapping has the line of its key. A place that is not in
        the file, such as a missing field, has the line of its nearest parent that is; so the
        `loc` of a pydantic error can be passed as it comes.

    Raises
    ------
    InvalidInput
        All faults at once: not UTF-8, not YAML, more than one document, a value that cannot be
        read, or a key that stands twice in one mapping (YAML would silently keep the last).

    Notes
    -----
    Only ``true`` and ``false`` are truth values, as in YAML 1.2: the country ``NO`` stays text.
    """
    path = Path(path)
    reader = _Reader(path.name)
    document = _document(path)
    if document is None:
        return None, lambda place: 1
    data = reader.value(document, ())
    if reader.faults:
        raise InvalidInput(f"{path.name} cannot be read:", reader.faults)
    return data, reader.line_of


def field_problem(error: Mapping[str, Any]) -> str:
    """Return what pydantic found wrong with a field, in plain words.

    Parameters
    ----------
    error
        One of `ValidationError.errors()`; its `loc` is a place of the file.
    """
    name = ".".join(str(step) for step in error["loc"])
    if error["type"] == "extra_forbidden":
        return f"there is no field '{name}'."
    if error["type"] == "missing" or error["input"] is None:
        return f"the field '{name}' is missing."
    if error["type"] == "value_error":
        return f"{name}: {error['ctx']['error']}" if name else str(error["ctx"]["error"])
    return f"'{name}': {error['msg'][0].lower()}{error['msg'][1:]}, not {error['input']!r}."


class _Loader(yaml.SafeLoader):
    """The safe loader without yes, no, on and off as truth values."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


def _document(path: Path) -> yaml.Node | None:
    try:
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except FileNotFoundError:
        fault = Fault(str(path), "there is no such file.")
    except UnicodeDecodeError as error:
        fault = Fault(path.name, f"byte {error.start + 1} is not UTF-8.", "Save it as UTF-8.")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{path.name}, line {mark.line + 1}" if mark else path.name
        fault = Fault(where, f"this is not YAML: {error.problem or error.context}.")
    except yaml.YAMLError as error:
        fault = Fault(path.name, f"this is not YAML: {str(error).splitlines()[0]}.")
    except RecursionError:
        fault = Fault(path.name, "lists or mappings stand too deep inside one another.")
    raise InvalidInput(f"{path.name} cannot be read:", [fault])


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1


class _Reader:
    """Turns the nodes of one document into plain values and remembers their lines."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self._lines: dict[Place, int] = {(): 1}
        self._loader = _Loader("")
        self._open: list[yaml.Node] = []
        self._checked: set[int] = set()
        self._read = 0

    def line_of(self, place: Place) -> int:
        """Return the line of a place, or of its nearest parent that is in the file."""
        place = tuple(place)
        while place not in self._lines:
            place = place[:-1]
        return self._lines[place]

    def value(self, node: yaml.Node, place: Place) -> Any:
        """Return the plain value of a node."""
        self._read += 1
        if self._read > MOST_VALUES:
            problem = f"anchors make more than {MOST_VALUES:,} values of it."
            raise InvalidInput(f"{self.file} cannot be read:", [Fault(self.file, problem)])
        if node in self._open:
            return self._fault(node, "this value contains itself.")
        self._open.append(node)
        try:
            if node.tag.startswith("tag:yaml.org,2002:python") or node.tag.startswith("!"):
                return self._fault(node, f"the tag {node.tag} is not allowed.")
            if isinstance(node, yaml.MappingNode):
                return self._mapping(node, place)
            if isinstance(node, yaml.SequenceNode):
                return self._sequence(node, place)
            return self._loader.construct_object(node)
        except yaml.MarkedYAMLError as error:
            return self._fault(node, f"this value cannot be read: {error.problem}.")
        except (ValueError, OverflowError) as error:
            return self._fault(node, f"this value cannot be read: {error}.")
        finally:
            self._open.pop()

    def _sequence(self, node: yaml.SequenceNode, place: Place) -> list[Any]:
        for position, part in enumerate(node.value):
            self._lines[(*place, position)] = _line(part)
        return [self.value(part, (*place, position)) for position, part in enumerate(node.value)]

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[Hashable, Any]:
        if id(node) not in self._checked:
            self._refuse_repeated_keys(node)
            self._loader.flatten_mapping(node)  # "<<: *shared"; keys written here win
            self._checked.add(id(node))
        values: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._fault(key_node, "a key must be a plain word, not a list or a mapping.")
                continue
            key = self._loader.construct_object(key_node)
            inner = (*place, key if isinstance(key, int) else str(key))
            self._lines[inner] = _line(key_node)
            values[key] = self.value(value_node, inner)
        return values

    def _refuse_repeated_keys(self, node: yaml.MappingNode) -> None:
        first: dict[str, int] = {}
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue
            if key.value in first:
                before = first[key.value]
                self._fault(key, f"the key '{key.value}' stands on line {before} already.")
            first.setdefault(key.value, _line(key))

    def _fault(self, node: yaml.Node, problem: str) -> None:
        self.faults.append(Fault(f"{self.file}, line {_line(node)}", problem))
