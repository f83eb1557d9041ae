"""What one table says of the persons in another: shared denominators, parts, earlier files."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from small_tables import pupils

from impact.indicators.protection.audit import audit
from impact.indicators.protection.layout import Layout
from impact.indicators.protection.protect import protect
from impact.indicators.protection.rules import Rule
from impact.indicators.protection.same_denominators import same_denominators

CELL = ["indicator", "place", "year", "group"]


def cell(out: pd.DataFrame, column: str, **names: object) -> object:
    rows = np.logical_and.reduce([out[name] == value for name, value in names.items()])
    return out.loc[rows, column].item()


def test_a_denominator_hidden_in_one_indicator_is_hidden_in_the_other():
    own, _ = pupils({"SE-0604": ((20, 57), (1, 3))}, region=None)
    other = own[own["group"] != "male"].assign(indicator="local:y", numerator=25.0, value=np.nan)
    for first, second in ((own, other), (other, own)):
        out = protect(pd.concat([first, second], ignore_index=True), Rule()).values
        shown = out[out["denominator"].notna()].groupby("group")["denominator"].first()
        assert len(shown) < 2, "two of all, women and men give the third"


def test_only_indicators_that_mostly_agree_are_of_the_same_persons():
    own, layout = pupils({"SE-0604": ((20, 57), (10, 33))}, region=None)
    other = own.assign(indicator="local:y")
    both = pd.concat([own, other], ignore_index=True)
    names = {"indicator": "indicator", "dimensions": layout.dimensions(both)}
    size, one, two = both["denominator"].to_numpy(), np.eye(6)[3], np.eye(6)[4]
    pairs = same_denominators(both, size, **names)
    assert sorted(map(tuple, pairs)) == [(0, 3), (1, 4), (2, 5)]
    assert len(same_denominators(both, size + one + two, **names)) == 0
    assert len(same_denominators(both, size + one, **names)) == 2


def bands() -> tuple[pd.DataFrame, Layout]:
    """Absence of 15 % or more, and of 30 % or more, which is part of it."""
    wide = {"SE-0600": ((8, 87), (13, 99)), "SE-0601": ((7, 80), (12, 86)),
            "SE-0602": ((6, 83), (10, 102))}  # fmt: skip
    narrow = {"SE-0600": ((4, 87), (7, 99)), "SE-0601": ((4, 80), (6, 86)),
              "SE-0602": ((6, 83), (7, 102))}  # fmt: skip
    (one, layout), (other, _) = pupils(wide), pupils(narrow)
    return pd.concat([one.assign(indicator="15"), other.assign(indicator="30")]), layout


def test_a_part_is_no_more_than_its_whole():
    # By hand: 14 women, of whom at most 6 in SE-0602, where no more have the lesser absence; the
    # other two places have 4 at most each, so both have 4.
    table, layout = bands()
    within = replace(layout, part_of={"30": "15"})
    alone = protect(table, Rule(), layout=layout).values
    found = audit(alone, Rule(), layout=within)
    assert found["exact"].sum() >= 2
    together = protect(table, Rule(), layout=within)
    assert not audit(together, Rule(), layout=within)["derivable"].any()


@pytest.mark.parametrize("first", ["15", "30"])
def test_what_was_added_before_of_the_same_persons_counts(first):
    table, layout = bands()
    layout = replace(layout, part_of={"30": "15"})
    before = protect(table[table["indicator"] == first], Rule(), layout=layout).values
    later = table[table["indicator"] != first]
    if first == "15":
        out = protect(later, Rule(), layout=layout, published=before).values
        both = pd.concat([before, out], ignore_index=True)
        assert not audit(both, Rule(), layout=layout)["derivable"].any()
    else:
        out = protect(later, Rule(), layout=layout, published=before).values
        assert (out["suppression"] == "secondary").any(), "the wider band is hidden instead"


def test_a_file_given_again_with_more_rows_keeps_what_was_hidden():
    """Other secondary figures than before would show, with the old ones, what both hide."""
    counts = {"SE-0600": ((3, 60), (30, 60)), "SE-0601": ((20, 60), (21, 60)),
              "SE-0602": ((18, 60), (25, 60))}  # fmt: skip
    table, layout = pupils(counts)
    first = table[table["place"] != "SE-0602"]
    before = protect(first, Rule(), layout=layout).values
    again = protect(table, Rule(), layout=layout, published=before).values
    old, new = before.set_index(CELL), again.set_index(CELL)
    hidden = old.index[old["status"] == "suppressed"]
    assert len(hidden) and (new.loc[hidden, "status"] == "suppressed").all()
    known = new.fillna(old[["value", "numerator", "denominator"]])
    known["status"] = np.where(known["numerator"].isna(), "suppressed", "ok")
    assert not audit(known.reset_index(), Rule(), layout=layout)["derivable"].any()
