"""An attack that shares no code with protection: whole persons in the smallest groups."""

from __future__ import annotations

from itertools import product

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from impact.indicators.protection.layout import Layout
from impact.indicators.protection.protect import protect
from impact.indicators.protection.rules import Rule

PLACES, SEXES, LANGUAGES = ("SE-01", "SE-02"), ("female", "male"), ("language:sv", "language:se")
SMALLEST = list(product(PLACES, SEXES, LANGUAGES))
LAYOUT = Layout(hierarchies={"place": {"SE": PLACES}})
RULE = Rule()
GROUPS = ("total", *SEXES, "language:sv", "female&language:sv", "male&language:sv")


def among(place: str, group: str) -> np.ndarray:
    """Which of the smallest groups are in this one."""
    names = [] if group == "total" else group.split("&")
    return np.array(
        [place in ("SE", one[0]) and all(name in one for name in names) for one in SMALLEST]
    )


def secret(seed: int, size: int) -> tuple[np.ndarray, np.ndarray, pd.DataFrame]:
    rng = np.random.default_rng(seed)
    persons = rng.poisson(size, len(SMALLEST))
    counted = rng.binomial(persons, rng.choice([0.1, 0.3]))
    rows = [
        (place, group, counted[among(place, group)].sum(), persons[among(place, group)].sum())
        for place, group in product(("SE", *PLACES), GROUPS)
    ]
    table = pd.DataFrame(rows, columns=["place", "group", "numerator", "denominator"])
    table = table[rng.random(len(table)) < 0.85].astype({"numerator": float, "denominator": float})
    table["value"] = 100 * table["numerator"] / table["denominator"].where(table["denominator"] > 0)
    table["status"] = np.where(table["denominator"] > 0, "ok", "missing")
    table.loc[table["status"] == "missing", "numerator"] = np.nan
    return persons, counted, table.reset_index(drop=True)


def known(out: pd.DataFrame, *, numerators: bool) -> LinearConstraint:
    """Everything shown and what the reasons say, of persons first and counted persons then."""
    count = len(SMALLEST)
    rows, least, most = [np.hstack([np.eye(count), -np.eye(count)])], [0] * count, [np.inf] * count

    def add(row: np.ndarray, low: float, high: float) -> None:
        rows.append(row[None])
        least.append(low)
        most.append(high)

    for one in out.itertuples():
        inside = among(one.place, one.group).astype(float)
        persons, counted = (np.concatenate(p) for p in ((inside, 0 * inside), (0 * inside, inside)))
        if not np.isnan(one.denominator):
            add(persons, one.denominator, one.denominator)
        elif one.suppression == "denominator":
            add(persons, 0, RULE.fewest - 1)
        if not np.isnan(one.numerator) and numerators:
            add(counted, one.numerator, one.numerator)
        if one.suppression == "primary":
            add(counted, 0, RULE.threshold - 1)
        if one.suppression == "complement":
            add(persons - counted, 0, RULE.complement - 1)
        if one.suppression == "secondary":
            add(counted, RULE.threshold, np.inf)
            add(persons - counted, RULE.complement, np.inf)
    return LinearConstraint(np.vstack(rows), least, most)


def room(facts: LinearConstraint, wanted: np.ndarray) -> float:
    """Most less least that the wanted number can be."""
    ends = []
    for sign in (1, -1):
        found = milp(
            sign * wanted,
            integrality=np.ones(len(wanted)),
            bounds=Bounds(0, 1000),
            constraints=facts,
        )
        ends.append(found.fun)
    return -sum(ends)


@pytest.mark.parametrize("seed", range(12))
def test_no_small_number_is_known_of_any_group_shown_or_left_over(seed):
    persons, counted, table = secret(seed, size=(4, 9, 20)[seed % 3])
    out = protect(table, RULE, layout=LAYOUT).values
    truth = np.concatenate([persons, counted])
    facts, open_ = known(out, numerators=True), known(out, numerators=False)
    assert (facts.A @ truth >= facts.lb).all() and (facts.A @ truth <= facts.ub).all()
    places = [*PLACES, "SE"]
    groups = ["&".join(filter(None, pair)) or "total"
              for pair in product(("", *SEXES), ("", *LANGUAGES))]  # fmt: skip
    for place, group in product(places, groups):
        inside = among(place, group)
        size, top = persons[inside].sum(), counted[inside].sum()
        if size == 0:
            continue
        wanted = np.concatenate([0 * inside, inside]).astype(float)
        if (top < 5 or size - top < 5) and room(open_, wanted) > RULE.tolerance:
            assert room(facts, wanted) > RULE.tolerance, (place, group)
        if size < 5:
            wanted = np.concatenate([inside, 0 * inside]).astype(float)
            assert room(facts, wanted) > RULE.tolerance, (place, group)


def test_the_attack_finds_what_hiding_small_figures_alone_gives_away():
    found = 0
    for seed in range(3):
        table = secret(seed, size=20)[2]
        small = (table["numerator"] < 5) | (table["denominator"] - table["numerator"] < 5)
        out = table.assign(suppression=np.where(small, "source", ""))
        out["numerator"] = out["numerator"].mask(small)
        facts = known(out, numerators=True)
        for row in table[small].itertuples():
            inside = among(row.place, row.group)
            found += room(facts, np.concatenate([0 * inside, inside]).astype(float)) <= 1
    assert found >= 3
