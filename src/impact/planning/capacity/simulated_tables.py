"""Applicants, places, admissions and travel that are made up, for a study without counted ones.

Nothing here is a figure of any municipality: only the sizes of the cohorts and the share of
eligible pupils that go in are counted. Every row carries the status `simulated`.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.planning.capacity import simulated_rows
from impact.planning.capacity.simulated_programmes import INTRODUCTORY, KINDS, PROGRAMMES

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
EARTH_KILOMETRES = 6371.0
DETOUR, KILOMETRES_A_MINUTE, MINUTES_AT_ENDS = 1.3, 1.0, 5.0
DECAY = 0.07
"""How fast a school loses appeal with every minute of the way."""
RANKS = 3
SPREAD_OF_TASTES, SPREAD_OF_PLACES = 0.25, 0.08
ROOM = 1.05
"""Places planned for each expected first choice, before the programme's own factor."""
SMALLEST_OFFER = 0.6
"""A programme is offered where at least this part of a group is expected."""


def simulate_tables(
    cohorts: Mapping[str, float],
    eligible: Mapping[str, float],
    centres: Mapping[str, tuple[float, float]],
    *,
    year: int,
    region: str,
    preparatory: float = 0.96,
    seed: int = 7,
) -> dict[str, pd.DataFrame]:
    """Make up the six tables of a capacity study from real cohorts.

    Parameters
    ----------
    cohorts
        Pupils who leave grade 9, by municipality.
    eligible
        Of them eligible for vocational programmes, in percent, by municipality.
    centres
        Longitude and latitude in degrees of every municipality.
    year
        The autumn they begin upper-secondary school.
    region
        The region the need is judged for.
    preparatory
        Share of the eligible who are eligible for preparatory programmes too, 0 to 1.
    seed
        Equal seeds give equal tables, in whichever order the municipalities are named.

    Returns
    -------
    dict of str to pandas.DataFrame
        applicants, places, flows, need, travel and price. Rows have the status `simulated`, but
        prices and needs that an authority has stated, which have the status `ok`.

    Raises
    ------
    InvalidInput
        A municipality lacks a share or a centre, or nobody is there.

    Notes
    -----
    First choices are multinomial: shares of programmes times exp(normal noise) by home, then of
    the places that offer it, proportional to places times exp(-0.07 minutes). Places are the
    expected first choices in whole groups. Admission goes by rank of the choice; a full programme
    takes of every home in proportion.
    """
    homes = tuple(sorted(cohorts))
    _refuse_missing(homes, cohorts, eligible, centres)
    minutes = straight_minutes([centres[home] for home in homes])
    chance = np.random.default_rng(seed)
    pupils = np.array([round(cohorts[home]) for home in homes], dtype=np.int64)
    able = np.array([eligible[home] for home in homes], dtype=float) / 100
    tastes = _tastes(len(homes), chance)
    groups = _groups(pupils * able, pupils * (1 - able), tastes, minutes, chance)
    size = np.array([one.group_size for one in PROGRAMMES.values()])
    places = groups * size[:, None]
    wanted = _applicants((pupils, able, preparatory), tastes, places, minutes, chance)
    admitted = admit(wanted, places)
    shape = simulated_rows.Shape(homes, tuple(PROGRAMMES), year)
    return {
        "applicants": simulated_rows.applicant_rows(shape, wanted),
        "places": simulated_rows.place_rows(shape, places, admitted, wanted[0]),
        "flows": simulated_rows.flow_rows(shape, admitted),
        "need": simulated_rows.need_rows(region),
        "travel": simulated_rows.travel_rows(homes, minutes),
        "price": simulated_rows.price_rows(),
    }


def straight_minutes(centres: list[tuple[float, float]]) -> Floats:
    """Return minutes one way between places: 1.3 times the straight line at 60 km/h, and 5 more.

    Parameters
    ----------
    centres
        Longitude and latitude in degrees.

    Returns
    -------
    array of shape (places, places)
        Whole minutes; 5 within a place.
    """
    longitude, latitude = np.radians(np.array(centres, dtype=float)).T
    half = np.sin((latitude[:, None] - latitude) / 2) ** 2
    half = half + (
        np.cos(latitude[:, None])
        * np.cos(latitude)
        * np.sin((longitude[:, None] - longitude) / 2) ** 2
    )
    kilometres = 2 * EARTH_KILOMETRES * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return np.round(DETOUR * kilometres / KILOMETRES_A_MINUTE + MINUTES_AT_ENDS)


