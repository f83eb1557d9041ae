"""Putting each group's age bands in order and checking that they join up."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import SHOWN_ROWS, numbers, refuse, row_faults
from impact.indicators.standardisation.age_bands import age_bands


def band_sequence(
    frame: pd.DataFrame, band: str, codes: np.ndarray, groups: pd.DataFrame
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return each row's first age and age after the last, and each group's rows in age order.

    Parameters
    ----------
    frame, band
        The table and its column of band labels, or of first ages (numbers).
    codes, groups
        Group number of each row, and one row a group.

    Returns
    -------
    start, end
        Shape (rows,), years; an open band ends at infinity.
    rows
        Shape (groups, most bands): positions of rows, -1 after a group's last band.

    Raises
    ------
    InvalidInput
        With all bands that occur twice, overlap or leave a gap, groups whose last band is not
        open, and first ages that a group lacks.
    """
    if pd.api.types.is_numeric_dtype(frame[band]):
        start = numbers(frame, band)
        wrong = ~(np.isfinite(start) & (start >= 0))
        refuse("unknown age bands", row_faults(frame, wrong, band, "is no age."))
        refuse("groups with different age bands", _same_faults(frame, band, codes, groups, start))
        order = np.lexsort((start, codes))
        end = _next_start(order, codes, start)
    else:
        limits = age_bands(frame[band])
        at = limits.index.get_indexer(pd.Index(frame[band]))
        start, end = limits["start"].to_numpy()[at], limits["end"].to_numpy()[at]
        order = np.lexsort((start, codes))
        refuse("age bands that do not join up", _join_faults(frame, band, order, codes, start, end))
    return start, end, _padded_rows(order, codes, len(groups))


def _join_faults(
    frame: pd.DataFrame,
    band: str,
    order: np.ndarray,
    codes: np.ndarray,
    start: np.ndarray,
    end: np.ndarray,
) -> list[Fault]:
    here, then = order[:-1], order[1:]
    together = codes[here] == codes[then]
    problems = np.full(len(frame), "", dtype=object)
    problems[then[together & (start[then] > end[here])]] = "leaves a gap after the band before it."
    problems[then[together & (start[then] < end[here])]] = "overlaps the band before it."
    problems[then[together & (start[then] == start[here])]] = "occurs twice in its group."
    closing = order[np.append(~together, True)] if len(order) else order
    problems[closing[np.isfinite(end[closing])]] = "is the last of its group and not open."
    return [
        fault
        for problem in dict.fromkeys(problems[problems != ""])
        for fault in row_faults(frame, problems == problem, band, problem)
    ]


def _same_faults(
    frame: pd.DataFrame, band: str, codes: np.ndarray, groups: pd.DataFrame, start: np.ndarray
) -> list[Fault]:
    at, starts = pd.factorize(start, sort=True)
    seen = np.zeros((len(groups), len(starts)), dtype=int)
    np.add.at(seen, (codes, at), 1)
    twice = row_faults(frame, seen[codes, at] > 1, band, "occurs twice in its group.")
    absent = np.argwhere(seen == 0)
    lacking = [
        Fault(
            f"group {groups.iloc[group].to_dict()}",
            f"lacks the band from {starts[column]:g}.",
            'Bands given by their first age must be the same in all groups; or use "0", "1-4".',
        )
        for group, column in absent[:SHOWN_ROWS]
    ]
    more = len(absent) - SHOWN_ROWS
    return twice + lacking + ([Fault("groups", f"{more} more bands lack.")] if more > 0 else [])


def _next_start(order: np.ndarray, codes: np.ndarray, start: np.ndarray) -> np.ndarray:
    end = np.full(len(start), np.inf)
    together = codes[order[:-1]] == codes[order[1:]]
    end[order[:-1][together]] = start[order[1:][together]]
    return end


def _padded_rows(order: np.ndarray, codes: np.ndarray, size: int) -> np.ndarray:
    bands = np.bincount(codes, minlength=size)
    first = np.cumsum(bands) - bands
    place = np.arange(len(order)) - first[codes[order]]
    rows = np.full((size, bands.max(initial=0)), -1)
    rows[codes[order], place] = order
    return rows
