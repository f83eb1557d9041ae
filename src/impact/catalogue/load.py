"""Reading the catalogue's files: every fault at once, with its file and line."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from impact.catalogue.model import AREAS, Indicator
from impact.catalogue.rules import broken_rules, missing_languages
from impact.errors import Fault, InvalidInput, UnknownName
from impact.yaml_lines import LineOf, field_problem, read

SHARED_FILE = "shared.yml"
SHARED = {
    "attribution": "attributions",
    "small_numbers": "small_numbers",
    "reason": "reasons",
    "note": "notes",
    "groups": "groups",
}


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All indicators of one folder, ordered by area and then as they stand in the file."""

    entries: tuple[Indicator, ...]
    _by_id: Mapping[str, Indicator] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {entry.id: entry for entry in self.entries})

    def indicator(self, id: str) -> Indicator:
        """Return one indicator.

        Raises
        ------
        UnknownName
            No indicator has this id; the nearest ids are named.
        """
        if id not in self._by_id:
            raise UnknownName("indicator", id, self._by_id, "The catalogue lists them all.")
        return self._by_id[id]

    def indicators(
        self,
        country: str | None = None,
        area: str | None = None,
        headline: bool | None = None,
    ) -> tuple[Indicator, ...]:
        """Return the indicators that fit; those of country ``any`` fit every country."""
        if area is not None and area not in AREAS:
            raise UnknownName("area", area, AREAS)
        return tuple(
            entry
            for entry in self.entries
            if (country is None or entry.country in (country, "any"))
            and (area is None or entry.area == area)
            and (headline is None or entry.headline == headline)
        )


@lru_cache(maxsize=8)
def load_catalogue(folder: Path) -> Catalogue:
    """Read a folder of catalogue files, one an area, and `shared.yml` beside them.

    Parameters
    ----------
    folder
        Holds ``<area>.yml`` files, each a list of indicators, and ``shared.yml`` with texts that
        several indicators name by a key (attributions, small_numbers, reasons, notes, groups). When
        ``sources.csv`` lies in the folder above, every source must stand in it.

    Raises
    ------
    InvalidInput
        All faults of all files at once, each with file and line.
    """
    reader = _CatalogueReader(Path(folder))
    entries = [entry for area in AREAS for entry in reader.area(area)]
    reader.check_across(entries)
    if reader.faults:
        raise InvalidInput(f"the catalogue in {Path(folder).name}/ has faults:", reader.faults)
    return Catalogue(tuple(entries))


class _CatalogueReader:
    """Collects indicators and faults from the files of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []
        self.where: dict[str, str] = {}
        self._stray_files()
        shared, _ = self._read(SHARED_FILE)
        self.shared: dict[str, Any] = shared if isinstance(shared, dict) else {}

    def _stray_files(self) -> None:
        expected = {f"{area}.yml" for area in AREAS} | {SHARED_FILE}
        for path in sorted(self.folder.glob("*.y*ml")):
            if path.name not in expected:
                mend = f"Put its indicators into one of {', '.join(sorted(expected))}."
                self.faults.append(Fault(path.name, "there is no such area.", mend))

    def _read(self, name: str) -> tuple[Any, LineOf]:
        if not (self.folder / name).exists():
            return None, lambda place: 1
        try:
            return read(self.folder / name)
        except InvalidInput as error:
            self.faults.extend(error.faults)
            return None, lambda place: 1

    def area(self, area: str) -> list[Indicator]:
        """Return the sound indicators of one area's file and note the faults of the others."""
        file = f"{area}.yml"
        items, line_of = self._read(file)
        if items is None:
            return []
        if not isinstance(items, list):
            self.faults.append(Fault(f"{file}, line 1", "the file must be a list of indicators."))
            return []
        entries = [
            self._entry(file, area, item, position, line_of) for position, item in enumerate(items)
        ]
        return [entry for entry in entries if entry is not None]

    def _entry(
        self, file: str, area: str, item: Any, position: int, line_of: LineOf
    ) -> Indicator | None:
        named: set[tuple] = set()

        def fault(place: tuple, problem: str) -> None:
            named.add(place)
            line = line_of((position, *place))
            self.faults.append(Fault(f"{file}, line {line}", f"{name}: {problem}"))

        name = f"indicator {position + 1}"
        if not isinstance(item, dict):
            fault((), "an indicator is a mapping of fields.")
            return None
        name = str(item.get("id", name))
        if "area" in item:
            fault(("area",), "the file's name says the area; leave the field out.")
        filled = {**self._filled(item, (), fault), "area": area}
        unfilled = {place[:1] for place in named}
        for place, problem in missing_languages(filled):
            fault(place, problem)
        self._remember(name, f"{file}, line {line_of((position,))}", fault)
        try:
            entry = Indicator.model_validate(filled)
        except ValidationError as error:
            for one in error.errors():
                if one["loc"] not in named:
                    fault(one["loc"], field_problem(one))
            return None
        for place, problem in broken_rules(entry):
            if place[:1] not in unfilled:
                fault(place, problem)
        return entry

    def _remember(self, name: str, where: str, fault: Any) -> None:
        if name in self.where:
            fault(("id",), f"this id stands at {self.where[name]} already.")
        self.where.setdefault(name, where)

    def _filled(self, value: Any, place: tuple, fault: Any) -> Any:
        """Return a written value with the keys of shared texts replaced by the texts."""
        if isinstance(value, list):
            return [
                self._filled(part, (*place, number), fault) for number, part in enumerate(value)
            ]
        if not isinstance(value, dict):
            return value
        filled = {}
        for key, part in value.items():
            if key in SHARED and isinstance(part, str):
                known = self.shared.get(SHARED[key]) or {}
                if part not in known:
                    fault((*place, key), f"{SHARED_FILE} has no '{part}' under {SHARED[key]}.")
                    continue
                filled[key] = known[part]
            else:
                filled[key] = self._filled(part, (*place, key), fault)
        return filled

    def check_across(self, entries: list[Indicator]) -> None:
        """Note references that lead nowhere: to another indicator or to a source."""
        known = {entry.id: entry for entry in entries}
        sources = _sources(self.folder.parent / "sources.csv")
        for entry in entries:
            where = self.where[entry.id]
            reference = entry.uncertainty.denominator
            if reference and not reference.in_row:
                target = known.get(reference.indicator)
                if target is None or reference.group not in target.groups:
                    wanted = f"'{reference.indicator}' with group '{reference.group}'"
                    problem = f"{entry.id}: the denominator {wanted} is not in the catalogue."
                    self.faults.append(Fault(where, problem))
            if entry.part_of is not None and entry.part_of not in known:
                problem = f"{entry.id}: '{entry.part_of}', which it is part of, does not exist."
                self.faults.append(Fault(where, problem))
            source = entry.attribution.source
            if sources is not None and source not in sources:
                problem = f"{entry.id}: sources.csv has no source '{source}'."
                self.faults.append(Fault(where, problem))


def _sources(path: Path) -> set[str] | None:
    if not path.exists():
        return None
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["id"] for row in csv.DictReader(lines)}
