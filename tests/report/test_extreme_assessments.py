"""Assessments at the edge of what is allowed: noughts, many alternatives, long names."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pandas as pd
import pytest
import sample_assessment

from impact import catalogue
from impact.report import content, names
from impact.report.charts.acceptability import _apart, acceptability
from impact.report.charts.dots_and_lines import dots_and_lines
from impact.report.content.economics import _spent
from impact.report.content.follow_up import predictions
from impact.report.content.quantity_drawings import _fewer
from impact.report.content.quantity_names import rate
from impact.report.content.quantity_numbers import decimals, estimate, money, with_range
from impact.report.content.quantity_results import tone
from impact.report.language import LANGUAGES, language
from impact.report.message import Number, PlaceName, Year, message, words
from impact.report.pdf import _plain
from impact.report.quantity_blocks import (
    Acceptability,
    AcceptabilityCurve,
    DotRow,
    DotsAndLines,
)
from impact.report.render import nodes
from impact.report.values_csv import numbers

ENGLISH = language("en")


def row(value: float, lower: float, upper: float) -> dict[str, float]:
    return {"value": value, "lower": lower, "upper": upper}


def dots(*rows: DotRow) -> DotsAndLines:
    return DotsAndLines(
        section="quantities",
        heading=message("own-words", words=words("Longer way")),
        axis=message("axis-by-year", what=message("axis-number")),
        drawn="amount",
        good="lower",
        rows=rows,
    )


def dot(label: object, *limits: float) -> DotRow:
    found = estimate(row(*limits), "count", 0)
    return DotRow(label, found, tone(found, "lower"))


def printed(cell: object, code: str = "en") -> str:
    return "".join(str(getattr(p, "text", p)) for p in language(code).parts(cell))


def test_a_change_that_is_surely_nought_is_drawn_and_claims_no_doubt() -> None:
    nothing = dot(words("Teams"), 0.0, 0.0, 0.0)
    assert "<svg" in dots_and_lines(dots(nothing), ENGLISH, "Nothing changes")
    assert nothing.tone == "plain"
    alt = nodes(dots(nothing), ENGLISH)[1].alt
    assert "one side of nought: 0" in alt


def test_what_is_certain_has_no_interval() -> None:
    assert printed(with_range(money(row(200, 200, 200), "SEK"))) == "200 SEK"
    assert "(" not in nodes(dots(dot(words("Teams"), 60.0, 60.0, 60.0)), ENGLISH)[1].alt


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ((19.29, -304.14, 345.48), "19 SEK (−304 to 345)"),
        ((500.0, -9_512_345.0, 6_200_001.0), "0.0 million SEK (−9.5 to 6.2)"),
        ((13.9e6, 11.8e6, 16.2e6), "13.9 million SEK (11.8–16.2)"),
    ],
)
def test_money_near_nought_has_the_digits_of_its_interval(limits: tuple, expected: str) -> None:
    assert printed(with_range(money(row(*limits), "SEK"))) == expected


def test_a_tiny_figure_does_not_print_as_nought() -> None:
    assert decimals("points", [2e-6]) == 6
    assert printed(money({"value": 0.0042}, "EUR").value) == "0.0042 euro"


def test_bounds_keep_their_unit_in_the_table_of_values() -> None:
    found = dots(dot(PlaceName("SE-06"), 60.0, 20.0, 100.0))
    assert {number.unit for _, number in numbers([found])} == {"count"}
    assert money(row(13.9e6, 11.8e6, 16.2e6), "SEK").lower.unit == "million_sek"


def test_a_cost_that_may_be_a_saving_is_not_called_one() -> None:
    told = ENGLISH.plain(_spent(words("Teams"), money(row(-200, -508, 110), "SEK")))
    assert "saves" not in told
    assert "−200 SEK (−508 to 110)" in told
    surely = ENGLISH.plain(_spent(words("Teams"), money(row(-200, -508, -110), "SEK")))
    assert "saves 200 SEK (110–508)" in surely


def test_a_rate_keeps_its_decimals() -> None:
    assert printed(rate(0.0375)) == "3.75%"
    assert printed(rate(0.035)) == "3.5%"


def curves(count: int, name: str) -> Acceptability:
    prices = tuple(Number(float(price), "sek", 0, kind="label") for price in (0, 1, 2))
    chances = tuple(Number(share, "percent", 0) for share in (0.0, 60.0, 100.0))
    return Acceptability(
        section="economics",
        heading=message("own-words", words=words("Price")),
        finding=message("own-words", words=words("Price")),
        axis=message("acceptability-axis", unit=message("axis-sek")),
        curves=tuple(
            AcceptabilityCurve(words(f"{name} {one}"), prices, chances) for one in range(count)
        ),
    )


@pytest.mark.parametrize("name", ["Option", "A programme with " + "long " * 12 + "name"])
def test_every_alternative_has_a_line_and_its_name_on_the_drawing(name: str) -> None:
    drawn = acceptability(curves(6, name), ENGLISH, "Price")
    height = float(re.search(r'viewBox="0 0 [\d.]+ ([\d.]+)"', drawn)[1])
    for one in range(6):
        assert re.search(rf">[^<]*\b{one}<", drawn)
    texts = re.findall(r'<text [^>]*?y="([-\d.]+)"|translate\([\d.]+ ([-\d.]+)\)', drawn)
    assert all(0 <= float(y or other) <= height for y, other in texts)
    assert len(re.findall(r"stroke-width: 2[;\"]", drawn)) == 12


def test_names_at_equal_heights_are_moved_apart_and_stay_on_the_drawing() -> None:
    heights = _apart([1.0, 1.0, 0.99, 0.0, 0.0], [0.2] * 5)
    near = sorted(heights)
    assert all(b - a >= 0.2 - 1e-9 for a, b in pairwise(near))
    assert min(near) >= 0.1 - 1e-9
    assert max(near) <= 0.9 + 1e-9


def test_a_word_without_end_is_broken_and_large_figures_leave_room_for_the_drawing() -> None:
    drawn = dots_and_lines(dots(dot(words("x" * 80), 7e11, -1e12, 3e12)), ENGLISH, "Long")
    lines = re.findall(r">(x+)<", drawn)
    assert sum(map(len, lines)) == 80
    assert max(map(len, lines)) <= 28


def test_fifty_years_are_drawn_at_equal_steps_and_end_with_the_last() -> None:
    years = [dot(Year(year), 1.0, 0.0, 2.0) for year in range(2027, 2077)]
    kept = [one.label.year for one in _fewer(years)]
    assert kept[-1] == 2076
    assert len(kept) == 25
    assert len(_fewer(years[:40])) == 40


def test_the_alternative_text_counts_what_is_drawn() -> None:
    rows = [dot(PlaceName("SE-06"), 5.0, 1.0, 9.0)] * 45
    assert (
        "Rows drawn: 40; interval on one side of nought: 40." in nodes(dots(*rows), ENGLISH)[1].alt
    )


def test_predictions_without_any_range_make_no_table_and_no_promise() -> None:
    full = sample_assessment.appraisal()
    limits = ["lower", "upper", "without_lower", "without_upper"]
    none = full.predictions.assign(**dict.fromkeys(limits, float("nan")))
    one = sample_assessment.assessment()
    blocks = content.assessment_monitoring(one, replace(full, predictions=none))
    assert [block.section for block in blocks] == ["monitoring"]
    assert blocks[0].remarks == ()
    partly = full.predictions.copy()
    partly.loc[1:, limits] = float("nan")
    (brief, *_) = content.assessment_monitoring(one, replace(full, predictions=partly))
    assert brief.messages[0].id == "monitoring-predicted"


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_example_that_is_a_scenario_has_no_brackets_in_a_row(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "indicator", catalogue.indicator)
    one = {
        "place": "SE-0680", "indicator": "kolada:N17625", "group": "total", "year": 2026,
        "lower": 4.0, "upper": 6.0, "without_lower": 5.0, "without_upper": 7.0,
        "observed": None, "verdict": "cannot_tell", "reason": "no_figure",
        "registered": "2025-03-01", "changed": "", "title": {"en": "Attendance"},
        "scenario": True, "example": True,
    }  # fmt: skip
    _, table = predictions(pd.DataFrame([one]), "SE-0680")
    name, predicted = (printed(cell, code) for cell in table.rows[0][:2])
    assert name.count("(") == 1
    assert not re.search(r"\)\s*[()]|\([^)]*\(", name)
    assert predicted.count("(") == 1


def test_two_quantities_of_one_title_both_stand_on_page_one() -> None:
    figures = sample_assessment.appraisal()
    one = sample_assessment.assessment()
    twin = one.quantities["withdrawn_grants"]
    rows = figures.quantities
    both = pd.concat([rows, rows.assign(quantity="twin", value=-99.0)])
    one = one.model_copy(update={"quantities": {**one.quantities, "twin": twin}})
    table, *_ = content.assessment_alternatives(one, replace(figures, quantities=both))
    told = " ".join(printed(cell) for line in table.rows for cell in line.cells)
    assert "−26" in told
    assert "−99" in told


def test_only_words_without_end_may_be_broken_in_a_sheet() -> None:
    assert "\u200b" in _plain("x" * 80)
    assert _plain("x" * 80).replace("\u200b", "") == "x" * 80
    usual = "Study grant withdrawn because of truancy"
    assert _plain(usual) == usual
