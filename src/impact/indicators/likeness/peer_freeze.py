"""Peers that stay the same for a whole evaluation year."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import numbers, refuse, require, row_faults

KEYS = ["place", "peer"]
FROZEN = [*KEYS, "year", "digest"]


@dataclass(frozen=True, slots=True)
class FrozenPeers:
    """The peers that hold for an evaluation year.

    Parameters
    ----------
    peers
        `place, peer, year, digest` and the other columns of the list they come from; places
        without peers have no row.
    changes
        `place, peer, change` (added, removed) against the newest earlier year's list; empty when
        there is none.
    previous_year
        The year compared with; None when there is none.
    frozen_before
        Whether the list was there already; False: it is new and should be kept.
    figures_changed
        Whether the list was frozen on other figures than those of `digest`.
    """

    peers: pd.DataFrame
    changes: pd.DataFrame
    previous_year: int | None
    frozen_before: bool
    figures_changed: bool


def freeze_peers(
    peers: pd.DataFrame, *, year: int, digest: str, frozen: pd.DataFrame | None = None
) -> FrozenPeers:
    """Return the peers that hold for the evaluation year, and what changed since the last.

    Parameters
    ----------
    peers
        The new calculation: `place, peer` and any other columns (`peers_by_distance`).
    year
        Evaluation year.
    digest
        Of the figures and choices behind `peers`, so that it can be told whether they changed.
    frozen
        All lists kept so far: `place, peer, year, digest` and any other columns.

    Returns
    -------
    FrozenPeers
        With the list of `frozen` for that year if there is one, even if `peers` differs, else
        with `peers` stamped with year and digest. Neither table is changed; keeping the list is
        the caller's work.

    Raises
    ------
    InvalidInput
        Absent columns, a pair twice in a year, or a year frozen on several digests.
    """
    require(peers, KEYS, "freeze_peers")
    named = peers.dropna(subset=["peer"])
    faults = row_faults(named, named.duplicated(KEYS), "peer", "is named twice.")
    if frozen is None:
        frozen = pd.DataFrame({name: pd.Series(dtype="str") for name in FROZEN})
    require(frozen, FROZEN, "freeze_peers")
    faults += row_faults(frozen, frozen.duplicated([*KEYS, "year"]), "peer", "is named twice.")
    refuse("peers that cannot be frozen", faults)
    years = numbers(frozen, "year")
    kept = frozen[years == year].reset_index(drop=True)
    digests = kept["digest"].unique()
    if len(digests) > 1:
        fault = Fault(f"year {year}", f"was frozen on {len(digests)} different sets of figures.")
        raise InvalidInput("freeze_peers", [fault])
    before = len(kept) > 0
    if not before:
        kept = named.reset_index(drop=True).assign(year=year, digest=digest)
    earlier = years[years < year]
    previous = int(earlier.max()) if len(earlier) else None
    return FrozenPeers(
        peers=kept,
        changes=_changes(kept, frozen[years == previous], previous is not None),
        previous_year=previous,
        frozen_before=before,
        figures_changed=before and digests[0] != digest,
    )


def _changes(now: pd.DataFrame, then: pd.DataFrame, comparable: bool) -> pd.DataFrame:
    both = now[KEYS].merge(then[KEYS], on=KEYS, how="outer", indicator=True)
    words = both["_merge"].astype("str").map({"left_only": "added", "right_only": "removed"})
    table = both[KEYS].assign(change=words.astype("str")).dropna(subset=["change"])
    table = table.sort_values([*KEYS, "change"]).reset_index(drop=True)
    return table if comparable else table.iloc[:0]
