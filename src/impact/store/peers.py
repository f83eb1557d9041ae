"""Similar municipalities as a national body has named them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from impact.errors import UnknownName
from impact.places import register
from impact.store.load import chosen, table_of
from impact.store.snapshot import Snapshot

PEERS = "peers.parquet"


def peers(
    country: str,
    theme: str | None = None,
    *,
    snapshots: Sequence[Snapshot] | Path | str | None = None,
) -> pd.DataFrame:
    """Return the similar municipalities that a national body has named.

    Parameters
    ----------
    country
        Only ``SE`` has them (Kolada); other countries give a table without rows.
    theme
        Such as ``grundskola``; all when None.
    snapshots
        Snapshots to read, or their folder; all of the project when None.

    Returns
    -------
    pandas.DataFrame
        Columns place, peer, theme, year; of each theme the newest snapshot.

    Raises
    ------
    UnknownName
        No such theme; the known ones are named.
    """
    register.places(country)
    table = pd.DataFrame({"place": [], "peer": [], "theme": [], "year": []})
    for snapshot in chosen(snapshots):
        if PEERS in snapshot.files:
            newer = table_of(snapshot, PEERS)
            kept = table[~table["theme"].isin(newer["theme"])]
            table = pd.concat([kept, newer], ignore_index=True) if len(kept) else newer
    table = table[table["place"].str.startswith(f"{country}-")]
    if theme is None or table.empty:
        return table.reset_index(drop=True)
    themes = sorted(table["theme"].unique())
    if theme not in themes:
        raise UnknownName("theme", theme, themes, f"Themes are {', '.join(themes)}.")
    return table[table["theme"] == theme].reset_index(drop=True)
