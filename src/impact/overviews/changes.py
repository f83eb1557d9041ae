"""What the figures say now that they did not say when the last report was made."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from impact import store
from impact.errors import UnknownName
from impact.overviews.model import Overview


def changes_since(figures: Overview, previous: Sequence[str]) -> pd.DataFrame | None:
    """Return new, revised, withdrawn and redefined figures of the overview's indicators.

    Parameters
    ----------
    figures
        The country's overview.
    previous
        Ids of the snapshots the last report used; none when there was no last report.

    Returns
    -------
    pandas.DataFrame or None
        As `impact.store.differences`; None without a last report.

    Raises
    ------
    UnknownName
        A snapshot of the last report is no longer there.
    """
    if not previous:
        return None
    known = {snapshot.id: snapshot for snapshot in store.snapshots()}
    for name in previous:
        if name not in known:
            mend = "The last report used it; put it back, or name another under last_report."
            raise UnknownName("snapshot", name, known, mend)
    old = [known[name] for name in previous]
    ids = [one.id for one in figures.indicators]
    found = store.differences(old, list(known.values()), indicators=ids, country=figures.country)
    return found[found["year"] <= figures.year].reset_index(drop=True)
