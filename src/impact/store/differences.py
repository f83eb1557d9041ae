"""What changed between two sets of snapshots: the ledger of new, revised and withdrawn figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from impact.store.load import chosen, content, load, same_scale
from impact.store.snapshot import Snapshot
from impact.store.table import CELL

CHANGES = ("new", "revised", "withdrawn", "redefined")
LEDGER = ["change", *CELL, "before", "after"]
SAME = 1e-9
PIECEMEAL = "local"


def differences(
    old_snapshots: Sequence[Snapshot] | Path | str,
    new_snapshots: Sequence[Snapshot] | Path | str,
    *,
    indicators: str | Iterable[str] | None = None,
    country: str | None = None,
    places: str | Iterable[str] | None = None,
    groups: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return every cell on which new snapshots say something else than the old ones.

    Parameters
    ----------
    old_snapshots, new_snapshots
        What was known before, and what came since. Several snapshots, or a folder of them,
        count as their newest figures. A snapshot that is in both counts as old.
    indicators, country, places, groups
        Restrict the ledger as in `load`; all groups when None.

    Returns
    -------
    pandas.DataFrame
        Columns change, place, indicator, year, group, before, after; ordered by indicator, place,
        year and group. ``new``: no value before. ``revised``: another value. ``withdrawn``: a
        value before and none now. ``redefined``: the scale of the whole indicator changed (the
        median of after/before is outside 0.5 to 2), so that its values cannot be compared.

    Notes
    -----
    Values count as equal within a relative 1e-9. A figure is withdrawn when the new snapshots
    have its cell with a status and no value, or when its source was read again for that
    indicator, year and group and the cell is gone. An analyst's own files (source ``local``) come
    piece by piece, so that a cell that is not in the newest one is not withdrawn.
    """
    old = chosen(old_snapshots)
    new = [one for one in chosen(new_snapshots) if one.id not in {other.id for other in old}]
    wanted = {indicators} if isinstance(indicators, str) else indicators
    held = {name for one in new for name in one.indicators}
    held = sorted(held if wanted is None else held & set(wanted))
    known = sorted({name for one in old for name in one.indicators} & set(held))
    if not held:
        return pd.DataFrame(columns=LEDGER)
    filters = {"country": country, "places": places, "groups": groups, "level": "all"}
    after = load(held, snapshots=new, **filters)
    before = load(known, snapshots=old, **filters) if known else after.iloc[:0]
    columns = [*CELL, "value", "source"]
    both = before[columns].merge(
        after[columns], on=CELL, how="outer", suffixes=("_before", "_after"), indicator="_side"
    )
    both = both.rename(columns={"value_before": "before", "value_after": "after"})
    both["change"] = _change(both, _read_again(both, after), _redefined(old, new, known))
    ledger = both[both["change"] != ""].sort_values(["indicator", "place", "year", "group"])
    return ledger[LEDGER].reset_index(drop=True)


def _change(both: pd.DataFrame, read_again: pd.Series, redefined: set[str]) -> np.ndarray:
    had, has = both["before"].notna(), both["after"].notna()
    apart = (both["after"] - both["before"]).abs() > SAME * both["before"].abs()
    gone = had & ~has & ((both["_side"] == "both") | read_again)
    return np.select(
        [
            had & has & both["indicator"].isin(redefined),
            ~had & has,
            gone,
            had & has & apart,
        ],
        ["redefined", "new", "withdrawn", "revised"],
        "",
    )


def _read_again(both: pd.DataFrame, after: pd.DataFrame) -> pd.Series:
    """Cells whose source gave the same indicator, year and group again."""
    scope = ["indicator", "year", "group", "source"]
    given = pd.MultiIndex.from_frame(after[scope].drop_duplicates())
    asked = pd.MultiIndex.from_frame(
        both[["indicator", "year", "group", "source_before"]].set_axis(scope, axis=1)
    )
    return pd.Series(asked.isin(given), index=both.index) & (both["source_before"] != PIECEMEAL)


def _redefined(old: Sequence[Snapshot], new: Sequence[Snapshot], names: Sequence[str]) -> set[str]:
    """Indicators whose newest table is on another scale than the newest table before."""
    return {name for name in names if not same_scale(_latest(new, name), _latest(old, name))}


def _latest(found: Sequence[Snapshot], indicator: str) -> pd.DataFrame:
    holding = [one for one in found if indicator in one.indicators]
    return content(holding[-1], "published")[indicator]
