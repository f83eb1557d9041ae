"""A study's result is written once, whole, and comes back with the types it had."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as any_of

from impact.errors import DamagedSnapshot, InvalidInput, UnknownName
from impact.store import plain_json, studies, study, write_study

FRAME = pd.DataFrame(
    {
        "place": ["SE-0604", None, "Åre"],
        "year": [2025, 2026, 2027],
        "value": [1 / 3, np.nan, -2.5e-7],
        "scenario": [True, False, False],
    }
)
ABOUT = {"title": {"sv": "Närvaro", "en": "Attendance"}, "places": ("SE-0604",), "gap": np.nan}


def put(root: Path, date: str = "2025-03-01", name: str = "attendance", **about: object):
    return write_study(
        name,
        kind="assessment",
        tables={"quantities": FRAME, "empty": FRAME.iloc[:0]},
        about={**ABOUT, **about},
        date=date,
        folder=root,
    )


def files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_study_comes_back_as_it_was_written(tmp_path) -> None:
    written = put(tmp_path)
    found = study("attendance", tmp_path)
    assert found == written
    assert (found.kind, found.date, found.number) == ("assessment", "2025-03-01", 1)
    assert found.folder == tmp_path / "attendance" / f"2025-03-01-{found.digest[:8]}"
    assert found.about == {
        "title": {"sv": "Närvaro", "en": "Attendance"}, "places": ["SE-0604"], "gap": None,
    }  # fmt: skip
    assert list(found.about["title"]) == ["sv", "en"]
    assert found.names == ("quantities", "empty")
    for name, frame in (("quantities", FRAME), ("empty", FRAME.iloc[:0])):
        pd.testing.assert_frame_equal(
            found.tables(name), frame, check_exact=False, rtol=1e-9, check_index_type=False
        )


def test_the_file_is_strict_json_with_short_numbers_and_missing_as_null(tmp_path) -> None:
    text = (put(tmp_path).folder / "result.json").read_text(encoding="utf-8")
    assert "NaN" not in text and "Närvaro" in text
    rows = json.loads(text)["tables"]["quantities"]["rows"]
    assert rows[0] == ["SE-0604", 2025, 0.3333333333, True]
    assert rows[1] == [None, 2026, None, False]
    assert '  ["SE-0604", 2025, 0.3333333333, true],\n' in text


def test_the_same_content_is_not_written_again(tmp_path) -> None:
    first, before = put(tmp_path), files(tmp_path)
    assert put(tmp_path, "2026-01-01") == first
    assert put(tmp_path, "2020-01-01") == first
    assert files(tmp_path) == before


def test_a_difference_beyond_ten_digits_is_no_other_content(tmp_path) -> None:
    assert put(tmp_path, rate=0.1 + 0.2) == put(tmp_path, rate=0.3)
    assert put(tmp_path, rate=0.3).digest != put(tmp_path, rate=0.3000000003).digest


def test_other_content_stands_beside_and_the_newest_is_read(tmp_path) -> None:
    first, before = put(tmp_path), files(tmp_path)
    second = put(tmp_path, "2026-01-01", note="revised")
    assert study("attendance", tmp_path) == second
    assert second.number == 2
    assert before.items() <= files(tmp_path).items()
    with pytest.raises(InvalidInput, match="has a result of 2026-01-01 already"):
        put(tmp_path, "2025-12-31", note="too late")
    assert first.folder.is_dir()


def test_a_day_can_hold_several_results_and_go_back_to_the_first(tmp_path) -> None:
    first = put(tmp_path)
    second = put(tmp_path, note="revised")
    third = put(tmp_path)
    assert [one.number for one in (first, second, third)] == [1, 2, 3]
    assert third.digest == first.digest and third.folder != first.folder
    assert study("attendance", tmp_path) == third


def test_studies_are_listed_by_kind_and_date(tmp_path) -> None:
    later, earlier = put(tmp_path, "2026-01-01", "later"), put(tmp_path, "2025-01-01", "earlier")
    other = write_study(
        "plan", kind="evaluation", tables={}, about={}, date="2025-06-01", folder=tmp_path
    )
    assert studies("assessment", tmp_path) == (earlier, later)
    assert studies(folder=tmp_path) == (earlier, other, later)
    assert studies(folder=tmp_path / "nowhere") == ()


@pytest.mark.parametrize(
    ("file", "problem"),
    [("result.json", "is not what was written"), ("manifest.json", "manifest.json belongs to")],
)
def test_an_altered_file_is_refused_by_name(tmp_path, file, problem) -> None:
    written = put(tmp_path)
    path = written.folder / file
    path.write_text(
        path.read_text(encoding="utf-8").replace("2025", "2024").replace("Närvaro", "Frånvaro"),
        encoding="utf-8",
    )
    with pytest.raises(DamagedSnapshot, match=problem) as caught:
        study("attendance", tmp_path)
    assert f"attendance/{written.folder.name}" in str(caught.value)
    with pytest.raises(DamagedSnapshot):
        put(tmp_path, "2026-01-01")


@pytest.mark.parametrize("file", ["result.json", "manifest.json"])
def test_a_missing_file_is_refused_by_name(tmp_path, file) -> None:
    (put(tmp_path).folder / file).unlink()
    with pytest.raises(DamagedSnapshot, match=f"{file} is missing"):
        studies(folder=tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        ('"number": 2', '"number": "2"'),
        ('"number": 2', '"number": 1'),
        ('"kind"', '"kinds"'),
        ('"sha256": "', '"sha256": ["'),
    ],
)
def test_a_manifest_that_says_something_else_is_refused_by_name(tmp_path, change) -> None:
    put(tmp_path)
    path = put(tmp_path, "2026-01-01", number=2).folder / "manifest.json"
    text = path.read_text(encoding="utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(DamagedSnapshot, match=r"'attendance/2026-01-01-.*manifest\.json"):
        study("attendance", tmp_path)


def test_damage_stops_nobody_who_reads_another_study(tmp_path) -> None:
    other = put(tmp_path, name="other")
    (put(tmp_path).folder / "manifest.json").unlink()
    assert study("other", tmp_path) == other
    assert put(tmp_path, "2026-01-01", "third").number == 1
    with pytest.raises(DamagedSnapshot, match="'attendance/") as caught:
        studies(folder=tmp_path)
    assert str(tmp_path) not in str(caught.value)


def test_a_folder_that_cannot_be_written_to_is_said_without_its_path(tmp_path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InvalidInput, match="'attendance' cannot be written") as caught:
        put(tmp_path / "file")
    assert str(tmp_path) not in str(caught.value)


def test_everything_that_cannot_be_stored_is_listed_and_nothing_is_written(tmp_path) -> None:
    frame = pd.DataFrame(
        {"ratio": [1.0, np.inf], "day": pd.to_datetime(["2025-01-01"] * 2), "mixed": ["a", 1]}
    )
    with pytest.raises(InvalidInput) as caught:
        write_study(
            "broken",
            kind="assessment",
            tables={"table": frame},
            about={"rate": -np.inf, "deep": [{"what": object()}]},
            date="2025-03-01",
            folder=tmp_path,
        )
    assert [fault.where for fault in caught.value.faults] == [
        "about.rate", "about.deep[0].what",
        "tables.table.ratio", "tables.table.day", "tables.table.mixed",
    ]  # fmt: skip
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("date", ["2025-02-30", "2025-3-1", "20250301", "soon", ""])
def test_a_day_that_is_none_is_refused(tmp_path, date) -> None:
    with pytest.raises(InvalidInput, match="is not a day"):
        put(tmp_path, date)


@pytest.mark.parametrize("name", ["", "../up", "Ånge", "a b", "-a"])
def test_a_name_that_is_no_folder_is_refused(tmp_path, name) -> None:
    with pytest.raises(InvalidInput, match="cannot name a study"):
        put(tmp_path, name=name)


def test_unknown_names_are_said_with_what_there_is(tmp_path) -> None:
    written = put(tmp_path)
    with pytest.raises(UnknownName, match="Did you mean attendance"):
        study("attendence", tmp_path)
    with pytest.raises(UnknownName, match="has quantities, empty"):
        written.tables("numbers")


NUMBERS = any_of.lists(any_of.floats(-1e300, 1e300) | any_of.just(float("nan")), max_size=5)
TEXTS = any_of.text(any_of.characters(exclude_categories=["Cs"]))


@given(numbers=NUMBERS, text=TEXTS, whole=any_of.integers(-(2**62), 2**62))
def test_what_was_stored_is_stored_again_the_same(numbers, text, whole) -> None:
    frame = pd.DataFrame({"number": pd.Series(numbers, dtype="float64")})
    frame = frame.assign(text=text, whole=whole, truth=whole > 0)
    once = plain_json.text(plain_json.plain({"frame": frame, "text": text}))
    back = plain_json.table(json.loads(once)["frame"])
    assert plain_json.text(plain_json.plain({"frame": back, "text": text})) == once
    assert list(back["number"].isna()) == list(frame["number"].isna())
