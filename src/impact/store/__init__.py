"""The only memory: dated, hashed snapshots of figures that are never changed once written."""

from __future__ import annotations

from impact.store.differences import differences
from impact.store.digest import digest
from impact.store.load import border_breaks, load
from impact.store.peers import peers
from impact.store.snapshot import Snapshot, snapshots, verify, write
from impact.store.sources import sources
from impact.store.table import COLUMNS, STATUSES, empty

__all__ = [
    "COLUMNS",
    "STATUSES",
    "Snapshot",
    "border_breaks",
    "differences",
    "digest",
    "empty",
    "load",
    "peers",
    "snapshots",
    "sources",
    "verify",
    "write",
]
