"""What is made up of programmes where nobody has counted applicants, groups or prices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from impact.planning.capacity.programmes import programme

INTRODUCTORY = "IM"


@dataclass(frozen=True, slots=True)
class Invented:
    """What is made up of one programme.

    Parameters
    ----------
    share
        Part of all eligible first choices; made equal to 1 in sum.
    group_size
        Pupils in a whole group.
    room
        Places for each expected first choice, beside `ROOM`.
    price
        Kronor a pupil and year where none is stated.
    need
        Class of the labour market's need where none is stated.
    """

    share: float
    group_size: int
    room: float = 1.0
    price: int = 0
    need: str = "unchanged"


PROGRAMMES: Mapping[str, Invented] = {
    "BA": Invented(0.045, 16, 0.95),
    "BF": Invented(0.045, 20, 1.05, need="decrease"),
    "EE": Invented(0.085, 16, 0.85, need="increase"),
    "EK": Invented(0.155, 32, 1.0, need="decrease"),
    "ES": Invented(0.055, 24, 1.05, need="decrease"),
    "FS": Invented(0.035, 20, 1.05),
    "FT": Invented(0.055, 16, 0.9, need="increase"),
    "HT": Invented(0.015, 16, 1.2),
    "HU": Invented(0.01, 24, 1.1, need="decrease"),
    "IN": Invented(0.03, 16, 1.3),
    "NA": Invented(0.14, 32, 1.05),
    "NB": Invented(0.035, 16, 1.05),
    "RL": Invented(0.015, 16, 1.25, price=140_000, need="increase"),
    "SA": Invented(0.165, 32, 1.0, price=85_000, need="decrease"),
    "TE": Invented(0.085, 30, 1.05, price=100_000),
    "VF": Invented(0.015, 16, 1.2, price=125_000, need="increase"),
    "VO": Invented(0.04, 20, 1.25, price=115_000),
    INTRODUCTORY: Invented(0.0, 15, 1.2, price=120_000),
}
KINDS = {code: programme(code).kind for code in PROGRAMMES}
"""Kind of each; what a pupil may enter follows from it."""
