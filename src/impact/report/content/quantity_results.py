"""The results of one quantity and one alternative as rows a report can draw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from impact.report.content.numbers import finite
from impact.report.content.quantity_names import others
from impact.report.content.quantity_numbers import WHOLE, decimals, estimate, size_of, unit_of
from impact.report.message import PlaceName
from impact.report.quantity_blocks import DotRow, Estimate

if TYPE_CHECKING:
    from impact.overviews.appraisals.model import Appraisal
    from impact.run.assessments.model import Assessment

DRAWN = ("change", "cases", "amount", "persons")
PEOPLE = ("persons", "cases")
LIMITS = ("value", "lower", "upper")


@dataclass(frozen=True, slots=True)
class Result:
    """One quantity of one alternative, ready to be told: its rows, newest year and units."""

    assessment: Assessment
    name: str
    alternative: str
    rows: pd.DataFrame
    drawn: str
    people: str | None
    lookup: Mapping[tuple[str, str, int | None], dict[str, Any]]

    @property
    def quantity(self) -> Any:
        """What the file says of it."""
        return self.assessment.quantities[self.name]

    @property
    def year(self) -> int | None:
        """The last year calculated."""
        return self.years[-1] if self.years else None

    @property
    def years(self) -> tuple[int, ...]:
        """Every year calculated, in order."""
        return tuple(sorted(int(year) for year in self.rows["year"].dropna().unique()))

    @property
    def scenario(self) -> bool:
        """Whether a number nobody has measured stands behind it."""
        return bool(self.rows["scenario"].any())

    @property
    def unit(self) -> str:
        """The unit of what is drawn."""
        return self.unit_for(self.drawn)

    def unit_for(self, statistic: str) -> str:
        """Return the unit of a statistic, one a report can print."""
        units = self.rows.loc[self.rows["statistic"] == statistic, "unit"]
        return unit_of(units.iloc[0]) if len(units) else "number"

    def at(self, statistic: str, place: str, year: int | None) -> dict[str, Any]:
        """Return the row of one statistic, empty if there is none."""
        return self.lookup.get((statistic, place, year), {})


def results(assessment: Assessment, appraisal: Appraisal) -> Iterator[Result]:
    """Return every quantity of every alternative that is not rejected, in the file's order."""
    table = appraisal.quantities
    for name in assessment.quantities:
        for option in others(assessment):
            rows = table[(table["quantity"] == name) & (table["alternative"] == option)]
            known = set(rows["statistic"])
            drawn = next((one for one in DRAWN if one in known), None)
            if drawn is not None:
                people = next((one for one in PEOPLE if one in known and one != drawn), None)
                yield Result(assessment, name, option, rows, drawn, people, _lookup(rows))


def _lookup(rows: pd.DataFrame) -> dict[tuple[str, str, int | None], dict[str, Any]]:
    found = {}
    for row in rows.to_dict("records"):
        year = finite(row["year"])
        found[row["statistic"], row["place"], None if year is None else int(year)] = row
    return found


def decimals_of(result: Result) -> dict[str, int]:
    """Return decimals per statistic, the same for every row shown together."""
    rows = result.rows if result.year is None else result.rows[result.rows["year"] == result.year]
    found = {}
    for statistic, group in rows.groupby("statistic"):
        found[statistic] = decimals(
            result.unit_for(statistic), map(size_of, group.to_dict("records"))
        )
    for level in ("baseline", "level"):
        found[level] = max(found.get(level, 0), min(found.get("change", 0), 1))
    return found


def row_of(
    result: Result, place: str, year: int | None, places: dict[str, int], label: object = None
) -> DotRow | None:
    """Return a place or year as a row of the drawing, None without a figure."""
    about = {"place": place, "year": year}
    signed = {"signed": result.drawn != "amount", "kind": "change", **about}

    def read(statistic: str | None, **fields: Any) -> Estimate | None:
        row = result.at(statistic, place, year) if statistic else {}
        if not row:
            return None
        unit = result.unit_for(statistic)
        few = decimals(unit, [size_of(row)]) if unit in WHOLE else places.get(statistic, 1)
        return estimate(row, unit, few, **fields)

    drawn = read(result.drawn, **signed)
    if drawn is None:
        return None
    own = {**about, "indicator": result.quantity.indicator, "group": result.quantity.figure_group}
    without, level = read("baseline", **own), read("level", **own)
    return DotRow(
        label=label or PlaceName(place),
        drawn=drawn,
        tone=tone(drawn, result.quantity.good),
        whole=place == result.assessment.subject,
        without=without.value if without else None,
        level=level.value if level else None,
        people=read(result.people, **signed),
    )


def is_steady(result: Result) -> bool:
    """Say whether there is one figure alone: the same each year, and for all places together."""
    subject = result.assessment.subject
    rows = [result.at(result.drawn, subject, year) for year in result.years]
    figures = {tuple(round(row.get(name, 0.0), 6) for name in LIMITS) for row in rows if row}
    alone = set(result.rows["place"]) == {subject}
    return alone and len(figures) <= 1


def tone(found: Estimate, good: str) -> str:
    """Return which side of nought an interval lies on: good, bad, or unknown; plain if neutral.

    A change that is surely nought is plain too.
    """
    if found.certain and found.lower is not None and found.value.value == 0:
        return "plain"
    if found.lower is None or found.upper is None or found.lower.value <= 0 <= found.upper.value:
        return "unknown"
    if good == "neutral":
        return "plain"
    return "good" if (found.value.value > 0) == (good == "higher") else "bad"
