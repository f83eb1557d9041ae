"""Studies: results worked out once, such as an assessment, kept by date and read by reports."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from impact.errors import DamagedSnapshot, InvalidInput, UnknownName
from impact.folders import data_folder
from impact.store import plain_json
from impact.store.day import checked_day
from impact.store.snapshot import MANIFEST
from impact.store.written_once import written_once

RESULT = "result.json"
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
HEAD = {"study": str, "kind": str, "date": str, "number": int, "sha256": str}
MEND = "Restore the folder from the repository or the backup; to change a result run it again."


@dataclass(frozen=True, slots=True)
class Study:
    """One dated result of a study.

    Parameters
    ----------
    id
        Name of the study, such as the id of an assessment.
    kind
        What was studied, such as ``assessment``.
    date
        Day it was worked out, YYYY-MM-DD.
    number
        1 for the first result of the study, 2 for the next.
    digest
        SHA-256 of its content: kind, about and tables, not the date.
    about
        What a reader must know of it: texts, numbers, lists and mappings of them.
    folder
        Where it lies.
    """

    id: str
    kind: str
    date: str
    number: int
    digest: str
    about: Mapping[str, Any] = field(hash=False)
    folder: Path
    _tables: Mapping[str, Any] = field(hash=False, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its tables."""
        return tuple(self._tables)

    def tables(self, name: str) -> pd.DataFrame:
        """Return one of its tables, each column of the type it was written with.

        Raises
        ------
        UnknownName
            It has no such table; its tables are named.
        """
        if name not in self._tables:
            known = ", ".join(self._tables) or "none"
            raise UnknownName("table", name, self._tables, f"'{self.id}' has {known}.")
        return plain_json.table(self._tables[name])


def write_study(
    study: str,
    *,
    kind: str,
    tables: Mapping[str, pd.DataFrame],
    about: Mapping[str, Any],
    date: str,
    folder: Path | str | None = None,
) -> Study:
    """Write the result of a study; an earlier one stays beside it and is never changed.

    Parameters
    ----------
    study
        Its id: small letters, digits, hyphens and underscores.
    kind
        What was studied, such as ``assessment``.
    tables
        Tables by name; columns are texts, numbers or truths. Numbers keep 10 significant digits.
    about
        Texts, numbers, truths, and lists and mappings of them.
    date
        Today, YYYY-MM-DD.
    folder
        Folder of all studies; the project's own when None.

    Returns
    -------
    Study
        The one written, or the newest one when its content is the same: then nothing is written.

    Raises
    ------
    InvalidInput
        Id or date cannot be used, a value cannot be stored (all are listed), or a newer and
        different result exists already.
    DamagedSnapshot
        The newest result is not what was written.
    """
    root, day = _root(folder), checked_day(date)
    checked_name(study)
    parts = plain_json.plain({"about": about, "tables": tables})
    text = plain_json.text({"study": study, "kind": kind, **parts})
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    earlier = _results(root / study)
    newest = _read(earlier[-1]) if earlier else None
    if newest is not None:
        if newest.digest == digest:
            return newest
        if newest.date > day:
            raise InvalidInput(
                f"study '{study}' has a result of {newest.date} already; one of {day} would "
                "stand behind it. Use that date or a later one."
            )
    number = newest.number + 1 if newest else 1
    head = {"study": study, "kind": kind, "date": day, "number": number, "sha256": digest}
    return _read(_write(root / study, text, head))


def study(id: str, folder: Path | str | None = None) -> Study:
    """Return the newest result of a study, after checking that it is as it was written.

    Raises
    ------
    UnknownName
        There is no result of it; the nearest ones are named.
    DamagedSnapshot
        Its files are missing or altered.
    """
    root = _root(folder)
    known = _ids(root)
    if id not in known:
        there = ", ".join(known) or "none"
        raise UnknownName("study", id, known, f"Studies with a result: {there}.")
    return _read(_results(root / id)[-1])


