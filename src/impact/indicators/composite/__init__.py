"""Composite indices: from indicators to one number, with what it hides and how sure it is."""

from impact.indicators.composite.aggregate import aggregate, effective_weights
from impact.indicators.composite.benefit_of_the_doubt import benefit_of_the_doubt
from impact.indicators.composite.build import Index, build_index
from impact.indicators.composite.coherence import Coherence, Gate, coherence, cronbach_alpha
from impact.indicators.composite.decompose import (
    Decomposition,
    change_contributions,
    gap_contributions,
)
from impact.indicators.composite.frozen_parameters import FrozenParameters, fit_parameters
from impact.indicators.composite.leave_one_out import leave_one_out
from impact.indicators.composite.method_draws import Alternatives
from impact.indicators.composite.missing import carry_forward, fill_median
from impact.indicators.composite.normalise import normalise
from impact.indicators.composite.outranking import copeland, outranking_matrix
from impact.indicators.composite.rank_intervals import rank_intervals
from impact.indicators.composite.sobol import sobol_from_outputs
from impact.indicators.composite.specification import IndexItem, IndexNode, IndexSpec
from impact.indicators.composite.strengths import strengths
from impact.indicators.composite.treatment import treatment_limits
from impact.indicators.composite.uncertainty import Uncertainty, composite_uncertainty
from impact.indicators.composite.weights import weigh

__all__ = [
    "Alternatives",
    "Coherence",
    "Decomposition",
    "FrozenParameters",
    "Gate",
    "Index",
    "IndexItem",
    "IndexNode",
    "IndexSpec",
    "Uncertainty",
    "aggregate",
    "benefit_of_the_doubt",
    "build_index",
    "carry_forward",
    "change_contributions",
    "coherence",
    "composite_uncertainty",
    "copeland",
    "cronbach_alpha",
    "effective_weights",
    "fill_median",
    "fit_parameters",
    "gap_contributions",
    "leave_one_out",
    "normalise",
    "outranking_matrix",
    "rank_intervals",
    "sobol_from_outputs",
    "strengths",
    "treatment_limits",
    "weigh",
]
