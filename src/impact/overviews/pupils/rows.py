"""Counted and forecast pupils as rows: place by place, grade by grade, year by year."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from impact.overviews.pupils.cohorts import Cohorts
from impact.overviews.pupils.model import COUNTED, FRAME_COLUMNS
from impact.planning.pupils import CENTRAL, SCENARIOS, Rolling, Spread

TINY = 1e-9


def forecast_rows(
    cohorts: Cohorts,
    rolling: Rolling,
    parts: dict[Any, list[int]],
    spreads: dict[Any, Spread],
) -> pd.DataFrame:
    """Return counted and forecast rows of grades or groups, with the columns of a frame.

    Parameters
    ----------
    cohorts
        The counts.
    rolling
        Forecasts of every year; the last one is shown.
    parts
        Positions of the grades of every part, by the name it gets in the second column.
    spreads
        Of the central forecast, by the same names.
    """
    origin = int(cohorts.years[-1])
    blocks = []
    for name, columns in parts.items():
        counted = cohorts.counts[..., columns].sum(axis=-1)
        blocks.append(_block(cohorts, name, cohorts.years, COUNTED, counted, origin))
        ahead = origin + 1 + np.arange(rolling.outcomes.shape[2])
        begun = min(columns)
        for scenario in SCENARIOS:
            values = rolling.forecasts[scenario][-1][..., columns].sum(axis=-1)
            block = _block(cohorts, name, ahead, scenario, values, origin)
            block["beginners"] = block["horizon"] > begun
            if scenario == CENTRAL:
                spread = spreads[name]
                lower, upper = whole_persons(*spread.limits(values))
                block["lower"], block["upper"] = lower.ravel(), upper.ravel()
                block["extended"] = np.tile(spread.extended, len(cohorts.places))
            blocks.append(block)
    table = pd.DataFrame(
        {column: np.concatenate([block[column] for block in blocks]) for column in FRAME_COLUMNS}
    )
    return table[np.isfinite(table["pupils"])].reset_index(drop=True)


def whole_persons(lower: np.ndarray, upper: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return limits as whole persons, outwards.

    They come from the errors of all municipalities; whole persons do not move when one of those
    figures is corrected, unless a reader could see it.
    """
    return np.floor(lower + TINY), np.ceil(upper - TINY)


def _block(
    cohorts: Cohorts, name: Any, years: np.ndarray, scenario: str, values: np.ndarray, origin: int
) -> dict[str, np.ndarray]:
    rows = values.size
    year = np.tile(years, len(cohorts.places)).astype(int)
    return {
        "place": np.repeat(np.array(cohorts.places, dtype=object), len(years)),
        "grade": np.full(rows, name, dtype=object if isinstance(name, str) else int),
        "year": year,
        "horizon": year - origin,
        "scenario": np.full(rows, scenario, dtype=object),
        "pupils": values.ravel(),
        "lower": np.full(rows, np.nan),
        "upper": np.full(rows, np.nan),
        "extended": np.zeros(rows, dtype=bool),
        "beginners": np.zeros(rows, dtype=bool),
    }
