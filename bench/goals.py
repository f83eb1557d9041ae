"""How often goals were reached that a rule called likely: `python bench/goals.py`.

Replays the embedded Swedish figures: goals are invented in past years, judged half-way with what
was known then, and held against what came. Writes docs/goal_odds.md.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from textwrap import fill

import numpy as np
import pandas as pd

from impact import catalogue, store
from impact.planning.goals.backtest import STEP, brier_score, class_frequencies, replay
from impact.planning.goals.ratio import CLASSES
from impact.planning.goals.recalibrate import NEAR, STARTS_FAR
from impact.planning.goals.status import OFF_TRACK, ON_TRACK

SERIES = (
    "kolada:N15428",
    "kolada:N17461",
    "kolada:N15030",
    "kolada:N17538",
    "kolada:N15813",
    "kolada:N17813",
)
HORIZONS, FARTHER = (2, 3), (4, 5)
STARTS = range(2008, 2021)
SIZES_OF = 2015
MANY = 6
BARS = {"brier": 0.125, "on track": 0.75, "off track": 0.08, "coverage": (0.72, 0.88)}
TENTHS = np.linspace(0, 1, 11)
PAGE = Path(__file__).parents[1] / "docs" / "goal_odds.md"


def cases(*, from_break: bool = False, horizons: tuple[int, ...] = HORIZONS) -> pd.DataFrame:
    """Return every case of all series: what each rule said half-way, and what came.

    Parameters
    ----------
    from_break
        Leave out what lies before a declared break of a series.
    horizons
        Years from the start to half-time, and from there to the target year.
    """
    rows = store.load(list(SERIES), country="SE", groups=["total"])
    inhabitants = store.load("scb:population", country="SE", years=[SIZES_OF], groups=["total"])
    sizes = inhabitants.set_index("place")["value"]
    tables = []
    for name in SERIES:
        mine = rows[(rows["indicator"] == name) & rows["value"].notna()]
        if from_break:
            mine = mine[mine["year"] >= max(catalogue.indicator(name).break_years, default=0)]
        wide = mine.pivot(index="place", columns="year", values="value")
        wide = wide.reindex(columns=range(wide.columns.min(), wide.columns.max() + 1)).sort_index()
        starts = [year - wide.columns[0] for year in STARTS]
        size = sizes.reindex(wide.index).to_numpy(float)
        for horizon in horizons:
            found = replay(wide.to_numpy(float), size, horizon=horizon, starts=starts)
            if found.empty:
                continue
            small = pd.Series(np.argsort(np.argsort(size)) * 4 // len(size))
            found = found.assign(indicator=name, horizon=horizon, quarter=found["unit"].map(small))
            tables.append(found.assign(start=found["start"] + wide.columns[0]))
    return pd.concat(tables, ignore_index=True)


def scores(table: pd.DataFrame) -> pd.DataFrame:
    """Return what each rule said and how often it was so, one row per rule."""
    reached = table["reached"]
    base = pd.Series(float(reached.mean()), index=table.index)
    frequency = class_frequencies(table["ratio_class"], reached, table["unit"] % 2 == 0)
    on_track = table["ratio_class"].isin(CLASSES[:2])
    rules = {
        "base rate: the same for everybody": base,
        "straight line from start to target, yes or no": table["above_line"].astype(float),
        "ratio rule (achieved or R of 0.95 and more), yes or no": on_track.astype(float),
        "ratio classes with their frequencies among other municipalities": frequency,
        "newest figure stays, spread of past changes": table["last_value"],
        "pooled rule, not recalibrated": table["plain"],
        "**pooled rule, recalibrated (used)**": table["chance"],
    }
    rows = []
    for name, said in rules.items():
        high, low = said >= ON_TRACK, said <= OFF_TRACK
        rows.append(
            {
                "rule": name,
                "brier": brier_score(said, reached),
                "high": reached[high].mean(),
                "high_n": int(high.sum()),
                "low": reached[low].mean(),
                "low_n": int(low.sum()),
            }
        )
    return pd.DataFrame(rows)


def _per_cent(value: float, decimals: int = 1) -> str:
    return "–" if np.isnan(value) else f"{100 * value:.{decimals}f}"


def _rules(table: pd.DataFrame) -> str:
    lines = [
        "| rule | Brier score | reached of P ≥ 80 % (or yes), % | n | reached of P ≤ 20 % "
        "(or no), % | n |",
        "|---|---|---|---|---|---|",
    ]
    for row in scores(table).itertuples():
        lines.append(
            f"| {row.rule} | {row.brier:.4f} | {_per_cent(row.high)} | {row.high_n:,} "
            f"| {_per_cent(row.low)} | {row.low_n:,} |"
        )
    return "\n".join(lines)


def _classes(table: pd.DataFrame) -> str:
    names = {
        "achieved": "already at the target",
        "on_track": "R of 0.95 and more, “on track”",
        "acceleration_needed": "R of 0.60 to 0.95",
        "limited_progress": "R of 0 to 0.60",
        "deterioration": "R below 0",
    }
    lines = ["| half-way | reached, % | n |", "|---|---|---|"]
    for word, name in names.items():
        mine = table.loc[table["ratio_class"] == word, "reached"]
        lines.append(f"| {name} | {_per_cent(mine.mean(), 0)} | {len(mine):,} |")
    above = table.loc[table["above_line"], "reached"]
    lines.append(f"| above the straight line | {_per_cent(above.mean(), 0)} | {len(above):,} |")
    return "\n".join(lines)


def _calibration(table: pd.DataFrame) -> str:
    lines = [
        "| said, % | n | mean said | came true | mean said, not recalibrated | came true |",
        "|---|---|---|---|---|---|",
    ]
    for low, high in pairwise(TENTHS):
        cells = []
        for column in ("chance", "plain"):
            mine = table[(table[column] >= low) & (table[column] < high)]
            cells += [_per_cent(mine[column].mean()), _per_cent(mine["reached"].mean())]
        count = ((table["chance"] >= low) & (table["chance"] < high)).sum()
        lines.append(f"| {100 * low:.0f} – {100 * high:.0f} | {count:,} | " + " | ".join(cells))
        lines[-1] += " |"
    return "\n".join(lines)


def _by_series(table: pd.DataFrame) -> str:
    lines = [
        "| series | id | cases | Brier score | reached of P ≥ 80 %, % | n | reached of P ≤ 20 %, % "
        "| 80 % range holds, % |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, mine in table.groupby("indicator", sort=False):
        high, low = mine["chance"] >= ON_TRACK, mine["chance"] <= OFF_TRACK
        lines.append(
            f"| {catalogue.indicator(name).name['en']} | `{name}` | {len(mine):,} "
            f"| {brier_score(mine['chance'], mine['reached']):.3f} "
            f"| {_per_cent(mine['reached'][high].mean(), 0)} | {high.sum():,} "
            f"| {_per_cent(mine['reached'][low].mean(), 0)} | {_per_cent(mine['covered'].mean())} |"
        )
    return "\n".join(lines)


def _by_origins(table: pd.DataFrame) -> str:
    lines = [
        "| years learned from | cases | reached of P ≥ 80 %, % | n | reached of P ≤ 20 %, % "
        "| 80 % range holds, % |",
        "|---|---|---|---|---|---|",
    ]
    for name, mine in table.groupby(table["origins"].clip(upper=MANY)):
        high, low = mine["chance"] >= ON_TRACK, mine["chance"] <= OFF_TRACK
        more = " or more" if name == MANY else ""
        lines.append(
            f"| {name}{more} | {len(mine):,} | {_per_cent(mine['reached'][high].mean(), 0)} "
            f"| {high.sum():,} | {_per_cent(mine['reached'][low].mean(), 0)} "
            f"| {_per_cent(mine['covered'].mean())} |"
        )
    return "\n".join(lines)


def _farther(table: pd.DataFrame) -> str:
    """Return what rules were worth farther ahead, with few and with enough years learnt from."""
    lines = [
        "| years ahead | years learned from | cases | Brier score | reached of P ≥ 80 %, % | n "
        "| reached of P ≤ 20 %, % | 80 % range holds, % |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for (horizon, enough), mine in table.groupby(["horizon", table["origins"] >= STARTS_FAR]):
        high, low = mine["chance"] >= ON_TRACK, mine["chance"] <= OFF_TRACK
        word = f"**{STARTS_FAR} or more (used)**" if enough else f"fewer than {STARTS_FAR}"
        lines.append(
            f"| {horizon} | {word} | {len(mine):,} "
            f"| {brier_score(mine['chance'], mine['reached']):.3f} "
            f"| {_per_cent(mine['reached'][high].mean(), 0)} | {high.sum():,} "
            f"| {_per_cent(mine['reached'][low].mean(), 0)} | {_per_cent(mine['covered'].mean())} |"
        )
    return "\n".join(lines)


def _coverage(table: pd.DataFrame) -> str:
    lines = []
    once = table.drop_duplicates(["indicator", "horizon", "start", "unit"])
    by_size = once.groupby("quarter")["covered"].mean()
    by_year = once.groupby(once["start"] + once["horizon"])["covered"].mean()
    lines.append("| quarter by inhabitants | smallest | second | third | largest |")
    lines.append("|---|---|---|---|---|")
    lines.append(
        "| 80 % range holds, % | " + " | ".join(_per_cent(each) for each in by_size) + " |"
    )
    lines.append("")
    lines.append("| said in | " + " | ".join(str(year) for year in by_year.index) + " |")
    lines.append("|---|" + "---|" * len(by_year))
    lines.append(
        "| 80 % range holds, % | " + " | ".join(_per_cent(each) for each in by_year) + " |"
    )
    return "\n".join(lines)


def page(table: pd.DataFrame, unbroken: pd.DataFrame, farther: pd.DataFrame) -> str:
    """Return the page.

    Parameters
    ----------
    table, unbroken
        From `cases`, with the series as they are and from their last break.
    farther
        The same, farther ahead.
    """
    cut = scores(unbroken).iloc[-1]
    low, high = (100 * bound for bound in BARS["coverage"])
    by_series = table.groupby("indicator")[["covered", "covered_plain"]].mean()
    worst = by_series["covered_plain"].idxmin()
    return f"""# How often a goal called likely was reached
