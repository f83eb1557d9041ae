"""Attributable and avoided cases of each place, group and level of exposure, with totals."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import group_columns, numbers, refuse, require, row_faults
from impact.indicators.group_rows import group_rows, sums

TOTAL = "total"
ADDED = ("cases", "fraction", "attributable_cases", "impact_fraction", "avoided_cases")


def burden(
    frame: pd.DataFrame,
    *,
    by: str | Sequence[str],
    level: str = "level",
    share: str = "share",
    relative_risk: str = "relative_risk",
    cases: str = "cases",
    share_after: str | None = None,
) -> pd.DataFrame:
    """Return attributable cases by level, group and place, with the totals over each.

    Parameters
    ----------
    frame
        One row a level of exposure of each group: those in no level are unexposed. Not changed.
    by
        Columns that together name a group of people with their own cases: place, sex, age, ...
    level
        Column: name of the level.
    share
        Column: share of the group's people at the level, 0 to 1.
    relative_risk
        Column: risk at the level against the unexposed.
    cases
        Column: cases of the whole group a year, the same in each of its rows.
    share_after
        Column: share at the level after a change; None: no change is reckoned.

    Returns
    -------
    DataFrame
        The columns `by`, `level`, `cases`, `fraction`, `attributable_cases`, and with
        `share_after` also `impact_fraction` and `avoided_cases`. First the rows given, in their
        order; then each group over its levels; then the sums over groups, over one, two and all
        of the columns `by` (marked ``total`` there), by level and over levels. Every total is the
        sum of the rows it is made of; missing where one of them is.

    Raises
    ------
    InvalidInput
        With all kinds of fault: columns absent, shares outside 0 to 1, shares of a group above 1
        in sum, negative risks or cases, cases that differ within a group, levels twice in a
        group, names ``total``.

    Notes
    -----
    With B = 1 + sum of p (R - 1) over the levels of a group: fraction p (R - 1) / B of a level,
    impact (p - p') (R - 1) / B. Fractions of totals are their cases over the cases of the groups
    in them.
    """
    keys = group_columns(frame, by, ADDED)
    require(frame, [level, share, relative_risk, cases, share_after], "burden")
    codes, groups = group_rows(frame, keys)
    columns = [share, *([] if share_after is None else [share_after])]
    p, risk, count = (numbers(frame, name) for name in (share, relative_risk, cases))
    refuse(
        "exposure that cannot be",
        [
            *_row_faults(frame, keys, level, columns, relative_risk, cases),
            *_group_faults(frame, codes, groups, keys, columns, cases, level),
        ],
    )
    mean = (1 + sums(codes, p * (risk - 1), len(groups)))[codes]
    nobody = row_faults(frame, mean <= 0, relative_risk, "leaves nobody in the group a risk.")
    refuse("exposure that cannot be", nobody)
    out = frame[[*keys, level]].assign(
        cases=count, attributable_cases=count * p * (risk - 1) / mean
    )
    if share_after is not None:
        moved = p - numbers(frame, share_after)
        out = out.assign(avoided_cases=count * moved * (risk - 1) / mean)
    return _with_fractions(_with_totals(out, keys, level))


def _with_totals(rows: pd.DataFrame, keys: list[str], level: str) -> pd.DataFrame:
    amounts = [name for name in ("attributable_cases", "avoided_cases") if name in rows]
    marked = rows.astype(dict.fromkeys([*keys, level], object))
    groups = marked.drop_duplicates(keys)
    parts = [marked]
    for size in range(len(keys) + 1):
        for gone in combinations(keys, size):
            left = [key for key in keys if key not in gone]
            people = _summed(groups, left, ["cases"])
            for kept in ([*left, level], left):
                if size == 0 and level in kept:
                    continue
                part = _summed(marked, kept, amounts)
                part = part.merge(people, on=left, how="left") if left else _of_all(part, people)
                parts.append(part.assign(**dict.fromkeys({*keys, level} - {*kept}, TOTAL)))
    return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)[
        rows.columns
    ]


def _of_all(part: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    return part.assign(cases=people["cases"].iloc[0] if len(people) else np.nan)


def _summed(table: pd.DataFrame, keys: list[str], amounts: list[str]) -> pd.DataFrame:
    codes, groups = group_rows(table, keys)
    columns = {name: sums(codes, table[name].to_numpy(), len(groups)) for name in amounts}
    return groups.assign(**columns)


def _with_fractions(out: pd.DataFrame) -> pd.DataFrame:
    per = out["cases"].where(out["cases"] > 0)
    pairs = {"attributable_cases": "fraction", "avoided_cases": "impact_fraction"}
    columns = [name for name in out.columns if name not in pairs]
    for amount, name in pairs.items():
        if amount in out:
            out = out.assign(**{name: out[amount] / per})
            columns += [name, amount]
    return out[columns]


def _row_faults(
    frame: pd.DataFrame,
    keys: list[str],
    level: str,
    shares: list[str],
    relative_risk: str,
    cases: str,
) -> list[Fault]:
    faults = []
    for name in shares:
        given = numbers(frame, name)
        faults += row_faults(frame, (given < 0) | (given > 1), name, "is not between 0 and 1.")
    for name in (relative_risk, cases):
        faults += row_faults(frame, numbers(frame, name) < 0, name, "is negative.")
    for name in [*keys, level]:
        same = frame[name].astype(object) == TOTAL
        faults += row_faults(frame, same, name, "is the name of sums.", "Leave totals out.")
    return faults


def _group_faults(
    frame: pd.DataFrame,
    codes: np.ndarray,
    groups: pd.DataFrame,
    keys: list[str],
    shares: list[str],
    cases: str,
    level: str,
) -> list[Fault]:
    names = [", ".join(f"{key} {row[key]}" for key in keys) for row in groups.to_dict("records")]
    faults = []
    for name in shares:
        total = sums(codes, np.nan_to_num(numbers(frame, name)), len(groups))
        faults += [
            Fault(names[at], f"the column {name} sums to {total[at]:g}.", "At most 1 can be.")
            for at in np.flatnonzero(total > 1 + 1e-9)
        ]
    count = pd.Series(numbers(frame, cases)).groupby(codes)
    unlike = np.flatnonzero(count.nunique(dropna=False).to_numpy() > 1)
    faults += [Fault(names[at], "has several numbers of cases.", "Give one.") for at in unlike]
    twice = frame.assign(_group=codes).duplicated(["_group", level])
    return faults + row_faults(frame, twice, level, "is twice in its group.", "Give one row.")
