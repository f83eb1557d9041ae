"""Significance after the ARVI matrix, and what an override does."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from impact.errors import UnknownName
from impact.frameworks import significance, significance_of
from impact.frameworks.scales import DIRECTIONS, MAGNITUDES, SENSITIVITIES, SIGNIFICANCES

# Figure 2 of the IMPERIA/ARVI poster (Finnish Environment Institute), right half from "no change"
# to "very high"; a star marks the cells where one class lower may be chosen.
PRINTED = {
    "low": ["none", "low", "low", "moderate*", "high*"],
    "moderate": ["none", "low", "moderate", "high*", "high"],
    "high": ["none", "moderate*", "high*", "high", "very high"],
    "very_high": ["none", "high*", "high", "very high", "very high"],
}


@pytest.mark.parametrize("sensitivity", PRINTED)
def test_the_matrix_is_the_printed_one(sensitivity):
    for magnitude, printed in zip(MAGNITUDES, PRINTED[sensitivity], strict=True):
        word, borderline = significance(sensitivity, magnitude)
        assert word == printed.rstrip("*").replace(" ", "_")
        assert borderline == printed.endswith("*")


@given(some.sampled_from(SENSITIVITIES), some.sampled_from(MAGNITUDES[:-1]))
def test_more_change_or_more_sensitivity_never_means_less(sensitivity, magnitude):
    rank = SIGNIFICANCES.index
    here = rank(significance(sensitivity, magnitude)[0])
    larger = MAGNITUDES[MAGNITUDES.index(magnitude) + 1]
    assert rank(significance(sensitivity, larger)[0]) >= here
    if sensitivity != SENSITIVITIES[-1]:
        next_one = SENSITIVITIES[SENSITIVITIES.index(sensitivity) + 1]
        assert rank(significance(next_one, magnitude)[0]) >= here


def impact(**changes):
    plain = {
        "direction": "worse", "magnitude": "moderate", "sensitivity": "high", "override": None,
    }  # fmt: skip
    return SimpleNamespace(**{**plain, **changes})


def test_an_impact_gets_the_rules_word():
    found = significance_of(impact())
    assert (found.word, found.borderline, found.overridden) == ("high", True, False)
    assert found.at_least("moderate")
    assert not found.at_least("very_high")


def test_the_direction_does_not_change_how_significant_it_is():
    words = {
        direction: significance_of(impact(direction=direction)).word for direction in DIRECTIONS
    }
    assert words == {
        "better": "high", "worse": "high", "mixed": "high", "none": "none", "unknown": None,
    }  # fmt: skip


def test_what_is_not_known_is_not_significant_nor_insignificant():
    for unknown in (impact(sensitivity=None), impact(direction="unknown")):
        found = significance_of(unknown)
        assert found.word is None
        assert not found.at_least("none")


def test_an_override_wins_and_keeps_what_the_rule_said():
    override = SimpleNamespace(significance="low")
    found = significance_of(impact(override=override))
    assert (found.word, found.rule_word, found.overridden) == ("low", "high", True)


def test_unknown_words_are_refused():
    with pytest.raises(UnknownName, match="Did you mean moderate"):
        significance("moderat", "low")
    with pytest.raises(UnknownName, match="magnitude"):
        significance("low", "enormous")
