"""A pot shared by scores, and what one step more brings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from impact.errors import InvalidInput
from impact.indicators.composite.funding import money_of_steps, share_pot, step_scores
from impact.indicators.composite.specification import IndexItem, IndexNode, IndexSpec

SPEC = IndexSpec(
    id="trial",
    nodes=(
        IndexNode("whole"),
        IndexNode("work", "whole", 1.0),
        IndexNode("results", "whole", 3.0),
    ),
    indicators=(
        IndexItem("a", "work", weight=1.0, goalposts=(0.0, 100.0)),
        IndexItem("b", "work", weight=1.0, goalposts=(0.0, 100.0)),
        IndexItem("c", "results", goalposts=(0.0, 100.0)),
    ),
    normalisation="goalposts",
    minimum_share=0.5,
)
SCORES = np.array([[40.0, 80.0, 60.0], [100.0, 20.0, 50.0]])
PEOPLE = np.array([1000.0, 3000.0])


def test_the_index_and_its_steps_by_hand():
    found = step_scores(SCORES, SPEC, step=10.0)
    # 60 / 4 + 60 x 3 / 4 = 60 and (100 + 20) / 2 / 4 + 50 x 3 / 4 = 52.5
    assert found.now == pytest.approx([60.0, 52.5])
    # effective weights 1/8, 1/8, 3/4; the second place is at the top of a
    assert found.points == pytest.approx(np.array([[1.25, 1.25, 7.5], [0.0, 1.25, 7.5]]))
    assert found.steps.tolist() == [[10.0, 10.0, 10.0], [0.0, 10.0, 10.0]]


def test_the_money_by_hand():
    found = step_scores(SCORES, SPEC, step=10.0)
    # 1000 x 60 = 60,000 and 3000 x 52.5 = 157,500: together 217,500
    money = share_pot(found.now, PEOPLE, 435_000.0)
    assert money.money == pytest.approx([120_000.0, 315_000.0])
    assert money.per_inhabitant == pytest.approx([120.0, 105.0])
    # c in the first place: 435,000 x 67,500 / 225,000 = 130,500, that is 10,500 more
    gain = money_of_steps(found, PEOPLE, 435_000.0)
    assert gain[0, 2] == pytest.approx(10_500.0)
    assert gain[1, 0] == 0.0


def test_a_gain_is_what_sharing_the_pot_anew_gives_and_others_pay_it():
    found = step_scores(SCORES, SPEC, step=10.0)
    gain = money_of_steps(found, PEOPLE, 1_000.0)
    before = share_pot(found.now, PEOPLE, 1_000.0).money
    for place in range(2):
        for item in range(3):
            raised = found.now.copy()
            raised[place] = found.with_step[place, item]
            after = share_pot(raised, PEOPLE, 1_000.0).money
            assert after.sum() == pytest.approx(1_000.0)
            assert after[place] - before[place] == pytest.approx(gain[place, item])
            assert before[1 - place] - after[1 - place] == pytest.approx(gain[place, item])


def test_places_not_listed_are_counted_together():
    whole = share_pot(np.array([60.0, 50.0, 40.0]), np.array([1.0, 2.0, 3.0]), 90.0)
    part = share_pot(np.array([60.0]), np.array([1.0]), 90.0, others=2 * 50.0 + 3 * 40.0)
    assert part.money[0] == pytest.approx(whole.money[0])


def test_a_missing_answer_is_left_out_or_counts_as_nought():
    scores = np.array([[np.nan, 80.0, 60.0]])
    left_out = step_scores(scores, SPEC, step=10.0)
    assert left_out.now[0] == pytest.approx(80 / 4 + 60 * 3 / 4)
    assert np.isnan(left_out.with_step[0, 0])
    assert left_out.points[0, 1] == pytest.approx(2.5)  # b alone carries the quarter
    nought = step_scores(scores, SPEC, step=10.0, missing="nought")
    assert nought.now[0] == pytest.approx(40 / 4 + 60 * 3 / 4)
    assert nought.points[0, 0] == pytest.approx(1.25)


def test_a_step_near_the_top_is_shorter():
    found = step_scores(np.array([[96.0, 50.0, 50.0]]), SPEC, step=10.0)
    assert found.steps[0].tolist() == [4.0, 10.0, 10.0]
    assert found.points[0, 0] == pytest.approx(4 / 8)


@given(
    some.lists(some.floats(1, 100), min_size=2, max_size=6),
    some.lists(some.floats(1, 1e6), min_size=6, max_size=6),
    some.floats(1, 1e9),
)
def test_the_money_adds_up_to_the_pot_and_equal_scores_give_equal_shares(scores, people, pot):
    k, n = np.array(scores), np.array(people[: len(scores)])
    assert share_pot(k, n, pot).money.sum() == pytest.approx(pot)
    equal = share_pot(np.full(len(n), 42.0), n, pot).per_inhabitant
    assert equal == pytest.approx(np.full(len(n), pot / n.sum()))


@given(some.floats(0.1, 50))
def test_the_scale_of_the_coefficient_changes_nothing(scale):
    k = np.array([60.0, 52.5])
    assert share_pot(k * scale, PEOPLE, 10.0).money == pytest.approx(
        share_pot(k, PEOPLE, 10.0).money
    )


def test_order_of_places_and_indicators_changes_nothing():
    found = step_scores(SCORES, SPEC)
    turned = IndexSpec(
        id="trial",
        nodes=SPEC.nodes[::-1],
        indicators=SPEC.indicators[::-1],
        normalisation="goalposts",
        minimum_share=0.5,
    )
    other = step_scores(SCORES[::-1, ::-1], turned)
    assert other.now[::-1] == pytest.approx(found.now)
    assert other.points[::-1, ::-1] == pytest.approx(found.points)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"scores": np.array([[101.0, 1.0, 1.0]])}, "outside 0 to 100"),
        ({"scores": np.array([[1.0, 1.0]])}, "the index has 3 indicators"),
        ({"step": 0.0}, "no step of 0 to 100"),
        ({"missing": "guessed"}, "'guessed' is not known"),
    ],
)
def test_scores_and_steps_that_cannot_be(change, said):
    told = {"scores": SCORES, "step": 10.0, "missing": "left_out"} | change
    with pytest.raises(InvalidInput, match=said):
        step_scores(told.pop("scores"), SPEC, **told)


def test_all_faults_of_a_pot_are_listed_at_once():
    with pytest.raises(InvalidInput) as caught:
        share_pot(np.array([np.nan, 1.0]), np.array([0.0, 1.0]), 0.0, others=-1.0)
    said = str(caught.value)
    for words in ("1 places have no coefficient", "above 0", "nothing to share", "no sum"):
        assert words in said
    with pytest.raises(InvalidInput, match="all are 0"):
        share_pot(np.zeros(2), PEOPLE, 1.0)
    with pytest.raises(InvalidInput, match="are of shape"):
        share_pot(np.ones(2), np.ones(3), 1.0)
