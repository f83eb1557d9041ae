"""A table of figures as numbers that add up: numerators, denominators and the rest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from impact.indicators.protection.cells import NEVER_SHOWN, Cells, completed
from impact.indicators.protection.rules import (
    COMPLEMENT,
    DENOMINATOR,
    PRIMARY,
    SECONDARY,
    SERIES,
    SOURCE,
    Rule,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One rule's rows of a table, ready to be protected or attacked.

    Parameters
    ----------
    cells
        Numerators first (one a row), then what is nowhere shown; with `both`, then the same of
        denominators and, last, denominator - numerator. Every cell has a number.
    rows
        Number of rows. Item i hides the numerator (and value) of row i, item rows + i its
        denominator.
    both
        Whether denominators are cells too: only when one of them is hidden.
    denominators_at
        Position of the first denominator.
    """

    cells: Cells
    rows: int
    both: bool
    denominators_at: int

    def cells_of(self, items: np.ndarray) -> np.ndarray:
        """Return the position of the number that each item is about."""
        return np.where(items < self.rows, items, items - self.rows + self.denominators_at)


def problem(
    numerator: np.ndarray,
    denominator: np.ndarray,
    reason: np.ndarray,
    sums: sparse.csr_array,
    rule: Rule,
    *,
    unshown_denominators: np.ndarray,
    same: np.ndarray,
) -> Problem:
    """Return the numbers of a table with the bounds everyone knows.

    Parameters
    ----------
    numerator, denominator
        Persons, shape (rows,); NaN where unknown here.
    reason
        Shape (rows,): why the row is hidden, or empty.
    sums
        Sums between rows and what is nowhere shown.
    rule
        Thresholds and room.
    unshown_denominators
        Booleans, shape (rows,): hidden, or to be hidden.
    same
        Pairs of rows known to have the same denominator, shape (pairs, 2).

    Notes
    -----
    The reason may be known, so it bounds a hidden number: primary 0 to threshold - 1, complement
    denominator - complement + 1 to denominator, secondary threshold to denominator - complement;
    denominator, series and source 0 to denominator. A denominator is below the fewest persons a
    numerator needs when the reason is denominator, and not below otherwise. A row that is not
    hidden yet has the bounds it would have as secondary. The room needed is that of the rule, or
    all that these bounds leave when that is less.
    """
    rows, width = len(numerator), sums.shape[1]
    both = bool(unshown_denominators.any()) and bool((~np.isnan(denominator)).any())
    lower, upper = _bounds(reason, np.where(unshown_denominators, np.nan, denominator), rule)
    few = unshown_denominators & (reason == DENOMINATOR)
    natural = np.where(few, np.minimum(upper, rule.fewest - 1), upper)
    need = np.minimum(rule.room, np.maximum(natural - lower, 0))
    extra = width - rows
    layer = Cells(
        sums=sums,
        value=_filled(numerator, extra, np.nan),
        lower=_filled(lower, extra, 0.0),
        upper=_filled(upper, extra, np.inf),
        item=_filled(np.arange(rows), extra, NEVER_SHOWN),
        need=_filled(need, extra, 0.0),
    )
    if both:
        layer = _with_denominators(layer, denominator, reason, rule, same)
    value = completed(layer)
    return Problem(
        cells=Cells(
            sums=layer.sums,
            value=value,
            lower=layer.lower,
            upper=layer.upper,
            item=layer.item,
            need=layer.need,
        ),
        rows=rows,
        both=both,
        denominators_at=width,
    )


def _bounds(reason: np.ndarray, denominator: np.ndarray, rule: Rule) -> tuple:
    complement = rule.complement or 0
    share = rule.share & ~np.isnan(denominator)
    most = np.where(share, denominator, np.inf)
    lower, upper = np.zeros(len(reason)), most.copy()
    upper[reason == PRIMARY] = np.minimum(most, rule.threshold - 1)[reason == PRIMARY]
    rest = reason == COMPLEMENT
    lower[rest] = np.maximum(denominator - complement + 1, 0)[rest]
    free = (reason == "") | (reason == SECONDARY)
    lower[free] = rule.threshold
    upper[free] = np.where(share, most - complement, np.inf)[free]
    return np.nan_to_num(lower), np.maximum(upper, np.nan_to_num(lower))


def _with_denominators(
    layer: Cells, denominator: np.ndarray, reason: np.ndarray, rule: Rule, same: np.ndarray
) -> Cells:
    """Add denominators, which add up as numerators do, and numerator + rest = denominator."""
    rows, width = len(denominator), layer.sums.shape[1]
    extra = width - rows
    link, over = sparse.eye_array(rows, width), sparse.eye_array(rows)
    pair = np.arange(len(same))
    equal = sparse.csr_array(
        (np.tile([1.0, -1.0], len(same)), (np.repeat(pair, 2), same.ravel())), (len(same), width)
    )
    blocks = [
        [layer.sums, None, None],
        [None, layer.sums, None],
        [None, equal, None],
        [link, -link, over],
    ]
    least = np.where(np.isin(reason, (DENOMINATOR, SERIES, SOURCE)), 0.0, rule.fewest)
    most = np.where(reason == DENOMINATOR, rule.fewest - 1, np.inf)
    need = np.minimum(rule.room, most - least)
    below = _filled(denominator, extra, np.nan)
    rest = denominator - layer.value[:rows]
    rest_least, rest_most = _rest_bounds(reason, rule)
    hides = _filled(rows + np.arange(rows), extra, NEVER_SHOWN)
    return Cells(
        sums=sparse.block_array(blocks).tocsr(),
        value=np.concatenate([layer.value, below, rest]),
        lower=np.concatenate([layer.lower, _filled(least, extra, 0.0), rest_least]),
        upper=np.concatenate([layer.upper, _filled(most, extra, np.inf), rest_most]),
        item=np.concatenate([layer.item, hides, np.arange(rows)]),
        need=np.concatenate([layer.need, _filled(need, extra, 0.0), np.zeros(rows)]),
    )


def _rest_bounds(reason: np.ndarray, rule: Rule) -> tuple[np.ndarray, np.ndarray]:
    """What the reason tells of denominator - numerator; of rates of events, nothing."""
    if not rule.share:
        return np.full(len(reason), -np.inf), np.full(len(reason), np.inf)
    complement = float(rule.complement or 0)
    least = np.where((reason == "") | (reason == SECONDARY), complement, 0.0)
    return least, np.where(reason == COMPLEMENT, complement - 1, np.inf)


def _filled(own: np.ndarray, extra: int, other: float) -> np.ndarray:
    return np.concatenate([own, np.full(extra, other, dtype=np.asarray(own).dtype)])
