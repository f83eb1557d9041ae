"""Wanted places by home and programme: leavers, what they choose, what they may enter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from impact.overviews.capacities.cohorts import YoungPeople
from impact.overviews.capacities.model import DEMAND_COLUMNS
from impact.overviews.capacities.simulated import eligible_shares
from impact.overviews.capacities.tables import CapacityTables
from impact.planning.capacity.demand import demand, demand_draws, transition_shares
from impact.planning.capacity.eligibility import Eligible, apply_eligibility
from impact.planning.capacity.matrices import first_choices
from impact.planning.capacity.programmes import programme

Floats = npt.NDArray[np.float64]
LOW, HIGH = 10, 90
"""Percentiles of the limits: 80 per cent of the scenarios lie between them."""


@dataclass(frozen=True, slots=True, eq=False)
class Demand:
    """What young people want in the year planned for, after the rule of entry.

    Parameters
    ----------
    year
        The year planned for.
    counts
        First choices of the newest year, rows homes and columns programmes.
    starting
        First choices of the newest year for each one who left grade 9 then.
    eligible
        Wanted places that may be entered, and those who may enter nothing.
    draws
        Scenarios of the same, shape (draws, homes, programmes).
    entry
        What wishes become when only those who are eligible may enter.
    """

    year: int
    counts: pd.DataFrame
    starting: float
    eligible: Eligible
    draws: Floats
    entry: Callable[[pd.DataFrame], Eligible]

    @property
    def wanted(self) -> pd.DataFrame:
        """Wanted places that may be entered, rows homes and columns programmes."""
        return self.eligible.demand

    @property
    def kinds(self) -> dict[str, str]:
        """Kind of each programme."""
        return {code: programme(code).kind for code in self.counts.columns}

    def limits(self) -> pd.DataFrame:
        """Return the 80 per cent limits of each programme's demand over the scenarios."""
        totals = self.draws.sum(axis=1)
        low, high = np.percentile(totals, [LOW, HIGH], axis=0)
        return pd.DataFrame({"lower": low, "upper": high}, index=self.counts.columns)

    def table(self, status: str) -> pd.DataFrame:
        """Return it as `home, programme, year, pupils, status`."""
        long = self.wanted.rename_axis(index="home", columns="programme").stack()
        rows = long.rename("pupils").reset_index().assign(year=self.year, status=status)
        return rows[rows["pupils"] > 0].reset_index(drop=True)[DEMAND_COLUMNS]


def capacity_demand(study: Any, tables: CapacityTables, young: YoungPeople) -> Demand:
    """Return what young people of the study's municipalities want.

    Parameters
    ----------
    study
        A capacity study.
    tables
        Applicants.
    young
        Who leaves grade 9.

    Returns
    -------
    Demand

    Notes
    -----
    Pupils who leave grade 9 times first choices per leaver times the shares of programmes, which
    are drawn towards those of the whole area; a home of which no applicants are known takes these,
    and begins as the others do. Of a home's wishes at most the eligible share may be
    of national programmes, and of preparatory ones at most that share times `preparatory`.
    """
    counts = counts_of(study, tables)
    starting = starting_of(counts, young.of(tables.year))
    shares = transition_shares(counts, study.assumptions.shrinkage)
    wanted = demand(young.of(study.planned_year), shares, starting=starting)
    drawn = demand_draws(
        young.draws,
        counts,
        seed=study.scenarios.seed,
        shrinkage=study.assumptions.shrinkage,
        starting=starting,
    )
    entry = rule_of_entry(study)
    return Demand(
        year=study.planned_year,
        counts=counts,
        starting=starting,
        eligible=entry(wanted),
        draws=np.stack([_entered_draw(entry, counts, one) for one in drawn]),
        entry=entry,
    )


def starting_of(counts: pd.DataFrame, leavers: pd.Series) -> float:
    """Return first choices for each one who left grade 9, of the homes whose choices are known.

    Parameters
    ----------
    counts
        First choices, rows homes and columns programmes.
    leavers
        Who left grade 9, by home.
    """
    known = counts.sum(axis=1) > 0
    left = float(leavers.reindex(counts.index)[known].sum())
    return float(counts.to_numpy().sum()) / left if left > 0 else 1.0


def counts_of(study: Any, tables: CapacityTables) -> pd.DataFrame:
    """Return first choices of the newest year, all homes and all programmes that occur.

    Notes
    -----
    Where neither places nor applicants name an introductory programme, those who may enter
    nothing else are told apart as not eligible.
    """
    codes = sorted({*tables.places["programme"], *tables.applicants["programme"]})
    found = first_choices(tables.applicants, tables.year, programmes=codes)
    return found.reindex(list(study.places)).fillna(0.0)


def rule_of_entry(study: Any) -> Callable[[pd.DataFrame], Eligible]:
    """Return what wishes become when only those who are eligible may enter."""
    vocational = pd.Series(eligible_shares(study)) / 100
    preparatory = vocational * study.eligibility.preparatory

    def entry(wanted: pd.DataFrame) -> Eligible:
        kinds = {code: programme(code).kind for code in wanted.columns}
        return apply_eligibility(wanted, kinds, vocational=vocational, preparatory=preparatory)

    return entry


def _entered_draw(
    entry: Callable[[pd.DataFrame], Eligible], counts: pd.DataFrame, draw: Floats
) -> Floats:
    table = pd.DataFrame(draw, index=counts.index, columns=counts.columns)
    return entry(table).demand.to_numpy(dtype=float)
