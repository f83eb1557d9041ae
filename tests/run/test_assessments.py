"""The file of an assessment becomes an Assessment, or every fault is listed with line and mend."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from impact import folders, yaml_lines
from impact.errors import ImpactError, InvalidInput
from impact.report.content.quantity_numbers import OWN_UNITS
from impact.run.assessments.files import assessment_files, find_assessment, load_assessment
from impact.run.assessments.model import Assessment
from impact.run.assessments.quantities import OTHER_UNITS

HERE = Path(__file__).parent
SAMPLE = HERE / "assessments" / "sample.yml"
CASES = yaml.safe_load((HERE / "assessment_faults.yml").read_text(encoding="utf-8"))
Change = tuple[str, str]


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """Write the sample with some texts replaced; each must be there."""

    def writer(*changes: Change) -> Path:
        text = SAMPLE.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = tmp_path / "sample.yml"
        path.write_text(text, encoding="utf-8")
        return path

    return writer


def yaml_places(node: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the place of every value."""
    yield place
    pairs = node.items() if isinstance(node, dict) else ()
    for key, value in enumerate(node) if isinstance(node, list) else pairs:
        yield from yaml_places(value, (*place, key))


def changes_of(*names: str) -> list[Change]:
    return [(one["old"], one["new"]) for name in names for one in CASES[name]["replace"]]


def faults(path: Path) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        load_assessment(path)
    return [str(fault) for fault in caught.value.faults]


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_the_sample_uses_every_field_and_has_only_the_expected_warning():
    assessment = load_assessment(SAMPLE)
    written = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    optional = {"children_not_heard_reason"}  # views of children are given
    assert set(Assessment.model_fields) - set(written) == optional
    assert assessment.places == ("SE-0604", "SE-0680", "SE-0683")
    assert (assessment.baseline, assessment.chosen) == ("as_now", "programme")
    assert assessment.subject == "SE-06"
    assert [warning.split(": ")[1] for warning in assessment.warnings] == ["economics.prices.0"]
    assert len(assessment.digest) == 16


@pytest.mark.parametrize("path", assessment_files(), ids=lambda path: path.stem)
def test_shipped_assessments_load_and_are_marked_as_examples(path):
    assessment = load_assessment(path.stem)
    assert assessment.id == path.stem
    assert assessment.example


def test_an_assessment_is_found_by_id_name_and_path():
    file = folders.params_folder() / "assessments" / "skien_belonging.yml"
    for name in ("skien_belonging", "skien_belonging.yml", "assessments/skien_belonging.yml", file):
        assert find_assessment(name).samefile(file)
    with pytest.raises(ImpactError, match=r"there is no assessment 'nowhere'.*skien_belonging"):
        load_assessment("nowhere")


def test_a_region_stands_for_all_its_municipalities(changed):
    path = changed(("places: [Aneby, SE-0680, SE-0683]", "places: region"))
    assert len(load_assessment(path).places) == 13


def test_an_assessment_that_is_not_needed_says_why_and_may_end_there(tmp_path):
    path = tmp_path / "small.yml"
    text = """
title: {sv: Ny matsal}
question: {sv: "Ska skolan få en ny matsal?"}
country: SE
places: [SE-0604]
owner: {sv: Skolan}
frameworks: [SE_BEST_INTERESTS]
depth: minimum
stage: screening
version: 2025-01-10
year: 2025
screening:
  needed: false
"""
    path.write_text(text, encoding="utf-8")
    assert faults(path) == ["small.yml, line 12: screening.reason: is missing."]
    path.write_text(text + "  reason: {sv: Ingen grupp berörs.}\n", encoding="utf-8")
    assessment = load_assessment(path)
    assert assessment.id == "small"
    assert assessment.baseline is None
    assert assessment.chosen is None


