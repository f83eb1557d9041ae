"""Whose rule hides small numbers: a producer's is honoured, only own figures are hidden here."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from impact import catalogue
from impact.catalogue.model import SmallNumbers
from impact.indicators.protection.added import rule_of_entry

REASON = {"en": "Small numbers are hidden"}


def test_only_what_analysts_count_is_hidden_here():
    for entry in catalogue.indicators():
        own = entry.id.startswith("local:")
        assert (rule_of_entry(entry) is not None) is own, entry.id
        assert own or entry.small_numbers is None or entry.small_numbers.threshold is None


def test_the_rule_of_own_counts():
    rule = rule_of_entry(catalogue.indicator("local:attendance_absence_15"))
    assert (rule.threshold, rule.complement, rule.denominator, rule.tolerance) == (5, 5, 5, 1)


@pytest.mark.parametrize(
    "numbers",
    [{"hidden_here": True}, {"series_small": 0.5}, {"threshold": 0}, {"series_share": 1.5}],
)
def test_numbers_that_cannot_be_are_refused(numbers):
    with pytest.raises(ValidationError):
        SmallNumbers(rule="own", reason=REASON, **numbers)


def test_bands_of_absence_say_what_they_are_part_of():
    whole = {entry.id: entry.part_of for entry in catalogue.indicators() if entry.part_of}
    assert whole == {
        "local:attendance_absence_30": "local:attendance_absence_15",
        "local:attendance_absence_50": "local:attendance_absence_30",
        "local:attendance_unauthorised_15": "local:attendance_absence_15",
    }
