"""How fast an assessment of all municipalities is: `python bench/assessment.py`.

290 municipalities, 10,000 draws and three outcomes: what a smaller share of exposed people takes
away in cases, each place with its own uncertain share, each outcome with one relative risk for all
places, with limits for every place and for the sum of all. `the library` does it in one call. The
loop does it as data frames, one for each municipality and simulation with a row for each outcome
and level of exposure, joined and summed by group. It is timed over a sample and its time scaled up;
its values are compared with the library's. Between them stands a loop over municipalities alone,
whose data frames hold all simulations of one place at once. Drawing and limits are part of the
library's time only; the frames get their draws for nothing. All are timed in this run on this
computer, each in a process of its own; memory is the most that process ever held.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time

import numpy as np
import pandas as pd

from impact.assessment.risks.potential_impact import potential_impact_fraction
from impact.assessment.uncertainty import Summary, Uncertain, draw, summarise

SEED = 20261122
PLACES, DRAWS = 290, 10_000
RISKS = {
    "first": (1.22, 1.10, 1.35),
    "second": (1.10, 1.06, 1.14),
    "third": (1.50, 1.20, 1.875),
}
LOOP_PLACES, LOOP_DRAWS = 2, 200
FRAME_PLACES = 10
WANTED_RATIO, WANTED_MEGABYTES = 50, 1000
WAYS = ("library", "frames_by_place", "frames_by_place_and_simulation")


def parameters(places: int) -> dict[str, Uncertain]:
    """Return the uncertain numbers: risks and reduction for all, exposed shares by place."""
    share = np.random.default_rng(SEED).uniform(0.1, 0.4, places)
    shared = {name: Uncertain(*limits, "lognormal") for name, limits in RISKS.items()}
    return shared | {
        "exposed": Uncertain(share, 0.85 * share, 1.15 * share, "beta"),
        "reduction": Uncertain(0.2, 0.1, 0.3, "beta"),
    }


def cases(places: int) -> np.ndarray:
    """Return yearly cases, shape (places, outcomes)."""
    return np.random.default_rng(SEED + 1).integers(20, 2000, (places, len(RISKS))).astype(float)


def avoided(found: dict[str, np.ndarray], counted: np.ndarray) -> np.ndarray:
    """Return cases avoided, shape (draws, places, outcomes)."""
    risks = np.stack([found[name] for name in RISKS], axis=-1)[..., None]
    before = found["exposed"][:, :, None, None]
    after = before * (1 - found["reduction"])[:, :, None, None]
    return potential_impact_fraction(before, risks, after) * counted


def library() -> tuple[Summary, Summary]:
    """Return every place's result and the sum of all, from drawing to limits."""
    result = avoided(draw(parameters(PLACES), draws=DRAWS, seed=SEED), cases(PLACES))
    return summarise(result), summarise(result.sum(axis=1))


def frame_of(found: dict[str, np.ndarray], place: int, rows: slice) -> pd.DataFrame:
    """Return the inputs of one place: a row for each simulation, outcome and level of exposure."""
    exposed, reduction = found["exposed"][rows, place], found["reduction"][rows, 0]
    number = np.arange(len(exposed))
    parts = []
    for outcome in RISKS:
        for level, risk in (("exposed", found[outcome][rows, 0]), ("unexposed", 1.0)):
            share = (exposed, exposed * (1 - reduction))
            before, after = share if level == "exposed" else (1 - each for each in share)
            columns = {"simulation": number, "outcome": outcome, "level": level, "risk": risk}
            parts.append(pd.DataFrame(columns | {"before": before, "after": after}))
    return pd.concat(parts, ignore_index=True)


def from_frame(frame: pd.DataFrame, counted: pd.DataFrame) -> pd.DataFrame:
    """Return cases avoided by simulation and outcome, summed over levels of exposure."""
    weighted = frame.assign(
        before=frame["before"] * frame["risk"], after=frame["after"] * frame["risk"]
    )
    keys = ["simulation", "outcome"]
    summed = weighted.groupby(keys, as_index=False)[["before", "after"]].sum()
    joined = summed.merge(counted, on="outcome")
    return joined.assign(
        avoided=joined["cases"] * (joined["before"] - joined["after"]) / joined["before"]
    )


def frames(places: int, draws: int, step: int) -> float:
    """Time frames of `step` simulations each; stop when they differ from the library."""
    drawn = draw(parameters(PLACES), draws=DRAWS, seed=SEED)
    counted = cases(PLACES)
    known = avoided({name: one[:draws] for name, one in drawn.items()}, counted)
    start = time.perf_counter()
    parts = []
    for place in range(places):
        table = pd.DataFrame({"outcome": list(RISKS), "cases": counted[place]})
        for first in range(0, draws, step):
            found = from_frame(frame_of(drawn, place, slice(first, first + step)), table)
            parts.append(found.assign(place=place, simulation=found["simulation"] + first))
    table = pd.concat(parts)
    spent = time.perf_counter() - start
    wide = table.pivot(index=["simulation", "place"], columns="outcome", values="avoided")
    values = wide[list(RISKS)].to_numpy().reshape(draws, places, len(RISKS))
    if not np.allclose(values, known[:, :places], rtol=1e-9):
        raise SystemExit("the frames and the library differ")
    return spent * (PLACES / places) * (DRAWS / draws)


def measure(way: str) -> dict[str, float]:
    """Return seconds for the whole work and the most memory held, in megabytes."""
    if way == "library":
        start = time.perf_counter()
        library()
        spent = time.perf_counter() - start
    elif way == "frames_by_place":
        spent = frames(FRAME_PLACES, DRAWS, DRAWS)
    else:
        spent = frames(LOOP_PLACES, LOOP_DRAWS, 1)
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": spent, "megabytes": kilobytes / 1024}


def main() -> None:
    """Print the table; stop with an error when it is not as fast or as small as wanted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=WAYS, help="measure one way in this process")
    only = parser.parse_args().only
    if only is not None:
        print(json.dumps(measure(only)))
        return
    found = {}
    for way in WAYS:
        command = [sys.executable, __file__, "--only", way]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found[way] = json.loads(done.stdout)
    sample = {
        "library": "all",
        "frames_by_place": f"{FRAME_PLACES} of {PLACES} places",
        "frames_by_place_and_simulation": f"{LOOP_PLACES} places x {LOOP_DRAWS} draws",
    }
    fast = found["library"]
    print(f"{PLACES} places x {DRAWS:,} draws x {len(RISKS)} outcomes")
    print("| way | seconds | measured on | times the library |")
    print("|---|---|---|---|")
    for way, one in found.items():
        ratio = one["seconds"] / fast["seconds"]
        print(f"| {way} | {one['seconds']:,.1f} | {sample[way]} | {ratio:,.0f} |")
    print(f"\nmost memory of the library's process: {fast['megabytes']:,.0f} MB")
    ratio = found[WAYS[-1]]["seconds"] / fast["seconds"]
    if ratio < WANTED_RATIO or fast["megabytes"] >= WANTED_MEGABYTES:
        raise SystemExit(f"wanted: {WANTED_RATIO} times, below {WANTED_MEGABYTES} MB")


if __name__ == "__main__":
    main()
