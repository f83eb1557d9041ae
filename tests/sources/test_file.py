"""An analyst's own files: what is understood, and how every fault is named by its row."""

from __future__ import annotations

import csv
from functools import partial

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact import catalogue, sources
from impact.errors import InvalidInput
from impact.indicators import Protected
from impact.indicators.protection.added import protect_added
from impact.sources import read
from impact.sources.file import HEADINGS
from impact.store import COLUMNS, load, snapshots

VINTAGE = "2025-06-30"
SAFETY = "local:pupil_survey_safety"
protect = partial(protect_added, catalogue=catalogue, places={})
add = partial(sources.add, protect=protect)


def nothing_hidden(values: pd.DataFrame, published: pd.DataFrame) -> Protected:
    """As figures were added before they were protected."""
    return Protected(values.assign(suppression=""))


def faults(path) -> str:
    with pytest.raises(InvalidInput) as caught:
        read(path, vintage=VINTAGE)
    return str(caught.value)


def test_a_semicolon_file_with_decimal_commas_is_read(csv_file) -> None:
    values = read(csv_file(f"SE-0604;{SAFETY};2025;;86,4;;;;;;"), vintage=VINTAGE)
    assert tuple(values.columns) == COLUMNS
    row = values.iloc[0]
    assert (row["place"], row["year"], row["group"], row["value"]) == (
        "SE-0604",
        2025,
        "total",
        86.4,
    )
    assert (row["status"], row["source"], row["vintage"]) == ("ok", "local", VINTAGE)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Malmö", "SE-1280"),
        ("ÅRE", "SE-2321"),
        ("Hämeenlinna", "FI-109"),
        ("Ærø", None),
        ("Målselv", "NO-5524"),
        ("Sør-Varanger", "NO-5605"),
        ("Ærø ", None),
        ('"Nærøysund"', "NO-5060"),
    ],
)
def test_places_by_name_in_every_encoding(csv_file, encoding, name, code) -> None:
    path = csv_file(f"{name};{SAFETY};2025;;80;;;;;;", encoding=encoding)
    if code is None:
        assert "row 2: unknown place 'Ærø'" in faults(path)
    else:
        assert list(read(path, vintage=VINTAGE)["place"]) == [code]


def test_commas_tabs_quotes_order_and_capitals_make_no_difference(csv_file) -> None:
    comma = csv_file(f'"Malmö",2025,"86,4",{SAFETY}', headings="Place,YEAR,value, Indicator")
    tab = csv_file(
        f"{SAFETY}\t2025\t86.4\tmalmö", headings="indicator\tyear\tvalue\tplace", name="a.tsv"
    )
    expected = read(comma, vintage=VINTAGE)
    assert expected["value"].tolist() == [86.4]
    assert read(tab, vintage=VINTAGE).equals(expected)


def test_an_empty_percentage_is_worked_out(csv_file) -> None:
    values = read(csv_file(f"SE-0604;{SAFETY};2025;;;2;3;;;;"), vintage=VINTAGE)
    assert values["value"].tolist() == [pytest.approx(200 / 3)]
    assert values[["numerator", "denominator"]].to_numpy().tolist() == [[2.0, 3.0]]


def test_a_figure_without_a_value_keeps_its_status(csv_file) -> None:
    values = read(csv_file(f"SE-0604;{SAFETY};2025;female;;;;;;Suppressed;"), vintage=VINTAGE)
    assert values["status"].tolist() == ["suppressed"] and np.isnan(values["value"].iloc[0])


def test_a_name_that_two_countries_share_is_settled_by_the_indicator(csv_file) -> None:
    assert read(csv_file("Lund;kolada:N15428;2025;;86,4;;;;;;"), vintage=VINTAGE)[
        "place"
    ].tolist() == ["SE-1281"]
    assert "Several have that name" in faults(csv_file(f"Lund;{SAFETY};2025;;86,4;;;;;;"))


