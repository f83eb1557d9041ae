"""Quantified impacts: what is said is what was calculated, with its sign, interval and doubts."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import sample_appraisal
from sample_appraisal import made, only, text

from impact import report
from impact.report import html, names, page, values_csv
from impact.report.blocks import Front, Sentences
from impact.report.content.quantity_results import tone
from impact.report.display import from_json, to_json
from impact.report.language import LANGUAGES, language
from impact.report.message import Number, PlaceName, message
from impact.report.quantity_blocks import (
    MOST_DRAWN,
    DotsAndLines,
    Drivers,
    Estimate,
    GainsAndLosses,
)
from impact.report.render import nodes

ASSESSMENT = sample_appraisal.assessment()
ENGLISH = language("en")
MAKERS = ("quantities", "distribution", "drivers", "economics", "parameters")


@pytest.fixture(autouse=True)
def known_indicators(monkeypatch: pytest.MonkeyPatch) -> None:
    """Know the indicator of the sample assessment."""
    monkeypatch.setattr(names, "indicator", sample_appraisal.catalogue)


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_block_can_be_kept_and_read_in_every_language(name: str, code: str) -> None:
    for block in made(name):
        assert from_json(to_json(block)) == block
        assert text(block, code).strip()


def test_a_page_in_every_language_prints_the_same_figures() -> None:
    front = Front(section="front", subject=PlaceName("SE-06"), kind="region", year=2024,
                  data_until="2025-03-01", headline=message("quantities-intro"))  # fmt: skip
    blocks = [front, *(block for name in MAKERS for block in made(name))]
    pages = {code: page.html(blocks, language(code)) for code in LANGUAGES}
    figures = {
        code: sorted(re.findall(r'<data class="n" value="([^"]*)">', text))
        for code, text in pages.items()
    }
    assert len(figures["en"]) > 100
    assert all(found == figures["en"] for found in figures.values())
    charts = re.findall(r'class="chart ([a-z_]+)-chart"', pages["sv"])
    assert sorted(set(charts)) == ["acceptability", "dots_and_lines", "drivers"]


def test_the_first_sentence_says_level_without_change_interval_and_people() -> None:
    told = text(only(made("quantities"), Sentences)[1])
    assert "11.3% expected in 2028 instead of 11.7%" in told
    assert "a change of −0.41 percentage points (95% interval −0.74 to −0.07)" in told
    assert "about 11 fewer people in that year (2–19)" in told


def test_an_interval_over_nought_is_said_to_show_nothing_and_a_scenario_to_be_one() -> None:
    told = text(only(made("quantities"), Sentences)[1])
    depression = told.split("depression")[1].split("Extra")[0]
    assert "it cannot be said that anything would change" in depression
    assert "nobody has measured" in depression
    headings = [text(block) for block in only(made("quantities"), DotsAndLines)]
    assert "(scenario)" in headings[1] and "(scenario)" not in headings[0]


def test_more_people_are_not_called_fewer() -> None:
    table = sample_appraisal.quantities()
    people = table["statistic"] == "persons"
    turned = table.assign(
        value=table["value"].where(~people, -table["value"]),
        lower=table["lower"].where(~people, -table["upper"]),
        upper=table["upper"].where(~people, -table["lower"]),
    )
    told = text(only(made("quantities", quantities=turned), Sentences)[1])
    assert "about 11 more people in that year (2–19)" in told and "fewer" not in told


def test_the_whole_stands_first_and_places_by_size_with_years_behind() -> None:
    dots = only(made("quantities"), DotsAndLines)[0]
    assert [row.label.place for row in dots.rows] == ["SE-06", "SE-0680", "SE-0683", "SE-0604"]
    assert [row.whole for row in dots.rows] == [True, False, False, False]
    assert [row.label.year for row in dots.years] == [2026, 2027, 2028]
    assert {row.drawn.value.year for row in dots.rows} == {2028}


def test_what_is_calculated_for_all_together_is_drawn_by_year() -> None:
    depression = only(made("quantities"), DotsAndLines)[1]
    assert [row.label.year for row in depression.rows] == [2026, 2027, 2028]
    assert depression.years == ()


def test_one_figure_for_all_years_is_told_once_and_alternatives_stand_side_by_side() -> None:
    blocks = made("quantities")
    told = "2,400 hours (1,850–3,100) each year from 2026 to 2028."
    assert told in text(blocks[1])
    (hours,) = only(blocks, DotsAndLines)[2:]
    assert [row.label.words["en"] for row in hours.rows] == ["Joint programme"]
    options = dict(ASSESSMENT.alternatives)
    options["letters"] = options["letters"].model_copy(update={"status": "considered"})
    quantity = ASSESSMENT.quantities["staff_hours"]
    both = ASSESSMENT.model_copy(
        update={
            "alternatives": options,
            "quantities": ASSESSMENT.quantities | {"letter_hours": quantity},
        }
    )
    table = sample_appraisal.quantities()
    more = table[table["quantity"] == "staff_hours"]
    more = more.assign(quantity="letter_hours", alternative="letters", value=90.0)
    appraisal = sample_appraisal.appraisal(quantities=pd.concat([table, more]))
    (hours,) = only(report.assessment_quantities(both, appraisal), DotsAndLines)[2:]
    told = [(row.label.words["en"], row.drawn.value.value) for row in hours.rows]
    assert told == [("Joint programme", 2400.0), ("Letters to homes only", 90.0)]


@pytest.mark.parametrize(
    ("bounds", "good", "expected"),
    [
        ((-2.0, -0.5), "lower", "good"), ((-2.0, -0.5), "higher", "bad"),
        ((0.5, 2.0), "higher", "good"), ((0.5, 2.0), "lower", "bad"),
        ((-0.5, 2.0), "higher", "unknown"), ((0.0, 2.0), "higher", "unknown"),
        ((0.5, 2.0), "neutral", "plain"), ((None, None), "higher", "unknown"),
    ],
)  # fmt: skip
def test_tone_says_good_only_where_the_whole_interval_is(
    bounds: tuple, good: str, expected: str
) -> None:
    low, high = (None if one is None else Number(one) for one in bounds)
    middle = 1.0 if low is None else (bounds[0] + bounds[1]) / 2
    assert tone(Estimate(Number(middle), low, high), good) == expected


def test_a_missing_interval_draws_a_dot_and_prints_no_bounds() -> None:
    table = sample_appraisal.quantities().assign(lower=np.nan, upper=np.nan)
    blocks = made("quantities", quantities=table)
    dots = only(blocks, DotsAndLines)[0]
    assert all(row.drawn.lower is None and row.tone == "unknown" for row in dots.rows)
    assert "nan" not in "".join(text(block).lower() for block in blocks)


def test_nothing_calculated_is_said_plainly() -> None:
    empty = sample_appraisal.quantities().iloc[:0]
    (block,) = made("quantities", quantities=empty)
    assert "Nothing in this assessment has been calculated" in text(block)


def test_a_drawing_of_many_places_stops_but_its_table_does_not() -> None:
    codes = tuple(f"SE-{number:04d}" for number in range(1000, 1060))
    many = ASSESSMENT.model_copy(update={"places": codes})
    one = sample_appraisal.quantities()
    one = one[(one["place"] == "SE-0604") & (one["quantity"] == "withdrawn_grants")]
    table = pd.concat([one.assign(place=code, value=one["value"] * 1.01**at)
                       for at, code in enumerate(codes)])  # fmt: skip
    appraisal = sample_appraisal.appraisal(quantities=table)
    dots = only(report.assessment_quantities(many, appraisal), DotsAndLines)[0]
    assert len(dots.rows) == 60 > MOST_DRAWN
    assert "shows the 40 largest; the table lists all 60" in ENGLISH.plain(dots.remarks[0])


def test_groups_gain_and_lose_children_first_and_harm_without_answer_is_named() -> None:
    (table,) = only(made("distribution"), GainsAndLosses)
    first = table.rows[0]
    assert first.group.words["en"] == "Upper secondary pupils"
    assert [mark.id for mark in first.marks] == ["group-mark-children", "group-mark-vulnerable"]
    windows = {one.determinant.words["en"]: one.windows for one in first.better}
    assert windows == {"School attendance": ("short", "long"), "Mental health": ("long",)}
    answers = {row.group.words["en"]: [one.answer for one in row.worse] for row in table.rows}
    assert answers["Pupils new in the country"] == ["mitigated"]
    assert answers["Pupil health staff"] == ["open"]
    assert "those that only gain: 1; only lose: 2; both: 1." in text(table)
    assert "no measure stated" in text(table)


def test_rejected_alternatives_are_left_out_of_who_gains() -> None:
    told = " ".join(text(block) for block in made("distribution"))
    assert "Joint programme" in told and "Letters to homes only" not in told


def test_places_are_compared_from_lowest_to_highest() -> None:
    told = text(only(made("distribution"), Sentences)[-1])
    assert re.search(r"−0\.42 .*Jönköping.* to −0\.32 .*Aneby", told)


def test_drivers_name_the_largest_share_and_hide_what_is_nothing() -> None:
    blocks = made("drivers")
    attendance, depression = only(blocks, Drivers)
    assert [round(row.alone.value, 9) for row in attendance.rows] == [71.0, 15.0, 7.0]
    assert "explains most of the uncertainty, 71%" in text(attendance)
    assert "Several numbers share the uncertainty" in text(depression)
    assert "all uncertainty comes from one number" in text(blocks[-1])


def test_a_first_order_share_below_nought_is_printed_as_nought() -> None:
    table = sample_appraisal.drivers()
    table.loc[2, "first_order"] = -0.01
    assert only(made("drivers", drivers=table), Drivers)[0].rows[2].alone.value == 0.0


def test_the_csv_keeps_the_figures_unrounded_with_their_place() -> None:
    table = values_csv.text(made("quantities"))
    # by hand: 5 per cent of 9.0, of which 0.7 is left in 2028
    assert f"SE-0604,,2028,total,change,change,{-0.05 * 9.0 * 0.7!r},percent,ok" in table


def test_hostile_words_stay_words() -> None:
    hostile = "<script>alert(1)</script> & $x$"
    quantity = ASSESSMENT.quantities["withdrawn_grants"].model_copy(
        update={"title": {"en": hostile}}
    )
    mean = ASSESSMENT.model_copy(
        update={"quantities": ASSESSMENT.quantities | {"withdrawn_grants": quantity}}
    )
    for maker in MAKERS:
        blocks = getattr(report, f"assessment_{maker}")(mean, sample_appraisal.appraisal())
        for block in blocks:
            written = html.HtmlWriter(ENGLISH).write(nodes(block, ENGLISH))
            assert "<script" not in written


def test_equal_blocks_are_equal_whatever_the_alternative_order() -> None:
    table = sample_appraisal.quantities()
    shuffled = table.sample(frac=1, random_state=1)
    first, second = made("quantities"), made("quantities", quantities=shuffled)
    assert first == second
    assert replace(first[0], messages=()) != first[0]
