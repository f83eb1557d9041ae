"""The file of a capacity study becomes a record, or every fault is listed with line and mend."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
import yaml
from typer.testing import CliRunner

from impact import folders
from impact.cli import app
from impact.errors import ImpactError, InvalidInput
from impact.planning.capacity import SHAPES, validate_tables
from impact.run.capacity import model
from impact.run.capacity.files import capacity_files, find_capacity, load_capacity
from impact.sources.sheet import sheet

SAMPLE = Path(__file__).parent / "capacity_sample.yml"
PAGE = (Path(__file__).parents[2] / "docs" / "capacity_files.md").read_text(encoding="utf-8")
SHIPPED = ("skane_upper_secondary",)
FILES = (*model.TABLES, "homes")
Change = tuple[str, str]


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """Write the sample with some texts replaced, and its tables beside it."""
    for name in FILES:
        (tmp_path / f"{name}.csv").write_text(f"{name}\n", encoding="utf-8")

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
        load_capacity(path)
    return [str(fault) for fault in caught.value.faults]


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_the_sample_uses_every_field_and_says_nothing_odd(changed):
    study = load_capacity(changed())
    written = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    assert set(model.CapacityFile.model_fields) == set(written)
    for key, record in {
        "tables": model.Tables,
        "eligibility": model.Eligibility,
        "assumptions": model.Assumptions,
        "objective": model.Objective,
        "scenarios": model.Scenarios,
    }.items():
        assert set(record.model_fields) == set(written[key]), record
    assert study.warnings == ()
    assert study.places == ("SE-1060", "SE-1080", "SE-1081", "SE-1082", "SE-1083", "SE-1272",
                            "SE-1290")  # fmt: skip
    assert study.subject == "SE-10" and study.report_languages() == ("sv", "en")
    assert set(study.table_files()) == {*model.TABLES, "home_municipality"}


def test_every_field_is_explained_and_the_example_on_the_page_can_be_used(tmp_path):
    records = [one for one in vars(model).values() if isinstance(one, type)]
    own = [one for one in records if one.__module__ == model.__name__]
    names = {name for one in own for name in one.model_fields}
    assert len(own) == 6
    assert [name for name in sorted(names) if f"`{name}" not in PAGE] == []
    example = PAGE.partition("```yaml\n")[2].partition("```")[0]
    path = tmp_path / "two_counties.yml"
    path.write_text(example, encoding="utf-8")
    study = load_capacity(path)
    assert study.id == "two_counties" and study.warnings == ()


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_studies_load_without_warnings_and_say_that_they_are_examples(name):
    study = load_capacity(name)
    assert study.id == name and study.warnings == ()
    assert study.example and study.allow_simulated
    assert len(study.places) == 37 and "SE-1080" not in study.places


def test_a_study_is_found_by_id_name_and_path():
    assert tuple(file.stem for file in capacity_files()) == SHIPPED
    file = folders.params_folder() / "capacity" / f"{SHIPPED[0]}.yml"
    for name in (SHIPPED[0], f"{SHIPPED[0]}.yml", f"capacity/{SHIPPED[0]}.yml", file):
        assert find_capacity(name).samefile(file)
    assert load_capacity(file).file == f"params/capacity/{SHIPPED[0]}.yml"
    with pytest.raises(ImpactError, match=r"there is no capacity study 'nowhere'.*skane_upper"):
        load_capacity("nowhere")


def test_the_bytes_of_every_table_are_part_of_the_digest(changed):
    path = changed()
    before = load_capacity(path).digest
    for name in FILES:
        table = path.with_name(f"{name}.csv")
        table.write_text(f"{name}\nmore\n", encoding="utf-8")
        after = load_capacity(path).digest
        assert after != before, name
        before = after


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("id: capacity_sample", "id: other", "id: other", "is called capacity_sample.yml"),
        ("year: 2024", "yaer: 2024", "yaer", "yaer: unknown key. Did you mean year?"),
        ("  seed: 3", "  sed: 3", "sed", "scenarios.sed: unknown key. Did you mean seed?"),
        ("Bromölla", "Bromola", "areas", "unknown place 'Bromola'"),
        ("also: [SE-1290]", "also: [SE-1272]", "also", "'SE-1272' stands in areas already"),
        ("also: [SE-1290]", "also: [FI-005]", "also", "'FI-005' is not in country SE"),
        ("planned_year: 2027", "planned_year: 2024", "planned", "is not after the year"),
        ("planned_year: 2027", "planned_year: 2034", "planned", "more than 9 years after 2024"),
        ("  need: need.csv", "  need: nedd.csv", "nedd", "there is no file 'nedd.csv'"),
        ("  need: need.csv", "  need: flows.csv", "  need:", "is the table of tables.flows"),
        ("N15428", "N99999", "indicator", "unknown indicator"),
        ("kolada:N15428", "scb:population", "indicator", "no share in percent"),
        ("preparatory: 0.95", "preparatory: 95.0", "preparatory: 95", "less than or equal to 1"),
        ("need_weight: 0.5", "need_weight: 1.5", "need_weight", "less than or equal to 1"),
        ("travel_limit: 60.0", "travel_limit: -1.0", "travel_limit", "greater than 0"),
        ("unmet: 400000.0", "unmet: 18000.0", "unmet", "counts less (18000) than the longest"),
        ("draws: 20", "draws: 2", "draws", "greater than or equal to 20"),
        ("Antaget.", "An\u202etaget.", "preparatory_source", "unseen sign U+202E"),
        ("country: SE", "country: FI", "country", "known of SE only"),
    ],
)
def test_each_fault_is_named_with_its_line_and_field(changed, old, new, line, said):
    path = changed((old, new))
    found = faults(path)
    where = f"{path.name}, line {line_of(path, line)}:"
    assert any(one.startswith(where) and said in one for one in found), found


def test_all_faults_are_listed_at_once(changed):
    path = changed(("planned_year: 2027", "planned_year: 2020"), ("need.csv", "no.csv"),
                   ("draws: 20", "draws: 1"))  # fmt: skip
    assert len(faults(path)) == 3


def test_one_municipality_alone_has_nobody_to_share_with(changed):
    path = changed(
        ("areas: [SE-10, Bromölla]", "areas: [Bromölla]"), ("also: [SE-1290]", "also: []")
    )
    assert any("nobody to share places with" in one for one in faults(path))


def test_what_deserves_a_second_look_is_said(changed):
    path = changed(
        ("example: true", "example: false"), ("travel_limit: 60.0", "travel_limit: 130.0")
    )
    warnings = load_capacity(path).warnings
    assert any(
        "simulated tables are allowed, but the study is no example" in one for one in warnings
    )
    assert any("130 minutes one way is more than two hours" in one for one in warnings)


def test_the_templates_are_sound_tables_with_one_example_each_that_is_simulated():
    folder = folders.data_folder() / "templates"
    found = {name: sheet(folder / f"capacity_{name}.csv") for name in model.TABLES}
    tables = {
        name: pd.DataFrame(one.rows, columns=list(one.headings)) for name, one in found.items()
    }
    text = (folder / "README.md").read_text("utf-8")
    for name, table in validate_tables(tables).items():
        assert table["status"].tolist() == ["simulated"], name
        assert set(found[name].headings) == set(SHAPES[name].columns)
        assert f"`capacity_{name}.csv`" in text


@pytest.fixture
def simulated(tmp_path) -> tuple[Path, str]:
    """A study whose tables are not there yet."""
    text = SAMPLE.read_text(encoding="utf-8")
    text = text.replace("home_municipality_file: homes.csv\n", "")
    for name in model.TABLES:
        text = text.replace(f": {name}.csv", f": {tmp_path / name}.csv")
    path = tmp_path / SAMPLE.name
    path.write_text(text, encoding="utf-8")
    return path, "simulate-capacity"


def test_tables_are_simulated_where_the_file_names_them_and_are_the_same_again(simulated):
    path, command = simulated
    first = CliRunner().invoke(app, [command, str(path)])
    assert first.exit_code == 0, first.output
    assert "applicants.csv" in first.stdout and "rows, simulated" in first.stdout
    before = {name: path.with_name(f"{name}.csv").read_bytes() for name in model.TABLES}
    assert CliRunner().invoke(app, [command, str(path)]).exit_code == 0
    assert before == {name: path.with_name(f"{name}.csv").read_bytes() for name in model.TABLES}
    assert load_capacity(path).warnings == ()


def test_counted_tables_are_never_written_over(simulated):
    path, command = simulated
    counted = path.with_name("places.csv")
    counted.write_text("programme;place\nNA;SE-1080\n", encoding="utf-8")
    result = CliRunner().invoke(app, [command, str(path)])
    assert result.exit_code == 2 and "holds counted figures" in result.stderr
    assert counted.read_text(encoding="utf-8") == "programme;place\nNA;SE-1080\n"
    assert not path.with_name("travel.csv").exists()
