"""Any block in one language, as the nodes of a page."""

from __future__ import annotations

from impact.errors import UnknownName
from impact.report import (
    render_annex,
    render_areas,
    render_assessment,
    render_capacity,
    render_dialogue,
    render_evaluation,
    render_first_page,
    render_funnel,
    render_index,
    render_planning,
    render_quantities,
)
from impact.report import render_region as region
from impact.report.annex_blocks import (
    Cards,
    Provenance,
    Values,
)
from impact.report.assessment_blocks import FactList, Matrix, Options
from impact.report.blocks import (
    Activities,
    Barometer,
    Block,
    Changes,
    Dialogue,
    Findings,
    Front,
    Gaps,
    Goals,
    LocalText,
    Sentences,
    Table,
    Trends,
)
from impact.report.capacity_blocks import (
    AreaMap,
    FlowMap,
    Notice,
    PeopleMap,
    PlacesDemand,
    WeightSweep,
)
from impact.report.evaluation_blocks import (
    Conclusion,
    Course,
    EventPlot,
    Forest,
    PlaceboStrip,
    PowerCurve,
    SensitivityPlot,
)
from impact.report.funnel_blocks import Funnel
from impact.report.index_blocks import IndexParts
from impact.report.language import Language
from impact.report.nodes import Nodes
from impact.report.planning_blocks import Fans
from impact.report.quantity_blocks import (
    Acceptability,
    DotsAndLines,
    Drivers,
    GainsAndLosses,
    ParameterCards,
)
from impact.report.region_blocks import (
    ChoroplethMap,
    Multiples,
    Spread,
)

_RENDERERS = {
    Front: render_first_page.front,
    Sentences: render_first_page.sentences,
    Findings: render_first_page.findings,
    Goals: render_first_page.goals,
    Changes: render_first_page.changes,
    Barometer: render_areas.barometer,
    Trends: render_areas.trends,
    Gaps: render_areas.gaps,
    LocalText: render_areas.local_text,
    Table: render_annex.table,
    Values: render_annex.values,
    Cards: render_annex.cards,
    Provenance: render_annex.provenance,
    Dialogue: render_dialogue.dialogue,
    Multiples: region.multiples,
    ChoroplethMap: region.choropleth_map,
    Spread: region.spread,
    Funnel: render_funnel.funnel,
    IndexParts: render_index.index_parts,
    Options: render_assessment.options,
    Matrix: render_assessment.matrix,
    FactList: render_assessment.fact_list,
    DotsAndLines: render_quantities.dots_and_lines,
    GainsAndLosses: render_quantities.gains_and_losses,
    Drivers: render_quantities.drivers,
    Acceptability: render_quantities.acceptability,
    ParameterCards: render_quantities.parameter_cards,
    Conclusion: render_evaluation.conclusion,
    Course: render_evaluation.course,
    EventPlot: render_evaluation.event_plot,
    PlaceboStrip: render_evaluation.placebo_strip,
    Forest: render_evaluation.forest,
    SensitivityPlot: render_evaluation.sensitivity,
    PowerCurve: render_evaluation.power_curve,
    Notice: render_capacity.notice,
    PeopleMap: render_capacity.people_map,
    AreaMap: render_capacity.area_map,
    PlacesDemand: render_capacity.places_demand,
    WeightSweep: render_capacity.weight_sweep,
    FlowMap: render_capacity.flow_map,
    Fans: render_planning.fans,
}


def nodes(block: Block, language: Language) -> Nodes:
    """Return a block as nodes in one language.

    Raises
    ------
    UnknownName
        If no renderer knows this kind of block.
    """
    if isinstance(block, Activities):
        write = render_first_page.brief_activities if block.brief else render_areas.activities
        return write(block, language)
    renderer = _RENDERERS.get(type(block))
    if renderer is None:
        raise UnknownName("block", type(block).__name__, (kind.__name__ for kind in _RENDERERS))
    return renderer(block, language)
