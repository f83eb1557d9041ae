"""Drawings of an evaluation: figures stand where they belong, in every language, whatever lacks."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
import sample_evaluation_blocks as sample
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.report import page, pdf, values_csv
from impact.report.blocks import Series
from impact.report.charts import axes, forest, placebo_strip
from impact.report.charts.svg import drawn_once
from impact.report.display import from_json, to_json
from impact.report.evaluation_blocks import ForestRow, PlaceboMark, SensitivityRow
from impact.report.html import HtmlWriter
from impact.report.language import LANGUAGES, language
from impact.report.message import Number, PlaceName, Verdict
from impact.report.nodes import FigureNode
from impact.report.parts import plain
from impact.report.quantity_blocks import Estimate
from impact.report.render import nodes

ENGLISH = language("en")
NAMES = ("course", "events", "strip", "forest", "outcomes", "sensitivity", "power")
NOTHING = Number(None, "percent", signed=True, status="missing")


def figure(block) -> FigureNode:
    """Return the drawing of a block in English."""
    return next(node for node in nodes(block, ENGLISH) if isinstance(node, FigureNode))


def cells(block) -> list[list[str]]:
    """Return the table behind a drawing, as text."""
    return [[plain(cell.text) for cell in row] for row in figure(block).table.rows]


def words(svg: str) -> list[str]:
    """Return the words of a drawing, those of several lines joined."""
    found = re.findall(r"<text [^>]*>(.*?)</text>", svg)
    return [re.sub(r"<[^>]+>", " ", one).strip() for one in found]


def uses(svg: str) -> list[tuple[float, float]]:
    """Return where the marks of a drawing stand; marks on its axes are the ticks."""
    return [
        (float(x), float(y))
        for x, y in re.findall(r'<use xlink:href="[^"]*" x="([^"]*)" y="([^"]*)"', svg)
    ]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_is_kept_read_and_worded_in_every_language(name: str, code: str) -> None:
    block = getattr(sample, name)()
    assert from_json(to_json(block)) == block
    written = HtmlWriter(language(code)).write(nodes(block, language(code)))
    assert "<svg" in written and "<details" in written
    assert "nan" not in re.sub(r"[a-zåäö-]{4,}", "", written)
    assert re.search(r'<title id="[^"]+">[^<]{3,}</title>', written)


def test_a_page_and_its_summary_hold_the_conclusion_and_every_figure() -> None:
    blocks = [sample.front(), *sample.drawings()]
    text = page.html(blocks, ENGLISH)
    kinds = re.findall(r'class="chart ([a-z_]+)-chart"', text)
    drawn = {"course", "event_plot", "placebo_strip", "forest", "sensitivity", "power"}
    assert set(kinds) == drawn and len(kinds) == len(sample.drawings())
    assert pdf.summary(blocks, ENGLISH).startswith(b"%PDF")
    table = values_csv.text(blocks)
    assert table.count("\n") > 80 and ",0.8," in table


def test_the_conclusion_says_notice_sentence_verdict_and_reason_in_this_order() -> None:
    told = HtmlWriter(ENGLISH).write(nodes(sample.conclusion(), ENGLISH))
    told = re.sub(r"<[^>]+>", "", told)
    at = [told.index(part) for part in ("Years since", "As the comparison", "weak", "Four")]
    assert at == sorted(at)


def test_a_conclusion_without_an_effect_or_a_notice_has_its_verdict_all_the_same() -> None:
    block = sample.conclusion(effect=None, banner=None, verdict=Verdict("effect", "not_estimable"))
    told = HtmlWriter(ENGLISH).write(nodes(block, ENGLISH))
    assert "cannot be estimated" in told and "banner" not in told


def test_the_effect_of_a_conclusion_is_among_the_figures_of_the_report() -> None:
    rows = values_csv.text([sample.conclusion()]).splitlines()[1:]
    assert [row.split(",")[6] for row in rows] == ["0.1", "0.8", "1.5"]


def test_the_course_is_told_year_by_year_with_what_was_expected() -> None:
    block = sample.course()
    table = cells(block)
    assert [row[0] for row in table] == [str(year) for year in sample.YEARS]
    assert table[0][2:5] == ["85.0", "–", "–"]
    assert table[-1][2:5] == ["87.6", "87.0", "88.2"]
    head = [plain(text) for text in figure(block).table.head]
    assert head == [
        "Year", "Observed", "Without the intervention", "Lower limit", "Upper limit",
        "Weighted comparison", "Mean of the comparison",
    ]  # fmt: skip


def test_what_a_course_lacks_is_neither_drawn_nor_explained_nor_tabled() -> None:
    bare = Series((2019, 2020, 2021), (1.0, None, 2.0))
    block = sample.course(observed=bare, counterfactual=bare, synthetic=None, comparison=None,
                          starts=(), anticipation=())  # fmt: skip
    shown = figure(block)
    assert [name for name, _ in shown.legend] == ["course-observed", "course-expected"]
    assert [row[0] for row in cells(block)] == ["2019", "2021"]
    assert "start" not in words(shown.svg)


def test_every_start_of_a_course_is_written_and_a_row_lower_than_the_one_before() -> None:
    svg = figure(sample.course(starts=(2015, 2018, 2021))).svg
    assert [one for one in words(svg) if one.startswith("start")] == [
        "start 2015", "start 2018", "start 2021",
    ]  # fmt: skip
    rows = re.findall(r'<text [^>]*y="([\d.]+)"[^>]*>start', svg)
    assert len(rows) == 3 and sorted(rows, key=float) == rows


@pytest.mark.parametrize("years", [(2020,), (1990, 2025), tuple(range(1900, 2025))])
def test_a_course_of_one_year_or_of_many_writes_few_of_them(years: tuple[int, ...]) -> None:
    line = Series(years, tuple(float(year) for year in years))
    block = sample.course(observed=line, counterfactual=line, synthetic=None, comparison=None,
                          starts=(), anticipation=())  # fmt: skip
    written = [one for one in words(figure(block).svg) if re.fullmatch(r"\d{4}", one)]
    assert 1 <= len(written) <= 20


def heights(block) -> list[float]:
    """Return the figures written beside a drawing, from top to bottom as they stand in it."""
    beside = re.findall(r"text-anchor: end[^>]*>([−+]?[\d.,]+)<", figure(block).svg)
    return [float(one.replace("−", "-").replace(",", "")) for one in beside]


def test_a_line_is_broken_where_years_are_missing() -> None:
    with_gap = Series((2015, 2016, 2019, 2020), (1.0, 2.0, 3.0, 4.0))
    changes = {"counterfactual": Series((), ()), "synthetic": None, "comparison": None}
    svg = figure(sample.course(observed=with_gap, starts=(), anticipation=(), **changes)).svg
    lines = [line for line in re.findall(r'<path d="(M[^"]*)"', svg) if line.count("L") == 2]
    assert [line.count("M") for line in lines] == [2]


def test_one_year_with_very_wide_limits_does_not_flatten_the_course() -> None:
    block = sample.course()
    band = block.counterfactual
    wide = replace(band, upper=(*band.upper[:-1], 900.0), lower=(*band.lower[:-1], -900.0))
    assert max(heights(replace(block, counterfactual=wide))) < 100
    assert min(heights(replace(block, counterfactual=wide))) > 70


def test_a_comparison_far_away_is_tabled_but_neither_drawn_nor_explained() -> None:
    far = Series(sample.YEARS, tuple(9000.0 + year for year in sample.YEARS))
    block = sample.course(comparison=far)
    shown = figure(block)
    assert "course-comparison" not in [name for name, _ in shown.legend]
    assert max(heights(block)) < 100
    assert cells(block)[0][-1].startswith("11,012")
    assert "course-comparison" in [name for name, _ in figure(sample.course()).legend]


def test_no_axis_goes_below_nought_where_no_line_does() -> None:
    low = Series((2019, 2020, 2021), (0.2, 0.1, 0.3), (-9.0, -9.0, -9.0), (9.0, 9.0, 9.0))
    block = sample.course(observed=low, counterfactual=low, synthetic=None, comparison=None)
    assert min(heights(block)) == 0.0


def test_one_very_wide_interval_of_an_event_ends_in_arrows() -> None:
    block = sample.events()
    wide = replace(block.points[0], estimate=sample.estimate(0.2, -80, 80))
    shown = replace(block, points=(wide, *block.points[1:]))
    assert len(uses(figure(shown).svg)) == len(uses(figure(block).svg)) + 2
    assert max(heights(shown)) < 10
    assert "−80.0" in cells(shown)[0][2]


def test_events_stand_left_to_right_and_only_the_year_compared_with_has_no_interval() -> None:
    block = sample.events()
    table = cells(block)
    assert [row[0] for row in table] == ["−6", "−5", "−4", "−3", "−2", "−1", "0", "+1"]
    assert table[4][2] == "–" and table[6][1:3] == [
        "+0.6",
        "−0.4 percentage points to +1.6 percentage points",
    ]
    marks = [x for x, _ in uses(figure(block).svg)]
    ticks = sorted(set(marks))
    steps = [after - before for before, after in pairwise(ticks)]
    assert len(ticks) == 8 and max(steps) - min(steps) < 1e-3


def test_the_order_of_events_does_not_move_a_mark() -> None:
    block = sample.events()
    turned = replace(block, points=tuple(reversed(block.points)))
    assert sorted(uses(figure(turned).svg)) == sorted(uses(figure(block).svg))


def test_a_strip_has_a_mark_for_every_placebo_and_none_covers_another() -> None:
    block = sample.strip(250)
    svg = figure(block).svg
    ends = axes.limits([one.value.value for one in block.marks], nought=True)
    values = sorted(one.value.value for one in block.marks if not one.own)
    dot, piled = placebo_strip._piled(values, ends)
    scale = (placebo_strip.WIDTH - 28) / (ends[1] - ends[0])
    spots = [(value * scale, level) for value, level in piled]
    assert len(spots) == 250
    for x, level in spots:
        near = [other for other, row in spots if row == level and abs(other - x) < dot]
        assert near == [x]
    assert len(uses(svg)) >= 251
    assert "Skåne County" in words(svg)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(-50, 50), min_size=1, max_size=120))
def test_piles_rest_on_the_lowest_free_level(values: list[float]) -> None:
    values.sort()
    ends = axes.limits(values, nought=True)
    dot, piled = placebo_strip._piled(values, ends)
    assert [value for value, _ in piled] == values
    scale = (placebo_strip.WIDTH - 28) / (ends[1] - ends[0])
    for at, (value, level) in enumerate(piled):
        for lower in range(level):
            last = max(other for other, row in piled[:at] if row == lower)
            assert (value - last) * scale < dot + 0.5


def test_a_table_of_placebos_begins_with_the_largest_and_marks_the_real_one() -> None:
    table = cells(sample.strip(9))
    sizes = [abs(float(row[1].split(" ")[0].replace("−", "-"))) for row in table]
    assert sizes == sorted(sizes, reverse=True)
    assert [row[0] for row in table if row[2] == "the real one"] == ["Skåne County"]


def test_a_placebo_without_a_figure_is_tabled_but_not_drawn() -> None:
    marks = (*sample.strip(3).marks, PlaceboMark(sample.named("Lost"), NOTHING))
    block = sample.strip(3, marks=marks)
    assert [row[0] for row in cells(block)][-1] == "Lost"
    assert len(uses(figure(block).svg)) == len(uses(figure(sample.strip(3)).svg))


def test_many_real_ones_stand_among_the_others_without_names() -> None:
    own = [PlaceboMark(PlaceName("SE-0604"), sample.change(at / 5), own=True) for at in range(6)]
    block = sample.strip(40, marks=(*sample.strip(40).marks[:40], *own))
    svg = figure(block).svg
    assert "Aneby" not in words(svg)
    assert len(uses(svg)) == 46
    few = sample.strip(40, marks=(*sample.strip(40).marks[:40], *own[:2]))
    assert words(figure(few).svg).count("Aneby") == 2


def test_effects_of_a_forest_stand_on_one_scale() -> None:
    block = sample.forest(rows=tuple(
        ForestRow(sample.named(str(at)), sample.estimate(at, at - 0.5, at + 0.5))
        for at in (-1.0, 0.0, 1.0, 2.0)
    ))  # fmt: skip
    scale = forest.Scale(block.rows)
    marks = [x for x, _ in uses(figure(block).svg)]
    assert marks == pytest.approx([scale(at) for at in (-1.0, 0.0, 1.0, 2.0)], abs=1e-3)
    assert marks[1] - marks[0] == pytest.approx(marks[3] - marks[2], abs=1e-3)
    assert scale.left < scale(-1.5) and scale(2.5) < scale.right


def test_one_very_wide_interval_does_not_squeeze_the_others_and_ends_in_arrows() -> None:
    rows = sample.forest().rows
    assert forest.Scale(rows).high < 6
    wide = next(row for row in rows if row.label == sample.named("Very wide"))
    without = tuple(row for row in rows if row is not wide)
    narrow = (*without, replace(wide, estimate=sample.estimate(0.3, -0.2, 0.8)))
    open_ends, none = (len(uses(figure(sample.forest(rows=one)).svg)) for one in (rows, narrow))
    assert open_ends == none + 2
    assert "−60.0 to +60.0" in " ".join(words(figure(sample.forest()).svg))


@pytest.mark.parametrize("missing", [None, NOTHING])
def test_a_limit_that_is_not_known_is_an_open_end(missing: Number | None) -> None:
    open_end = Estimate(sample.change(0.6), sample.change(0.1), missing)
    rows = (ForestRow(sample.named("Open"), open_end),)
    closed = (ForestRow(sample.named("Closed"), sample.estimate(0.6, 0.1, 1.1)),)
    marks = uses(figure(sample.forest(rows=rows)).svg)
    assert len(marks) == len(uses(figure(sample.forest(rows=closed)).svg)) + 1


def test_rows_of_other_units_are_drawn_on_the_common_axis_but_printed_in_their_own() -> None:
    block = sample.outcomes()
    told = words(figure(block).svg)
    assert "+12 (−4 to +28)" in told
    assert "could not be calculated" in told
    assert any(one.endswith("not supported") for one in told)
    scale = forest.Scale(block.rows)
    assert scale.high < 3
    assert "Better" not in " ".join(told)
    judged = ["weak support", "not supported", "cannot be estimated"]
    assert [row[3] for row in cells(block)] == judged


@pytest.mark.parametrize(("good", "left", "right"), [("higher", "Worse", "Better"),
                                                     ("lower", "Better", "Worse")])  # fmt: skip
def test_the_better_side_of_nought_is_said(good: str, left: str, right: str) -> None:
    told = words(figure(sample.forest(good=good)).svg)
    assert f"← {left}" in told and f"{right} →" in told


def test_figures_of_a_forest_have_room_beside_the_lines_in_every_language() -> None:
    for block in (sample.forest(), sample.outcomes()):
        scale = forest.Scale(block.rows)
        for code in LANGUAGES:
            longest = max(len(plain(language(code).parts(forest.told(row)))) for row in block.rows)
            room = forest.WIDTH - scale.right
            assert min(longest, forest.FIGURE_WIDTH) * 5.6 < room


def test_limits_by_bound_are_told_and_those_that_leave_out_nought_stand_apart() -> None:
    block = sample.sensitivity()
    assert [row[0] for row in cells(block)] == ["0.0", "0.5", "1.0", "1.5", "2.0"]
    assert cells(block)[-1][2] == "–"
    shown = figure(block)
    assert [name for name, _ in shown.legend] == ["sensitivity-clear", "sensitivity-unclear"]
    assert "nought comes in at 1.6" in words(shown.svg)


def test_a_breakdown_at_the_first_bound_is_not_drawn_over_its_interval() -> None:
    block = sample.sensitivity(breakdown=Number(0.0, "number", 1))
    assert not any("nought comes in" in one for one in words(figure(block).svg))


def test_no_bound_of_a_breakdown_that_lies_outside_the_drawing_is_written() -> None:
    block = sample.sensitivity(breakdown=Number(9.0, "number", 1))
    assert not any("nought comes in" in one for one in words(figure(block).svg))


def test_power_is_told_and_both_effects_are_marked() -> None:
    block = sample.power()
    told = words(figure(block).svg)
    assert "found 4 times in 5: +2.5 percentage points" in told
    assert "smallest that matters: +1.0 percentage points" in told
    assert "80%" in told
    assert cells(block)[0][1] == "5%"
    none = words(figure(sample.power(detectable=None, smallest=None)).svg)
    assert not any("times in 5" in one or "matters" in one for one in none)


EMPTY = {
    "course": {"observed": Series((), ()), "counterfactual": Series((), ()), "synthetic": None,
               "comparison": None},
    "events": {"points": ()},
    "strip": {"marks": ()},
    "forest": {"rows": ()},
    "sensitivity": {"rows": (), "breakdown": None},
    "power": {"effects": (), "detected": (), "detectable": None, "smallest": None},
}  # fmt: skip


@pytest.mark.parametrize("name", EMPTY)
def test_a_drawing_of_nothing_is_an_empty_one(name: str) -> None:
    block = getattr(sample, name)(**EMPTY[name])
    shown = figure(block)
    assert shown.table.rows == () and "<svg" in shown.svg and "nan" not in shown.svg


@pytest.mark.parametrize("name", ["forest", "sensitivity", "strip", "events"])
def test_figures_that_are_missing_leave_no_trace_in_a_drawing(name: str) -> None:
    lost = Estimate(NOTHING, NOTHING, None)
    changes = {
        "forest": {"rows": (ForestRow(sample.named("Lost"), lost),)},
        "sensitivity": {"rows": (SensitivityRow(Number(1.0, "number", 1), NOTHING, None),)},
        "strip": {"marks": (PlaceboMark(sample.named("Lost"), NOTHING, own=True),)},
        "events": {"points": (replace(sample.events().points[0], estimate=lost),)},
    }
    svg = drawn_once(getattr(sample, name)(**changes[name]), _drawer(name))
    assert "nan" not in "".join(svg.pieces)


def _drawer(name: str):
    from impact.report.charts import event_plot, sensitivity

    modules = {"forest": forest, "sensitivity": sensitivity, "strip": placebo_strip,
               "events": event_plot}  # fmt: skip
    return modules[name].draw


def test_one_value_alone_has_a_scale() -> None:
    alone = (ForestRow(sample.named("Nought"), sample.estimate(0.0)),)
    assert "<svg" in figure(sample.forest(rows=alone)).svg
    assert axes.limits([5.0]) == (4.5, 5.5)
    assert axes.limits([]) == (0.0, 1.0)
    assert axes.limits([1e-17, -1e-17], nought=True) == pytest.approx((-1.0, 1.0))


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (-1.3, 2.2, 5, [-1.0, 0.0, 1.0, 2.0]),
        (0.0, 10.0, 5, [0.0, 5.0, 10.0]),
        (-0.04, 0.03, 5, [-0.04, -0.02, 0.0, 0.02]),
        (1234.0, 1266.0, 4, [1240.0, 1250.0, 1260.0]),
    ],
)
def test_ticks_are_round_figures_with_nought_among_them(low, high, most, expected) -> None:
    assert axes.round_figures(low, high, most) == pytest.approx(expected)


@settings(max_examples=200, deadline=None)
@given(st.floats(-1e4, 1e4), st.floats(1e-3, 1e6), st.integers(2, 9))
def test_ticks_lie_inside_are_few_and_evenly_spaced(low: float, size: float, most: int) -> None:
    ticks = axes.round_figures(low, low + size, most)
    assert 0 < len(ticks) <= most
    assert all(low - size * 1e-6 <= tick <= low + size * (1 + 1e-6) for tick in ticks)


def test_the_same_block_is_the_same_drawing() -> None:
    for name in NAMES:
        first, second = (figure(getattr(sample, name)()).svg for _ in range(2))
        assert first == second


def test_bounds_are_written_as_in_the_table_not_with_every_digit() -> None:
    bounds = (0.0, 28.908, 57.816)
    rows = tuple(
        SensitivityRow(Number(bound, "euro", 1 if bound else 0), sample.change(-bound - 1),
                       sample.change(bound + 1))
        for bound in bounds
    )  # fmt: skip
    block = sample.sensitivity(rows=rows, breakdown=None)
    shown = words(figure(block).svg)
    assert [word for word in shown if word in ("0", "28.9", "57.8")] == ["0", "0", "28.9", "57.8"]
    assert not [word for word in shown if "908" in word or "816" in word]
    assert [row[0] for row in cells(block)] == ["0", "28.9", "57.8"]


def test_the_unit_of_a_table_stands_in_its_caption_unless_rows_have_several() -> None:
    for block in sample.drawings():
        caption = plain(figure(block).table.caption)
        mixed = any(getattr(row, "drawn", None) for row in getattr(block, "rows", ()))
        assert caption.endswith(f". {language('en').plain(block.axis)}") is not mixed
    assert cells(sample.outcomes())[0][1] != cells(sample.forest())[0][1]


def test_the_year_compared_with_has_no_interval_even_when_one_of_nought_is_given() -> None:
    block = sample.events()
    nought = sample.estimate(0.0, 0.0, 0.0)
    points = tuple(
        replace(point, estimate=nought) if point.reference else point for point in block.points
    )
    told = cells(replace(block, points=points))
    assert [row[2] for row, point in zip(told, points, strict=True) if point.reference] == ["–"]
