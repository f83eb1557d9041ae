"""What a panel is, what is missing in it, and what it cannot answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from impact.evaluation.panel import Panel

FAULTS = (
    "start_outside", "no_pre_period", "no_post_period", "outcome_missing", "no_untreated",
    "too_few_units", "collinear_calendar", "break_inside",
)  # fmt: skip
"""Why no effect can be estimated."""
NOTES = ("one_unit_cohort", "units_dropped", "years_dropped", "sizes_unknown")
"""What a reader should know, though an effect can be estimated."""
DROPPED = ("start_outside", "no_pre_period", "no_post_period", "outcome_missing", "size_missing")
"""Why a unit is left out."""
IMPOSSIBLE = (
    "fault", "no_untreated", "one_cohort", "few_pre_years", "few_post_years", "few_comparison",
)  # fmt: skip
"""Why an estimator cannot be used."""
FEWEST_COMPARISON = 4
"""Untreated units below which nothing can be said of chance."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What an estimator needs: years before and after each start, untreated units, cohorts."""

    pre_years: int = 1
    post_years: int = 1
    untreated: int = 1
    cohorts: int = 1


NEEDS = {
    "demeaned": Needs(),
    "detrended": Needs(pre_years=3),
    "long_difference": Needs(),
    "group_time": Needs(),
    "not_yet_treated": Needs(untreated=0, cohorts=2),
    "two_way": Needs(untreated=0),
    "sun_abraham": Needs(),
    "imputation": Needs(untreated=0),
    "synthetic_control": Needs(pre_years=3, untreated=2),
    "synthetic_demeaned": Needs(pre_years=3, untreated=2),
    "augmented": Needs(pre_years=3, untreated=2),
    "synthetic_differences": Needs(pre_years=3, untreated=2),
    "weighted": Needs(pre_years=2, untreated=2),
    "unstratified": Needs(),
}
"""By specification. Without untreated units several cohorts are always needed."""


@dataclass(frozen=True, slots=True, eq=False)
class PanelReport:
    """What a panel can and cannot answer.

    Parameters
    ----------
    units, treated, never_treated
        Numbers of units that can be used.
    years
        The years that can be used.
    balanced
        No figure was missing before units and years were left out.
    cohorts
        `cohort, units, pre_years, post_years` of the usable part.
    missing
        `unit, missing, years`: how many figures a unit lacks, and which years, with commas.
    dropped
        `unit, reason` (one of `DROPPED`).
    possible
        Estimators that can be used.
    impossible
        `specification, reason` (of `IMPOSSIBLE`): those that cannot.
    faults
        Of `FAULTS`; when there is one, no effect can be estimated.
    notes
        Of `NOTES`.
    """

    units: int
    treated: int
    never_treated: int
    years: tuple[int, ...]
    balanced: bool
    cohorts: pd.DataFrame
    missing: pd.DataFrame
    dropped: pd.DataFrame
    possible: tuple[str, ...]
    impossible: pd.DataFrame
    faults: tuple[str, ...]
    notes: tuple[str, ...]


def usable(panel: Panel, *, pre_years: int = 1) -> tuple[Panel, pd.DataFrame]:
    """Return the part of a panel that can be used, and what was left out and why.

    Parameters
    ----------
    panel
        Any panel, with gaps.
    pre_years
        Years a treated unit needs before its start and anticipation; a line through them needs 3.

    Returns
    -------
    tuple
        A panel without gaps, and `unit, reason` (of `DROPPED`) in the order of its units. Left out
        are years in which fewer than half of the units have a figure; treated units that start
        outside the years of the panel, or have too few years before (and its anticipation) or none
        after their start; units that lack a figure of any year left; and untreated units without
        a size where others have one. When a treated unit has no size, the sizes go instead.
    """
    reasons = np.full(len(panel.units), "", dtype=object)
    figures = np.isfinite(panel.values)
    reasons[~figures.any(axis=1)] = "outcome_missing"
    with_figures = figures[figures.any(axis=1)]
    years = 2 * with_figures.sum(axis=0) >= max(len(with_figures), 1)
    lived = np.asarray(panel.years)[years]
    for row in np.flatnonzero(panel.treated & (reasons == "")):
        reasons[row] = _start_reason(panel, lived, panel.starts[row], pre_years)
    reasons[(reasons == "") & ~figures[:, years].all(axis=1)] = "outcome_missing"
    sizes = panel.sizes
    if sizes is not None:
        unknown = ~np.isfinite(sizes)
        if unknown.all() or unknown[panel.treated & (reasons == "")].any():
            sizes = None
        else:
            reasons[(reasons == "") & unknown] = "size_missing"
    kept = replace(panel, sizes=sizes).select(reasons == "", years)
    names = [name for name, reason in zip(panel.units, reasons, strict=True) if reason]
    return kept, pd.DataFrame({"unit": names, "reason": [reason for reason in reasons if reason]})


