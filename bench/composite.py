"""How fast and how large a composite index with its uncertainty is: `python bench/composite.py`.

290 places, 50 indicators in 5 parts, 10,000 draws: errors in every value, weights that vary by a
quarter, two normalisations and two aggregations. `library` does it in one call, limits of scores
and ranks and all pairs of places included. `frames` builds the index once for each draw with data
frames, column by column as a script would; `one_by_one` calls the library once for each draw. Both
are timed over a sample of draws and their time scaled up, with one method, without limits, ranks or
pairs, and the scores of the central values are compared. Each runs in a process of its own, in this
run on this computer; memory is the most that process ever held.
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

from impact.indicators.composite import (
    Alternatives,
    IndexItem,
    IndexNode,
    IndexSpec,
    build_index,
    composite_uncertainty,
)

SEED = 20261122
PLACES, INDICATORS, PARTS, DRAWS = 290, 50, 5, 10_000
LOOP_DRAWS = 100
MISSING = 0.03
WANTED_SECONDS, WANTED_MEGABYTES = 60, 4000
OTHERS = Alternatives(("z_score",), ("geometric",), 0.25)
WAYS = ("library", "frames", "one_by_one")


def specification() -> IndexSpec:
    """Return 50 indicators in 5 parts, every third of them better when lower."""
    nodes = [IndexNode("all"), *(IndexNode(f"part{at}", "all") for at in range(PARTS))]
    items = [
        IndexItem(f"i{at:02d}", f"part{at % PARTS}", "lower" if at % 3 == 0 else "higher")
        for at in range(INDICATORS)
    ]
    return IndexSpec("bench", tuple(nodes), tuple(items), minimum_share=0.5)


def values(spec: IndexSpec) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return values that share a common cause, a few missing, and their standard errors."""
    rng = np.random.default_rng(SEED)
    sign = np.array([1 if item.direction == "higher" else -1 for item in spec.indicators])
    table = 50 + 10 * (sign * rng.normal(size=(PLACES, 1)) + rng.normal(size=(PLACES, INDICATORS)))
    table[rng.random(table.shape) < MISSING] = np.nan
    places = [f"p{at:03d}" for at in range(PLACES)]
    columns = list(spec.indicator_ids)
    errors = np.full(table.shape, 4.0)
    return tuple(pd.DataFrame(each, places, columns) for each in (table, errors))


def loop_scores(table: pd.DataFrame, spec: IndexSpec, base: pd.DataFrame) -> pd.Series:
    """Return the index of one draw, column by column, with min-max and arithmetic means."""
    scores = pd.DataFrame(index=table.index)
    for item in spec.indicators:
        low, high = base[item.id].min(), base[item.id].max()
        score = (table[item.id] - low) / (high - low) * 100
        scores[item.id] = score if item.direction == "higher" else 100 - score
    parts = pd.DataFrame(index=table.index)
    for node in spec.nodes[1:]:
        own = [item.id for item in spec.indicators if item.node == node.id]
        enough = scores[own].notna().mean(axis=1) >= spec.minimum_share
        parts[node.id] = scores[own].mean(axis=1).where(enough)
    return parts.mean(axis=1)


def timed(way: str) -> dict:
    """Return seconds for all draws, the memory of this process and the central scores."""
    spec = specification()
    table, errors = values(spec)
    start = time.perf_counter()
    if way == "library":
        found = composite_uncertainty(table, errors, spec, OTHERS, draws=DRAWS, seed=SEED)
        seconds = time.perf_counter() - start
        scores = found.frame["score"].to_numpy()
    else:
        rng = np.random.default_rng(SEED)
        parameters = build_index(table, spec).parameters
        for _ in range(LOOP_DRAWS):
            drawn = table + errors * rng.standard_normal(table.shape)
            if way == "frames":
                loop_scores(drawn, spec, table)
            else:
                build_index(drawn, spec, parameters)
        seconds = (time.perf_counter() - start) * DRAWS / LOOP_DRAWS
        scores = loop_scores(table, spec, table).to_numpy()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "megabytes": memory, "scores": scores.tolist()}


def main() -> None:
    """Time both ways in processes of their own and print what was wanted beside it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--way", choices=WAYS)
    way = parser.parse_args().way
    if way:
        print(json.dumps(timed(way)))
        return
    found = {}
    for name in WAYS:
        command = [sys.executable, __file__, "--way", name]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        found[name] = json.loads(output)
    ours = found["library"]
    apart = float(np.nanmax(np.abs(np.subtract(ours["scores"], found["frames"]["scores"]))))
    print(f"{DRAWS:,} draws x {PLACES} places x {INDICATORS} indicators")
    print(f"library    {ours['seconds']:8.1f} s (wanted: below {WANTED_SECONDS})")
    print(f"memory     {ours['megabytes']:8.0f} MB (wanted: below {WANTED_MEGABYTES})")
    for name in WAYS[1:]:
        seconds = found[name]["seconds"]
        print(
            f"{name:10} {seconds:8.1f} s scaled up, {seconds / ours['seconds']:.0f} times as long"
        )
    print(f"central scores differ by at most {apart:.1e}")
    if ours["seconds"] > WANTED_SECONDS or ours["megabytes"] > WANTED_MEGABYTES or apart > 1e-9:
        sys.exit("not as wanted")


if __name__ == "__main__":
    main()
