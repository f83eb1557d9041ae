"""What is kept of an appraisal is the same on every computer."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.overviews.studies import rounded


def test_the_arithmetic_of_a_computer_is_not_kept() -> None:
    table = pd.DataFrame({"name": "x", "value": [4.6e-16, -2e-12, 1 / 3, 123456.789, np.nan, 1e-6]})
    nearly = table.assign(value=table["value"] * (1 + 1e-12) + 1e-15)
    kept = rounded(table)
    pd.testing.assert_frame_equal(kept, rounded(nearly), check_exact=True)
    assert kept["value"].tolist()[:4] == [0.0, 0.0, 0.333333, 123457.0]
    assert np.isnan(kept["value"][4]) and kept["value"][5] == 1e-6
    assert not np.signbit(kept["value"][1])
