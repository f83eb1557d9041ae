"""What Swedish authorities have stated of prices and need."""

from __future__ import annotations

PRICE_YEAR = 2023
PRICES: dict[str, int] = {
    "BA": 137_000,
    "BF": 106_400,
    "EE": 128_600,
    "EK": 87_300,
    "ES": 118_400,
    "FS": 103_200,
    "FT": 151_200,
    "HA": 103_500,
    "HT": 116_000,
    "HU": 92_900,
    "HV": 131_900,
    "IN": 163_300,
    "NA": 96_100,
    "NB": 210_500,
}
"""Kronor a pupil and year without meals, national price list of 2023 (Skolverket). The lowest or
only course of a programme; NB is the course with animals, the only one read."""
NEED_YEAR = 2023
NEED: dict[str, str] = {"IN": "increase", "VO": "increase"}
"""Judgement of autumn 2023 that is the same in all 21 counties (Skolverket)."""
NEED_SOURCE = "Skolverket, regional planning material, 31 October 2023: all 21 counties"
