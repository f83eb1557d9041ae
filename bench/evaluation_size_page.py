"""The words and tables of docs/evaluation_size.md, from what evaluation_size.py measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

TESTS = ["one", "placebo", "exact t", "both", "plain t", "clustered"]
INTRODUCTION = """# How often an effect is found where there is none
Written by `python bench/evaluation_size.py` (seed {seed}) from the embedded figures.
`tests/evaluation/test_evaluation_size.py` keeps the limits with fewer assignments.

Swedish municipalities in years before the programmes that are evaluated here; some are taken for
treated at a start that never was. An honest test rejects 5 % of such true nulls at the 5 % level.
The number compared is each municipality's mean after the start minus its mean before.
"""
QUARTERS = """## Treated from the smallest and the largest quarter
2,000 assignments for each outcome; with one treated every municipality in turn. Per cent rejected
at 5 %. **Placebo** is the default: all assignments of as many municipalities within the same
quarter of population are counted. Exact t: with the variance of the quarter. Both: what the best
verdict asks for. Plain t: Lee and Wooldridge's over all municipalities. Clustered t: two-way fixed
effects, errors clustered by municipality. Interval holds: an effect of one standard deviation was
added and the whole test run on {repeated} of the assignments of each outcome (150 for each row, so
give or take 3.6); by its making an interval misses an added effect exactly where a true null is
rejected.
"""
AFTER_QUARTERS = """When the treated are any municipalities of a quarter, counting within it is
right by its making, whatever the outcome looks like. What it cannot promise is in the next two
parts. The plain tests are wrong in both directions: small municipalities vary more, and large ones
often have another trend.

Default by outcome, smallest quarter (columns: number of treated):
"""
EXTREMES = """## Treated from the very smallest and largest
Harder: treated from the smallest or largest twentieth (14 municipalities), compared with their
quarter. Nothing promises 5 % here, and the default does not keep it: the very smallest vary more
than the rest of their quarter, and where the trend goes with size even within a quarter, as that
of population does, effects are found that are none, the more surely the more are treated. 13 of
the 14 are nearly the same every time, so that row holds one chance, not 2,000.
"""
FINER = """Finer strata help, and cost: with fewer units the smallest p-value grows (one treated: 1
in the units of the stratum). Per cent rejected by the placebo test, mean of all outcomes,
treated from the smallest twentieth:
"""
COUNTIES = """## Whole counties
Every county taken for treated once. Its municipalities move together, so counting them as separate
assignments finds too much, whatever the test. Counted as one unit among the counties (mean of its
municipalities), the smallest p-value is one in their number: the county farthest from the others
is found, and by the making of the test no second one.
"""
POWER = """## What could have been found
Smallest effect found four times in five at 5 %, in the unit of the outcome, treated from the
smallest quarter:
"""


def page(
    outcomes: Sequence[Any],
    found: pd.DataFrame,
    finer: pd.DataFrame,
    counties: pd.DataFrame,
    *,
    seed: int,
    repeated: int,
) -> str:
    """Return the page."""
    windows = [
        [each.name, f"`{each.indicator}`", str(len(each.places)), *map(str, each.years)]
        for each in outcomes
    ]
    head = ["outcome", "id", "municipalities", "first year", "start", "last year"]
    small, large = "smallest quarter", "largest quarter"
    parts = [
        INTRODUCTION.format(seed=seed),
        _table(head, windows) + "\n",
        QUARTERS.format(repeated=repeated),
        _summary(found, [small, large]) + "\n",
        AFTER_QUARTERS,
        _by_outcome(found, "placebo", small, 100, ".1f") + "\n",
        "Largest quarter:\n",
        _by_outcome(found, "placebo", large, 100, ".1f") + "\n",
        EXTREMES,
        _summary(found, ["smallest 5 %", "largest 5 %"]) + "\n",
        "Default by outcome, smallest twentieth:\n",
        _by_outcome(found, "placebo", "smallest 5 %", 100, ".1f") + "\n",
        FINER,
        _finer(finer) + "\n",
        COUNTIES,
        _counties(counties) + "\n",
        POWER,
        _by_outcome(found, "detectable", small, 1, ".3g") + "\n",
        "From the largest quarter:\n",
        _by_outcome(found, "detectable", large, 1, ".3g") + "\n",
    ]
    return "\n".join(parts)


def _percent(share: float) -> str:
    return f"{share * 100:.1f}"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def _summary(found: pd.DataFrame, names: list[str]) -> str:
    """Return the table of all outcomes together, by pool and number of treated."""
    rows = []
    chosen = found[found["pool"].isin(names)]
    for (pool, treated), part in chosen.groupby(["pool", "treated"], sort=False):
        placebo = part["placebo"]
        row = [pool, str(treated), f"{part['tests'].sum():,}", _percent(placebo.mean())]
        row.append(f"{_percent(placebo.min())} - {_percent(placebo.max())}")
        row += [_percent(part[each].mean()) for each in ("exact t", "both", "plain t", "clustered")]
        if part["repeated"].sum():
            row.append(_percent(np.average(part["covered"], weights=part["repeated"])))
        rows.append(row)
    head = ["treated from", "treated", "tests", "**placebo**", "its lowest - highest outcome"]
    head += ["exact t", "both", "plain t", "clustered t"]
    return _table(head + (["interval holds"] if len(rows[0]) > len(head) else []), rows)


def _by_outcome(found: pd.DataFrame, column: str, pool: str, scale: float, form: str) -> str:
    """Return the table of one figure, outcomes down and numbers of treated across."""
    part = found[found["pool"] == pool]
    wide = part.pivot(index="outcome", columns="treated", values=column)
    wide = wide.loc[part["outcome"].drop_duplicates()]
    rows = [
        [str(name), *[format(value * scale, form) for value in row]]
        for name, row in zip(wide.index, wide.to_numpy(), strict=True)
    ]
    return _table(["outcome", *[str(number) for number in wide.columns]], rows)


def _finer(found: pd.DataFrame) -> str:
    units = found.groupby("strata")["units"].max()
    wide = found.pivot_table(index="strata", columns="treated", values="placebo")
    rows = [
        [str(strata), str(units[strata]), *[_percent(value) for value in row]]
        for strata, row in zip(wide.index, wide.to_numpy(), strict=True)
    ]
    return _table(["strata", "units in each", *[f"{each} treated" for each in wide.columns]], rows)


def _counties(found: pd.DataFrame) -> str:
    rows = [
        [row["outcome"], *[f"{row[each]} of {row['counties']}" for each in TESTS]]
        for row in found.to_dict("records")
    ]
    total = found["counties"].sum()
    rows.append(["together", *[f"{found[each].sum()} of {total}" for each in TESTS]])
    head = ["outcome", "**county as one unit**", "placebo", "exact t", "both", "plain t"]
    return _table([*head, "clustered t"], rows)
