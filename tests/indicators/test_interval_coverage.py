"""Intervals hold the true value as often as they promise (docs/coverage.md)."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import numpy as np
import pytest

from impact.indicators.rates.intervals import proportion

ROOT = Path(__file__).parents[2]
CHAPTERS = (
    "Shares and rates",
    "Differences and ratios",
    "Means",
    "Standardised rates and ratios",
    "Life expectancy",
    "Differences of estimates",
    "Slope and concentration indices",
    "Inequality measures",
    "Funnels",
    "Trends",
    "Small places and ranks",
)


@pytest.fixture(scope="module")
def bench():
    folder = str(ROOT / "bench")
    before = set(sys.modules)
    sys.path.insert(0, folder)
    yield importlib.import_module("interval_coverage")
    sys.path.remove(folder)
    for name in set(sys.modules) - before:
        if name.startswith("coverage_") or name == "interval_coverage":
            del sys.modules[name]


@pytest.fixture(scope="module")
def lines(bench):
    found: dict[str, list] = {}

    def of(chapter: str) -> list:
        if chapter not in found:
            found[chapter] = bench.run(chapter)
        return found[chapter]

    return of


def test_every_chapter_is_tested_and_in_the_document(bench) -> None:
    assert tuple(bench.STUDIES) == CHAPTERS
    text = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    for chapter in CHAPTERS:
        assert f"### {chapter}" in text, chapter
    for method, _ in bench.KNOWN:
        assert method in text, method


@pytest.mark.slow
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_interval_holds_what_it_promises_but_for_the_known_misses(
    bench, lines, chapter
) -> None:
    table = lines(chapter)
    missed = {(one.method, one.setting): one.faults() for one in table if one.faults()}
    unknown = {
        line: faults
        for line, faults in missed.items()
        if not all((line[0], fault) in bench.KNOWN for fault in faults)
    }
    assert unknown == {}
    found = {(line[0], fault) for line, faults in missed.items() for fault in faults}
    here = {known for known in bench.KNOWN if known[0] in {one.method for one in table}}
    assert here == found, "a known miss is mended: take it out of KNOWN and docs/coverage.md"


@pytest.mark.slow
def test_simulated_and_exact_coverage_agree_wherever_both_are_known(lines) -> None:
    both = [
        one
        for chapter in (
            "Shares and rates",
            "Differences and ratios",
            "Standardised rates and ratios",
        )
        for one in lines(chapter)
        if one.exact is not None
    ]
    assert len(both) > 60
    apart = [abs(one.simulated - one.exact) / one.chance for one in both]
    assert max(apart) < 4
    assert sum(each < 1 for each in apart) / len(apart) > 0.5


def test_wilson_and_exact_poisson_range_as_the_document_says(bench) -> None:
    table = importlib.import_module("coverage_counts").extremes().set_index("setting")
    assert table.loc["n 20, shares 0.05 to 0.95", "lowest"] == pytest.approx(91.7, abs=0.05)
    assert table.loc["n 20, shares 0.05 to 0.95", "highest"] == pytest.approx(98.1, abs=0.05)
    assert table.loc["n 200, shares 0.05 to 0.95", "lowest"] > 93
    assert table.loc["n 200, shares 0.05 to 0.95", "highest"] < 97
    assert (table.loc[table["method"] == "rate", "lowest"] >= 95).all()
    assert table.loc["0.05 to 2 expected events", "lowest"] > 97.5


def test_the_study_notices_an_interval_that_is_too_narrow(bench, monkeypatch) -> None:
    """A 90 % interval passed off as a 95 % one is reported."""
    counts = importlib.import_module("coverage_counts")
    narrow = lambda table, **options: proportion(table, confidence=0.9, **options)  # noqa: E731
    monkeypatch.setattr(counts, "proportion", narrow)
    table = counts.proportions(np.random.default_rng(1), 4_000)
    missed = [one for one in table if "simulated is not exact" in one.faults()]
    assert len(missed) > len(table) / 2
