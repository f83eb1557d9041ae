"""The file of an index becomes a record, or every fault is listed with line and mend."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from impact import folders
from impact.errors import ImpactError, InvalidInput
from impact.overviews.indices.spec import index_spec
from impact.run import keys
from impact.run.indices import model
from impact.run.indices.files import find_index, index_files, index_of_plan, load_index
from impact.run.make_report import sources_of
from impact.run.params.plan import load_plan

PAGE = (Path(__file__).parents[2] / "docs" / "index_files.md").read_text(encoding="utf-8")
SHIPPED = ("fi_hyte", "fi_teaviisari", "fi_well_being", "se_children_schools")
EXAMPLE = PAGE.partition("```yaml\n")[2].partition("```")[0]
Change = tuple[str, str]


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """Write the page's example with some texts replaced; each must be there."""

    def writer(*changes: Change) -> Path:
        text = EXAMPLE
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = tmp_path / "two_results.yml"
        path.write_text(text, encoding="utf-8")
        return path

    return writer


def faults(path: Path) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        load_index(path)
    return [str(fault) for fault in caught.value.faults]


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_every_field_is_explained_and_the_example_on_the_page_can_be_used(changed):
    records = [one for one in vars(model).values() if isinstance(one, type)]
    own = [one for one in records if one.__module__ == model.__name__]
    names = {name for one in own for name in one.model_fields}
    assert len(own) == 9
    assert [name for name in sorted(names) if f"`{name}" not in PAGE] == []
    record = load_index(changed())
    assert record.warnings == ()
    assert index_spec(record).indicator_ids == ("kolada:N15428", "kolada:N17461")
    assert [item.weight for item in index_spec(record).indicators] == [1.0, 2.0]


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_indices_load_without_warnings(name):
    record = load_index(name)
    assert record.id == name and record.warnings == ()
    assert record.file == name and len(record.digest) == 16
    assert len(index_spec(record).indicators) == len(record.indicators)


def test_what_was_not_read_is_marked_as_such():
    for name in ("fi_hyte", "fi_teaviisari"):
        record = load_index(name)
        assert record.unconfirmed and index_spec(record).unconfirmed
        assert record.entered is not None and record.entered.status == "example"
        assert not record.measured
    hyte = load_index("fi_hyte")
    process = [one for one in hyte.indicators.values() if one.node == "process"]
    assert (len(hyte.indicators), len(process)) == (21, 15)


def test_an_index_is_found_by_id_name_and_path():
    assert tuple(file.stem for file in index_files()) == SHIPPED
    file = folders.params_folder() / "indices" / "fi_hyte.yml"
    for name in ("fi_hyte", "fi_hyte.yml", "indices/fi_hyte.yml", file):
        assert find_index(name).samefile(file)
    with pytest.raises(ImpactError, match=r"there is no index 'nowhere'.*fi_hyte"):
        load_index("nowhere")


def test_the_direction_comes_from_the_catalogue(changed):
    children = 'eligible: {indicator: "kolada:N02904"'
    path = changed(('eligible: {indicator: "kolada:N15428"', children), ("65.0, 97.0", "2.5, 23.0"))
    assert [one.direction for one in index_spec(load_index(path)).indicators] == ["lower", "higher"]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("id: two_results", "id: other", "id: other", "is called two_results.yml"),
        ("node: index, goalposts: [65", "node: indx, goalposts: [65", "eligible", "no part 'indx'"),
        ("[65.0, 97.0]", "[97.0, 65.0]", "eligible", "two numbers that rise"),
        ("[65.0, 97.0]", "[65.0, 107.0]", "eligible", "outside what"),
        (", goalposts: [65.0, 97.0]", "", "eligible", "it has no goalposts"),
        ("weight: 2.0", "weight: -2.0", "diploma", "greater than or equal to 0"),
        ("weight: 2.0", "weight: .nan", "diploma", "finite"),
        ("weight: 2.0", "wieght: 2.0", "diploma", "Did you mean weight"),
        ("weight: 2.0", "direction: lower", "diploma", "the file says the opposite"),
        ("weight: 2.0", "valid_from: 2024, valid_to: 2020", "diploma", "valid from 2024"),
        ("kolada:N15428", "kolada:N17461", "diploma", "is in the index already"),
        ("kolada:N15428", "sotkanet:181", "eligible", "an indicator of FI, not of SE"),
        ("kolada:N15428", "kolada:N99999", "eligible", "unknown indicator"),
        ('indicator: "kolada:N15428", ', "", "eligible", "neither measured nor named"),
        ("  index:\n", "  index:\n    parent: index\n", "    parent: index", "own ancestor"),
        ("base_year: 2019", "weighting: equal_influence", "weighting", "from a base year"),
        ("base_year: 2019", "normalisation: guess", "normalisation", "min_max"),
        ("base_year: 2019", "minimum_share: 0.0", "minimum_share", "greater than 0"),
        ("base_year: 2019", "choices: {seed: -1}", "choices", "greater than or equal to 0"),
        ("base_year: 2019", "power: 1000.0", "power", "less than or equal to 100"),
        ("base_year: 2019", "base_year: 2030\nchecked: 2026-11-22", "base_year", "checked in 2026"),
        ("weight: 2.0", "weight: 1.0e+308", "diploma", "less than or equal to 1000000"),
        (
            "base_year: 2019",
            "choices: {normalisations: [distance_to_target]}",
            "eligible",
            "lacks what 'distance_to_target'",
        ),
        (
            "base_year: 2019",
            "choices: {aggregations: [benefit_of_the_doubt]}",
            "choices",
            "cannot be drawn",
        ),
        (
            "nodes:\n",
            'nodes:\n  "kolada:N15428":\n    parent: index\n    title: {en: A}\n',
            "eligible",
            "a part is called 'kolada:N15428' too",
        ),
    ],
)
def test_each_fault_has_its_line(changed, old, new, line, said):
    path = changed((old, new))
    found = faults(path)
    where = f"two_results.yml, line {line_of(path, line)}:"
    assert any(one.startswith(where) and said in one for one in found), found


