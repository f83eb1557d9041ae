"""Why a report must be made again, looked at again, or may stand: what changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from impact.run import keys, manifest
from impact.run.make_report import FAILED_NOTEBOOK, Job

STANDS, EXAMINE, MAKE = "kept", "examine", "make"
_WORDS = {
    "code": "code or text of the notebook changed",
    "params": "params changed",
    "package": "package changed",
    "descriptions": "descriptions in data/ changed",
}
_NAMED = 3
Files = Mapping[str, Mapping[str, str]]


def judged(
    job: Job, standing: Mapping[str, Any] | None, then: Files, now: Files
) -> tuple[str, str]:
    """Say whether a report stands, is to be examined or to be made, and why.

    Parameters
    ----------
    job
        The report as it would be made now.
    standing
        The manifest in its folder; None when there is none that can be read.
    then, now
        Digests of the files of `package` and `descriptions`, of the last run and of this one:
        only to name the files that changed.

    Returns
    -------
    tuple of str
        `kept`, `examine` or `make`, and the reason in plain English; empty when it stands.
    """
    if standing is None:
        broken = (job.folder / manifest.NAME).exists()
        return MAKE, f"{manifest.NAME} cannot be read" if broken else "new"
    if not _sound(standing):
        return MAKE, f"{manifest.NAME} does not say what it was made of"
    reasons = [
        *_files(job, standing["files"]),
        *_rendered(job, standing),
        *_made_of(job, standing, then, now),
    ]
    if reasons:
        return MAKE, "; ".join(reasons)
    reason = _figures(job.figures, standing["figures"])
    if reason:
        return EXAMINE, reason
    failed = (job.folder / FAILED_NOTEBOOK).exists()
    return (MAKE, "failed last time") if failed else (STANDS, "")


def _sound(standing: Mapping[str, Any]) -> bool:
    """Say whether a manifest holds what is asked of it below, whatever the content."""
    maps = ("made_of", "figures", "files", "parameters", "homes")
    return (
        all(isinstance(standing.get(name), dict) for name in maps)
        and isinstance(standing.get("shown"), str)
        and isinstance(standing["made_of"].get("versions"), dict)
        and all(isinstance(entry, dict) for entry in standing["files"].values())
    )


def _files(job: Job, files: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for name, entry in files.items():
        try:
            size = (job.folder / name).stat().st_size
        except OSError:
            yield f"{name} is missing"
            continue
        if size != entry.get("bytes"):
            yield f"{name} has another size"


def _rendered(job: Job, standing: Mapping[str, Any]) -> Iterator[str]:
    if standing.get("languages") != list(job.languages):
        yield f"languages are now {', '.join(job.languages)}"
    elif standing["homes"] != dict(job.homes):
        yield "the way in has another name"


def _made_of(job: Job, standing: Mapping[str, Any], then: Files, now: Files) -> Iterator[str]:
    before = standing["made_of"]
    if before.get("parameters") != job.made_of["parameters"]:
        yield f"parameters changed: {_names(_told(job, standing))}"
    for part, words in _WORDS.items():
        if before.get(part) != job.made_of[part]:
            yield f"{words}{_which(part, before.get(part), then, now)}"
    yield from _versions(before["versions"], job.made_of["versions"])


def _told(job: Job, standing: Mapping[str, Any]) -> list[str]:
    before, after = standing["parameters"], job.parameters
    names = dict.fromkeys([*after, *before])
    return [
        name
        for name in names
        if name not in keys.FREE and before.get(name, ...) != after.get(name, ...)
    ]


def _which(part: str, digest: object, then: Files, now: Files) -> str:
    """Return the files that changed, when the last run wrote down those of this report."""
    before, after = then.get(part), now.get(part)
    if not before or not after or keys.of_content(before) != digest:
        return ""
    return f": {_names(_changed(before, after))}"


def _versions(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for name in _changed(before, after):
        yield f"{name} {before.get(name, 'none')} became {after.get(name, 'none')}"


def _figures(now: Mapping[str, Any], before: Mapping[str, Any]) -> str:
    parts = []
    for kind, word in (("snapshots", ""), ("studies", "study ")):
        then, after = before.get(kind), now[kind]
        then = then if isinstance(then, dict) else {}
        for name in _changed(then, after):
            what = "changed" if name in then and name in after else "is gone"
            parts.append(f"{word}{name} {what if name in then else 'is new'}")
    if before.get("register") != now["register"]:
        parts.append("the register changed")
    return f"figures: {_names(parts)}" if parts else ""


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))


def _names(names: Iterable[str]) -> str:
    listed = list(names)
    more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED else ""
    return ", ".join(listed[:_NAMED]) + more
