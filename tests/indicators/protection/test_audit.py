"""What can be worked out of hidden numbers: by hand, as others print it, and by algebra."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.linalg import null_space
from small_tables import (
    COUNTIES,
    SSB_Z1,
    SSB_Z2,
    crossed,
    pupils,
    with_hidden,
)

from impact.indicators.protection.apply import as_problem
from impact.indicators.protection.audit import audit
from impact.indicators.protection.group_sums import group_sums
from impact.indicators.protection.hierarchy import relations
from impact.indicators.protection.layout import Layout
from impact.indicators.protection.parts import parts
from impact.indicators.protection.protect import protect
from impact.indicators.protection.rules import Rule

EXACT = Rule(threshold=5, complement=None, denominator=None, tolerance=0)


def cell(found: pd.DataFrame, place: str, group: str) -> pd.Series:
    return found.set_index(["place", "group"]).loc[(place, group)]


def test_the_hidden_cell_that_working_paper_22_works_out():
    # Working Paper 22: two cells hidden in every row and column, and still
    # row 1 + row 2 - column 2 - column 3 = D3, so Alpha-Very high is known to be 1.
    table, layout = crossed(COUNTIES)
    printed = [(0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (2, 0), (2, 3), (3, 0), (3, 3)]
    names = {(f"r{row}", f"c{column}") for row, column in printed}
    hidden = np.array([pair in names for pair in cells_of(table)])
    found = audit(with_hidden(table, hidden), EXACT, layout=layout)
    alpha = cell(found, "r0", "c3")
    assert alpha["exact"] and alpha["least"] == pytest.approx(1) == alpha["most"]
    assert not cell(found, "r1", "c1")["exact"]


def cells_of(table: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(table["place"], table["group"], strict=True))


@pytest.mark.parametrize(
    ("inner", "threshold", "primary", "known"),
    [(SSB_Z1, 4, 3, 3), (SSB_Z2, 4, 8, 8), (COUNTIES, 5, 6, 6)],
)
def test_hiding_only_the_small_cells_hides_none(inner, threshold, primary, known):
    table, layout = crossed(inner)
    rule = Rule(threshold=threshold, complement=None, denominator=None, tolerance=0)
    small = (table["numerator"] < threshold).to_numpy()
    found = audit(with_hidden(table, small), rule, layout=layout)
    assert (len(found), found["exact"].sum()) == (primary, known)
    truth = table.set_index(["place", "group"])["numerator"]
    worked_out = found[found["exact"]].set_index(["place", "group"])["least"]
    np.testing.assert_allclose(worked_out, truth.loc[worked_out.index], atol=1e-6)
    after = audit(protect(table, rule, layout=layout), rule, layout=layout)
    assert len(after) > primary and not after["derivable"].any() and not after["exact"].any()


def test_patterns_that_others_publish_hold():
    # easySdcTable vignette: z2 by "Gauss" and by "SIMPLEHEURISTIC_OLD" (maxN = 3).
    gauss = {"B": "aA", "D": "aA", "G": "At", "H": "aA", "I": "aAt", "J": "aA", "K": "aA"}
    heuristic = {"B": "aA", "D": "At", "H": "aA", "I": "aAt", "J": "aA", "K": "aA"}
    table, layout = crossed(SSB_Z2)
    rule = Rule(threshold=4, complement=None, denominator=None, tolerance=0)
    for pattern in (gauss, heuristic):
        names = {
            (f"r{'ABCDEFGHIJK'.index(region)}", f"c{'aAst'.index(column)}")
            for region, columns in pattern.items()
            for column in columns
        }
        hidden = np.array(
            [pair in names for pair in zip(table["place"], table["group"], strict=True)]
        )
        found = audit(with_hidden(table, hidden), rule, layout=layout)
        assert len(found) == sum(map(len, pattern.values()))
        assert not found["exact"].any()


def test_limits_by_hand():
    # Two women's and men's numbers hidden beside totals of 12 and 7 and a region of 10 and 9:
    # women of the first place: at least 12 - 9 = 3, at most 10.
    table, layout = pupils({"SE-0601": ((5, 50), (7, 50)), "SE-0602": ((5, 50), (2, 50))})
    hidden = table["place"].ne("SE-06") & table["group"].ne("total")
    open_ = with_hidden(table.drop(columns="value"), hidden.to_numpy())
    found = audit(open_, Rule(threshold=10, complement=10, tolerance=7), layout=layout)
    women = cell(found, "SE-0601", "female")
    assert (women["least"], women["most"]) == pytest.approx((3, 10))
    assert found["derivable"].all()
    assert not audit(open_, Rule(threshold=10, complement=10, tolerance=6), layout=layout)[
        "derivable"
    ].any()


def test_a_denominator_bounds_a_numerator_and_denominators_add_up():
    table, layout = pupils({"SE-0601": ((1, 3), (30, 60))}, region=None)
    women = (table["group"] == "female").to_numpy()
    open_ = with_hidden(table.drop(columns="value"), women)
    open_.loc[women, "denominator"] = np.nan
    open_["suppression"] = np.where(women, "denominator", "")
    found = audit(open_, Rule(), layout=layout)
    assert set(found["hidden"]) == {"numerator", "denominator"}
    assert found["exact"].all() and sorted(found["least"]) == pytest.approx([1, 3])


def test_fractions_and_whole_numbers_agree_in_two_way_tables():
    rng = np.random.default_rng(5)
    for _ in range(5):
        table, layout = crossed(rng.integers(0, 9, size=(3, 3)).tolist())
        open_ = with_hidden(table, rng.random(len(table)) < 0.5)
        fractions = audit(open_, EXACT, layout=layout)
        whole = audit(open_, EXACT, layout=layout, whole=True)
        np.testing.assert_allclose(fractions["least"], whole["least"], atol=1e-6)
        np.testing.assert_allclose(fractions["most"], whole["most"], atol=1e-6)


def test_whole_numbers_can_be_known_where_fractions_leave_room():
    # By hand: a + b, b + c and a + c are 3, 4 and 3; their sum 10 makes a + b + c = 5, so all
    # follow. With a + b + c hidden too they still do; with wholes that may be off by the number
    # u <= 1 of one unknown person, 2 a = 2 - u: as fractions 0.5 to 1, as whole numbers 1.
    rows = {"ab": 3.0, "bc": 4.0, "acu": 3.0, "a": np.nan, "b": np.nan, "c": np.nan, "u": np.nan}
    table = pd.DataFrame({"place": list(rows), "numerator": list(rows.values())})
    table["status"] = np.where(table["numerator"].isna(), "suppressed", "ok")
    table["denominator"] = np.where(table["place"] == "u", 1.0, 10.0)
    sums = {"ab": ["a", "b"], "bc": ["b", "c"], "acu": ["a", "c", "u"]}
    layout, rule = Layout(hierarchies={"place": sums}), Rule(tolerance=0)
    fractions = audit(table, rule, layout=layout).set_index("place").loc["a"]
    whole = audit(table, rule, layout=layout, whole=True).set_index("place").loc["a"]
    assert (fractions["least"], fractions["most"]) == pytest.approx((0.5, 1))
    assert (whole["least"], whole["most"]) == (1, 1) and whole["exact"]


def test_exact_cells_are_those_that_algebra_finds():
    rng = np.random.default_rng(11)
    for _ in range(10):
        table, layout = crossed((rng.integers(0, 3, size=(4, 4)) * 40 + 500).tolist())
        hidden = rng.random(len(table)) < 0.45
        open_ = with_hidden(table, hidden)
        problem = as_problem(next(parts(open_, EXACT, layout, None)), layout)
        order = next(parts(open_, EXACT, layout, None)).table
        at = np.flatnonzero((order["status"] == "suppressed").to_numpy())
        free = null_space(problem.cells.sums.toarray()[:, at])
        by_algebra = np.abs(free).max(axis=1, initial=0) < 1e-9
        found = audit(open_, EXACT, layout=layout)
        np.testing.assert_array_equal(found["exact"].to_numpy(), by_algebra)


def test_groups_and_windows_become_sums():
    bands = ["age:06-15", "age:06-12", "age:13-15"]
    found = group_sums(["total", "female", "male", *bands, "grade:6", "grade:9"])
    assert found["total", "sex"] == ("female", "male")
    assert found["age:06-15"] == ("age:06-12", "age:13-15")
    assert found["total", "age"][:-1] == ("age:06-12", "age:13-15")
    assert found["total", "grade"][:-1] == ("grade:6", "grade:9")
    table = pd.DataFrame({"place": "a", "year": [2022, 2023], "group": "total"})
    sums = relations(
        table, dimensions=["place", "year", "group"], by=[], hierarchies={},
        windows=np.array([3, 3]), year="year",
    ).toarray()  # fmt: skip
    assert sums.shape == (2, 2 + 4)
    single = sums[:, 2:]
    assert single.sum(axis=1).tolist() == [3, 3] and sorted(single.sum(axis=0)) == [1, 1, 2, 2]


def test_crossed_groups_add_up_along_each_of_their_dimensions():
    found = group_sums(["total", "female", "language:sv", "female&language:sv", "distance:5"])
    assert found["total", "sex"] == ("female", "male")
    assert found["language:sv", "sex"] == ("female&language:sv", "male&language:sv")
    assert found["female", "language"][0] == "female&language:sv"
    assert found["total", "distance"][0] == "distance:5"
    rest = [parts[-1] for whole, parts in found.items() if whole[1] != "sex"]
    assert len(set(rest)) == len(rest) == 3


def test_places_that_have_no_row_leave_a_region_open():
    table, _ = pupils({"SE-0601": ((3, 50), (30, 50)), "SE-0602": ((9, 50), (30, 50))})
    table = table[table["group"] == "female"].drop(columns="value")
    hidden = (table["place"] == "SE-0601").to_numpy()
    whole = Layout(hierarchies={"place": {"SE-06": ["SE-0601", "SE-0602"]}})
    part = Layout(hierarchies={"place": {"SE-06": ["SE-0601", "SE-0602", "SE-0603"]}})
    assert audit(with_hidden(table, hidden), Rule(), layout=whole)["exact"].all()
    assert audit(with_hidden(table, hidden), Rule(), layout=part)["exact"].all(), "nobody is left"
    region = table["place"] == "SE-06"
    table.loc[region, ["numerator", "denominator"]] += [20, 60]
    assert not audit(with_hidden(table, hidden), Rule(), layout=part)["derivable"].any()


def test_nothing_hidden_gives_an_empty_audit():
    table, layout = crossed(COUNTIES)
    assert audit(table, EXACT, layout=layout).empty
    assert audit(table.assign(indicator="a"), {"a": None}, layout=layout).empty
