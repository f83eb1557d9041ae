"""One report: run its notebook, render its blocks in every language, put the files in place."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from impact import folders
from impact.errors import ImpactError
from impact.run import engine, manifest
from impact.run.outputs import assembled, write_whole

if TYPE_CHECKING:
    from impact.report.language import Language

NOTEBOOK, FAILED = "notebook.ipynb", "failed.ipynb"


@dataclass(frozen=True, slots=True)
class Job:
    """A report to make.

    Parameters
    ----------
    subject
        Code of the municipality, region or country it is about; of an assessment its id.
    name
        The subject's name, for people who wait.
    kind
        municipality, region or assessment.
    notebook
        The notebook that makes it.
    parameters
        What the notebook is told.
    languages
        Languages it is rendered in.
    folder
        Where its files shall stand.
    homes
        The way in, by language, as seen from that folder.
    about
        What its manifest repeats of the batch: snapshots, params.
    """

    subject: str
    name: str
    kind: str
    notebook: Path
    parameters: Mapping[str, Any]
    languages: tuple[str, ...]
    folder: Path
    homes: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job.

    Parameters
    ----------
    problem
        Why there is no report; empty when there is one.
    seconds
        How long it took.
    size
        Bytes of its files.
    """

    job: Job
    problem: str = ""
    seconds: float = 0.0
    size: int = 0

    @property
    def notebook(self) -> Path:
        """The executed notebook; that of a failure holds the traceback."""
        return self.job.folder / (FAILED if self.failed else NOTEBOOK)

    @property
    def failed(self) -> bool:
        """Whether there is no report."""
        return bool(self.problem)


def make(job: Job) -> Outcome:
    """Make one report; whatever goes wrong stays inside it.

    Notes
    -----
    A failure leaves an older report of the same folder as it is and puts `failed.ipynb` beside
    it: the notebook as far as it came, with the traceback.
    """
    began = time.perf_counter()
    try:
        with assembled(job.folder) as folder:
            try:
                engine.execute(job.notebook, job.parameters, folder / NOTEBOOK)
            except ImpactError:
                _keep_failure(job, folder)
                raise
            try:
                headline = write_files(job, folder)
            except Exception as error:
                engine.add_failure(folder / NOTEBOOK, error)
                _keep_failure(job, folder)
                raise
            seconds = time.perf_counter() - began
            size = _write_manifest(job, folder, seconds, headline)
    except Exception as error:
        problem = str(error) if isinstance(error, ImpactError) else _described(error)
        return Outcome(job, problem or "failed", time.perf_counter() - began)
    return Outcome(job, seconds=seconds, size=size)


def write_files(job: Job, folder: Path) -> dict[str, str]:
    """Write a report's pages, sheets and table; return its headline in every language.

    Raises
    ------
    ImpactError
        The notebook showed no block.
    """
    from impact.report import collect, page, pdf, values_csv
    from impact.report.language import language

    saved = json.loads((folder / NOTEBOOK).read_text(encoding="utf-8"))
    blocks = collect.blocks(saved)
    if not blocks:
        raise ImpactError(f"{job.notebook.name} shows no block, so there is nothing to report.")
    front = page.front_of(blocks)
    headline = {}
    links = {code: f"report.{code}.html" for code in job.languages}
    for code in job.languages:
        reader = language(code)
        files = {"summary": f"summary.{code}.pdf", "values": "values.csv"}
        _save(folder / files["summary"], pdf.summary(blocks, reader))
        if job.kind == "municipality":
            files["dialogue"] = f"dialogue.{code}.pdf"
            _save(folder / files["dialogue"], pdf.dialogue(blocks, reader))
        if job.kind == "assessment":
            files["guide"] = f"guide.{code}.html"
            _save(folder / files["guide"], _guide(reader, job))
        home = job.homes.get(code)
        text = page.html(blocks, reader, links=links, files=files, home=home)
        _save(folder / f"report.{code}.html", text)
        headline[code] = reader.plain(front.headline)
    _save(folder / "values.csv", values_csv.text(blocks))
    return headline


def named_from_project(file: str) -> str:
    """Return a file as named from the project's folder, so that nothing local is kept."""
    path = Path(file).resolve()
    home = folders.project_folder()
    if path.is_file() and path.is_relative_to(home):
        return path.relative_to(home).as_posix()
    return file if (home / file).is_file() else str(path)


def _guide(reader: Language, job: Job) -> str:
    from impact.report import guide

    links = {code: f"guide.{code}.html" for code in job.languages}
    return guide.html(reader, links=links, home=job.homes.get(reader.code))


def _save(path: Path, content: str | bytes) -> None:
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def _keep_failure(job: Job, folder: Path) -> None:
    if (folder / NOTEBOOK).is_file():
        write_whole(job.folder / FAILED, (folder / NOTEBOOK).read_bytes())


def _write_manifest(job: Job, folder: Path, seconds: float, headline: Mapping[str, str]) -> int:
    written = manifest.files(folder)
    content = {
        "subject": job.subject,
        "kind": job.kind,
        "languages": list(job.languages),
        "headline": dict(headline),
        "notebook": job.notebook.name,
        "parameters": dict(job.parameters),
        "seconds": round(seconds, 1),
        **job.about,
        "files": written,
    }
    manifest.write(folder, content)
    return sum(entry["bytes"] for entry in written.values())


def _described(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
