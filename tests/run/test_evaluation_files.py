"""The file of an evaluation becomes a plan, or every fault is listed with line and mend."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from impact import folders, places
from impact.errors import ImpactError, InvalidInput
from impact.run.evaluations import model
from impact.run.evaluations.files import evaluation_files, find_evaluation, load_evaluation

SAMPLE = Path(__file__).parent / "evaluation_sample.yml"
PAGE = (Path(__file__).parents[2] / "docs" / "evaluation_files.md").read_text(encoding="utf-8")
SHIPPED = ("fi_mergers", "jonkoping_plan", "no_action_zone", "skane_network")
REGIONS = [
    ("unit: municipality", "unit: region"),
    ("places: [Aneby, SE-0617]", "places: [SE-06]"),
    ("places: [SE-0680]\n", "places: [SE-12]\n"),
    ("measure: value", "measure: mean"),
    ('groups: ["grade:1", "grade:2"]', 'groups: ["grade:1", "grade:2"]\n    measure: sum'),
    ("  exclude_merged:\n    first: 2000\n    last: 2010\n", ""),
    ("    reason: {sv: Delades., en: Divided.}\n", ""),
    ("[SE-05, Habo]", "[SE-05]"),
]
Change = tuple[str, str]


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """Write the sample with some texts replaced; each must be there."""

    def writer(*changes: Change) -> Path:
        text = SAMPLE.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = tmp_path / SAMPLE.name
        path.write_text(text, encoding="utf-8")
        return path

    return writer


def faults(path: Path) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        load_evaluation(path)
    return [str(fault) for fault in caught.value.faults]


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_the_sample_uses_every_field_and_says_nothing_odd():
    plan = load_evaluation(SAMPLE)
    written = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    assert set(model.EvaluationPlan.model_fields) == set(written)
    parts = {
        model.Treated: written["treated"]["first"],
        model.Outcome: written["outcomes"]["eligible"],
        model.Comparison: written["comparison"],
        model.Intervention: written["intervention"],
    }
    for record, fields in parts.items():
        assert set(record.model_fields) == set(fields), record
    assert plan.warnings == ()
    assert plan.treated["first"].places == ("SE-0604", "SE-0617")
    assert plan.places == ("SE-0604", "SE-0617", "SE-0680")
    assert (plan.primary, plan.subject, plan.anticipation_years) == ("eligible", "SE-06", 1)
    assert plan.comparison.places == ()
    assert plan.report_languages() == ("sv", "en")
    assert len(plan.digest) == 16


def test_every_field_is_explained_and_the_example_on_the_page_can_be_used(tmp_path):
    records = [one for one in vars(model).values() if isinstance(one, type)]
    own = [one for one in records if one.__module__ == model.__name__]
    names = {name for one in own for name in one.model_fields}
    assert len(own) == 9
    assert [name for name in sorted(names) if f"`{name}" not in PAGE] == []
    example = PAGE.partition("```yaml\n")[2].partition("```")[0]
    path = tmp_path / "support.yml"
    path.write_text(example, encoding="utf-8")
    plan = load_evaluation(path)
    assert plan.id == "support" and plan.warnings == ()


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_evaluations_load_without_warnings_in_every_language_of_theirs(name):
    plan = load_evaluation(name)
    assert plan.id == name
    assert plan.warnings == ()
    assert "en" in plan.report_languages()


def test_an_evaluation_is_found_by_id_name_and_path():
    assert tuple(file.stem for file in evaluation_files()) == SHIPPED
    file = folders.params_folder() / "evaluations" / "fi_mergers.yml"
    for name in ("fi_mergers", "fi_mergers.yml", "evaluations/fi_mergers.yml", file):
        assert find_evaluation(name).samefile(file)
    assert load_evaluation(file).file == "params/evaluations/fi_mergers.yml"
    with pytest.raises(ImpactError, match=r"there is no evaluation 'nowhere'.*fi_mergers"):
        load_evaluation("nowhere")


def test_regions_are_units_that_may_be_measured_by_mean_spread_and_sum(changed):
    plan = load_evaluation(changed(*REGIONS))
    assert plan.unit == "region"
    assert len(plan.places) == 13 + 33


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("id: evaluation_sample", "id: other", "id: other", "is called evaluation_sample.yml"),
        ("year: 2024", "yaer: 2024", "yaer", "yaer: unknown key. Did you mean year?"),
        ("    lag: 1", "    lags: 1", "lags", "outcomes.eligible.lags: unknown key."),
        ("Aneby", "Anebu", "Anebu", "unknown place 'Anebu'. Did you mean Aneby"),
        ("N15428", "N15429", "N15429", "unknown indicator"),
        ("primary: true", "primary: false", "outcomes:", "no outcome is the primary one"),
        ("    scale: log", "    primary: true  # two\n    scale: log", "# two", "second primary"),
        ("    places: [SE-0680]", "    places: [Aneby]", "places: [Aneby]", "in 'first' already"),
        ("    start: 2021", "    start: 2025", "start: 2025", "after the year of the evaluation"),
        ("places: [SE-0680]", "places: [FI-005]", "FI-005", "'FI-005' is not in country SE"),
        ("[total]", "[men]", "groups: [men]", "not given for group 'men'. It is given for total"),
        ("[total]", "[female, male]", "groups: [fem", "cannot be added up"),
        ('"grade:1", "grade:2"', 'total, "grade:2"', "groups: [total, ", "holds the other"),
        ("measure: value", "measure: spread", "measure: spread", "no spread over municipalities"),
        ("    scale: level", "    scale: cube", "scale: cube", "'level' or 'log'"),
        ("smallest_effect: 0.02", "smallest_effect: 2.0", "smallest_effect: 2.0", "doubling"),
        ("smallest_effect: 0.02", "smallest_effect: 0.0", "smallest_effect: 0.0", "greater than 0"),
        ("first_year: 2008", "first_year: 2021", "first_year: 2021", "no year before it is left"),
        ("first_year: 2008", "first_year: 2024\n    last_year: 2023", "", "stands on line"),
        ("last_year: 2024", "last_year: 2020", "last_year: 2020", "no year after it is left"),
        ("last_year: 2024", "last_year: 2025", "last_year: 2025", "after the year of the evalua"),
        ("direction: higher", "direction: lower", "direction: lower", "higher is better; lower"),
        ("places: all", "places: [SE-0617]", "places: [SE-0617]", "is treated in 'first'"),
        ("[SE-05, Habo]", "[Aneby]", "places: [Aneby]", "'SE-0604' is treated in 'first'"),
        ("last: 2010", "last: 1990", "last: 1990", "ends (1990) before it begins (2000)"),
        ("estimator: detrended", "estimator: magic", "estimator: magic", "estimator: "),
        ("written: 2019-05-01", "written: someday", "written: someday", "is not a date"),
        ("  second:", "  Second-1:", "Second-1", "this cannot be a key"),
        ("Det gjordes.", "Det \u202egjordes.", "gjordes", "unseen sign U+202E"),
        ("unit: municipality\n", "", "evaluation_sample.yml, line 1", "unit: is missing."),
    ],
)
def test_a_fault_is_named_with_its_line(changed, old, new, line, said):
    path = changed((old, new))
    found = [one for one in faults(path) if said in one]
    assert found, faults(path)
    if line and "line 1" not in line:
        assert found[0].startswith(f"evaluation_sample.yml, line {line_of(path, line)}: ")


def test_all_faults_are_listed_at_once_in_the_order_of_lines(changed):
    path = changed(
        ("last_year: 2024", "last_year: 2020"),
        ("Aneby", "Anebu"),
        ("estimator: detrended", "estimator: magic"),
    )
    found = faults(path)
    assert len(found) == 3
    assert ["Anebu" in found[0], "last_year" in found[1], "estimator" in found[2]] == [True] * 3


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("measure: mean", "measure: value"), "needs to be made of its municipalities"),
        (("measure: mean", "measure: sum"), "cannot be added up: it is no count"),
        (("places: [SE-12]\n", "places: [SE-1290]\n"), "a part of SE-12 is treated"),
        (
            ("  exclude_neighbours", "  exclude_merged: {first: 1, last: 2}\n  exclude_neighbours"),
            "exclude_merged",
        ),
    ],
)
def test_what_a_region_cannot_be(changed, change, said):
    assert any(said in one for one in faults(changed(*REGIONS, change)))


def test_the_rest_of_a_partly_treated_region_may_be_left_out_with_a_reason(changed):
    changes = [
        *REGIONS,
        ("places: [SE-12]\n", "places: [SE-1290]\n"),
        ("places: [SE-05]", "places: [SE-05, SE-12]"),
    ]
    assert len(load_evaluation(changed(*changes)).places) == 14


def test_few_years_before_and_texts_that_lack_a_language_are_worth_a_second_look(changed):
    path = changed(("first_year: 2008", "first_year: 2018"), ("{sv: Stöd, en: Support}", "{sv: S}"))
    warnings = load_evaluation(path).warnings
    assert ["only 2 years" in warnings[0], "not there in en" in warnings[1]] == [True, True]


def test_anticipation_longer_than_the_years_before_leaves_none(changed):
    path = changed(("first_year: 2008", "first_year: 2018"), ("years: 1\n", "years: 9\n"))
    assert "only 0 years before the start" in load_evaluation(path).warnings[0]


def test_what_is_declared_has_a_digest_that_texts_do_not_move(changed):
    before = load_evaluation(SAMPLE)
    texts = load_evaluation(changed(("Did it help?", "Has it helped?"), ("Our limit", "A limit")))
    assert texts.digest != before.digest
    assert texts.plan_digest == before.plan_digest
    moved = [
        ("smallest_effect: 1.5", "smallest_effect: 1.0"),
        ("start: 2021", "start: 2022"),
        ("Habo", "Mullsjö"),
        ("estimator: detrended", "estimator: demeaned"),
        ("years: 1\n", "years: 2\n"),
        ("    lag: 1\n", ""),
        ("  exclude_neighbours: {sv: Kan härma., en: May copy.}\n", ""),
        ("    accept_break: {sv: Båda lika., en: Both alike.}\n", ""),
        ("places: [Aneby, SE-0617]", "places: [Aneby]"),
    ]
    digests = {load_evaluation(changed(one)).plan_digest for one in moved}
    assert len(digests | {before.plan_digest}) == len(moved) + 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[Aneby, SE-0617]", "[SE-0604, Gnosjö]"),
        ("[Aneby, SE-0617]", "[SE-0617, Aneby]"),
        ("[SE-05, Habo]", "[Habo, SE-05]"),
        ("[SE-05, Habo]", f"[{', '.join(places.region('SE-05').members)}, Habo]"),
        ('["grade:1", "grade:2"]', '["grade:2", "grade:1"]'),
        ("smallest_effect: 1.5", "smallest_effect: 1.50  # as agreed"),
    ],
)
def test_the_same_written_otherwise_declares_the_same(changed, old, new):
    written = load_evaluation(changed((old, new)))
    assert written.digest != load_evaluation(SAMPLE).digest
    assert written.plan_digest == load_evaluation(SAMPLE).plan_digest


def test_the_order_of_compared_places_declares_nothing(changed):
    one = load_evaluation(changed(("places: all", "places: [SE-08, SE-07]")))
    other = load_evaluation(changed(("places: all", "places: [SE-07, SE-08]")))
    assert one.plan_digest == other.plan_digest


def test_a_list_is_not_called_empty_because_of_what_is_wrong_in_it(changed):
    assert [one for one in faults(changed(("[SE-0680]", "[Anebu]"))) if "is empty" in one] == []
    assert any("places: is empty." in one for one in faults(changed(("[SE-0680]", "[]"))))


def test_a_year_that_is_no_number_is_compared_with_nothing(changed):
    (found,) = faults(changed(("year: 2024\nint", "year: true\nint")))
    assert "year: here belongs a whole number" in found