def test_while_the_scope_is_set_what_is_missing_is_no_fault(changed):
    text = "stage: decided\n"
    path = changed((text, "stage: scoping\n"))
    cut = path.read_text(encoding="utf-8")
    start, end = cut.index("\ndecision:"), cut.index("\nmonitoring:")
    cut = cut[:start] + cut[end:]
    start, end = cut.index("\nnot_relevant:"), cut.index("\nevidence:")
    path.write_text(cut[:start] + cut[end:], encoding="utf-8")
    assert load_assessment(path).stage == "scoping"
    path.write_text((cut[:start] + cut[end:]).replace("scoping", "appraisal"), encoding="utf-8")
    found = faults(path)
    assert len(found) == 1
    assert "alternatives.letters: nothing is said of it seen from organisation_staff." in found[0]


@pytest.mark.parametrize("name", CASES)
def test_bad_input_names_file_line_field_and_mend(changed, name):
    path = changed(*changes_of(name))
    line = path.read_text(encoding="utf-8").split(CASES[name]["at"])[0].count("\n") + 1
    found = faults(path)
    said = [fault for fault in found if CASES[name]["said"] in fault]
    assert said, "\n".join(found)
    assert said[0].startswith(f"sample.yml, line {line}: "), (line, said[0])


def test_all_faults_come_at_once_and_in_the_order_of_lines(changed):
    names = ("no baseline", "price without source", "unknown part", "probability not in order")
    found = faults(changed(*changes_of(*names)))
    lines = [int(fault.split("line ")[1].split(":")[0]) for fault in found]
    assert all(any(CASES[name]["said"] in fault for fault in found) for name in names)
    assert lines == sorted(lines)


def test_against_best_interests_with_reasons_but_no_compensation_is_a_warning(changed):
    against = ("follows_best_interests: true", "follows_best_interests: false")
    compensating = ("  compensating: {sv: Tolk vid samtal., en: Interpreters at talks.}\n", "")
    mitigation = ("    compensating: true\n", "")
    said = "goes against the child's best interests without compensating measures"
    for changes, warned in (
        ((against, compensating, mitigation), True),
        ((against, compensating), False),
        ((against, mitigation), False),
        ((compensating, mitigation), False),
    ):
        warnings = load_assessment(changed(*changes)).warnings
        assert any(said in warning for warning in warnings) == warned, changes


def test_children_without_feedback_are_a_warning(changed):
    path = changed(("    feedback_plan: {sv: Muntligt i april, en: Orally in April}\n", ""))
    line = line_of(path, "- group: newcomers")
    assert any(
        warning.startswith(f"sample.yml, line {line}: participation.1: 'newcomers' were heard")
        for warning in load_assessment(path).warnings
    )


def test_a_reason_may_stand_in_place_of_childrens_views(changed):
    changes = changes_of("children not heard")
    reason = ("unknown:\n", "children_not_heard_reason: {sv: Skolan är stängd.}\nunknown:\n")
    assert load_assessment(changed(*changes, reason)).children_not_heard_reason


def test_screening_questions_left_open_are_a_warning(changed):
    path = changed(("    - {framework: SE_BEST_INTERESTS, part: extent, answer: unknown}\n", ""))
    assert any(
        "SE_BEST_INTERESTS asks more than is answered: extent." in warning
        for warning in load_assessment(path).warnings
    )


def test_an_unknown_direction_of_harm_needs_no_monitoring(changed):
    high = "direction: better\n    magnitude: moderate\n    sensitivity: high"
    unknown = high.replace("better", "unknown")
    no_score = ('    scale: pm0\n    score: "+"\n', "")
    path = changed((high, unknown), no_score, *changes_of("no monitoring of what matters"))
    assert load_assessment(path)


def test_a_prediction_that_comes_too_early_or_for_another_alternative_is_a_warning(changed):
    early = ("lag_years: 1", "lag_years: 3")
    said = "in 2026 the effect has not come yet (start 2025, lag 3 years)."
    assert any(said in warning for warning in load_assessment(changed(early)).warnings)
    other = (
        ("reasons: {sv: Eleverna får", "reasons: {sv: Vi får"),
        ("  alternative: programme\n  follows", "  alternative: as_now\n  follows"),
        ("    status: decided\n", ""),
    )
    said = "'withdrawn_grants' is not calculated for 'as_now': there is no prediction."
    assert any(said in warning for warning in load_assessment(changed(*other)).warnings)


