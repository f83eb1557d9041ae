"""A snapshot is written once, whole, and only read when it is what was written."""

from __future__ import annotations

import json
import os
import threading

import pandas as pd
import pytest

from impact.errors import DamagedSnapshot, InvalidInput
from impact.store import COLUMNS, load, snapshots, verify, write

ROW = ("SE-0604", 2024, 86.4)


def test_a_snapshot_holds_what_was_written(store_in) -> None:
    written = store_in("2025-01-31", ROW, ("SE-0617", 2024, None, "suppressed"))
    assert written.id == "kolada-2025-01-31"
    assert written.indicators == ("kolada:N15428",) and written.countries == ("SE",)
    assert snapshots(store_in.folder) == (written,)
    values = pd.read_parquet(written.path())
    assert list(values.columns) == list(COLUMNS)
    assert list(values["status"]) == ["ok", "suppressed"]
    assert set(values["source"]) == {"kolada"} and set(values["vintage"]) == {"2025-01-31"}
    assert written.files["values.parquet"]["rows"] == 2


def test_an_existing_snapshot_is_never_changed(store_in) -> None:
    store_in("2025-01-31", ROW)
    before = {path: path.read_bytes() for path in store_in.folder.rglob("*") if path.is_file()}
    with pytest.raises(
        InvalidInput, match="kolada-2025-01-31' exists already and is never changed"
    ):
        store_in("2025-01-31", ("SE-0604", 2024, 99.0))
    after = {path: path.read_bytes() for path in store_in.folder.rglob("*") if path.is_file()}
    assert after == before


def test_only_one_of_two_writers_at_once_succeeds(store_in) -> None:
    outcomes = []

    def attempt(value: float) -> None:
        try:
            store_in("2025-01-31", ("SE-0604", 2024, value))
            outcomes.append("written")
        except InvalidInput:
            outcomes.append("refused")

    writers = [threading.Thread(target=attempt, args=(value,)) for value in (1.0, 2.0, 3.0)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert sorted(outcomes) == ["refused", "refused", "written"]
    assert len(verify(store_in.folder)) == 1


def test_nothing_is_left_behind_when_writing_fails(store_in, catalogue, table, tmp_path) -> None:
    with pytest.raises(TypeError):
        write(
            table(ROW),
            source="kolada",
            vintage="2025-01-31",
            title=object(),
            folder=tmp_path / "other",
            catalogue=catalogue,
        )
    assert list((tmp_path / "other").iterdir()) == []


def test_one_altered_byte_is_refused_by_name(store_in) -> None:
    written = store_in("2025-01-31", ROW)
    assert len(load("kolada:N15428", snapshots=store_in.folder)) == 1
    path = written.folder / "values.parquet"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamagedSnapshot, match=r"'kolada-2025-01-31': values\.parquet is not the"):
        load("kolada:N15428", snapshots=store_in.folder)
    with pytest.raises(DamagedSnapshot, match="kolada-2025-01-31"):
        verify(store_in.folder)


def test_a_file_altered_without_a_trace_in_size_and_date_is_refused_when_first_read(
    store_in,
) -> None:
    written = store_in("2025-01-31", ROW)
    path = written.folder / "values.parquet"
    state = path.stat()
    content = bytearray(path.read_bytes())
    content[10] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    with pytest.raises(DamagedSnapshot):
        load("kolada:N15428", snapshots=store_in.folder)


def test_a_missing_file_is_refused_by_name(store_in) -> None:
    (store_in("2025-01-31", ROW).folder / "values.parquet").unlink()
    with pytest.raises(DamagedSnapshot, match=r"values\.parquet is missing.*[Rr]estore"):
        load(snapshots=store_in.folder)


@pytest.mark.parametrize("manifest", [None, "{", "{}", '{"id": "kolada-2025-01-31"}', "[]"])
def test_a_bad_manifest_is_refused_by_name(store_in, manifest) -> None:
    folder = store_in("2025-01-31", ROW).folder
    (folder / "manifest.json").unlink()
    if manifest is not None:
        (folder / "manifest.json").write_text(manifest)
    with pytest.raises(DamagedSnapshot, match=r"kolada-2025-01-31.*manifest\.json"):
        snapshots(store_in.folder)


def test_a_renamed_folder_is_refused(store_in) -> None:
    folder = store_in("2025-01-31", ROW).folder
    folder.rename(folder.with_name("kolada-2026-01-31"))
    with pytest.raises(DamagedSnapshot, match="kolada-2026-01-31"):
        snapshots(store_in.folder)


def test_a_manifest_that_names_a_bad_table_is_refused_with_the_snapshot(store_in) -> None:
    import hashlib

    folder = store_in("2025-01-31", ROW).folder
    (folder / "values.parquet").write_bytes(b"not a table")
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["files"]["values.parquet"]["sha256"] = hashlib.sha256(b"not a table").hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(DamagedSnapshot, match="kolada-2025-01-31"):
        load(snapshots=store_in.folder)


def test_an_interrupted_writing_is_not_taken_for_a_snapshot(store_in) -> None:
    store_in("2025-01-31", ROW)
    (store_in.folder / ".writing-abc").mkdir()
    assert len(snapshots(store_in.folder)) == 1


def test_snapshots_are_ordered_by_vintage(store_in) -> None:
    store_in("2025-03-01", ROW)
    store_in("2024-12-31", ROW, source="zebra")
    store_in("2025-01-01", ROW, source="alpha")
    names = [one.id for one in snapshots(store_in.folder)]
    assert names == ["zebra-2024-12-31", "alpha-2025-01-01", "kolada-2025-03-01"]


@pytest.mark.parametrize("source", ["../evil", "Kolada", "", "a/b", "a b", ".x"])
def test_a_source_that_cannot_be_a_folder_is_refused(store_in, source) -> None:
    with pytest.raises(InvalidInput, match="cannot name a source"):
        store_in("2025-01-31", ROW, source=source)
    assert not store_in.folder.exists()


def test_no_folder_of_snapshots_means_no_snapshots(tmp_path) -> None:
    assert snapshots(tmp_path / "none") == ()
