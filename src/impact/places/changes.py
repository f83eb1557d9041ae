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

TRANSFER = "transfer"
KINDS = ("renumber", "merge", "split", TRANSFER)
ALWAYS, NEVER = 0, 9999


@dataclass(frozen=True, slots=True)
class Change:
    """One abolished code and one code that took over its area, or part of it.

    Parameters
    ----------
    country
        ``FI``, ``NO`` or ``SE``.
    date
        First day on which ``old`` was no longer in force, or after a transfer no longer had
        the part, YYYY-MM-DD.
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
    given: Mapping[str, tuple[tuple[int, frozenset[str]], ...]]
    family: Mapping[str, frozenset[str]]


def changes(country: str | None = None) -> tuple[Change, ...]:
    """Return all code changes, or those of a country, by date."""
    return tuple(change for change in _history().changes if country in (None, change.country))


def successors(code: str, year: int | None = None) -> frozenset[str]:
    """Return today's codes on the area of a code; a code of today is its own successor.

    Parameters
    ----------
    code
        A code of today or a former one.
    year
        Take the area the code had in this year, with what it later gave away; None: its last.

    Raises
    ------
    UnknownName
        The code neither is nor was a municipality.
    """
    history = _history()
    if code not in history.successors:
        raise UnknownName("place", code, history.successors, "Codes are in data/places.csv.")
    if year is None:
        return history.successors[code]
    later = (taken for since, taken in history.given.get(code, ()) if year < since)
    return history.successors[code].union(*later)


def is_former(code: str) -> bool:
    """Say whether a code was in force once and no longer is."""
    return code in _history().until


def has_changed(code: str) -> bool:
    """Say whether a code was given up, or took over or gave away an area."""
    history = _history()
    changed = code in history.until or code in history.given
    return changed or len(history.family.get(code, ())) > 1


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
        and (member == code or code in successors(member, year))
    )


def is_divided(code: str, year: int | None = None) -> bool:
    """Say whether the area of a code (in a year) is shared by several municipalities of today."""
    return len(successors(code, year)) > 1


def whole_since(code: str) -> int:
    """Return the first year from which one undivided code covers a municipality for good.

    Parameters
    ----------
    code
        A code of today.

    Returns
    -------
    int
        The year of the last merger, split or transfer, or 0 when there was none.
    """
    history = _history()
    family = history.family[code]
    years = {history.until[member] for member in family if member in history.until}
    years.update(since for member in family for since, _ in history.given.get(member, ()))
    for year in sorted(years, reverse=True):
        before = parts(code, year - 1)
        if len(before) > 1 or any(is_divided(part, year - 1) for part in before):
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
    since = {row["old"]: int(row["old_since"] or ALWAYS) for row in rows} | current
    ending = [change for change in found if change.kind != TRANSFER]
    until = {change.old: change.year for change in ending}
    nearest: dict[str, set[Change]] = {}
    for change in found:
        nearest.setdefault(change.old, set()).add(change)
    final = {code: _final(code, NEVER, nearest, until) for code in {*current, *until}}
    given: dict[str, tuple[tuple[int, frozenset[str]], ...]] = {}
    for change in found:
        if change.kind == TRANSFER:
            taken = (change.year, _final(change.new, change.year, nearest, until))
            given[change.old] = (*given.get(change.old, ()), taken)
    family: dict[str, set[str]] = {code: {code} for code in current}
    for old in nearest:
        for code in _final(old, ALWAYS, nearest, until):
            family[code].add(old)
    return _History(
        found,
        since,
        until,
        final,
        given,
        {code: frozenset(those) for code, those in family.items()},
    )


def _final(
    code: str, year: int, nearest: Mapping[str, set[Change]], until: Mapping[str, int]
) -> frozenset[str]:
    """Today's codes on the area a code had in a year, followed change by change."""
    reached = [
        _final(change.new, change.year, nearest, until)
        for change in nearest.get(code, ())
        if change.kind != TRANSFER or year < change.year
    ]
    return frozenset().union(() if code in until else {code}, *reached)


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
