"""Dated YAML files that hold a list of entries: every fault at once, with file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from impact.errors import Fault, InvalidInput
from impact.yaml_lines import LineOf, field_problem, read

Where = Callable[[tuple], str]
Check = Callable[[Any, Where], Iterable[Fault]]


class EntryReader:
    """Collects entries and faults from files with the keys ``read``, ``texts`` and a list.

    Parameters
    ----------
    model
        What each entry must fit; its field ``read`` is filled with the file's day.
    key
        Name of the list.
    check
        From a sound entry and a function that names a place in it to its further faults.
    """

    def __init__(self, model: type[BaseModel], key: str, check: Check) -> None:
        self.model, self.key, self.check = model, key, check
        self.faults: list[Fault] = []
        self._where: dict[str, str] = {}

    def file(self, path: Path) -> list[Any]:
        """Return the sound entries of one file and note the faults of the others."""
        try:
            data, line_of = read(path)
        except InvalidInput as error:
            self.faults.extend(error.faults)
            return []
        items = data.get(self.key) if isinstance(data, dict) else None
        if not isinstance(items, list):
            problem = f"the file must hold 'read' (a day) and '{self.key}' (a list)."
            self.faults.append(Fault(f"{path.name}, line 1", problem))
            return []
        for key in sorted(set(data) - {"read", "texts", self.key}, key=str):
            where = f"{path.name}, line {line_of((key,))}"
            mend = f"Known are read, texts and {self.key}."
            self.faults.append(Fault(where, f"there is no key '{key}'.", mend))
        entries = [
            self._entry(path.name, item, position, line_of, data.get("read"))
            for position, item in enumerate(items)
        ]
        return [entry for entry in entries if entry is not None]

    def _entry(self, file: str, item: Any, position: int, line_of: LineOf, day: Any) -> Any:
        def where(place: tuple) -> str:
            return f"{file}, line {line_of((self.key, position, *place))}"

        if not isinstance(item, dict):
            self.faults.append(Fault(where(()), "an entry is a mapping of fields."))
            return None
        name = str(item.get("id", f"entry {position + 1}"))
        if name in self._where:
            problem = f"{name}: this id stands at {self._where[name]} already."
            self.faults.append(Fault(where(("id",)), problem, "Give each its own."))
        self._where.setdefault(name, where(()))
        try:
            entry = self.model.model_validate({"read": day, **item})
        except ValidationError as error:
            for one in error.errors():
                self.faults.append(Fault(where(one["loc"]), f"{name}: {field_problem(one)}"))
            return None
        self.faults.extend(self.check(entry, where))
        return entry
