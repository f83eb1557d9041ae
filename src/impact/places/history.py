"""Values over code changes: renumbering carries on, mergers add up, splits break the series."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.places import changes, register

AGGREGATIONS = ("sum", "rate", "none")
CELL = ["place", "indicator", "year", "group"]
BREAK_COLUMNS = ["place", "indicator", "year", "reason"]
REASONS = {"part": "merged", "split": "split", "stray": "other_borders"}
SUMMED = ["value", "numerator", "denominator", "_weighted"]
STATUS_ORDER = ("ok", "simulated", "provisional", "not_applicable", "missing", "suppressed")


def events(country: str) -> pd.DataFrame:
    """Return the code changes of a country.

    Parameters
    ----------
    country
        ``FI``, ``NO`` or ``SE``.

    Returns
    -------
    pandas.DataFrame
        Columns date, kind (renumber, merge, split, transfer), old, old_name, new, new_name,
        weight (share of the old unit; NaN when not known). In Norway ``new`` is always the code
        of today; in Finland it is the nearest successor.
    """
    columns = ["date", "kind", "old", "old_name", "new", "new_name", "weight"]
    rows = [[getattr(one, column) for column in columns] for one in changes.changes(country)]
    return pd.DataFrame(rows, columns=columns).astype({"weight": "float64"})


def is_current(values: pd.DataFrame, *, borders: int | None = None) -> bool:
    """Say whether every row already stands under a code of today with today's borders."""
    return _fates(values, borders) is None


