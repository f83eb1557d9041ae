"""A table without rows gives a table without rows, with the columns of a full one."""

from __future__ import annotations

import pandas as pd
import pytest

from impact import indicators as im

BANDS = im.european_standard_population().index
PLACES = pd.DataFrame(
    {
        "place": [f"P{at}" for at in range(6)],
        "numerator": [10, 12, 9, 14, 20, 11],
        "denominator": 100,
        "reference_numerator": 50,
        "reference_denominator": 900,
        "value": [0.10, 0.12, 0.09, 0.14, 0.20, 0.11],
        "lower": 0.01,
        "upper": 0.50,
        "standard_error": 0.03,
        "status": "ok",
    }
)
AGES = pd.DataFrame(
    {"place": "A", "band": BANDS, "numerator": 20, "denominator": 5000, "status": "ok"}
)
COUNTS = {"deaths": "numerator", "persons": "denominator"}
ONE = PLACES[["value", "lower", "upper"]].head(1)
REFERENCE = AGES[["band", "numerator", "denominator"]]
CALLS = {
    "proportion": lambda frame: im.proportion(frame),
    "rate of groups": lambda frame: im.rate(frame, by="place", confidence=[0.5, 0.95]),
    "mean": lambda frame: im.mean(frame, by="place"),
    "difference": lambda frame: im.difference(frame, kind="rate"),
    "ratio of shares": lambda frame: im.ratio(frame, kind="proportion"),
    "ratio of rates": lambda frame: im.ratio(frame, kind="rate"),
    "difference of estimates": lambda frame: im.difference_of_estimates(frame, ONE),
    "ratio of estimates": lambda frame: im.ratio_of_estimates(frame, ONE),
    "shrink": lambda frame: im.shrink(frame, model="rate"),
    "rank_interval": lambda frame: im.rank_interval(frame, model="estimate"),
    "peers": lambda frame: im.peers_by_distance(frame, variables=["value"], k=2),
    "peer_sensitivity": lambda frame: im.peer_sensitivity(frame, variables=["value"], k=2),
    "standardised_rate": lambda frame: im.standardised_rate(frame, by="place"),
    "standardised_ratio": lambda frame: im.standardised_ratio(frame, REFERENCE, by="place"),
    "indirect_rate": lambda frame: im.indirect_rate(frame, REFERENCE, by="place"),
    "life_table": lambda frame: im.life_table(frame, by="place", **COUNTS),
    "life_expectancy": lambda frame: im.life_expectancy(frame, by="place", **COUNTS),
}
BY_AGE = {"standardised_rate", "standardised_ratio", "indirect_rate"}
BY_AGE |= {"life_table", "life_expectancy"}


@pytest.mark.parametrize("name", CALLS)
def test_no_rows_give_no_rows(name):
    full = AGES if name in BY_AGE else PLACES
    whole, empty = CALLS[name](full), CALLS[name](full.iloc[:0])
    assert len(whole) > 0
    assert len(empty) == 0
    assert list(empty.columns) == list(whole.columns)
    if "reason" in whole:
        assert empty["reason"].dtype == "str"


@pytest.mark.parametrize("model", ["proportion", "estimate"])
def test_nobody_is_better_than_nobody(model):
    assert im.probability_better(PLACES.iloc[:0], model=model).shape == (0, 0)
