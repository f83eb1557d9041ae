"""Placebos of a synthetic comparison: every untreated unit, every year before, without a donor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
import pandas as pd

from impact.errors import UnknownName
from impact.evaluation.panel import NEVER, Panel
from impact.evaluation.synthetic.augmented import augmented, augmented_paths
from impact.evaluation.synthetic.donors import (
    Matched,
    Matching,
    every_donor,
    matching,
    starts_of,
    without_each,
)
from impact.evaluation.synthetic.synthetic_control import (
    SyntheticControl,
    combined,
    demeaned_paths,
    level_paths,
    synthetic_control,
)
from impact.evaluation.synthetic.synthetic_differences import synthetic_differences, weighted_paths

METHODS: Mapping[str, Callable[[Matching], Matched]] = MappingProxyType(
    {
        "synthetic_control": level_paths,
        "synthetic_demeaned": demeaned_paths,
        "augmented": augmented_paths,
        "synthetic_differences": weighted_paths,
    }
)
"""Every synthetic comparison by its name."""
KEPT_FIT = 5.0
"""Placebos whose pre-fit is worse than this many times the treated's (squared) are set aside."""
ROUNDING = 1e-9
"""A gap smaller than this share of the largest figure is none."""


@dataclass(frozen=True, slots=True)
class PlaceboSummary:
    """What the placebos of a synthetic comparison say together.

    Parameters
    ----------
    estimate
        Effect on the treated, in the unit of the outcome.
    standard_error
        Standard deviation of all placebo effects (about their mean, divided by their number), over
        the root of treated units.
    p_ratio
        Share of units, the treated among them, whose ratio is at least the treated's; NaN with
        several treated units, whose mean is no unit.
    p_kept
        The same among units whose fit before was good enough.
    p_effect
        The same by size of the effect, either way.
    smallest_p
        What `p_ratio` could be at best.
    placebos, kept
        Untreated units taken for treated, and those of them with a fit good enough.
    """

    estimate: float
    standard_error: float
    p_ratio: float
    p_kept: float
    p_effect: float
    smallest_p: float
    placebos: int
    kept: int


def synthetic(panel: Panel, method: str = "synthetic_control") -> SyntheticControl:
    """Return a synthetic comparison by the name of its method (see `METHODS`)."""
    if method == "augmented":
        return augmented(panel)
    if method == "synthetic_differences":
        return synthetic_differences(panel)
    _paths(method)
    return synthetic_control(panel, demeaned=method == "synthetic_demeaned")


def unit_effects(panel: Panel, method: str = "synthetic_control") -> np.ndarray:
    """Return what a method says each unit's effect was, had it alone been treated.

    Parameters
    ----------
    panel
        Without missing figures.
    method
        One of `METHODS`.

    Returns
    -------
    numpy.ndarray
        Shape (N, G), a column per starting year: mean gap from the start on, in the unit of the
        outcome. Each unit is compared with the never treated other than itself, so the column
        can be counted like any other change in `placebo_test`. NaN for a treated unit in
        another start's column.

    Raises
    ------
    InvalidInput
        As `synthetic_control`.
    UnknownName
        No such method.
    """
    paths = _paths(method)
    starts = starts_of(panel)
    effects = np.full((len(panel.units), len(starts)), np.nan)
    for column, start in enumerate(starts):
        for rows, found in _each_unit(panel, start):
            gaps = found.targets - paths(found).paths
            effects[rows, column] = gaps[:, found.after].mean(axis=1)
    return effects


