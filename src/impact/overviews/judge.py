"""The tests of a report in their families: what may be said, and what may not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact import indicators
from impact.catalogue import Indicator

BACKGROUND = "background"
"""Stands for a verdict while background figures are set aside."""
GOOD = {"better": True, "improving": True, "worse": False, "worsening": False}
UNCLEAR = {
    "comparison": "not_clearly_different",
    "gap": "not_clearly_different",
    "trend": "no_clear_change",
    "trend_relative": "no_clear_change",
}
COLUMNS = [
    "place",
    "indicator",
    "kind",
    "basis",
    "p_value",
    "verdict",
    "standardised_effect",
    "slope",
    "first_year",
    "last_year",
]


def make_tests(
    latest: pd.DataFrame,
    trends: pd.DataFrame,
    gaps: pd.DataFrame,
    described: Sequence[Indicator],
) -> pd.DataFrame:
    """Return every test of every report with its verdict among all of its family.

    A report has two families: what page one could say (comparisons and changes over time), and
    differences between groups. Those are mostly real, and in one family with page one's tests
    their many findings would let more of page one's chance findings through.

    Parameters
    ----------
    latest, trends, gaps
        The tables of an overview with `p_value` and `verdict` of each test by itself.
    described
        The indicators, for what page one may show.

    Returns
    -------
    pandas.DataFrame
        `COLUMNS` with `adjusted, finding, headline, good` and `own_verdict`, the verdict of the
        test by itself. A test that is no finding has the verdict of its kind that claims nothing.
    """
    first_page = pd.concat([_comparisons(latest), _changes(latest, trends)], ignore_index=True)
    families = [first_page, _gaps(latest, gaps)]
    numbers = {"p_value": float, "standardised_effect": float}
    judged_apart = [indicators.findings(table.astype(numbers)) for table in families]
    table = pd.concat(judged_apart, ignore_index=True)
    headline = {one.id: one.headline for one in described}
    unclear = table["p_value"].notna() & ~table["finding"]
    verdict = table["verdict"].mask(unclear, table["kind"].map(UNCLEAR))
    return table.assign(
        own_verdict=table["verdict"],
        verdict=verdict,
        headline=table["indicator"].map(headline),
        good=verdict.map(GOOD).astype(object).where(verdict.isin(GOOD), None),
    )


def _comparisons(latest: pd.DataFrame) -> pd.DataFrame:
    return latest.assign(
        kind="comparison", slope=np.nan, first_year=latest["year"], last_year=latest["year"]
    )[COLUMNS]


def _changes(latest: pd.DataFrame, trends: pd.DataFrame) -> pd.DataFrame:
    """A change is measured in the spread between municipalities, as a comparison is."""
    spread = latest.drop_duplicates("indicator").set_index("indicator")["country_spread"]
    effect = trends["change"] / trends["indicator"].map(spread).replace(0, np.nan)
    recent = trends["indicator"].isin(latest["indicator"])
    return trends.assign(basis="between_year", standardised_effect=effect)[COLUMNS][recent]


def _gaps(latest: pd.DataFrame, gaps: pd.DataFrame) -> pd.DataFrame:
    spread = latest.drop_duplicates("indicator").set_index("indicator")["country_spread"]
    effect = gaps["difference"] / gaps["indicator"].map(spread).replace(0, np.nan)
    return gaps.assign(
        kind="gap",
        basis="between_year",
        standardised_effect=effect,
        slope=gaps["difference"],
        first_year=gaps["year"],
        last_year=gaps["year"],
    )[COLUMNS]


def judged(
    latest: pd.DataFrame,
    trends: pd.DataFrame,
    gaps: pd.DataFrame,
    described: Sequence[Indicator],
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return latest, trends and gaps with the verdicts of each report's family, and the tests.

    `own_verdict` keeps the verdict of the test by itself. Background figures in `latest` take no
    part.
    """
    tests = make_tests(latest[latest["verdict"] != BACKGROUND], trends, gaps, described)
    comparisons = _replaced(latest, tests[tests["kind"] == "comparison"], ["place", "indicator"])
    changes = _replaced(trends, tests, ["place", "indicator", "kind"])
    differences = _replaced(gaps, tests[tests["kind"] == "gap"], ["place", "indicator"])
    comparisons["verdict"] = comparisons["verdict"].replace(BACKGROUND, "not_comparable")
    return comparisons, changes, differences, tests


def _replaced(table: pd.DataFrame, tests: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    words = tests[[*keys, "verdict"]].rename(columns={"verdict": "family"})
    joined = table.merge(words, on=keys, how="left")
    family = joined.pop("family")
    return joined.assign(own_verdict=joined["verdict"], verdict=family.fillna(joined["verdict"]))
