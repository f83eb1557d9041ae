"""Values over code changes: what is carried on, added up, or broken off."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.places import changes, places
from impact.places.history import is_current, under_current_codes

HOW = {"count": "sum", "share": "rate", "index": "none"}


def table(*rows: tuple) -> pd.DataFrame:
    """Rows of place, indicator, year, value and if wanted numerator, denominator, status."""
    full = [(*row, *(np.nan, np.nan, "ok")[len(row) - 4 :]) for row in rows]
    columns = ["place", "indicator", "year", "value", "numerator", "denominator", "status"]
    frame = pd.DataFrame(full, columns=columns)
    return frame.assign(
        group="total", lower=np.nan, upper=np.nan, source="test", vintage="2026-01-01"
    ).astype({"value": float, "numerator": float, "denominator": float, "year": "int16"})


def now(*rows: tuple, borders: int | None = None) -> tuple[dict, list[tuple]]:
    values, breaks = under_current_codes(table(*rows), indicators=HOW, borders=borders)
    cells = {(row.place, row.year): row.value for row in values.itertuples()}
    assert len(cells) == len(values), "a cell stands there twice"
    return cells, list(breaks.itertuples(index=False, name=None))


def test_renumbering_carries_values_on() -> None:
    cells, breaks = now(
        ("NO-0219", "index", 2019, 1.0),
        ("NO-3024", "index", 2023, 2.0),
        ("NO-3201", "index", 2024, 3.0),
    )
    assert cells == {("NO-3201", 2019): 1.0, ("NO-3201", 2023): 2.0, ("NO-3201", 2024): 3.0}
    assert breaks == []


def test_of_double_rows_the_code_in_force_counts_once() -> None:
    cells, breaks = now(
        ("NO-3201", "count", 2023, 128_000.0),
        ("NO-3024", "count", 2023, 128_001.0),
        ("NO-5540", "count", 2023, 2_000.0),
    )
    assert cells == {("NO-3201", 2023): 128_001.0, ("NO-5540", 2023): 2_000.0}
    assert breaks == []


def test_counts_of_merged_municipalities_are_summed() -> None:
    cells, breaks = now(
        ("NO-0226", "count", 2016, 224.0),
        ("NO-0227", "count", 2016, 132.0),
        ("NO-0231", "count", 2016, 656.0),
    )
    assert cells == {("NO-3205", 2016): 1012.0}
    assert breaks == []


def test_a_count_is_missing_when_one_part_is() -> None:
    rows = [("NO-0226", "count", 2016, 224.0), ("NO-0227", "count", 2016, 132.0)]
    for extra in ([], [("NO-0231", "count", 2016, np.nan, np.nan, np.nan, "missing")]):
        values, breaks = under_current_codes(table(*rows, *extra), indicators=HOW)
        assert values["value"].isna().all() and list(values["status"]) == ["missing"]
        assert breaks.empty


def test_a_count_with_a_suppressed_part_is_suppressed() -> None:
    rows = [
        ("FI-541", "count", 2019, 100.0),
        ("FI-911", "count", 2019, np.nan, np.nan, np.nan, "suppressed"),
    ]
    values, _ = under_current_codes(table(*rows), indicators=HOW)
    assert list(values["status"]) == ["suppressed"] and values["value"].isna().all()


def test_rates_are_worked_out_from_numerators_and_denominators() -> None:
    cells, breaks = now(
        ("FI-297", "share", 2014, 10.0, 1, 10),
        ("FI-174", "share", 2014, 50.0, 5, 10),
        ("FI-476", "share", 2014, 25.0, 5, 20),
    )
    assert cells == {("FI-297", 2014): 100 * 11 / 40}
    assert breaks == []


def test_a_mean_is_worked_out_from_its_denominators() -> None:
    """Points and pupils of Asker, Røyken and Hurum as Udir published them for 2016."""
    cells, _ = now(
        ("NO-0220", "share", 2016, 42.9, np.nan, 746),
        ("NO-0627", "share", 2016, 42.4, np.nan, 298),
        ("NO-0628", "share", 2016, 41.5, np.nan, 109),
    )
    expected = (42.9 * 746 + 42.4 * 298 + 41.5 * 109) / (746 + 298 + 109)
    assert cells[("NO-3203", 2016)] == pytest.approx(expected)


def test_a_rate_without_denominators_breaks_at_the_merger() -> None:
    cells, breaks = now(
        ("FI-541", "share", 2019, 10.0),
        ("FI-911", "share", 2019, 20.0),
        ("FI-541", "share", 2020, 12.0),
        ("FI-541", "index", 2019, 1.0),
        ("FI-911", "index", 2019, 2.0),
    )
    assert cells == {("FI-541", 2020): 12.0}
    assert breaks == [("FI-541", "index", 2020, "merged"), ("FI-541", "share", 2020, "merged")]


def test_the_absorbing_municipality_does_not_keep_its_own_old_values() -> None:
    cells, breaks = now(("NO-1103", "index", 2019, 42.0), ("NO-1103", "index", 2020, 43.0))
    assert cells == {("NO-1103", 2020): 43.0}
    assert breaks == [("NO-1103", "index", 2020, "merged")]


@pytest.mark.parametrize(
    ("old", "year", "new", "since"),
    [
        ("NO-1507", 2021, {"NO-1508", "NO-1580"}, 2024),
        ("NO-1534", 2018, {"NO-1508", "NO-1580"}, 2024),
        ("NO-5012", 2019, {"NO-5055", "NO-5056", "NO-5059"}, 2020),
        ("NO-1850", 2019, {"NO-1806", "NO-1875"}, 2020),
    ],
)
def test_a_split_is_a_break_and_never_copied(old, year, new, since) -> None:
    for indicator in HOW:
        cells, breaks = now((old, indicator, year, 50.0, 5, 10))
        assert cells == {}
        assert breaks == [(code, indicator, since, "split") for code in sorted(new)]


def test_a_part_of_a_split_is_no_value_even_when_all_parts_are_there() -> None:
    cells, breaks = now(("NO-5012", "count", 2019, 900.0), ("NO-5013", "count", 2019, 4_600.0))
    assert cells == {}
    assert ("NO-5056", "count", 2020, "split") in breaks


def test_a_divided_code_after_its_end_is_not_copied_either() -> None:
    cells, _ = now(("NO-1507", "count", 2025, 67_000.0), ("NO-1508", "count", 2025, 58_000.0))
    assert cells == {("NO-1508", 2025): 58_000.0}


def test_a_later_code_before_a_merger_is_not_taken_for_the_whole() -> None:
    """Udir 2016: Larvik's code of 2018 holds old Larvik's 488 pupils without Lardal's 38."""
    cells, breaks = now(
        ("NO-0712", "share", 2016, 41.3, np.nan, 488),
        ("NO-0709", "share", 2016, 41.3, np.nan, 488),
        ("NO-0728", "share", 2016, 40.8, np.nan, 38),
    )
    assert cells == {("NO-3909", 2016): pytest.approx((41.3 * 488 + 40.8 * 38) / 526)}
    cells, breaks = now(("NO-0712", "share", 2016, 41.3, np.nan, 488))
    assert cells == {}
    assert breaks == [("NO-3909", "share", 2018, "other_borders")]