def studies(kind: str | None = None, folder: Path | str | None = None) -> tuple[Study, ...]:
    """Return the newest result of every study, the earliest first.

    Parameters
    ----------
    kind
        Only studies of it, such as ``assessment``.
    folder
        Folder of all studies; the project's own when None.

    Raises
    ------
    DamagedSnapshot
        Files of a study are missing or altered.
    """
    root = _root(folder)
    found = [_read(_results(root / name)[-1]) for name in _ids(root)]
    wanted = [one for one in found if kind is None or one.kind == kind]
    return tuple(sorted(wanted, key=lambda one: (one.date, one.id)))


def _root(folder: Path | str | None) -> Path:
    return Path(folder) if folder else data_folder() / "studies"


def _ids(root: Path) -> list[str]:
    if not root.is_dir():
        return []
    return sorted(path.name for path in root.iterdir() if path.is_dir() and _folders(path))


def _folders(study: Path) -> list[Path]:
    """Return the folders of a study's results in any order, without looking into them."""
    if not study.is_dir():
        return []
    return [path for path in study.iterdir() if path.is_dir() and path.name[0] not in "._"]


def _results(study: Path) -> list[Path]:
    """Return the folders of a study's results, the oldest first."""
    numbers: dict[int, Path] = {}
    for path in sorted(_folders(study)):
        number = _manifest(path)["number"]
        if number in numbers:
            raise _damaged(path, f"{MANIFEST} has the number {number} of {numbers[number].name}")
        numbers[number] = path
    return sorted(numbers.values(), key=lambda path: (path.name[:10], _manifest(path)["number"]))


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        wrong = [name for name, kind in HEAD.items() if not isinstance(content[name], kind)]
        number, name = content["number"], f"{content['date']}-{content['sha256'][:8]}"
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        problem = f"{MANIFEST} is missing or unreadable ({said_by(error)})"
        raise _damaged(folder, problem) from error
    if wrong:
        raise _damaged(folder, f"{MANIFEST} is unreadable ({', '.join(wrong)})")
    if folder.name not in (name, f"{name}-{number}") or content["study"] != folder.parent.name:
        raise _damaged(folder, f"{MANIFEST} belongs to '{content['study']}/{name}'")
    return content


def _read(folder: Path) -> Study:
    head = _manifest(folder)
    try:
        content = (folder / RESULT).read_bytes()
    except OSError as error:
        raise _damaged(folder, f"{RESULT} is missing") from error
    if hashlib.sha256(content).hexdigest() != head["sha256"]:
        raise _damaged(folder, f"{RESULT} is not what was written (its hash differs)")
    result = json.loads(content)
    return Study(
        id=head["study"],
        kind=head["kind"],
        date=head["date"],
        number=head["number"],
        digest=head["sha256"],
        about=result["about"],
        folder=folder,
        _tables=result["tables"],
    )


def checked_name(study: str) -> str:
    """Return the id of a study that can name its files.

    Raises
    ------
    InvalidInput
        It holds other signs, or is too long.
    """
    if not NAME.fullmatch(study):
        raise InvalidInput(
            f"'{study}' cannot name a study: use small letters a-z, digits, hyphens and _, at "
            "most 100 of them."
        )
    return study


def said_by(error: Exception) -> str:
    """Return what an error says, without the paths of this computer."""
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return f"no {error}" if isinstance(error, KeyError) else str(error)


def _damaged(folder: Path, problem: str) -> DamagedSnapshot:
    return DamagedSnapshot(f"study '{folder.parent.name}/{folder.name}': {problem}. {MEND}")


def _write(folder: Path, text: str, head: Mapping[str, Any]) -> Path:
    import impact

    target = folder / f"{head['date']}-{head['sha256'][:8]}"
    if target.exists():  # back to an earlier content on the same day
        target = folder / f"{target.name}-{head['number']}"
    manifest = plain_json.text({**head, "impact": impact.__version__})
    other = f"another run is writing study '{head['study']}'."
    try:
        with written_once(target, exists=other) as working:
            (working / RESULT).write_bytes(text.encode("utf-8"))
            (working / MANIFEST).write_bytes(manifest.encode("utf-8"))
    except OSError as error:
        raise InvalidInput(
            f"study '{head['study']}' cannot be written: {said_by(error)}. Mend data/studies."
        ) from error
    return target
