"""The analyst's table: level, change and persons."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.assessment.effects.programme_effect import persons_from_change, programme_effect
from impact.errors import InvalidInput


@pytest.fixture
def places() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "place": ["A", "B", "C"],
            "baseline": [30.0, 30.0, np.nan],
            "pupils": [1000.0, 500.0, 200.0],
            "reached": [1.0, 0.5, 1.0],
        }
    )


def test_cochrane_example_in_per_cent_and_persons(places: pd.DataFrame) -> None:
    # Cochrane Handbook 5.1, 12.5.4.3: odds ratio 0.73 at 300 per 1000 is 62 fewer per 1000
    found = programme_effect(
        places,
        measure="odds_ratio",
        effect=0.73,
        reach="reached",
        population="pupils",
        multiplier=100,
    )
    assert round(found["persons"][0]) == -62
    assert found["change"][0] == pytest.approx(-6.17, abs=0.005)
    assert found["level"][0] == pytest.approx(30 + found["change"][0])
    assert found["persons"][1] == pytest.approx(found["persons"][0] / 4)
    assert found[["level", "change", "persons"]].loc[2].isna().all()
    assert list(places.columns) == ["place", "baseline", "pupils", "reached"]


def test_persons_add_up_over_places(places: pd.DataFrame) -> None:
    whole = places.head(2).assign(baseline=[10.0, 30.0])
    found = programme_effect(
        whole, measure="risk_difference", effect=-0.02, population="pupils", multiplier=100
    )
    assert found["persons"].sum() == pytest.approx(-0.02 * 1500)


def test_without_population_persons_are_unknown(places: pd.DataFrame) -> None:
    found = programme_effect(places, measure="relative_risk", effect=0.9, multiplier=100)
    assert found["persons"].isna().all()


def test_absent_and_taken_columns_are_refused(places: pd.DataFrame) -> None:
    with pytest.raises(InvalidInput, match="how_much"):
        programme_effect(places, measure="relative_risk", effect="how_much", multiplier=100)
    with pytest.raises(InvalidInput, match="'level'"):
        programme_effect(places.assign(level=1), measure="relative_risk", effect=0.9)
    with pytest.raises(InvalidInput, match="not per cent"):
        programme_effect(places, measure="relative_risk", effect=0.9)


def test_persons_from_change_refuses_per_cent() -> None:
    assert persons_from_change([-0.062, np.nan], population=1000)[0] == pytest.approx(-62)
    with pytest.raises(InvalidInput) as caught:
        persons_from_change([-6.2, 0.1], population=-5)
    assert len(caught.value.faults) == 2
