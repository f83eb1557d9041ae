"""Tables of a capacity study made up from the real cohorts, for where none have been counted."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from impact import store
from impact.errors import NoFigures
from impact.overviews.pupils.by_grade import PUPILS
from impact.places.boundaries import Polygon, boundaries
from impact.planning.capacity.simulated_tables import simulate_tables

LAST_GRADE = "grade:9"


def simulated_capacity(study: Any) -> dict[str, pd.DataFrame]:
    """Return the six tables of a capacity study, simulated from the newest counted cohort.

    Parameters
    ----------
    study
        A capacity study: its places, year, region, eligibility and seed.

    Returns
    -------
    dict of str to pandas.DataFrame
        As of `impact.planning.capacity.simulate_tables`; equal studies give equal tables.

    Raises
    ------
    NoFigures
        Nobody has counted pupils of grade 9 up to the year of the study.
    InvalidInput
        A municipality lacks pupils or a share of eligible ones.
    """
    autumn, cohorts = last_cohort(study)
    shapes = boundaries(study.country)
    return simulate_tables(
        cohorts,
        eligible_shares(study),
        {code: centre(shapes[code]) for code in study.places if code in shapes},
        year=autumn + 1,
        region=study.region or study.country,
        preparatory=study.eligibility.preparatory,
        seed=study.scenarios.seed,
    )


def last_cohort(study: Any) -> tuple[int, dict[str, float]]:
    """Return the newest counted autumn and pupils of grade 9 by municipality of the school.

    Raises
    ------
    NoFigures
        There is no such autumn.
    """
    indicator = PUPILS.get(study.country)
    if indicator is None:
        raise NoFigures(f"no pupils by grade are known of {study.country}.")
    table = store.load(indicator, country=study.country, groups=(LAST_GRADE,))
    table = table[(table["year"] <= study.year) & table["place"].isin(study.places)]
    table = table.dropna(subset="value")
    if table.empty:
        raise NoFigures(f"no pupils of grade 9 are known up to {study.year}.")
    newest = int(table["year"].max())
    counted = table[table["year"] == newest].set_index("place")["value"]
    return newest, {code: float(counted.get(code, 0.0)) for code in study.places}


def eligible_shares(study: Any) -> dict[str, float]:
    """Return the newest share eligible for vocational programmes, in percent, by municipality.

    Notes
    -----
    A municipality without a figure (few pupils, or no school) has the mean of the others.
    """
    table = store.load(study.eligibility.indicator, country=study.country, groups=("total",))
    table = table[(table["year"] <= study.year) & table["place"].isin(study.places)]
    table = table.dropna(subset="value").sort_values("year")
    newest = table.drop_duplicates("place", keep="last").set_index("place")["value"]
    if newest.empty:
        raise NoFigures(f"nothing is known of {study.eligibility.indicator} up to {study.year}.")
    mean = float(newest.mean())
    return {code: float(newest.get(code, mean)) for code in study.places}


def centre(polygons: tuple[Polygon, ...]) -> tuple[float, float]:
    """Return longitude and latitude of the centre of an area: the mean of its outer rings by size.

    Parameters
    ----------
    polygons
        As of `impact.places.boundaries.boundaries`.
    """
    total, middle = 0.0, np.zeros(2)
    for polygon in polygons:
        points = np.array(polygon[0], dtype=float)
        x, y = points.T
        cross = x[:-1] * y[1:] - x[1:] * y[:-1]
        sign = np.sign(cross.sum())
        total += float(sign * cross.sum()) * 3
        middle += sign * ((points[:-1] + points[1:]) * cross[:, None]).sum(axis=0)
    longitude, latitude = middle / total
    return float(longitude), float(latitude)
