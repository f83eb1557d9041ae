"""Coverage of slope and concentration indices and of the inequality measures."""

from __future__ import annotations

import numpy as np
import pandas as pd
from coverage_result import Result, error_ratio, held

from impact.indicators.inequalities import inequality
from impact.indicators.inequalities.concentration_index import concentration_index
from impact.indicators.inequalities.slope_index import slope_index

PERSONS = np.array([180, 220, 210, 200, 190]) / 1000
SHARES = np.array([0.70, 0.76, 0.80, 0.85, 0.90])
SIZES = (200, 1000, 5000, 25_000)
SCALES = ("linear", "log", "logit")


def slopes(rng: np.random.Generator, draws: int) -> list[Result]:
    """Slope and relative index of shares in five income groups, on each of the three scales."""
    results = []
    for scale in SCALES:
        for size in SIZES:
            found = slope_index(
                samples(rng, draws // 4, size), standard_error="error", scale=scale, by="sample"
            )
            truth = slope_index(known(size), scale=scale).iloc[0]
            label = f"{scale} scale, 5 groups, n {size:,}"
            kind = "approximate" if size >= 1000 else "shown"
            for prefix, name in (("", "slope index"), ("relative_", "relative index")):
                part = found.rename(
                    columns={f"{prefix}lower": "lower", f"{prefix}upper": "upper"}
                ) if prefix else found  # fmt: skip
                column = "relative" if prefix else "value"
                part = part.loc[:, ~part.columns.duplicated(keep="last")].dropna(subset="lower")
                ratio = error_ratio(
                    part[f"{prefix}standard_error"].to_numpy(), part[column].to_numpy()
                )
                results.append(
                    Result(
                        name, label, kind, size, None, held(part, truth[column]), len(part), ratio
                    )
                )
    return results


def concentration(rng: np.random.Generator, draws: int) -> list[Result]:
    """Concentration indices of shares in groups, and of a sample of persons."""
    results = []
    bounds = {"lower_bound": 0.0, "upper_bound": 1.0}
    for size in SIZES:
        table = samples(rng, draws // 4, size)
        found = concentration_index(table, standard_error="error", by="sample", **bounds)
        truth = concentration_index(known(size), **bounds)
        kind = "approximate" if size >= 1000 else "shown"
        results += by_statistic(found, truth, f"5 groups, n {size:,}", kind, size)
    for size in (20, 200, 1000):
        count = max(1000, 200_000 // size)
        rank = rng.random((count, size))
        value = rng.random((count, size)) < 0.6 + 0.3 * rank
        table = pd.DataFrame(
            {
                "sample": np.repeat(np.arange(count), size),
                "order": rank.ravel(),
                "value": value.ravel().astype(float),
            }
        )
        found = concentration_index(table, population=None, individual=True, by="sample", **bounds)
        absolute, mean = 0.05, 0.75
        truth = pd.DataFrame(
            {
                "statistic": [f"{kind}_concentration_index" for kind in INDICES],
                "value": [absolute, absolute / mean, absolute / (mean * (1 - mean)), 4 * absolute],
            }
        )
        results += by_statistic(found, truth, f"sample of {size} persons", "approximate", size)
    return results


INDICES = ("absolute", "relative", "wagstaff", "erreygers")


def samples(rng: np.random.Generator, draws: int, size: int) -> pd.DataFrame:
    """Return samples of shares in five groups with their standard errors."""
    persons = np.round(size * PERSONS).astype(int)
    events = rng.binomial(persons, SHARES, (draws, len(persons)))
    value = events / persons
    table = pd.DataFrame(
        {
            "sample": np.repeat(np.arange(draws), len(persons)),
            "quantile": np.tile(np.arange(1, 6), draws),
            "population": np.tile(persons, draws),
            "value": value.ravel(),
            "error": np.sqrt(value * (1 - value) / persons).ravel(),
        }
    )
    inside = table["value"].between(0, 1, inclusive="neither").groupby(table["sample"])
    return table[inside.transform("all")].assign(order=lambda rows: rows["quantile"])


def known(size: int) -> pd.DataFrame:
    """Return the true shares of the five groups."""
    persons = np.round(size * PERSONS).astype(int)
    order = np.arange(1, 6)
    return pd.DataFrame({"quantile": order, "order": order, "population": persons, "value": SHARES})


def by_statistic(
    found: pd.DataFrame, truth: pd.DataFrame, setting: str, kind: str, size: float
) -> list[Result]:
    """Return one line for each statistic of a long table."""
    true = truth.set_index("statistic")["value"]
    results = []
    for name, part in found.dropna(subset="lower").groupby("statistic", sort=False):
        ratio = error_ratio(part["standard_error"].to_numpy(), part["value"].to_numpy())
        share = held(part, true[name])
        label = str(name).replace("_", " ")
        results.append(Result(label, setting, kind, size, None, share, len(part), ratio))
    return results


def measures(rng: np.random.Generator, draws: int) -> list[Result]:
    """Inequality measures of shares in 5 and in 30 subgroups of the same size."""
    results = []
    for number in (5, 30):
        shares = np.linspace(0.70, 0.90, number)
        for size in (200, 5000):
            count = draws // 8
            table = _subgroups(rng.binomial(size, shares, (count, number)) / size, size)
            true = _subgroups(shares[None, :], size)
            setting = f"{number} subgroups of {size:,}"
            for names, options, word in VARIANTS:
                if "reference" in options:
                    options = {"reference": round(options["reference"] * (number - 1))}
                found = inequality(
                    table, measures=names, by="sample", standard_error="error", **options
                )
                truth = inequality(true, measures=names, by="sample", **options)
                results += by_statistic(found, truth, f"{setting}{word}", "near", size)
    return results


LEVELS = ["difference", "ratio", "population_attributable_risk", "population_attributable_fraction"]
ABOUT_THE_MEAN = [
    "between_group_variance", "between_group_standard_deviation", "coefficient_of_variation",
    "theil", "mean_log_deviation", "mean_difference_from_mean_weighted",
    "index_of_disparity_weighted",
]  # fmt: skip
VARIANTS = (
    (ABOUT_THE_MEAN, {}, ""),
    (LEVELS, {"order": "subgroup"}, ", ends of a ladder"),
    (["mean_difference_from_reference_weighted"], {"reference": 1.0}, ""),
    (["mean_difference_from_reference_weighted"], {"reference": 0.5}, ", the middle one"),
    ([*LEVELS, "mean_difference_from_best_weighted"], {}, ", best and worst chosen by value"),
)


def _subgroups(value: np.ndarray, size: int) -> pd.DataFrame:
    samples, number = value.shape
    inside = np.clip(value, 0.5 / size, 1 - 0.5 / size)
    return pd.DataFrame(
        {
            "sample": np.repeat(np.arange(samples), number),
            "subgroup": np.tile(np.arange(number), samples),
            "population": float(size),
            "value": value.ravel(),
            "error": np.sqrt(inside * (1 - inside) / size).ravel(),
        }
    )
