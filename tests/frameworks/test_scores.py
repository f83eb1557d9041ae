"""Entries of ordinal scales: kept, and summed only together with a warning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from impact.errors import InvalidInput, UnknownName
from impact.frameworks import SCALES, SCORES, score_sum, score_value


@pytest.mark.parametrize("scale", SCALES)
def test_every_scale_is_ordered_around_its_middle(scale):
    values = list(SCORES[scale].values())
    assert values == sorted(values)
    assert values == [-value for value in reversed(values)]


@given(some.lists(some.sampled_from(sorted(SCORES["pm2"]))))
def test_a_sum_says_how_many_it_hides_and_never_comes_without_warning(entries):
    found = score_sum(entries, scale="pm2")
    assert found.warning
    assert found.count == len(entries)
    assert found.value == sum(int(entry) for entry in entries)
    assert found.better + found.worse <= found.count
    turned = [entry.translate(str.maketrans("+-", "-+")) for entry in entries]
    mirrored = score_sum(turned, scale="pm2")
    assert (mirrored.value, mirrored.better) == (-found.value, found.worse)


def test_a_nought_may_hide_harm_and_gain():
    found = score_sum(["+2", "-2"], scale="pm2")
    assert (found.value, found.better, found.worse) == (0, 1, 1)


def test_all_wrong_entries_are_listed():
    with pytest.raises(InvalidInput) as caught:
        score_sum(["+1", "+3", "0", "high"], scale="pm2")
    assert [fault.where for fault in caught.value.faults] == ["entry 2", "entry 4"]


def test_an_unknown_scale_is_refused():
    with pytest.raises(UnknownName, match="unknown scale 'pm5'"):
        score_sum(["0"], scale="pm5")
    with pytest.raises(UnknownName, match="Write one of red, yellow, green"):
        score_value("blue", scale="traffic3")
