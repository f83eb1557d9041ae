"""What next years' figures are expected to be: the predictions that follow-up will check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from impact import catalogue
from impact.assessment.uncertainty.draws import stratified
from impact.assessment.uncertainty.summary import summarise
from impact.assessment.uncertainty.uncertain import Uncertain
from impact.overviews.appraisals.courses import Course
from impact.overviews.appraisals.inputs import Input, starting_figures
from impact.overviews.appraisals.model import PREDICTION_COLUMNS
from impact.overviews.appraisals.tables import is_scenario
from impact.overviews.model import Overview
from impact.overviews.rounding import to_steps

FEWEST_MOVES = 20
"""So many earlier changes of municipalities' figures say how far a figure moves by itself."""
ALIKE = 60
"""So many municipalities, nearest in population, tell how far a place's figure moves."""


def predictions(
    assessment: Any,
    found: Iterable[Course],
    inputs: Mapping[str, Input],
    figures: Overview | None,
    *,
    draws: int,
    seed: int,
) -> pd.DataFrame:
    """Return what the followed figures are expected to be in their review years.

    Parameters
    ----------
    assessment, found, inputs, figures
        The assessment, the courses of its quantities, what they rest on, and the country's figures.
    draws, seed
        As for the courses.

    Returns
    -------
    pandas.DataFrame
        Columns `appraisal_model.PREDICTION_COLUMNS`, one row an entry of `monitoring` and place.
        Without a quantity, or a chosen alternative that has it, there is no prediction and no row.

    Notes
    -----
    With h years from baseline to review, a place's figure is expected at baseline + change, where
    the change is that of the alternative. A figure moves by itself too: the spread of that is the
    root mean square of the earlier changes over h years of the 60 municipalities nearest to it in
    population, less what their own uncertainty explains, plus this place's own uncertainty twice
    (as it was, as it will be; where it is not known, as much as theirs). With fewer than 20 such
    changes in the country the range is unknown. A figure of several years (such as a three-year
    mean) is expected as the mean of its years.

    The spread is that of municipalities of like size because small ones move more than their own
    uncertainty says. Tried on 12 Swedish indicators, from 2012 to 2022 and 1 to 5 years ahead, with
    what was known then: the range without a measure held the later figure in 96 % of 48,000 cases;
    below 8,000 inhabitants in 95 % (90 to 98 % by indicator). With one spread for all it was 93 %
    there (86 to 98 %).
    """
    rows = []
    for name, entry in assessment.monitoring.items():
        course = _course_of(assessment, entry, found)
        if course is None or course.change is None or figures is None:
            continue
        quantity = assessment.quantities[course.quantity]
        years = entry.review_year - quantity.baseline_year
        start = starting_figures(figures, quantity, course.places)
        spread = _by_itself(figures, quantity, years, course.places)
        own = _noise(spread, draws=draws, seed=seed + 1)
        table = _rows(name, entry, course, own, start)
        rows.append(table.assign(scenario=is_scenario(assessment, course, inputs)))
    if not rows:
        return pd.DataFrame(columns=list(PREDICTION_COLUMNS))
    return pd.concat(rows, ignore_index=True)[list(PREDICTION_COLUMNS)]


def until_reviews(assessment: Any) -> Any:
    """Return an assessment whose chosen alternative is looked at until its last review year."""
    chosen = assessment.chosen
    if chosen is None or not assessment.monitoring:
        return assessment
    one = assessment.alternatives[chosen]
    last = max(entry.review_year for entry in assessment.monitoring.values())
    needed = last - (one.start_year or assessment.year + 1) + 1
    if needed <= one.horizon_years:
        return assessment
    longer = one.model_copy(update={"horizon_years": needed})
    return assessment.model_copy(
        update={"alternatives": {**assessment.alternatives, chosen: longer}}
    )


def _course_of(assessment: Any, entry: Any, found: Iterable[Course]) -> Course | None:
    wanted = (entry.quantity, assessment.chosen)
    return next((one for one in found if (one.quantity, one.alternative) == wanted), None)


