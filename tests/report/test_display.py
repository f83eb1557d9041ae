"""Blocks survive strict JSON, and a figure that must not be shown never gets into it."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest
import sample
from hypothesis import given
from hypothesis import strategies as st

from impact.errors import InvalidInput, UnknownName
from impact.report import annex_blocks, collect, funnel_blocks, region_blocks
from impact.report import blocks as block_types
from impact.report.blocks import Block, LocalText, Sentences, Series, Table
from impact.report.display import MIME, dumps, from_json, mimebundle, to_json
from impact.report.message import LocalWords, Message, Number, Verdict, message

EVERY = [*sample.municipality(), *sample.region()]


def test_the_samples_hold_every_kind_of_block() -> None:
    modules = (block_types, region_blocks, annex_blocks, funnel_blocks)
    kinds = [kind for module in modules for kind in vars(module).values()]
    blocks = {kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Block)}
    assert {type(block) for block in EVERY} == blocks - {Block}


@pytest.mark.parametrize("block", EVERY, ids=lambda block: type(block).__name__)
def test_every_block_survives_json(block: object) -> None:
    data = json.loads(json.dumps(to_json(block), allow_nan=False))
    assert from_json(data) == block


@given(texts=st.dictionaries(st.text(), st.text()), value=st.none() | st.floats(-1e9, 1e9))
def test_any_text_and_figure_survives_json(texts: dict[str, str], value: float | None) -> None:
    own = LocalText(section="local", text=LocalWords(texts), author=None, date=None)
    table = Table(section="annex", caption=Message("a", {"type": LocalWords(texts)}),
                  columns=(), rows=((Number(value), "text", 3, None),))  # fmt: skip
    assert from_json(json.loads(dumps(own))) == own
    assert from_json(json.loads(dumps(table))) == table


def test_nan_becomes_nothing_and_numpy_becomes_plain() -> None:
    data = json.loads(
        dumps(
            Table(
                section="annex",
                caption=message("table-full"),
                columns=(),
                rows=((Number(np.float64(1.5)), Number(math.nan)),),
            )
        )
    )
    first, second = data["rows"][0]
    assert first["value"] == 1.5
    assert second["value"] is None
    panel = Series(years=(np.int64(2024),), values=(math.nan,))
    assert json.loads(json.dumps(to_json(panel)))["years"] == [2024]


def test_a_suppressed_figure_with_a_value_is_refused_with_all_other_faults() -> None:
    rows = ((Number(4.0, status="suppressed", indicator="kolada:N15428"),),
            (Verdict("comparison", "best"),), (Number(math.inf),))  # fmt: skip
    with pytest.raises(InvalidInput) as caught:
        to_json(Table(section="annex", caption=message("table-full"), columns=(), rows=rows))
    assert len(caught.value.faults) == 3
    assert "suppressed" in str(caught.value) and "kolada:N15428" in str(caught.value)


def test_an_unknown_section_or_type_is_refused() -> None:
    with pytest.raises(InvalidInput, match="cover"):
        to_json(Sentences(section="cover", messages=()))
    with pytest.raises(UnknownName, match="Barometr"):
        from_json({"type": "Barometr"})


def test_a_displayed_block_carries_json_and_a_preview_unless_switched_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    block = sample.first_page()[1]
    monkeypatch.delenv("IMPACT_PREVIEW", raising=False)
    bundle = block._repr_mimebundle_()
    assert bundle[MIME] == to_json(block)
    assert "<script" not in bundle["text/html"] and "better" in bundle["text/html"]
    monkeypatch.setenv("IMPACT_PREVIEW", "off")
    assert set(mimebundle(block)) == {MIME, "text/plain"}


def test_blocks_are_collected_in_the_order_of_the_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMPACT_PREVIEW", "off")
    blocks = sample.first_page()
    outputs = [{"output_type": "display_data", "data": mimebundle(block)} for block in blocks]
    cells = [
        {"cell_type": "markdown", "source": "Text"},
        {"cell_type": "code", "outputs": [{"output_type": "stream", "text": "x"}, *outputs[:2]]},
        {"cell_type": "code", "outputs": outputs[2:]},
    ]
    assert collect.blocks(json.loads(json.dumps({"cells": cells}))) == blocks
