"""The abridged life table of each group, from deaths and persons by age band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import numbers, refuse, require, row_faults
from impact.indicators.counts import read_counts
from impact.indicators.group_rows import group_reasons, group_rows
from impact.indicators.standardisation.band_sequence import band_sequence

FEWEST_PERSONS = 5000
BORN = 100_000
INFANT_FRACTION = 0.1
ADDED = ("age", "band", "width", "deaths", "persons", "expectancy", "standard_error")


@dataclass(frozen=True, slots=True)
class LifeTables:
    """Life tables of all groups; arrays of shape (groups, bands), NaN after a group's last band.

    Parameters
    ----------
    groups
        One row a group: the columns that name it, in order of first appearance.
    rows
        Position of each band's row in the table given, -1 after the last band.
    start, width
        First age and width of each band in years; the open band is infinitely wide.
    deaths, persons
        Counts, persons in person-years.
    dying
        Probability of dying in the band for those who reach it.
    survivors
        Share of those who entered the first band and reach this one.
    years
        Years lived in the band by one who entered the first band.
    expectancy, error
        Years left on reaching the band, and their standard error.
    reason
        Shape (groups,): why the group has no table, or empty.
    """

    groups: pd.DataFrame
    rows: np.ndarray
    start: np.ndarray
    width: np.ndarray
    deaths: np.ndarray
    persons: np.ndarray
    dying: np.ndarray
    survivors: np.ndarray
    years: np.ndarray
    expectancy: np.ndarray
    error: np.ndarray
    reason: np.ndarray


def life_table(
    frame: pd.DataFrame,
    *,
    deaths: str = "deaths",
    persons: str = "persons",
    band: str = "band",
    by: str | Sequence[str] | None = None,
    fraction: str | None = None,
    fewest_persons: float = FEWEST_PERSONS,
    status: str = "status",
) -> pd.DataFrame:
    """Return the abridged life table of each group, one row an age band.

    Parameters
    ----------
    frame
        One row a group and age band, in any order. Not changed.
    deaths, persons
        Columns: deaths, and persons or person-years lived (several years pooled), in the band.
    band
        Column of labels `age_bands` reads ("0", "1-4", "85+"; groups may differ), or of numbers:
        the first age of each band, the same in every group, the last band open.
    by
        Columns that name a group; None: the whole table is one group.
    fraction
        Column: the share of the band that those who die in it have lived through on average
        (Chiang's a). None: 0.1 in the first year of life and 0.5 in every other band. A first
        band "0-4" then has 0.5, which moves expectancy at birth by less than 0.01 years at an
        infant mortality of 0.3 per cent.
    fewest_persons
        Groups with this many person-years or fewer get no table.
    status
        Column, used when present: suppressed, missing and not_applicable rows are unknown.

    Returns
    -------
    DataFrame
        One row a group and band, bands in ascending order: the group's columns, `band`, `age`
        (first age), `width` (years), `deaths`, `persons`, `death_rate`, `death_probability`,
        `survivors` (of 100,000 who entered the first band), `table_deaths`, `years_lived`,
        `years_left` (by all survivors), `expectancy`, `standard_error` (years) and `reason`:
        empty, suppressed, missing, not_applicable, no_persons (a band has nobody),
        deaths_exceed_persons (in some band), few_persons, no_deaths_in_open_band (the years
        lived there cannot be known), no_survivors (nobody reaches the band).

    Raises
    ------
    InvalidInput
        With all bands that occur twice, overlap or leave a gap, tables whose last band is not
        open, negative counts, deaths among no persons and fractions that are not between 0 and 1.

    Notes
    -----
    M = d/p; q = n M / (1 + (1 - a) n M), never above 1 and 1 in the open band; l+ = l (1 - q);
    L = n (l+ + a (l - l+)), in the open band l/M; e = sum of L from the band on / l.
    Var(q) = q^2 (1 - q) / d, 0 without deaths; Var(e) = sum of l^2 ((1 - a) n + e+)^2 Var(q) over
    the bands from this one on, plus l^2 / (d M^2) for the open band, all divided by the band's
    own l^2. A band without deaths adds no variance, so limits are too narrow where deaths are
    few; hence `fewest_persons`.

    References
    ----------
    Chiang (1984), The Life Table and its Applications; Silcocks, Jenner and Reza (2001), Journal
    of Epidemiology and Community Health 55, 38-43; Eayres and Williams (2004), Journal of
    Epidemiology and Community Health 58, 243-249.
    """
    tables = read_life_tables(
        frame,
        deaths=deaths,
        persons=persons,
        band=band,
        by=by,
        fraction=fraction,
        fewest_persons=fewest_persons,
        status=status,
    )
    group, column = np.nonzero(tables.rows >= 0)
    gone = (tables.reason[group] == "") & (tables.survivors[group, column] == 0)
    out = tables.groups.iloc[group].reset_index(drop=True)
    out = out.assign(band=frame[band].iloc[tables.rows[group, column]].to_numpy())
    return out.assign(
        **{name: values[group, column] for name, values in _columns(tables).items()},
        reason=pd.array(np.where(gone, "no_survivors", tables.reason[group]), dtype="str"),
    )


def _columns(tables: LifeTables) -> dict[str, np.ndarray]:
    left = np.where(tables.survivors == 0, 0.0, tables.survivors * tables.expectancy)
    return {
        "age": tables.start,
        "width": tables.width,
        "deaths": tables.deaths,
        "persons": tables.persons,
        "death_rate": tables.deaths / np.where(tables.persons > 0, tables.persons, np.nan),
        "death_probability": tables.dying,
        "survivors": tables.survivors * BORN,
        "table_deaths": tables.survivors * tables.dying * BORN,
        "years_lived": tables.years * BORN,
        "years_left": left * BORN,
        "expectancy": tables.expectancy,
        "standard_error": tables.error,
    }


def read_life_tables(
    frame: pd.DataFrame,
    *,
    deaths: str,
    persons: str,
    band: str,
    by: str | Sequence[str] | None,
    fraction: str | None,
    fewest_persons: float,
    status: str,
) -> LifeTables:
    """Check deaths and persons by age band and calculate all groups' life tables at once.

    Parameters, errors and formulas as for `life_table`.
    """
    require(frame, [deaths, persons, band, fraction], "life_table")
    counts = read_counts(
        frame, numerator=deaths, denominator=persons, status=status, function="life_table"
    )
    codes, groups = group_rows(frame, by, ADDED)
    start, end, rows = band_sequence(frame, band, codes, groups)
    refuse("fractions that cannot be", _fraction_faults(frame, fraction, end))
    shares = np.full(len(frame), 0.5) if fraction is None else numbers(frame, fraction)
    if fraction is None:
        shares[(start == 0) & (end == 1)] = INFANT_FRACTION
    held = rows >= 0
    starts, widths, died, lived, lived_share = (
        np.where(held, values[rows], np.nan)
        for values in (start, end - start, counts.events, counts.total, shares)
    )
    reason = _withheld(counts.reason, codes, held, widths, died, lived, fewest_persons)
    known = (reason == "")[:, None]
    d, p = np.where(known, died, np.nan), np.where(known, lived, np.nan)
    columns = _calculate(d, p, widths, lived_share)
    return LifeTables(groups, rows, starts, widths, died, lived, *columns, reason)


def _calculate(
    deaths: np.ndarray, persons: np.ndarray, width: np.ndarray, share: np.ndarray
) -> tuple[np.ndarray, ...]:
    unknown = np.isnan(persons)
    last = np.isinf(width)
    n = np.where(last, 0.0, width)
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = deaths / persons
        q = np.where(last, 1.0, np.minimum(n * rate / (1 + (1 - share) * n * rate), 1.0))
        staying = np.cumprod(np.where(unknown, 0.0, 1 - q), axis=1)
        survivors = np.hstack([np.ones((len(q), 1)), staying[:, :-1]])
        years = np.where(last, survivors / rate, n * survivors * (1 - (1 - share) * q))
        years = np.where(unknown, 0.0, years)
        expectancy = _from_here_on(years) / np.where(survivors > 0, survivors, np.nan)
        after = np.hstack([expectancy[:, 1:], np.full((len(q), 1), np.nan)])
        spread = np.where((deaths > 0) & (q < 1), q**2 * (1 - q) / deaths, 0.0)
        moved = survivors**2 * ((1 - share) * n + after) ** 2 * spread
        moved = np.where((spread > 0) & (survivors > 0), moved, 0.0)
        moved = np.where(last, survivors**2 / (deaths * rate**2), moved)
        moved = np.where(unknown, 0.0, moved)
        error = np.sqrt(_from_here_on(moved)) / np.where(survivors > 0, survivors, np.nan)
    found = (q, survivors, years, expectancy, error)
    return tuple(np.where(unknown, np.nan, values) for values in found)


def _from_here_on(values: np.ndarray) -> np.ndarray:
    return np.cumsum(values[:, ::-1], axis=1)[:, ::-1]


def _withheld(
    row_reason: np.ndarray,
    codes: np.ndarray,
    held: np.ndarray,
    width: np.ndarray,
    deaths: np.ndarray,
    persons: np.ndarray,
    fewest_persons: float,
) -> np.ndarray:
    size = len(held)
    unknown = group_reasons(row_reason, codes, size)
    nobody = np.zeros(size, dtype=bool)
    nobody[codes[row_reason == "no_persons"]] = True
    return np.select(
        [
            unknown != "",
            nobody,
            (deaths > persons).any(axis=1),
            np.nansum(persons, axis=1) <= fewest_persons,
            (np.isinf(width) & (deaths == 0)).any(axis=1),
        ],
        [unknown, "no_persons", "deaths_exceed_persons", "few_persons", "no_deaths_in_open_band"],
        default="",
    )


def _fraction_faults(frame: pd.DataFrame, fraction: str | None, end: np.ndarray) -> list[Fault]:
    if fraction is None:
        return []
    share = numbers(frame, fraction)
    wrong = ~((share > 0) & (share < 1)) & np.isfinite(end)
    return row_faults(frame, wrong, fraction, "is not between 0 and 1.")
