"""A report names what it was made of itself, not what else lay in the store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from impact import load_plan, overview, region_figures, report
from impact.report.annex_blocks import Provenance
from impact.report.html import preview
from impact.report.language import LANGUAGES, language

ROWS = {"digest", "rows", "sources", "params", "version", "command"}


@pytest.fixture(scope="module")
def plan():
    return load_plan("params/jonkoping.yml")


@pytest.fixture(scope="module")
def figures(plan):
    return overview(plan)


def test_a_report_names_the_sources_of_its_own_rows_and_when_they_were_read(plan, figures) -> None:
    facts = report.provenance(figures, plan, "SE-0604").facts
    assert set(facts) == ROWS
    assert facts["sources"] == (
        "kolada 2023-09-12 – 2024-12-12, scb 2020-07-11, skolverket 2026-11-21"
    )
    here = figures.at("SE-0604")
    assert (facts["digest"], facts["rows"]) == (here.digest, str(len(here.values)))
    assert facts["command"] == "impact run params/jonkoping.yml --year 2024 --only SE-0604"


def test_figures_of_others_and_their_texts_leave_no_trace(plan, figures) -> None:
    more = replace(figures, snapshots=(*figures.snapshots, "kolada-2030-01-01"))
    other = plan.model_copy()
    other._file, other._digest = plan.file, "0" * 16
    region = region_figures(figures, plan)
    assert report.provenance(more, other, "SE-0604") == report.provenance(figures, plan, "SE-0604")
    before = report.region_provenance(figures, plan, region)
    assert report.region_provenance(more, other, region) == before
    assert plan.digest not in str(before) and before.facts["digest"] == region.digest


def test_a_region_was_read_when_the_newest_of_its_own_figures_was(plan, figures) -> None:
    region = region_figures(figures, plan)
    mine = [figures.at(place).newest_vintage for place in plan.places]
    assert region.newest_vintage == max(mine) == "2024-12-12"
    later = figures.latest.assign(
        vintage=figures.latest["vintage"].mask(figures.latest["place"] == "SE-1280", "2030-01-01")
    )
    assert region_figures(replace(figures, latest=later), plan).newest_vintage == "2024-12-12"


def test_a_place_without_figures_names_no_source(figures, plan) -> None:
    nowhere = replace(figures, values=figures.values.iloc[:0], _places={})
    facts = report.provenance(nowhere, plan, "SE-0604").facts
    assert set(facts) == ROWS - {"sources"}
    assert facts["rows"] == "0"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_fact_has_its_label_in_every_language(code: str, plan, figures) -> None:
    block = report.provenance(figures, plan, "SE-0604")
    assert isinstance(block, Provenance)
    page = preview(block, language(code))
    for name in ROWS:
        label = language(code).word(f"provenance-{name}")
        assert label != name and label in page
    assert "kolada 2023-09-12 – 2024-12-12" in page
