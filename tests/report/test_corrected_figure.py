"""One corrected figure alters the reports that show it, and hardly any other.

What all municipalities together teach (the odds of goals, ranges of forecasts, how many others an
index is above) moves in steps, so a correction elsewhere may carry one report over an edge.

Sweden's figures with one figure of one municipality read again: the blocks of Jönköping county's
13 municipalities and of the county, before and after.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.report.notebook_blocks import NotebookBlocks

from impact import load_plan, overview, places, store
from impact.overviews import Overview

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
PARAMS = "params/jonkoping.yml"
REGION = "region"
MATRICULATED, SPORT = "kolada:N17461", "kolada:U09800"
QUALIFIED = "kolada:N15428"
LEARNT = {"Fans", "IndexParts", "Sentences", "Table"}
"""Blocks that show what all municipalities together teach, beside a municipality's own figures."""

Blocks = list[tuple[str, str]]


@dataclass(frozen=True)
class Reports:
    """The blocks of every report of the county, and the overview they were made of."""

    figures: Overview
    blocks: dict[str, Blocks]

    def changed(self, after: Reports) -> dict[str, set[str]]:
        """Return the kinds of blocks that differ, of the reports in which any does."""
        found = {}
        for name, before in self.blocks.items():
            now = after.blocks[name]
            assert [kind for kind, _ in before] == [kind for kind, _ in now]
            kinds = {old[0] for old, new in zip(before, now, strict=True) if old != new}
            if kinds:
                found[name] = kinds
        return found


def made() -> Reports:
    plan = load_plan(PARAMS)
    one = NotebookBlocks(ROOT / "notebooks/municipality.ipynb", params_file=PARAMS)
    blocks = {place: one.blocks(place=place) for place in plan.places}
    region = NotebookBlocks(ROOT / "notebooks/region.ipynb", params_file=PARAMS)
    return Reports(overview(plan), blocks | {REGION: region.blocks()})


@pytest.fixture(scope="module")
def before() -> Reports:
    return made()


@pytest.fixture
def corrected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Reports]:
    """Make the reports again with one figure read again, another one."""

    def again(indicator: str, place: str, year: int, by: float, day: str) -> Reports:
        home = tmp_path / "home"
        for name in ("data", "params", "notebooks"):
            shutil.copytree(ROOT / name, home / name)
        monkeypatch.setenv("IMPACT_HOME", str(home))
        row = store.load(indicator, places=[place], years=[year])
        row = row.assign(value=row["value"] + by).drop(columns=["source", "vintage"])
        store.write(row, source="kolada", vintage=day, title="One figure read again")
        return made()

    return again


def test_nothing_differs_when_nothing_is_corrected(before: Reports) -> None:
    assert before.changed(made()) == {}
    assert len(before.blocks) == 14 and all(len(blocks) > 10 for blocks in before.blocks.values())


def test_a_figure_elsewhere_that_moves_nothing_seen_alters_hardly_any_report(
    before: Reports, corrected: Callable[..., Reports]
) -> None:
    after = corrected(MATRICULATED, "SE-1280", 2024, 3.0, "2025-01-01")
    assert after.figures.at("SE-1280").latest[MATRICULATED]["value"] == pytest.approx(72.8368)
    changed = before.changed(after)
    assert len(changed) <= 2 and all(kinds <= LEARNT for kinds in changed.values())


def test_a_small_correction_elsewhere_alters_no_report(
    before: Reports, corrected: Callable[..., Reports]
) -> None:
    assert before.changed(corrected(MATRICULATED, "SE-1282", 2024, 0.7, "2025-01-05")) == {}


def test_a_municipalitys_own_figure_alters_its_report_and_the_regions(
    before: Reports, corrected: Callable[..., Reports]
) -> None:
    changed = before.changed(corrected(MATRICULATED, "SE-0617", 2024, 3.0, "2025-01-02"))
    others = {name: kinds for name, kinds in changed.items() if name not in ("SE-0617", REGION)}
    assert len(others) <= 3 and all(kinds <= LEARNT for kinds in others.values())
    assert REGION in changed
    assert {"Front", "Goals", "Barometer", "Trends", "Values", "Provenance"} <= changed["SE-0617"]


def test_a_peers_figure_alters_the_reports_whose_peers_have_another_middle(
    before: Reports, corrected: Callable[..., Reports]
) -> None:
    after = corrected(SPORT, "SE-1981", 2023, -0.5, "2025-01-03")
    peers = before.figures.peers
    having = set(peers.loc[peers["peer"] == "SE-1981", "place"]) & set(before.blocks)
    assert having == {"SE-0662", "SE-0682", "SE-0685"}
    moved = {
        place
        for place in having
        if before.figures.at(place).latest[SPORT]["peers_median"]
        != after.figures.at(place).latest[SPORT]["peers_median"]
    }
    changed = before.changed(after)
    assert set(changed) <= having
    for place in having:
        assert changed.get(place, set()) - LEARNT == ({"Barometer"} if place in moved else set())
    assert moved == {"SE-0662", "SE-0685"}


def test_a_figure_that_moves_the_countrys_middle_alters_what_is_held_against_it(
    before: Reports, corrected: Callable[..., Reports]
) -> None:
    after = corrected(QUALIFIED, "SE-1280", 2024, 1.0, "2025-01-04")
    middles = [
        one.figures.at("SE-0604").latest[QUALIFIED]["country_median"] for one in (before, after)
    ]
    assert middles[0] != middles[1]
    changed = before.changed(after)
    assert set(changed) == set(before.blocks)
    for place in places.alphabetical(set(changed) - {REGION}):
        assert {"Barometer", "Trends"} <= changed[place]
        assert not changed[place] & {"Front", "Values", "Gaps", "Cards", "Provenance"}
    # a chance in whole per cent goes over an edge in few
    assert sum("Goals" in kinds for kinds in changed.values()) <= 3
