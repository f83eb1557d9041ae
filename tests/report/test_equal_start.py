"""Equal starting points: what figures can answer, said of real and of added figures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from impact import funnel_figures, load_plan, overview, region_figures, report
from impact.overviews.group_differences import group_differences
from impact.report import names
from impact.report.language import LANGUAGES, language
from impact.report.message import GroupName, Message

SURVEY = "local:pupil_survey_safety"


@pytest.fixture(autouse=True)
def real_catalogue(monkeypatch: pytest.MonkeyPatch, small_catalogue: None) -> None:
    from impact import catalogue

    monkeypatch.setattr(names, "indicator", catalogue.indicator)


@pytest.fixture(scope="module")
def sweden():
    return overview(load_plan("params/jonkoping.yml"))


def with_groups(figures, *rows: tuple):
    """An overview in which Aneby has asked its pupils, by group."""
    table = pd.DataFrame(rows, columns=["group", "numerator", "denominator"])
    table = table.assign(
        place="SE-0604",
        indicator=SURVEY,
        year=2024,
        value=100.0 * table["numerator"] / table["denominator"],
        lower=np.nan,
        upper=np.nan,
    )
    return replace(figures, groups=group_differences(table, 2020, {SURVEY}), _places={})


def test_only_sex_is_answered_by_the_embedded_figures(sweden):
    _, questions = report.equal_starting_points(sweden, "SE-0604")
    answered = {row[0].id: row[1] for row in questions.rows}
    assert answered.pop("question-equal-sex").value == len(sweden.at("SE-0604").gaps)
    assert all(isinstance(cell, Message) for cell in answered.values())
    assert {cell.id for cell in answered.values()} == {"equal-none"}


def test_added_groups_answer_their_questions_and_are_tested(sweden):
    figures = with_groups(
        sweden, ("total", 160, 200), ("language:fi", 25, 50), ("language:sv&residence:rural", 9, 10)
    )
    _, questions, groups = report.equal_starting_points(figures, "SE-0604")
    found = {row[0].id: row[1:] for row in questions.rows}
    language_figures, language_clear = found["question-equal-language"]
    assert (language_figures.value, language_clear.value) == (1, 1)
    residence_figures, residence_clear = found["question-equal-residence"]
    assert (residence_figures.value, residence_clear.value) == (1, 0)
    words = {row[1].group: row[4].word for row in groups.rows}
    assert words == {
        "language:fi": "lower",
        "language:sv&residence:rural": "not_clearly_different",
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_group_of_the_catalogue_has_a_name(code):
    from impact import catalogue

    reader = language(code)
    for entry in catalogue.indicators():
        for group in entry.groups:
            assert reader.parts(GroupName(group))[0]
    crossed = reader.group("female&age:07-15&language:se")
    assert crossed.count(" · ") == 2
    assert "7–15" in crossed


def test_a_funnel_is_shown_where_people_are_few(sweden):
    chance = funnel_figures(sweden)
    assert [block.own for block in report.funnels(sweden, chance, "SE-0604")] == ["SE-0604"]
    assert report.funnels(sweden, chance, "SE-0180") == []


def test_a_funnel_holds_every_municipality_against_the_figure_of_the_comparison(sweden):
    funnel = funnel_figures(sweden)["kolada:N15428"]
    row = sweden.at("SE-0604").latest["kolada:N15428"]
    assert funnel.reference == row["country_median"]
    assert set(funnel.table["place"]) == set(
        sweden.latest.loc[sweden.latest["indicator"] == "kolada:N15428", "place"]
    )
    assert funnel.dispersion > 1
    inside = funnel.curves["chance_low"] >= funnel.curves["usual_low"]
    assert inside.all()
    assert (funnel.curves["chance_high"] <= funnel.curves["usual_high"]).all()


def test_positions_agree_with_the_curves(sweden):
    funnel = funnel_figures(sweden)["kolada:N15428"]
    curves, table = funnel.curves, funnel.table
    low = np.interp(table["people"], curves["people"], curves["chance_low"])
    high = np.interp(table["people"], curves["people"], curves["chance_high"])
    clear = np.minimum(abs(table["value"] - low), abs(table["value"] - high)) > 0.3
    within = table["value"].between(low, high)
    assert (within == (table["position"] == "within"))[clear].all()


def test_a_region_s_funnel_counts_its_municipalities(sweden):
    region = region_figures(sweden, load_plan("params/jonkoping.yml"))
    (block,) = report.region_funnels(sweden, funnel_figures(sweden), region)
    numbers = block.finding.arguments
    assert numbers["points"].value == 13 == len(block.points)
    parts = ("within", "beyond", "unusual")
    assert sum(numbers[part].value for part in parts) == 13