def test_a_yes_in_the_screening_of_what_is_not_assessed_is_a_warning(changed):
    path = changed(("  needed: true", "  needed: false"))
    assert any("is answered yes, but nothing" in one for one in load_assessment(path).warnings)


def test_odds_are_turned_into_risks_where_the_level_is_a_share(changed):
    odds = ("measure: relative_risk\n    central: 0.82", "measure: odds_ratio\n    central: 0.82")
    assert not [one for one in load_assessment(changed(odds)).warnings if "sample_activity" in one]
    unit = "    baseline: {central: 4"
    path = changed(odds, (f"unit: percent\n{unit}", f"unit: number\n{unit}"))
    line = line_of(path, "risk: sample_activity")
    where = f"sample.yml, line {line}: quantities.depression.exposures.1.risk: "
    said = "'sample_activity' is an odds ratio; which risk it means depends on the level."
    assert any(one.startswith(where + said) for one in faults(path))


def test_a_ratio_of_a_step_is_no_ratio_of_a_level(changed):
    path = changed(("central: 0.82\n", "central: 0.82\n    increment: 2\n"))
    said = "'sample_activity' is the ratio of a step of 2, not of a level."
    assert any(said in one for one in faults(path))


def test_costs_after_the_years_that_are_counted_are_a_warning(changed):
    path = changed(("last_year: 2029", "last_year: 2040"))
    said = "it goes on until 2040; what is won is counted until 2029."
    assert any(said in one for one in load_assessment(path).warnings)


def test_a_decision_after_its_alternative_began_is_a_warning(changed):
    path = changed(("date: 2025-03-05", "date: 2026-03-05"))
    said = "it was made in 2026, but 'programme' began before that."
    assert any(said in one for one in load_assessment(path).warnings)


@pytest.mark.parametrize(
    ("old", "signs", "most"),
    [("en: As now", 251, 250), ("en: Every municipality works on its own.", 4001, 4000)],
)
def test_a_text_longer_than_a_page_holds_is_refused(changed, old, signs, most):
    (found,) = faults(changed((old, f"en: {'x' * signs}")))
    assert f"it has {signs} signs; a page has room for {most} here." in found
    assert load_assessment(changed((old, f"en: {'x' * most}")))


def test_scripts_of_other_directions_and_line_breaks_are_texts_like_others(changed):
    path = changed(("en: As now", 'en: "שלום مرحبا\\n<b>{ $x } #let"'))
    assert load_assessment(path).alternatives["as_now"].title["en"].startswith("שלום")


def test_the_units_of_a_file_are_those_a_report_has_words_for():
    assert {*OTHER_UNITS, "wellby"} == set(OWN_UNITS)


@pytest.mark.parametrize("name", ["", ".", "/", "..", "nowhere"])
def test_a_name_that_is_no_file_is_said_with_what_there_is(name):
    with pytest.raises(ImpactError, match=r"there is no assessment .* there are: jonkoping"):
        find_assessment(name)


def test_a_file_is_named_without_the_folders_of_the_computer(changed):
    assert load_assessment(changed()).file == "sample.yml"
    (first, *_) = assessment_files()
    assert load_assessment(first).file == f"params/assessments/{first.name}"


PLACES = [place for place in yaml_places(yaml_lines.read(SAMPLE)[0]) if place]
WRONG = (None, 5, "x", [], {}, [5], {"x": 5}, -1.5)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=some.sampled_from(PLACES), wrong=some.sampled_from(WRONG))
@example(place=("determinants",), wrong=5)
def test_whatever_stands_anywhere_faults_are_listed_and_nothing_else_breaks(tmp_path, place, wrong):
    data = yaml_lines.read(SAMPLE)[0]
    inner = data
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = wrong
    path = tmp_path / "sample.yml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    with suppress(InvalidInput):
        load_assessment(path)
