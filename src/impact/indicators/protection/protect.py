"""The door every count and value passes before a statistic is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import WITHHELD, require, row_faults
from impact.indicators.protection.apply import with_derivable_hidden, with_small_hidden
from impact.indicators.protection.layout import SUPPRESSION, Layout
from impact.indicators.protection.parts import parts
from impact.indicators.protection.rules import REASONS, SOURCE, Rule

HIDDEN = ("value", "numerator", "lower", "upper")
STATUSES = ("ok", "provisional", "missing", "suppressed", "not_applicable", "simulated")
DEFAULT_LAYOUT = Layout()


@dataclass(frozen=True, slots=True)
class Protected:
    """Values that have passed `protect`.

    Parameters
    ----------
    values
        Values table; the statuses it came with, and `suppressed` where a rule hides a figure.
    unjudged
        Rows under a rule that could not be judged: a value without numerator and denominator.
    """

    values: pd.DataFrame
    unjudged: int = 0

    @property
    def reasons(self) -> dict[str, int]:
        """How many rows are hidden for each reason that occurs."""
        if SUPPRESSION not in self.values.columns:
            return {}
        counts = self.values[SUPPRESSION].value_counts()
        return {reason: int(counts[reason]) for reason in REASONS if reason in counts.index}


def protect(
    values: pd.DataFrame,
    rule: Rule | Mapping[str, Rule | None] | None = None,
    *,
    layout: Layout = DEFAULT_LAYOUT,
    published: pd.DataFrame | None = None,
) -> Protected:
    """Refuse figures whose status hides them, and hide by a rule what is too small.

    Parameters
    ----------
    values
        Values table with `status`. What its producer already suppressed stays suppressed.
    rule
        For own counts: one rule, or a rule by indicator; rows of an indicator without one are a
        producer's and stay as they are. None hides nothing further.
    layout
        Names of columns, what adds up to what, how value and counts hang together.
    published
        Rows of the same indicators that are out already and can no longer be hidden; a row of
        the same place, indicator, year and group in `values` takes its place.

    Returns
    -------
    Protected
        Holding a copy of the table in its order. With a rule, the column `suppression` says why a
        row is hidden: source (came suppressed), primary (numerator), complement (denominator -
        numerator), denominator (too few persons altogether), series (most of its years are too
        small), secondary (would give others away), or is empty. A hidden row has no value,
        numerator, lower or upper; it keeps its denominator unless that is hidden itself.

    Raises
    ------
    InvalidInput
        With all rows whose status is suppressed, missing or not_applicable and which carry a
        value, numerator or limit all the same, or whose status is unknown; or a figure that must
        be hidden follows from `published`.

    Notes
    -----
    What a whole leaves over is guarded too where it is too small: total less women is men, total
    less one language is all others, a region less its other municipalities is the last one.
    Secondary figures are chosen so that `audit` finds nothing derivable: knowing the rule, the
    reasons, everything shown and that women + men = total, places = region, ages = their band
    and single years = window, no hidden number is known to within the rule's tolerance. A
    percentage beside its denominator counts as showing the numerator. Every statistic, chart and
    file is made of the result, so none can hold more than it does.

    References
    ----------
    Hundepool A and others. Statistical Disclosure Control. Wiley, 2012, chapter 4.
    """
    require(values, ["status"], "protect")
    _refuse_open_figures(values)
    if rule is None:
        return Protected(values.copy())
    out = values.copy()
    reason = np.where(out["status"] == "suppressed", SOURCE, "").astype(object)
    blank = np.zeros(len(out), dtype=bool)
    unjudged = 0
    for part in parts(values, rule, layout, published):
        done = with_derivable_hidden(with_small_hidden(part, layout), layout)
        given = done.new & (done.table["_row"] < len(values)).to_numpy()
        rows = done.table["_row"].to_numpy()[given]
        reason[rows] = done.reason[given]
        blank[rows] = (done.blank & (done.reason != ""))[given]
        shown = (done.reason == "") & ~done.table["status"].isin(WITHHELD).to_numpy()
        unjudged += int((done.unknown & done.new & shown).sum())
    hidden = reason != ""
    for column in (layout.value, layout.numerator, *HIDDEN):
        if column in out.columns:
            out[column] = out[column].astype(float).mask(hidden)
    if layout.denominator in out.columns:
        out[layout.denominator] = out[layout.denominator].astype(float).mask(blank)
    out["status"] = out["status"].mask(hidden, "suppressed")
    out[SUPPRESSION] = pd.array(reason, dtype="str")
    return Protected(out, unjudged)


def _refuse_open_figures(values: pd.DataFrame) -> None:
    unknown = ~values["status"].isin(STATUSES)
    faults = row_faults(values, unknown, "status", f"is not one of {', '.join(STATUSES)}.")
    withheld = values["status"].isin(WITHHELD).to_numpy()
    for column in HIDDEN:
        if column in values.columns:
            wrong = withheld & values[column].notna().to_numpy()
            faults += [
                Fault(
                    f"row {values.index[at]}, {column}",
                    f"carries a figure although its status is {values['status'].iloc[at]}.",
                    "Remove the figure.",
                )
                for at in np.flatnonzero(wrong)
            ]
    if faults:
        raise InvalidInput("figures that must not be shown", faults)