Written by `python bench/goals.py` from the embedded figures; `tests/planning/test_goal_bars.py`
keeps the limits.

Six series of Sweden's 290 municipalities. In every year from {STARTS[0]} to {STARTS[-1]} two goals
are invented for each municipality: {STEP:.0f} percentage points above its figure, and the best
quarter of that year. Half-way, after two or three years, each rule says what it knows then; as many
years later the goal is reached or not. Goals already reached when they are set are left out, and
years before which a rule had nothing to learn from: {len(table):,} cases (an earlier count of the
same test, made elsewhere, had 40,187). They overlap, so they are fewer than they look, and
the goals are invented: real ones are chosen by people who know something.

Limits that were set beforehand: Brier score at most {BARS["brier"]}; of goals on track (80 % or
more) at least {100 * BARS["on track"]:.0f} % reached; of goals off track (20 % or less) at most
{100 * BARS["off track"]:.0f} %; 80 % ranges hold {low:.0f} to {high:.0f} % in every series.

## Rules side by side
{_rules(table)}

A Brier score of 0 is perfect, the base rate is what knowing nothing of the municipality gives. With
each series cut at its declared break, as reports do: {len(unbroken):,} cases, Brier score
{cut.brier:.4f}, on track {_per_cent(cut.high)} % of {cut.high_n:,} reached, off track
{_per_cent(cut.low)} % of {cut.low_n:,}.

