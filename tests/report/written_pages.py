"""Everything a report consists of, written in a process of its own; prints a digest of each."""

from __future__ import annotations

import hashlib
import json
import sys

import sample
import sample_appraisal
import sample_assessment
import sample_evaluation_blocks

from impact.report import guide, names, page, pdf, values_csv
from impact.report.display import dumps, from_json
from impact.report.language import language

QUANTITIES = ("quantities", "drivers", "economics")
REPORTS = {
    "municipality": sample.municipality,
    "region": sample.region,
    "assessment": lambda: [
        *sample_assessment.blocks(),
        *(block for name in QUANTITIES for block in sample_appraisal.made(name)),
    ],
    "evaluation": lambda: [
        sample_evaluation_blocks.front(),
        sample_evaluation_blocks.conclusion(),
        *sample_evaluation_blocks.drawings(),
    ],
}


def written(kind: str, code: str) -> dict[str, bytes]:
    """Return every file of a report in one language."""
    blocks, reader = REPORTS[kind](), language(code)
    blocks = [from_json(json.loads(dumps(block))) for block in blocks]
    files = {
        "blocks": "\n".join(dumps(block) for block in blocks).encode(),
        "page": page.html(blocks, reader, links={"sv": "a", "en": "b"}).encode(),
        "summary": pdf.summary(blocks, reader),
        "values": values_csv.text(blocks).encode(),
    }
    if kind == "municipality":
        files["dialogue"] = pdf.dialogue(blocks, reader)
    if kind == "assessment":
        files["guide"] = guide.html(reader).encode()
    return files


def main(order: list[str]) -> None:
    """Write reports named kind.language in this order and print the digests of their files."""
    names.indicator, names.boundary = sample_appraisal.catalogue, sample.square
    digests = {}
    for report in order:
        kind, code = report.split(".")
        for name, content in written(kind, code).items():
            digests[f"{report}.{name}"] = hashlib.sha256(content).hexdigest()
    print(json.dumps(digests))


if __name__ == "__main__":
    main(sys.argv[1:])
