"""The page docs/pupil_backtest.md, from what bench/pupils.py measured."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

SHOWN = (1, 3, 5, 7)
BARS = {
    "Skåne's 33": (2.80, 6.15, 6.85, 7.20),
    "the other 257": (3.40, 5.90, 6.80, 7.85),
    "Skåne's total": (1.0, 2.6, 2.8, 3.0),
}
NAMES = {
    "central": "**median of all years, drawn towards 1 (used)**",
    "no_migration": "nobody moves (all ratios 1)",
    "last_three": "last three years, drawn towards 1",
    "same_as_today": "same as today",
    "last 1 year": "last year, as it is",
    "last 3 years": "last three years, as they are",
    "all years": "all years, as they are",
    "median": "median of all years, as it is",
}


def page(found: dict[str, Any]) -> str:
    """Return the page as Markdown."""
    parts = [
        _opening(found),
        _bars(found),
        _methods(found),
        _constant(found["constants"], "200", "Sweden, grade 9, origins 2013-2022"),
        _coverage(found),
        _sizes(found["sizes"], "pupils in grade 9"),
        _totals(found),
        _norway(found),
        _limits(),
    ]
    return "\n\n".join(parts) + "\n"


def _opening(found: dict[str, Any]) -> str:
    return f"""# Forecasts of pupils: how wrong they would have been
Written by `python bench/pupils.py` from the embedded figures. A forecast is made in every autumn
from 2011 from the autumns up to it; errors count from origin 2013, so that ranges have something
to learn from. Errors are in per cent of what came. Nothing after an origin is used at it.

Sweden: {_number(290)} municipalities, pupils by grade, counted where the school is. All forecasts
of all origins, and their ranges, take {found["seconds"]:.1f} seconds. The largest forecast is
{found["multiple"]:.2f} times the cohort it came from."""


def _bars(found: dict[str, Any]) -> str:
    tables = {
        "Skåne's 33": found["skane"],
        "the other 257": found["others"],
        "Skåne's total": found["total"],
    }
    rows = []
    for name, bars in BARS.items():
        table = tables[name].set_index("method")
        ours = [table.loc["central", f"mape {h}"] for h in SHOWN]
        naive = [table.loc["same_as_today", f"mape {h}"] for h in SHOWN]
        less = [100 * (1 - mine / other) for mine, other in zip(ours, naive, strict=True)]
        rows += [
            [name, *_figures(ours, 2)],
            ["- at most", *_figures(bars, 2)],
            ["- same as today", *_figures(naive, 2)],
            ["- less than same as today, %", *_figures(less, 0)],
        ]
    heads = ["mean absolute error, grade 9", *_years(SHOWN)]
    return "## Grade 9 against its bars\n" + _table(heads, rows)


def _methods(found: dict[str, Any]) -> str:
    rows = []
    for key, other in (("skane", "others"), ("plain", "plain others")):
        mine, theirs = found[key].set_index("method"), found[other].set_index("method")
        for name in mine.index:
            cells = [
                f"{mine.loc[name, f'mape {h}']:.2f} ({mine.loc[name, f'wape {h}']:.2f})"
                for h in SHOWN
            ]
            rows.append([NAMES[name], *cells, *_figures([theirs.loc[name, f"mape {h}"]
                                                         for h in SHOWN], 2)])  # fmt: skip
    heads = ["method", *(f"Skåne, {h} y" for h in SHOWN), *(f"other 257, {h} y" for h in SHOWN)]
    return f"""## Methods
Mean absolute error; for Skåne, in brackets, absolute errors summed over persons.

{_table(heads, rows)}

The usual three last years compound the arrivals of 2015-16; drawn towards 1 they hold. The median
over all years is the best guard. *n* in `(n r + k) / (n + k)` is the mean size of the grade below
over the years used."""


def _constant(table: pd.DataFrame, used: str, what: str) -> str:
    best = {half: table.loc[table[half].idxmin(), "constant"] for half in ("first", "second")}
    rows = [
        [_constant_name(row["constant"]), f"{row['first']:.3f}", f"{row['second']:.3f}"]
        for row in table.to_dict("records")
    ]
    by_constant = table.set_index("constant")
    checks = [
        [
            _constant_name(constant),
            f"{how}, checked on the {half} half",
            *_figures(by_constant.loc[constant, f"{half} by horizon"], 2),
        ]
        for constant, how, half in (
            (best["first"], "chosen on the first half", "second"),
            (best["second"], "chosen on the second half", "first"),
            (float(used), "used", "first"),
            (float(used), "used", "second"),
        )
    ]
    return f"""## The constant k, chosen on half of the regions: {what}
Mean over 1, 3, 5 and 7 years of the mean absolute errors. Halves are every second region by code.

{_table(["k", "first half", "second half"], rows)}

Errors by years ahead:

