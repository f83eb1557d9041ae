"""Costs, values and parameters: no money without a stated price, no number without its source."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import sample_appraisal
from sample_appraisal import made, only, text

from impact import report
from impact.report import names
from impact.report.blocks import Table
from impact.report.content import quantity_numbers
from impact.report.language import language
from impact.report.message import message
from impact.report.quantity_blocks import (
    Acceptability,
    ParameterCards,
)

ASSESSMENT = sample_appraisal.assessment()
ENGLISH = language("en")


@pytest.fixture(autouse=True)
def known_indicators(monkeypatch: pytest.MonkeyPatch) -> None:
    """Know the indicator of the sample assessment."""
    monkeypatch.setattr(names, "indicator", sample_appraisal.catalogue)


def test_costs_and_values_in_sentences() -> None:
    told = text(made("economics")[0])
    assert "Joint programme costs 13.5 million SEK (11.3–16.1) in all." in told
    assert "worth 9.7 million SEK (4.9–14.1) less than it costs" in told
    assert "the probability that priced benefits cover the cost is under 1%" in told
    assert "worth at most 420,000 SEK" in told and "Follow-up of absence" in told


def test_a_measure_that_cannot_be_calculated_says_so() -> None:
    measures = only(made("economics"), Table)[0]
    cells = {ENGLISH.plain(row[0]): row[1] for row in measures.rows}
    assert (
        cells["Cost per unit of improvement: Extra working hours"].id == "economics-not-calculable"
    )
    assert ENGLISH.plain(cells["Net benefit"]).endswith("(scenario)")


def test_the_same_thing_of_two_alternatives_stands_in_one_line() -> None:
    table = sample_appraisal.economics()
    letters = table[table["subject"] == "withdrawn_grants"].assign(
        alternative="letters", subject="letter_grants"
    )
    options = dict(ASSESSMENT.alternatives)
    options["letters"] = options["letters"].model_copy(update={"status": "considered"})
    quantities = dict(ASSESSMENT.quantities)
    quantities["letter_grants"] = quantities["withdrawn_grants"]
    both = ASSESSMENT.model_copy(update={"alternatives": options, "quantities": quantities})
    appraisal = sample_appraisal.appraisal(economics=pd.concat([table, letters]))
    measures = only(report.assessment_economics(both, appraisal), Table)[0]
    name = "Cost per unit of improvement: Pupils who lose their study grant"
    (line,) = [row for row in measures.rows if ENGLISH.plain(row[0]) == name]
    assert line[1] is not None
    assert ENGLISH.plain(line[1]) == ENGLISH.plain(line[2])
    twice = pd.concat([table, letters.assign(alternative="programme")])
    appraisal = sample_appraisal.appraisal(economics=twice)
    measures = only(report.assessment_economics(both, appraisal), Table)[0]
    assert len([row for row in measures.rows if ENGLISH.plain(row[0]) == name]) == 2


def test_no_price_is_said_and_no_price_is_made_up() -> None:
    economics = ASSESSMENT.economics.model_copy(update={"prices": ()})
    bare = ASSESSMENT.model_copy(update={"economics": economics})
    table = sample_appraisal.economics()
    table = table[table["measure"].isin(["cost", "cost_per_unit"])]
    none = sample_appraisal.appraisal().information.iloc[:0]
    appraisal = sample_appraisal.appraisal(economics=table, information=none)
    blocks = report.assessment_economics(bare, appraisal)
    assert "No price is stated, so no benefit is put in money" in text(blocks[0])
    assert all("Prices, as stated" not in text(block) for block in blocks)
    without = ASSESSMENT.model_copy(update={"economics": None})
    (block,) = report.assessment_economics(without, appraisal)
    assert "No costs or prices are stated" in text(block)


def test_the_curve_names_the_price_at_which_it_passes_one_half() -> None:
    (curve,) = only(made("economics"), Acceptability)
    # by hand: the sample's curve is at one half at 1.5 million, the next price is 1.6 million
    assert "at least about 1.6 million SEK" in text(curve)
    low = sample_appraisal.acceptability().assign(probability=0.2)
    (curve,) = only(made("economics", acceptability=low), Acceptability)
    assert "Even at 4.0 million SEK" in text(curve)


def test_every_number_that_went_in_is_listed_with_what_it_rests_on() -> None:
    table, cards = made("parameters")
    assert len(table.rows) == len(sample_appraisal.used())
    told = [[ENGLISH.plain(message("own-words", words=cell)) for cell in row] for row in table.rows]
    by_name = {row[0]: row for row in told}
    reached = by_name["Share of people reached: Pupils who lose their study grant"]
    assert reached[1] == "70% (50–90)" and reached[4] == "Not all schools can start at once."
    today = by_name["Level today: New cases of depression"]
    assert today[4] == "scenario, not measured: Assumed"
    assert by_name["Level today: Study grants withdrawn"][1] == "each place its own, 9.0–12.0%"
    assert isinstance(cards, ParameterCards) and len(cards.cards) == 2
    assert "The effect may be smaller here." in text(cards)


@pytest.mark.parametrize(
    ("value", "printed"),
    [(0.0, "under 1%"), (0.004, "under 1%"), (0.5, "50%"), (0.996, "over 99%"), (1.0, "over 99%")],
)
def test_a_probability_is_never_printed_as_impossible_or_certain(
    value: float, printed: str
) -> None:
    found = quantity_numbers.chance(value, "probability")
    assert ENGLISH.plain(message("own-words", words=found)) == printed


def test_money_is_printed_in_millions_when_large_and_missing_money_not_at_all() -> None:
    row = {"value": 2_345_678.0, "lower": 1e6, "upper": np.nan}
    found = quantity_numbers.money(row, "EUR")
    assert ENGLISH.number(found.value) == "2.3 million euro" and found.upper is None
    assert quantity_numbers.money({"value": np.nan}, "EUR") is None


def test_calculated_money_is_rounded_and_stated_money_is_not() -> None:
    row = {"value": 223_398.0, "lower": 136_771.0, "upper": 423_522.0}
    rounded, exact = (quantity_numbers.money(row, "NOK", stated=one) for one in (False, True))
    said = [
        message("own-words", words=quantity_numbers.with_range(one)) for one in (rounded, exact)
    ]
    assert ENGLISH.plain(said[0]) == "223,000 NOK (137,000–424,000)"
    assert ENGLISH.plain(said[1]) == "223,398 NOK (136,771–423,522)"
    assert rounded.value.value == 223_398.0
