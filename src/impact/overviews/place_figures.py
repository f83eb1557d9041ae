"""One municipality's part of an overview, ready to be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlaceFigures:
    """What an overview knows of one municipality.

    Parameters
    ----------
    place, region
        Codes of the municipality and of its region.
    values
        Every value of every group up to the report year, with limits and status.
    latest
        Indicator to its newest value that is not too old, beside country, region and peers.
    series
        Indicator to its yearly values: `year, value, lower, upper`.
    trends, relative
        Indicator to its change over time: its own, and against the country.
    gaps
        Indicator to the difference between women and men.
    groups
        Other groups, each against everybody else.
    findings
        What passed its test, largest first.
    tests
        All tests of the report: page one's family and that of differences between groups.
    breaks
        Indicator to the years in which its series starts anew.
    omitted
        Indicator to the reason why the report leaves it out.
    compared
        Indicators that are compared with others; background figures are not.
    newest_year_of
        Indicator to the newest year any municipality of the country has.
    peers
        Comparable municipalities.
    population
        Newest number of inhabitants, if known.
    newest_year
        Of the values; None when there are none.
    oldest_vintage, newest_vintage
        When the newest values of compared indicators were read at their source.
    simulated
        Some value is made up for practice.
    digest
        Of the values.
    """

    place: str
    region: str
    values: pd.DataFrame
    latest: Mapping[str, Row]
    series: Mapping[str, pd.DataFrame]
    trends: Mapping[str, Row]
    relative: Mapping[str, Row]
    gaps: Mapping[str, Row]
    groups: pd.DataFrame
    findings: tuple[Row, ...]
    tests: pd.DataFrame
    breaks: Mapping[str, tuple[int, ...]]
    omitted: Mapping[str, str]
    compared: frozenset[str]
    newest_year_of: Mapping[str, int]
    peers: pd.DataFrame
    population: float | None
    newest_year: int | None
    oldest_vintage: str | None
    newest_vintage: str | None
    simulated: bool
    digest: str

    def tested_ids(self, kind: str | None = None) -> frozenset[str]:
        """Return the indicators that could be tested, by one kind of test or by any."""
        table = self.tests[self.tests["p_value"].notna()]
        if kind is not None:
            table = table[table["kind"] == kind]
        return frozenset(table["indicator"])

    def tested(self, kind: str | None = None) -> int:
        """Return how many tests could be made, of one kind or of all that page one rests on."""
        known = self.tests["p_value"].notna()
        chosen = self.tests["kind"] != "gap" if kind is None else self.tests["kind"] == kind
        return int((known & chosen).sum())

    def count_findings(self, kind: str) -> Counter[str]:
        """Return how many findings of one kind have each verdict."""
        return Counter(row["verdict"] for row in self.findings if row["kind"] == kind)
