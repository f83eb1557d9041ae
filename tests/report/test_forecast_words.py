"""Forecasts and staff in a report: drawings, tables and sentences, whatever is missing."""

from __future__ import annotations

import math
import re
from html import unescape
from itertools import product
from types import SimpleNamespace

import pandas as pd
import pytest

from impact import report
from impact.overviews.forecasts import BACKTEST, FRAME
from impact.overviews.staffing import CLOSING
from impact.overviews.staffing import FRAME as STAFF
from impact.report import values_csv
from impact.report.blocks import Sentences, Series, Table
from impact.report.charts.fan import draw, other_names
from impact.report.charts.svg import drawn_once
from impact.report.display import from_json, to_json
from impact.report.html import HtmlWriter
from impact.report.language import LANGUAGES, language
from impact.report.message import PlaceName, message
from impact.report.nodes import FigureNode
from impact.report.parts import plain
from impact.report.planning_blocks import FanPanel, Fans
from impact.report.render import nodes

ENGLISH = language("en")
PLACE = "SE-1280"
SHARE, RATE = "kolada:N15428", "kolada:N09890"
YEARS = (2020, 2021, 2022)


def panel(**changes) -> FanPanel:
    """Return a share that was counted for three years and is forecast for two."""
    said = {
        "label": PlaceName(PLACE), "unit": "percent", "decimals": 1,
        "counted": Series(YEARS, (80.0, 81.0, 83.0)),
        "central": Series((2023, 2024), (83.5, 84.0), (81.0, 80.0), (86.0, 88.0)),
    }  # fmt: skip
    return FanPanel(**said | changes)


def fans(*panels: FanPanel) -> Fans:
    """Return a drawing of panels."""
    words = message("forecast-drawn")
    return Fans(section="forecasts", heading=words, axis=message("forecast-axis"), panels=panels)


def cells(block) -> list[list[str]]:
    """Return the table behind a drawing as text."""
    figure = next(node for node in nodes(block, ENGLISH) if isinstance(node, FigureNode))
    return [[plain(cell.text) for cell in row] for row in figure.table.rows]


def written(blocks: list, code: str = "en") -> str:
    """Return blocks as text without tags, kept and read again on the way."""
    told = []
    for block in blocks:
        assert from_json(to_json(block)) == block
        told.append(HtmlWriter(language(code)).write(nodes(block, language(code))))
    return unescape(re.sub(r"<[^>]+>", " ", " ".join(told)))


def holds_no_number(text: str) -> bool:
    """Say whether something that is no number was printed as one."""
    return re.search(r"\b(nan|inf|None)\b", text) is not None


def row(indicator: str, horizon: int = 3, **changes) -> dict:
    """Return a row of forecasts."""
    said = {
        "indicator": indicator, "group": "total", "place": PLACE, "year": 2024 + horizon,
        "horizon": horizon, "central": 84.0, "lower": 80.0, "upper": 88.0, "naive": 83.0,
        "points": 9, "last_year": 2024, "last_value": 83.0, "extended": False,
        "direction": "unclear", "reason": "",
    }  # fmt: skip
    return said | changes


def ahead(*rows: dict, tested: tuple = ()) -> SimpleNamespace:
    """Return forecasts made up of rows and of a back-test."""
    counted = [
        {"place": PLACE, "indicator": name, "year": year, "value": 80.0 + year - 2020}
        for name in dict.fromkeys(one["indicator"] for one in rows)
        for year in range(2016, 2025)
    ]
    return SimpleNamespace(
        frame=pd.DataFrame(list(rows), columns=FRAME),
        backtest=pd.DataFrame(list(tested), columns=BACKTEST),
        counted=pd.DataFrame(counted, columns=["place", "indicator", "year", "value"]),
        breaks=pd.DataFrame({"place": [""], "indicator": [SHARE], "year": [2019]}),
    )


def pair(indicator: str, horizon: int, ours: float, naive: float, held: float = 0.8) -> tuple:
    """Return both rows of a back-test."""
    return (
        (indicator, horizon, "combined", ours, held, 500, 4),
        (indicator, horizon, "naive", naive, math.nan, 500, 4),
    )


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("panels", [1, 2, 3, 4, 7])
def test_a_fan_is_kept_read_and_worded_in_every_language(panels: int, code: str) -> None:
    block = fans(*[panel()] * panels)
    assert from_json(to_json(block)) == block
    html = HtmlWriter(language(code)).write(nodes(block, language(code)))
    assert html.count("<svg xmlns") == 1 and "<details" in html
    assert "nan" not in re.sub(r"[a-zåäö-]{4,}", "", html)
    assert re.search(r'<title id="[^"]+">[^<]{10,}</title>', html)


def test_the_table_behind_a_fan_holds_every_year() -> None:
    assert cells(fans(panel())) == [
        ["2020", "80.0", "–", "–"],
        ["2021", "81.0", "–", "–"],
        ["2022", "83.0", "–", "–"],
        ["2023", "–", "83.5", "81.0–86.0"],
        ["2024", "–", "84.0", "80.0–88.0"],
    ]


