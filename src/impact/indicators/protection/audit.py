"""What someone who knows everything shown can still work out of what is hidden."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from impact.indicators.protection.apply import as_problem
from impact.indicators.protection.layout import SUPPRESSION, Layout
from impact.indicators.protection.parts import Part, parts
from impact.indicators.protection.protect import DEFAULT_LAYOUT, Protected
from impact.indicators.protection.room import EXACT, limits
from impact.indicators.protection.rules import Rule


def audit(
    values: pd.DataFrame | Protected,
    rule: Rule | Mapping[str, Rule | None],
    *,
    layout: Layout = DEFAULT_LAYOUT,
    published: pd.DataFrame | None = None,
    whole: bool = False,
) -> pd.DataFrame:
    """Work out how closely each hidden number can be known, by linear programming.

    Parameters
    ----------
    values
        Values table with `status`, or what `protect` returned.
    rule, layout, published
        As for `protect`.
    whole
        Use that counts are whole numbers. Slower; see Notes.

    Returns
    -------
    DataFrame
        One row for every hidden numerator, and for every denominator that a rule hides: the
        columns that name the row, `hidden` (numerator or denominator), `suppression`, `least`,
        `most` (persons), `exact` (most = least) and `derivable`.

    Notes
    -----
    least and most are the extremes of the number over all tables that agree with everything
    shown: the sums between rows (women + men = total, places = region, ages, years of a window),
    numerator <= denominator where the rule has a complement, no number below 0, and what the
    reason in `suppression`, when there, tells of the number. A number is derivable when
    most - least <= tolerance and hiding everything else would leave more (of one person, hidden,
    everyone knows that it is 0 or 1). Values without a numerator are not shown numbers here.

    Linear programming lets counts be fractions, so its limits are never narrower than the true
    ones: what it calls derivable is. In two-way tables (such as place by sex of one year, with
    totals) its extremes are whole numbers by themselves. In tables of three ways and more the
    true limits can be narrower; `whole` finds them by integer programming.

    References
    ----------
    Hundepool A and others. Statistical Disclosure Control. Wiley, 2012, chapter 4.
    """
    table = values.values if isinstance(values, Protected) else values
    found = [_attacked(part, layout, whole=whole) for part in parts(table, rule, layout, published)]
    keys = [*layout.tables(table), *layout.dimensions(table)]
    columns = [*keys, "hidden", SUPPRESSION, "least", "most", "exact", "derivable"]
    if not found:
        return pd.DataFrame(columns=columns)
    return pd.concat(found, ignore_index=True)[columns]


def _attacked(part: Part, layout: Layout, *, whole: bool) -> pd.DataFrame:
    problem = as_problem(part, layout)
    items = np.concatenate([(part.reason != "") | part.unknown, part.unshown])
    wanted = np.flatnonzero(items[: len(items) if problem.both else problem.rows])
    cells = problem.cells_of(wanted)
    needed = problem.cells.need[cells] > 0
    wanted, cells = wanted[needed], cells[needed]
    least, most = limits(problem.cells, problem.cells.hidden(items), cells, whole=whole)
    row = wanted % problem.rows
    room = most - least
    keys = [*layout.tables(part.table), *layout.dimensions(part.table)]
    out = part.table.loc[row, keys].reset_index(drop=True)
    out["hidden"] = np.where(wanted < problem.rows, "numerator", "denominator")
    out[SUPPRESSION] = part.reason[row]
    out["least"], out["most"] = least, most
    out["exact"] = room < EXACT
    narrow = np.flatnonzero(room < problem.cells.need[cells] - EXACT)
    everything = problem.cells.hidden(np.tile(~part.nobody, 2))
    least, most = limits(problem.cells, everything, cells[narrow], whole=whole)
    out["derivable"] = False
    out.loc[narrow, "derivable"] = room[narrow] < most - least - EXACT
    return out
