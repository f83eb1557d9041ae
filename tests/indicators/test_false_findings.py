"""Where nothing differs, hardly any report finds anything (docs/calibration.md)."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "bench" / "false_findings.py"


@pytest.fixture(scope="module")
def bench():
    described = importlib.util.spec_from_file_location("false_findings", SCRIPT)
    module = importlib.util.module_from_spec(described)
    sys.modules["false_findings"] = module
    described.loader.exec_module(module)
    yield module
    del sys.modules["false_findings"]


@pytest.mark.slow
@pytest.mark.parametrize("autocorrelation", [0.0, 0.3, 0.5])
def test_at_most_five_per_cent_of_reports_find_anything(bench, autocorrelation):
    shares = bench.false_findings(bench.World("none", autocorrelation), panels=10)
    assert shares["reports"] <= 5
    assert shares["trend"] <= 7
    assert shares["trend_relative"] <= 7
    assert shares["binomial"] <= 7
    assert shares["between_year"] <= 7


@pytest.mark.slow
@pytest.mark.parametrize("heavy", [False, True])
@pytest.mark.parametrize("autocorrelation", [0.0, 0.3, 0.5])
@pytest.mark.parametrize("points", [5, 6, 7, 8])
def test_a_trend_is_claimed_in_at_most_seven_per_cent(bench, points, autocorrelation, heavy):
    assert bench.trend_size(points, autocorrelation, heavy, series=20000) <= 7


@pytest.mark.slow
@pytest.mark.parametrize("autocorrelation", [0.0, 0.5])
def test_a_constant_spread_is_seldom_called_narrowing_or_widening(bench, autocorrelation):
    assert bench.spread_size(autocorrelation, countries=1000) <= 7
