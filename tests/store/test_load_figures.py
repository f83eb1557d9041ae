"""Reading figures: newest vintage, one scale, today's codes, no surprises."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact import store
from impact.errors import NoFigures, UnknownName
from impact.store import COLUMNS, border_breaks, load, peers


def values_by_year(frame: pd.DataFrame) -> dict:
    return dict(zip(frame["year"].tolist(), frame["value"].tolist(), strict=True))


def test_the_newest_vintage_of_each_cell_wins(store_in) -> None:
    store_in("2024-01-01", ("SE-0604", 2022, 80.0), ("SE-0604", 2023, 81.0))
    store_in("2025-01-01", ("SE-0604", 2023, 82.0), ("SE-0604", 2024, 83.0))
    found = load("kolada:N15428", snapshots=store_in.folder)
    assert values_by_year(found) == {2022: 80.0, 2023: 82.0, 2024: 83.0}
    assert list(found["vintage"]) == ["2024-01-01", "2025-01-01", "2025-01-01"]


def test_a_newer_status_replaces_an_older_value(store_in) -> None:
    store_in("2024-01-01", ("SE-0604", 2023, 81.0))
    store_in("2025-01-01", ("SE-0604", 2023, None, "suppressed"))
    found = load("kolada:N15428", snapshots=store_in.folder)
    assert list(found["status"]) == ["suppressed"] and found["value"].isna().all()


def test_two_vintages_on_different_scales_are_never_joined(store_in) -> None:
    """Kolada U07417: about 96-fold between the readings of January and December 2024."""
    old = [("SE-0604", year, 34.0) for year in range(2010, 2016)]
    new = [("SE-0604", year, 3264.0) for year in range(2012, 2018)]
    store_in("2024-01-30", *old, indicator="kolada:U07417")
    store_in("2024-12-12", *new, indicator="kolada:U07417")
    found = load("kolada:U07417", snapshots=store_in.folder)
    assert list(found["year"]) == list(range(2012, 2018)) and set(found["value"]) == {3264.0}


def test_a_revision_by_less_than_half_is_joined(store_in) -> None:
    store_in("2024-01-30", ("SE-0604", 2010, 50.0), ("SE-0604", 2011, 50.0))
    store_in("2024-12-12", ("SE-0604", 2011, 30.0))
    assert len(load("kolada:N15428", snapshots=store_in.folder)) == 2


def test_zeros_do_not_count_as_another_scale(store_in) -> None:
    store_in("2024-01-30", ("SE-0604", 2010, 50.0), ("SE-0604", 2011, 0.0))
    store_in("2024-12-12", ("SE-0604", 2011, 30.0), ("SE-0604", 2012, 0.0))
    assert len(load("kolada:N15428", snapshots=store_in.folder)) == 3


def test_changing_what_was_loaded_changes_nothing_else(store_in) -> None:
    store_in("2025-01-01", ("SE-0604", 2024, 83.0))
    first = load("kolada:N15428", snapshots=store_in.folder)
    first.loc[:, "value"] = -1.0
    first["place"] = "SE-0001"
    second = load("kolada:N15428", snapshots=store_in.folder)
    assert list(second["value"]) == [83.0] and list(second["place"]) == ["SE-0604"]


def test_filters_keep_what_is_asked_for() -> None:
    found = load(
        ["kolada:N15428", "kolada:N17461"],
        places=["SE-0680", "SE-0604"],
        years=range(2020, 2023),
        groups=["female", "male"],
    )
    assert len(found) == 2 * 2 * 3 * 2
    assert set(found["group"]) == {"female", "male"}
    assert found.groupby("indicator", sort=False).ngroups == 2
    assert found["indicator"].iloc[0] == "kolada:N15428"


def test_municipalities_are_the_default_level() -> None:
    indicator = "telemark:bullied_grade7_pct"
    assert set(load(indicator)["place"].str.len()) == {7}
    assert set(load(indicator, level="country")["place"]) == {"NO"}
    assert set(load(indicator, level="region")["place"]) == {"NO-40"}
    everything = load(indicator, level="all")
    parts = [len(load(indicator, level=one)) for one in ("municipality", "region", "country")]
    assert len(everything) == sum(parts)
    assert set(load(indicator, places=["NO", "NO-4003"])["place"]) == {"NO", "NO-4003"}


def test_columns_and_types_are_always_the_same() -> None:
    filled = load("kolada:N15428", places="SE-0604")
    nothing = load("local:pupil_survey_safety")
    assert len(nothing) == 0 < len(filled)
    for frame in (filled, nothing):
        assert tuple(frame.columns) == COLUMNS
        assert frame["year"].dtype == np.int16 and frame["value"].dtype == np.float64
        assert isinstance(frame["place"].dtype, pd.StringDtype)


def test_rows_with_a_status_only_are_kept() -> None:
    found = load(country="SE", groups=None)
    kolada = found[found["source"] == "kolada"]
    counts = kolada["status"].value_counts()
    assert counts.to_dict() == {
        "ok": 156_199,
        "missing": 2_211,
        "suppressed": 1_194,
        "not_applicable": 1_056,
    }
    assert kolada.loc[kolada["status"] != "ok", "value"].isna().all()


@pytest.mark.parametrize(
    "arguments",
    [
        {"indicators": "kolada:N15429"},
        {"indicators": ["kolada:N15428", "nothing"]},
        {"country": "DK"},
        {"places": ["SE-9999"]},
        {"level": "county"},
        {"codes": "old"},
    ],
)
def test_unknown_names_are_refused(arguments) -> None:
    with pytest.raises(UnknownName):
        load(**arguments)


def test_no_snapshot_at_all_is_said(tmp_path) -> None:
    with pytest.raises(NoFigures):
        load(snapshots=tmp_path)


def test_published_codes_are_there_when_asked_for() -> None:
    published = load("udir:grunnskolepoeng", codes="published")
    assert {"NO-0219", "NO-3024", "NO-1507"} <= set(published["place"])
    current = load("udir:grunnskolepoeng")
    assert not {"NO-0219", "NO-3024", "NO-1507"} & set(current["place"])
    assert list(current.loc[current["place"] == "NO-3201", "year"]) == list(range(2016, 2022))


def test_border_breaks_say_where_a_series_was_cut() -> None:
    found = border_breaks("FI")
    assert set(found["reason"]) == {"merged"} and found["place"].nunique() == 11
    kuopio = found[(found["place"] == "FI-297") & (found["indicator"] == "sotkanet:3219")]
    assert list(kuopio["year"]) == [2017]
    knivsta_and_uppsala = border_breaks("SE")
    assert set(knivsta_and_uppsala["place"]) == {"SE-0330", "SE-0380"}
    split = border_breaks("NO").query("reason == 'split'")
    assert {"NO-1508", "NO-1580", "NO-5055"} <= set(split["place"])
    by_country = [found, border_breaks("NO"), knivsta_and_uppsala]
    assert len(border_breaks()) == sum(len(one) for one in by_country)


def test_peers_are_seven_municipalities_of_the_same_country() -> None:
    found = peers("SE", "grundskola")
    assert set(found.groupby("place").size()) == {7}
    assert found["place"].nunique() == 290
    assert (found["place"] != found["peer"]).all()
    assert peers("FI").empty
    with pytest.raises(UnknownName, match="grundskola"):
        peers("SE", "grundskolan")


def test_a_whole_country_is_read_at_once() -> None:
    names = [name for one in store.snapshots() if "SE" in one.countries for name in one.indicators]
    found = load(names, country="SE")
    assert found["indicator"].nunique() == 32 and found["place"].nunique() == 290
