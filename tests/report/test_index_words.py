"""What reports say of composite indices: one line without a rank, and the chapter behind it."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import sample_index as sample
from sample_index import HERE, coherent, index, places, region, say, totals

from impact import catalogue
from impact.overviews import index_funding
from impact.report import content, names
from impact.report.blocks import Sentences, Table
from impact.report.index_blocks import IndexParts
from impact.report.language import LANGUAGES
from impact.report.values_csv import numbers
from impact.run.indices.files import load_index

RANK = re.compile(r"\b(rank|rang|plats|sija|plassering|placering)\w*\b", re.IGNORECASE)


@pytest.fixture(autouse=True)
def whole_catalogue(small_catalogue: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "indicator", catalogue.indicator)


def line(found, code: str = "en") -> str:
    return say(code, content.index_line((found,), HERE))


def chapter(found, code: str = "en") -> str:
    return say(code, content.index_part((found,), HERE))


def test_the_line_has_interval_and_others_that_can_be_told_apart() -> None:
    assert line(index()) == (
        "Index Children and schools: 62 points of 100 (53–68); of 290 municipalities about 40 are "
        "clearly stronger and about 70 clearly weaker."
    )


def test_without_an_index_there_is_no_line_and_no_chapter() -> None:
    assert content.index_line((), HERE) is None
    assert content.index_part((), HERE) == []
    assert content.region_index((), region()) == []


def test_nobody_clearly_ahead_is_said_without_a_nought() -> None:
    text = line(index(places=places(above=0.0, below=0.0)))
    assert "hardly any is clearly stronger and hardly any clearly weaker" in text


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_line_is_one_sentence_and_names_no_rank(code: str) -> None:
    text = line(index(), code)
    assert text.count(". ") == 0 and text.endswith(".")
    assert RANK.search(text) is None
    assert "53–68" in text and "290" in text


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_index_that_does_not_hold_together_has_no_number_anywhere(code: str) -> None:
    found = index(coherence=coherent(publish=False, reasons=("low_alpha",)), alpha=0.41)
    for text in (line(found, code), chapter(found, code)):
        assert not re.search(r"\b6[12]\b", text)
        assert "53–68" not in text
    table = say(code, content.region_index((found,), region()))
    assert not re.search(r"\b6[12]\b", table) and "53–68" not in table
    assert len(chapter(found, code)) > len(line(found, code))


def test_why_there_is_no_number_is_said() -> None:
    against = {"indicator": ["kolada:N11050"], "with_rest": [-0.4], "rest_upper": [-0.3]}
    reasons = ("low_alpha", "against_node", "population", "few_places", "no_alpha")
    said = coherent(publish=False, reasons=reasons, items=pd.DataFrame(against))
    text = chapter(index(coherence=said, alpha=0.41))
    assert "Cronbach's alpha is 0.41, and at least 0.60 is asked for" in text
    assert "Preschool staff with a teaching degree: goes clearly the other way" in text
    assert "how large a municipality is" in text
    assert "Too few municipalities" in text and "could not be calculated" in text
    assert "leans the other way" not in text  # told once, not twice


def test_a_municipality_without_a_number_is_told_so() -> None:
    found = index(places=places(score=np.nan, reason="too_few_values"))
    assert (
        line(found) == "Index Children and schools: too few of its figures are there for a number."
    )
    assert "Aneby: too few of the figures are there" in chapter(found)
    assert "Compared with similar" not in chapter(found)


def test_a_place_the_index_does_not_know_breaks_nothing() -> None:
    found = index()
    assert "too few" in say("en", content.index_line((found,), "SE-1280"))
    assert "too few" in say("en", content.index_part((found,), "SE-1280"))


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        ((4.0, 1.0, 7.0), "+4.0 points against the mean of 7 comparable municipalities"),
        ((4.0, 1.0, 7.0), "The index is clearly higher."),
        ((-4.0, -7.0, -1.0), "The index is clearly lower."),
        ((4.0, -1.0, 9.0), "That is not a clear difference."),
        ((-4.0, -9.0, 1.0), "That is not a clear difference."),
        ((np.nan, np.nan, np.nan), "no comparable municipalities with an index"),
        ((4.0, np.nan, np.nan), "That is not a clear difference."),
    ],
)
def test_a_difference_is_as_clear_as_its_interval(gap, said) -> None:
    assert said in chapter(index(gap_totals=totals(*gap).assign(peers=7)))


def test_the_parts_of_the_difference_add_up_to_it_in_the_drawing() -> None:
    blocks = content.index_part((index(),), HERE)
    (parts,) = (block for block in blocks if isinstance(block, IndexParts))
    whole = [row for row in parts.rows if row.whole]
    rest = [row.adds.value.value for row in parts.rows if not row.whole]
    assert [row.adds.value.value for row in whole] == [pytest.approx(sum(rest))]
    assert len(rest) == 4
    assert {row.tone for row in parts.rows if not row.whole} == {"plain"}
    assert whole[0].tone == "good"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((-0.75, -2.0, 0.5), "no clear change"),
        ((-0.75, -2.0, -0.25), "a clear fall"),
        ((0.75, 0.25, 2.0), "a clear rise"),
        ((np.nan, np.nan, np.nan), "There is no index for one of the two years"),
    ],
)
def test_a_change_is_as_clear_as_its_interval(change, said) -> None:
    assert said in chapter(index(change_totals=totals(*change)))


def test_a_change_lists_what_moved_and_its_sum() -> None:
    text = chapter(index())
    assert "Eligible for vocational programmes | +0.5" in text
    assert "Certified and qualified teachers in compulsory school | −1.2" in text
    assert "Together | −0.8" in text


def test_causes_of_a_change_stand_apart_when_there_are_several() -> None:
    found = index()
    more = found.changes.head(1).assign(cause="missing", contribution=-1.0)
    text = chapter(replace(found, changes=pd.concat([found.changes, more])))
    assert "Figures that moved | Figures that came or went | Together" in text
    assert "Eligible for vocational programmes | +0.5 | −1.0 | −0.5" in text


def test_nothing_that_moved_is_said() -> None:
    found = index()
    still = found.changes.assign(contribution=0.0)
    text = chapter(replace(found, changes=still, change_totals=totals(0.0, 0.0, 0.0)))
    assert "No figure of the index has moved its points." in text


def test_strengths_and_weaknesses_name_both_sides() -> None:
    found = index()
    assert "No indicator is both far" in chapter(found)
    kinds = ["strength", "weakness"] + [""] * (len(found.strengths) - 2)
    text = chapter(replace(found, strengths=found.strengths.assign(kind=kinds)))
    assert "Eligible for vocational programmes: 55 points, comparable municipalities 54" in text
    assert "A strength." in text and "A weakness." in text


def test_older_and_missing_figures_are_said_with_their_weight() -> None:
    text = chapter(index(places=places(older=0.25, available=0.875)))
    assert "25% of the weight rests on figures older" in text
    assert "Figures are there for 88% of the weight" in text
    assert "of the weight" not in chapter(index())


def test_trust_names_alpha_other_ways_and_the_largest_doubt() -> None:
    text = chapter(index())
    assert "alpha is 0.71, and at least 0.60" in text
    assert "lies between 60 points and 64 points" in text
    assert "the figures themselves, which vary by chance" in text
    assert "hardly go together" not in text
    same = chapter(index(places=places(method_low=60.0, method_high=60.0)))
    assert "the index is the same: 60 points" in same


def test_cautions_are_said() -> None:
    alpha = pd.DataFrame({"node": ["", "staff"], "alpha": [0.71, 0.1]})
    pairs = pd.DataFrame({"first": ["kolada:N15428"], "second": ["kolada:N17461"]})
    items = pd.DataFrame({"indicator": ["kolada:N11821"], "with_rest": [-0.1], "rest_upper": [0.1]})
    text = chapter(index(coherence=coherent(alpha=alpha, pairs=pairs, items=items)))
    assert "Trained staff: the indicators of this part hardly go together" in text
    assert "count twice: Eligible for vocational programmes and Upper-secondary" in text
    assert "Children aged 3–5 in preschool: leans the other way" in text


def test_what_is_not_confirmed_comes_up_wherever_the_index_is_shown() -> None:
    doubts = ({"en": "the weights"},)
    found = sample.other_record(index(), unconfirmed=doubts)
    assert "Not confirmed: the weights." in chapter(found)
    assert "Not confirmed: the weights." in say("en", content.region_index((found,), region()))
    assert "Not confirmed" not in chapter(index())
    assert "our proposal, not decided" in chapter(index())


def test_the_region_lists_names_and_intervals_in_the_given_order() -> None:
    blocks = content.region_index((index(),), region())
    text = say("en", blocks)
    rows = [one for one in text.splitlines() if one.startswith(("Aneby", "Gnosjö", "Mullsjö"))]
    assert [row.partition(" ")[0] for row in rows] == ["Aneby", "Gnosjö", "Mullsjö"]
    assert "62 | 53–68" in rows[0]
    assert "no clear change" in rows[0]
    assert "in the order of their names" in text
    gone = index(places=places(score=np.nan, reason="too_few_values"))
    assert "Aneby | – | – | –" in say("en", content.region_index((gone,), region()))


def test_every_number_knows_its_index_place_and_year() -> None:
    blocks = [content.index_line((index(),), HERE), *content.index_part((index(),), HERE)]
    told = [number for _, number in numbers(blocks) if number.statistic.startswith("index_")]
    assert {"index_score", "index_lower", "index_upper", "index_above"} <= {
        number.statistic for number in told
    }
    alphas = ("index_alpha", "index_least_alpha")
    for number in told:
        assert number.about is not None and number.about.startswith("se_children_schools")
        if number.statistic not in alphas:
            assert (number.place, number.year) == (HERE, 2024)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_says_all_of_it(code: str) -> None:
    found = index(places=places(older=0.25, available=0.875))
    kinds = ["strength", "weakness"] + [""] * (len(found.strengths) - 2)
    found = replace(found, strengths=found.strengths.assign(kind=kinds))
    text = chapter(found, code)
    assert "{" not in text and "index-" not in text
    for printed in ("0604", "kolada:"):
        assert printed not in text


def test_money_comes_with_its_doubts_first() -> None:
    blocks = content.index_funding(index_funding(load_index("fi_hyte")))
    text = say("en", blocks)
    assert text.index("Municipalities and scores are invented") < text.index("per inhabitant")
    assert text.index("Unconfirmed:") < text.index("per inhabitant")
    assert "Not confirmed: names and weights of the measures." in text
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [21, 21]
    told = [number for _, number in numbers(blocks)]
    assert {number.status for number in told} == {"simulated"}


def test_scores_without_money_show_points_and_class() -> None:
    text = say("en", content.index_funding(index_funding(load_index("fi_teaviisari"))))
    assert "Example municipality: 60.7 points of 100." in text
    assert "Class: fair." in text
    assert "€" not in text and "All others lose" not in text


def test_entered_scores_of_ones_own_are_not_called_invented() -> None:
    record = load_index("fi_teaviisari")
    own = record.model_copy(update={"entered": record.entered.model_copy(update={"status": "own"})})
    blocks = content.index_funding(index_funding(own))
    assert "invented" not in say("en", blocks)
    assert {number.status for _, number in numbers(blocks)} == {"ok"}


def test_blocks_of_the_chapter_stand_in_its_section() -> None:
    blocks = content.index_part((index(),), HERE)
    assert {block.section for block in blocks} == {"index"}
    assert isinstance(blocks[0], Sentences) and blocks[0].heading is not None
    assert content.index_line((index(),), HERE).section == "where_now"