Recalibration costs {scores(table).iloc[-1].brier - scores(table).iloc[-2].brier:.4f} of the score
and is used because without it the 80 % range of {catalogue.indicator(worst).name["en"].lower()}
held {_per_cent(by_series["covered_plain"].min(), 0)} %, with it
{_per_cent(by_series.loc[worst, "covered"], 0)} %. It also says less often that a goal is all but
certain to be reached.

## What the ratio rule's classes came to
{_classes(table)}

Growth so far over growth needed calls a goal on track that then was missed three times out of four.
Small municipalities swing, and what swung up comes down. The ratio is shown beside the chance, for
comparison with other reports, and decides nothing.

## What was said and what came
{_calibration(table)}

## By series
{_by_series(table)}

The limits hold for all series together, not for each: a goal of more teachers with a degree was
reached less often than said, and one of more diplomas more often than “off track” suggests.

## By what it could learn from
{_by_origins(table)}

A young series gives a rule one or two years to learn from, and no earlier error to widen it by.

## Farther ahead
{_farther(farther)}

All municipalities share what happens in a year, and only years can show how much: with few of them
a rule is too sure. So a chance more than {NEAR} years ahead is given only by a rule that has learnt
from {STARTS_FAR} start years or more; six years ahead and more are not measured apart from this.

## Does the range hold for small ones, and in every year?
{_coverage(table)}

Municipalities share shocks: in a bad year the range misses for many at once. On average over years
it holds; in a single year it may not.
"""


def _filled(text: str) -> str:
    """Return the page with its paragraphs filled to the width of a line; tables stay."""
    parts = text.strip().split("\n\n")
    plain = [part if part.startswith("|") else _filled_part(part) for part in parts]
    return "\n\n".join(plain) + "\n"


def _filled_part(part: str) -> str:
    head, _, rest = part.partition("\n") if part.startswith("#") else ("", "", part)
    body = rest if rest.startswith("|") else fill(rest, 100, break_on_hyphens=False)
    return f"{head}\n{body}" if head else body


def main() -> None:
    """Measure, and write the page."""
    table = cases()
    text = page(table, cases(from_break=True), cases(horizons=FARTHER))
    PAGE.write_text(_filled(text), encoding="utf-8")
    print(scores(table).to_string())
    print(table.groupby("indicator", sort=False)["covered"].mean().to_string())


if __name__ == "__main__":
    main()
