"""Producer, licence, attribution and hash of everything in data/."""

from __future__ import annotations

import csv
import hashlib
import re

import pytest

from impact.catalogue import indicators
from impact.folders import data_folder
from impact.store import snapshots, sources

TABLE = sources()


def test_every_snapshot_and_indicator_has_its_source() -> None:
    known = set(TABLE["id"])
    assert TABLE["id"].is_unique
    assert {one.source for one in snapshots()} <= known
    assert {one.attribution.source for one in indicators()} <= known


@pytest.mark.parametrize("row", TABLE.to_dict("records"), ids=lambda row: row["id"])
def test_every_source_says_what_a_reader_must_know(row) -> None:
    for column in ("producer", "title", "licence", "read_where"):
        assert row[column], column
    if row["id"] != "local":
        assert row["attribution"] and re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["vintage"])
        assert row["caveats"]


@pytest.mark.parametrize(
    "row", [row for row in TABLE.to_dict("records") if row["file"]], ids=lambda row: row["id"]
)
def test_every_file_is_the_one_that_was_read(row) -> None:
    content = (data_folder() / row["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == row["sha256"]


def test_every_snapshot_file_with_figures_is_listed_with_its_hash() -> None:
    listed = dict(zip(TABLE["file"], TABLE["sha256"], strict=True))
    for one in snapshots():
        if one.source == "local":
            continue
        for name, file in one.files.items():
            assert listed[f"snapshots/{one.id}/{name}"] == file["sha256"]


def test_finnish_and_norwegian_sources_name_their_licence() -> None:
    licence = TABLE.set_index("id")["licence"]
    for name in ("sotkanet", "statfin", "ssb"):
        assert licence[name] == "CC BY 4.0"
    assert licence["udir"] == "NLOD"


def test_tables_are_plain_text_without_stray_blanks() -> None:
    for name in ("places.csv", "regions.csv", "code_changes.csv", "sources.csv"):
        content = (data_folder() / name).read_bytes()
        assert b"\r" not in content and not content.startswith(b"\xef\xbb\xbf")
        for row in csv.reader(content.decode("utf-8").splitlines()):
            assert all(cell == " ".join(cell.split()) for cell in row), row


def test_the_readme_names_every_snapshot_and_no_folder_of_a_machine() -> None:
    text = (data_folder() / "README.md").read_text("utf-8")
    for one in snapshots():
        if one.source != "local":
            assert f"`{one.id}`" in text
            assert f"{sum(file['rows'] for file in one.files.values()):,}" in text
    assert not re.search(r"(?<![\w.>}*])/[a-z]+/", text)
