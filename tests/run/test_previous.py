"""Which figures the last report used."""

from __future__ import annotations

import pytest

from impact.run import manifest
from impact.run.params import load_plan
from impact.run.previous import Previous, previous


@pytest.fixture
def plan(write):
    return load_plan(write())


def batch(home, year, snapshots, **more):
    folder = home / str(year)
    folder.mkdir(parents=True)
    manifest.write(folder, {"snapshots": snapshots, "reports": {"SE-0604": {}}, **more})


def test_without_an_earlier_report_there_is_none(plan, tmp_path):
    assert previous(plan, tmp_path / "small", ["a-2024"]) == Previous()


def test_the_newest_batch_of_an_earlier_year_counts(plan, tmp_path):
    batch(tmp_path, 2021, ["a-2021"])
    batch(tmp_path, 2023, ["a-2023"])
    batch(tmp_path, 2025, ["a-2025"])
    assert previous(plan, tmp_path, ["a-2024"]) == Previous(2023, ("a-2023",))


def test_a_batch_without_a_readable_manifest_is_passed_over(plan, tmp_path):
    batch(tmp_path, 2022, ["a-2022"])
    (tmp_path / "2023").mkdir()
    (tmp_path / "2023/manifest.json").write_text("{ half")
    assert previous(plan, tmp_path, ["a-2024"]) == Previous(2022, ("a-2022",))


def test_a_batch_in_which_every_report_failed_is_passed_over(plan, tmp_path):
    batch(tmp_path, 2023, ["a-2023"], reports={})
    assert previous(plan, tmp_path, ["a-2024"]) == Previous()


def test_a_run_of_the_same_year_with_other_figures_counts(plan, tmp_path):
    batch(tmp_path, 2024, ["a-2023"])
    assert previous(plan, tmp_path, ["a-2023", "b-2024"]) == Previous(2024, ("a-2023",))


def test_running_twice_with_the_same_figures_says_the_same_twice(plan, tmp_path):
    before = {"year": 2024, "snapshots": ["a-2023"]}
    batch(tmp_path, 2024, ["a-2023", "b-2024"], previous=before)
    assert previous(plan, tmp_path, ["b-2024", "a-2023"]) == Previous(2024, ("a-2023",))


def test_what_the_params_name_comes_first(write, tmp_path):
    batch(tmp_path, 2023, ["a-2023"])
    plan = load_plan(write("last_report: {year: 2020, snapshots: [a-2020]}\n"))
    assert previous(plan, tmp_path, ["a-2024"]) == Previous(2020, ("a-2020",))