{_table(["k", "", *_years(SHOWN)], checks)}"""


def _coverage(found: dict[str, Any]) -> str:
    parts = ["## Ranges meant to hold 80 %: what they held, by origin"]
    for name, key, width in (
        ("Skåne's 33", "held skane", "width skane"),
        ("The other 257", "held others", "width others"),
    ):
        table, extended = found[key], found["extended"]
        rows = []
        for origin in table.index:
            cells = []
            for ahead in table.columns:
                value = table.loc[origin, ahead]
                star = origin != "all" and bool(extended.loc[origin, ahead])
                cells.append("" if np.isnan(value) else f"{value:.0f}{'*' if star else ''}")
            rows.append([str(origin), *cells])
        rows[-1] = ["**all**", *(f"**{value:.1f}**" for value in table.loc["all"])]
        rows.append(["median width, % of forecast", *_figures(found[width], 1)])
        parts.append(f"{name}:\n\n{_table(['origin', *_years(table.columns)], rows)}")
    parts.append(
        "\\* so far ahead fewer than two origins had met their outcome; the errors of the longest "
        "horizon that had were widened by the square root of the years. The arrivals of 2015-16 "
        "broke the ranges made in 2013-15; later ones, having learnt them, are wide. Eight and "
        "nine years ahead rest on three and two origins."
    )
    return "\n\n".join(parts)


def _sizes(table: pd.DataFrame, what: str) -> str:
    rows = []
    for row in table.to_dict("records"):
        name = (
            f"{row['low']:.0f} or more"
            if np.isinf(row["high"])
            else f"{row['low']:.0f} to under {row['high']:.0f}"
        )
        held = [row[f"held {h}"] for h in SHOWN]
        mape = [row[f"mape {h}"] for h in SHOWN]
        rows.append([name, str(row["places"]), *_figures(held, 1), *_figures(mape, 1)])
    heads = [what, "municipalities"]
    heads += [f"held, {h} y" for h in SHOWN] + [f"error, {h} y" for h in SHOWN]
    return "## By size\n" + _table(heads, rows)


def _totals(found: dict[str, Any]) -> str:
    rows = []
    for name in ("total", "counties", "nation"):
        table = found[name].set_index("method")
        label = {"total": "Skåne", "counties": "21 counties", "nation": "Sweden"}[name]
        rows.append([label, *_figures([table.loc["central", f"mape {h}"] for h in SHOWN], 2)])
    held = [
        ["Skåne", *_figures(found["totals skane"], 0)],
        ["21 counties", *_figures(found["totals counties"], 1)],
    ]
    return f"""## Totals
Mean absolute error of sums, grade 9:

{_table(["", *_years(SHOWN)], rows)}

Errors of municipalities belong together. Ranges of totals draw one error that all share and one of
each place's own; what they held, learnt from what was known at each origin:

{_table(["per cent held", *_years(range(1, 10))], held)}"""


def _norway(found: dict[str, Any]) -> str:
    table, nation = found["norway"].set_index("method"), found["norway nation"].set_index("method")
    rows = [[NAMES[name], *_figures([table.loc[name, f"mape {h}"] for h in SHOWN], 2),
             *_figures([nation.loc[name, f"mape {h}"] for h in SHOWN], 2)]
            for name in table.index]  # fmt: skip
    heads = ["method", *_years(SHOWN), *(f"nation, {h} y" for h in SHOWN)]
    held = found["norway held"]
    lines = [
        [str(origin), *("" if np.isnan(v) else f"{v:.0f}" for v in held.loc[origin])]
        for origin in held.index
    ]
    return f"""## Norway: cohort change ratios by single year of age
357 municipalities, children where they live on 1 January, 2005-2026; age 15 (grade 10), origins
2009-2025.

{_table(heads, rows)}

Per cent held by the ranges:

{_table(["origin", *_years(held.columns)], lines)}

Totals of counties, per cent held: {", ".join(f"{v:.0f}" for v in found["norway totals"])} at 1 to 9
years, less than they are meant to.

#{_sizes(found["norway sizes"], "children aged 15")}

#{_constant(found["norway constants"], "50", "Norway, age 15, origins 2009-2025")}"""


def _limits() -> str:
    return """## What this does not show
- The same years and the same shock lie behind the choice of method, constant and ranges on every
  half. The form of the ranges (from origin 2011, two origins for a horizon of its own, weights by
  fitted variance) was settled on these figures too.
- Pupils are counted where the school is. A school that opens or closes across a border moves a
  cohort that no ratio foresees; moves of home are mixed with choices of school.
- Cells that the source hid as too small count as none.
- Grades whose pupils have not begun school rest on the numbers of the last three years. Reports
  leave out years ahead in which ranges held less than 70 % (totals of regions: 60 %)."""


def _constant_name(value: float) -> str:
    return "infinite (nobody moves)" if np.isinf(value) else f"{value:.0f}"


def _years(horizons: Any) -> list[str]:
    return [f"{h} y" for h in horizons]


def _figures(values: Any, decimals: int) -> list[str]:
    return ["" if np.isnan(value) else f"{value:.{decimals}f}" for value in values]


def _number(value: int) -> str:
    return f"{value:,}"


def _table(heads: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)
