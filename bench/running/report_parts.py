"""Processor seconds of each part of our own report, in a child of a warm process per report."""

from __future__ import annotations

import gc
import json
import multiprocessing
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

Made = TypeVar("Made")


def parts(notebook: str) -> dict[str, float]:
    """Return the seconds of every part of the report an executed notebook holds."""
    from impact.report import collect, page, pdf, values_csv
    from impact.report.language import LANGUAGES, language

    found: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Made]) -> Made:
        before = time.process_time()
        made = work()
        found[name] = time.process_time() - before
        return made

    saved: dict[str, Any] = json.loads(Path(notebook).read_text(encoding="utf-8"))
    blocks = timed("blocks out of the notebook", lambda: collect.blocks(saved))
    usual, *others = sorted(LANGUAGES, key=lambda code: code != "sv")
    links = {code: f"report.{code}.html" for code in LANGUAGES}

    def html(code: str) -> str:
        return page.html(blocks, language(code), links=links, files={}, home=None)

    timed("page, first language", lambda: html(usual))
    for code in others:
        timed(f"page, {code}", lambda code=code: html(code))
    found["page, each further language"] = sum(found.pop(f"page, {code}") for code in others) / len(
        others
    )
    timed("summary, PDF", lambda: pdf.summary(blocks, language(usual)))
    timed("dialogue sheet, PDF", lambda: pdf.dialogue(blocks, language(usual)))
    timed("values.csv", lambda: values_csv.text(blocks))
    return found


def main(folder: Path) -> None:
    """Print the parts of every report in a folder as JSON."""
    from impact.run.warm_up import warm_up

    notebooks = sorted(str(file) for file in folder.glob("**/notebook.ipynb"))
    warm_up()
    gc.freeze()
    with multiprocessing.get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        print(json.dumps(pool.map(parts, notebooks, chunksize=1)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
