"""Reading the library of parameters: every fault at once, with its file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from impact.catalogue import LANGUAGES
from impact.errors import Fault, InvalidInput, UnknownName
from impact.evidence.entries import EntryReader, Where
from impact.evidence.model import Parameter
from impact.evidence.rules import faults
from impact.folders import data_folder


@dataclass(frozen=True, slots=True)
class Library:
    """All parameters of one folder, in the order of files and of their lines."""

    entries: tuple[Parameter, ...]
    _by_id: Mapping[str, Parameter] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {entry.id: entry for entry in self.entries})

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    def parameter(self, id: str) -> Parameter:
        """Return one parameter.

        Raises
        ------
        UnknownName
            No parameter has this id; the nearest ids are named.
        """
        if id not in self._by_id:
            raise UnknownName("parameter", id, self._by_id, "`impact evidence` lists them all.")
        return self._by_id[id]

    def parameters(self, *, scenario: bool | None = None) -> tuple[Parameter, ...]:
        """Return the parameters; with `scenario` only those that are (not) for scenarios alone."""
        return tuple(
            entry for entry in self.entries if scenario is None or entry.scenario_only == scenario
        )


def library(folder: Path | str | None = None) -> Library:
    """Read the library of parameters.

    Parameters
    ----------
    folder
        Holds YAML files of the keys ``read`` (day on which the sources were read), ``parameters``
        (a list) and, if wanted, ``texts`` (texts that several parameters share by YAML anchors).
        Without it, the project's own library, ``data/evidence``.

    Raises
    ------
    InvalidInput
        All faults of all files at once, each with file and line; a parameter without interval,
        design and transfer note is a fault unless it is marked `scenario_only`.
    """
    return _load(data_folder() / "evidence" if folder is None else Path(folder))


@lru_cache(maxsize=8)
def _load(folder: Path) -> Library:
    reader = EntryReader(Parameter, "parameters", _check)
    if not folder.is_dir():
        reader.faults.append(Fault(str(folder), "there is no such folder."))
    entries = [entry for path in sorted(folder.glob("*.y*ml")) for entry in reader.file(path)]
    if reader.faults:
        raise InvalidInput(f"the parameters in {folder.name}/ have faults:", reader.faults)
    return Library(tuple(entries))


def _check(entry: Parameter, where: Where) -> Iterator[Fault]:
    yield from faults(entry, languages=LANGUAGES, where=where)
    for needed in ("read", "seen_in"):
        if getattr(entry, needed) is None:
            problem = f"{entry.id}: the field '{needed}' is missing."
            yield Fault(where((needed,)), problem, "Say what was read, and on which day.")
