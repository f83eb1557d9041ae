"""The register: what was predicted or planned, on which day; entries are added, never changed."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd

from impact.errors import DamagedSnapshot, Fault, InvalidInput, UnknownName
from impact.folders import params_folder
from impact.store import plain_json
from impact.store.day import checked_day
from impact.store.studies import checked_name, said_by

KINDS = ("prediction", "plan")
MEND = (
    "Restore the file from the repository or the backup; what is registered is never changed: "
    "register the new content beside it."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the register.

    Parameters
    ----------
    kind
        ``prediction`` or ``plan``.
    study
        Id of the assessment or evaluation it belongs to.
    date
        Day it was registered, YYYY-MM-DD.
    content
        What was registered; sequences are lists and missing numbers None.
    previous
        Digest of the entry before of the same study and kind; empty for the first.
    digest
        SHA-256 of its file.
    file
        Where it stands.
    """

    kind: str
    study: str
    date: str
    content: Mapping[str, Any] = field(hash=False)
    previous: str
    digest: str
    file: Path

    def tables(self, name: str) -> pd.DataFrame:
        """Return a table of the content, each column of the type it was registered with.

        Raises
        ------
        UnknownName
            There is no such table in the content.
        """
        known = [key for key, value in self.content.items() if plain_json.is_table(value)]
        if name not in known:
            there = ", ".join(known) or "none"
            raise UnknownName("table", name, known, f"'{self.file.name}' has {there}.")
        return plain_json.table(self.content[name])


def register(
    kind: str,
    study: str,
    content: Mapping[str, Any],
    *,
    date: str,
    folder: Path | str | None = None,
) -> Entry:
    """Add an entry; what stands in the register already is never changed.

    Parameters
    ----------
    kind
        ``prediction`` or ``plan``.
    study
        Id of the assessment or evaluation: small letters, digits, hyphens and underscores.
    content
        Texts, numbers, truths, tables, and lists and mappings of them.
    date
        Today, YYYY-MM-DD.
    folder
        Folder of the register; the project's own, `params/register`, when None.

    Returns
    -------
    Entry
        The new one, or the last one of the study and kind when its content is equal: then
        nothing is written, and the earlier date stands.

    Raises
    ------
    UnknownName
        The kind does not exist.
    InvalidInput
        Id, date or a value cannot be used, or the date is before that of the last entry.
    DamagedSnapshot
        The register is not as it was written.
    """
    root, day = _root(folder), checked_day(date)
    if kind not in KINDS:
        raise UnknownName("kind of entry", kind, KINDS, f"Choose {' or '.join(KINDS)}.")
    checked_name(study)
    held = plain_json.plain(content)
    standing = registered(kind, study, root)
    last = standing[-1] if standing else None
    if last is not None:
        if plain_json.text(last.content) == plain_json.text(held):
            return last
        if day < last.date:
            raise InvalidInput(
                f"the last {kind} of '{study}' was registered on {last.date}; nothing is added "
                f"before that with the date {day}. Use today's date."
            )
    head = {"kind": kind, "study": study, "date": day, "previous": last.digest if last else ""}
    return _opened(_write(root, {**head, "content": held}))


def registered(
    kind: str | None = None, study: str | None = None, folder: Path | str | None = None
) -> tuple[Entry, ...]:
    """Return the entries in the order they were added, after checking that none was altered.

    Parameters
    ----------
    kind, study
        Only entries of them. With a study only its own files are read, so that damage elsewhere
        stops nobody who does not use it.
    folder
        Folder of the register; the project's own, `params/register`, when None.

    Raises
    ------
    DamagedSnapshot
        All entries that were altered, or that name an entry before them that is gone.

    Notes
    -----
    Each entry carries the hash of the one before of the same study and kind, and its own hash in
    its name. So an altered entry is found, and a removed one too unless it is the last of its
    study and kind: only the history of the repository can tell of that.
    """
    root = _root(folder)
    found, damage = [], []
    for path in _files(root, study):
        try:
            found.append(_opened(path))
        except DamagedSnapshot as error:
            damage.append(str(error))
    chains: dict[tuple[str, str], list[Entry]] = {}
    for entry in found:
        chains.setdefault((entry.study, entry.kind), []).append(entry)
    ordered = []
    for chain in chains.values():
        inside, broken = _in_order(chain)
        ordered += inside
        damage += broken
    if damage:
        raise DamagedSnapshot("\n".join(damage))
    ordered.sort(key=lambda entry: (entry.date, entry.study, entry.kind))
    return tuple(
        entry for entry in ordered if kind in (None, entry.kind) and study in (None, entry.study)
    )


def _in_order(chain: Iterable[Entry]) -> tuple[list[Entry], list[str]]:
    """Return the entries of one study and kind from the first on, and what breaks the chain."""
    after: dict[str, Entry] = {}
    damage = []
    for entry in chain:
        if entry.previous in after:
            other = after[entry.previous].file.name
            damage.append(_damaged(entry.file, f"it follows the same entry as {other}"))
        after.setdefault(entry.previous, entry)
    ordered: list[Entry] = []
    previous = ""
    while previous in after:
        ordered.append(after.pop(previous))
        previous = ordered[-1].digest
    known = {entry.digest for entry in (*ordered, *after.values())}
    for entry in after.values():
        if entry.previous not in known:
            damage.append(_damaged(entry.file, "the entry before it is gone or was altered"))
    for earlier, later in pairwise(ordered):
        if later.date < earlier.date:
            damage.append(_damaged(later.file, f"it is dated before {earlier.file.name}"))
    return ordered, damage


def _root(folder: Path | str | None) -> Path:
    return Path(folder) if folder else params_folder() / "register"


def _files(root: Path, study: str | None) -> list[Path]:
    """Return the files of the register, or of one study in it; hidden ones are no entries."""
    if root.exists() and not root.is_dir():
        raise DamagedSnapshot("the register is no folder. Restore params/register.")
    found = sorted(root.glob("[!.]*.json")) if root.is_dir() else []
    return [path for path in found if study is None or _study_in(path.name) == study]


def _study_in(name: str) -> str:
    """Return the study a file's name says: it stands between the date and eight characters."""
    return name[len("2025-01-01-") : -len("-12345678.json")]


def _opened(path: Path) -> Entry:
    try:
        written = path.read_bytes()
        digest = hashlib.sha256(written).hexdigest()
        entry = Entry(**json.loads(written), digest=digest, file=path)
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise DamagedSnapshot(_damaged(path, f"it is unreadable ({said_by(error)})")) from error
    if path.name != _name(entry.date, entry.study, digest):
        raise DamagedSnapshot(_damaged(path, "it is not what was written (its hash differs)"))
    return entry


def _name(date: str, study: str, digest: str) -> str:
    return f"{date}-{study}-{digest[:8]}.json"


def _damaged(path: Path, problem: str) -> str:
    return str(Fault(f"register entry '{path.name}'", f"{problem}.", MEND))


def _write(root: Path, content: Mapping[str, Any]) -> Path:
    written = plain_json.text(content).encode("utf-8")
    name = _name(content["date"], content["study"], hashlib.sha256(written).hexdigest())
    try:
        root.mkdir(parents=True, exist_ok=True)
        handle, working = tempfile.mkstemp(prefix=".writing-", dir=root)
    except OSError as error:
        raise InvalidInput(
            f"the register cannot be written to: {said_by(error)}. Mend params/register."
        ) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(written)
        Path(working).chmod(0o644)
        Path(working).replace(root / name)
    finally:
        Path(working).unlink(missing_ok=True)
    return root / name
