"""Chance that begins alike for every report: the same draws whenever and wherever it is made."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

SEED = 0
IN_A_KERNEL = f"__import__({__name__!r}, fromlist=['x']).begin_with_first_cell(get_ipython())"


@dataclass(frozen=True, slots=True)
class State:
    """How the shared generators of Python and NumPy stand."""

    python: Any
    numpy: Any

    def restore(self) -> None:
        """Let them stand so again: Python seeds its own anew in every forked process."""
        import numpy

        random.setstate(self.python)
        numpy.random.set_state(self.numpy)  # noqa: NPY002


def begin() -> None:
    """Seed the generators that notebooks share with all code."""
    import numpy

    random.seed(SEED)
    numpy.random.seed(SEED)  # noqa: NPY002


def now() -> State:
    """Return how they stand."""
    import numpy

    return State(random.getstate(), numpy.random.get_state())  # noqa: NPY002


def begin_with_first_cell(shell: Any) -> None:
    """Seed them when the first cell runs: a kernel that starts draws some numbers itself.

    Parameters
    ----------
    shell
        The shell of the kernel.
    """

    def first_cell(*about: Any) -> None:
        shell.events.unregister("pre_run_cell", first_cell)
        begin()

    shell.events.register("pre_run_cell", first_cell)
