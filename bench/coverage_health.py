"""Coverage of age-standardised rates and ratios and of life expectancy in a Nordic municipality."""

from __future__ import annotations

import numpy as np
import pandas as pd
from coverage_result import Result, error_ratio, held
from scipy import stats

from impact.indicators.rates.estimates import difference_of_estimates, ratio_of_estimates
from impact.indicators.standardisation.life_expectancy import life_expectancy
from impact.indicators.standardisation.standard_population import (
    european_standard_population,
    fold_weights,
)
from impact.indicators.standardisation.standardised_rate import standardised_rate
from impact.indicators.standardisation.standardised_ratio import indirect_rate, standardised_ratio

STARTS = np.array([0, 1, *range(5, 95, 5)])
BANDS = ["0", "1-4", *(f"{start}-{start + 4}" for start in range(5, 90, 5)), "90+"]
# Persons by band, in a municipality somewhat older than its country.
PERSONS = np.array(
    [10, 42, 56, 58, 60, 54, 50, 56, 58, 58, 60, 64, 68, 66, 64, 62, 54, 34, 18, 8], dtype=float
)
MIDDLES = np.array([0.1, 3.0, *(STARTS[2:-1] + 2.5), 94.0])
MORTALITY = np.where(STARTS == 0, 0.0025, 4e-5 * np.exp(0.092 * MIDDLES) + 5e-5)
SIZES = (6_000, 20_000, 100_000)
REPEATS = {1: 0.7, 2: 0.2, 3: 0.1}


def standardised(rng: np.random.Generator, draws: int) -> list[Result]:
    """Dobson's limits of the directly standardised rate, European standard population."""

    draws = draws // 4
    share = _standard_shares()
    results = []
    for size in (2_000, *SIZES):
        persons = size * PERSONS / PERSONS.sum()
        events = rng.poisson(persons * MORTALITY, (draws, len(BANDS)))
        found = standardised_rate(_banded(events, persons), by="sample", multiplier=1.0)
        truth = float(share @ MORTALITY)
        results.append(_standardised("", size, found, truth, MORTALITY @ persons))
    for size in (6_000, 20_000):
        persons = size * PERSONS / PERSONS.sum()
        table, truth = _repeated(rng, draws, persons, share)
        found = standardised_rate(
            table, by="sample", multiplier=1.0, events_per_person="times", numerator="patients"
        )
        several = sum(times * part for times, part in REPEATS.items())
        expected = MORTALITY @ persons * several
        results.append(_standardised("repeated events, ", size, found, truth, expected))
    return results


def _standardised(
    word: str, size: int, found: pd.DataFrame, truth: float, expected: float
) -> Result:
    known = found.dropna(subset="value")
    errors = (known["upper"] - known["lower"]) / (2 * 1.959964)
    ratio = np.sqrt((errors**2).mean()) / known["value"].std()
    setting = f"{word}{size:,} persons, {expected:.0f} expected events"
    return Result(
        "standardised_rate (Dobson)", setting, "approximate", size, None,
        held(known, truth), len(known), float(ratio) if expected >= 200 else None,
    )  # fmt: skip


