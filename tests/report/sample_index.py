"""Indices of a small invented country, for what reports say of them."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pandas as pd

from impact.indicators.composite import Coherence
from impact.overviews.indices.model import IndexFigures
from impact.overviews.indices.spec import index_spec
from impact.report.blocks import Block
from impact.report.language import language
from impact.report.nodes import Banner, Bullets, FigureNode, Heading, Nodes, Paragraph, TableNode
from impact.report.parts import plain
from impact.report.render import nodes
from impact.run.indices.files import load_index

HERE, YEAR = "SE-0604", 2024
PLACES = ("SE-0604", "SE-0617", "SE-0642")


def coherent(**changes: Any) -> Coherence:
    """Return a coherence that lets one number pass, with other fields where given."""
    said = {
        "publish": True,
        "reasons": (),
        "cautions": (),
        "alpha": pd.DataFrame({"node": ["", "staff"], "alpha": [0.714, 0.5]}),
        "items": pd.DataFrame(
            {"indicator": ["kolada:N15428"], "with_rest": [0.4], "rest_upper": [0.5]}
        ),
        "pairs": pd.DataFrame({"first": [], "second": [], "correlation": []}),
        "population": 0.1,
    }
    return Coherence(**(said | changes))


def index(**changes: Any) -> IndexFigures:
    """Return the shipped Swedish index with invented results, other fields where given."""
    record = load_index("se_children_schools")
    spec = index_spec(record)
    names = list(spec.indicator_ids)
    parts = [node.id for node in spec.nodes if node.parent]
    each = [(place, name) for place in PLACES for name in names]
    table = pd.DataFrame(each, columns=["place", "part"])
    adds = [1.5, -0.5, 0.0, 0.25, 2.0, 0.0, 0.0, 0.75] * len(PLACES)
    moved = [0.5, 0.0, -1.25, 0.0, 0.0, 0.0, 0.0, 0.0] * len(PLACES)
    said = {
        "record": record,
        "spec": spec,
        "country": "SE",
        "year": YEAR,
        "coherence": coherent(),
        "alpha": 0.71,
        "places": places(),
        "parts": pd.DataFrame(
            [(place, part, 50.0 + at) for place in PLACES for at, part in enumerate(parts)],
            columns=["place", "part", "score"],
        ),
        "items": table.assign(value=60.0, year=2023.0, score=55.0),
        "gaps": table.assign(cause="data", contribution=adds),
        "gap_totals": totals(4.0, 1.0, 7.0).assign(peers=7),
        "changes": table.assign(cause="data", contribution=moved),
        "change_totals": totals(-0.75, -2.0, 0.5),
        "strengths": table.assign(kind="", gap=0.0, reference=54.0, score=55.0),
        "drivers": pd.DataFrame({"factor": ["sampling", "weights"], "total": [75.0, 5.0]}),
    }
    return IndexFigures(**(said | changes))


def places(**changes: Any) -> pd.DataFrame:
    """Return what is known of the whole index, the same of every municipality."""
    row = {
        "score": 61.8,
        "lower": 53.0,
        "upper": 68.0,
        "above": 40.0,
        "below": 70.0,
        "scored": 290.0,
        "method_low": 60.0,
        "method_high": 64.0,
        "reason": "",
        "older": 0.0,
        "available": 1.0,
    }
    return pd.DataFrame([row | changes] * len(PLACES), pd.Index(PLACES, name="place"))


def totals(gap: float, lower: float, upper: float) -> pd.DataFrame:
    """Return a difference with its limits, the same of every municipality."""
    row = {"own": 61.8, "other": 61.8 - gap, "gap": gap, "lower": lower, "upper": upper}
    return pd.DataFrame([row] * len(PLACES), pd.Index(PLACES, name="place"))


def other_record(found: IndexFigures, **changes: Any) -> IndexFigures:
    """Return an index whose file says something else."""
    return replace(found, record=found.record.model_copy(update=changes))


def region() -> SimpleNamespace:
    """Return what is needed of a region's figures."""
    return SimpleNamespace(places=PLACES, code="SE-06")


def say(code: str, blocks: Block | list[Block] | None) -> str:
    """Return everything blocks say, tables and alternative texts too, as one string."""
    reader = language(code)
    chosen = blocks if isinstance(blocks, list) else [blocks]
    return "\n".join(_said(nodes(block, reader)) for block in chosen if block is not None)


def _said(made: Nodes) -> str:
    lines: list[str] = []
    for node in made:
        if isinstance(node, Heading | Paragraph | Banner):
            lines.append(plain(node.text))
        elif isinstance(node, Bullets):
            lines += [plain(item) for item in node.items]
        elif isinstance(node, TableNode):
            lines += _table(node)
        elif isinstance(node, FigureNode):
            lines += [node.alt, *(plain(text) for _, text in node.legend), *_table(node.table)]
    return "\n".join(lines)


def _table(node: TableNode) -> list[str]:
    rows = [" | ".join(plain(cell.text) for cell in row) for row in node.rows]
    return [plain(node.caption), " | ".join(plain(name) for name in node.head), *rows]
