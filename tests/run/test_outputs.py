"""A folder appears whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from impact.errors import ImpactError
from impact.run.outputs import assembled, tidy, writable, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_folder_takes_its_place_whole(tmp_path):
    with assembled(tmp_path / "SE-0604") as new:
        (new / "report.sv.html").write_text("new")
        assert not (tmp_path / "SE-0604").exists()
    assert names(tmp_path) == ["SE-0604"]
    assert (tmp_path / "SE-0604/report.sv.html").read_text() == "new"


def test_an_older_folder_is_replaced_with_all_its_files(tmp_path):
    (tmp_path / "SE-0604").mkdir()
    (tmp_path / "SE-0604/report.fi.html").write_text("old")
    with assembled(tmp_path / "SE-0604") as new:
        (new / "report.sv.html").write_text("new")
    assert names(tmp_path) == ["SE-0604"]
    assert names(tmp_path / "SE-0604") == ["report.sv.html"]


def test_a_crash_in_the_middle_leaves_no_half_folder_and_keeps_the_old_one(tmp_path):
    (tmp_path / "SE-0604").mkdir()
    (tmp_path / "SE-0604/report.sv.html").write_text("old")
    with pytest.raises(RuntimeError), assembled(tmp_path / "SE-0604") as new:
        (new / "report.sv.html").write_text("half")
        raise RuntimeError
    assert names(tmp_path) == ["SE-0604"]
    assert (tmp_path / "SE-0604/report.sv.html").read_text() == "old"


def test_a_folder_that_cannot_take_its_place_leaves_the_old_one(tmp_path, monkeypatch):
    (tmp_path / "SE-0604").mkdir()
    (tmp_path / "SE-0604/report.sv.html").write_text("old")
    rename = Path.rename

    def fails_for_new(self, target):
        if self.name.endswith(".new"):
            raise PermissionError("locked by a reader")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails_for_new)
    with pytest.raises(PermissionError), assembled(tmp_path / "SE-0604"):
        pass
    assert names(tmp_path) == ["SE-0604"]
    assert (tmp_path / "SE-0604/report.sv.html").read_text() == "old"


def test_what_a_killed_run_left_behind_is_removed_or_put_back(tmp_path):
    (tmp_path / ".SE-0604.0123abcd.new").mkdir()
    (tmp_path / ".SE-0680.0123abcd.old").mkdir()
    (tmp_path / ".SE-0680.0123abcd.old/values.csv").write_text("kept")
    (tmp_path / ".SE-0617.0123abcd.old").mkdir()
    (tmp_path / "SE-0617").mkdir()
    (tmp_path / ".index.html.0123abcd.new").write_text("half")
    tidy(tmp_path)
    assert names(tmp_path) == ["SE-0617", "SE-0680"]
    assert (tmp_path / "SE-0680/values.csv").read_text() == "kept"


def test_a_single_file_is_written_whole(tmp_path):
    write_whole(tmp_path / "a/index.html", "å")
    assert (tmp_path / "a/index.html").read_bytes() == "å".encode()
    assert names(tmp_path / "a") == ["index.html"]


def test_a_folder_that_cannot_be_written_to_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ImpactError, match=r"cannot write to '.*file.x'.*--out"):
        writable(tmp_path / "file/x")
