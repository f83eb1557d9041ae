"""One indicator, one small panel per municipality, all on the same scale."""

from __future__ import annotations

from impact.report.charts import svg
from impact.report.charts.trends import bounds, panels_figure, values_of
from impact.report.language import Language
from impact.report.message import PlaceName
from impact.report.region_blocks import (
    Multiples,
)

PANEL, ABOVE = 150, 24


def multiples(block: Multiples, language: Language, title: str) -> str:
    """Return one panel per municipality in one inline SVG.

    Parameters
    ----------
    block
        The panels to draw.
    language
        The reader's language.
    title
        The chart's finding, its alternative text.
    """
    return svg.chart(block, language, draw, title)


def draw(block: Multiples, labels: svg.Labels) -> str:
    """Draw the panels on one common scale, so that heights can be compared."""
    limits = bounds(values_of(*block.panels), block.indicator)
    titles = [labels(PlaceName(panel.place)) for panel in block.panels]
    return panels_figure(block.panels, titles, [limits] * len(titles), labels, PANEL, ABOVE)
