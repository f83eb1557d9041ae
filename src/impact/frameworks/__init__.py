"""Frameworks of assessment: presets, scales, and how significant an impact is."""

from __future__ import annotations

from impact.frameworks.load import framework, frameworks
from impact.frameworks.model import PART_KINDS, Framework, Part, Source
from impact.frameworks.scores import SCALES, SCORES, ScoreSum, score_sum, score_value
from impact.frameworks.significance import Significance, significance, significance_of

__all__ = [
    "PART_KINDS",
    "SCALES",
    "SCORES",
    "Framework",
    "Part",
    "ScoreSum",
    "Significance",
    "Source",
    "framework",
    "frameworks",
    "score_sum",
    "score_value",
    "significance",
    "significance_of",
]
