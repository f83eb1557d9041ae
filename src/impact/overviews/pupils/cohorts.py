"""Children by grade or by age, of every municipality and year, as they were counted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact import places, store
from impact.overviews.pupils.by_grade import GRADES, PUPILS
from impact.planning.pupils import AGE_CONSTANT, CONSTANT
from impact.planning.pupils.backtest import MINIMUM_YEARS

SCHOOL_GRADE, HOME_AGE = "school_grade", "home_age"
SCHOOL, HOME = "school", "home"
CHILDREN = {"NO": "ssb:population"}
AGES = tuple(f"age:{age:02d}" for age in range(20))
FEWEST_YEARS = MINIMUM_YEARS + 1
"""Counted years: a forecast, and one outcome to learn from."""
AGE_BEFORE_GRADE_ONE = 5
"""On 1 January a Norwegian child in grade 1 is six: grade is age less five."""
SWEDISH_GROUPS = {
    "grades:0-3": range(4),
    "grades:4-6": range(4, 7),
    "grades:7-9": range(7, 10),
    "grade:9": range(9, 10),
    "grades:0-9": range(10),
}
NORWEGIAN_GROUPS = {
    "ages:1-5": range(-4, 1),
    "grades:1-4": range(1, 5),
    "grades:5-7": range(5, 8),
    "grades:8-10": range(8, 11),
    "grade:10": range(10, 11),
    "grades:1-10": range(1, 11),
    "ages:16-18": range(11, 14),
}


@dataclass(frozen=True, slots=True, eq=False)
class Cohorts:
    """Counts with what they are counts of.

    Parameters
    ----------
    basis
        school_grade or home_age.
    counted_at
        school: where the school is; home: where the child lives.
    places, years, grades
        Of the three axes of `counts`.
    counts
        Persons; not-a-number where unknown.
    groups
        Grades that are shown together.
    leaving
        Name of the group that leaves compulsory school.
    constant
        Of the shrinkage, in persons.
    """

    basis: str
    counted_at: str
    places: tuple[str, ...]
    years: np.ndarray
    grades: tuple[int, ...]
    counts: np.ndarray
    groups: dict[str, range]
    leaving: str
    constant: float

    def columns(self, group: str) -> list[int]:
        """Return the positions of a group's grades."""
        return [self.grades.index(grade) for grade in self.groups[group]]


def counted_cohorts(country: str, year: int) -> Cohorts | None:
    """Return a country's children by grade or age up to a year; None where it has no such figures.

    Parameters
    ----------
    country
        FI, NO or SE.
    year
        Report year: nothing newer is read.
    """
    if country in PUPILS:
        named, groups = PUPILS[country], GRADES
    elif country in CHILDREN:
        named, groups = CHILDREN[country], AGES
    else:
        return None
    table = store.load(named, country=country, groups=groups)
    table = table[(table["year"] <= year) & table["value"].notna()]
    if table["year"].nunique() < FEWEST_YEARS:
        return None
    codes = tuple(place.code for place in places.places(country))
    years = np.arange(table["year"].min(), table["year"].max() + 1)
    counts = _arranged(table, codes, years, groups)
    if country in PUPILS:
        grades, constant = tuple(range(len(GRADES))), CONSTANT
        kind = (SCHOOL_GRADE, SCHOOL, SWEDISH_GROUPS, "grade:9")
    else:
        grades = tuple(age - AGE_BEFORE_GRADE_ONE for age in range(len(AGES)))
        constant, kind = AGE_CONSTANT, (HOME_AGE, HOME, NORWEGIAN_GROUPS, "grade:10")
    basis, counted_at, shown, leaving = kind
    return Cohorts(basis, counted_at, codes, years, grades, counts, shown, leaving, constant)


def _arranged(
    table: pd.DataFrame, codes: tuple[str, ...], years: np.ndarray, groups: tuple[str, ...]
) -> np.ndarray:
    """Return values of shape (places, years, groups); not-a-number where there is none."""
    at_place = {code: at for at, code in enumerate(codes)}
    at_group = {group: at for at, group in enumerate(groups)}
    table = table[table["place"].isin(at_place)]
    counts = np.full((len(codes), len(years), len(groups)), np.nan)
    where = (
        table["place"].map(at_place).to_numpy(int),
        table["year"].to_numpy(int) - years[0],
        table["group"].map(at_group).to_numpy(int),
    )
    counts[where] = table["value"].to_numpy(float)
    return counts
