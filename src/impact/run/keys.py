"""What a report is made of and what figures it could use, as digests: equal means unchanged."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import impact
from impact import folders
from impact.run import manifest

if TYPE_CHECKING:
    from impact.run.params.model import Plan

FREE = ("previous", "previous_year", "today")
"""Parameters that alone make no report worth making again."""
INJECTED = "injected-parameters"
RESULT, REGISTER = "result.json", "register"
_UNSEEN = (
    "__main__.py",
    "cli/",
    "run/cluster/",
    "run/engines.py",
    "run/lock.py",
    "run/progress.py",
    "run/reproduce/",
    "run/schedule.py",
    "run/tally.py",
)
OWN_TABLES = ("capacity/", "staffing/")
"""Folders of `data/` with tables of an analyst's own; they count for the files that name them."""
_NO_DESCRIPTIONS = (*OWN_TABLES, "snapshots/", "studies/", "templates/")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all reports of a run share, apart from their params and notebooks.

    Parameters
    ----------
    package, descriptions
        Digest of every file of this library, and of every description in `data/`, by name.
    versions
        Of every library that calculates, draws or prints.
    snapshots
        Digest of every snapshot, by id.
    digests
        One digest of the whole `package` and of all `descriptions`, by these names.
    """

    package: Mapping[str, str]
    descriptions: Mapping[str, str]
    versions: Mapping[str, str]
    snapshots: Mapping[str, str]
    digests: Mapping[str, str]


def surroundings() -> Surroundings:
    """Return what every report of a run made now is made of."""
    library, described = package(), descriptions()
    digests = {"package": of_content(library), "descriptions": of_content(described)}
    return Surroundings(library, described, manifest.versions(), snapshots(), digests)


def made_of(
    around: Surroundings, *, code: str, parameters: Mapping[str, Any], params: str
) -> dict[str, Any]:
    """Return what a report is made by: when one of these changes, it is made again.

    Parameters
    ----------
    around
        What it shares with the others.
    code
        Digest of its notebook, from `code`.
    parameters
        What its notebook is told; the `FREE` ones do not count.
    params
        Digest of its params, from `params`.
    """
    told = {name: value for name, value in parameters.items() if name not in FREE}
    return {
        "code": code,
        "parameters": of_content(told),
        "params": params,
        **around.digests,
        "versions": around.versions,
    }


def figures(around: Surroundings, names: Iterable[str] = ()) -> dict[str, Any]:
    """Return the figures a report could use: when one changes, it may show something else.

    Parameters
    ----------
    around
        What it shares with the others.
    names
        Ids of the studies whose results and predictions it reads.
    """
    names = tuple(names)
    return {
        "snapshots": around.snapshots,
        "studies": studies(names),
        "register": register(names),
    }


def code(notebook: Mapping[str, Any]) -> str:
    """Return the digest of a notebook's code and text with their tags, before or after it ran.

    Parameters
    ----------
    notebook
        The notebook as read from its file. Outputs and injected parameters do not count.
    """
    cells = []
    for cell in notebook["cells"]:
        tags = sorted(cell["metadata"].get("tags", ()))
        if INJECTED not in tags:
            cells.append([cell["cell_type"], tags, "".join(cell["source"])])
    return of_content(cells)


def code_of(notebook: Path) -> str:
    """Return the digest of the code of a notebook's file; of its bytes when it is no notebook."""
    try:
        return code(json.loads(notebook.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError):
        return of_file(notebook)


def blocks(executed: Mapping[str, Any]) -> list[str]:
    """Return the digest of every block an executed notebook shows, in their order."""
    from impact.report.display import MIME

    return [
        of_content(output["data"][MIME])
        for cell in executed["cells"]
        for output in cell.get("outputs", ())
        if MIME in output.get("data", {})
    ]


def shown(executed: Mapping[str, Any]) -> str:
    """Return the digest of all blocks of an executed notebook: what its report shows."""
    return of_content(blocks(executed))


def params(plan: Plan, place: str | None = None) -> str:
    """Return the digest of what a plan says to the report of one place, or to the region's.

    Notes
    -----
    The own words and the staff of other municipalities do not count, nor do comments and the
    languages, which only say in how many languages the same blocks are rendered.
    """
    said = plan.model_dump(mode="json", exclude={"languages"})
    if place is not None:
        said["local_texts"] = {
            code: text for code, text in said["local_texts"].items() if code == place
        }
        if said["staffing"] is not None:
            stock = said["staffing"]["stock"]
            said["staffing"]["stock"] = [row for row in stock if row["place"] == place]
    said["indices"] = plan.said_of_indices
    return _digest(json.dumps(said, ensure_ascii=False).encode("utf-8"))


def package() -> dict[str, str]:
    """Return the digest of every file of this library that a report is made by, by name."""
    root = Path(impact.__file__).parent
    found = _files(root)
    return {name: of_file(path) for name, path in found.items() if not name.startswith(_UNSEEN)}


def descriptions() -> dict[str, str]:
    """Return the digest of every file in `data/` that describes figures or places, by name."""
    found = _files(folders.data_folder())
    return {
        name: of_file(path)
        for name, path in found.items()
        if not name.startswith(_NO_DESCRIPTIONS) and not name.endswith(".md")
    }


def snapshots() -> dict[str, str]:
    """Return the digest of every snapshot, by id: of its files as they lie there."""
    root = folders.snapshots_folder()
    if not root.is_dir():
        return {}
    return {
        path.name: of_folder(path)
        for path in sorted(root.iterdir())
        if path.is_dir() and not path.name.startswith((".", "_"))
    }


def studies(names: Iterable[str]) -> dict[str, str]:
    """Return the digest of the newest result of studies, by id; those without one are left out."""
    found = {name: _newest(folders.data_folder() / "studies" / name) for name in names}
    return {name: of_file(path / RESULT) for name, path in found.items() if path is not None}


def stored(study: str) -> dict[str, Any]:
    """Return the digests of a study's newest result and of what is registered of it."""
    return {"result": studies([study]).get(study, ""), "register": register([study])}


def is_stored(study: str) -> bool:
    """Say whether the newest result of a study lies there as it was written."""
    newest = _newest(folders.data_folder() / "studies" / study)
    head = manifest.read(newest) if newest is not None else None
    return head is not None and of_file(newest / RESULT) == head.get("sha256")


def register(names: Iterable[str]) -> str:
    """Return the digest of what is registered of some studies; empty when nothing is."""
    root = folders.params_folder() / REGISTER
    entries = {
        path.name: of_file(path)
        for name in names
        for path in root.glob(f"[!.]*-{name}-????????.json")
        if path.name[len("2025-01-01-") : -len("-12345678.json")] == name
    }
    return of_content(entries) if entries else ""


def of_folder(folder: Path) -> str:
    """Return the digest of the names and contents of all files of a folder; hidden ones apart."""
    return of_content({name: of_file(path) for name, path in _files(folder).items()})


def of_file(path: Path) -> str:
    """Return the sha256 of a file; empty when it cannot be read."""
    try:
        return _digest(path.read_bytes())
    except OSError:
        return ""


def of_content(content: Any) -> str:
    """Return the sha256 of plain data, the same whatever the order of keys."""
    return _digest(json.dumps(content, ensure_ascii=False, sort_keys=True).encode("utf-8"))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _files(root: Path) -> dict[str, Path]:
    """Return all files below a folder by their name in it; hidden ones and caches apart."""
    found = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        hidden = any(part.startswith(".") or part == "__pycache__" for part in name.parts)
        if not hidden and path.is_file():
            found[name.as_posix()] = path
    return found


def _newest(study: Path) -> Path | None:
    """Return the folder of a study's newest result, chosen as `impact.store` chooses it."""
    if not study.is_dir():
        return None
    results = [path for path in study.iterdir() if path.is_dir() and path.name[0] not in "._"]
    return max(results, key=lambda path: (path.name[:10], _number(path)), default=None)


def _number(result: Path) -> int:
    number = (manifest.read(result) or {}).get("number")
    return number if isinstance(number, int) else 0
