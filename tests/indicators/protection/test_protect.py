"""A figure its status hides never passes the door; a rule hides what is too small and more."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_tables import COUNTIES, SSB_Z1, SSB_Z2, crossed, pupils

from impact.errors import InvalidInput
from impact.indicators.protection.audit import audit
from impact.indicators.protection.layout import Layout
from impact.indicators.protection.protect import protect
from impact.indicators.protection.rules import Rule

COUNTS_ONLY = {"complement": None, "denominator": None}


def values(**columns: object) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "place": ["a", "b", "c"],
            "value": [1.0, np.nan, np.nan],
            "numerator": [np.nan] * 3,
            "status": ["ok", "suppressed", "missing"],
        }
        | columns
    )


def test_clean_values_pass_with_their_statuses():
    frame = values()
    protected = protect(frame)
    pd.testing.assert_frame_equal(protected.values, frame)
    frame.loc[0, "value"] = 9.0
    assert protected.values.loc[0, "value"] == 1.0


def test_the_wrapper_is_frozen():
    with pytest.raises(AttributeError):
        protect(values()).values = values()


def test_every_hidden_figure_is_named():
    frame = values(value=[1.0, 2.0, np.nan], numerator=[np.nan, np.nan, 3.0])
    with pytest.raises(InvalidInput) as caught:
        protect(frame)
    assert [fault.where for fault in caught.value.faults] == ["row 1, value", "row 2, numerator"]
    assert "suppressed" in str(caught.value)


def test_the_figure_itself_is_not_in_the_message():
    with pytest.raises(InvalidInput) as caught:
        protect(values(value=[1.0, 7654321.0, np.nan]))
    assert "7654321" not in str(caught.value)


def test_unknown_statuses_are_refused():
    with pytest.raises(InvalidInput, match="hidden is not one of"):
        protect(values(status=["ok", "hidden", "missing"]))


def hidden_cells(table: pd.DataFrame) -> set[tuple[str, str]]:
    hidden = table[table["status"] == "suppressed"]
    return set(zip(hidden["place"], hidden["group"], strict=True))


def test_the_pattern_of_statistics_norway_on_z1():
    # GaussSuppression, tests/testthat/test-GaussSuppressionFromData.R: of z1 with totals the
    # cells 12, 13, 22, 23, 42, 43 are suppressed: annet and arbeid of B, D and H (maxN = 3).
    table, layout = crossed(SSB_Z1)
    found = protect(table, Rule(threshold=4, **COUNTS_ONLY), layout=layout)
    assert hidden_cells(found.values) == {(r, c) for r in ("r1", "r3", "r7") for c in ("c0", "c1")}
    assert found.reasons == {"primary": 3, "secondary": 3}


def test_no_more_is_hidden_than_others_hide_on_z2():
    # easySdcTable, vignette: 8 primary cells of z2; 15 cells are suppressed in all by "Gauss",
    # 13 by "SIMPLEHEURISTIC_OLD". The fewest are not known; ours is a minimum of cost.
    table, layout = crossed(SSB_Z2)
    found = protect(table, Rule(threshold=4, **COUNTS_ONLY), layout=layout)
    assert found.reasons["primary"] == 8
    assert sum(found.reasons.values()) <= 13


def test_the_printed_pattern_of_working_paper_22():
    # Working Paper 22, table "without disclosure, protected by suppression": 9 cells, of which
    # the 6 below five are primary and Gamma-Medium, Delta-Low and Delta-High complementary.
    table, layout = crossed(COUNTIES)
    found = protect(table, Rule(threshold=5, **COUNTS_ONLY), layout=layout)
    printed = {("r0", "c1"), ("r0", "c2"), ("r0", "c3"), ("r2", "c0"), ("r2", "c3"), ("r3", "c3")}
    assert printed <= hidden_cells(found.values)
    assert found.reasons == {"primary": 6, "secondary": 3}


def test_reasons_by_count_complement_and_denominator():
    table, layout = pupils(
        {"SE-0604": ((3, 60), (30, 60)), "SE-0617": ((57, 60), (30, 60)),
         "SE-0642": ((20, 60), (1, 4)), "SE-0643": ((20, 60), (7, 9))}, region=None
    )  # fmt: skip
    found = protect(table, Rule(), layout=layout).values.set_index(["place", "group"])
    reason = found["suppression"]
    assert reason["SE-0604", "female"] == "primary"
    assert reason["SE-0617", "female"] == "complement"
    assert reason["SE-0642", "male"] == "denominator"
    assert reason["SE-0643", "male"] == "denominator"
    assert np.isnan(found.loc[("SE-0642", "male"), "denominator"])
    assert found.loc[("SE-0643", "male"), "denominator"] == 9
    hidden = found["status"] == "suppressed"
    assert found.loc[hidden, ["value", "numerator"]].isna().all(axis=None)
    assert found.loc[~hidden, ["value", "numerator"]].notna().all(axis=None)
    assert (reason[hidden] != "").all() and (reason[~hidden] == "").all()


def test_a_percentage_beside_its_denominator_counts_as_its_numerator():
    table = values(value=[14.3, 14.3, 60.0], denominator=[7.0, 70.0, 70.0], status=["ok"] * 3)
    found = protect(table, Rule(complement=None, denominator=None)).values
    assert found["suppression"].tolist() == ["primary", "", ""]
    assert protect(values(status=["ok", "ok", "ok"], value=[1.0, 2.0, 3.0]), Rule()).unjudged == 3


def test_a_whole_series_is_hidden_when_most_of_it_is():
    table = pd.DataFrame(
        {"place": "a", "year": range(2019, 2025), "group": "total", "status": "ok",
         "numerator": [3.0, 4.0, 9.0, 2.0, 8.0, 1.0], "denominator": 80.0}
    )  # fmt: skip
    rule = Rule(series_share=0.5)
    assert protect(table, rule).reasons == {"primary": 4, "series": 2}
    assert protect(table, Rule()).reasons == {"primary": 4}
    assert protect(table, Rule(series_small=0.4, series_count=4)).reasons["series"] == 2
    few = table.head(3)
    assert "series" not in protect(few, rule).reasons


def test_what_a_producer_published_is_never_hidden_again():
    own, layout = pupils({"SE-0604": ((3, 60), (30, 60)), "SE-0617": ((9, 60), (30, 60))})
    theirs = own.assign(indicator="kolada:N15428")
    both = pd.concat([own, theirs], ignore_index=True)
    found = protect(both, {"local:x": Rule(), "kolada:N15428": None}, layout=layout).values
    kept = found.iloc[len(own) :].drop(columns="suppression")
    pd.testing.assert_frame_equal(kept, both.iloc[len(own) :])
    assert (found.iloc[: len(own)]["suppression"] == "primary").any()


def test_figures_that_are_out_already_are_reckoned_with():
    table, layout = pupils({"SE-0604": ((3, 60), (9, 60))}, region=None)
    new, out = table[table["group"] == "female"], table[table["group"] != "female"]
    with pytest.raises(InvalidInput, match="out already") as caught:
        protect(new, Rule(), layout=layout, published=out)
    assert "SE-0604" in str(caught.value) and "3" not in str(caught.value).split("2024")[1]
    half = out[out["group"] == "total"]
    found = protect(table[table["group"] != "total"], Rule(), layout=layout, published=half)
    assert found.reasons == {"primary": 1, "secondary": 1}
    assert protect(table, Rule(), layout=layout, published=out).reasons == found.reasons


def test_what_an_analyst_hid_by_hand_is_protected_too():
    table, layout = pupils({"SE-0604": ((12, 60), (30, 60)), "SE-0617": ((9, 60), (30, 60))})
    by_hand = (table["place"] == "SE-0604") & (table["group"] == "female")
    table.loc[by_hand, ["value", "numerator"]] = np.nan
    table.loc[by_hand, "status"] = "suppressed"
    found = protect(table, Rule(), layout=layout)
    assert found.reasons["source"] == 1 and found.reasons["secondary"] >= 2
    assert not audit(found, Rule(), layout=layout)["derivable"].any()


def test_single_years_follow_from_windows_and_are_protected():
    rows = [
        ("2021-2023", 14.0),
        ("2022-2024", 20.0),
        *zip(range(2021, 2025), (2.0, 5, 7, 8), strict=True),
    ]
    table = pd.DataFrame(rows, columns=["year", "numerator"]).assign(place="a", status="ok")
    windows = {"2021-2023": [2021, 2022, 2023], "2022-2024": [2022, 2023, 2024]}
    layout = Layout(hierarchies={"year": windows}, multiplier=None)
    found = protect(table, Rule(**COUNTS_ONLY), layout=layout)
    assert found.reasons["primary"] == 1 and found.reasons["secondary"] >= 1
    assert not audit(found, Rule(**COUNTS_ONLY), layout=layout)["derivable"].any()


SMALL_OR_NOT = st.one_of(st.integers(0, 6), st.integers(0, 60))
PAIR = st.tuples(SMALL_OR_NOT, SMALL_OR_NOT).map(lambda pair: (pair[0], pair[0] + pair[1] + 1))
TABLES = st.lists(st.tuples(PAIR, PAIR), min_size=1, max_size=4).map(
    lambda rows: {f"SE-060{at}": row for at, row in enumerate(rows)}
)
RULES = st.builds(
    Rule,
    threshold=st.integers(4, 6),
    complement=st.sampled_from([None, 0, 4, 6]),
    denominator=st.sampled_from([None, 5, 12]),
    tolerance=st.sampled_from([0, 1]),
)


@settings(max_examples=40)
@given(counts=TABLES, rule=RULES)
def test_nothing_hidden_can_be_derived_and_hiding_again_hides_nothing(counts, rule):
    table, layout = pupils(counts)
    found = protect(table, rule, layout=layout)
    assert not audit(found, rule, layout=layout)["derivable"].any()
    assert not audit(found, rule, layout=layout, whole=True)["derivable"].any()
    unsaid = found.values.drop(columns="suppression")
    assert not audit(unsaid, rule, layout=layout)["derivable"].any()
    pd.testing.assert_frame_equal(protect(found.values, rule, layout=layout).values, found.values)
    shown = found.values["status"] == "ok"
    rest = table["denominator"] - table["numerator"]
    assert (table["numerator"][shown] >= rule.threshold).all()
    complement = rule.complement or 0
    assert (rest[shown] >= complement).all()
    small = (table["numerator"] < rule.threshold) | (rest < complement)
    small |= table["denominator"] < (rule.denominator or 0)
    by_itself = found.values["suppression"].isin(["primary", "complement", "denominator"])
    few = table["denominator"] < rule.fewest
    assert (small | few)[by_itself].all()
    assert by_itself[small].all()


@settings(max_examples=30)
@given(counts=TABLES, order=st.randoms(use_true_random=False))
def test_the_order_of_rows_makes_no_difference(counts, order):
    table, layout = pupils(counts)
    shuffled = list(range(len(table)))
    order.shuffle(shuffled)
    found = protect(table, Rule(), layout=layout).values
    other = protect(table.iloc[shuffled], Rule(), layout=layout).values
    pd.testing.assert_frame_equal(other.sort_index(), found)


def test_new_labels_cost_the_same():
    table, layout = crossed(SSB_Z2)
    rule = Rule(threshold=4, **COUNTS_ONLY)
    names = {f"r{at}": f"r{(at * 7 + 3) % 11}" for at in range(11)}
    renamed = table.assign(place=table["place"].replace(names))
    found, other = (protect(one, rule, layout=layout) for one in (table, renamed))
    assert found.reasons == other.reasons


def test_a_rule_that_cannot_be_is_refused_with_all_faults():
    with pytest.raises(InvalidInput) as caught:
        Rule(threshold=-1, series_share=2.0, series_small=0.5)
    where = [fault.where for fault in caught.value.faults]
    assert set(where) == {"threshold", "series_share", "series_small"}
    with pytest.raises(InvalidInput, match="tolerance"):
        Rule(threshold=5, tolerance=3)
