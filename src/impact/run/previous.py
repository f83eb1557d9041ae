"""Which figures the last report used, so that a new one can say what has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from impact.run import manifest
from impact.run.params_model import Plan


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


def previous(plan: Plan, reports: Path, snapshots: Sequence[str]) -> Previous:
    """Find the last report.

    Parameters
    ----------
    plan
        The plan of the new one.
    reports
        Folder of this plan's reports, with one folder per year.
    snapshots
        Ids of the snapshots used now.

    Returns
    -------
    Previous
        What the params name under `last_report`; else the newest batch of an earlier year; else
        the batch of the same year when it used other snapshots, or what that one was compared
        with when it used the same (so that running twice says the same twice). A batch without a
        single report does not count.
    """
    if plan.last_report is not None:
        return Previous(plan.last_report.year, plan.last_report.snapshots)
    earlier = sorted((year for year in _years(reports) if year < plan.year), reverse=True)
    for year in earlier:
        found = _batch(reports / str(year), year)
        if found is not None:
            return found
    return _same_year(reports / str(plan.year), plan.year, tuple(snapshots))


def _years(reports: Path) -> list[int]:
    if not reports.is_dir():
        return []
    return [int(folder.name) for folder in reports.iterdir() if folder.name.isdecimal()]


def _batch(folder: Path, year: int) -> Previous | None:
    content = manifest.read(folder)
    if content is None or not content.get("snapshots") or not content.get("reports"):
        return None
    return Previous(year, tuple(content["snapshots"]))


def _same_year(folder: Path, year: int, snapshots: tuple[str, ...]) -> Previous:
    found = _batch(folder, year)
    if found is None:
        return Previous()
    if set(found.snapshots) != set(snapshots):
        return found
    before = (manifest.read(folder) or {}).get("previous") or {}
    return Previous(before.get("year"), tuple(before.get("snapshots", ())))
