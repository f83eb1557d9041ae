"""Pupils of the coming years in figures: every table, and what each column means."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from impact.errors import NoFigures
from impact.planning.pupils import scenario_draws

COUNTED = "counted"
FRAME_COLUMNS = [
    "place", "grade", "year", "horizon", "scenario", "pupils", "lower", "upper", "extended",
    "beginners",
]  # fmt: skip
GROUP_COLUMNS = ["group" if name == "grade" else name for name in FRAME_COLUMNS]
BACKTEST_COLUMNS = ["group", "horizon", "method", "mape", "wape", "bias", "coverage", "cases"]
ORIGIN_COLUMNS = ["origin", "group", "horizon", "mape", "coverage", "extended", "cases"]
REGION_COLUMNS = ["group", "horizon", "coverage", "cases"]
SCORECARD_COLUMNS = ["place", "horizon", "own_error", "same_as_today_error", "origins"]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PupilForecast:
    """Pupils of every municipality in the coming years, with the errors of earlier forecasts.

    Parameters
    ----------
    country
        FI, NO or SE.
    basis
        school_grade, home_age, or empty where the country has no such figures; then all tables
        are empty.
    origin
        Newest counted year: Sweden's autumn, Norway's 1 January. None without figures.
    counted_at
        school or home: where children are counted. Empty without figures.
    frame
        One row per place, grade, year and scenario: `counted` (horizon 0 and before), `central`,
        `no_migration`, `last_three`. `grade` 0 is Sweden's preschool class; in Norway it is age on
        1 January less five, so 1 to 10 are grades, 11 to 13 ages 16 to 18, 0 and below too young
        for school. 80 per cent limits of the central scenario alone, in whole persons outwards;
        `extended`: no forecast so far ahead has met its outcome twice, so shorter ones were
        widened; `beginners`: they had not begun (Norway: were not born), their number follows the
        last three years' beginners.
    groups
        The same with `group` for grades together; limits from the errors of the sum.
    leaving
        Group that leaves compulsory school.
    backtest
        All municipalities and origins: `method` central, no_migration, last_three or
        same_as_today; errors in per cent of what came (mean, by persons, signed); `coverage` of
        the central limits, per cent.
    by_origin
        The central method year by year.
    scorecard
        Each municipality's mean absolute error of the leaving group in per cent, beside that of
        "same as today".
    shrinkage
        Persons at which a grade keeps half of its own ratio's distance from 1.
    region_coverage
        `group, horizon, coverage, cases`: how often the limits of counties' totals, from what was
        known at the time, held what came, per cent.
    parts
        By grade and by group: central forecast and the logarithm's standard deviation, both of
        shape (places, years ahead), and the standard deviation of the part all places share.
    places
        Codes, in the order of `parts`.
    """

    country: str
    basis: str
    origin: int | None
    counted_at: str
    frame: pd.DataFrame
    groups: pd.DataFrame
    leaving: str
    backtest: pd.DataFrame
    by_origin: pd.DataFrame
    scorecard: pd.DataFrame
    shrinkage: float
    region_coverage: pd.DataFrame
    parts: dict[object, tuple[np.ndarray, np.ndarray, np.ndarray]] = field(repr=False)
    places: tuple[str, ...] = field(repr=False)
    _by_place: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False, init=False)

    @property
    def group_names(self) -> tuple[str, ...]:
        """Groups of grades, youngest first."""
        return tuple(part for part in self.parts if isinstance(part, str))

    def of(self, place: str) -> pd.DataFrame:
        """Return the rows of `groups` of one municipality."""
        if not self._by_place:
            for code, rows in self.groups.groupby("place"):
                self._by_place[code] = rows.reset_index(drop=True)
        return self._by_place.get(place, self.groups.iloc[:0])

    def draws(
        self, grade: int | str, year: int, draws: int, seed: int
    ) -> tuple[tuple[str, ...], np.ndarray]:
        """Return random scenarios of one grade or group in one coming year.

        Parameters
        ----------
        grade
            A grade, or the name of a group.
        year
            A forecast year.
        draws
            How many.
        seed
            Of the random numbers; the same seed gives one course over years and grades.

        Returns
        -------
        tuple
            Codes of the municipalities and shape (draws, places), pupils. Municipalities without
            a forecast are left out.

        Raises
        ------
        NoFigures
            There is no forecast of that grade and year.

        Notes
        -----
        A part is common to all municipalities: independent errors would make a region's total far
        too certain.
        """
        central, spread, common = self._at(grade, year)
        known = np.isfinite(central)
        codes = tuple(np.array(self.places)[known])
        middle, width = (np.where(known, one, 0.0) for one in (central, spread))
        return codes, scenario_draws(middle, width, common, draws, seed)[:, known]

    def _at(self, grade: int | str, year: int) -> tuple[np.ndarray, np.ndarray, float]:
        held = self.parts.get(grade)
        ahead = 0 if self.origin is None else year - self.origin
        if held is None or not 1 <= ahead <= held[0].shape[1]:
            raise NoFigures(f"there is no forecast of grade '{grade}' in {year}.")
        central, deviations, common = held
        return central[:, ahead - 1], deviations[:, ahead - 1], float(common[ahead - 1])

    def region(self, members: tuple[str, ...]) -> pd.DataFrame:
        """Return the rows of `groups` of several municipalities together, place empty.

        Parameters
        ----------
        members
            Codes. Those without a forecast are left out of every year.

        Notes
        -----
        Limits from the errors that municipalities share and those of their own, see
        `impact.planning.pupils.total_deviation`.
        """
        from impact.overviews.pupils.totals import region_rows

        return region_rows(self, members)
