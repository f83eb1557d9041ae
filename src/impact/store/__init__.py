"""The only memory: dated, hashed figures, results and registered predictions, never changed."""

from __future__ import annotations

from impact.store.differences import differences
from impact.store.digest import digest
from impact.store.load import border_breaks, load
from impact.store.peers import peers
from impact.store.register import Entry, register, registered
from impact.store.snapshot import Snapshot, snapshots, verify, write
from impact.store.sources import sources
from impact.store.studies import Study, studies, study, write_study
from impact.store.table import COLUMNS, STATUSES, empty

__all__ = [
    "COLUMNS",
    "STATUSES",
    "Entry",
    "Snapshot",
    "Study",
    "border_breaks",
    "differences",
    "digest",
    "empty",
    "load",
    "peers",
    "register",
    "registered",
    "snapshots",
    "sources",
    "studies",
    "study",
    "verify",
    "write",
    "write_study",
]
