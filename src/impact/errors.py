"""Every error a user can meet: what is wrong, where, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


class ImpactError(Exception):
    """Base of all errors raised on purpose by this library."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with an input.

    Parameters
    ----------
    where
        File and line, row or field, as a reader would look for it.
    problem
        What is wrong, in one sentence.
    mend
        What to do about it; may be empty when the problem says it.
    """

    where: str
    problem: str
    mend: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}" + (f" {self.mend}" if self.mend else "")


class InvalidInput(ImpactError):
    """An input file, table or argument with one or more faults, all of them listed."""

    def __init__(self, title: str, faults: Sequence[Fault] = ()) -> None:
        self.title = title
        self.faults = tuple(faults)
        lines = [title, *(f"  {fault}" for fault in self.faults)]
        super().__init__("\n".join(lines))


class UnknownName(ImpactError):
    """A place, indicator, language or key that does not exist; the nearest ones are named."""

    def __init__(self, kind: str, name: object, known: Iterable[str], mend: str = "") -> None:
        self.kind = kind
        self.name = str(name)
        near = difflib.get_close_matches(self.name, list(known), n=3, cutoff=0.6)
        hint = f" Did you mean {', '.join(near)}?" if near else ""
        super().__init__(f"unknown {kind} '{self.name}'.{hint}{' ' + mend if mend else ''}")


class NoFigures(ImpactError):
    """Nothing is known of what was asked for; the message says what the figures do cover."""


class DamagedSnapshot(ImpactError):
    """A snapshot whose files are missing, altered or unreadable; refused by name."""


class FolderInUse(ImpactError):
    """Another run is writing to the same folder."""
