"""From figures and plans to blocks: what a report says, still without words or digits."""

from impact.report.content.activities import activities
from impact.report.content.annex import (
    cards,
    diagnostics,
    full_table,
    omissions,
    peers,
    provenance,
    region_cards,
    region_provenance,
)
from impact.report.content.areas import areas, context_table
from impact.report.content.changes import changes
from impact.report.content.dialogue import dialogue
from impact.report.content.empty import (
    assessments,
    effects,
    forecasts,
    local_text,
)
from impact.report.content.equal_start import equal_starting_points
from impact.report.content.findings import findings
from impact.report.content.front import front
from impact.report.content.funnels import funnels, region_funnels
from impact.report.content.goals import goals, region_goals
from impact.report.content.key_figures import key_figures, region_key_figures
from impact.report.content.region import (
    maps,
    multiples,
    region_findings,
    region_front,
    region_track,
    spread,
    spread_findings,
)
from impact.report.content.region_tables import (
    improvers,
    latest_values,
    neighbours,
    pupils,
)
from impact.report.content.track import on_track

__all__ = [
    "activities",
    "areas",
    "assessments",
    "cards",
    "changes",
    "context_table",
    "diagnostics",
    "dialogue",
    "effects",
    "equal_starting_points",
    "findings",
    "forecasts",
    "front",
    "full_table",
    "funnels",
    "goals",
    "improvers",
    "key_figures",
    "latest_values",
    "local_text",
    "maps",
    "multiples",
    "neighbours",
    "omissions",
    "on_track",
    "peers",
    "provenance",
    "pupils",
    "region_cards",
    "region_findings",
    "region_front",
    "region_funnels",
    "region_goals",
    "region_key_figures",
    "region_provenance",
    "region_track",
    "spread",
    "spread_findings",
]
