"""What reports say of pupils to come: true in every case, in every language."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from impact import places, report
from impact.overviews import pupil_forecast
from impact.report import values_csv
from impact.report.blocks import Sentences, Table
from impact.report.content.pupil_words import outlook, shown_horizons
from impact.report.display import dumps, from_json, to_json
from impact.report.html import preview
from impact.report.language import LANGUAGES, language
from impact.report.message import Interval, Number
from impact.report.planning_blocks import Fans

MALMO, OSLO = "SE-1280", "NO-0301"


@pytest.fixture(scope="module")
def sweden():
    return pupil_forecast(SimpleNamespace(country="SE", year=2024))


@pytest.fixture(scope="module")
def norway():
    return pupil_forecast(SimpleNamespace(country="NO", year=2026))


@pytest.fixture(scope="module")
def skane():
    return SimpleNamespace(code="SE-12", places=places.region("SE-12").members)


def ids(blocks) -> list[str]:
    return [one.id for block in blocks if isinstance(block, Sentences) for one in block.messages]


def only(blocks, kind):
    return [block for block in blocks if isinstance(block, kind)]


def told(row: dict[str, float], sweden) -> str:
    """Return which of the three sentences is said of grade 9 with these numbers."""
    rows = pd.DataFrame(
        [
            {"group": "grade:9", "year": 2023, "horizon": 0, "scenario": "counted", "pupils": 100},
            {"group": "grade:9", "year": 2024, "horizon": 1, "scenario": "central", **row},
        ]
    )
    said = outlook(rows, sweden, {"grade:9": 1}, 5, MALMO)
    return said[0].id if said else ""


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [
        (101.0, 120.0, "pupil-outlook-more"),
        (80.0, 99.0, "pupil-outlook-fewer"),
        (90.0, 120.0, "pupil-outlook-unclear"),
        (100.0, 120.0, "pupil-outlook-unclear"),
        (np.nan, np.nan, ""),
    ],
)
def test_more_or_fewer_is_said_only_when_the_range_leaves_today(
    lower: float, upper: float, expected: str, sweden
) -> None:
    row = {"pupils": (lower + upper) / 2, "lower": lower, "upper": upper}
    assert told(row, sweden) == expected


def test_years_ahead_are_shown_as_long_as_ranges_held() -> None:
    table = pd.DataFrame(
        {
            "group": ["a"] * 4 + ["b"] * 2 + ["c"] * 2,
            "horizon": [1, 2, 3, 4, 1, 2, 1, 2],
            "coverage": [80, 75, 60, 90, 50, 80, 80, np.nan],
        }
    )
    assert shown_horizons(table, 70) == {"a": 2, "b": 1, "c": 1}
    assert shown_horizons(table, 40) == {"a": 4, "b": 2, "c": 1}


def test_a_municipality_gets_sentences_drawing_scenarios_and_record(sweden) -> None:
    blocks = report.pupil_forecast(sweden, MALMO)
    assert {block.section for block in blocks} == {"forecasts"}
    assert ids(blocks)[2:] == ["pupil-record"]
    (drawn,) = only(blocks, Fans)
    assert [panel.label.id for panel in drawn.panels] == [
        "pupil-group-grades-0-3",
        "pupil-group-grades-4-6",
        "pupil-group-grades-7-9",
        "pupil-group-grade-9",
    ]
    for panel in drawn.panels:
        assert panel.counted.years[-1] == sweden.origin == panel.central.years[0] - 1
        assert len(panel.central.lower) == len(panel.central.years)
    scenarios, record = only(blocks, Table)
    labels = [panel.label.id for panel in drawn.panels]
    assert [row[0].id for row in scenarios.rows] == [*labels, "pupil-group-grades-0-9"]
    assert all(isinstance(row[4], Interval) and row[2].year <= 2028 for row in scenarios.rows)
    assert len(record.rows) == 4
    cells = [cell for row in scenarios.rows for cell in row if isinstance(cell, Number)]
    assert all(cell.place == MALMO and cell.year for cell in cells)


def test_what_is_drawn_is_what_was_calculated(sweden) -> None:
    (drawn,) = only(report.pupil_forecast(sweden, MALMO), Fans)
    rows = sweden.of(MALMO)
    rows = rows[(rows["group"] == "grade:9") & (rows["scenario"] == "central")]
    series = drawn.panels[-1].central
    assert series.values == tuple(rows["pupils"][: len(series.values)])
    assert series.upper == tuple(rows["upper"][: len(series.values)])


def test_horizons_with_poor_ranges_are_left_out_and_the_reader_is_told(sweden) -> None:
    (drawn,) = only(report.pupil_forecast(sweden, MALMO), Fans)
    remarks = [one.id for one in drawn.remarks]
    assert "pupil-cut" in remarks
    assert "pupil-worst" in remarks
    longest = {panel.label.id: len(panel.central.years) for panel in drawn.panels}
    table = sweden.backtest[sweden.backtest["method"] == "central"]
    for group, horizon in (("grades:4-6", 6), ("grades:7-9", 9)):
        held = table[(table["group"] == group) & (table["horizon"] == horizon)]["coverage"].item()
        assert held < 70
        assert longest[f"pupil-group-{group.replace(':', '-')}"] < horizon


def test_remarks_only_say_what_applies(sweden) -> None:
    full = sweden.backtest.assign(coverage=80.0)
    calm = sweden.by_origin.assign(coverage=80.0)
    (drawn,) = only(
        report.pupil_forecast(replace(sweden, backtest=full, by_origin=calm), MALMO), Fans
    )
    remarks = [one.id for one in drawn.remarks]
    assert "pupil-cut" not in remarks
    assert "pupil-worst" not in remarks
    assert "pupil-extended" not in remarks


def test_without_figures_one_sentence_says_so(sweden) -> None:
    finland = pupil_forecast(SimpleNamespace(country="FI", year=2012))
    region = SimpleNamespace(code="FI-01", places=("FI-091",))
    assert ids(report.pupil_forecast(finland, "FI-091")) == ["pupil-none"]
    assert ids(report.region_pupil_forecast(finland, region)) == ["pupil-none"]
    assert ids(report.pupil_forecast(sweden, "SE-9999")) == ["pupil-none"]


def test_every_number_can_be_told_apart_among_the_values(sweden) -> None:
    rows = list(csv.DictReader(io.StringIO(values_csv.text(report.pupil_forecast(sweden, MALMO)))))
    names = [tuple(cell for name, cell in row.items() if name != "value") for row in rows]
    assert len(names) == len(set(names))
    assert len([row for row in rows if row["statistic"] == "pupils_central"]) == 5


def test_a_place_without_a_record_gets_no_record(sweden) -> None:
    silent = replace(sweden, scorecard=sweden.scorecard.assign(origins=0))
    blocks = report.pupil_forecast(silent, MALMO)
    assert "pupil-record" not in ids(blocks)
    assert len(only(blocks, Table)) == 1


def test_a_region_lists_its_municipalities_in_their_order(sweden, skane) -> None:
    blocks = report.region_pupil_forecast(sweden, skane)
    by_place = only(blocks, Table)[-1]
    assert [row[0].place for row in by_place.rows] == list(skane.places)
    now = sum(row[1].value for row in by_place.rows)
    total = sweden.region(skane.places)
    counted = total[(total["group"] == "grade:9") & (total["horizon"] == 0)]["pupils"].item()
    assert now == counted
    assert "pupil-coverage-region" in [one.id for one in only(blocks, Fans)[0].remarks]


def test_counties_stand_side_by_side_where_they_are_the_units(sweden) -> None:
    country = SimpleNamespace(code="SE", places=sweden.places)
    table = only(report.region_pupil_forecast(sweden, country, ("SE-12", "SE-08")), Table)[-1]
    assert table.caption.id == "pupil-counties-caption"
    assert [row[0].place for row in table.rows] == ["SE-12", "SE-08"]
    total = sweden.region(places.region("SE-12").members)
    total = total[(total["group"] == "grade:9") & (total["scenario"] == "central")]
    row = total[total["year"] == 2028].iloc[0]
    assert table.rows[0][2].value == row["pupils"]
    assert table.rows[0][3].high.value == row["upper"]
    assert len(table.rows[0]) == len(table.columns) == 5  # no record of counties is kept


def test_a_place_without_figures_is_an_empty_row(sweden) -> None:
    region = SimpleNamespace(code="SE-12", places=(MALMO, "SE-9999"))
    rows = only(report.region_pupil_forecast(sweden, region), Table)[-1].rows
    assert rows[1][1:] == (None,) * 5


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_block_is_written_in_every_language(code: str, sweden, norway, skane) -> None:
    norwegian = SimpleNamespace(code="NO-40", places=places.region("NO-40").members)
    blocks = [
        *report.pupil_forecast(sweden, MALMO),
        *report.region_pupil_forecast(sweden, skane),
        *report.pupil_forecast(norway, OSLO),
        *report.region_pupil_forecast(norway, norwegian),
    ]
    for block in blocks:
        dumps(block)
        assert from_json(to_json(block)) == block
        html = preview(block, language(code))
        text = re.sub(r"<[^>]+>", " ", re.sub(r"<(svg|style).*?</\1>", "", html, flags=re.S))
        assert not re.search(r"pupil-|\{|\bnan\b|None", text)
        assert not re.search(r"signifi|merkitsev|riket", text.lower())
        if isinstance(block, Fans):
            assert "<svg" in html
            assert "<table" in html


def test_norway_is_counted_at_home_and_by_age(norway) -> None:
    blocks = report.pupil_forecast(norway, OSLO)
    (drawn,) = only(blocks, Fans)
    remarks = [one.id for one in drawn.remarks]
    assert "pupil-counted-home" in remarks
    assert "pupil-beginners-children" in remarks
    assert drawn.heading.id == "pupil-fans-children"
    assert len(drawn.panels) == 6
