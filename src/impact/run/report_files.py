"""The files of a report, rendered from its executed notebook in every language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from impact.errors import ImpactError
from impact.run.study_kinds import KINDS

if TYPE_CHECKING:
    from impact.report.language import Language
    from impact.run.make_report import Job

NOTEBOOK = "notebook.ipynb"


def write_files(job: Job, folder: Path) -> dict[str, str]:
    """Write a report's pages, sheets and table; return its headline in every language.

    Raises
    ------
    ImpactError
        The notebook showed no block.
    """
    from impact.report import collect, page, pdf, values_csv
    from impact.report.language import language

    blocks = collect.blocks(json.loads((folder / NOTEBOOK).read_text(encoding="utf-8")))
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
        if job.kind in KINDS and KINDS[job.kind].guided:
            files["guide"] = f"guide.{code}.html"
            _save(folder / files["guide"], _guide(reader, job))
        home = job.homes.get(code)
        text = page.html(blocks, reader, links=links, files=files, home=home)
        _save(folder / f"report.{code}.html", text)
        headline[code] = reader.plain(front.headline)
    _save(folder / "values.csv", values_csv.text(blocks))
    return headline


def _guide(reader: Language, job: Job) -> str:
    from impact.report import guide

    links = {code: f"guide.{code}.html" for code in job.languages}
    return guide.html(reader, links=links, home=job.homes.get(reader.code))


def _save(path: Path, content: str | bytes) -> None:
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
