"""Templates for an analyst's own figures: refused as they come, accepted once filled in."""

from __future__ import annotations

import pytest

from impact.catalogue import indicators
from impact.errors import InvalidInput
from impact.folders import data_folder
from impact.sources.file import HEADINGS, read
from impact.sources.sheet import sheet

TABLES_OF_STUDIES = ("capacity_", "staff_stock")
"""Templates that params files name; they are not added as figures and have tests of their own."""
TEMPLATES = sorted(
    path
    for path in (data_folder() / "templates").glob("*.csv")
    if not path.stem.startswith(TABLES_OF_STUDIES)
)
VINTAGE = "2026-01-31"


def test_there_is_a_template_for_every_kind_of_own_figures() -> None:
    assert [path.stem for path in TEMPLATES] == [
        "access",
        "activity_participation",
        "attendance_bands",
        "key_figures",
        "leadership_survey",
        "pupil_survey",
        "staffing",
    ]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_has_the_columns_of_the_reader_and_one_example(path) -> None:
    table = sheet(path)
    assert set(table.headings) == set(HEADINGS)
    assert len(table.rows) == 1
    assert table.column("note")[0].startswith("EXAMPLE")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_the_example_is_refused_until_it_is_replaced(path, tmp_path) -> None:
    with pytest.raises(InvalidInput) as caught:
        read(path, vintage=VINTAGE)
    assert len(caught.value.faults) == 1
    assert "row 2: is still the example" in str(caught.value)
    own = tmp_path / path.name
    own.write_text(path.read_text("utf-8-sig").replace("EXAMPLE", "checked"), "utf-8")
    assert len(read(own, vintage=VINTAGE)) == 1


def test_the_readme_names_every_local_indicator() -> None:
    text = (data_folder() / "templates" / "README.md").read_text("utf-8")
    local = [one.id for one in indicators() if one.id.startswith("local:")]
    assert len(local) == 16
    assert all(f"`{name}`" in text for name in local)
    assert all(f"`{path.name}`" in text for path in TEMPLATES)
