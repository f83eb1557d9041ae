"""What a batch was made of and what each of its reports cost, as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from impact.run import manifest
from impact.run.index_page import REGION
from impact.run.make_report import KEPT, MADE, Outcome, named_from_project
from impact.run.standing import Batch
from impact.run.studies import STUDIES


def index_before(batch: Batch) -> str:
    """Return the digest of the way in as the last run wrote it down; empty without one."""
    found = (manifest.read(batch.folder) or {}).get("index")
    return found if isinstance(found, str) else ""


def write(
    batch: Batch, outcomes: Sequence[Outcome], *, seconds: float, command: str, index: str
) -> None:
    """Write the manifest of a batch.

    Parameters
    ----------
    batch
        The batch.
    outcomes
        Of this run. What it did not make keeps what is written of it.
    seconds
        Wall time of the run.
    command
        What was typed.
    index
        Digest of the way in, from `impact.run.index_page.write_index`.
    """
    plan = batch.plan
    known = (manifest.read(batch.folder) or {}).get("reports")
    costs = {
        REGION if one.job.subject == plan.subject else one.job.subject: _cost(one)
        for one in outcomes
        if one.state == MADE and not one.failed
    }
    standing = manifest.cards(batch.folder, (*plan.places, REGION))
    content = {
        "name": plan.name,
        "title": plan.title,
        "year": plan.year,
        "command": command,
        "params": {"file": named_from_project(plan.file), "digest": plan.digest},
        "snapshots": list(batch.around.snapshots),
        "versions": dict(batch.around.versions),
        "seconds": round(seconds, 1),
        "made": [one.job.subject for one in outcomes if one.state == MADE and not one.failed],
        "kept": [one.job.subject for one in outcomes if one.state == KEPT and not one.failed],
        "failed": {one.job.subject: one.problem for one in outcomes if one.failed},
        "reports": {
            name: {"languages": card["languages"], **(costs.get(name) or _earlier(known, name))}
            for name, card in standing.items()
        },
        "studies": sorted(manifest.cards(batch.folder / STUDIES, plan.study_names)),
        "index": index,
        "made_by": {part: dict(files) for part, files in batch.now.items()},
    }
    manifest.write(batch.folder, content)


def _cost(outcome: Outcome) -> dict[str, Any]:
    return {
        "reason": outcome.reason,
        "seconds": round(outcome.seconds, 2),
        "cpu_seconds": round(outcome.cpu, 2),
        "peak_memory_bytes": outcome.memory,
    }


def _earlier(known: object, name: str) -> Mapping[str, Any]:
    found = known.get(name) if isinstance(known, dict) else None
    return found if isinstance(found, dict) else {}
