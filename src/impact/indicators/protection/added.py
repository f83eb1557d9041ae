"""What an analyst adds, protected by the rules of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from impact.catalogue import MULTIPLIERS
from impact.indicators.protection.counts import counts_of
from impact.indicators.protection.layout import Layout
from impact.indicators.protection.primary import primary
from impact.indicators.protection.protect import Protected, protect
from impact.indicators.protection.rules import Rule

NO_COUNT = 0.0


def protect_added(
    values: pd.DataFrame,
    *,
    catalogue: Any,
    places: Mapping[object, Sequence[str]],
    published: pd.DataFrame | None = None,
) -> Protected:
    """Hide what is too small in figures that an analyst adds.

    Parameters
    ----------
    values
        Values table of the file.
    catalogue
        Something with ``indicator(id)``. Indicators whose small numbers are not ours to hide stay
        as they are: their producer has done it.
    places
        Region and country to the places they are the sum of, as from `place_sums`.
    published
        Rows that were added before and can no longer be hidden, also of other indicators: they
        may be of the same persons.

    Returns
    -------
    Protected

    Raises
    ------
    InvalidInput
        As `protect`.
    """
    published = _of_the_same_persons(values, published)
    names = [*values["indicator"].unique(), *([] if published is None else published["indicator"])]
    found = [catalogue.indicator(name) for name in dict.fromkeys(names)]
    rules = {entry.id: rule_of_entry(entry) for entry in found}
    layout = Layout(
        hierarchies={"place": places},
        windows={entry.id: entry.window_years for entry in found},
        multiplier={entry.id: _multiplier(entry.unit) for entry in found},
        part_of={entry.id: entry.part_of for entry in found if entry.part_of},
    )
    return protect(values, rules, layout=layout, published=published)


def _of_the_same_persons(
    values: pd.DataFrame, published: pd.DataFrame | None
) -> pd.DataFrame | None:
    """Earlier rows of these indicators, and of others at the same places in the same years."""
    if published is None:
        return None
    here = pd.MultiIndex.from_frame(published[["place", "year"]]).isin(
        pd.MultiIndex.from_frame(values[["place", "year"]])
    )
    return published[here | published["indicator"].isin(values["indicator"]).to_numpy()]


def shows_small_numbers(values: pd.DataFrame, *, catalogue: Any) -> bool:
    """Say whether a figure is shown that is too small by the rule of its indicator.

    Parameters
    ----------
    values
        Values table. A table that passed `protect_added` shows none.
    catalogue
        Something with ``indicator(id)``.

    Returns
    -------
    bool
        True when the table must pass `protect_added` before anything is made of it.
    """
    for name in values["indicator"].unique():
        entry = catalogue.indicator(name)
        rule = rule_of_entry(entry)
        if rule is None:
            continue
        shown = values[(values["indicator"] == name) & values["value"].notna()]
        multiplier = _multiplier(entry.unit)
        top, bottom = counts_of(
            shown,
            value="value",
            numerator="numerator",
            denominator="denominator",
            multiplier=np.full(len(shown), np.nan if multiplier is None else multiplier),
        )
        if (primary(top, bottom, rule) != "").any():
            return True
    return False


def place_sums(municipalities: Iterable[Any]) -> dict[object, tuple[str, ...]]:
    """Return regions as sums of their municipalities, and countries of regions and of these.

    Parameters
    ----------
    municipalities
        Things with ``code``, ``region`` and ``country``.

    Returns
    -------
    dict
        Region, and (country, "regions") and (country, "municipalities"), to the codes of its parts.
    """
    table = pd.DataFrame(
        [(one.country, one.region, one.code) for one in municipalities],
        columns=["country", "region", "code"],
    )
    sums: dict[object, tuple[str, ...]] = {}
    for country, inside in table.groupby("country"):
        sums[country, "regions"] = tuple(inside["region"].unique())
        sums[country, "municipalities"] = tuple(inside["code"])
    for region, inside in table.groupby("region"):
        sums[region] = tuple(inside["code"])
    return sums


def rule_of_entry(entry: Any) -> Rule | None:
    """Return the rule that hides an indicator's small figures here; None for a producer's."""
    small = entry.small_numbers
    if small is None or not small.hidden_here:
        return None
    return Rule(
        threshold=small.threshold,
        complement=small.complement if entry.unit == "percent" else None,
        denominator=small.denominator,
        tolerance=small.tolerance,
        series_share=small.series_share,
        series_small=small.series_small,
        series_count=small.series_count,
    )


def _multiplier(unit: str) -> float | None:
    return None if unit == "count" else MULTIPLIERS.get(unit, NO_COUNT)
