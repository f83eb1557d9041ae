"""Which figures a place's last report used."""

from __future__ import annotations

import pytest

from impact.run import manifest
from impact.run.params.plan import load_plan
from impact.run.previous import Previous, previous, told

PLACE = "SE-0604"


@pytest.fixture
def plan(write):
    return load_plan(write())


def report(home, year, snapshots, folder=PLACE):
    place = home / str(year) / folder
    place.mkdir(parents=True)
    manifest.write(place, {"snapshots": snapshots})


def standing(snapshots, before=(), year=None):
    return {
        "snapshots": list(snapshots),
        "parameters": {"previous": list(before), "previous_year": year},
    }


def test_without_an_earlier_report_there_is_none(plan, tmp_path):
    assert previous(plan, tmp_path / "small", PLACE, ["a-2024"], None) == Previous()


def test_the_newest_report_of_an_earlier_year_counts(plan, tmp_path):
    report(tmp_path, 2021, ["a-2021"])
    report(tmp_path, 2023, ["a-2023"])
    report(tmp_path, 2025, ["a-2025"])
    found = previous(plan, tmp_path, PLACE, ["a-2024"], standing(["a-2022"]))
    assert found == Previous(2023, ("a-2023",))


def test_a_place_is_compared_with_its_own_report_and_not_with_that_of_another(plan, tmp_path):
    report(tmp_path, 2022, ["a-2022"])
    report(tmp_path, 2023, ["a-2023"], folder="SE-0680")
    assert previous(plan, tmp_path, PLACE, ["a-2024"], None) == Previous(2022, ("a-2022",))
    assert previous(plan, tmp_path, "SE-0680", ["a-2024"], None) == Previous(2023, ("a-2023",))
    assert previous(plan, tmp_path, "region", ["a-2024"], None) == Previous()


@pytest.mark.parametrize("text", ["{ half", "[]", "{}", '{"snapshots": 3}', '{"snapshots": []}'])
def test_a_report_whose_manifest_does_not_say_it_is_passed_over(plan, tmp_path, text):
    report(tmp_path, 2022, ["a-2022"])
    report(tmp_path, 2023, ["a-2023"])
    (tmp_path / "2023" / PLACE / "manifest.json").write_text(text)
    assert previous(plan, tmp_path, PLACE, ["a-2024"], None) == Previous(2022, ("a-2022",))


def test_its_report_of_the_same_year_with_other_figures_counts(plan, tmp_path):
    found = previous(plan, tmp_path, PLACE, ["a-2023", "b-2024"], standing(["a-2023"]))
    assert found == Previous(2024, ("a-2023",))


def test_running_twice_with_the_same_figures_says_the_same_twice(plan, tmp_path):
    stands = standing(["a-2023", "b-2024"], ["a-2023"], 2024)
    found = previous(plan, tmp_path, PLACE, ["b-2024", "a-2023"], stands)
    assert found == Previous(2024, ("a-2023",)) == told(stands)


def test_a_damaged_report_of_the_same_year_was_compared_with_nothing():
    assert told({"parameters": {"previous": 3, "previous_year": "x"}}) == Previous()
    assert told({"parameters": None}) == Previous()


def test_what_the_params_name_comes_first(write, tmp_path):
    report(tmp_path, 2023, ["a-2023"])
    plan = load_plan(write("last_report: {year: 2020, snapshots: [a-2020]}\n"))
    assert previous(plan, tmp_path, PLACE, ["a-2024"], None) == Previous(2020, ("a-2020",))
