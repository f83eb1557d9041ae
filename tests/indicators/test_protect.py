"""A figure its status hides never passes the door."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.indicators.protect import protect


def values(**columns: object) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "place": ["a", "b", "c"],
            "value": [1.0, np.nan, np.nan],
            "numerator": [np.nan] * 3,
            "status": ["ok", "suppressed", "missing"],
        }
        | columns
    )


def test_clean_values_pass_with_their_statuses():
    frame = values()
    protected = protect(frame)
    pd.testing.assert_frame_equal(protected.values, frame)
    frame.loc[0, "value"] = 9.0
    assert protected.values.loc[0, "value"] == 1.0


def test_the_wrapper_is_frozen():
    with pytest.raises(AttributeError):
        protect(values()).values = values()


def test_every_hidden_figure_is_named():
    frame = values(value=[1.0, 2.0, np.nan], numerator=[np.nan, np.nan, 3.0])
    with pytest.raises(InvalidInput) as caught:
        protect(frame)
    assert [fault.where for fault in caught.value.faults] == ["row 1, value", "row 2, numerator"]
    assert "suppressed" in str(caught.value)


def test_the_figure_itself_is_not_in_the_message():
    with pytest.raises(InvalidInput) as caught:
        protect(values(value=[1.0, 7654321.0, np.nan]))
    assert "7654321" not in str(caught.value)


def test_unknown_statuses_are_refused():
    with pytest.raises(InvalidInput, match="hidden is not one of"):
        protect(values(status=["ok", "hidden", "missing"]))
