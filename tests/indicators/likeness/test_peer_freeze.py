"""Peers frozen for an evaluation year."""

from __future__ import annotations

import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.indicators.likeness.peer_freeze import freeze_peers


def listed(*pairs: tuple[str, str], **columns: object) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["place", "peer"]).assign(**columns)


def test_a_new_list_is_stamped_and_compared_with_the_newest_earlier_year():
    old = listed(("A", "B"), ("A", "C"), year=2023, digest="old")
    older = listed(("A", "X"), year=2020, digest="older")
    later = listed(("A", "Y"), year=2026, digest="later")
    new = listed(("A", "B"), ("A", "D"), distance=[0.1, 0.2])
    out = freeze_peers(new, year=2025, digest="new", frozen=pd.concat([older, old, later]))
    assert out.peers[["peer", "year", "digest"]].values.tolist() == [
        ["B", 2025, "new"],
        ["D", 2025, "new"],
    ]
    assert out.peers["distance"].tolist() == [0.1, 0.2]
    assert out.previous_year == 2023
    assert out.changes.values.tolist() == [["A", "C", "removed"], ["A", "D", "added"]]
    assert not out.frozen_before
    assert not out.figures_changed


def test_the_list_of_the_year_stands_even_when_the_calculation_is_another():
    kept = listed(("A", "B"), year=2025, digest="then")
    out = freeze_peers(listed(("A", "C")), year=2025, digest="now", frozen=kept)
    assert out.peers["peer"].tolist() == ["B"]
    assert out.frozen_before
    assert out.figures_changed
    assert not freeze_peers(
        listed(("A", "C")), year=2025, digest="then", frozen=kept
    ).figures_changed


def test_freezing_again_changes_nothing():
    first = freeze_peers(listed(("A", "B"), ("B", "A")), year=2025, digest="d")
    again = freeze_peers(listed(("A", "Z")), year=2025, digest="d", frozen=first.peers)
    pd.testing.assert_frame_equal(again.peers, first.peers)


def test_the_first_year_has_nothing_to_compare_with():
    out = freeze_peers(listed(("A", "B")), year=2025, digest="d")
    assert out.previous_year is None
    assert out.changes.empty
    assert list(out.changes.columns) == ["place", "peer", "change"]


def test_places_without_peers_have_no_row_and_the_tables_given_stay():
    new = listed(("A", "B"), ("C", None))
    before = new.copy()
    out = freeze_peers(new, year=2025, digest="d")
    assert out.peers["place"].tolist() == ["A"]
    pd.testing.assert_frame_equal(new, before)


def test_faults_are_refused():
    with pytest.raises(InvalidInput, match="named twice"):
        freeze_peers(listed(("A", "B"), ("A", "B")), year=2025, digest="d")
    two = pd.concat(
        [listed(("A", "B"), year=2025, digest="x"), listed(("A", "C"), year=2025, digest="y")]
    )
    with pytest.raises(InvalidInput, match="2 different sets"):
        freeze_peers(listed(("A", "B")), year=2025, digest="d", frozen=two)
    with pytest.raises(InvalidInput, match="'digest'"):
        freeze_peers(listed(("A", "B")), year=2025, digest="d", frozen=listed(("A", "B"), year=1))


def test_years_kept_as_text_are_read_as_years():
    kept = listed(("A", "B"), year="2024", digest="then")
    out = freeze_peers(listed(("A", "C")), year=2025, digest="now", frozen=kept)
    assert out.previous_year == 2024
    assert out.changes["change"].tolist() == ["removed", "added"]
