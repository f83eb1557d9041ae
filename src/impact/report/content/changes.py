"""What changed since the last report: new, revised, withdrawn and redefined figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.blocks import ChangeRow, Changes
from impact.report.content.numbers import count, figure
from impact.report.message import Number, Year, message

if TYPE_CHECKING:
    import pandas as pd

KINDS = ("new", "revised", "withdrawn")


def changes(differences: pd.DataFrame | None, place: str, previous_year: int | None) -> Changes:
    """Return what changed in a municipality's figures since the last report.

    Parameters
    ----------
    differences
        `change, place, indicator, year, group, before, after`, as the store lists them; None when
        there is no last report.
    place
        Code of the municipality.
    previous_year
        Report year of the last report.
    """
    if differences is None or previous_year is None:
        return Changes(section="changes", messages=(message("changes-first"),))
    here = differences[differences["place"] == place]
    ordered = here.sort_values(["change", "indicator", "year", "group"])
    rows = tuple(_row(row) for row in ordered.to_dict("records"))
    counts = here["change"].value_counts()
    numbers = {kind: count(int(counts.get(kind, 0)), f"changes_{kind}") for kind in KINDS}
    year = Year(previous_year)
    if rows:
        lines = [message("changes-count", year=year, **numbers)]
    else:
        lines = [message("changes-none", year=year)]
    redefined = here.loc[here["change"] == "redefined", "indicator"].nunique()
    if redefined:
        lines.append(message("changes-redefined", count=count(redefined, "changes_redefined")))
    return Changes(section="changes", messages=tuple(lines), rows=rows)


def _row(row: dict) -> ChangeRow:
    before: Number | None = figure(row, "before", statistic="before", kind="value")
    after: Number | None = figure(row, "after", statistic="after", kind="value")
    return ChangeRow(
        change=row["change"],
        indicator=row["indicator"],
        place=row["place"],
        year=int(row["year"]),
        group=row["group"],
        before=before,
        after=after,
    )