def test_panels_of_several_units_carry_them_and_their_names() -> None:
    told = cells(fans(panel(), panel(unit="number", decimals=0)))
    assert told[0][:3] == ["Malmö", "2020", "80.0%"]
    assert told[-1][-1] == "80–88"


def test_other_courses_have_columns_and_names_once() -> None:
    same = (message("forecast-naive"), Series((2023, 2024), (83.0, 83.0)))
    block = fans(panel(others=(same,)), panel(others=(same,)), panel())
    assert other_names(block) == [message("forecast-naive")]
    assert [line[-1] for line in cells(block) if line[1] == "2024"] == ["83.0", "83.0", "–"]


@pytest.mark.parametrize(
    "changes",
    [
        {"central": Series((), ())},
        {"counted": Series((), ())},
        {"counted": Series((), ()), "central": Series((), ())},
        {"central": Series((2023,), (83.0,))},
        {"central": Series((2023,), (83.0,), (None,), (None,))},
        {"counted": Series((2022,), (0.0,)), "central": Series((2023,), (0.0,), (0.0,), (0.0,))},
        {"breaks": (2021,)},
        {"breaks": (1990, 2050)},
        {"counted": Series((2019, 2022), (-3.0, None))},
    ],
)
def test_a_fan_is_drawn_whatever_lacks(changes: dict) -> None:
    text = written([fans(panel(**changes))])
    assert not holds_no_number(text)


def test_what_starts_anew_is_not_joined() -> None:
    def lines(block: Fans) -> int:
        return "".join(drawn_once(block, draw).pieces).count("stroke: #1a2530; stroke-width: 2;")

    assert lines(fans(panel(breaks=(2022,)))) == lines(fans(panel())) + 1


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "direction, naive, held, reason, extended",
    list(product(("up", "down", "unclear"), (1.0, 3.0), (0.5, 0.8), ("", "no_range"), (True,))),
)
def test_every_combination_has_words(
    direction: str, naive: float, held: float, reason: str, extended: bool, code: str
) -> None:
    limits = {"lower": math.nan, "upper": math.nan} if reason else {}
    rows = [row(SHARE, h, direction=direction, reason=reason, extended=extended, **limits)
            for h in (1, 2, 3)]  # fmt: skip
    blocks = report.forecasts(ahead(*rows, tested=pair(SHARE, 3, 2.0, naive, held)), PLACE)
    text = written(blocks, code)
    said = [one.id for block in blocks if isinstance(block, Table) for one in block.remarks]
    assert not holds_no_number(text)
    told = language(code)
    assert (told.word("forecast-naive") in text) == (naive < 2.0)
    assert ("forecast-held-few" in said) == (held < 0.7)
    assert (told.word("forecast-no-range") in text) == bool(reason)


def test_the_tables_print_forecast_range_and_both_errors() -> None:
    rows = [row(SHARE, 3, direction="up", lower=83.5), row(RATE, 3, central=900.0)]
    blocks = report.forecasts(
        ahead(*rows, tested=(*pair(SHARE, 1, 1.26, 1.5), *pair(SHARE, 3, 2.0, 1.5))), PLACE
    )
    text = written(blocks)
    assert re.search(r"83\.5\s*–\s*88\.0%", text) and "above the newest figure" in text
    assert "1.3 percentage points" in text and "1.5 percentage points" in text
    table = values_csv.text(blocks)
    assert f"{PLACE},{SHARE},2027,total,statistic,forecast,84.0" in table
    assert "forecast_error_combined_3,2.0" in table and "forecast_held_3,80.0" in table


def test_paper_keeps_the_short_table_with_its_errors_and_leaves_the_long_ones() -> None:
    tested = (*pair(SHARE, 1, 1.26, 1.5), *pair(SHARE, 3, 2.0, 1.5))
    blocks = report.forecasts(ahead(row(SHARE, 3), tested=tested), PLACE)
    short, long = (block for block in blocks if isinstance(block, Table))
    assert (short.screen, long.screen, long.remarks) == (False, True, ())
    assert [cell.value for cell in short.rows[0][-2:]] == [2.0, 1.5]
    page = "".join(HtmlWriter(ENGLISH).write(nodes(block, ENGLISH)) for block in blocks)
    assert page.count('<details class="long">') == 2


@pytest.mark.parametrize("reason", ["too_few", "break", "old"])
def test_indicators_without_a_forecast_are_named_with_the_reason(reason: str) -> None:
    none = row(RATE, 0, central=math.nan, lower=math.nan, upper=math.nan, reason=reason)
    text = written(report.forecasts(ahead(row(SHARE), none), PLACE))
    assert language("en").word(f"forecast-reason-{reason.replace('_', '-')}") in text
    alone = report.forecasts(ahead(none), PLACE)
    assert [block.messages[0].id for block in alone] == ["forecasts-none"]


def test_untested_forecasts_say_so() -> None:
    blocks = report.forecasts(ahead(row(SHARE)), PLACE)
    assert any(
        isinstance(block, Sentences) and block.messages[0].id == "forecast-untested"
        for block in blocks
    )