def test_every_fault_is_listed_by_the_row_the_analyst_sees(csv_file) -> None:
    path = csv_file(
        f"SE-0604;{SAFETY};2025;total;86,4;;;;;;",
        "",
        f"Atlantis;{SAFETY};2025;total;86,4;;;;;;",
        "SE-0604;local:pupil_survey_safty;2025;total;86,4;;;;;;",
        f"SE-0617;{SAFETY};2024/25;total;86,4;;;;;;",
        f"SE-0642;{SAFETY};2025;girls;86,4;;;;;;",
        f"SE-0643;{SAFETY};2025;total;186,4;;;;;;",
        f"SE-0662;{SAFETY};2025;total;about 80;;;;;;",
        f"SE-0665;{SAFETY};2025;total;86,4;;;;;fine;",
        f"SE-0680;{SAFETY};2025;total;;12;10;;;;",
        f"SE-0682;{SAFETY};2025;total;;;;;;;",
        f"SE-0683;{SAFETY};2026;total;80;;;;;;",
        f"SE-0604;{SAFETY};2025;total;85;;;;;;",
        f"SE-0684;{SAFETY};2025;total;80;;;;;suppressed;",
        f"SE-0685;{SAFETY};2025;total;80;10;x;;;;",
    )
    text = faults(path)
    for expected in (
        "rows 2, 14: the same place, indicator, year and group twice",
        "row 4: unknown place 'Atlantis'",
        "row 5: unknown indicator 'local:pupil_survey_safty'. Did you mean local:pupil_",
        "row 6: '2024/25' is not a year such as 2025",
        "row 7: 'local:pupil_survey_safety' has no group 'girls'",
        "rows 8, 11: 'local:pupil_survey_safety' cannot be above 100",
        "row 9: value 'about 80' is not a number",
        "row 10: unknown status 'fine'",
        "row 11: numerator is above the denominator",
        "row 12: no value",
        "row 13: the year is after the date of the figures, 2025-06-30",
        "row 15: a value, but the status says there is none",
        "row 16: denominator 'x' is not a number",
    ):
        assert expected in text, expected
    lines = text.splitlines()[1:]
    assert len(lines) == 13, text
    assert [line for line in lines if "row 9" in line] == [
        "  row 9: value 'about 80' is not a number such as 12,5."
    ]


def test_wrong_headings_are_named(csv_file) -> None:
    text = faults(csv_file("SE-0604;1;1", headings="plats;year;year"))
    for expected in ("'place' is missing", "'indicator' is missing", "'value' is missing",
                     "unknown column 'plats'", "'year' stands there twice"):  # fmt: skip
        assert expected in text


def test_a_decimal_comma_without_quotes_between_commas_is_explained(csv_file) -> None:
    path = csv_file(f"SE-0604,{SAFETY},2025,86,4", headings="place,indicator,year,value")
    assert "needs quotes around the number" in faults(path)


@pytest.mark.parametrize("name", ["figures.xls", "figures.pdf"])
def test_other_files_are_refused(tmp_path, name) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert "neither .csv nor .xlsx" in faults(tmp_path / name)
    assert "there is no file" in faults(tmp_path / "none.csv")


def test_files_without_figures_are_refused(tmp_path, csv_file) -> None:
    assert "there are no figures" in faults(csv_file())
    (tmp_path / "empty.csv").write_bytes(b"")
    assert "empty" in faults(tmp_path / "empty.csv")
    (tmp_path / "broken.xlsx").write_bytes(b"not a workbook")
    assert "cannot be opened as a workbook" in faults(tmp_path / "broken.xlsx")


