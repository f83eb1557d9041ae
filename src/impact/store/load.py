"""Read figures: the newest vintage of every cell, under the municipality codes of today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd
import pyarrow.parquet as parquet

from impact.errors import DamagedSnapshot, NoFigures, UnknownName
from impact.places import history, register
from impact.store import snapshot as store_snapshot
from impact.store.snapshot import MEND, VALUES, Snapshot
from impact.store.table import CELL, COLUMNS, empty, normal

LEVELS = ("municipality", "region", "country", "all")
CODES = ("current", "published")
SAME_SCALE = (0.5, 2.0)


@dataclass(frozen=True, slots=True)
class _Content:
    """One snapshot in memory: a table for each indicator, and breaks from code changes."""

    tables: Mapping[str, pd.DataFrame]
    breaks: pd.DataFrame


def load(
    indicators: str | Iterable[str] | None = None,
    *,
    country: str | None = None,
    places: str | Iterable[str] | None = None,
    years: Iterable[int] | None = None,
    groups: Iterable[str] | None = ("total",),
    level: str = "municipality",
    codes: str = "current",
    snapshots: Sequence[Snapshot] | Path | str | None = None,
) -> pd.DataFrame:
    """Return figures as one table of values.

    Parameters
    ----------
    indicators
        Ids; all when None. An indicator of the catalogue without figures gives no rows.
    country
        ``FI``, ``NO`` or ``SE``; all when None.
    places
        Codes; all of the level when None. Named places are returned whatever their level.
    years, groups
        Years and groups; all when None. Groups are ``("total",)`` unless said otherwise.
    level
        ``municipality``, ``region``, ``country`` (the producer's own figures for them) or ``all``.
    codes
        ``current`` puts figures under the codes of today (see
        `impact.places.history.under_current_codes`), ``published`` leaves those of the producer.
    snapshots
        Snapshots to read, or their folder; all of the project when None.

    Returns
    -------
    pandas.DataFrame
        A new table with columns `impact.store.COLUMNS`, in the order the indicators were named
        (else by id), then by place, group and year. Rows that only have a status (missing,
        suppressed) are there too.

    Raises
    ------
    UnknownName
        An indicator, place or country is unknown; the nearest are named.
    DamagedSnapshot
        A file is missing or altered; the snapshot is named.

    Notes
    -----
    Of several snapshots the newest vintage wins cell by cell. Scale guard: where a newer
    snapshot of an indicator overlaps an older one and the median of new/old over overlapping
    non-zero cells is outside 0.5 to 2, the producer has changed its scale; then only the newest
    snapshot of that indicator is used.
    """
    available = chosen(snapshots)
    wanted, named = _listed(indicators), _listed(places)
    _check(available, wanted, country, level, codes)
    for code in named or ():
        register.name_of(code, "en")
    if country is not None:
        available = tuple(one for one in available if country in one.countries)
    if wanted is None:
        wanted = sorted({name for one in available for name in one.indicators})
    tables = []
    for indicator in wanted:
        found = _newest(available, indicator, codes)
        if found is not None:
            tables.append(_selected(found, country, named, years, groups, level))
    tables = [table for table in tables if len(table)]
    if not tables:
        return empty()
    return pd.concat(tables, ignore_index=True)


def border_breaks(
    country: str | None = None, *, snapshots: Sequence[Snapshot] | Path | str | None = None
) -> pd.DataFrame:
    """Return where a municipality's series has no value before a merger or split.

    Parameters
    ----------
    country
        ``FI``, ``NO`` or ``SE``; all when None.
    snapshots
        Snapshots to read, or their folder; all of the project when None.

    Returns
    -------
    pandas.DataFrame
        Columns place, indicator, year (first year of the unbroken series) and reason (merged,
        split, other_borders), for what `load` returns with codes of today.
    """
    if country is not None:
        register.places(country)
    found = [
        _content(one, "current").breaks
        for one in chosen(snapshots)
        if one.indicators and country in (None, *one.countries)
    ]
    table = pd.concat([pd.DataFrame(columns=history.BREAK_COLUMNS), *found], ignore_index=True)
    if country is not None:
        table = table[table["place"].str.startswith(f"{country}-")]
    table = table.sort_values(history.BREAK_COLUMNS).drop_duplicates(["place", "indicator"])
    return table.reset_index(drop=True)


def table_of(snapshot: Snapshot, name: str) -> pd.DataFrame:
    """Return one of a snapshot's tables as it is in the file.

    Raises
    ------
    DamagedSnapshot
        The file is missing, altered or not a table.
    """
    path = snapshot.path(name)
    try:
        return parquet.read_table(path).to_pandas()
    except (OSError, ValueError) as error:
        raise DamagedSnapshot(
            f"snapshot '{snapshot.id}': {name} cannot be read ({error}). {MEND}"
        ) from error


def same_scale(newer: pd.DataFrame, older: pd.DataFrame) -> bool:
    """Say whether two tables of one indicator are on one scale (True when nothing overlaps)."""
    both = newer.merge(older, on=CELL, suffixes=("", "_older"))
    both = both[(both["value"] != 0) & (both["value_older"] != 0)]
    ratio = (both["value"] / both["value_older"]).median()
    lowest, highest = SAME_SCALE
    return bool(pd.isna(ratio) or lowest <= ratio <= highest)


def content(snapshot: Snapshot, codes: str) -> Mapping[str, pd.DataFrame]:
    """Return a snapshot's table for each indicator. Shared memory: copy before changing."""
    return _content(snapshot, codes).tables


def chosen(named: Sequence[Snapshot] | Path | str | None) -> tuple[Snapshot, ...]:
    """Return snapshots, those of a folder or those of the project, the oldest vintage first."""
    if named is None or isinstance(named, (str, Path)):
        return store_snapshot.snapshots(named)
    return tuple(sorted(named, key=lambda one: (one.vintage, one.id)))


def _newest(found: Sequence[Snapshot], indicator: str, codes: str) -> pd.DataFrame | None:
    """One table of an indicator: newest vintage first, guarded against changed scales."""
    holding = [one for one in reversed(found) if indicator in one.indicators]
    return _joined(tuple((one, _changed(one)) for one in holding), indicator, codes)


@lru_cache(maxsize=4096)
def _joined(
    holding: tuple[tuple[Snapshot, int], ...], indicator: str, codes: str
) -> pd.DataFrame | None:
    result: pd.DataFrame | None = None
    for snapshot, changed in holding:
        older = _read(snapshot, changed, codes).tables.get(indicator)
        if older is None:  # nothing of it is left under today's codes
            continue
        if result is None:
            result = older
        elif same_scale(result, older):
            joined = pd.concat([result, older], ignore_index=True).drop_duplicates(CELL)
            result = joined.sort_values(["place", "group", "year"], ignore_index=True)
        else:
            break
    return result


def _selected(
    table: pd.DataFrame,
    country: str | None,
    named: list[str] | None,
    years: Iterable[int] | None,
    groups: Iterable[str] | None,
    level: str,
) -> pd.DataFrame:
    keep = pd.Series(True, index=table.index)
    if groups is not None:
        keep &= table["group"].isin(list(groups))
    if years is not None:
        keep &= table["year"].isin(list(years))
    if named is not None:
        keep &= table["place"].isin(named)
    elif level != "all":
        keep &= table["place"].str.len().isin(_CODE_LENGTHS[level])
    if country is not None:
        keep &= table["place"].str.startswith(country)
    return table[keep]


_CODE_LENGTHS = {"country": (2,), "region": (5,), "municipality": (6, 7)}


def _content(snapshot: Snapshot, codes: str) -> _Content:
    return _read(snapshot, _changed(snapshot), codes)


def _changed(snapshot: Snapshot) -> int:
    """When the figures were written, after checking that they are what was written."""
    return snapshot.path().stat().st_mtime_ns


@lru_cache(maxsize=256)
def _read(snapshot: Snapshot, changed: int, codes: str) -> _Content:
    values = table_of(snapshot, VALUES)
    if list(values.columns) != list(COLUMNS):
        raise DamagedSnapshot(f"snapshot '{snapshot.id}': {VALUES} has other columns. {MEND}")
    breaks = pd.DataFrame(columns=history.BREAK_COLUMNS)
    if codes == "current":
        if history.is_current(values, borders=snapshot.borders):
            return _read(snapshot, changed, "published")
        values, breaks = history.under_current_codes(
            values, indicators=_aggregations(values), borders=snapshot.borders
        )
    values = normal(values).sort_values(["indicator", "place", "group", "year"])
    tables = {
        str(name): table.reset_index(drop=True)
        for name, table in values.groupby("indicator", sort=True)
    }
    return _Content(tables, breaks)


def _aggregations(values: pd.DataFrame) -> dict[str, str]:
    from impact import catalogue

    found = {}
    for name in values["indicator"].unique():
        try:
            found[name] = catalogue.indicator(name).aggregation
        except UnknownName:
            found[name] = "none"
    return found


def _listed(names: str | Iterable[str] | None) -> list[str] | None:
    if names is None:
        return None
    return [names] if isinstance(names, str) else list(dict.fromkeys(names))


def _check(
    found: Sequence[Snapshot],
    wanted: list[str] | None,
    country: str | None,
    level: str,
    codes: str,
) -> None:
    if not found:
        raise NoFigures("there is no snapshot of figures. Look in data/snapshots/.")
    if country is not None:
        register.places(country)
    for kind, name, known in (("level", level, LEVELS), ("codes", codes, CODES)):
        if name not in known:
            raise UnknownName(kind, name, known, f"Choose {', '.join(known)}.")
    if wanted is None:
        return
    known_here = {name for one in found for name in one.indicators}
    unknown = [name for name in wanted if name not in known_here]
    if unknown:
        from impact import catalogue

        for name in unknown:
            catalogue.indicator(name)
