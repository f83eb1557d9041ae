"""How fast an evaluation with all placebos is: `python bench/evaluation.py`.

290 municipalities, 16 years, one treated in the last four: effect, 289 placebos of every estimator,
specification table, sensitivity, power, checks. `the library` does all of it in one call. The rival
makes the same estimates with diff-diff and pysyncon, one call for each estimate: what is needed
once is timed whole, what is needed for every municipality is timed over a few of them and its time
scaled up. Left out of the rival's time, to its favour: strata, tests by counting, limits, power,
invented starts, checks. Both run in this run on this computer, each in a process of its own. The
bench stops when the two differ in an estimate that both can make exactly.

pysyncon has no exact solver, so its mixes miss the treated by a little more than the best mix;
diff-diff's sensitivity by relative magnitudes is known to be too narrow; the rival's times count
all the same. Needs the development packages: diff-diff and pysyncon.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np

from impact.evaluation.panel import NEVER, Panel

SEED = 20261122
UNITS, BEFORE, AFTER = 290, 12, 4
TREATED = 3
BOUNDS = 5
WAYS = ("library", "rival")
WANTED_RATIO = 20
EXACT = {"demeaned": 1e-6, "group_time": 1e-6, "two_way": 1e-6, "imputation": 1e-6}
"""Rows of the specification table that both make, and how far they may lie apart."""


def municipalities() -> Panel:
    """Return municipalities of different level, each with a random walk of its own."""
    generator = np.random.default_rng(SEED)
    years = BEFORE + AFTER
    walks = generator.normal(0, 1, (UNITS, years)).cumsum(axis=1)
    values = 50 + generator.normal(0, 3, (UNITS, 1)) + walks + generator.normal(0, 1, years)
    starts = np.full(UNITS, NEVER)
    starts[TREATED] = 2000 + BEFORE
    names = tuple(f"place {number:03d}" for number in range(UNITS))
    return Panel(names, tuple(range(2000, 2000 + years)), values, starts)


def library() -> dict:
    """Return seconds of one evaluation (the median of three) and its estimates."""
    from impact.evaluation.design import Design
    from impact.evaluation.evaluate_panel import evaluate_panel
    from impact.evaluation.synthetic.placebos import METHODS, synthetic

    panel, seconds = municipalities(), []
    evaluate_panel(panel.select(slice(0, 40)), Design())
    for _ in range(3):
        start = time.perf_counter()
        found = evaluate_panel(panel, Design())
        seconds.append(time.perf_counter() - start)
    table = found.specifications.set_index("specification")["estimate"].to_dict()
    mixes = {name: synthetic(panel, name) for name in METHODS}
    return {
        "seconds": float(np.median(seconds)),
        "estimates": table | {name: mix.estimate for name, mix in mixes.items()},
        "missed": {name: mix.pre_rmspe for name, mix in mixes.items()},
    }


def once(panel: Panel) -> dict[str, Callable[[], float | None]]:
    """Return what the rival makes once."""
    import diff_diff

    table = panel.frame()
    table["now"] = table["treated_now"].astype(int)
    table["ever"] = (table["start"] < NEVER).astype(int)
    table["first"] = table["start"].replace(NEVER, 0)
    table["post"] = (table["year"] >= 2000 + BEFORE).astype(int)
    names = {"outcome": "value", "unit": "unit", "time": "year"}
    cohort = names | {"first_treat": "first"}
    after = [year for year in panel.years if year >= 2000 + BEFORE]
    universal = diff_diff.CallawaySantAnna(base_period="universal")

    def sensitivity(method: str) -> None:
        events = universal.fit(table, aggregate="event_study", **cohort)
        for bound in range(BOUNDS):
            diff_diff.HonestDiD(method, M=0.5 * bound).fit(events)

    def differences() -> float:
        method = diff_diff.SyntheticDiD(n_bootstrap=UNITS - 1, seed=SEED)
        return method.fit(table, "value", "ever", "unit", "year", post_periods=after).att

    two_way = diff_diff.TwoWayFixedEffects(cluster="unit")
    not_yet = diff_diff.CallawaySantAnna(control_group="not_yet_treated")
    return {
        "group_time": lambda: universal.fit(table, **cohort).overall_att,
        "not_yet_treated": lambda: not_yet.fit(table, **cohort).overall_att,
        "sun_abraham": lambda: diff_diff.SunAbraham().fit(table, **cohort).overall_att,
        "imputation": lambda: diff_diff.ImputationDiD().fit(table, **cohort).overall_att,
        "two_way": lambda: two_way.fit(table, "value", "ever", post="post", unit="unit").att,
        "bacon": lambda: diff_diff.BaconDecomposition().fit(table, **cohort).twfe_estimate,
        "relative": lambda: sensitivity("relative_magnitude"),
        "smoothness": lambda: sensitivity("smoothness"),
        "synthetic_differences": differences,
    }


def each(panel: Panel) -> dict[str, tuple[int, Callable[[int], float | tuple[float, float]]]]:
    """Return what the rival makes for every unit, and over how many it is timed.

    Mixes return their effect and the root of the mean squared gap before.
    """
    import diff_diff

    def taken(row: int) -> dict:
        starts = np.where(np.arange(UNITS) == row, 2000.0 + BEFORE, NEVER)
        table = Panel(panel.units, panel.years, panel.values, starts).frame()
        table["now"] = table["treated_now"].astype(int)
        table["first"] = table["start"].replace(NEVER, 0)
        names = {"outcome": "value", "unit": "unit", "time": "year", "first_treat": "first"}
        return {"data": table} | names

    def rolling(how: str) -> Callable[[int], float]:
        method = diff_diff.LWDiD(rolling=how, control_group="never_treated")
        return lambda row: method.fit(treatment="now", **taken(row)).att

    universal = diff_diff.CallawaySantAnna(base_period="universal")
    return {
        "demeaned": (5, rolling("demean")),
        "detrended": (5, rolling("detrend")),
        "long_difference": (5, lambda row: universal.fit(**taken(row)).overall_att),
        "synthetic_control": (1, lambda row: mixed(panel, row, demeaned=False)),
        "synthetic_demeaned": (1, lambda row: mixed(panel, row, demeaned=True)),
        "augmented": (1, lambda row: corrected(panel, row)),
    }


def mixed(panel: Panel, row: int, *, demeaned: bool) -> tuple[float, float]:
    """Return pysyncon's synthetic control of one unit: its effect, and what it missed before."""
    import pandas as pd
    import pysyncon

    wide = pd.DataFrame(panel.values.T, index=list(panel.years), columns=list(panel.units))
    if demeaned:
        wide = wide - wide.iloc[:BEFORE].mean()
    name = panel.units[row]
    target, others = wide[name], wide.drop(columns=name)
    parts = {"X0": others, "X1": target, "Z0": others, "Z1": target}
    parts = {key: part.iloc[:BEFORE] for key, part in parts.items()}
    method = pysyncon.Synth()
    method.fit(**parts, custom_V=np.ones(BEFORE))
    gaps = (target - others @ method.W).to_numpy()
    return float(gaps[BEFORE:].mean()), float(np.sqrt((gaps[:BEFORE] ** 2).mean()))


