"""What a batch came to: reports, languages, time, size, and what failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from impact.run.make_report import KEPT, MADE, PLANNED, Outcome


@dataclass(frozen=True, slots=True)
class Summary:
    """The end of a batch.

    Parameters
    ----------
    outcomes
        One per report, in the order of the places, the region last.
    index
        The way in.
    seconds
        Wall time of the whole batch.
    problem
        Why the way in could not be written; empty when it could.
    """

    outcomes: tuple[Outcome, ...]
    index: Path
    seconds: float
    problem: str = ""

    @property
    def made(self) -> tuple[Outcome, ...]:
        """The reports that were made."""
        return self._in_state(MADE)

    @property
    def kept(self) -> tuple[Outcome, ...]:
        """The reports that stood already."""
        return self._in_state(KEPT)

    @property
    def planned(self) -> tuple[Outcome, ...]:
        """The reports that a run would make or examine."""
        return self._in_state(PLANNED)

    @property
    def failures(self) -> tuple[Outcome, ...]:
        """The reports that were not."""
        return tuple(outcome for outcome in self.outcomes if outcome.failed)

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages in which something was made."""
        return tuple(dict.fromkeys(code for outcome in self.made for code in outcome.job.languages))

    def _in_state(self, state: str) -> tuple[Outcome, ...]:
        return tuple(one for one in self.outcomes if one.state == state and not one.failed)

    @property
    def size(self) -> int:
        """Bytes of all files of the reports made."""
        return sum(outcome.size for outcome in self.made)


def in_order(outcomes: Sequence[Outcome], subjects: Sequence[str]) -> tuple[Outcome, ...]:
    """Return outcomes in the order of their subjects."""
    rank = {subject: position for position, subject in enumerate(subjects)}
    return tuple(sorted(outcomes, key=lambda outcome: rank[outcome.job.subject]))


def readable_size(size: int) -> str:
    """Return a number of bytes as people write it."""
    if size < 1_000_000:
        return f"{size / 1000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB"
