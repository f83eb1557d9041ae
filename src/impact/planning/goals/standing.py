"""Is a goal reached? The distance to its target, with the uncertainty of both ends."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import stats

from impact.errors import Fault, InvalidInput

REQUIRED = ("value", "standard_error", "degrees_of_freedom", "target", "target_standard_error")


def baseline_mean(values: pd.DataFrame, *, first: int, last: int) -> pd.DataFrame:
    """Return the mean of each municipality's values over the years of a baseline.

    Parameters
    ----------
    values
        Rows `place, indicator, year, value, standard_error`; one row per place, indicator and
        year. Any unit.
    first, last
        First and last year of the baseline, both included.

    Returns
    -------
    pandas.DataFrame
        One row per place and indicator: `place, indicator, target, target_standard_error, years`,
        in the unit of the values. The mean is missing unless every year has a value, since a mean
        over fewer years is another target than the one that was set.

    Notes
    -----
    mean = sum(value) / n; standard error = sqrt(sum(standard_error ** 2)) / n, which takes the
    years' errors as independent.
    """
    if first > last:
        where = f"baseline {first}-{last}"
        raise InvalidInput("a baseline is wrong", [Fault(where, "it ends before it begins.")])
    wanted = last - first + 1
    chosen = values[values["year"].between(first, last) & values["value"].notna()]
    squares = chosen.assign(square=chosen["standard_error"] ** 2)
    table = squares.groupby(["place", "indicator"], as_index=False, observed=True).agg(
        target=("value", "mean"),
        square=("square", lambda column: column.sum(skipna=False)),
        years=("year", "nunique"),
    )
    table["target_standard_error"] = np.sqrt(table.pop("square")) / table["years"]
    incomplete = table["years"] < wanted
    table.loc[incomplete, ["target", "target_standard_error"]] = np.nan
    return table[["place", "indicator", "target", "target_standard_error", "years"]]


def goal_status(
    goals: pd.DataFrame, *, direction: str = "direction", confidence: float = 0.95
) -> pd.DataFrame:
    """Say of each goal whether its target is reached, not yet, or cannot be told.

    Parameters
    ----------
    goals
        One row per goal and place with `value, standard_error, degrees_of_freedom` (the newest
        figure), `target, target_standard_error` (0 for a target that is a plain number) and
        `year, start_year`. All in the indicator's unit; degrees of freedom infinite for a normal
        reference.
    direction
        Name of the column that says `higher` or `lower`: on which side of the target better is.
        A column `broken` may say that the series starts anew between baseline and figure.
    confidence
        Level of the two-sided interval for the distance to the target.

    Returns
    -------
    pandas.DataFrame
        The same rows with `distance, lower, upper` (positive = beyond the target), `verdict`
        (reached, not_yet, cannot_tell) and `reason` (no_figure, before_period, no_baseline,
        break, no_uncertainty, uncertain, tested).

    Raises
    ------
    InvalidInput
        A column is missing, or a direction is neither higher nor lower.

    Notes
    -----
    distance = s (value - target), s = 1 when higher is better and -1 when lower is;
    limits = distance -+ t sqrt(standard_error ** 2 + target_standard_error ** 2), t from Student's
    distribution with the figure's degrees of freedom. Reached when the whole interval is above 0,
    not yet when it is wholly at or below 0, otherwise it cannot be told.
    """
    _check(goals, direction)
    sign = np.where(goals[direction] == "higher", 1.0, -1.0)
    distance = sign * (goals["value"] - goals["target"])
    spread = np.sqrt(goals["standard_error"] ** 2 + goals["target_standard_error"] ** 2)
    quantile = stats.t.ppf(0.5 + confidence / 2, goals["degrees_of_freedom"].fillna(np.inf))
    broken = goals.get("broken", pd.Series(False, index=goals.index)).to_numpy(dtype=bool)
    distance = distance.where(~broken)
    table = goals.assign(
        distance=distance, lower=distance - quantile * spread, upper=distance + quantile * spread
    )
    before = (goals["year"] <= goals["start_year"]).to_numpy(dtype=bool)
    conditions = [
        goals["value"].isna().to_numpy(),
        before,
        goals["target"].isna().to_numpy(),
        broken,
        spread.isna().to_numpy(),
        (table["lower"] > 0).to_numpy(),
        (table["upper"] <= 0).to_numpy(),
    ]
    reasons = ["no_figure", "before_period", "no_baseline", "break", "no_uncertainty"]
    reasons += ["tested", "tested"]
    words = ["cannot_tell"] * 5 + ["reached", "not_yet"]
    table["verdict"] = np.select(conditions, words, default="cannot_tell")
    table["reason"] = np.select(conditions, reasons, default="uncertain")
    return table


def shared_status(
    goals: pd.DataFrame, *, by: str = "goal", fewest: int = 5, confidence: float = 0.95
) -> pd.DataFrame:
    """Say of each goal whether the municipalities together are beyond their targets.

    Parameters
    ----------
    goals
        Result of `goal_status`: one row per goal and place with `distance` to its own target, in
        the indicator's unit. Places without a distance take no part; one before its period has
        none.
    by
        Column that names the goal.
    fewest
        With fewer places nothing is said.
    confidence
        Level of the two-sided interval.

    Returns
    -------
    pandas.DataFrame
        One row per goal: `by, places, distance` (mean), `lower, upper, verdict`.

    Notes
    -----
    One-sample t of the places' distances: mean -+ t s / sqrt(places), s their standard deviation,
    t with places - 1 degrees of freedom. Every municipality counts once. What moves all of them in
    the same year is part of the mean, so this tells whether they moved together, not why.
    """
    usable = goals[goals["reason"] != "before_period"]
    table = usable.groupby(by, sort=False)["distance"].agg(["count", "mean", "std"]).reset_index()
    table.columns = [by, "places", "distance", "spread"]
    places = table["places"].where(table["places"] >= fewest)
    half = stats.t.ppf(0.5 + confidence / 2, places - 1) * table.pop("spread") / np.sqrt(places)
    table = table.assign(lower=table["distance"] - half, upper=table["distance"] + half)
    conditions = [table["lower"] > 0, table["upper"] <= 0]
    return table.assign(
        verdict=np.select(conditions, ["reached", "not_yet"], default="cannot_tell")
    )


def _check(goals: pd.DataFrame, direction: str) -> None:
    needed = (*REQUIRED, "year", "start_year", direction)
    faults = [
        Fault(f"column '{name}'", "is missing.") for name in needed if name not in goals.columns
    ]
    if not faults:
        wrong = goals.index[~goals[direction].isin(["higher", "lower"])]
        faults = [Fault(f"row {row}", "direction must be higher or lower.") for row in wrong]
    if faults:
        raise InvalidInput("goals cannot be judged", faults)
