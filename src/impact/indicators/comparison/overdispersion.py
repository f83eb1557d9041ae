"""How much more places differ at one time than the size of each alone explains.

Not to be taken for `dispersion`, which measures how much more a share moves from year to year
than chance gives. Here true differences between places count as overdispersion; there they do
not. A funnel asks whether a place stands out from the others and uses this one; an interval
around one place's own level uses the other.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import stats

from impact.indicators.columns import check_share

FEWEST_PLACES = 5
HALVINGS = 45
SCALES = ("arcsine", "log", "square_root")


def overdispersion(
    z: np.ndarray, error: np.ndarray, groups: np.ndarray, *, winsorise: float = 0.1
) -> pd.DataFrame:
    """Return how overdispersed each group of places is, and the spread between them.

    Parameters
    ----------
    z
        Shape (places,): (transformed value - transformed target) / error; NaN is not used.
    error
        Shape (places,): standard error s of the transformed value by chance alone.
    groups
        Shape (places,): whole numbers from 0, the group of each place.
    winsorise
        Share at each end whose z is pulled in to the quantile there; 0: none.

    Returns
    -------
    DataFrame
        One row a group in order of number: `dispersion` (1: chance alone), `between` (variance
        between places on the transformed scale, 0 or more), `places`. NaN with fewer than 5
        places.

    Notes
    -----
    dispersion = sum z^2 / n after winsorising, which keeps single wild places, which a funnel is
    meant to find, from widening its own limits. Without winsorising between = max(0, (n
    dispersion - (n - 1)) / (sum w - sum w^2 / sum w)), w = 1 / s^2: the moment estimator of
    random effects. Pulled in, the same formula finds far too little (half to three quarters of
    the variance, and four times as many false alarms), so then between is the v for which
    z s / sqrt(s^2 + v), winsorised, has the mean square of a winsorised standard normal.

    References
    ----------
    Spiegelhalter (2005), Quality and Safety in Health Care 14, 347-351; DerSimonian and Laird
    (1986), Controlled Clinical Trials 7, 177-188; Paule and Mandel (1982), Journal of Research
    of the National Bureau of Standards 87, 377-385.
    """
    if winsorise != 0:
        check_share(2 * winsorise, "twice winsorise")
    known = np.isfinite(z) & np.isfinite(error) & (error > 0)
    z, error = np.where(known, z, np.nan), np.where(known, error, np.nan)
    squares = pd.Series(_winsorised(z, groups, winsorise) ** 2).groupby(groups)
    places, dispersion = squares.count(), squares.mean()
    if winsorise == 0:
        between = _moment_between(dispersion * places, places, error, groups)
    else:
        between = _robust_between(z * error, error, groups, winsorise)
    enough = places >= FEWEST_PLACES
    return pd.DataFrame(
        {
            "dispersion": dispersion.where(enough),
            "between": between.where(enough),
            "places": places,
        }
    ).reset_index(drop=True)


def _winsorised(values: np.ndarray, groups: np.ndarray, winsorise: float) -> np.ndarray:
    """Pull the ends of each group in to its quantiles there."""
    grouped = pd.Series(values).groupby(groups)
    low, high = (pd.Series(groups).map(grouped.quantile(q)) for q in (winsorise, 1 - winsorise))
    return np.clip(values, low.to_numpy(), high.to_numpy())


def _moment_between(
    total: pd.Series, places: pd.Series, error: np.ndarray, groups: np.ndarray
) -> pd.Series:
    weights = pd.Series(1 / error**2).groupby(groups).sum()
    squared = pd.Series(1 / error**4).groupby(groups).sum()
    room = (weights - squared / weights.where(weights > 0)).where(places > 1)
    return ((total - (places - 1)) / room).clip(lower=0)


def _robust_between(
    deviation: np.ndarray, error: np.ndarray, groups: np.ndarray, winsorise: float
) -> pd.Series:
    """Search, for all groups at once, the variance at which the winsorised z are as a normal's."""
    cut = stats.norm.ppf(1 - winsorise)
    inner = 1 - 2 * winsorise - 2 * cut * stats.norm.pdf(cut)
    expected = inner + 2 * winsorise * cut**2
    names, code = np.unique(groups, return_inverse=True)

    def excess(between: np.ndarray) -> np.ndarray:
        scaled = deviation / np.sqrt(error**2 + between[code])
        square = pd.Series(_winsorised(scaled, code, winsorise) ** 2)
        return square.groupby(code).mean().to_numpy() - expected

    low = np.zeros(len(names))
    high = 4 * pd.Series(deviation**2).groupby(code).max().fillna(0).to_numpy() / expected
    none = ~(excess(low) > 0)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        more = excess(middle) > 0
        low, high = np.where(more, middle, low), np.where(more, high, middle)
    return pd.Series(np.where(none, 0.0, (low + high) / 2), index=names)


def transformed(share: np.ndarray, scale: str) -> np.ndarray:
    """Return a share on the arcsine, a ratio on the log or square-root scale.

    Parameters
    ----------
    share
        Any shape; a share from 0 to 1 for arcsine, else 0 or more.
    scale
        arcsine: asin(sqrt(x)); log: ln(x), minus infinity at 0; square_root: sqrt(x).
    """
    with np.errstate(divide="ignore"):
        if scale == "arcsine":
            return np.arcsin(np.sqrt(share))
        return np.log(share) if scale == "log" else np.sqrt(share)


def restored(value: np.ndarray, scale: str) -> np.ndarray:
    """Return the share or ratio of a transformed value; what lies beyond the scale is its end."""
    if scale == "arcsine":
        return np.sin(np.clip(value, 0, np.pi / 2)) ** 2
    return np.exp(value) if scale == "log" else np.maximum(value, 0) ** 2


def transformed_error(size: np.ndarray, scale: str) -> np.ndarray:
    """Return the standard error by chance alone: 1 / (2 sqrt(size)), on the log scale twice that.

    Parameters
    ----------
    size
        Persons for arcsine, expected events for log and square_root.
    scale
        As for `transformed`.
    """
    size = np.where(size > 0, size, np.nan)
    return 1 / np.sqrt(size) if scale == "log" else 1 / (2 * np.sqrt(size))
