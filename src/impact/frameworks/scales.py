"""The closed sets of words an assessment is written with; a report translates each of them."""

from __future__ import annotations

from typing import Literal, get_args

Stage = Literal["screening", "scoping", "appraisal", "reporting", "decided", "monitoring", "closed"]
Depth = Literal["minimum", "simplified", "full"]
Answer = Literal["yes", "no", "unknown"]
AlternativeStatus = Literal["considered", "rejected", "recommended", "decided"]
Perspective = Literal["residents", "environment", "organisation_staff", "economy", "business"]
GroupKind = Literal[
    "everyone", "age", "sex", "language", "disability", "area", "socioeconomic", "migrant", "staff",
    "other",
]  # fmt: skip
Direction = Literal["better", "worse", "mixed", "none", "unknown"]
Magnitude = Literal["none", "low", "moderate", "high", "very_high"]
Sensitivity = Literal["low", "moderate", "high", "very_high"]
Significance = Literal["none", "low", "moderate", "high", "very_high"]
Likelihood = Literal["unlikely", "possible", "likely", "certain"]
Window = Literal["short", "long"]
Duration = Literal["temporary", "years", "permanent"]
Reversible = Literal["yes", "partly", "no"]
Confidence = Literal["low", "medium", "high"]
EvidenceKind = Literal["statistic", "study", "survey", "hearing", "expert", "legislation"]
QuantityKind = Literal["programme_effect", "exposure_change", "stated"]

PERSPECTIVES: tuple[str, ...] = get_args(Perspective)
DIRECTIONS: tuple[str, ...] = get_args(Direction)
MAGNITUDES: tuple[str, ...] = get_args(Magnitude)
SENSITIVITIES: tuple[str, ...] = get_args(Sensitivity)
SIGNIFICANCES: tuple[str, ...] = get_args(Significance)
WINDOWS: tuple[str, ...] = get_args(Window)