def under_current_codes(
    values: pd.DataFrame, *, indicators: Mapping[str, str], borders: int | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the same figures under the municipality codes of today, and the breaks this makes.

    Parameters
    ----------
    values
        Table of values with columns place, indicator, year, group, value, numerator,
        denominator, lower, upper, status (others are carried along). Rows of regions and
        countries pass unchanged.
    indicators
        How each indicator adds up over municipalities: ``sum`` (counts), ``rate`` (numerator
        over denominator) or ``none``. An indicator not named is treated as ``none``.
    borders
        Year whose municipalities the whole table is drawn up for, when the producer counted
        back (Sotkanet of 2013: 2013). None means each year stands under the codes of that year.

    Returns
    -------
    tuple of pandas.DataFrame
        The values, and the breaks (place, indicator, year = first year of the unbroken series,
        reason = merged, split or other_borders).

    Raises
    ------
    InvalidInput
        A code neither is nor was a municipality, or an aggregation has another name.

    Notes
    -----
    For a municipality of today and a year, its parts are the codes then in force on its area.
    One part: the value is carried over. A part that was later divided, or gave an area away: no
    value. Several parts:
    a count is the sum over all parts, and missing (or suppressed) as soon as one part is; a rate
    is multiplier x sum(numerator) / sum(denominator) when every part has both; a mean published
    with its denominator only (points, pupils) is sum(value x denominator) / sum(denominator);
    anything else has no value. Where a value is withheld, a break is declared. A row under a code
    not in force that year is used only when the area had one code, so that it can be nothing but
    the same figure twice; it never replaces a row under the code in force.
    """
    _check(values, indicators)
    known = _fates(values, borders)
    if known is None:
        return values.copy(), pd.DataFrame(columns=BREAK_COLUMNS)
    rows = values.copy()
    rows["_border"] = rows["year"].astype("int64").clip(lower=borders or 0)
    rows["_row"] = np.arange(len(rows))
    rows = rows.merge(known, on=["place", "_border"], how="left")
    rows["_case"] = rows["_case"].fillna("direct")
    rows["_now"] = rows["_now"].fillna(rows["place"])
    direct = _direct(rows)
    merged, withheld = _merged(rows[rows["_case"] == "part"], indicators)
    withheld = pd.concat([withheld, rows[rows["_case"].isin(["split", "stray"])]])
    kept = pd.concat([direct, merged], ignore_index=True).sort_values("_row", kind="stable")
    return kept[list(values.columns)].reset_index(drop=True), _breaks(withheld, kept)


def _check(values: pd.DataFrame, indicators: Mapping[str, str]) -> None:
    faults = [
        Fault(name, f"aggregation '{how}' is not one of {', '.join(AGGREGATIONS)}.")
        for name, how in indicators.items()
        if how not in AGGREGATIONS
    ]
    for code in values["place"].unique():
        if not register.is_known(code) and not changes.is_former(code):
            faults.append(Fault(code, "is not and never was a municipality in data/places.csv."))
    if faults:
        raise InvalidInput("the table cannot be put under today's codes:", faults)


def _fates(values: pd.DataFrame, borders: int | None) -> pd.DataFrame | None:
    """What becomes of every (code, year) of the table; None when all rows stay as they are."""
    if not any(changes.has_changed(code) for code in values["place"].unique()):
        return None
    pairs = pd.DataFrame(
        {"place": values["place"], "_border": values["year"].astype("int64")}
    ).drop_duplicates()
    pairs["_border"] = pairs["_border"].clip(lower=borders or 0)
    rows = [
        row
        for code, year in pairs.drop_duplicates().itertuples(index=False)
        if register.level_of(code) == "municipality"
        for row in _fate(code, int(year))
    ]
    if all(code == now and case == "direct" for code, _, now, *_, case in rows):
        return None
    columns = ["place", "_border", "_now", "_parts", "_whole_since", "_case"]
    return pd.DataFrame(rows, columns=columns)


def _fate(code: str, year: int) -> list[tuple[str, int, str, int, int, str]]:
    """Today's codes on the area of a code, and what kind of row its figures are for them."""
    return [
        (code, year, now, len(changes.parts(now, year)), changes.whole_since(now), case)
        for now in sorted(changes.successors(code, year))
        for case in [_case(code, year, changes.parts(now, year))]
    ]


def _case(code: str, year: int, parts: frozenset[str]) -> str:
    if any(changes.is_divided(one, year) for one in {code, *parts}):
        return "split"
    if len(parts) > 1:
        return "part" if code in parts else "stray"
    return "direct" if code in parts else "double"


def _direct(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows that keep their value; of two codes for one area the one in force that year."""
    carried = rows[rows["_case"].isin(["direct", "double"])].copy()
    carried["_second"] = carried["_case"] == "double"
    carried["place"] = carried["_now"]
    carried = carried.sort_values(["_second", "_row"], kind="stable")
    return carried.drop_duplicates(CELL).drop(columns="_second")


def _merged(rows: pd.DataFrame, indicators: Mapping[str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One row for each merged area and cell, and the cells that no rule can fill."""
    if rows.empty:
        return rows, rows
    rows = rows.drop_duplicates([*CELL, "_now"]).assign(
        place=rows["_now"],
        _how=rows["indicator"].map(dict(indicators)).fillna("none"),
        _weighted=rows["value"] * rows["denominator"],
        _rank=rows["status"].map({status: rank for rank, status in enumerate(STATUS_ORDER)}),
    )
    cells = rows.groupby(CELL, sort=False)
    table, sums, known = cells.first(), cells[SUMMED].sum(), cells[SUMMED].count()
    whole = table["_parts"].astype("int64")
    full = known.eq(whole, axis=0)
    incomplete = cells.size() < whole
    table["status"] = _joint_status(cells["_rank"].max(), incomplete)
    counts = table["_how"] == "sum"
    rates = (table["_how"] == "rate") & full["denominator"] & (sums["denominator"] > 0)
    ratios, means = rates & full["numerator"], rates & full["_weighted"]
    table["value"] = np.select(
        [counts & full["value"], ratios, means],
        [
            sums["value"],
            _multiplier(rows, table.index) * sums["numerator"] / sums["denominator"],
            sums["_weighted"] / sums["denominator"],
        ],
        np.nan,
    )
    for column in ("numerator", "denominator"):
        table[column] = sums[column].where(full[column])
    table[["lower", "upper"]] = np.nan
    filled = (counts | ratios | means).to_numpy()
    table = table.reset_index()
    return table[filled], table[~filled]


def _joint_status(worst: pd.Series, incomplete: pd.Series) -> pd.Series:
    """The worst status of the parts; at least missing when a part has no row at all."""
    worst = worst.where(~incomplete, worst.clip(lower=STATUS_ORDER.index("missing")))
    return worst.map(dict(enumerate(STATUS_ORDER)))


def _multiplier(rows: pd.DataFrame, cells: pd.Index) -> np.ndarray:
    """100 for percent, 1000 for per thousand: value x denominator / numerator by indicator."""
    usable = rows[(rows["numerator"] > 0) & (rows["value"] > 0)]
    ratio = usable["_weighted"] / usable["numerator"]
    typical = 10.0 ** np.log10(ratio.groupby(usable["indicator"]).median()).round()
    return typical.reindex(cells.get_level_values("indicator")).fillna(1.0).to_numpy()


def _breaks(withheld: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    if withheld.empty:
        return pd.DataFrame(columns=BREAK_COLUMNS)
    table = withheld.assign(
        place=withheld["_now"],
        year=withheld["_whole_since"].astype("int64"),
        reason=withheld["_case"].map(REASONS),
    )
    filled = pd.MultiIndex.from_frame(kept[CELL])
    cells = pd.MultiIndex.from_arrays(
        [withheld["_now"], withheld["indicator"], withheld["year"], withheld["group"]]
    )
    table = table[~cells.isin(filled)]
    table = table.sort_values(BREAK_COLUMNS).drop_duplicates(["place", "indicator", "year"])
    return table[BREAK_COLUMNS].reset_index(drop=True)
