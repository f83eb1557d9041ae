"""Who may enter which programme, and where those go who may not enter what they wished."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.planning.capacity.programmes import KINDS

PASSES = {"vocational": 8, "preparatory": 12, "introductory": 0, "apprentice": 8}
"""Passed subjects from grade 9 that each kind of programme asks for (Sweden)."""
NOBODY = 1e-9
"""Fewer pupils than this are rounding."""


def may_enter(kind: str, passes: int) -> bool:
    """Return whether somebody with so many passed subjects may enter a kind of programme.

    Parameters
    ----------
    kind
        One of `KINDS`.
    passes
        Passed subjects, Swedish, mathematics and English among them.

    Returns
    -------
    bool
        By `PASSES`.

    Raises
    ------
    InvalidInput
        An unknown kind.
    """
    if kind not in PASSES:
        raise InvalidInput(f"kind '{kind}' is none of {', '.join(KINDS)}")
    return passes >= PASSES[kind]


@dataclass(frozen=True, slots=True, eq=False)
class Eligible:
    """Wishes after the rule of entry.

    Parameters
    ----------
    demand
        Wanted places that may be entered, rows homes and columns programmes; each home keeps its
        total, less those for whom the list holds no introductory programme.
    moved
        Wishes that the rule does not allow, by home and programme wished for.
    not_eligible
        Of those, the ones who find no place to wish for at all (no introductory programme).
    """

    demand: pd.DataFrame
    moved: pd.DataFrame
    not_eligible: pd.DataFrame


def apply_eligibility(
    wanted: pd.DataFrame,
    kinds: Mapping[str, str],
    *,
    vocational: float | pd.Series,
    preparatory: float | pd.Series | None = None,
) -> Eligible:
    """Return wishes that may be entered, given the shares who are eligible.

    Parameters
    ----------
    wanted
        Wishes, rows homes, columns programmes; of everyone, eligible or not.
    kinds
        Kind of each programme.
    vocational
        Share of a home's young people who may enter a vocational programme, 0 to 1; everyone who
        may enter a preparatory one is among them.
    preparatory
        Share who may enter a preparatory programme; the same when not given.

    Returns
    -------
    Eligible
        In the order of the rows and columns given.

    Raises
    ------
    InvalidInput
        An unknown kind, a programme without a kind, a share outside 0 to 1, a preparatory share
        above the vocational one.

    Notes
    -----
    At most e_p T of a home's T wishes may be preparatory and at most e_v T of them national. What
    is above the first moves to the home's vocational wishes as far as the second allows (in their
    proportions), the rest to introductory programmes (in the home's proportions, evenly where it
    wishes for none). Wishes already within the limits stay as they are. This takes no account of
    who among the young wished for what: shares of eligible are known, their wishes are not.
    """
    shares = {
        "vocational": _by_home(vocational, wanted.index),
        "preparatory": _by_home(vocational if preparatory is None else preparatory, wanted.index),
    }
    _check(wanted, kinds, shares)
    numbers = wanted.to_numpy(dtype=float)
    kind = np.array([kinds[name] for name in wanted.columns], dtype=object)
    is_prep, is_intro = kind == "preparatory", kind == "introductory"
    is_work = ~is_prep & ~is_intro
    total = numbers.sum(axis=1)
    prep, work = numbers[:, is_prep].sum(axis=1), numbers[:, is_work].sum(axis=1)
    national_limit = shares["vocational"] * total
    prep_kept = np.minimum(prep, shares["preparatory"] * total)
    work_kept = np.minimum(work, np.maximum(national_limit - prep_kept, 0.0))
    room = np.maximum(national_limit - prep_kept - work_kept, 0.0)
    to_work = np.where(work > NOBODY, np.minimum(prep - prep_kept, room), 0.0)
    to_intro = (prep - prep_kept) + (work - work_kept) - to_work
    kept = numbers.copy()
    kept[:, is_prep] *= _ratio(prep_kept, prep)[:, None]
    kept[:, is_work] *= _ratio(work_kept, work)[:, None]
    moved = numbers - kept
    kept[:, is_work] += numbers[:, is_work] * _ratio(to_work, work, 0.0)[:, None]
    left = np.zeros_like(numbers)
    if is_intro.any():
        intro = numbers[:, is_intro]
        each = intro.sum(axis=1, keepdims=True)
        even = np.full_like(intro, 1 / is_intro.sum())
        kept[:, is_intro] += to_intro[:, None] * np.where(
            each > NOBODY, intro / np.where(each > NOBODY, each, 1), even
        )
    else:
        left = moved * _ratio(to_intro, moved.sum(axis=1), 0.0)[:, None]
    return Eligible(*(
        pd.DataFrame(found, index=wanted.index, columns=wanted.columns)
        for found in (kept, moved, left)
    ))  # fmt: skip


def _ratio(part: np.ndarray, whole: np.ndarray, otherwise: float = 1.0) -> np.ndarray:
    return np.divide(part, whole, out=np.full(len(whole), otherwise), where=whole > NOBODY)


def _by_home(given: float | pd.Series, homes: pd.Index) -> np.ndarray:
    if isinstance(given, pd.Series):
        return given.reindex(homes).to_numpy(dtype=float)
    return np.full(len(homes), float(given))


def _check(
    wanted: pd.DataFrame, kinds: Mapping[str, str], shares: Mapping[str, np.ndarray]
) -> None:
    faults = [
        Fault(f"programme {name}", "has no kind." if name not in kinds else f"'{kinds[name]}'.",
              f"One of {', '.join(KINDS)}.")
        for name in wanted.columns
        if kinds.get(name) not in KINDS
    ]  # fmt: skip
    for name, values in shares.items():
        for home, value in zip(wanted.index, values, strict=True):
            if not 0 <= value <= 1:
                where = f"home {home}, share eligible for {name} programmes"
                faults.append(Fault(where, f"is {value}.", "Give a share between 0 and 1."))
    above = shares["preparatory"] > shares["vocational"]
    faults += [
        Fault(f"home {home}", "more are eligible for preparatory than for vocational programmes.",
              "Whoever may enter a preparatory programme may enter a vocational one.")
        for home in wanted.index[above]
    ]  # fmt: skip
    if faults:
        raise InvalidInput("eligibility cannot be applied:", faults)
