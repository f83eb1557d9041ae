"""Insurance before and after the expansion of Medicaid in 2014, as the printed analysis has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd


class Expansion(NamedTuple):
    """Effects by event, their covariance, and the limits that were printed."""

    estimates: np.ndarray
    covariance: np.ndarray
    events: np.ndarray
    printed: dict[str, Any]


def expansion(case: Callable[[str], Any]) -> Expansion:
    """Return the event study of the printed analysis, calculated from its figures.

    Years to 2015, states that expanded in 2014 against those that did not by then, without those
    of 2015; state and year effects, errors by state with the small-sample factor of the printed
    standard errors (years and events count as parameters, states do not).
    """
    study = case("02_ehec_medicaid")
    table = pd.read_csv(study.folder / "data.csv")
    table = table[(table["year"] < 2016) & (table["first_treat"] != 2015)]
    wide = table.pivot(index="stfips", columns="year", values="dins")
    treated = (table.groupby("stfips")["first_treat"].first() == 2014).reindex(wide.index)
    years = wide.columns.to_numpy()
    kept = years != 2013
    chosen = np.flatnonzero(kept)
    states, length = wide.shape
    design = np.zeros((states, length, chosen.size))
    for column, year in enumerate(chosen):
        design[treated.to_numpy(), year, column] = 1
    design = without_means(design)
    outcome = without_means(wide.to_numpy()[:, :, None])[:, :, 0]
    flat = design.reshape(-1, chosen.size)
    inverse = np.linalg.inv(flat.T @ flat)
    estimates = inverse @ flat.T @ outcome.ravel()
    left = outcome - design @ estimates
    scores = np.einsum("nty,nt->ny", design, left)
    count = states * length
    factor = states / (states - 1) * (count - 1) / (count - length - chosen.size)
    covariance = inverse @ (scores.T @ scores) @ inverse * factor
    return Expansion(estimates, covariance, years[kept] - 2014, study.expected["honest"])


def without_means(figures: np.ndarray) -> np.ndarray:
    """Return shape (N, T, K) without the means of units and of years."""
    figures = figures - figures.mean(axis=1, keepdims=True)
    return figures - figures.mean(axis=0, keepdims=True)
