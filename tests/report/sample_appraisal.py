"""The sample assessment with an appraisal built by hand: figures that are easy to check."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import sample

from impact import report
from impact.overviews.appraisals.model import (
    ACCEPTABILITY_COLUMNS,
    DRIVER_COLUMNS,
    ECONOMICS_COLUMNS,
    INFORMATION_COLUMNS,
    PREDICTION_COLUMNS,
    QUANTITY_COLUMNS,
    USED_COLUMNS,
    Appraisal,
)
from impact.report import html
from impact.report.blocks import Block
from impact.report.language import language
from impact.report.render import nodes
from impact.run.assessments.files import load_assessment
from impact.run.assessments.model import Assessment

FILE = Path(__file__).parents[1] / "run" / "assessments" / "sample.yml"
PLACES = ("SE-0604", "SE-0680", "SE-0683")
WHOLE = "SE-06"
FIGURE = "figure:kolada:N17625:total:2023"
NONE = np.nan


@lru_cache
def assessment() -> Assessment:
    """Return the sample file as read."""
    return load_assessment(FILE)


def appraisal(**changes: pd.DataFrame) -> Appraisal:
    """Return what it comes to; `changes` replace tables."""
    tables = {
        "quantities": quantities(),
        "drivers": drivers(),
        "economics": economics(),
        "acceptability": acceptability(),
        "information": _table(
            INFORMATION_COLUMNS,
            [("all", 420_000.0, "SEK"), ("parameter:sample_attendance", 310_000.0, "SEK")],
        ),
        "predictions": _table(PREDICTION_COLUMNS, []),
        "used": used(),
    }
    return Appraisal(assessment="sample", draws=4096, seed=1, **(tables | changes))


def _table(columns: tuple[str, ...], rows: list[tuple]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns))


def quantities() -> pd.DataFrame:
    """Return attendance by place and year, depression and hours for all together, WELLBYs."""
    rows = []
    for year, part in ((2026, 1.0), (2027, 0.84), (2028, 0.7)):
        for place, base, people in (
            ("SE-0604", 9.0, 60), ("SE-0680", 12.0, 1900), ("SE-0683", 11.0, 640),
            (WHOLE, 11.7, 2600),
        ):  # fmt: skip
            low, value, high = -0.09 * base * part, -0.05 * base * part, -0.008 * base * part
            head = ("withdrawn_grants", "programme", place, year)
            rows += [
                (*head, "baseline", base, base, base, 0.0, "percent", False),
                (*head, "level", base + value, base + low, base + high, 0.004, "percent", False),
                (*head, "change", value, low, high, 0.004, "percent", False),
                (*head, "persons", value * people / 100, low * people / 100,
                 high * people / 100, 0.002, "count", False),
            ]  # fmt: skip
        head = ("depression", "programme", WHOLE, year)
        rows += [
            (*head, "cases", -3.1 * part, -7.4 * part, 1.2 * part, 0.05, "count", True),
            ("staff_hours", "programme", WHOLE, year, "amount", 2400.0, 1850.0, 3100.0, 5.0,
             "hours", False),
        ]  # fmt: skip
    rows.append(("school_life", "programme", WHOLE, NONE, "wellbys", 8.4, 1.2, 19.0, 0.1,
                 "number", True))  # fmt: skip
    return _table(QUANTITY_COLUMNS, rows)


def drivers() -> pd.DataFrame:
    """Return what makes attendance and depression uncertain, and the hours alone."""
    rows = [
        ("withdrawn_grants", "programme", "parameter:sample_attendance", 0.71, 0.76),
        ("withdrawn_grants", "programme", "transfer:withdrawn_grants", 0.15, 0.2),
        ("withdrawn_grants", "programme", "reach:withdrawn_grants", 0.07, 0.09),
        ("withdrawn_grants", "programme", FIGURE, 0.001, 0.002),
        ("depression", "programme", "baseline:depression", 0.44, 0.48),
        ("depression", "programme", "parameter:sample_activity", 0.41, 0.46),
        ("staff_hours", "programme", "amount:staff_hours", 1.0, 1.0),
    ]
    return _table(DRIVER_COLUMNS, rows)


def economics() -> pd.DataFrame:
    """Return costs, benefits and prices of the programme, and the postage of letters."""
    rows = [
        ("programme", "cost", "", 13_500_000.0, 11_300_000.0, 16_100_000.0, "SEK", False),
        ("programme", "cost_per_unit", "withdrawn_grants", 210_000.0, 110_000.0, 950_000.0,
         "SEK", False),
        ("programme", "cost_per_unit", "staff_hours", NONE, NONE, NONE, "SEK", False),
        ("programme", "cost_per_unit", "wellby", 1_610_000.0, 700_000.0, NONE, "SEK", True),
        ("programme", "benefit", "", 3_800_000.0, 900_000.0, 7_900_000.0, "SEK", True),
        ("programme", "net_benefit", "", -9_700_000.0, -14_100_000.0, -4_900_000.0, "SEK", True),
        ("programme", "probability_positive", "", 0.004, NONE, NONE, "ratio", True),
        ("programme", "benefit_cost_ratio", "", 0.281, 0.06, 0.61, "ratio", True),
        ("programme", "switching_price", "withdrawn_grants", 195_000.0, NONE, NONE, "SEK", False),
        ("letters", "cost", "", 95_000.0, 72_000.0, 130_000.0, "SEK", False),
    ]  # fmt: skip
    return _table(ECONOMICS_COLUMNS, rows)


def acceptability() -> pd.DataFrame:
    """Return a rising curve that passes one half at 1.5 million."""
    prices = np.linspace(0, 4_000_000, 21)
    shares = 1 / (1 + np.exp(-(prices - 1_500_000) / 400_000))
    rows = [("programme", "wellby", p, s) for p, s in zip(prices, shares, strict=True)]
    return _table(ACCEPTABILITY_COLUMNS, rows)


def used() -> pd.DataFrame:
    """Return every kind of number that can go in."""
    rows = [
        ("parameter:sample_attendance", 0.88, 0.79, 0.98, "lognormal", "ratio", "parameter", False),
        ("parameter:sample_activity", 0.82, 0.77, 0.87, "lognormal", "ratio", "parameter", False),
        (FIGURE, NONE, 9.0, 12.0, "by_place", "percent", "withdrawn_grants", False),
        ("reach:withdrawn_grants", 0.7, 0.5, 0.9, "triangular", "ratio", "withdrawn_grants", False),
        ("transfer:withdrawn_grants", 0.7, 0.4, 1.0, "triangular", "ratio", "withdrawn_grants",
         False),
        ("population:withdrawn_grants", 2600.0, 2500.0, 2700.0, "triangular", "count",
         "withdrawn_grants", False),
        ("population:depression", 2480.0, NONE, NONE, "fixed", "count", "depression", False),
        ("baseline:depression", 4.0, 3.0, 5.0, "triangular", "percent", "depression", True),
        ("amount:staff_hours", 2400.0, 1800.0, 3200.0, "triangular", "hours", "staff_hours", False),
        ("points:school_life", 0.3, 0.1, 0.5, "triangular", "points", "school_life", False),
        ("cost:teams", 3e6, 2.5e6, 3.6e6, "triangular", "SEK", "teams", False),
        ("price:0", 40_000.0, 20_000.0, 60_000.0, "triangular", "SEK", "withdrawn_grants", False),
        ("price:1", 150_000.0, 1e5, 2e5, "triangular", "SEK", "wellby", False),
    ]  # fmt: skip
    return _table(USED_COLUMNS, rows)


def predictions() -> pd.DataFrame:
    """Return one row for each reason and verdict, all of one municipality but the last."""
    cases = (
        ("", "as_expected", 8.1), ("", "better", 7.0), ("", "worse", 10.0),
        ("no_figure", "cannot_tell", NONE), ("also_without", "cannot_tell", 8.7),
        ("registered_late", "cannot_tell", 8.1), ("no_range", "cannot_tell", 8.1),
    )  # fmt: skip
    rows = [_prediction(*case) for case in cases]
    rows[0] |= {"changed": "2026-02-01", "changed_value": 8.4, "changed_lower": 7.9,
                "changed_upper": 9.0}  # fmt: skip
    rows[-1] |= {"lower": NONE, "upper": NONE}
    rows.append(_prediction("", "as_expected", 8.1) | {"place": "SE-0680"})
    return pd.DataFrame(rows)


def _prediction(reason: str, verdict: str, observed: float) -> dict:
    return {
        "monitoring": "withdrawn_grants", "place": "SE-0604", "indicator": "kolada:N17625",
        "group": "total", "baseline_year": 2023, "baseline": 9.0, "year": 2026,
        "direction": "lower", "value": 8.2, "lower": 7.6, "upper": 8.9, "without": 9.0,
        "without_lower": 8.5, "without_upper": 9.6, "scenario": False, "study": "sample",
        "title": {"sv": "Gemensam satsning på närvaro", "en": "Joint effort for attendance"},
        "registered": "2025-03-05", "changed": "", "changed_value": NONE, "changed_lower": NONE,
        "changed_upper": NONE, "observed": observed,
        "known": "" if np.isnan(observed) else "2027-06-01",
        "verdict": verdict, "reason": reason, "example": False,
    }  # fmt: skip


def catalogue(identifier: str) -> SimpleNamespace:
    """Return the sample's catalogue, with the one indicator of the sample assessment added."""
    row = ("kolada:N17625", "attendance", "percent", 1, "lower", "Indraget studiestöd",
           "Study grants withdrawn", 9.0, 10.0, 10.5, 1.2)  # fmt: skip
    return sample._entry(row) if identifier == row[0] else sample.catalogue_entry(identifier)


def made(name: str, **tables: pd.DataFrame) -> list[Block]:
    """Return the blocks of one maker."""
    return getattr(report, f"assessment_{name}")(assessment(), appraisal(**tables))


def text(block: Block, code: str = "en") -> str:
    """Return a block as a reader reads it, without markup."""
    written = html.HtmlWriter(language(code)).write(nodes(block, language(code)))
    inline = re.sub(r"</?(data|strong)\b[^>]*>", "", written)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<title.*?</title>|<[^>]+>", " ", inline)))


def only(blocks: list[Block], kind: type) -> list:
    """Return the blocks of one kind."""
    return [block for block in blocks if isinstance(block, kind)]
