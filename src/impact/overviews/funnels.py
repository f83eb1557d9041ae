"""Shares of persons by the number of persons, with what chance alone would give."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from impact import indicators
from impact.overviews.model import Overview
from impact.overviews.rounding import to_decimals, to_steps

FEWEST_PLACES = 20
CURVE_STEPS = 120
SMALLEST = 0.8
DISPERSION_DECIMALS = 1
"""As shown."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class FunnelFigures:
    """One indicator's figures of a year by number of people.

    Parameters
    ----------
    indicator, year
        What it is about.
    reference
        The country's figure all are held against, in per cent.
    dispersion
        Variation between municipalities over what chance alone gives, one decimal.
    table
        One row a municipality: `place, people, value, position` (within, outside_chance,
        outside_usual).
    curves
        `people, chance_low, chance_high, usual_low, usual_high`, in per cent.
    """

    indicator: str
    year: int
    reference: float
    dispersion: float
    table: pd.DataFrame
    curves: pd.DataFrame


def shares_of_persons(figures: Overview) -> tuple[str, ...]:
    """Return the compared indicators that are shares of a known number of persons."""
    known = set(figures.latest.loc[figures.latest["basis"] == "binomial", "indicator"])
    return tuple(one.id for one in figures.indicators if one.id in known and one.area != "context")


@lru_cache(maxsize=4)
def funnel_figures(figures: Overview) -> dict[str, FunnelFigures]:
    """Return a funnel of the newest year with figures for every share of persons.

    Made once for an overview; do not change what is returned.

    Parameters
    ----------
    figures
        The country's overview. Persons are fewer than counted where the share moves more from
        year to year than their number explains, as in the intervals of the overview.

    Notes
    -----
    Every figure is held against the country's, as in the comparison. Limits: 95 % of
    `impact.indicators.funnel`, plain (chance) and with overdispersion added (usual). An
    indicator with fewer than 20 municipalities has no funnel.
    """
    made = {name: _funnel(figures, name) for name in shares_of_persons(figures)}
    return {name: funnel for name, funnel in made.items() if funnel is not None}


def _funnel(figures: Overview, indicator: str) -> FunnelFigures | None:
    latest = figures.latest
    mine = latest[(latest["indicator"] == indicator) & (latest["basis"] == "binomial")]
    year = int(mine["year"].max())
    mine = mine[mine["year"] == year].dropna(subset=["value", "effective_persons"])
    reference = float(mine["country_median"].iloc[0]) if len(mine) else np.nan
    if len(mine) < FEWEST_PLACES or not np.isfinite(reference):
        return None
    held = indicators.funnel(
        mine.assign(numerator=mine["value"] / 100 * mine["effective_persons"]),
        denominator="effective_persons",
        target=reference,
        multiplier=100,
        confidence=0.95,
    )
    inflation = float(to_steps((mine["denominator"] / mine["effective_persons"]).iloc[0]))
    return FunnelFigures(
        indicator=indicator,
        year=year,
        reference=reference,
        dispersion=float(to_decimals(held["dispersion"].iloc[0], DISPERSION_DECIMALS)),
        table=_table(held, mine["denominator"]),
        curves=_curves(held, inflation),
    )


def _table(held: pd.DataFrame, people: pd.Series) -> pd.DataFrame:
    outside_chance = held["class"] != "within"
    outside_usual = held["adjusted_class"] != "within"
    position = np.select(
        [outside_usual & outside_chance, outside_chance],
        ["outside_usual", "outside_chance"],
        "within",
    )
    return pd.DataFrame(
        {
            "place": held["place"].to_numpy(),
            "people": people.to_numpy(),
            "value": held["value"].to_numpy(),
            "position": position,
        }
    )


def _curves(held: pd.DataFrame, inflation: float) -> pd.DataFrame:
    """Curves from somewhat below the smallest municipality to beyond the largest.

    Where they end is rounded outwards, and so is the spread between municipalities, so that the
    curves stay as they are when a figure of one municipality does not change what is drawn.
    """
    ends = held.iloc[:2].assign(
        size=_outwards(SMALLEST * held["size"].min(), held["size"].max()),
        between=to_steps(held["between"].iloc[0]),
    )
    lines = indicators.funnel_lines(ends, confidence=0.95, multiplier=100, steps=CURVE_STEPS)
    names = {
        "lower": "chance_low",
        "upper": "chance_high",
        "adjusted_lower": "usual_low",
        "adjusted_upper": "usual_high",
    }
    kept = lines[lines["size"] >= ends["size"].min()]
    return kept.assign(people=kept["size"] * inflation)[["people", *names]].rename(columns=names)


def _outwards(low: float, high: float) -> list[float]:
    """Return two numbers with two significant digits, the first rounded down, the second up."""
    unit = 10.0 ** np.floor(np.log10([low, high]) - 1)
    return [float(np.floor(low / unit[0]) * unit[0]), float(np.ceil(high / unit[1]) * unit[1])]