def admit(wanted: Whole, places: Whole) -> Whole:
    """Return who is admitted where when choices are gone through by rank.

    Parameters
    ----------
    wanted
        Pupils by rank, home, programme and place. At each rank everybody has one choice; who is
        admitted at one rank has none at the next, in proportion.
    places
        By programme and place.

    Returns
    -------
    array of shape (homes, programmes, places)
    """
    free = places.copy()
    admitted = np.zeros(wanted.shape[1:], dtype=np.int64)
    waiting = wanted[0].sum(axis=(1, 2))
    for choices in wanted:
        now = np.zeros_like(choices)
        for home, left in enumerate(waiting):
            now[home] = _in_proportion(choices[home], int(left))
        for kind, place in zip(*np.nonzero(now.sum(axis=0)), strict=True):
            asked = now[:, kind, place]
            got = _in_proportion(asked, int(free[kind, place]))
            admitted[:, kind, place] += got
            free[kind, place] -= got.sum()
            waiting -= got
    return admitted


def _in_proportion(asked: Whole, most: int) -> Whole:
    """Return at most so many of what is asked for, in proportion; the largest rests round up."""
    total = int(asked.sum())
    if total <= most:
        return asked.copy()
    exact = asked * (most / total)
    got = np.floor(exact).astype(np.int64)
    rests = np.argsort(-(exact - got).ravel(), kind="stable")[: most - int(got.sum())]
    got.ravel()[rests] += 1
    return got


def _refuse_missing(
    homes: tuple[str, ...],
    cohorts: Mapping[str, float],
    eligible: Mapping[str, float],
    centres: Mapping[str, tuple[float, float]],
) -> None:
    faults = [
        Fault(home, f"no {what} is known of it.")
        for what, known in (("share of eligible pupils", eligible), ("centre", centres))
        for home in homes
        if home not in known or not np.all(np.isfinite(known[home]))
    ]
    faults += [
        Fault(home, "its number of pupils is missing or below nought.")
        for home in homes
        if not np.isfinite(cohorts[home]) or cohorts[home] < 0
    ]
    if faults or not homes:
        raise InvalidInput("tables cannot be simulated:", faults)


def _tastes(homes: int, chance: np.random.Generator) -> Floats:
    """Return shares of programmes among the eligible, by home."""
    shares = np.array([one.share for one in PROGRAMMES.values()])
    noisy = shares * np.exp(chance.normal(0, SPREAD_OF_TASTES, (homes, len(shares))))
    return noisy / noisy.sum(axis=1, keepdims=True)


def _groups(
    able: Floats, unable: Floats, tastes: Floats, minutes: Floats, chance: np.random.Generator
) -> Whole:
    """Return whole groups by programme and place, near the expected first choices."""
    expected = able[:, None] * tastes
    codes = list(PROGRAMMES)
    expected[:, codes.index(INTRODUCTORY)] = unable
    pull = (able + unable) ** 1.3 * np.exp(-DECAY * minutes)
    size = np.array([one.group_size for one in PROGRAMMES.values()])[:, None]
    first = expected.T @ (pull / np.maximum(pull.sum(axis=1, keepdims=True), 1e-9))
    offered = first >= SMALLEST_OFFER * size
    offered[np.arange(len(codes)), first.argmax(axis=1)] = True
    groups = np.zeros(first.shape, dtype=np.int64)
    for row, one in enumerate(PROGRAMMES.values()):
        there = pull * offered[row]
        share = there / np.maximum(there.sum(axis=1, keepdims=True), 1e-9)
        noise = np.exp(chance.normal(0, SPREAD_OF_PLACES, len(able)))
        wanted = expected[:, row] @ share * ROOM * one.room * noise / one.group_size
        groups[row] = np.where(offered[row], np.maximum(np.round(wanted), 1), 0)
    return groups


def _applicants(
    pupils: tuple[Whole, Floats, float],
    tastes: Floats,
    places: Whole,
    minutes: Floats,
    chance: np.random.Generator,
) -> Whole:
    """Return choices by rank, home, programme and place."""
    cohort, able, preparatory = pupils
    kinds = np.array(list(KINDS.values()))
    wanted = np.zeros((RANKS, len(cohort), len(kinds), len(cohort)), dtype=np.int64)
    for home, number in enumerate(cohort):
        eligible = int(chance.binomial(number, able[home]))
        both = int(chance.binomial(eligible, preparatory))
        vocational = np.where(kinds == "vocational", tastes[home], 0)
        introductory = (kinds == "introductory").astype(float)
        near = places * np.exp(-DECAY * minutes[home])
        near = near / near.sum(axis=1, keepdims=True)
        for rank in range(RANKS):
            chosen = chance.multinomial(both, tastes[home])
            chosen = chosen + chance.multinomial(eligible - both, vocational / vocational.sum())
            chosen = chosen + chance.multinomial(number - eligible, introductory)
            for row, times in enumerate(chosen):
                wanted[rank, home, row] = chance.multinomial(times, near[row])
    return wanted
