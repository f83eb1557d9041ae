"""The blocks of planning: forecasts with their ranges, and the people they are about."""

from __future__ import annotations

from dataclasses import dataclass

from impact.report.blocks import Block, Series
from impact.report.message import IndicatorName, LocalWords, Message, PlaceName, Year

Label = IndicatorName | PlaceName | LocalWords | Message | Year
"""What a panel is called."""
MOST_OTHERS = 3
"""So many other lines have a look of their own."""


@dataclass(frozen=True, slots=True)
class FanPanel:
    """One series as it was counted, and from then on as it is forecast.

    Parameters
    ----------
    label
        What the panel is called.
    unit, decimals
        How its numbers are printed.
    counted
        What was measured or counted, by year.
    central
        The forecast, with its lower and upper limit; empty when there is none.
    others
        Other courses beside the central one, each with its name; at most `MOST_OTHERS` different
        names in a block. Their limits are not drawn.
    breaks
        First years in which the series starts anew.
    note
        Why there is no forecast, or what to know of it.
    """

    label: Label
    unit: str
    decimals: int
    counted: Series
    central: Series
    others: tuple[tuple[Message, Series], ...] = ()
    breaks: tuple[int, ...] = ()
    note: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fans(Block):
    """Small multiples of series with their forecasts and ranges, and the table of them.

    Parameters
    ----------
    axis
        What is measured, in which unit; that each has its own where they differ.
    panels
        At least one.
    finding
        The drawing in words, its alternative text; None names the panels and what they show.
    past
        What the years until now are called, where they are no count.
    """

    heading: Message
    axis: Message
    panels: tuple[FanPanel, ...]
    finding: Message | None = None
    past: Message | None = None
    remarks: tuple[Message, ...] = ()
