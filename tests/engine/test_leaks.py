"""Nothing one job does is there for the next, though both come from one warm process."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from engine_jobs import Job, make

from impact.engine.inside import inside, journal, scratch, warm
from impact.engine.pool import WarmPool

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, as on Linux")


@pytest.fixture(scope="module")
def probes(tmp_path_factory) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """What a job finds before another has changed everything, what that one finds, and after."""
    with WarmPool(tmp_path_factory.mktemp("leaks"), warm_up="engine_jobs:load_libraries") as pool:
        before = pool.call(make, Job("probe_everything"))
        changed = pool.call(make, Job("touch_and_probe"))
        after = pool.call(make, Job("probe_everything"))
    return before, changed, after


@pytest.mark.parametrize(
    "probe",
    [
        "attribute",
        "rcParams",
        "environment",
        "builtins",
        "modules",
        "path",
        "pandas",
        "cwd",
        "random",
        "signals",
        "threads",
        "files",
    ],
)
def test_nothing_leaks_from_one_job_to_the_next(probes, probe):
    before, changed, after = probes
    assert changed[probe] != before[probe], "the probe sees what a job changes"
    assert after[probe] == before[probe]


def test_a_warm_process_has_one_thread_and_keeps_libraries_to_one(tmp_path):
    with WarmPool(tmp_path, warm_up="engine_jobs:load_libraries") as pool:
        told = pool.call(make, Job("where"))
        processors = pool.call(make, Job("arrow_threads"))
    assert told["threads"] == 1
    assert processors == (1, 1)
    environment = told["environment"]
    assert {environment[f"{name}_NUM_THREADS"] for name in ("OPENBLAS", "OMP", "MKL")} == {"1"}
    assert environment["IMPACT_PREVIEW"] == "off"
    assert environment["PYTHONHASHSEED"] == "0"


def test_what_the_warm_process_does_without_is_there_for_a_job(tmp_path):
    with WarmPool(tmp_path, warm_up="engine_jobs:load_libraries") as pool:
        assert pool.call(make, Job("import_grammars")) == "rfc3987_syntax"


def test_a_job_writes_its_own_files_in_a_folder_of_its_own(tmp_path):
    with WarmPool(tmp_path) as pool:
        one, other = (pool.call(make, Job("where")) for _ in range(2))
    assert one["scratch"] != other["scratch"]
    assert one["temporary"] == str(one["scratch"])
    assert one["scratch"].is_relative_to(tmp_path)
    assert not one["scratch"].exists()


def test_the_program_that_asks_is_left_as_it_is(tmp_path):
    before = dict(os.environ), list(sys.path), Path.cwd(), sys.modules.keys() & {"pyarrow"}
    with WarmPool(tmp_path, warm_up="engine_jobs:load_libraries") as pool:
        pool.call(make, Job("touch_everything"))
    after = dict(os.environ), list(sys.path), Path.cwd(), sys.modules.keys() & {"pyarrow"}
    assert after == before
    assert (inside(), warm(), scratch(), journal()) == (False, False, None, None)
