"""The indicator statistics as an analyst writes them in plain pandas, a row or group at a time."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from scipy import optimize, sparse, stats

Z = stats.norm.ppf(0.975)
LIMITS = ["value", "lower", "upper"]


def wilson(row: pd.Series) -> pd.Series:
    """Wilson's limits of one row."""
    x, n = row["numerator"], row["denominator"]
    half = Z * math.sqrt(Z**2 + 4 * x * (1 - x / n))
    lower = (2 * x + Z**2 - half) / (2 * (n + Z**2)) if x > 0 else 0.0
    return pd.Series([x / n, lower, (2 * x + Z**2 + half) / (2 * (n + Z**2))], LIMITS)


def poisson(x: float) -> tuple[float, float]:
    """Limits of a count: exact below 10 events, else Byar's."""
    if x < 10:
        lower = stats.chi2.ppf(0.025, 2 * x) / 2 if x > 0 else 0.0
        return lower, stats.chi2.ppf(0.975, 2 * x + 2) / 2
    lower = x * (1 - 1 / (9 * x) - Z / (3 * math.sqrt(x))) ** 3
    more = x + 1
    return lower, more * (1 - 1 / (9 * more) + Z / (3 * math.sqrt(more))) ** 3


def per_thousand(row: pd.Series) -> pd.Series:
    """A rate per 1,000 with limits, one row."""
    x, n = row["numerator"], row["denominator"]
    lower, upper = poisson(x)
    return pd.Series([x / n * 1000, lower / n * 1000, upper / n * 1000], LIMITS)


def verdict(row: pd.Series) -> pd.Series:
    """Test one value against its reference."""
    difference = row["value"] - row["reference"]
    if row["basis"] == "binomial":
        n, share = row["denominator"], row["reference"] / 100
        x = round(row["value"] / 100 * n)
        share = min(max(share, 0.5 / n), 1 - 0.5 / n)
        p = min(1.0, 2 * min(stats.binom.cdf(x, n, share), stats.binom.sf(x - 1, n, share)))
    else:
        t = abs(difference) / row["standard_error"]
        p = 2 * stats.t.sf(t, row["degrees_of_freedom"])
    word = "not_clearly_different" if p >= 0.05 else "better" if difference > 0 else "worse"
    return pd.Series([difference, p, word], ["difference", "p_value", "verdict"])


def dobson(part: pd.DataFrame, weights: pd.Series) -> pd.Series:
    """The directly standardised rate of one group."""
    w = part["band"].map(weights)
    total = part["deaths"].sum()
    value = (w * part["deaths"] / part["persons"]).sum() / w.sum()
    variance = (w**2 * part["deaths"] / part["persons"] ** 2).sum() / w.sum() ** 2
    lower, upper = (value + math.sqrt(variance / total) * (end - total) for end in poisson(total))
    return pd.Series([value * 1e5, lower * 1e5, upper * 1e5], LIMITS)


def chiang(part: pd.DataFrame) -> pd.Series:
    """Life expectancy at birth of one group with its limits, column after column."""
    part = part.reset_index(drop=True)
    start = part["band"].str.extract(r"(\d+)")[0].astype(float)
    risk = part["deaths"] / part["persons"]
    width = start.shift(-1) - start
    fraction = pd.Series(0.5, index=part.index).where(start > 0, 0.1)
    q = (width * risk / (1 + width * risk * (1 - fraction))).clip(upper=1).fillna(1.0)
    alive = 100_000 * (1 - q).shift(1, fill_value=1.0).cumprod()
    lost = alive * q
    years = (width * (alive - lost + fraction * lost)).fillna(alive / risk)
    left = years[::-1].cumsum()[::-1] / alive
    spread = (q**2 * (1 - q) / part["deaths"]).where(part["deaths"] > 0, 0.0)
    shares = spread * alive**2 * ((1 - fraction) * width + left.shift(-1)) ** 2
    last = alive.iloc[-1] ** 2 * part["persons"].iloc[-1] ** 2 / part["deaths"].iloc[-1] ** 3
    half = Z * math.sqrt(shares.iloc[:-1].sum() + last) / alive.iloc[0]
    return pd.Series([left.iloc[0], left.iloc[0] - half, left.iloc[0] + half], LIMITS)


def by_hand(events: pd.DataFrame, persons: pd.DataFrame) -> pd.DataFrame:
    """Hide small counts, then the smallest shown one beside a lone hidden one, until none is."""
    hidden = (events < 5) | (persons - events < 5)
    changed = True
    while changed:
        changed = False
        for turned in (False, True):
            lines = hidden.T if turned else hidden
            for name in lines.index[lines.apply(lambda line: line.sum() == 1, axis=1)]:
                line = (events.T if turned else events).loc[name]
                other = line[~lines.loc[name]].idxmin()
                hidden.loc[(other, name) if turned else (name, other)] = True
                changed = True
    return hidden


def attacked(events: pd.DataFrame, persons: pd.DataFrame, hidden: np.ndarray, cells: int) -> int:
    """Return how many of some hidden cells, evenly chosen, have only one possible value."""
    known = np.where(hidden, 0, events)
    sign_row = np.where(events.columns == "total", -1, 1)
    sign_column = np.where(events.index == "SE", -1, 1)
    row, column = np.nonzero(hidden)
    places = np.arange(len(row))
    sums = sparse.coo_array(
        (
            np.r_[sign_row[column], sign_column[row]],
            (np.r_[row, column + len(events)], np.r_[places, places]),
        ),
        shape=(sum(events.shape), len(row)),
    ).tocsr()
    left = -np.r_[(known * sign_row).sum(axis=1), (known * sign_column[:, None]).sum(axis=0)]
    bounds = np.c_[np.zeros(len(row)), persons.to_numpy()[hidden]]
    derived = 0
    for cell in np.linspace(0, len(row) - 1, cells).astype(int):
        goal = (places == cell).astype(float)
        ends = [
            optimize.linprog(way * goal, A_eq=sums, b_eq=left, bounds=bounds).fun
            for way in (1.0, -1.0)
        ]
        derived += -ends[1] - ends[0] < 1
    return derived
