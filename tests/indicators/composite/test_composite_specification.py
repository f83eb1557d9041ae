"""What an index may be made of, and that every fault is named at once."""

from __future__ import annotations

import pytest
from index_cases import RAGGED

from impact.errors import InvalidInput
from impact.indicators.composite import IndexItem, IndexNode, IndexSpec, effective_weights


def test_weights_go_down_a_ragged_tree():
    # root: school 2, health 1, trust 1; school: marks 3, staff 1; staff and health: halves.
    assert effective_weights(RAGGED) == pytest.approx(
        {
            "marks": 2 / 4 * 3 / 4,
            "qualified": 2 / 4 * 1 / 4 / 2,
            "turnover": 2 / 4 * 1 / 4 / 2,
            "smoking": 1 / 4 / 2,
            "sport": 1 / 4 / 2,
            "trust": 1 / 4,
        }
    )


def test_all_faults_are_named_at_once():
    with pytest.raises(InvalidInput) as caught:
        IndexSpec(
            "bad",
            (IndexNode("a"), IndexNode("b"), IndexNode("c", "nowhere"), IndexNode("d", "a")),
            (
                IndexItem("x", "a", direction="up"),
                IndexItem("x", "none", weight=-1.0),
                IndexItem("y", "a", goalposts=(5, 5), valid_from=2020, valid_to=2010),
                IndexItem("z", "a", normalisation="goalposts"),
                IndexItem("t", "a", normalisation="distance_to_target"),
            ),
            normalisation="ranked",
            aggregation="sum",
            imputation="guess",
            power=0,
            floor=0,
            minimum_share=1.5,
        )
    text = str(caught.value)
    for words in (
        "'ranked' is not known", "'sum' is not known", "'guess' is not known", "power: 0",
        "floor: 0", "minimum_share: 1.5", "'x': names 2 parts", "here: a, b",
        "'nowhere' is no node", "'up' is not known", "-1.0 is no weight",
        "its node 'none' is no node", "(5, 5)", "valid from 2020",
        "'z': has no goalposts", "'t': has no target",
        "node 'd': has neither indicators nor parts",
    ):  # fmt: skip
        assert words in text, words


def test_a_circle_of_parts_is_refused():
    nodes = (IndexNode("a"), IndexNode("b", "c"), IndexNode("c", "b"))
    items = (IndexItem("x", "a"), IndexItem("y", "b"), IndexItem("z", "c"))
    with pytest.raises(InvalidInput, match="its own ancestor"):
        IndexSpec("round", nodes, items)


def test_weights_that_add_up_to_nothing_are_refused():
    with pytest.raises(InvalidInput, match="add up to 0"):
        IndexSpec("none", (IndexNode("a"),), (IndexItem("x", "a", weight=0.0),))


def test_the_index_of_a_year_leaves_out_what_is_not_valid_and_emptied_parts():
    nodes = (IndexNode("all"), IndexNode("old", "all"))
    items = (IndexItem("x", "all"), IndexItem("y", "old", valid_to=2019))
    spec = IndexSpec("dated", nodes, items)
    assert spec.for_year(2019) == spec
    later = spec.for_year(2020)
    assert later.indicator_ids == ("x",)
    assert [node.id for node in later.nodes] == ["all"]
    with pytest.raises(InvalidInput, match="valid in 2030"):
        IndexSpec("gone", nodes[:1], (IndexItem("x", "all", valid_to=2020),)).for_year(2030)


def test_weights_are_set_by_name():
    assert effective_weights(RAGGED.with_weights({"trust": 0.0}))["trust"] == 0
    with pytest.raises(InvalidInput, match="truss"):
        RAGGED.with_weights({"truss": 1.0})