def ratios(rng: np.random.Generator, draws: int) -> list[Result]:
    """Standardised ratio and indirect rate: the limits of a count, so all outcomes can be added."""
    results = []
    reference = _banded(1e6 * MORTALITY[None, :] * PERSONS, 1e6 * PERSONS)
    for size in (200, 2_000, 20_000):
        persons = size * PERSONS / PERSONS.sum()
        expected = 1.2 * float(MORTALITY @ persons)
        events = np.arange(int(stats.poisson.isf(1e-9, expected)) + 1)
        samples = _banded(
            rng.poisson(1.2 * MORTALITY * persons, (draws // 10, len(BANDS))), persons
        )
        outcomes = pd.DataFrame({"sample": events, "numerator": events})
        every = _banded(np.zeros((len(events), len(BANDS))), persons).drop(columns="numerator")
        for call, truth in ((standardised_ratio, 1.2), (indirect_rate, 1.2 * _crude())):
            options = {} if call is standardised_ratio else {"multiplier": 1.0}
            found = call(every, reference, by="sample", observed=outcomes, **options)
            inside = ((found["lower"] <= truth) & (truth <= found["upper"])).to_numpy()
            exact = 100 * stats.poisson.pmf(events, expected)[inside].sum()
            drawn = call(samples, reference, by="sample", **options)
            setting = f"{size:,} persons, {expected:.0f} expected events"
            results.append(
                Result(call.__name__, setting, "exact", size, exact, held(drawn, truth), len(drawn))
            )
    return results


def _crude() -> float:
    return float(MORTALITY @ PERSONS / PERSONS.sum())


def expectancy(rng: np.random.Generator, draws: int) -> list[Result]:
    """Life expectancy at birth and at 65; the truth is the table of the true death rates."""
    results = []
    million = 1e9 * PERSONS
    true = life_expectancy(_years(MORTALITY[None, :] * million, million), by="sample", ages=[0, 65])
    for size, years in ((6_000, 1), (6_000, 5), (20_000, 1), (20_000, 5), (100_000, 1)):
        persons = size * years * PERSONS / PERSONS.sum()
        deaths = rng.poisson(MORTALITY * persons, (draws // 4, len(BANDS)))
        found = life_expectancy(_years(deaths, persons), by="sample", ages=[0, 65])
        for age, truth in zip((0, 65), true["value"], strict=True):
            part = found[(found["age"] == age) & found["value"].notna()]
            ratio = error_ratio(part["standard_error"].to_numpy(), part["value"].to_numpy())
            setting = f"at {age}, {size:,} persons, {years} year{'s' * (years > 1)}"
            results.append(
                Result(
                    "life_expectancy (Chiang, Silcocks)", setting, "approximate", size, None,
                    held(part, truth), len(part), ratio,
                )
            )  # fmt: skip
    return results


def compared(rng: np.random.Generator, draws: int) -> list[Result]:
    """Differences and ratios of estimates that carry limits of their own: two municipalities."""
    results = []
    for sizes in ((6_000, 6_000), (6_000, 100_000)):
        tables = []
        for size, level in zip(sizes, (1.2, 1.0), strict=True):
            persons = size * PERSONS / PERSONS.sum()
            tables.append(
                _banded(rng.poisson(level * MORTALITY * persons, (draws // 4, len(BANDS))), persons)
            )
        standard = [standardised_rate(table, by="sample", multiplier=1.0) for table in tables]
        years = [
            life_expectancy(
                table.rename(columns={"numerator": "deaths", "denominator": "persons"}), by="sample"
            )
            for table in tables
        ]
        true = _true_expectancy(1.2) - _true_expectancy(1.0)
        share = _standard_shares()
        for call, pair, truth, name in (
            (difference_of_estimates, standard, 0.2 * share @ MORTALITY, "standardised rates"),
            (ratio_of_estimates, standard, 1.2, "standardised rates"),
            (difference_of_estimates, years, true, "life expectancies"),
        ):
            found = call(*pair, by="sample").dropna(subset="value")
            setting = f"{name}, {sizes[0]:,} and {sizes[1]:,} persons"
            results.append(
                Result(
                    call.__name__, setting, "approximate", min(sizes), None,
                    held(found, truth), len(found),
                )
            )  # fmt: skip
    return results


def _true_expectancy(level: float) -> float:
    persons = 1e9 * PERSONS
    found = life_expectancy(_years(level * MORTALITY[None, :] * persons, persons), by="sample")
    return float(found["value"].iloc[0])


def _standard_shares() -> np.ndarray:
    weights = fold_weights(european_standard_population(), BANDS).loc[BANDS]
    return (weights / weights.sum()).to_numpy()


def _years(deaths: np.ndarray, persons: np.ndarray) -> pd.DataFrame:
    return _banded(deaths, persons).rename(
        columns={"numerator": "deaths", "denominator": "persons"}
    )


def _banded(events: np.ndarray, persons: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "sample": np.repeat(np.arange(len(events)), len(BANDS)),
            "band": np.tile(BANDS, len(events)),
            "numerator": events.ravel(),
            "denominator": np.tile(persons, len(events)),
        }
    )


def _repeated(
    rng: np.random.Generator, draws: int, persons: np.ndarray, share: np.ndarray
) -> tuple[pd.DataFrame, float]:
    """Patients with one, two or three events each; the rate counts events."""
    parts = []
    for times, part in REPEATS.items():
        patients = rng.poisson(persons * MORTALITY * part, (draws, len(BANDS)))
        parts.append(_banded(patients, persons).assign(times=times))
    table = pd.concat(parts, ignore_index=True).rename(columns={"numerator": "patients"})
    several = sum(times * part for times, part in REPEATS.items())
    return table, float(share @ MORTALITY) * several
