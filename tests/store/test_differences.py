"""What new figures change: new, revised, withdrawn, redefined."""

from __future__ import annotations

import pytest

from impact.store import differences

OLD = [
    ("SE-0604", 2022, 80.0),
    ("SE-0604", 2023, 81.0),
    ("SE-0617", 2022, 70.0),
    ("SE-0617", 2023, 71.0),
    ("SE-0642", 2023, None, "suppressed"),
]


def rows(ledger) -> list[tuple]:
    columns = ["change", "place", "year", "before", "after"]
    return [tuple(row) for row in ledger[columns].itertuples(index=False)]


def test_nothing_changed_gives_an_empty_ledger(store_in) -> None:
    old, new = store_in("2024-01-01", *OLD), store_in("2025-01-01", *OLD)
    found = differences([old], [new])
    assert found.empty
    assert list(found.columns) == [
        "change", "place", "indicator", "year", "group", "before", "after",
    ]  # fmt: skip


def test_new_revised_and_withdrawn_figures_are_told_apart(store_in) -> None:
    old = store_in("2024-01-01", *OLD)
    new = store_in(
        "2025-01-01",
        ("SE-0604", 2022, 80.5),
        ("SE-0604", 2023, 81.0 + 1e-12),
        ("SE-0617", 2022, None, "suppressed"),
        ("SE-0604", 2024, 82.0),
        ("SE-0642", 2023, 60.0),
    )
    found = rows(differences([old], [new]))
    assert [row[:3] for row in found] == [
        ("revised", "SE-0604", 2022),
        ("new", "SE-0604", 2024),
        ("withdrawn", "SE-0617", 2022),
        ("withdrawn", "SE-0617", 2023),
        ("new", "SE-0642", 2023),
    ]
    assert found[0][3:] == (80.0, 80.5)
    assert found[3][3] == 71.0 and found[3][4] != found[3][4]


def test_years_that_were_not_read_again_are_not_withdrawn(store_in) -> None:
    old = store_in("2024-01-01", *OLD)
    new = store_in("2025-01-01", ("SE-0604", 2024, 82.0))
    assert [row[0] for row in rows(differences([old], [new]))] == ["new"]


def test_an_analysts_file_for_one_place_withdraws_no_other(store_in) -> None:
    first = store_in("2024-01-01", *OLD[:4], source="local")
    second = store_in("2025-01-01", ("SE-0604", 2023, 81.5), source="local")
    assert [row[:3] for row in rows(differences([first], [second]))] == [
        ("revised", "SE-0604", 2023)
    ]


def test_another_scale_is_redefined_and_not_revised(store_in) -> None:
    old = store_in("2024-01-30", ("SE-0604", 2022, 34.0), indicator="kolada:U07417")
    new = store_in("2024-12-12", ("SE-0604", 2022, 3264.0), indicator="kolada:U07417")
    assert rows(differences([old], [new])) == [("redefined", "SE-0604", 2022, 34.0, 3264.0)]


def test_a_snapshot_that_is_in_both_counts_as_old(store_in) -> None:
    old = store_in("2024-01-01", *OLD)
    new = store_in("2025-01-01", ("SE-0604", 2022, 80.5))
    alone = differences([old], [new])
    assert len(alone) == 2
    assert alone.equals(differences([old], [old, new]))
    assert alone.equals(differences([old], store_in.folder))
    assert differences([old], [old]).empty


def test_before_means_the_newest_figure_before(store_in) -> None:
    first = store_in("2023-01-01", ("SE-0604", 2022, 79.0))
    second = store_in("2024-01-01", ("SE-0604", 2022, 80.0))
    third = store_in("2025-01-01", ("SE-0604", 2022, 79.0))
    assert rows(differences([first, second], [third])) == [("revised", "SE-0604", 2022, 80.0, 79.0)]


@pytest.mark.parametrize(
    "filters",
    [{"places": "SE-0604"}, {"indicators": "kolada:N15428", "places": ["SE-0604"]}],
)
def test_filters_restrict_the_ledger(store_in, filters) -> None:
    old = store_in("2024-01-01", *OLD)
    new = store_in("2025-01-01", ("SE-0604", 2022, 80.5), ("SE-0617", 2022, 70.5))
    assert [row[1] for row in rows(differences([old], [new], **filters))] == ["SE-0604"]
    assert differences([old], [new], country="FI").empty
    assert differences([old], [new], indicators="kolada:U07417").empty


def test_without_earlier_figures_everything_is_new(store_in) -> None:
    new = store_in("2024-01-01", *OLD)
    assert {row[0] for row in rows(differences([], [new]))} == {"new"}
    assert len(differences([], [new])) == 4