def corrected(panel: Panel, row: int) -> tuple[float, float]:
    """Return the same of pysyncon's ridge-augmented synthetic control."""
    import pysyncon

    name, before = panel.units[row], list(panel.years[:BEFORE])
    others = [unit for unit in panel.units if unit != name]
    prepared = pysyncon.Dataprep(
        foo=panel.frame(),
        predictors=["value"],
        predictors_op="mean",
        dependent="value",
        unit_variable="unit",
        time_variable="year",
        treatment_identifier=name,
        controls_identifier=others,
        time_predictors_prior=before,
        time_optimize_ssr=before,
    )
    method = pysyncon.AugSynth()
    method.fit(prepared, use_covariates=False)
    gaps = panel.values[row] - method.W @ np.delete(panel.values, row, axis=0)
    return float(gaps[BEFORE:].mean()), float(np.sqrt((gaps[:BEFORE] ** 2).mean()))


def rival() -> dict:
    """Return seconds of every part, scaled up to all units, and the estimates."""
    warnings.simplefilter("ignore")
    panel = municipalities()
    parts, estimates, missed = [], {}, {}
    for name, make in once(panel).items():
        start = time.perf_counter()
        estimates[name] = make()
        parts.append((name, time.perf_counter() - start, 1))
    for name, (count, make) in each(panel).items():
        rows = range(TREATED, TREATED + count)
        start = time.perf_counter()
        found = [make(row) for row in rows]
        first = found[0]
        estimates[name], missed[name] = first if isinstance(first, tuple) else (first, None)
        parts.append((name, (time.perf_counter() - start) / count, UNITS))
    return {"seconds": sum(part[1] * part[2] for part in parts)} | {
        "parts": parts,
        "estimates": estimates,
        "missed": missed,
    }