def _rows(
    name: str, entry: Any, course: Course, own: np.ndarray, start: pd.DataFrame
) -> pd.DataFrame:
    baseline = start["value"].to_numpy()
    change = _at_review(course, entry)
    possible = catalogue.indicator(entry.indicator)
    ends = (possible.lower_limit, possible.upper_limit)
    expected = summarise(np.clip(baseline + change, *ends))
    with_it = summarise(np.clip(baseline + change + own, *ends))
    without = summarise(np.clip(baseline + own, *ends))
    return pd.DataFrame(
        {
            "monitoring": name,
            "place": course.places,
            "indicator": entry.indicator,
            "group": entry.figure_group,
            "baseline_year": start["year"].to_numpy(),
            "baseline": baseline,
            "year": entry.review_year,
            "direction": entry.direction,
            "value": expected.value,
            "lower": with_it.lower,
            "upper": with_it.upper,
            "without": baseline,
            "without_lower": without.lower,
            "without_upper": without.upper,
        }
    )


def _at_review(course: Course, entry: Any) -> np.ndarray:
    """Change in the figure of the review year, shaped (draws, places): the mean of its years."""
    window = catalogue.indicator(entry.indicator).window_years or 1
    total = np.zeros(course.change.shape[:2])
    for year in range(entry.review_year - window + 1, entry.review_year + 1):
        if year in course.years:
            total = total + course.change[:, :, course.years.index(year)]
    return total / window


def _by_itself(
    figures: Overview, quantity: Any, years: int, places: Sequence[str]
) -> np.ndarray | None:
    """Standard deviation of how far each place's figure moves by itself; None where unknown."""
    values = figures.values
    mine = (values["indicator"] == quantity.indicator) & (values["group"] == quantity.figure_group)
    held = values.loc[mine & values["value"].notna(), ["place", "year", "value", "standard_error"]]
    later = held.assign(year=held["year"] - years)
    both = held.merge(later, on=["place", "year"], suffixes=("", "_later"))
    both = both[~_across_a_break(both, figures, quantity.indicator, years)]
    if len(both) < FEWEST_MOVES:
        return None
    noise = both[["standard_error", "standard_error_later"]].fillna(0.0).pow(2).sum(axis=1)
    moved = both.assign(moved=(both["value_later"] - both["value"]) ** 2, noise=noise, count=1.0)
    moved, noise = _of_alike(moved, figures, places)
    own = 2 * starting_figures(figures, quantity, places)["standard_error"].to_numpy() ** 2
    return np.sqrt(np.maximum(moved - noise, 0.0) + np.where(np.isnan(own), noise, own))


def _of_alike(
    moves: pd.DataFrame, figures: Overview, places: Sequence[str]
) -> tuple[np.ndarray, np.ndarray]:
    """Mean square of the changes of municipalities as large as each place, and of their noise.

    Both in steps, as all that municipalities share (`impact.overviews.rounding`).
    """
    sums = moves.groupby("place")[["moved", "noise", "count"]].sum()
    size = np.log(figures.population.reindex([*sums.index, *places]).to_numpy(dtype=float))
    size = np.where(np.isnan(size), np.nanmedian(size) if np.isfinite(size).any() else 0.0, size)
    apart = np.abs(size[len(sums) :, None] - size[: len(sums)])
    nearest = np.argsort(apart, axis=1, kind="stable")[:, :ALIKE]
    moved, noise, count = (sums[name].to_numpy()[nearest].sum(axis=1) for name in sums)
    return to_steps(moved / count), to_steps(noise / count)


def _across_a_break(both: pd.DataFrame, figures: Overview, indicator: str, years: int) -> pd.Series:
    across = pd.Series(False, index=both.index)
    breaks = figures.breaks[figures.breaks["indicator"] == indicator]
    for row in breaks.itertuples():
        there = (both["place"] == row.place) if row.place else True
        across |= there & (both["year"] < row.year) & (both["year"] + years >= row.year)
    return across


def _noise(spread: np.ndarray | None, *, draws: int, seed: int) -> np.ndarray:
    """Draw how far figures move by themselves; in random order, so that no effect goes with it."""
    if spread is None:
        return np.full((draws, 1), np.nan)
    width = 1.96 * spread
    moves = Uncertain(np.zeros(len(spread)), -width, width, "normal")
    return moves.quantile(stratified(len(spread), draws, np.random.default_rng(seed)))
