"""The scales frameworks give their entries on: kept as given, summed only with a warning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from impact.errors import Fault, InvalidInput, UnknownName

Scale = Literal["traffic3", "pm0", "pm2", "pm3", "arvi9"]
SCALES: tuple[str, ...] = get_args(Scale)
SCORES: dict[str, dict[str, int]] = {
    "traffic3": {"red": -1, "yellow": 0, "green": 1},
    "pm0": {"-": -1, "0": 0, "+": 1},
    "pm2": {"-2": -2, "-1": -1, "0": 0, "+1": 1, "+2": 2},
    "pm3": {"-3": -3, "-2": -2, "-1": -1, "0": 0, "+1": 1, "+2": 2, "+3": 3},
    "arvi9": {
        "-very_high": -4, "-high": -3, "-moderate": -2, "-low": -1, "none": 0,
        "+low": 1, "+moderate": 2, "+high": 3, "+very_high": 4,
    },
}  # fmt: skip
SUM_WARNING = "ordinal_sum"


@dataclass(frozen=True, slots=True)
class ScoreSum:
    """A sum of ordinal entries, which never goes without its warning.

    Parameters
    ----------
    value
        Sum of the steps from the middle of the scale.
    count
        How many entries it is made of.
    better, worse
        How many of them lie above and below the middle: what the sum hides.
    warning
        Key of the warning every report prints with it.
    """

    value: int
    count: int
    better: int
    worse: int
    warning: str = SUM_WARNING


def score_value(score: str, *, scale: str) -> int:
    """Return how many steps an entry lies above (or below) the middle of its scale.

    Raises
    ------
    UnknownName
        There is no such scale, or the scale has no such entry.
    """
    if scale not in SCORES:
        raise UnknownName("scale", scale, SCORES, f"There are {', '.join(SCALES)}.")
    known = SCORES[scale]
    if score not in known:
        raise UnknownName(f"entry of {scale}", score, known, f"Write one of {', '.join(known)}.")
    return known[score]


def score_sum(scores: Iterable[str], *, scale: str) -> ScoreSum:
    """Add up entries of one scale, with the warning that belongs to such a sum.

    Parameters
    ----------
    scores
        Entries of the scale.
    scale
        Name of the scale, one of `SCALES`.

    Returns
    -------
    ScoreSum
        The sum, what it is made of and the key of its warning.

    Raises
    ------
    InvalidInput
        Entries the scale does not have, all of them.
    UnknownName
        There is no such scale.

    Notes
    -----
    The steps of an ordinal scale are not equally wide, and a large harm to a few is not made good
    by a small gain to many. A sum is therefore an aid to sorting and no result.
    """
    values, faults = [], []
    for position, score in enumerate(scores, start=1):
        if scale in SCORES and score not in SCORES[scale]:
            mend = f"Write one of {', '.join(SCORES[scale])}."
            faults.append(Fault(f"entry {position}", f"'{score}' is no entry of {scale}.", mend))
            continue
        values.append(score_value(score, scale=scale))
    if faults:
        raise InvalidInput("these entries cannot be added up:", faults)
    better, worse = sum(value > 0 for value in values), sum(value < 0 for value in values)
    return ScoreSum(sum(values), len(values), better, worse)