def lines(ours: dict, theirs: dict) -> list[str]:
    """Return the table of times and estimates as text."""
    said = [
        f"{UNITS} municipalities, {BEFORE} years before and {AFTER} after, one treated",
        "",
        f"{'part':<24}{'one call, s':>12}{'calls':>7}{'all, s':>10}{'theirs':>11}{'ours':>11}",
    ]
    for name, seconds, calls in theirs["parts"]:
        there, here = theirs["estimates"][name], ours["estimates"].get(name)
        shown = "".join(" " * 11 if one is None else f"{one:>11.5f}" for one in (there, here))
        said.append(f"{name:<24}{seconds:>12.3f}{calls:>7}{seconds * calls:>10.1f}{shown}")
    mixes = ("synthetic_control", "synthetic_demeaned", "augmented")
    said.append("")
    for name in mixes:
        there, here = theirs["missed"][name], ours["missed"][name]
        said.append(f"{name} misses the treated before by {there:.4f} (theirs), {here:.4f} (ours)")
    fast = theirs["seconds"] - sum(s * calls for name, s, calls in theirs["parts"] if name in mixes)
    own = ours["seconds"]
    said += [
        "",
        f"rival, all of it          {theirs['seconds']:10.1f} s",
        f"rival without pysyncon    {fast:10.1f} s",
        f"the library, all of it    {own:10.1f} s",
        f"{theirs['seconds'] / own:.0f} times as fast; {fast / own:.0f} times as fast as the rival "
        "without its synthetic controls",
    ]
    return said


def main() -> None:
    """Print the table; stop with an error when estimates differ or it is not as fast as wanted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=WAYS, help="measure one way in this process")
    parser.add_argument("--out", type=Path, help="also write the table to this file")
    chosen = parser.parse_args()
    if chosen.only is not None:
        print(json.dumps(library() if chosen.only == "library" else rival()))
        return
    found = {}
    for way in WAYS:
        command = [sys.executable, __file__, "--only", way]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found[way] = json.loads(done.stdout.splitlines()[-1])
    said = "\n".join(lines(found["library"], found["rival"]))
    print(said)
    if chosen.out is not None:
        chosen.out.write_text(said + "\n", encoding="utf-8")
    here, there = found["library"]["estimates"], found["rival"]["estimates"]
    apart = [name for name, limit in EXACT.items() if abs(here[name] - there[name]) > limit]
    if apart:
        raise SystemExit(f"the rival and the library differ in {', '.join(apart)}")
    if found["rival"]["seconds"] < WANTED_RATIO * found["library"]["seconds"]:
        raise SystemExit(f"less than {WANTED_RATIO} times as fast")


if __name__ == "__main__":
    main()