def synthetic_placebos(panel: Panel, method: str = "synthetic_control") -> pd.DataFrame:
    """Return the method applied to the treated and to every unit never treated.

    Parameters
    ----------
    panel
        Without missing figures.
    method
        One of `METHODS`.

    Returns
    -------
    pandas.DataFrame
        `unit, treated, estimate, pre_rmspe, post_rmspe, ratio, kept`: treated units first, each
        matched by itself, then the never treated, each matched to the other never treated, by the
        size of `ratio`. With several starts a placebo has the weighted mean of its effects at each
        start, by number of treated units. `ratio` is post over pre mean squared gap; `kept` says
        that the fit before was good enough to be set beside the treated's.

    Raises
    ------
    InvalidInput
        As `synthetic_control`.
    UnknownName
        No such method.
    """
    paths = _paths(method)
    count = len(panel.units)
    sums = {name: np.zeros(count) for name in ("estimate", "before", "after")}
    total = np.zeros(count)
    for start in starts_of(panel):
        share = float((panel.starts == start).sum())
        for rows, found in _each_unit(panel, start):
            gaps = found.targets - paths(found).paths
            sums["estimate"][rows] += share * gaps[:, found.after].mean(axis=1)
            sums["before"][rows] += share * (gaps[:, found.before] ** 2).mean(axis=1)
            sums["after"][rows] += share * (gaps[:, found.after] ** 2).mean(axis=1)
            total[rows] += share
    estimate, before, after = (sums[name] / total for name in ("estimate", "before", "after"))
    rounding = (ROUNDING * np.abs(panel.values).max()) ** 2
    before, after = (np.where(one > rounding, one, 0.0) for one in (before, after))
    estimate = np.where(estimate**2 > rounding, estimate, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where(after > 0, after / before, 0.0)
    frame = pd.DataFrame(
        {
            "unit": np.asarray(panel.units, dtype=object),
            "treated": panel.treated,
            "estimate": estimate,
            "pre_rmspe": np.sqrt(before),
            "post_rmspe": np.sqrt(after),
            "ratio": ratio,
            "kept": before <= KEPT_FIT * before[panel.treated].mean(),
        }
    )
    order = ["treated", "ratio", "unit"]
    return frame.sort_values(order, ascending=[False, False, True], ignore_index=True)


def placebo_summary(placebos: pd.DataFrame, estimate: float | None = None) -> PlaceboSummary:
    """Return what placebos say together.

    Parameters
    ----------
    placebos
        As `synthetic_placebos` gives them.
    estimate
        Effect on the treated; their mean effect when left out.

    Returns
    -------
    PlaceboSummary

    Notes
    -----
    p = (units with a ratio of at least the treated's) / (all units), the treated counted: never
    below 1 / units. Every untreated unit is a placebo, never a random few.
    """
    treated = placebos[placebos["treated"]]
    others = placebos[~placebos["treated"]]
    number = len(treated)
    effect = float(treated["estimate"].mean()) if estimate is None else float(estimate)
    error = float(others["estimate"].std(ddof=0)) / np.sqrt(number) if number else float("nan")
    shares = [float("nan")] * 3
    if number == 1:
        kept = others[others["kept"]]
        shares = [
            _share(treated["ratio"], others["ratio"]),
            _share(treated["ratio"], kept["ratio"]),
            _share(treated["estimate"].abs(), others["estimate"].abs()),
        ]
    return PlaceboSummary(
        estimate=effect,
        standard_error=error,
        p_ratio=shares[0],
        p_kept=shares[1],
        p_effect=shares[2],
        smallest_p=1 / (len(others) + 1),
        placebos=len(others),
        kept=int(others["kept"].sum()),
    )


def without_each_donor(panel: Panel, method: str = "synthetic_control") -> pd.DataFrame:
    """Return the effect without each donor that the comparison rests on.

    Parameters
    ----------
    panel
        Without missing figures.
    method
        One of `METHODS`.

    Returns
    -------
    pandas.DataFrame
        `unit, weight, estimate, pre_rmspe`: one row per donor with a weight in some start's
        comparison, by weight; empty when leaving one out would leave fewer than two.

    Raises
    ------
    InvalidInput
        As `synthetic_control`.
    UnknownName
        No such method.
    """
    paths = _paths(method)
    names = np.asarray(panel.units, dtype=object)[~panel.treated]
    starts = starts_of(panel)
    shares = np.array([(panel.starts == start).sum() for start in starts], dtype=float)
    shares /= shares.sum()
    matchings = [matching(panel, start) for start in starts]
    weights = np.stack([paths(found).weights[0] for found in matchings])
    used = np.flatnonzero((np.abs(weights) > 1e-6).any(axis=0)) if len(names) > 2 else np.array([])
    used = used.astype(int)
    estimate, squares = np.zeros(len(used)), np.zeros(len(used))
    for share, found in zip(shares, matchings, strict=True):
        left = without_each(found, used)
        gaps = left.targets - paths(left).paths if len(used) else np.zeros((0, len(panel.years)))
        estimate += share * gaps[:, found.after].mean(axis=1)
        squares += share * (gaps[:, found.before] ** 2).mean(axis=1)
    frame = pd.DataFrame(
        {
            "unit": names[used],
            "weight": (shares @ weights)[used],
            "estimate": estimate,
            "pre_rmspe": np.sqrt(squares),
        }
    )
    return frame.sort_values(["weight", "unit"], ascending=[False, True], ignore_index=True)


def backdated(
    panel: Panel, method: str = "synthetic_control", *, years_before: int = 3
) -> pd.DataFrame:
    """Return the effects of starts that never were, read before the real one.

    Parameters
    ----------
    panel
        Without missing figures.
    method
        One of `METHODS`.
    years_before
        Least number of years before an invented start.

    Returns
    -------
    pandas.DataFrame
        `year, estimate, pre_rmspe`: for each invented start, the same for every treated unit, the
        mean gap from it to the last year before the first real start and its anticipation. Empty
        when there are too few years.

    Raises
    ------
    InvalidInput
        As `synthetic_control`.
    UnknownName
        No such method.

    Notes
    -----
    Years from the first real start on are left out, so nothing that came of the treatment can
    reach the weights. An effect where there was none says that the comparison does not hold.
    """
    paths = _paths(method)
    earlier = panel.select(years=panel.before(min(starts_of(panel))))
    rows = []
    for year in earlier.years[years_before:]:
        starts = np.where(panel.treated, float(year), NEVER)
        invented = replace(earlier, starts=starts, anticipation=0)
        made = combined(invented, method, paths, own_level=False)
        rows.append({"year": year, "estimate": made.estimate, "pre_rmspe": made.pre_rmspe})
    return pd.DataFrame(rows, columns=["year", "estimate", "pre_rmspe"])


def _each_unit(panel: Panel, start: int) -> list[tuple[np.ndarray, Matching]]:
    """Return rows of the panel and their matching: the start's treated, then all never treated."""
    treated = np.flatnonzero(panel.starts == start)
    found = matching(panel, start, panel.values[treated])
    return [(treated, found), (np.flatnonzero(~panel.treated), every_donor(found))]


def _share(treated: pd.Series, others: pd.Series) -> float:
    own = float(treated.iloc[0])
    at_least = others.to_numpy() >= (own if np.isinf(own) else own - ROUNDING * abs(own))
    return float((at_least.sum() + 1) / (len(others) + 1))


def _paths(method: str) -> Callable[[Matching], Matched]:
    if method not in METHODS:
        raise UnknownName("synthetic comparison", method, METHODS)
    return METHODS[method]
