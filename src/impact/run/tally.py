"""How far a batch has come, how fast its reports are made, and how long the others will take."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

Clock = Callable[[], float]

MADE, KEPT, FAILED, PLANNED = "made", "kept", "failed", "planned"
STATES = (MADE, KEPT, FAILED, PLANNED)
ENOUGH_TO_TELL = 3


class Tally:
    """How many reports are ready, how fast they come and how long the others will take.

    Parameters
    ----------
    clock
        Seconds that only grow.

    Notes
    -----
    Rate and time left come from the reports that were made: one that stands already costs nothing
    and would promise too much. The first one made starts the watch, since before it lies work
    that is done only once.
    """

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._first = self._last = 0.0
        self.total = 0
        self.counts: Counter[str] = Counter()

    def begin(self, total: int) -> None:
        """Start with this number of reports."""
        self.total = total
        self._began = self._clock()

    def add(self, state: str) -> None:
        """Count one report: made, kept, failed or planned."""
        self.counts[state] += 1
        if state == MADE:
            self._last = self._clock()
            if self.counts[MADE] == 1:
                self._first = self._last

    @property
    def ready(self) -> int:
        """Reports that need no more work, whatever became of them."""
        return self.counts.total()

    @property
    def seconds(self) -> float:
        """Seconds since the batch began."""
        return self._clock() - self._began

    def per_minute(self) -> float | None:
        """Return how many reports are made a minute; None while too few are to tell."""
        watched = self._last - self._first
        if self.counts[MADE] < ENOUGH_TO_TELL or watched <= 0:
            return None
        return 60 * (self.counts[MADE] - 1) / watched

    def seconds_left(self) -> float | None:
        """Return how long the others will take in seconds; None while nobody can tell."""
        rate = self.per_minute()
        if rate is None:
            return None
        since = self._clock() - self._last
        return max(0.0, 60 * (self.total - self.ready) / rate - since)
