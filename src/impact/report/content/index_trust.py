"""How far the one number of an index can be trusted, and why some have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.blocks import Sentences
from impact.report.content.index_numbers import part_name, points
from impact.report.content.numbers import finite
from impact.report.message import IndicatorName, Message, Number, message

if TYPE_CHECKING:
    from impact.overviews.indices.model import IndexFigures

SECTION = "index"
LOOSE = 0.3
"""Cronbach's alpha of a part below which its indicators hardly go together."""


def why_no_number(found: IndexFigures) -> list[Message]:
    """Return why the parts of an index are not shown as one number.

    Parameters
    ----------
    found
        An index that failed a check.
    """
    lines = [message("index-no-number")]
    items = found.coherence.items
    for reason in found.coherence.reasons:
        if reason == "low_alpha":
            lines.append(message("index-reason-low-alpha", **_alphas(found)))
        elif reason == "against_node":
            against = items.loc[items["rest_upper"] < 0, "indicator"]
            lines += [
                message("index-reason-against-node", indicator=IndicatorName(name))
                for name in against
            ]
        else:
            lines.append(message(f"index-reason-{reason.replace('_', '-')}"))
    return lines


def _alphas(found: IndexFigures) -> dict[str, Number]:
    least = found.record.coherence.lowest_alpha
    about = found.record.id
    return {
        "alpha": Number(finite(found.alpha), "number", 2, statistic="index_alpha", about=about),
        "least": Number(least, "number", 2, statistic="index_least_alpha", about=about),
    }


def index_trust(found: IndexFigures, place: str, known: bool) -> Sentences | None:
    """Return what speaks for and against the one number.

    Parameters
    ----------
    found
        The index.
    place
        Code of the municipality.
    known
        Whether it has a score.
    """
    lines: list[Message] = []
    if found.coherence.publish:
        if finite(found.alpha) is not None:
            lines.append(message("index-coherent", **_alphas(found)))
        lines += _ways(found, place) if known else []
        lines += _driver(found) if known else []
    lines += _cautions(found)
    if not lines:
        return None
    heading = message("index-trust-heading")
    return Sentences(section=SECTION, heading=heading, messages=tuple(lines), bullets=True)


def _ways(found: IndexFigures, place: str) -> list[Message]:
    row = found.places.loc[place]
    low = points(found, place, row["method_low"], "index_method_low")
    high = points(found, place, row["method_high"], "index_method_high")
    choices = found.record.choices
    if low is None or high is None or not (choices.normalisations or choices.aggregations):
        return []
    if low.value == high.value:
        return [message("index-ways-same", score=low)]
    return [message("index-ways", low=low, high=high)]


def _driver(found: IndexFigures) -> list[Message]:
    drivers = found.drivers
    if drivers.empty or not drivers["total"].iloc[0] > 0:
        return []
    factor = message(f"index-factor-{drivers['factor'].iloc[0]}")
    return [message("index-driver", factor=factor)]


def _cautions(found: IndexFigures) -> list[Message]:
    """Return what a reader should know of single parts and indicators."""
    said = found.coherence
    lines = []
    loose = said.alpha[(said.alpha["node"] != "") & (said.alpha["alpha"] < LOOSE)]
    names = [node for node in loose["node"] if node != found.spec.root]
    lines += [message("index-caution-loose", part=part_name(found, name)) for name in names]
    for pair in said.pairs.to_dict("records"):
        first, second = IndicatorName(pair["first"]), IndicatorName(pair["second"])
        lines.append(message("index-caution-redundant", first=first, second=second))
    told = set(said.items.loc[said.items["rest_upper"] < 0, "indicator"])
    below = said.items[(said.items["with_rest"] < 0) & ~said.items["indicator"].isin(told)]
    lines += [
        message("index-caution-below", indicator=IndicatorName(name)) for name in below["indicator"]
    ]
    return lines
