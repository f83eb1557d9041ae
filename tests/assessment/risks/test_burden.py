"""Burdens of places and groups: every row kept, totals the sums of their parts."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.assessment.risks import (
    attributable_fraction,
    burden,
    potential_impact_fraction,
    relative_risk_at,
)
from impact.errors import InvalidInput


@pytest.fixture
def people() -> pd.DataFrame:
    rng = np.random.default_rng(4)
    frame = pd.MultiIndex.from_product(
        [["0180", "0680"], ["f", "m"], ["some", "much"]], names=["place", "sex", "level"]
    ).to_frame(index=False)
    frame["share"] = rng.uniform(0, 0.4, 8)
    frame["after"] = frame["share"] * 0.7
    frame["relative_risk"] = np.tile([1.4, 2.2], 4)
    frame["cases"] = np.repeat([120.0, 80.0, 40.0, 60.0], 2)
    return frame.sample(frac=1, random_state=1)


def total(out: pd.DataFrame, **where: str) -> pd.Series:
    kept = np.logical_and.reduce([out[name] == value for name, value in where.items()])
    assert kept.sum() == 1
    return out[kept].iloc[0]


def test_cantons_by_language_as_printed_in_healthiar():
    """healthiar test-attribute_health.R: 1116.42, 466.43 and 134.88 cases by language."""
    frame = pd.DataFrame(
        {
            "canton": ["Zurich", "Basel", "Geneva", "Ticino", "Jura"],
            "language": ["German", "German", "French", "Italian", "French"],
            "cases": [4000, 2500, 3000, 1500, 500],
            "level": "all",
            "share": 1.0,
            "relative_risk": relative_risk_at(
                [11, 11, 10, 8, 7], relative_risk=1.369, increment=10, cutoff=5
            ),
        }
    )
    out = burden(frame, by=["language", "canton"])
    found = [
        total(out, language=name, canton="total", level="total")["attributable_cases"]
        for name in ("German", "French", "Italian")
    ]
    printed = [1116.41855325132, 466.433010062623, 134.881901125568]
    assert found == pytest.approx(printed, rel=1e-12)


def test_rows_given_come_first_and_match_the_array_functions(people):
    out = burden(people, by=["place", "sex"], share_after="after")
    assert out["level"].head(8).tolist() == people["level"].tolist()
    for place, sex in [("0180", "f"), ("0680", "m")]:
        own = people[(people["place"] == place) & (people["sex"] == sex)]
        row = total(out, place=place, sex=sex, level="total")
        assert row["fraction"] == pytest.approx(
            attributable_fraction(own["share"], own["relative_risk"])
        )
        assert row["impact_fraction"] == pytest.approx(
            potential_impact_fraction(own["share"], own["relative_risk"], own["after"])
        )


def test_groups_and_levels_sum_to_totals(people):
    out = burden(people, by=["place", "sex"], share_after="after")
    given_rows = out.head(len(people))
    for amount in ("attributable_cases", "avoided_cases"):
        everything = total(out, place="total", sex="total", level="total")[amount]
        assert given_rows[amount].sum() == pytest.approx(everything)
        much = total(out, place="total", sex="total", level="much")[amount]
        assert given_rows.loc[given_rows["level"] == "much", amount].sum() == pytest.approx(much)
        boys = total(out, place="total", sex="m", level="total")[amount]
        assert given_rows.loc[given_rows["sex"] == "m", amount].sum() == pytest.approx(boys)
    assert total(out, place="total", sex="total", level="total")["cases"] == 300
    assert total(out, place="0180", sex="total", level="some")["cases"] == 200


def test_unknown_cases_make_their_totals_unknown_and_no_others(people):
    people.loc[(people["place"] == "0680") & (people["sex"] == "m"), "cases"] = np.nan
    out = burden(people, by=["place", "sex"])
    assert np.isnan(total(out, place="0680", sex="m", level="total")["attributable_cases"])
    assert np.isnan(total(out, place="total", sex="total", level="total")["attributable_cases"])
    assert total(out, place="0180", sex="total", level="total")["attributable_cases"] > 0
    assert total(out, place="total", sex="f", level="total")["attributable_cases"] > 0


def test_an_empty_table_gives_an_empty_one(people):
    out = burden(people.iloc[:0], by=["place", "sex"])
    assert len(out) == 0
    assert list(out.columns) == [
        *["place", "sex", "level", "cases", "fraction", "attributable_cases"]
    ]


def test_the_table_given_is_not_changed(people):
    before = people.copy()
    burden(people, by=["place", "sex"])
    pd.testing.assert_frame_equal(people, before)


def test_everything_wrong_is_listed_at_once(people):
    people = people.reset_index(drop=True)
    people.loc[0, "share"] = 1.4
    people.loc[1, "relative_risk"] = -1
    people.loc[2, "cases"] = 7
    people.loc[3, "sex"] = "total"
    with pytest.raises(InvalidInput) as error:
        burden(people, by=["place", "sex"])
    text = str(error.value)
    for words in ("is not between 0 and 1", "sums to", "is negative", "several numbers", "of sums"):
        assert words in text


def test_levels_twice_and_absent_columns(people):
    with pytest.raises(InvalidInput, match="twice in its group"):
        burden(pd.concat([people, people]).assign(share=0.1), by=["place", "sex"])
    with pytest.raises(InvalidInput, match="share_then"):
        burden(people, by=["place", "sex"], share_after="share_then")
