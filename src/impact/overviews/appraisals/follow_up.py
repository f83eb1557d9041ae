"""Follow-up: what assessments predicted, beside what was observed since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from impact import store
from impact.assessment.follow_up import judge_predictions
from impact.overviews.appraisals.model import PREDICTION_COLUMNS
from impact.overviews.model import Overview
from impact.overviews.rounding import to_shown
from impact.store import Entry

KEY = ["monitoring", "place", "indicator", "group", "year"]
OWN_COLUMNS = [
    "study", "title", "example", "measure", "registered", "changed", "changed_value",
    "changed_lower", "changed_upper", "observed", "known",
]  # fmt: skip
CHANGED = ["changed", "changed_value", "changed_lower", "changed_upper"]
RANGE = ["value", "lower", "upper"]


def follow_up(plan: Any, figures: Overview) -> pd.DataFrame:
    """Return the registered predictions of a plan's assessments with what came of them.

    Parameters
    ----------
    plan
        Its `assessments` are looked up in the register.
    figures
        The country's overview; figures after its year are not looked at.

    Returns
    -------
    pandas.DataFrame
        One row a prediction and place: `appraisal_model.PREDICTION_COLUMNS`, `study, title` (by
        language), `example` (nobody has decided it), `measure` (by language), `registered` (the
        day), `changed, changed_value, changed_lower, changed_upper` (a later entry that says
        something else), `observed, known` (the figure and the day it was first read),
        `verdict, reason`.

    Notes
    -----
    Judged is what was registered first for the alternative the newest entry is about: no later
    entry can change the verdict, it is only shown, and only where it differs in what is printed.
    Entries about another alternative are left out.
    """
    tables = [_of_study(store.registered("prediction", name), figures) for name in plan.assessments]
    tables = [table for table in tables if len(table)]
    if not tables:
        return pd.DataFrame(columns=[*PREDICTION_COLUMNS, *OWN_COLUMNS, "verdict", "reason"])
    return judge_predictions(pd.concat(tables, ignore_index=True))


def _of_study(entries: Sequence[Entry], figures: Overview) -> pd.DataFrame:
    if not entries:
        return pd.DataFrame()
    about = entries[-1].content["alternative"]
    same = [entry for entry in entries if entry.content["alternative"] == about]
    every = pd.concat([_of_entry(entry, order) for order, entry in enumerate(same)])
    seen = _observed(every, figures)
    every = every.merge(seen, on=["place", "indicator", "group", "year"], how="left")
    every["known"] = every["known"].fillna("")
    rows = [_judged_row(rows) for _, rows in every.groupby(KEY, sort=False)]
    return pd.DataFrame(rows).reset_index(drop=True)


def _of_entry(entry: Entry, order: int) -> pd.DataFrame:
    table = entry.tables("predictions")
    return table.assign(
        study=entry.study,
        title=[entry.content["title"]] * len(table),
        example=bool(entry.content["example"]),
        measure=table["monitoring"].map(entry.content["measures"]),
        registered=entry.date,
        order=order,
    )


def _judged_row(rows: pd.DataFrame) -> pd.Series:
    """Return what was registered first, and beside it the newest entry that says otherwise."""
    rows = rows.sort_values("order")
    first = rows.iloc[0]
    said = to_shown(rows, RANGE, more=0)[RANGE].fillna(np.inf)
    others = rows[(said != said.iloc[0]).any(axis=1)]
    later = ["", None, None, None]
    if len(others):
        later = [others.iloc[-1]["registered"], *others.iloc[-1][RANGE]]
    return pd.concat([first.drop("order"), pd.Series(later, index=CHANGED)])


def _observed(predicted: pd.DataFrame, figures: Overview) -> pd.DataFrame:
    """Return the figures of the review years that are known by now, and since when."""
    key = ["place", "indicator", "group", "year"]
    wanted = predicted[key].drop_duplicates()
    held = figures.values[[*key, "value"]].dropna(subset="value")
    found = wanted.merge(held, on=key).rename(columns={"value": "observed"})
    if found.empty:
        return found.assign(known=pd.Series(dtype="str"))
    return found.merge(_first_read(found[key]), on=key, how="left")


def _first_read(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the day each figure was first read: the oldest snapshot that holds it."""
    key = list(cells.columns)
    readings = []
    for snapshot in store.snapshots():
        if set(snapshot.indicators) & set(cells["indicator"]):
            table = store.load(
                sorted(set(snapshot.indicators) & set(cells["indicator"])),
                places=sorted(set(cells["place"])),
                years=sorted(set(cells["year"])),
                groups=None,
                snapshots=[snapshot],
            ).dropna(subset="value")
            readings.append(table[key].assign(known=snapshot.vintage))
    every = pd.concat(readings, ignore_index=True).sort_values("known")
    return every.drop_duplicates(key)
