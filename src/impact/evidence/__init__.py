"""What is known from studies: parameters with intervals, sources and limits; dated tables."""

from __future__ import annotations

from impact.evidence.instruments import Instrument, instrument, instruments
from impact.evidence.library import Library, library
from impact.evidence.model import MEASURES, RATIOS, Parameter
from impact.evidence.rules import faults
from impact.evidence.tables import (
    Band,
    DiscountSchedule,
    UnitValue,
    discount_schedule,
    discount_schedules,
    unit_values,
)
from impact.evidence.use import USES, check_use, is_scenario

__all__ = [
    "MEASURES",
    "RATIOS",
    "USES",
    "Band",
    "DiscountSchedule",
    "Instrument",
    "Library",
    "Parameter",
    "UnitValue",
    "check_use",
    "discount_schedule",
    "discount_schedules",
    "faults",
    "instrument",
    "instruments",
    "is_scenario",
    "library",
    "unit_values",
]