def test_a_base_year_before_a_new_definition_is_refused(changed):
    path = changed(("kolada:N15428", "kolada:N11050"), ("2019", "2015"))
    assert any("defined anew in 2016" in one for one in faults(path))


def test_all_faults_are_listed_at_once(changed):
    path = changed(("[65.0, 97.0]", "[97.0, 65.0]"), ("[52.0, 89.0]", "[89.0, 52.0]"))
    assert len(faults(path)) == 2


ENTERED = """
nodes:
  index: {title: {sv: A, fi: A, nb: A, en: A}}
indicators:
  one: {node: index, goalposts: [0.0, 100.0], title: {sv: A, fi: A, nb: A, en: A}}
entered:
  status: own
  places:
    here:
      title: {sv: B, fi: B, nb: B, en: B}
      inhabitants: 500.0
      scores: {one: 50.0}
"""


def entered(tmp_path: Path, *changes: Change, more: str = "") -> Path:
    text = EXAMPLE.partition("nodes:")[0] + ENTERED + more
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = tmp_path / "two_results.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_entered_scores_may_stand_for_figures(tmp_path):
    record = load_index(entered(tmp_path))
    assert index_spec(record).indicator_ids == ("one",)
    assert not record.measured


@pytest.mark.parametrize(
    ("change", "more", "said"),
    [
        (("{one: 50.0}", "{two: 50.0}"), "", "the index has no such indicator"),
        (("{one: 50.0}", "{one: 150.0}"), "", "less than or equal to 100"),
        (("{one: 50.0}", "{}"), "", "not one indicator of the index has a score"),
        (("500.0", "0.0"), "", "greater than 0"),
        (("[0.0, 100.0]", "[0.0, 50.0]"), "", "points from 0 to 100"),
        (("node: index,", "node: index, direction: lower,"), "", "points from 0 to 100"),
        (("500.0", "5000.0"), "MONEY", "more inhabitants than all municipalities"),
    ],
)
def test_entered_scores_that_cannot_be(tmp_path, change, more, said):
    money = "funding: {year: 2023, pot: 1000.0, inhabitants: 1000.0, mean_score: 50.0}\n"
    path = entered(tmp_path, change, more=money if more else "")
    assert any(said in one for one in faults(path))


def test_classes_begin_at_nought_and_rise(tmp_path):
    text = "{sv: A, fi: A, nb: A, en: A}"
    more = f"classes: [{{title: {text}, lowest: 25.0}}, {{title: {text}, lowest: 75.0}}]\n"
    assert any("do not cover 0 to 100" in one for one in faults(entered(tmp_path, more=more)))


def test_a_text_that_is_missing_in_a_language_deserves_a_second_look(changed):
    record = load_index(changed((", en: An example.", "")))
    assert any("not there in en" in one for one in record.warnings)


def test_plans_read_their_indices_and_refuse_others():
    plan = load_plan("skane.yml")
    assert plan.indices == ("se_children_schools",)
    assert [record.id for record in plan.index_records()] == ["se_children_schools"]
    with pytest.raises(InvalidInput, match="an index of FI, not of SE"):
        index_of_plan("fi_well_being", "SE")
    with pytest.raises(InvalidInput, match="have no figures"):
        index_of_plan("fi_hyte", "FI")


def test_an_index_that_is_no_mean_cannot_stand_in_reports(changed, monkeypatch):
    path = changed(("base_year: 2019", "base_year: 2019\naggregation: outranking"))
    assert load_index(path).aggregation == "outranking"
    monkeypatch.setattr(folders, "params_folder", lambda: path.parent)
    (path.parent / "indices").mkdir()
    path.rename(path.parent / "indices" / path.name)
    with pytest.raises(InvalidInput, match="'outranking' is no mean"):
        index_of_plan("two_results", "SE")


def plan_of(tmp_path: Path, indices: str) -> Path:
    path = tmp_path / "own.yml"
    text = f"extends: countries/se.yml\ntitle: {{sv: A, en: A}}\nplaces: [SE-0604]\n{indices}"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("indices", "said"),
    [
        ("indices: [se_children]", "Did you mean se_children_schools"),
        ("indices: [fi_well_being]", "an index of FI, not of SE"),
    ],
)
def test_a_plan_with_another_index_is_refused(tmp_path, indices, said):
    with pytest.raises(InvalidInput, match=said):
        load_plan(plan_of(tmp_path, indices))


def test_what_an_index_says_is_part_of_what_reports_are_made_of(tmp_path):
    with_it = load_plan(plan_of(tmp_path, "name: own"))
    other = with_it.model_copy()
    said = other.said_of_indices["se_children_schools"]
    other._said_of_indices = {"se_children_schools": {**said, "carry": 1}}
    assert keys.params(with_it, "SE-0604") == keys.params(with_it.model_copy(), "SE-0604")
    assert keys.params(with_it, "SE-0604") != keys.params(other, "SE-0604")


def test_a_report_keeps_the_text_of_its_indices():
    kept = sources_of(folders.params_folder() / "skane.yml")
    file = folders.params_folder() / "indices" / "se_children_schools.yml"
    assert kept["params/indices/se_children_schools.yml"] == file.read_text(encoding="utf-8")
