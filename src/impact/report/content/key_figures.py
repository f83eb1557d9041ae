"""A few figures as plain text, so that a tested notebook notices when one changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from impact.overviews import Appraisal, Overview, RegionFigures


def key_figures(figures: Overview, standing: pd.DataFrame, place: str) -> str:
    """Return newest values, verdicts and goals of a municipality as fixed-width text."""
    here = figures.at(place)
    lines = [f"{place} {figures.year}: {len(here.values)} values, digest {here.digest}"]
    for identifier, row in here.latest.items():
        trend = here.trends.get(identifier, {}).get("verdict", "-")
        verdict = row["verdict"] if identifier in here.compared else "-"
        lines.append(
            f"{identifier:34} {int(row['year'])} {row['value']:10.3f} {verdict:22} {trend}"
        )
    return "\n".join([*lines, *_goals(standing[standing["place"] == place])])


def region_key_figures(region: RegionFigures, standing: pd.DataFrame) -> str:
    """Return the region's medians, spreads and goals as fixed-width text."""
    lines = [f"{region.code}: {len(region.places)} municipalities"]
    newest = region.spread.sort_values("year").drop_duplicates("indicator", keep="last")
    for row in newest.sort_values("indicator").to_dict("records"):
        trend = region.spread_trends.get(row["indicator"], {}).get("verdict", "-")
        lines.append(
            f"{row['indicator']:34} {int(row['year'])} median {row['median']:10.3f} "
            f"spread {row['spread']:9.3f} {trend}"
        )
    mine = standing[standing["place"].isin(region.places)]
    counts = mine.groupby(["goal", "verdict"]).size()
    lines.extend(f"goal {goal} {verdict}: {size}" for (goal, verdict), size in counts.items())
    return "\n".join(lines)


def assessment_key_figures(appraisal: Appraisal) -> str:
    """Return sums of all places in the last year, money and predictions as fixed-width text."""
    lines = [f"{appraisal.assessment}: {appraisal.draws} draws, seed {appraisal.seed}"]
    newest = appraisal.quantities.drop_duplicates(
        ["quantity", "alternative", "statistic"], keep="last"
    )
    for row in newest.to_dict("records"):
        name = f"{row['quantity']} {row['alternative']} {row['statistic']}"
        lines.append(f"{name:50} {_span(row)}")
    for row in appraisal.economics.to_dict("records"):
        name = f"{row['alternative']} {row['measure']} {row['subject']}".strip()
        lines.append(f"{name:50} {_span(row)}")
    for row in appraisal.predictions.to_dict("records"):
        name = f"{row['monitoring']} {row['place']} {row['year']}"
        lines.append(f"{name:50} {_span(row)}")
    return "\n".join(lines)


def _span(row: dict[str, object]) -> str:
    return f"{row['value']:.4g} ({row['lower']:.4g} to {row['upper']:.4g})"


def _goals(standing: pd.DataFrame) -> list[str]:
    return [
        f"goal {row['goal']} {row['value']:.3f} target {row['target']:.3f} {row['verdict']}"
        for row in standing.to_dict("records")
    ]
