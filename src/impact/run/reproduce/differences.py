"""What differs between a report as it was made and the same report made again."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from impact.run import manifest

VALUES = "values.csv"
_VALUE = "value"


@dataclass(frozen=True, slots=True)
class File:
    """What became of one file of a report.

    Parameters
    ----------
    name
        Its name in the report's folder.
    state
        ``same`` (every byte), ``differs``, ``not made`` (it was there and is not made any more)
        or ``new``.
    """

    name: str
    state: str

    @property
    def same(self) -> bool:
        """Whether every byte is as it was."""
        return self.state == "same"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of values.csv that is not as it was.

    Parameters
    ----------
    about
        What it is a figure of: place, indicator, year, group and so on, by column.
    before, now
        Its values as written in the table; None where the table has no such row.
    """

    about: Mapping[str, str]
    before: str | None
    now: str | None

    def __str__(self) -> str:
        about = ", ".join(text for text in self.about.values() if text)
        return f"{about}: {_shown(self.before)}, now {_shown(self.now)}"


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a report compared with those of the report made again.

    Parameters
    ----------
    same
        How many are the same.
    differing
        Those that are not.
    """

    same: int = 0
    differing: tuple[Figure, ...] = ()


def altered(folder: Path, files: Mapping[str, Mapping[str, object]]) -> tuple[str, ...]:
    """Say which files of a report's folder are not what was written there.

    Parameters
    ----------
    folder
        The report's folder.
    files
        From its manifest: bytes and sha256 by name.

    Returns
    -------
    tuple of str
        One sentence per file that is missing, altered or of unknown origin, by name.
    """
    found = manifest.files(folder)
    said = []
    for name in sorted({*files, *found}):
        if name not in found:
            said.append(f"{name} is missing")
        elif name not in files:
            said.append(f"{name} is not named in {manifest.NAME}: it was added")
        elif found[name]["sha256"] != files[name]["sha256"]:
            said.append(f"{name} was altered after it was made")
    return tuple(said)


def compared_files(
    before: Mapping[str, Mapping[str, object]], now: Mapping[str, Mapping[str, object]]
) -> tuple[File, ...]:
    """Compare the files of two reports by the hash of their bytes.

    Parameters
    ----------
    before, now
        From a manifest or `manifest.files`: bytes and sha256 by name.
    """
    return tuple(
        File(name, _state(before.get(name), now.get(name))) for name in sorted({*before, *now})
    )


def compared_figures(before: str, now: str) -> Figures:
    """Compare two tables of figures row by row, each value as the number it is.

    Parameters
    ----------
    before, now
        The texts of two `values.csv`.

    Notes
    -----
    A row is found again by everything but its value. Where several rows have the same columns
    their values are compared as a group, the equal ones first.
    """
    old, new = _rows(before), _rows(now)
    same, differing = 0, []
    for about in sorted({*old, *new}):
        equal, rest = _paired(old.get(about, []), new.get(about, []))
        same += equal
        differing += [Figure(dict(about), *pair) for pair in rest]
    return Figures(same, tuple(differing))


def _state(before: Mapping[str, object] | None, now: Mapping[str, object] | None) -> str:
    if before is None or now is None:
        return "new" if before is None else "not made"
    return "same" if before["sha256"] == now["sha256"] else "differs"


def _rows(text: str) -> dict[tuple[tuple[str, str], ...], list[str]]:
    rows = defaultdict(list)
    for row in csv.DictReader(io.StringIO(text)):
        value = row.pop(_VALUE, "") or ""
        about = tuple((str(name), str(cell)) for name, cell in row.items())
        rows[about].append(value)
    return rows


def _paired(
    before: Iterable[str], now: Iterable[str]
) -> tuple[int, list[tuple[str | None, str | None]]]:
    """Return how many values are equal, and the others in pairs."""
    left, gone, equal = list(now), [], 0
    for value in before:
        match = next((other for other in left if _equal(value, other)), None)
        if match is None:
            gone.append(value)
        else:
            left.remove(match)
            equal += 1
    longest = max(len(gone), len(left))
    filled: list[list[str | None]] = [
        [*values, *[None] * (longest - len(values))] for values in (gone, left)
    ]
    return equal, list(zip(*filled, strict=True))


def _equal(one: str, other: str) -> bool:
    if one == other:
        return True
    try:
        return float(one) == float(other)
    except ValueError:
        return False


def _shown(value: str | None) -> str:
    if value is None:
        return "not there"
    return value or "no value"