def _start_reason(panel: Panel, years: np.ndarray, start: float, pre_years: int) -> str:
    if not panel.years or not panel.years[0] <= start <= panel.years[-1]:
        return "start_outside"
    if (years < start - panel.anticipation).sum() < pre_years:
        return "no_pre_period"
    return "" if (years >= start).any() else "no_post_period"


def faults(panel: Panel, *, breaks: Sequence[int] = (), pre_years: int = 1) -> tuple[str, ...]:
    """Return why no effect can be estimated, of `FAULTS` and in their order; empty when it can.

    Parameters
    ----------
    panel
        Any panel, with gaps.
    breaks
        First years of a new way to count, that nobody accepted.
    pre_years
        Years a treated unit needs before its start, as in `usable`.

    Returns
    -------
    tuple
        start_outside, no_pre_period, no_post_period, outcome_missing: so it is for every treated
        unit (outcome_missing also when there is no treated unit). no_untreated: nobody to compare
        with. too_few_units: fewer than `FEWEST_COMPARISON`. collinear_calendar: nobody to compare
        with and all started at once, so that treatment is a calendar year. break_inside: figures
        on both sides of a break.
    """
    kept, dropped = usable(panel, pre_years=pre_years)
    return _faults(panel, kept, dropped, breaks)


def _faults(
    panel: Panel, kept: Panel, dropped: pd.DataFrame, breaks: Sequence[int]
) -> tuple[str, ...]:
    found = []
    if not kept.treated.any():
        names = [
            unit for unit, is_treated in zip(panel.units, panel.treated, strict=True) if is_treated
        ]
        found += list(dropped["reason"][dropped["unit"].isin(names)]) or ["outcome_missing"]
    untreated = int((~kept.treated).sum())
    if untreated == 0:
        found.append("no_untreated")
        if len(kept.cohorts) == 1:
            found.append("collinear_calendar")
    elif untreated < FEWEST_COMPARISON:
        found.append("too_few_units")
    if kept.years and any(kept.years[0] < year <= kept.years[-1] for year in breaks):
        found.append("break_inside")
    return tuple(name for name in FAULTS if name in found)


def check_panel(panel: Panel, *, breaks: Sequence[int] = (), pre_years: int = 1) -> PanelReport:
    """Return what a panel can and cannot answer.

    Parameters
    ----------
    panel
        Any panel, with gaps.
    breaks
        First years of a new way to count, that nobody accepted.
    pre_years
        Years a treated unit needs before its start, as in `usable`.

    Returns
    -------
    PanelReport
        Of the part that can be used (`usable`).
    """
    kept, dropped = usable(panel, pre_years=pre_years)
    found = _faults(panel, kept, dropped, breaks)
    cohorts = pd.DataFrame(
        {
            "cohort": kept.cohorts,
            "units": [int((kept.starts == start).sum()) for start in kept.cohorts],
            "pre_years": [int(kept.before(start).sum()) for start in kept.cohorts],
            "post_years": [int(kept.after(start).sum()) for start in kept.cohorts],
        }
    )
    missing = _missing(panel)
    untreated = int((~kept.treated).sum())
    why = {name: _why_not(needs, cohorts, untreated, found) for name, needs in NEEDS.items()}
    noted = (
        bool((cohorts["units"] == 1).any()),
        len(dropped) > 0,
        len(kept.years) < len(panel.years),
        panel.sizes is not None and kept.sizes is None,
    )
    return PanelReport(
        units=len(kept.units),
        treated=int(kept.treated.sum()),
        never_treated=untreated,
        years=kept.years,
        balanced=missing.empty,
        cohorts=cohorts,
        missing=missing,
        dropped=dropped,
        possible=tuple(name for name, reason in why.items() if not reason),
        impossible=pd.DataFrame(
            [(name, reason) for name, reason in why.items() if reason],
            columns=["specification", "reason"],
        ),
        faults=found,
        notes=tuple(name for name, there in zip(NOTES, noted, strict=True) if there),
    )


def _missing(panel: Panel) -> pd.DataFrame:
    rows = []
    for name, figures in zip(panel.units, np.isfinite(panel.values), strict=True):
        years = [str(year) for year, there in zip(panel.years, figures, strict=True) if not there]
        if years:
            rows.append((name, len(years), ", ".join(years)))
    return pd.DataFrame(rows, columns=["unit", "missing", "years"])


def _why_not(needs: Needs, cohorts: pd.DataFrame, untreated: int, found: tuple[str, ...]) -> str:
    if any(name not in ("no_untreated", "too_few_units", "collinear_calendar") for name in found):
        return "fault"
    if untreated == 0 and needs.untreated > 0:
        return "no_untreated"
    if len(cohorts) < max(needs.cohorts, 1 if untreated else 2):
        return "one_cohort"
    if cohorts["pre_years"].min() < needs.pre_years:
        return "few_pre_years"
    if cohorts["post_years"].min() < needs.post_years:
        return "few_post_years"
    return "few_comparison" if untreated < needs.untreated else ""
