"""What notebooks that draw need before their first figure, loaded and used once."""

from __future__ import annotations

import io
import string
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from impact.engine.figures import settings

_LETTERS = string.ascii_letters + string.digits + "åäöÅÄÖé .,;:!?()[]{}<>/%+-–−=_&#@*'\""


def warm_up() -> None:
    """Draw each usual kind of chart once, and close everything again.

    Notes
    -----
    What is drawn in the process others are forked from is never seen; fonts are loaded and
    letters measured once for all of them. Without matplotlib or seaborn nothing happens.
    """
    try:
        import seaborn
        from matplotlib import pyplot, rc_context
    except ImportError:
        return
    charts = _charts(seaborn)
    with warnings.catch_warnings(), rc_context(settings("svg")["InlineBackend"]["rc"]):
        warnings.simplefilter("ignore")
        for chart in charts:
            figure, axes = pyplot.subplots()
            chart(axes)
            axes.set(title=_LETTERS, xlabel=_LETTERS, ylabel="label")
            for kind in ("svg", "png"):
                figure.savefig(io.BytesIO(), format=kind)
            pyplot.close(figure)


def _charts(seaborn: Any) -> tuple[Callable[[Any], Any], ...]:
    across = np.arange(12.0)
    return (
        lambda axes: _lines(axes, across),
        lambda axes: axes.bar(across, across),
        lambda axes: axes.barh([str(one) for one in across], across),
        lambda axes: axes.scatter(across, across, alpha=0.5),
        lambda axes: axes.boxplot([across, across]),
        lambda axes: seaborn.heatmap(across.reshape(3, 4), annot=True, ax=axes),
        lambda axes: seaborn.histplot(across, kde=True, ax=axes),
    )


def _lines(axes: Any, across: np.ndarray) -> None:
    axes.fill_between(across, across, across + 1, alpha=0.2, label="band")
    axes.plot(across, across, marker="o", linestyle="--", label="line")
    axes.axvline(3)
    axes.legend()
