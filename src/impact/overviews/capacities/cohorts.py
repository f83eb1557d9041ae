"""Young people who leave grade 9 in the municipalities of a capacity study, counted and to come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from impact.errors import NoFigures
from impact.overviews.capacities.model import COHORT_COLUMNS
from impact.overviews.pupils.forecast import pupil_forecast
from impact.overviews.pupils.model import COUNTED, PupilForecast

LAST_GRADE = 9
CENTRAL = "central"
SCHOOL, HOME = "school", "home"
SCENARIOS = (COUNTED, CENTRAL, "no_migration", "last_three")
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class YoungPeople:
    """Those who leave grade 9, by municipality and the year they leave.

    Parameters
    ----------
    homes
        Codes of the municipalities of the study, sorted.
    frame
        `place, year, scenario, pupils, lower, upper, counted_at`: they are counted in the autumn
        before `year`, and begin upper-secondary school in the autumn of `year`.
    newest
        Newest year whose leavers are counted.
    counted_at
        school or home.
    draws
        Scenarios of the year planned for, shape (draws, homes); errors move together.
    """

    homes: tuple[str, ...]
    frame: pd.DataFrame
    newest: int
    counted_at: str
    draws: Floats

    def of(self, year: int, scenario: str | None = None) -> pd.Series:
        """Return the leavers of a year by home; counted where they are, else central."""
        wanted = scenario or (COUNTED if year <= self.newest else CENTRAL)
        rows = self.frame[(self.frame["year"] == year) & (self.frame["scenario"] == wanted)]
        if rows.empty:
            raise NoFigures(f"nobody has counted or forecast who leaves grade 9 in {year}.")
        return rows.set_index("place")["pupils"].reindex(list(self.homes)).fillna(0.0)


def young_people(study: Any, homes: pd.DataFrame | None = None) -> YoungPeople:
    """Return who leaves grade 9 in the municipalities of a study.

    Parameters
    ----------
    study
        A capacity study: places, year, planned year, draws and seed.
    homes
        `place, home, year, n`: pupils of grade 9 by school and home. None counts them where their
        school is.

    Returns
    -------
    YoungPeople
        With a table of homes every school's pupils are divided by it, of counted years and of
        years to come: the shares are those of its newest year. So are the limits; they are then
        too wide where a home has pupils in several municipalities' schools.

    Raises
    ------
    NoFigures
        There are no pupils by grade, or the year planned for is beyond the forecast.
    """
    forecast = pupil_forecast(study)
    if forecast.origin is None:
        raise NoFigures(f"no pupils by grade are known of {study.country}.")
    rows = forecast.frame[forecast.frame["grade"] == LAST_GRADE]
    rows = rows[rows["scenario"].isin(SCENARIOS) & (rows["year"] < study.planned_year)]
    rows = rows.assign(year=rows["year"] + 1)
    codes, drawn = _draws(forecast, study)
    shares = _shares(codes, study.places, homes)
    frame = pd.concat(
        [_at_homes(part, year, scenario, shares) for (year, scenario), part in
         rows.groupby(["year", "scenario"], sort=True)],
        ignore_index=True,
    )  # fmt: skip
    counted_at = SCHOOL if homes is None else HOME
    return YoungPeople(
        homes=study.places,
        frame=frame.assign(counted_at=counted_at)[COHORT_COLUMNS],
        newest=int(forecast.origin) + 1,
        counted_at=counted_at,
        draws=drawn @ shares.to_numpy(dtype=float),
    )


def _draws(forecast: PupilForecast, study: Any) -> tuple[tuple[str, ...], Floats]:
    scenarios = study.scenarios
    autumn = study.planned_year - 1
    return forecast.draws(LAST_GRADE, autumn, scenarios.draws, scenarios.seed)


def _shares(
    codes: tuple[str, ...], inside: tuple[str, ...], homes: pd.DataFrame | None
) -> pd.DataFrame:
    """Return which share of each school municipality's pupils lives in each home of the study."""
    shares = pd.DataFrame(0.0, index=list(codes), columns=list(inside))
    for code in inside:
        if code in shares.index:
            shares.loc[code, code] = 1.0
    if homes is None:
        return shares
    newest = homes[homes["year"] == homes["year"].max()]
    wide = newest.pivot_table(index="place", columns="home", values="n", aggfunc="sum")
    wide = wide.fillna(0.0)
    total = wide.sum(axis=1)
    known = wide[total > 0].div(total[total > 0], axis=0).reindex(columns=list(inside))
    known = known[known.index.isin(shares.index)].fillna(0.0)
    shares.loc[known.index] = known
    return shares


def _at_homes(part: pd.DataFrame, year: int, scenario: str, shares: pd.DataFrame) -> pd.DataFrame:
    """Return one year and scenario by home; limits stay with the central scenario alone."""
    numbers = part.set_index("place")[["pupils", "lower", "upper"]].reindex(shares.index)
    found = {
        name: numbers[name].fillna(0.0).to_numpy(dtype=float) @ shares.to_numpy(dtype=float)
        for name in numbers
    }
    limited = bool(numbers["lower"].notna().any())
    return pd.DataFrame(
        {
            "place": list(shares.columns),
            "year": int(year),
            "scenario": scenario,
            "pupils": found["pupils"],
            "lower": found["lower"] if limited else np.nan,
            "upper": found["upper"] if limited else np.nan,
        }
    )
