"""Jobs run in processes of their own; one that dies takes only itself."""

from __future__ import annotations

import os

from impact.run.workers import run_all


def double(number: int) -> tuple[int, object]:
    if number == 3:
        os._exit(1)
    return number, (2 * number, os.environ["IMPACT_PREVIEW"], os.getpid())


def lost(number: int, problem: str) -> tuple[int, object]:
    return number, problem


def test_a_worker_that_dies_loses_its_own_job_and_no_other(tmp_path):
    results = dict(run_all(double, range(6), lost=lost, scratch=tmp_path, workers=2))
    assert set(results) == set(range(6))
    assert "process that made this report ended" in results.pop(3)
    assert {number: result[0] for number, result in results.items()} == {
        0: 0,
        1: 2,
        2: 4,
        4: 8,
        5: 10,
    }
    assert {result[1] for result in results.values()} == {"off"}
    assert os.getpid() not in {result[2] for result in results.values()}


def test_no_jobs_make_no_results(tmp_path):
    assert list(run_all(double, [], lost=lost, scratch=tmp_path)) == []
