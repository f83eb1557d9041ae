"""A whole page: every section, the same figures in every language, nothing but text from users."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import sample

from impact.errors import InvalidInput
from impact.report import index, page, pdf, values_csv
from impact.report.blocks import GoalRow, Goals, LocalText, Sentences
from impact.report.language import LANGUAGES, language
from impact.report.message import Number, PlaceName, words

HOSTILE = """<script>alert(1)</script> "quoted" & 'single' </style> #text[x] $a$ \\u{0} *bold*"""


@pytest.fixture(scope="module", params=["municipality", "region"])
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


def _figures(html: str) -> list[str]:
    return sorted(re.findall(r'<data class="n" value="([^"]*)">', html))


def test_every_language_prints_the_same_figures(kind: str) -> None:
    blocks = getattr(sample, kind)()
    printed = {code: _figures(page.html(blocks, language(code))) for code in LANGUAGES}
    assert len(printed["en"]) > 60
    assert all(figures == printed["en"] for figures in printed.values())


def test_the_same_blocks_give_the_same_bytes(kind: str) -> None:
    from impact.report.charts import svg

    first = page.html(getattr(sample, kind)(), language("fi"))
    svg.drawn_once.forget()
    assert page.html(getattr(sample, kind)(), language("fi")) == first


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_has_its_landmarks_and_the_four_questions(code: str) -> None:
    reader = language(code)
    html = page.html(sample.municipality(), reader, links={"sv": "a.sv.html", "fi": "a.fi.html"})
    assert f'<html lang="{code}">' in html
    assert html.count("<h1>") == 1 and html.count("<main ") == 1 and "<footer>" in html
    for number, name in page.QUESTIONS.items():
        title = reader.word(f"question-{number.replace('_', '-')}")
        assert f'data-number="{name}">{title}</h2>' in html
    for name in ("activities", "effects", "forecasts", "local", "annex", "dialogue"):
        assert reader.word(f"section-{name}") in html


def test_every_chart_has_a_name_and_a_table_and_unique_ids() -> None:
    html = page.html(sample.region(), language("sv")) + page.html(
        sample.municipality(), language("sv")
    )
    charts = re.findall(
        r'<svg [^>]*role="img" aria-labelledby="(\w+)"[^>]*><title id="(\w+)">', html
    )
    assert len(charts) == html.count('class="chart ') >= 9
    assert all(label == title for label, title in charts)
    for one in (page.html(sample.municipality(), language("sv")),):
        ids = re.findall(r' id="([^"]+)"', one)
        assert len(ids) == len(set(ids))


def test_the_page_asks_nothing_of_the_network(kind: str) -> None:
    html = page.html(getattr(sample, kind)(), language("nb"))
    addresses = re.findall(r'(?:src|href)="([^"#]+)"|url\(([^#)][^)]*)\)|@import', html)
    assert not addresses
    assert "<script" not in html


def _hostile_blocks() -> list:
    blocks = sample.municipality()
    own = LocalText(section="local", text=words({"sv": HOSTILE}), author=words(HOSTILE, "sv"),
                    date=None)  # fmt: skip
    row: GoalRow = replace(sample.GOALS[0], title=words({"sv": HOSTILE}))
    return [own if isinstance(b, LocalText) else
            replace(b, rows=(row,)) if isinstance(b, Goals) else b for b in blocks]  # fmt: skip


def test_what_somebody_wrote_is_text_in_html() -> None:
    html = page.html(_hostile_blocks(), language("sv"), links={"sv": 'x"onload="1'})
    assert "<script" not in html and "</style> #text" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot; &amp; &#x27;single" in html


def test_what_somebody_wrote_is_text_in_pdf() -> None:
    plain, hostile = sample.municipality(), _hostile_blocks()
    assert pdf.summary(hostile, language("sv")) != pdf.summary(plain, language("sv"))


def test_a_language_the_text_lacks_is_marked() -> None:
    html = page.html(sample.municipality(), language("en"))
    assert '<span lang="sv">Närvaron följs varje vecka.</span>' in html
    assert '<span lang="en">Merit points, grade 9</span>' in page.html(
        sample.municipality(), language("fi")
    )


def test_processed_figures_name_the_source_as_the_catalogue_says() -> None:
    html = page.html(sample.municipality(), language("sv"))
    assert "<p>Källa: Kolada.</p>" in html
    assert "<p>Egen beräkning på uppgifter från SCB och Skolverket.</p>" in html
    processed = [Sentences(section="where_now", messages=()), sample.first_page()[0]]
    assert "Kolada" not in page.html(processed, language("sv"))


def test_a_report_without_a_front_is_refused() -> None:
    with pytest.raises(InvalidInput, match="no front"):
        page.html(sample.municipality()[1:], language("sv"))


def test_values_are_listed_once_unrounded_and_in_order() -> None:
    blocks = sample.municipality()
    text = values_csv.text([*blocks, *blocks])
    rows = text.splitlines()
    assert rows[0].split(",") == list(values_csv.COLUMNS)
    assert rows[1:] == sorted(set(rows[1:]), key=lambda row: row.split(","))
    assert "SE-0604,kolada:N15428,2024,total,value,value,84.1,percent,ok,area," in rows
    hidden = Number(None, "percent", status="suppressed", indicator="a:b", place="SE-0604")
    table = replace(sample.annex()[0], rows=((PlaceName("SE-0604"), hidden),))
    assert "SE-0604,a:b,,total,statistic,value,,percent,suppressed,annex" in values_csv.text(
        [table]
    )


def test_the_index_lists_links_and_names_failures() -> None:
    entries = [
        index.Entry(place=place, files={"sv": f"{place}/report.sv.html"}, counts={"findings": 2})
        for place in ("SE-0687", "SE-0604")
    ]
    failure = index.Failure(place="SE-0680", reason="<script>timeout")
    html = index.html(entries, language("fi"), title="Jönköpings län", year=2025,
                      failures=[failure])  # fmt: skip
    assert html.index(">Aneby</a>") < html.index(">Tranås</a>")
    assert "<strong>Jönköping</strong>" in html and "&lt;script&gt;timeout" in html
    assert html.count("<script>") == 1
    assert html.count('tabindex="-1"') == 2


def test_the_way_in_names_each_place_once() -> None:
    place = next(iter(sample.MEMBERS))
    name = language("sv").place(place)
    headline = {"sv": f"{name}: inget skiljer sig tydligt."}
    entry = index.Entry(place=place, files={"sv": "a.html"}, headline=headline)
    text = index.html([entry], language("sv"), title="Länet", year=2025)
    assert "Inget skiljer sig tydligt." in text and f"{name}: inget" not in text


def test_regions_of_one_caption_have_names_of_their_own() -> None:
    blocks = sample.municipality()
    text = page.html([*blocks, *blocks], language("en"))
    names = re.findall(r'role="region" tabindex="0" aria-label="([^"]+)"', text)
    assert len(names) > 4
    assert len(set(names)) == len(names)