def test_a_region_counts_its_municipalities() -> None:
    places = ("SE-1280", "SE-1281", "SE-1283")
    rows = [
        row(SHARE, place=place, direction=word)
        for place, word in zip(places, ("up", "unclear", "unclear"), strict=True)
    ]
    region = SimpleNamespace(places=places, code="SE-12")
    table = next(b for b in report.region_forecasts(ahead(*rows), region) if isinstance(b, Table))
    assert [cell.value for cell in table.rows[0][4:]] == [3, 1, 0, 2]
    nobody = SimpleNamespace(places=("SE-0180",), code="SE-01")
    assert report.region_forecasts(ahead(*rows), nobody)[0].messages[0].id == "forecasts-none"


def needs(**changes) -> SimpleNamespace:
    """Return the need of teachers in one municipality, today and in a year."""
    role = {
        "title": {"en": "Teachers", "sv": "Lärare"}, "pupils_per_post": 12.0, "scale": 1.0,
        "retiring": 0.025, "leaving": 0.07, "status": "assumed", "source": {"en": "made up"},
    }  # fmt: skip
    today = {"place": PLACE, "role": "teachers", "year": 2023, "horizon": 0, "need": 100.0}
    coming = today | {
        "year": 2024, "horizon": 1, "need": 102.0, "need_lower": 99.0, "need_upper": 105.0,
        "filled": 90.0, "filled_lower": 87.0, "filled_upper": 93.0, "gap": 12.0,
        "gap_lower": 8.0, "gap_upper": 16.0,
    }  # fmt: skip
    closing = {
        "place": PLACE, "role": "teachers", "year": 2024, "stock": "assumed", "hires": 12.0,
        "hires_lower": 8.0, "hires_upper": 16.0, "balance": 13.6, "qualified": 70.0,
        "qualified_year": 2023, "unqualified_posts": 30.0, "qualified_then": 73.5,
    }  # fmt: skip
    kept = {key: changes.pop(key) for key in list(changes) if key in closing}
    return SimpleNamespace(
        country="SE", origin=2023, roles={"teachers": role | changes},
        frame=pd.DataFrame([today, coming], columns=STAFF),
        closing=pd.DataFrame([closing | kept], columns=CLOSING),
        draws={},
    )  # fmt: skip


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("status, stock", list(product(("assumed", "counted"), repeat=2)))
@pytest.mark.parametrize("scale", [1.0, 4.3])
def test_staff_has_words_and_says_what_is_assumed(
    status: str, stock: str, scale: float, code: str
) -> None:
    text = written(report.staffing(needs(status=status, stock=stock, scale=scale), PLACE), code)
    told = language(code)
    assert told.word(f"staffing-status-{status}") in text
    assert told.word(f"staffing-stock-{stock}") in text
    assert (told.word("staffing-lead-assumed") in text) == (status == "assumed")
    assert not holds_no_number(text)


def test_staff_without_qualified_shares_leaves_them_open() -> None:
    gone = dict.fromkeys(("qualified", "qualified_year", "unqualified_posts", "qualified_then"))
    text = written(report.staffing(needs(**gone), PLACE))
    assert "published figure" not in text and not holds_no_number(text)


def test_staff_is_silent_without_a_plan_and_says_so_without_children() -> None:
    nothing = needs()
    assert report.staffing(SimpleNamespace(origin=None), PLACE) == []
    told = report.staffing(nothing, "SE-0180")
    assert [block.messages[0].id for block in told] == ["staffing-none"]


def test_posts_are_in_the_table_of_values() -> None:
    table = values_csv.text(report.staffing(needs(), PLACE))
    assert "posts,102.0" in table and "teachers gap" in table and "teachers hires" in table


def test_past_need_is_not_called_a_count() -> None:
    (block,) = (one for one in report.staffing(needs(), PLACE) if isinstance(one, Fans))
    figure = next(node for node in nodes(block, ENGLISH) if isinstance(node, FigureNode))
    past = ENGLISH.word("staffing-line-past")
    assert dict(figure.legend)["fan-counted"] == (past,)
    assert (past,) in figure.table.head
    assert not any("ounted" in plain(text) for text in figure.table.head)


def test_both_ends_of_a_range_have_the_same_decimals() -> None:
    text = written(report.staffing(needs(hires=17.7, hires_lower=13.3, hires_upper=22.0), PLACE))
    assert re.search(r"13\s*–\s*22", text)


@pytest.mark.parametrize("code", LANGUAGES)
def test_forecasts_of_years_long_over_say_so(code: str) -> None:
    made = ahead(row(SHARE, 3))
    made.year = 2012
    now, long_ago = (
        report.forecasts(made, PLACE, historical=historical)[0] for historical in (False, True)
    )
    assert [one.id for one in long_ago.messages] == [
        "forecast-historical",
        *(one.id for one in now.messages),
    ]
    assert str(made.year) in written([long_ago], code)
