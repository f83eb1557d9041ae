"""Pupils by grade, where a country's figures have them."""

from __future__ import annotations

import pandas as pd

from impact import store
from impact.overviews.model import Overview, Scope

PUPILS = {"SE": "skolverket:pupils"}
GRADES = tuple(f"grade:{grade}" for grade in range(10))


def pupils_by_grade(figures: Overview, scope: Scope) -> pd.DataFrame:
    """Return pupils by municipality of the school, grade and autumn; no rows where unknown.

    Parameters
    ----------
    figures
        The country's overview.
    scope
        The plan, for the report year.
    """
    indicator = PUPILS.get(figures.country)
    if indicator is None:
        return store.empty()
    table = store.load(indicator, country=figures.country, groups=GRADES)
    return table[table["year"] <= scope.year].reset_index(drop=True)
