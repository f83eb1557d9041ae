"""The indices of the project on real figures, and money under the shipped assumptions."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.overviews import index_figures, index_funding, overview
from impact.overviews.indices.model import IndexFigures
from impact.overviews.indices.spec import index_spec
from impact.overviews.indices.values import index_values
from impact.run.indices.files import find_index, load_index
from impact.run.params.plan import load_plan


@pytest.fixture(scope="module")
def swedish() -> IndexFigures:
    wanted = load_plan("jonkoping.yml")
    (found,) = index_figures(overview(wanted), wanted)
    return found


def test_real_figures_of_one_municipality_by_hand(swedish):
    # eligible 87.6543, diploma 75.0, teachers 63.4675, preschool staff 51, vulnerable 6.9235,
    # overcrowded 15.4146, preschool 97.7186, sports clubs 20.5828, between the file's goalposts
    learning = ((87.6543 - 68) / 29 + (75.0 - 52) / 34) / 2
    staff = ((63.4675 - 48) / 39 + (51 - 24) / 43) / 2
    conditions = ((20 - 6.9235) / 17 + (36 - 15.4146) / 28) / 2
    leisure = ((97.7186 - 82) / 18 + (20.5828 - 9) / 41) / 2
    whole = 100 * (learning + staff + conditions + leisure) / 4
    assert swedish.places.at["SE-0604", "score"] == pytest.approx(whole, abs=0.001)


def test_the_shipped_index_covers_the_country_and_holds_together(swedish):
    assert swedish.places["score"].notna().all() and len(swedish.places) == 290
    assert swedish.coherence.publish and swedish.alpha > 0.6
    sums = swedish.gaps.groupby("place")["contribution"].sum()
    assert (sums - swedish.gap_totals["gap"]).abs().max() < 1e-9
    sums = swedish.changes.groupby("place")["contribution"].sum()
    assert (sums - swedish.change_totals["gap"]).abs().max() < 1e-9


@pytest.mark.parametrize("name", ["jonkoping.yml", "finland.yml"])
def test_goalposts_are_what_their_file_says_of_them(name):
    wanted = load_plan(name)
    figures, (one,) = overview(wanted), wanted.index_records()
    places = pd.Index(sorted(figures.values["place"].unique()), name="place")
    spec = index_spec(one)
    base = index_values(figures, spec, one.base_year, one.carry, places).values
    for item in spec.indicators:
        ends = np.round(np.nanpercentile(base[item.id], [1, 99]))
        top = 100.0 if item.id == "kolada:N11821" else np.inf  # said in the file
        assert item.goalposts == tuple(np.minimum(ends, top)), item.id


def test_the_finnish_index_is_not_one_number_and_says_why():
    wanted = load_plan("finland.yml")
    (found,) = index_figures(overview(wanted), wanted)
    assert found.coherence.reasons == ("low_alpha",)
    assert found.alpha < found.record.coherence.lowest_alpha
    highest = found.places["method_high"].max()
    assert highest <= 100 and found.places["method_low"].min() >= 0


def test_a_municipality_with_more_than_the_whole_country_is_refused(tmp_path):
    text = find_index("fi_hyte").read_text(encoding="utf-8")
    path = tmp_path / "fi_hyte.yml"
    path.write_text(text.replace("mean_score: 60.0", "mean_score: 0.01"), encoding="utf-8")
    with pytest.raises(InvalidInput, match="more than those of all municipalities"):
        index_funding(load_index(path))


def test_one_step_more_under_the_shipped_assumptions():
    found = index_funding(load_index("fi_hyte"))
    money = found.record.funding
    small = found.places.loc["small"]
    expected = money.pot * small["score"] / (money.inhabitants * money.mean_score)
    assert small["per_inhabitant"] == pytest.approx(expected)
    steps = found.steps.set_index(["place", "indicator"])
    assert np.isnan(steps.at[("small", "culture_1"), "money"])  # nobody answered
    assert steps.at[("large", "outcome_1"), "points"] == pytest.approx(10 * 0.5 / 6)
    # with the whole country as one sum: pot n k' / (S + n (k' - k)) - pot n k / S
    n, k = 60_000.0, found.places.at["large", "score"]
    total, raised = money.inhabitants * money.mean_score, k + 10 * 0.5 / 6
    by_hand = money.pot * n * (raised / (total + n * (raised - k)) - k / total)
    assert steps.at[("large", "outcome_1"), "money"] == pytest.approx(by_hand)


def test_scores_without_money_still_have_steps():
    found = index_funding(load_index("fi_teaviisari"))
    assert found.places.at["example", "score"] == pytest.approx(425 / 7)
    assert found.places["money"].isna().all() and found.steps["money"].isna().all()
    assert found.steps["points"].to_numpy() == pytest.approx(10 / 7)
