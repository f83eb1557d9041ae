"""Names of groups: dimensions, their order, and what an indicator may be divided by."""

from __future__ import annotations

import pytest

from impact.catalogue import indicator, indicators
from impact.catalogue.groups import DIMENSIONS, dimensions, is_group


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("total", ()),
        ("female", ("sex",)),
        ("age:00", ("age",)),
        ("age:90-94", ("age",)),
        ("grade:9", ("grade",)),
        ("distance:5", ("distance",)),
        ("female&age:13-15&language:sv", ("sex", "age", "language")),
        ("male&residence:rural&distance:2-5", ("sex", "residence", "distance")),
    ],
)
def test_a_group_is_divided_by_its_dimensions(group, expected):
    assert is_group(group)
    assert dimensions(group) == expected


@pytest.mark.parametrize(
    "group",
    [
        "",
        "Total",
        "female&male",
        "language:sv&female",
        "total&female",
        "age:7",
        "language:de",
        "a&",
    ],
)
def test_other_texts_are_no_groups(group):
    assert not is_group(group)


def test_listed_groups_combine():
    survey = indicator("local:pupil_survey_safety")
    assert survey.has_group("total")
    assert survey.has_group("female&language:fi&residence:rural")
    assert not survey.has_group("female&age:07-15")
    assert not survey.has_group("language:fi&female")


def test_every_listed_group_has_one_dimension_at_most():
    for entry in indicators():
        for group in entry.groups:
            assert is_group(group)
            assert len(dimensions(group)) <= 1
    assert set(DIMENSIONS) == {"sex", "age", "grade", "language", "residence", "distance"}
