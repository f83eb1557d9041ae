from itertools import pairwise

import pytest

from impact.assessment.wellbeing.swemwbs import swemwbs_metric
from impact.errors import InvalidInput, UnknownName
from impact.evidence import instrument, instruments

FILE = """\
read: 2026-11-21
instruments:
  - id: short
    name: {en: Short}
    items: 1
    lowest_answer: 1
    highest_answer: 3
    metric_file: short.csv
    scoring: {en: Added.}
    citation: Somebody (2020)
    seen_in: own
"""


def folder_with(tmp_path, table, text=FILE):
    (tmp_path / "instruments.yml").write_text(text, encoding="utf-8")
    (tmp_path / "short.csv").write_text(table, encoding="utf-8")
    return tmp_path


def test_swemwbs_has_a_rising_score_for_every_sum():
    one = instrument("swemwbs")
    assert list(one.metric) == list(range(7, 36))
    assert all(before < after for before, after in pairwise(one.metric.values()))
    # Endpoints and middle as in four public scoring scripts, which agree
    assert (one.metric[7], one.metric[21], one.metric[35]) == (7.0, 19.25, 35.0)


def test_swemwbs_says_that_permission_is_needed_in_every_language():
    one = instrument("swemwbs")
    assert set(one.permission) == {"en", "sv", "fi", "nb"}
    assert "Warwick" in one.scoring["en"]


def test_who5_is_scored_from_0_to_100():
    # Topp et al. 2015: sum 0-25 times 4
    one = instrument("who5")
    assert (one.sums[0] * one.factor, one.sums[-1] * one.factor) == (0, 100)
    assert (one.poor_below, one.change, one.metric) == (13, 10, {})


def test_all_instruments_are_in_four_languages():
    for one in instruments():
        assert set(one.name) == set(one.scoring) == {"en", "sv", "fi", "nb"}, one.id


def test_a_table_is_read_with_its_instrument(tmp_path):
    folder = folder_with(tmp_path, "raw,metric\n1,1\n2,2.5\n3,3\n")
    assert instrument("short", folder).metric == {1: 1.0, 2: 2.5, 3: 3.0}


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ("raw,metric\n1,1\n3,3\n", "1 to 3"),
        ("raw,metric\n1,1\n2,2\n3,3\n4,4\n", "1 to 3"),
        ("raw,metric\n1,1\n2,4\n3,3\n", "rise"),
        ("raw,score\n1,1\n", "columns raw and metric"),
        ("raw,metric\n1,one\n", "columns raw and metric"),
    ],
)
def test_a_wrong_table_is_refused_by_name(tmp_path, table, word):
    with pytest.raises(InvalidInput, match=word) as caught:
        instruments(folder_with(tmp_path, table))
    assert caught.value.faults[0].where == "short.csv"


def test_an_answer_without_range_and_an_unknown_name(tmp_path):
    text = FILE.replace("highest_answer: 3", "highest_answer: 1")
    with pytest.raises(InvalidInput, match="no range"):
        instruments(folder_with(tmp_path, "raw,metric\n", text))
    with pytest.raises(UnknownName, match="swemwbs"):
        instrument("swemwb")


def test_the_table_is_what_the_calculation_takes():
    assert swemwbs_metric([7, 21, 35], table=instrument("swemwbs").metric).tolist() == [
        7.0,
        19.25,
        35.0,
    ]
