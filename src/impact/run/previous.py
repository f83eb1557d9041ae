"""Which figures a place's last report used, so that a new one can say what has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from impact.run import manifest
from impact.run.params.model import Plan


@dataclass(frozen=True, slots=True)
class Previous:
    """The last report before this one.

    Parameters
    ----------
    year
        Its report year; None when there was none.
    snapshots
        Ids of the snapshots it used.
    """

    year: int | None = None
    snapshots: tuple[str, ...] = ()


def previous(
    plan: Plan,
    reports: Path,
    folder: str,
    snapshots: Iterable[str],
    standing: Mapping[str, Any] | None,
) -> Previous:
    """Find the last report of one place or region.

    Parameters
    ----------
    plan
        The plan of the new one.
    reports
        Folder of this plan's reports, with one folder per year.
    folder
        Name of the report's folder in a year: a code, or region.
    snapshots
        Ids of the snapshots used now.
    standing
        Manifest of its report of this year; None when there is none.

    Returns
    -------
    Previous
        What the params name under `last_report`; else its newest report of an earlier year; else
        its report of the same year when that used other snapshots, or what that one was compared
        with when it used the same (so that running twice says the same twice).
    """
    if plan.last_report is not None:
        return Previous(plan.last_report.year, plan.last_report.snapshots)
    for year in sorted((year for year in _years(reports) if year < plan.year), reverse=True):
        used = _snapshots(manifest.read(reports / str(year) / folder))
        if used:
            return Previous(year, used)
    used = _snapshots(standing)
    if standing is None or not used:
        return Previous()
    if set(used) != set(snapshots):
        return Previous(plan.year, used)
    return told(standing)


def told(standing: Mapping[str, Any]) -> Previous:
    """Return what a standing report was compared with."""
    parameters = standing.get("parameters") or {}
    year = parameters.get("previous_year")
    return Previous(year if isinstance(year, int) else None, _names(parameters.get("previous")))


def _years(reports: Path) -> list[int]:
    if not reports.is_dir():
        return []
    return [int(folder.name) for folder in reports.iterdir() if folder.name.isdecimal()]


def _snapshots(content: Mapping[str, Any] | None) -> tuple[str, ...]:
    return _names((content or {}).get("snapshots"))


def _names(listed: object) -> tuple[str, ...]:
    """Return a list of ids; none when a damaged manifest holds something else."""
    return tuple(map(str, listed)) if isinstance(listed, list) else ()
