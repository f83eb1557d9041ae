"""Which municipality codes were in force when, and what became of them (data/code_changes.csv)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from impact.errors import UnknownName
from impact.folders import data_folder
from impact.places import register

KINDS = ("renumber", "merge", "split", "transfer")
ALWAYS, NEVER = 0, 9999


@dataclass(frozen=True, slots=True)
class Change:
    """One abolished code and one code that took over its area, or part of it.

    Parameters
    ----------
    country
        ``FI`` or ``NO``; Swedish codes are unchanged in the years of the figures.
    date
        First day on which ``old`` was no longer in force, YYYY-MM-DD.
    kind
        ``renumber`` (same area, new code), ``merge`` (with others), ``split`` (among several)
        or ``transfer`` (part of the area of a unit that itself goes on).
    old, new
        Codes. ``new`` may be a later successor than the nearest one.
    weight
        Share of the old unit that went to the new one; None when not known.
    """

    country: str
    date: str
    kind: str
    old: str
    old_name: str
    new: str
    new_name: str
    weight: float | None

    @property
    def year(self) -> int:
        """First year in which the old code was no longer in force."""
        return int(self.date[:4])


@dataclass(frozen=True, slots=True)
class _History:
    changes: tuple[Change, ...]
    since: Mapping[str, int]
    until: Mapping[str, int]
    successors: Mapping[str, frozenset[str]]
    family: Mapping[str, frozenset[str]]


def changes(country: str | None = None) -> tuple[Change, ...]:
    """Return all code changes, or those of a country, by date."""
    return tuple(change for change in _history().changes if country in (None, change.country))


def successors(code: str) -> frozenset[str]:
    """Return today's codes on the area of a code; a code of today is its own successor.

    Raises
    ------
    UnknownName
        The code neither is nor was a municipality.
    """
    history = _history()
    if code not in history.successors:
        raise UnknownName("place", code, history.successors, "Codes are in data/places.csv.")
    return history.successors[code]


def is_former(code: str) -> bool:
    """Say whether a code was in force once and no longer is."""
    return code in _history().until


def has_changed(code: str) -> bool:
    """Say whether a code was given up, or took over or gave away an area."""
    history = _history()
    return code in history.until or len(history.family.get(code, ())) > 1


def parts(code: str, year: int) -> frozenset[str]:
    """Return the codes that in a year were in force on the area of a municipality of today.

    Parameters
    ----------
    code
        A code of today.
    year
        Changes happen on 1 January, so a code abolished on 1 January 2020 was in force in 2019.

    Returns
    -------
    frozenset of str
        The code itself when nothing had changed yet; several codes before a merger.
    """
    history = _history()
    return frozenset(
        member
        for member in history.family.get(code, {code})
        if history.since.get(member, ALWAYS) <= year < history.until.get(member, NEVER)
    )


def is_divided(code: str) -> bool:
    """Say whether the area of a code is shared by several municipalities of today."""
    return len(successors(code)) > 1


def whole_since(code: str) -> int:
    """Return the first year from which one undivided code covers a municipality for good.

    Parameters
    ----------
    code
        A code of today.

    Returns
    -------
    int
        The year of the last merger or split, or 0 when there was none.
    """
    history = _history()
    ends = {history.until[member] for member in history.family[code] if member in history.until}
    for year in sorted(ends, reverse=True):
        before = parts(code, year - 1)
        if len(before) > 1 or any(is_divided(part) for part in before):
            return year
    return 0


def _history() -> _History:
    return _read(data_folder())


@lru_cache(maxsize=4)
def _read(folder: Path) -> _History:
    with (folder / "code_changes.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found = tuple(sorted((_change(row) for row in rows), key=lambda one: (one.date, one.old)))
    current = {entry.code: entry.in_force_since or ALWAYS for entry in register.places()}
    since = current | {row["old"]: int(row["old_since"] or ALWAYS) for row in rows}
    until = {change.old: change.year for change in found}
    nearest: dict[str, set[str]] = {}
    for change in found:
        nearest.setdefault(change.old, set()).add(change.new)
    final = {code: frozenset({code}) for code in current}
    for old in nearest:
        final[old] = frozenset(_final(old, nearest, current))
    family: dict[str, set[str]] = {code: {code} for code in current}
    for old in nearest:
        for code in final[old]:
            family[code].add(old)
    return _History(
        found, since, until, final, {code: frozenset(those) for code, those in family.items()}
    )


def _final(code: str, nearest: Mapping[str, set[str]], current: Mapping[str, int]) -> set[str]:
    if code in current:
        return {code}
    return set().union(*(_final(next_code, nearest, current) for next_code in nearest[code]))


def _change(row: Mapping[str, str]) -> Change:
    return Change(
        country=row["country"],
        date=row["date"],
        kind=row["kind"],
        old=row["old"],
        old_name=row["old_name"],
        new=row["new"],
        new_name=row["new_name"],
        weight=float(row["weight"]) if row["weight"] else None,
    )
