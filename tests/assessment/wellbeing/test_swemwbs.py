"""SWEMWBS: raw sums and the metric scale."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from impact.assessment.wellbeing.swemwbs import swemwbs_metric, swemwbs_raw
from impact.errors import InvalidInput
from impact.folders import data_folder


@pytest.fixture
def table() -> dict[int, float]:
    with (data_folder() / "instruments" / "swemwbs_metric.csv").open(encoding="utf-8") as file:
        return {int(row["raw"]): float(row["metric"]) for row in csv.DictReader(file)}


def test_ends_are_fixed_and_steps_are_wide_at_both(table: dict[int, float]) -> None:
    # Stewart-Brown and others (2009): metric scores run from 7 to 35 like the raw ones
    assert swemwbs_metric(7, table=table) == 7
    assert swemwbs_metric(35, table=table) == 35
    steps = np.diff(swemwbs_metric(np.arange(7, 36), table=table))
    assert steps[0] > 2 > steps[12]
    assert steps[-1] > 2


def test_english_means_lie_between_the_scores_around_them(table: dict[int, float]) -> None:
    # Ng Fat and others (2017), Quality of Life Research 26: means 23.7 (men) and 23.2 (women)
    around = swemwbs_metric([25, 26, 27], table=table)
    assert around[0] < 23.2 < around[2]
    assert around[1] < 23.7 < around[2]


def test_each_sum_gets_its_own_row() -> None:
    squares = {raw: float(raw**2) for raw in range(7, 36)}
    found = swemwbs_metric([[7, np.nan], [20, 35]], table=squares)
    np.testing.assert_array_equal(found, [[49, np.nan], [400, 1225]])


def test_answers_of_persons_are_added() -> None:
    np.testing.assert_array_equal(swemwbs_raw([[1] * 7, [5] * 7, [1] * 6 + [np.nan]])[:2], [7, 35])
    assert np.isnan(swemwbs_raw([1] * 6 + [np.nan]))
    with pytest.raises(InvalidInput) as caught:
        swemwbs_raw([0, 6, 1, 1, 1, 1])
    assert len(caught.value.faults) == 3


def test_a_mean_of_sums_and_a_broken_table_are_refused(table: dict[int, float]) -> None:
    with pytest.raises(InvalidInput, match="a mean of them cannot be turned"):
        swemwbs_metric(25.4, table=table)
    with pytest.raises(InvalidInput, match="lacks the raw sums 9, 10"):
        swemwbs_metric(8, table={raw: one for raw, one in table.items() if raw not in (9, 10)})
    with pytest.raises(InvalidInput, match="does not rise"):
        swemwbs_metric(8, table={**table, 20: 1.0})
    with pytest.raises(InvalidInput, match="above 35"):
        swemwbs_metric([8, 70], table=table)
