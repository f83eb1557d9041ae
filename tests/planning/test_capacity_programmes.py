"""Programmes and their years, and who may enter which."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput, UnknownName
from impact.planning.capacity import (
    PROGRAMMES,
    Programme,
    apply_eligibility,
    may_enter,
    programme,
    programme_table,
    programmes_in,
)

KINDS = {"VO": "vocational", "BA": "vocational", "NA": "preparatory", "IM": "introductory"}
NAMED = [
    "BA", "BF", "EE", "EK", "ES", "FS", "FT", "FX", "HA", "HT", "HU", "HV", "IM", "IN", "NA", "NB",
    "RL", "SA", "SX", "TE", "VF", "VO",
]  # fmt: skip


def test_every_programme_of_the_list_is_there_once():
    codes = [one.code for one in PROGRAMMES]
    assert set(NAMED) <= set(codes)
    assert len(codes) == len(set(codes))
    assert codes == sorted(codes)


def test_sales_and_service_follows_business_and_administration():
    in_2021 = {one.code for one in programmes_in(2021)}
    in_2022 = {one.code for one in programmes_in(2022)}
    assert in_2021 - in_2022 == {"HA"}
    assert in_2022 - in_2021 == {"FS"}
    assert programme("HA").runs_in(2023)  # both stand in the price list of 2023
    assert programme("FS").runs_in(2023)
    assert not programme("HA").runs_in(2025)
    assert programmes_in(2010) == ()


def test_what_was_not_read_is_marked():
    table = programme_table().set_index("programme")
    assert (table.loc[["FX", "SX"], "unconfirmed"] != "").all()
    assert table.loc["VO", "unconfirmed"] == ""
    assert pd.isna(table.loc["VO", "last_autumn"])
    assert table.loc["HA", "last_autumn"] == 2021
    assert not table.loc["IM", "dimensioned"]
    assert table.loc["IMY", "dimensioned"]


def test_unknown_names():
    with pytest.raises(UnknownName, match="unknown programme 'XX'"):
        programme("XX")
    with pytest.raises(InvalidInput, match="kind"):
        Programme(code="XX", name_sv="x", name_en="x", kind="other")


@pytest.mark.parametrize(
    ("kind", "passes", "may"),
    [
        ("vocational", 8, True), ("vocational", 7, False), ("apprentice", 8, True),
        ("preparatory", 12, True), ("preparatory", 11, False), ("introductory", 0, True),
    ],
)  # fmt: skip
def test_passes_needed(kind, passes, may):
    assert may_enter(kind, passes) is may


def test_who_may_not_enter_goes_elsewhere_by_hand():
    # 100 wishes: 60 NA, 20 VO, 10 BA, 10 IM. 85 may enter something, 50 of them NA.
    # NA keeps 50; 10 look for vocational, where 85 - 50 - 30 = 5 more are eligible: VO and BA get
    # 5 in the ratio 2 to 1; the other 5 go to IM.
    wanted = pd.DataFrame([[60.0, 20.0, 10.0, 10.0]], ["a"], ["NA", "VO", "BA", "IM"])
    found = apply_eligibility(wanted, KINDS, vocational=0.85, preparatory=0.50)
    assert found.demand.loc["a"].tolist() == pytest.approx([50, 20 + 10 / 3, 10 + 5 / 3, 15])
    assert found.moved.loc["a"].tolist() == pytest.approx([10, 0, 0, 0])
    assert found.not_eligible.to_numpy().sum() == 0


def test_without_an_introductory_programme_they_find_nothing():
    wanted = pd.DataFrame([[60.0, 30.0]], ["a"], ["NA", "VO"])
    found = apply_eligibility(wanted, KINDS, vocational=0.8)
    # 72 of 90 may enter: NA keeps all 60, VO keeps 12, and 18 who wished for VO find nothing
    assert found.demand.loc["a"].tolist() == pytest.approx([60, 12])
    assert found.not_eligible.loc["a"].tolist() == pytest.approx([0, 18])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(0, 500), min_size=8, max_size=8), st.floats(0, 1), st.floats(0, 1))
def test_nobody_is_lost_and_the_rule_holds(numbers, first, second):
    wanted = pd.DataFrame(np.reshape(numbers, (2, 4)), ["a", "b"], ["NA", "VO", "BA", "IM"])
    low, high = min(first, second), max(first, second)
    found = apply_eligibility(wanted, KINDS, vocational=high, preparatory=low)
    totals = wanted.sum(axis=1)
    assert found.demand.sum(axis=1).to_numpy() == pytest.approx(totals.to_numpy(), abs=1e-6)
    assert (found.demand >= -1e-9).all().all()
    assert (found.demand["NA"] <= np.maximum(low * totals, 0) + 1e-6).all()
    national = found.demand[["NA", "VO", "BA"]].sum(axis=1)
    assert (national <= high * totals + 1e-6).all()
    everyone = apply_eligibility(wanted, KINDS, vocational=1.0)
    assert np.allclose(everyone.demand, wanted)


def test_shares_by_home_and_their_faults():
    wanted = pd.DataFrame([[10.0, 10.0], [10.0, 10.0]], ["a", "b"], ["VO", "IM"])
    found = apply_eligibility(wanted, KINDS, vocational=pd.Series({"b": 0.25, "a": 1.0}))
    assert found.demand["VO"].tolist() == pytest.approx([10, 5])
    with pytest.raises(InvalidInput) as caught:
        apply_eligibility(
            wanted.rename(columns={"VO": "ZZ"}), KINDS, vocational=0.4, preparatory=1.4
        )
    wheres = [fault.where for fault in caught.value.faults]
    assert wheres[0] == "programme ZZ"
    assert wheres[-1] == "home b"
    with pytest.raises(InvalidInput, match="share eligible for vocational"):
        apply_eligibility(wanted, KINDS, vocational=pd.Series({"a": 1.0}))
