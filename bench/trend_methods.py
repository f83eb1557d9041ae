"""Which trend test keeps its promise on eight yearly points: `python bench/trend_methods.py`.

Prints the table of methods of docs/calibration.md, and how many Swedish municipalities each of
two methods gives a clear trend.
"""

from __future__ import annotations

import numpy as np
from false_findings import SEED, errors
from scipy import stats

from impact import store
from impact.indicators.trends.trend import slopes

POINTS, SERIES, LEVEL = 8, 40000, 0.05
YEARS = np.arange(POINTS)
EARLIER, LATER = np.triu_indices(POINTS, 1)


def fixed(autocorrelation: float):
    """Return generalised least squares with this autocorrelation; 0 is the ordinary one."""
    return lambda series: slopes(series, YEARS, autocorrelation=autocorrelation)[:, 3]


def raised_limit(series: np.ndarray) -> np.ndarray:
    """Return ordinary least squares, its statistic held against its spread at 0.5."""
    normal = errors(np.random.default_rng(SEED + 1), (4 * SERIES, POINTS), 0.5)
    reference = np.sort(fixed(0.0)(normal))
    return np.searchsorted(reference, fixed(0.0)(series)) / len(reference)


def kendall_scores(series: np.ndarray) -> np.ndarray:
    """Return Kendall's S of each series."""
    return np.sign(series[:, LATER] - series[:, EARLIER]).sum(axis=1)


def mann_kendall(series: np.ndarray) -> np.ndarray:
    """Return the exact two-sided p-value without ties."""
    chance = np.ones(1)
    for size in range(2, POINTS + 1):
        chance = np.convolve(chance, np.ones(size) / size)
    most = len(EARLIER)
    scores = np.arange(-most, most + 1, 2)
    beyond = [min(1.0, 2 * chance[scores >= each].sum()) for each in range(most + 1)]
    return np.array(beyond)[np.abs(kendall_scores(series)).astype(int)]


def hamed_rao(series: np.ndarray) -> np.ndarray:
    """Return Mann-Kendall with the variance of Hamed and Rao (1998)."""
    n = POINTS
    pairs = (series[:, LATER] - series[:, EARLIER]) / (LATER - EARLIER)
    level = series - np.median(pairs, axis=1)[:, None] * YEARS
    ranks = stats.rankdata(level, axis=1)
    ranks -= ranks.mean(axis=1, keepdims=True)
    extra = np.zeros(len(series))
    for lag in range(1, n):
        found = (ranks[:, :-lag] * ranks[:, lag:]).sum(axis=1) / (ranks**2).sum(axis=1)
        weight = (n - lag) * (n - lag - 1) * (n - lag - 2)
        extra += np.where(np.abs(found) > 1.96 / np.sqrt(n), weight * found, 0)
    factor = np.maximum(1 + 2 / (n * (n - 1) * (n - 2)) * extra, 1e-9)
    variance = n * (n - 1) * (2 * n + 5) / 18 * factor
    score = kendall_scores(series)
    return 2 * stats.norm.sf(np.maximum(np.abs(score) - 1, 0) / np.sqrt(variance))


def prais_winsten(series: np.ndarray) -> np.ndarray:
    """Return one step of Prais and Winsten with the residuals' own autocorrelation."""
    years = YEARS - YEARS.mean()
    ordinary = series @ years / (years @ years)
    left = series - series.mean(axis=1, keepdims=True) - ordinary[:, None] * years
    found = (left[:, 1:] * left[:, :-1]).sum(axis=1) / (left**2).sum(axis=1)
    own = np.clip(found, 0, 0.95)[:, None]
    first = np.sqrt(1 - own**2)

    def moved(rows: np.ndarray) -> np.ndarray:
        return np.hstack([first * rows[:, :1], rows[:, 1:] - own * rows[:, :-1]])

    value, one = moved(series), moved(np.ones_like(series))
    time = moved(np.tile(years, (len(series), 1)))
    time = time - (time * one).sum(1, keepdims=True) / (one**2).sum(1, keepdims=True) * one
    value = value - (value * one).sum(1, keepdims=True) / (one**2).sum(1, keepdims=True) * one
    slope = (time * value).sum(axis=1) / (time**2).sum(axis=1)
    rest = ((value - slope[:, None] * time) ** 2).sum(axis=1) / (POINTS - 2)
    return 2 * stats.t.sf(np.abs(slope) / np.sqrt(rest / (time**2).sum(axis=1)), POINTS - 2)


METHODS = {
    "ordinary least squares, t": fixed(0.0),
    "ordinary least squares, raised limit": raised_limit,
    "Mann-Kendall, exact": mann_kendall,
    "Mann-Kendall, Hamed and Rao's variance": hamed_rao,
    "Prais-Winsten, estimated autocorrelation": prais_winsten,
    "generalised least squares, fixed 0.4": fixed(0.4),
    "generalised least squares, fixed 0.5": fixed(0.5),
}


def clear_trends() -> dict[str, list[float]]:
    """Return, by method, the per cent of Swedish municipalities with a clear trend."""
    values = store.load(country="SE")
    kolada = values[values["indicator"].str.startswith("kolada:")]
    out: dict[str, list[float]] = {"mann_kendall": [], "fixed 0.5": []}
    for _, part in kolada.groupby("indicator"):
        table = part.pivot(index="place", columns="year", values="value")
        series = table.dropna(axis=1, how="all").iloc[:, -POINTS:].dropna().to_numpy()
        if series.shape[1] == POINTS and len(series) >= 50:
            out["mann_kendall"].append((mann_kendall(series) < LEVEL).mean() * 100)
            out["fixed 0.5"].append((fixed(0.5)(series) < LEVEL).mean() * 100)
    return out


def main() -> None:
    """Print the table."""
    shares = (0.0, 0.3, 0.5)
    print("| method | false at 0 | at 0.3 | at 0.5 | power at 0 | at 0.3 | at 0.5 |")
    print("|---|---|---|---|---|---|---|")
    rng = np.random.default_rng(SEED)
    noise = [errors(rng, (SERIES, POINTS), each) for each in shares]
    drift = 3 * YEARS / (POINTS - 1)
    for name, method in METHODS.items():
        false = [f"{(method(each) < LEVEL).mean() * 100:.1f}" for each in noise]
        power = [f"{(method(each + drift) < LEVEL).mean() * 100:.0f}" for each in noise]
        print(f"| {name} | " + " | ".join([*false, *power]) + " |")
    for name, found in clear_trends().items():
        listed = ", ".join(f"{each:.0f}" for each in sorted(found))
        print(
            f"\nSwedish indicators, per cent of municipalities with a clear trend, {name}: {listed}"
        )


if __name__ == "__main__":
    main()
