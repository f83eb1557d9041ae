"""The register only grows: what was altered or taken away is found."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from impact.errors import DamagedSnapshot, InvalidInput, UnknownName
from impact.store import register, registered

PREDICTIONS = pd.DataFrame(
    {"place": ["SE-0604", "SE-0680"], "year": [2026, 2026], "value": [0.1 + 0.2, np.nan]}
)


def put(root: Path, date: str = "2025-03-01", *, study: str = "attendance", **content: object):
    held = {"title": "Närvaro", "predictions": PREDICTIONS, **content}
    return register("prediction", study, held, date=date, folder=root)


def test_an_entry_comes_back_with_date_and_table(tmp_path) -> None:
    written = put(tmp_path)
    (found,) = registered(folder=tmp_path)
    assert found == written
    assert (found.kind, found.study, found.date) == ("prediction", "attendance", "2025-03-01")
    assert found.previous == "" and found.content["title"] == "Närvaro"
    assert found.file.name == f"2025-03-01-attendance-{found.digest[:8]}.json"
    pd.testing.assert_frame_equal(found.tables("predictions"), PREDICTIONS)
    assert json.loads(found.file.read_text(encoding="utf-8"))["date"] == "2025-03-01"


def test_equal_content_leaves_the_standing_entry_and_its_date(tmp_path) -> None:
    first = put(tmp_path)
    assert put(tmp_path, "2026-03-01") == first
    assert put(tmp_path, "2024-03-01") == first
    assert registered(folder=tmp_path) == (first,)


def test_a_change_is_added_with_its_own_date_and_names_the_entry_before(tmp_path) -> None:
    first = put(tmp_path)
    before = first.file.read_bytes()
    second = put(tmp_path, "2025-06-01", title="Ändrad")
    third = put(tmp_path, "2025-06-01")
    assert first.file.read_bytes() == before
    assert (second.previous, third.previous) == (first.digest, second.digest)
    assert registered(folder=tmp_path) == (first, second, third)


def test_many_changes_of_one_day_stand_in_the_order_they_were_made(tmp_path) -> None:
    made = tuple(put(tmp_path, number=number) for number in range(12))
    assert registered(folder=tmp_path) == made


def test_studies_and_kinds_have_chains_of_their_own(tmp_path) -> None:
    first = put(tmp_path)
    plan = register("plan", "attendance", {"method": "before"}, date="2025-02-01", folder=tmp_path)
    other = put(tmp_path, "2025-01-01", study="bullying")
    assert [entry.previous for entry in (first, plan, other)] == [""] * 3
    assert registered(folder=tmp_path) == (other, plan, first)
    assert registered("plan", folder=tmp_path) == (plan,)
    assert registered(study="bullying", folder=tmp_path) == (other,)
    assert registered("plan", "bullying", tmp_path) == ()


def test_nothing_is_added_before_the_last_entry(tmp_path) -> None:
    put(tmp_path, "2025-03-01")
    with pytest.raises(InvalidInput, match="was registered on 2025-03-01"):
        put(tmp_path, "2025-02-28", title="Ändrad")
    assert len(registered(folder=tmp_path)) == 1


def test_an_altered_entry_is_found_by_name(tmp_path) -> None:
    first = put(tmp_path)
    put(tmp_path, "2025-06-01", title="Ändrad")
    text = first.file.read_text(encoding="utf-8")
    first.file.write_text(text.replace("0.3", "0.4"), encoding="utf-8")
    with pytest.raises(DamagedSnapshot, match="not what was written") as caught:
        registered(folder=tmp_path)
    assert first.file.name in str(caught.value)
    with pytest.raises(DamagedSnapshot):
        put(tmp_path, "2025-07-01", title="Ny")


def test_an_altered_entry_under_the_name_its_new_content_asks_for_is_found(tmp_path) -> None:
    first = put(tmp_path)
    second = put(tmp_path, "2025-06-01", title="Ändrad")
    first.file.unlink()
    forged = put(tmp_path / "elsewhere", title="Förfalskad")
    (tmp_path / forged.file.name).write_bytes(forged.file.read_bytes())
    with pytest.raises(DamagedSnapshot, match="the entry before it is gone or was altered"):
        registered(folder=tmp_path)
    assert second.file.is_file()


@pytest.mark.parametrize("gone", [0, 1])
def test_a_removed_entry_is_missed_by_the_one_after_it(tmp_path, gone) -> None:
    made = [put(tmp_path, number=number) for number in range(3)]
    made[gone].file.unlink()
    with pytest.raises(DamagedSnapshot, match="gone or was altered") as caught:
        registered(folder=tmp_path)
    assert made[gone + 1].file.name in str(caught.value)


def test_two_entries_after_the_same_one_are_found(tmp_path) -> None:
    first = put(tmp_path)
    second = put(tmp_path, number=2)
    aside = second.file.read_bytes()
    second.file.unlink()
    put(tmp_path, number=3)
    second.file.write_bytes(aside)
    with pytest.raises(DamagedSnapshot, match="follows the same entry"):
        registered(folder=tmp_path)
    assert first.file.is_file()


def test_a_file_that_is_no_entry_is_found(tmp_path) -> None:
    (tmp_path / "2025-01-01-note-00000000.json").write_text("[]", encoding="utf-8")
    with pytest.raises(DamagedSnapshot, match="unreadable"):
        registered(folder=tmp_path)


@pytest.mark.parametrize("written", ["{", "[" * 100_000, "[]", ""])
def test_damage_is_named_and_stops_nobody_who_reads_another_study(tmp_path, written) -> None:
    other = put(tmp_path, study="other")
    put(tmp_path).file.write_text(written, encoding="utf-8")
    assert registered("prediction", "other", tmp_path) == (other,)
    assert put(tmp_path, "2026-01-01", study="other", number=2).previous == other.digest
    for asked in (None, "attendance"):
        with pytest.raises(DamagedSnapshot, match=r"2025-03-01-attendance-.*unreadable"):
            registered(study=asked, folder=tmp_path)


def test_the_message_of_damage_holds_no_path_of_the_computer(tmp_path) -> None:
    (tmp_path / "2025-01-01-note-00000000.json").mkdir()
    with pytest.raises(DamagedSnapshot) as caught:
        registered(folder=tmp_path)
    assert str(tmp_path) not in str(caught.value)


def test_files_of_the_computer_beside_the_entries_are_passed_over(tmp_path) -> None:
    first = put(tmp_path)
    for name in ("._copy.json", ".writing-x", "README.md"):
        (tmp_path / name).write_text("{", encoding="utf-8")
    assert registered(folder=tmp_path) == (first,)


def test_a_register_that_is_no_folder_is_said_without_its_path(tmp_path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InvalidInput, match="cannot be written to") as caught:
        put(tmp_path / "file" / "register")
    assert str(tmp_path) not in str(caught.value)


@pytest.mark.parametrize(
    ("change", "error", "said"),
    [
        ({"kind": "guess"}, UnknownName, "unknown kind of entry 'guess'"),
        ({"study": "Not a name"}, InvalidInput, "cannot name a study"),
        ({"study": "a" * 300}, InvalidInput, "at most 100"),
        ({"content": {"title": "half \ud800"}}, InvalidInput, "title: the text has half"),
        ({"date": "2025-13-01"}, InvalidInput, "is not a day"),
        ({"content": {"value": np.inf}}, InvalidInput, "content.value|value: the number"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_written(tmp_path, change, error, said) -> None:
    words = {"kind": "plan", "study": "one", "content": {}, "date": "2025-01-01"} | change
    kind, study, content = (words.pop(key) for key in ("kind", "study", "content"))
    with pytest.raises(error, match=said):
        register(kind, study, content, folder=tmp_path, **words)
    assert not list(tmp_path.iterdir())


def test_an_unknown_table_is_said_with_what_there_is(tmp_path) -> None:
    with pytest.raises(UnknownName, match="has predictions"):
        put(tmp_path).tables("title")
