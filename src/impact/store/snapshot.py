"""A snapshot: one folder with values.parquet and manifest.json, written once and then only read."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd

from impact.errors import DamagedSnapshot, InvalidInput
from impact.folders import snapshots_folder
from impact.places import register
from impact.store.table import normal
from impact.store.validate import check
from impact.store.written_once import written_once

VALUES = "values.parquet"
MANIFEST = "manifest.json"
SOURCE = re.compile(r"[a-z][a-z0-9-]*")
MEND = (
    "Restore the folder from the repository or the backup; if the figures really changed, "
    "add them as a new snapshot."
)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One dated set of figures.

    Parameters
    ----------
    id
        Name of its folder: source and vintage, such as ``kolada-2024-12-12``.
    source
        Id in data/sources.csv.
    vintage
        Date the source was read, YYYY-MM-DD.
    title
        What it holds, for a reader.
    borders
        Year whose municipalities all its figures are drawn up for, or None when each year stands
        under the codes of that year.
    note
        What a user must know; may be empty.
    indicators
        Ids of the indicators it holds, sorted.
    countries
        Countries its values are of, sorted.
    files
        For every file its SHA-256 and number of rows.
    folder
        Where it lies.
    """

    id: str
    source: str
    vintage: str
    title: str
    borders: int | None
    note: str
    indicators: tuple[str, ...]
    countries: tuple[str, ...]
    files: Mapping[str, Mapping[str, Any]] = field(hash=False)
    folder: Path

    def path(self, name: str = VALUES) -> Path:
        """Return the path of one of its files, after checking that it is as it was written.

        Raises
        ------
        DamagedSnapshot
            The file is missing or not the one the manifest describes.
        """
        if name not in self.files:
            raise DamagedSnapshot(f"snapshot '{self.id}' has no file {name} in its manifest.")
        path = self.folder / name
        if not path.is_file():
            raise DamagedSnapshot(f"snapshot '{self.id}': {name} is missing. {MEND}")
        state = path.stat()
        if _sha256(path, state.st_mtime_ns, state.st_size) != self.files[name]["sha256"]:
            raise DamagedSnapshot(
                f"snapshot '{self.id}': {name} is not the file that was written "
                f"(its hash differs from {MANIFEST}). {MEND}"
            )
        return path


def snapshots(folder: Path | str | None = None) -> tuple[Snapshot, ...]:
    """Return all snapshots, the oldest vintage first.

    Parameters
    ----------
    folder
        Folder of snapshots; the project's own when None.

    Raises
    ------
    DamagedSnapshot
        A folder has no readable manifest.
    """
    root = Path(folder) if folder else snapshots_folder()
    if not root.is_dir():
        return ()
    found = [
        _opened(path)
        for path in root.iterdir()
        if path.is_dir() and not path.name.startswith((".", "_"))
    ]
    return tuple(sorted(found, key=lambda one: (one.vintage, one.id)))


def verify(folder: Path | str | None = None) -> tuple[Snapshot, ...]:
    """Check every file of every snapshot against its manifest, and return the snapshots.

    Raises
    ------
    DamagedSnapshot
        All damaged files, by snapshot and name.
    """
    found, damage = snapshots(folder), []
    for snapshot in found:
        for name in snapshot.files:
            try:
                snapshot.path(name)
            except DamagedSnapshot as error:
                damage.append(str(error))
    if damage:
        raise DamagedSnapshot("\n".join(damage))
    return found


def write(
    values: pd.DataFrame | None,
    *,
    source: str,
    vintage: str,
    title: str,
    note: str = "",
    borders: int | None = None,
    folder: Path | str | None = None,
    catalogue: Any = None,
    others: Mapping[str, pd.DataFrame] | None = None,
) -> Snapshot:
    """Write a new snapshot; an existing one is never changed.

    Parameters
    ----------
    values
        Table of values. Columns source and vintage may be left out and are then filled in. None
        when there are only other tables.
    source, vintage
        Id in data/sources.csv and date read, YYYY-MM-DD; together the name of the folder.
    title, note
        For a reader.
    borders
        Year whose municipalities all figures are drawn up for; None when each year stands under
        the codes of that year.
    folder
        Folder of snapshots; the project's own when None.
    catalogue
        Something with ``indicator(id)``; the project's catalogue when None.
    others
        Further tables by file name ending in ``.parquet``, such as peers.

    Returns
    -------
    Snapshot

    Raises
    ------
    InvalidInput
        The table has faults (all are listed), or the snapshot exists already.
    """
    name = f"{source}-{vintage}"
    root = Path(folder) if folder else snapshots_folder()
    if not SOURCE.fullmatch(source):
        raise InvalidInput(
            f"'{source}' cannot name a source: use small letters a-z, digits and hyphens."
        )
    tables = dict(others or {})
    if values is not None:
        own = {"source": source, "vintage": vintage}
        table = values.assign(**{key: own[key] for key in own if key not in values.columns})
        check(table, catalogue=catalogue or _catalogue(), vintage=vintage)
        tables[VALUES] = normal(table)
    head = {
        "id": name,
        "source": source,
        "vintage": vintage,
        "title": title,
        "borders": borders,
        "note": note,
        "indicators": _held(tables, "indicator"),
        "countries": sorted({register.country_of(code) for code in _held(tables, "place")}),
    }
    _write_folder(root / name, tables, head)
    return _opened(root / name)


def _write_folder(
    target: Path, tables: Mapping[str, pd.DataFrame], head: Mapping[str, object]
) -> None:
    exists = (
        f"snapshot '{target.name}' exists already and is never changed. "
        "Give the new figures another date or source."
    )
    if target.exists():
        raise InvalidInput(exists)
    with written_once(target, exists=exists) as working:
        files = {}
        for name, table in tables.items():
            table.to_parquet(working / name, index=False, compression="zstd")
            content = (working / name).read_bytes()
            files[name] = {"sha256": hashlib.sha256(content).hexdigest(), "rows": len(table)}
        manifest = json.dumps(dict(head) | {"files": files}, ensure_ascii=False, indent=2)
        (working / MANIFEST).write_text(manifest + "\n", encoding="utf-8")


def _held(tables: Mapping[str, pd.DataFrame], column: str) -> list[str]:
    return sorted(tables[VALUES][column].unique()) if VALUES in tables else []


def _opened(folder: Path) -> Snapshot:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        for key in ("indicators", "countries"):
            manifest[key] = tuple(manifest[key])
        found = Snapshot(folder=folder, **manifest)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DamagedSnapshot(
            f"snapshot '{folder.name}': {MANIFEST} is missing or unreadable ({error}). {MEND}"
        ) from error
    if found.id != folder.name:
        raise DamagedSnapshot(
            f"snapshot '{folder.name}': {MANIFEST} belongs to '{found.id}'. {MEND}"
        )
    return found


@lru_cache(maxsize=1024)
def _sha256(path: Path, _changed: int, _size: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _catalogue() -> ModuleType:
    from impact import catalogue

    return catalogue
