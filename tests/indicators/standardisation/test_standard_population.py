"""The European standard population and the reading of age bands."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.indicators.standardisation.age_bands import age_bands
from impact.indicators.standardisation.standard_population import (
    european_standard_population,
    fold_weights,
)


def test_it_holds_100_000_persons_in_21_bands_however_folded():
    assert len(european_standard_population()) == 21
    for open_from in (95, 90, 85, 75, 5, 1):
        for apart in (True, False):
            weights = european_standard_population(open_from=open_from, infants_apart=apart)
            assert weights.sum() == 100_000


def test_it_folds_to_the_nineteen_bands_england_publishes():
    """The vector esp2013 of the R package PHEindicatormethods: 0-4, 5-9, ..., 90+."""
    weights = european_standard_population(open_from=90, infants_apart=False)
    assert weights.tolist() == [
        *(5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000),
        *(7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000),
    ]
    assert weights.index[[0, 1, -1]].tolist() == ["0-4", "5-9", "90+"]


def test_folding_keeps_the_wanted_labels_and_their_order():
    weights = fold_weights(european_standard_population(), ["age:65+", "age:00-19", "age:20-64"])
    assert weights.index.tolist() == ["age:65+", "age:00-19", "age:20-64"]
    assert weights.tolist() == [19_500, 21_500, 59_000]


@pytest.mark.parametrize(
    ("bands", "problem"),
    [
        (["0-17", "18+"], "begins or ends inside"),
        (["0-4", "10+"], "is in no band asked for"),
        (["0-9", "5-9", "10+"], "is in two bands"),
    ],
)
def test_bands_that_do_not_fit_are_refused(bands, problem):
    with pytest.raises(InvalidInput, match=problem):
        fold_weights(european_standard_population(), bands)


def test_an_open_band_must_begin_where_a_band_begins():
    with pytest.raises(InvalidInput, match="Bands start at 1, 5, 10"):
        european_standard_population(open_from=87)


@pytest.mark.parametrize(
    ("label", "start", "end"),
    [
        ("0", 0, 1),
        ("1-4", 1, 5),
        ("85+", 85, np.inf),
        ("age:00", 0, 1),
        ("age:07-15", 7, 16),
        ("age:80-99", 80, 100),
        ("10 \u2013 14", 10, 15),
        (" 90 +", 90, np.inf),
    ],
)
def test_labels_are_read(label, start, end):
    assert age_bands([label]).iloc[0].tolist() == [start, end]


def test_all_labels_that_are_no_bands_are_named():
    with pytest.raises(InvalidInput) as caught:
        age_bands(["0-4", "old", "5 to 9", np.nan, "age:se", 7])
    assert len(caught.value.faults) == 5
    with pytest.raises(InvalidInput, match="ends before it begins"):
        age_bands(["9-5"])


def test_repeated_labels_are_read_once():
    assert age_bands(pd.Series(["5-9", "0-4", "5-9"])).index.tolist() == ["5-9", "0-4"]


def test_the_open_age_may_be_a_real_number():
    whole, real = (european_standard_population(open_from=age) for age in (85, 85.0))
    pd.testing.assert_series_equal(whole, real)
