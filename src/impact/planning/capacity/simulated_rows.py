"""Simulated pupils and places as the rows of tables, each marked as what it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from impact.planning.capacity import stated_figures as stated
from impact.planning.capacity.simulated_programmes import KINDS, PROGRAMMES

SIMULATED, COUNTED = "simulated", "ok"
Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shape:
    """What the axes of arrays are: homes (places are the same), programmes, and the autumn."""

    homes: tuple[str, ...]
    programmes: tuple[str, ...]
    year: int


def applicant_rows(shape: Shape, wanted: Whole) -> pd.DataFrame:
    """Return applicants by rank of the choice, from pupils by rank, home, programme and place."""
    rank, home, code, place = np.nonzero(wanted)
    return pd.DataFrame(
        {
            "home": np.array(shape.homes)[home],
            "programme": np.array(shape.programmes)[code],
            "place": np.array(shape.homes)[place],
            "choice_rank": rank + 1,
            "year": shape.year,
            "n": wanted[rank, home, code, place],
            "status": SIMULATED,
        }
    )


def place_rows(shape: Shape, places: Whole, admitted: Whole, first: Whole) -> pd.DataFrame:
    """Return places with who was admitted; a full programme has a lowest merit."""
    code, place = np.nonzero(places)
    taken = admitted.sum(axis=0)[code, place]
    offered = places[code, place]
    asked = first.sum(axis=0)[code, place]
    sizes = np.array([one.group_size for one in PROGRAMMES.values()])
    full = taken >= offered
    merit = np.where(full, np.clip(120 + 90 * asked / offered, 120, 320), np.nan)
    return pd.DataFrame(
        {
            "programme": np.array(shape.programmes)[code],
            "place": np.array(shape.homes)[place],
            "year": shape.year,
            "places": offered,
            "admitted": taken,
            "reserves": np.maximum(asked - taken, 0),
            "lowest_merit": np.round(merit),
            "group_size": sizes[code],
            "status": SIMULATED,
        }
    )


def flow_rows(shape: Shape, admitted: Whole) -> pd.DataFrame:
    """Return who was admitted where, from pupils by home, programme and place."""
    home, code, place = np.nonzero(admitted)
    return pd.DataFrame(
        {
            "home": np.array(shape.homes)[home],
            "place": np.array(shape.homes)[place],
            "programme": np.array(shape.programmes)[code],
            "year": shape.year,
            "n": admitted[home, code, place],
            "status": SIMULATED,
        }
    )


def need_rows(region: str) -> pd.DataFrame:
    """Return need by programme: what an authority has stated, and what is made up."""
    rows = [
        {
            "region": region,
            "programme": code,
            "year": stated.NEED_YEAR,
            "class": stated.NEED.get(code, one.need),
            "source": stated.NEED_SOURCE if code in stated.NEED else "made up for the example",
            "status": COUNTED if code in stated.NEED else SIMULATED,
        }
        for code, one in PROGRAMMES.items()
        if KINDS[code] != "introductory"
    ]
    return pd.DataFrame(rows)


def travel_rows(homes: tuple[str, ...], minutes: Floats) -> pd.DataFrame:
    """Return minutes from every home to every place."""
    count = len(homes)
    return pd.DataFrame(
        {
            "home": np.repeat(homes, count),
            "place": np.tile(homes, count),
            "minutes": minutes.ravel().astype(np.int64),
            "status": SIMULATED,
        }
    )


def price_rows() -> pd.DataFrame:
    """Return prices by programme: what an authority has stated, and what is made up."""
    rows = [
        {
            "programme": code,
            "year": stated.PRICE_YEAR,
            "amount": stated.PRICES[code] if code in stated.PRICES else PROGRAMMES[code].price,
            "currency": "SEK",
            "status": COUNTED if code in stated.PRICES else SIMULATED,
        }
        for code in sorted({*PROGRAMMES, *stated.PRICES})
    ]
    return pd.DataFrame(rows)