def test_figures_counted_back_stand_on_the_borders_they_were_counted_on() -> None:
    back = [("NO-1508", "count", 2010, 52_000.0), ("NO-1580", "count", 2010, 9_000.0)]
    assert now(*back, borders=2024)[0] == {("NO-1508", 2010): 52_000.0, ("NO-1580", 2010): 9_000.0}
    assert now(*back)[0] == {}
    oulu = ("FI-564", "index", 1990, 1.0)
    assert now(oulu, borders=2013)[0] == {("FI-564", 1990): 1.0}
    assert now(oulu)[0] == {}


def test_finland_of_2013_becomes_finland_of_today() -> None:
    codes = sorted({part for one in places("FI") for part in changes.parts(one.code, 2013)})
    rows = [(code, "count", 2010, 1.0) for code in codes]
    cells, breaks = now(*rows, borders=2013)
    assert len(codes) == 320 and len(cells) == 308 and sum(cells.values()) == 320
    assert breaks == []
    assert cells[("FI-507", 2010)] == 2.0


def test_regions_and_countries_pass_unchanged() -> None:
    cells, _ = now(
        ("NO", "index", 2015, 1.0), ("NO-40", "index", 2015, 2.0), ("NO-0219", "index", 2015, 3.0)
    )
    assert cells == {("NO", 2015): 1.0, ("NO-40", 2015): 2.0, ("NO-3201", 2015): 3.0}


def test_an_unknown_code_and_an_unknown_aggregation_are_both_named() -> None:
    with pytest.raises(InvalidInput) as caught:
        under_current_codes(table(("NO-9999", "count", 2015, 1.0)), indicators={"count": "total"})
    assert "NO-9999" in str(caught.value) and "'total'" in str(caught.value)


def test_the_table_given_is_not_changed() -> None:
    values = table(("NO-0219", "index", 2019, 1.0), ("FI-541", "count", 2019, 1.0))
    before = values.copy()
    under_current_codes(values, indicators=HOW)
    pd.testing.assert_frame_equal(values, before)


def test_tables_of_today_are_left_as_they_are() -> None:
    values = table(("SE-0604", "index", 2006, 1.0), ("NO-0301", "index", 2006, 1.0))
    assert is_current(values)
    result, breaks = under_current_codes(values, indicators=HOW)
    pd.testing.assert_frame_equal(result, values)
    assert breaks.empty
    assert not is_current(table(("NO-0219", "index", 2019, 1.0)))


@settings(max_examples=25, deadline=None)
@given(st.integers(2006, 2026), st.sampled_from(["FI", "NO"]), st.integers(0, 2**32 - 1))
def test_no_person_is_lost_or_counted_twice_outside_splits(year, country, seed) -> None:
    """Sum of counts before = sum after, over areas that were never divided."""
    generator = np.random.default_rng(seed)
    whole = [
        one.code
        for one in places(country)
        if not any(changes.is_divided(part) for part in changes.parts(one.code, year))
    ]
    codes = sorted({part for code in whole for part in changes.parts(code, year)})
    counts = generator.integers(0, 100_000, len(codes)).astype(float)
    rows = [(code, "count", year, count) for code, count in zip(codes, counts, strict=True)]
    cells, _ = now(*rows)
    assert {code for code, _ in cells} == set(whole)
    assert sum(cells.values()) == counts.sum()