def workbook(path, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_workbook_is_read(tmp_path) -> None:
    path = workbook(
        tmp_path / "figures.xlsx",
        ["Place", "Indicator", "Year", "Value", "Status", None],
        ["Malmö", SAFETY, 2025, 86.4, None],
        [None, None, None, None, None],
        ["SE-0604", SAFETY, 2025.0, "81,5", "provisional"],
    )
    values = read(path, vintage=VINTAGE)
    assert values["value"].tolist() == [86.4, 81.5]
    assert values["status"].tolist() == ["ok", "provisional"]


def test_a_workbook_names_faults_by_its_own_rows(tmp_path) -> None:
    import datetime

    path = workbook(
        tmp_path / "figures.xlsx",
        ["place", "indicator", "year", "value"],
        [None, None, None, None],
        ["SE-0604", SAFETY, 2025, datetime.datetime(2025, 4, 12)],
    )
    text = faults(path)
    assert "row 3: value '2025-04-12 00:00:00' is not a number" in text


def test_a_file_is_added_and_what_it_changes_is_listed(project, csv_file) -> None:
    before = load("kolada:N15428", places="SE-0604")
    path = csv_file(
        "Aneby;kolada:N15428;2024;total;99,9;;;;;provisional;corrected by the school",
        "Aneby;kolada:N15428;2025;total;90,0;;;;;;",
        f"Östra Göinge;{SAFETY};2025;total;;287;331;;;;",
        name="egna siffror åäö.csv",
    )
    written, ledger, _ = add(path, title='Våra "egna" siffror', date=VINTAGE)
    assert written.id == "local-2025-06-30" and written.title == 'Våra "egna" siffror'
    assert written.folder == project / "data" / "snapshots" / "local-2025-06-30"
    assert written in snapshots()
    assert ledger[["change", "place", "year"]].to_numpy().tolist() == [
        ["revised", "SE-0604", 2024],
        ["new", "SE-0604", 2025],
        ["new", "SE-1256", 2025],
    ]
    after = load("kolada:N15428", places="SE-0604")
    assert len(after) == len(before) + 1
    newest = after.set_index("year").loc[2024]
    assert newest["value"] == 99.9 and newest["status"] == "provisional"
    assert newest["source"] == "local"
    assert load(SAFETY)["value"].tolist() == [pytest.approx(100 * 287 / 331)]


def test_notes_are_kept_with_the_figures(project, csv_file) -> None:
    path = csv_file(f"SE-0604;{SAFETY};2025;total;80;;;;;;answers from grade 5 only")
    written, _, protected = add(path, title="Survey", date=VINTAGE)
    assert protected.unjudged == 1
    notes = pd.read_parquet(written.path("notes.parquet"))
    assert notes["note"].tolist() == ["answers from grade 5 only"]


def test_small_numbers_never_reach_the_snapshot(project, csv_file) -> None:
    path = csv_file(
        f"SE-0604;{SAFETY};2025;female;;3;77;;;;three girls of class 5B",
        f"SE-0604;{SAFETY};2025;male;;45;79;;;;",
        f"SE-0604;{SAFETY};2025;total;;48;156;;;;all classes",
    )
    written, ledger, protected = add(path, title="Survey", date=VINTAGE)
    assert protected.reasons == {"primary": 1, "secondary": 1}
    stored = load(SAFETY, groups=None)
    assert stored["status"].tolist() == ["suppressed", "suppressed", "ok"]
    assert stored["value"].notna().tolist() == [False, False, True]
    assert ledger["group"].tolist() == ["total"]
    why = pd.read_parquet(written.path("suppression.parquet"))
    assert why["suppression"].tolist() == ["primary", "secondary"]
    assert pd.read_parquet(written.path("notes.parquet"))["note"].tolist() == ["all classes"]
    for file in written.folder.iterdir():
        assert b"5B" not in file.read_bytes()
    later = csv_file(f"SE-0604;{SAFETY};2025;male;;45;79;;;;")
    _, _, protected = add(later, title="the other half", date="2025-07-01")
    assert protected.reasons == {"secondary": 1}


def test_what_a_file_leaves_over_is_guarded_too(project, csv_file) -> None:
    row = f"SE-0604;{SAFETY};2025;"
    path = csv_file(f"{row}male;;45;79;;;;", f"{row}total;;48;156;;;;")
    _, _, protected = add(path, title="first", date=VINTAGE)
    assert protected.reasons == {"secondary": 1}


def test_a_figure_that_what_is_out_gives_away_is_refused(project, csv_file) -> None:
    row = f"SE-0604;{SAFETY};2025;"
    out = csv_file(f"{row}male;;45;79;;;;", f"{row}total;;48;156;;;;")
    sources.add(out, protect=nothing_hidden, title="first", date=VINTAGE)
    with pytest.raises(InvalidInput, match="out already"):
        add(csv_file(f"{row}female;;3;77;;;;"), title="second", date="2025-07-01")
    assert [one.id for one in snapshots() if one.source == "local"] == ["local-2025-06-30"]


def test_a_file_with_a_fault_leaves_nothing_behind(project, csv_file) -> None:
    before = sorted(path for path in project.rglob("*"))
    good = f"SE-0604;{SAFETY};2025;total;80;;;;;;"
    with pytest.raises(InvalidInput, match="nothing was read"):
        add(csv_file(good, f"SE-0604;{SAFETY};2024;total;800;;;;;;"), title="x", date=VINTAGE)
    assert sorted(path for path in project.rglob("*")) == before


def test_the_same_date_twice_is_refused(project, csv_file) -> None:
    path = csv_file(f"SE-0604;{SAFETY};2025;total;80;;;;;;")
    add(path, title="first", date=VINTAGE)
    with pytest.raises(InvalidInput, match="exists already"):
        add(path, title="second", date=VINTAGE)
    add(path, title="second", date="2025-07-01")
    assert [one.id for one in snapshots() if one.source == "local"] == [
        "local-2025-06-30",
        "local-2025-07-01",
    ]


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=200), ending=st.sampled_from(["csv", "txt", "xlsx"]))
def test_no_file_whatever_fails_without_a_message(tmp_path_factory, content, ending) -> None:
    path = tmp_path_factory.mktemp("any") / f"figures.{ending}"
    path.write_bytes(content)
    with pytest.raises(InvalidInput):
        read(path, vintage=VINTAGE)


CELLS = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["SE-0604", "Malmö", SAFETY, "2025", "total", "80,5", "-1", "1.234", "ok", "*"]
    ),
)


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(st.lists(CELLS, min_size=11, max_size=11), min_size=1, max_size=4))
def test_any_cells_are_either_read_or_refused_with_faults(tmp_path_factory, rows) -> None:
    path = tmp_path_factory.mktemp("any") / "figures.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEADINGS, *rows])
    try:
        values = read(path, vintage=VINTAGE)
    except InvalidInput as error:
        assert error.faults or "headings" in str(error)
    else:
        assert values["value"].notna().sum() + values["status"].ne("ok").sum() >= len(values)


def test_a_bad_date_is_refused(csv_file) -> None:
    with pytest.raises(InvalidInput, match=r"'30\.6\.2025' is not a date"):
        read(csv_file(f"SE-0604;{SAFETY};2025;;80;;;;;;"), vintage="30.6.2025")
