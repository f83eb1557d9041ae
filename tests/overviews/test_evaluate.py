"""An evaluation in figures: what a plan comes to, when it counts as exploratory, what is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from evaluation_cases import OUTCOME, figures, in_regions, outcome, plan

from impact import folders, places, store
from impact.errors import InvalidInput
from impact.overviews.evaluations import model as evaluation_model
from impact.overviews.evaluations import outcomes as evaluation_outcomes
from impact.overviews.evaluations import panels as evaluation_panels
from impact.overviews.evaluations.evaluate import evaluate, good_of, known_before
from impact.overviews.evaluations.panels import outcome_panel
from impact.overviews.evaluations.plan import (
    TABLES,
    evaluations_of,
    register_evaluation,
    register_plan,
    registration,
)
from impact.run.evaluations.files import load_evaluation
from impact.verdicts import EFFECT

CODES = [one.code for one in places.places("SE")]
TREATED = CODES[10:200:19]
OTHERS = [code for code in CODES[:65] if code not in TREATED]
YEARS = range(2012, 2023)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with this one's figures, and a register and studies of its own."""
    return _project(tmp_path, monkeypatch)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let figures of municipalities be noise with an effect from 2020 on in the treated ones."""
    return lambda effect, also=0.0: _tell(monkeypatch, effect, also)


def _project(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    real = folders.data_folder()
    for name in ("data", "params", "notebooks"):
        (folder / name).mkdir()
    for one in real.iterdir():
        if one.name != "studies":
            (folder / "data" / one.name).symlink_to(one)
    patch.setenv("IMPACT_HOME", str(folder))
    return folder


def _tell(patch: pytest.MonkeyPatch, effect: float, also: float = 0.0) -> None:
    real = store.load
    tables = {
        "kolada:N15428": _figures(effect, 8, "kolada:N15428"),
        "kolada:N15030": _figures(also, 10, "kolada:N15030"),
    }

    def load(indicator: str, **options: Any) -> pd.DataFrame:
        return tables[indicator] if indicator in tables else real(indicator, **options)

    patch.setattr(evaluation_panels.store, "load", load)


def _figures(effect: float, seed: int, indicator: str) -> pd.DataFrame:
    noise = np.random.default_rng(seed)
    values = {
        code: {
            year: 60
            + 5 * np.sin(at)
            + noise.normal()
            + (effect if code in TREATED and year >= 2020 else 0.0)
            for year in YEARS
        }
        for at, code in enumerate(CODES)
    }
    return figures(values, indicator=indicator)


def case(**changes: Any) -> Any:
    """A plan written in 2019 about ten municipalities and sixty others, with a second outcome."""
    group = {"title": {"en": "Ten"}, "places": TREATED, "start": 2020, "exposure": {"en": "Years."}}
    second = {**OUTCOME, "indicator": "kolada:N15030", "primary": False, "first_year": 2012}
    outcomes = {"teachers": second, **outcome(first_year=2012)}
    parts = {"treated": {"ten": group}, "outcomes": outcomes, "comparison": {"places": OTHERS}}
    return plan(**{**parts, **changes})


def result(evaluation: Any, name: str) -> pd.Series:
    return evaluation.outcomes.set_index("outcome").loc[name]


def check(evaluation: Any, outcome_name: str, name: str) -> pd.Series:
    table = evaluation.checks
    return table[(table["outcome"] == outcome_name) & (table["check"] == name)].iloc[0]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The evaluation of a plan registered in 2019, with an effect of 4 in the first outcome."""
    with pytest.MonkeyPatch.context() as patch:
        _project(tmp_path_factory.mktemp("home"), patch)
        _tell(patch, 4.0)
        register_plan(case(), "2019-05-01")
        return evaluate(case())


def test_an_effect_that_was_put_in_is_found_and_its_absence_too(found) -> None:
    assert not found.exploratory and found.plan_date == "2019-05-01"
    assert found.outcomes["outcome"].tolist() == ["eligible", "teachers"]
    first, second = result(found, "eligible"), result(found, "teachers")
    assert first["verdict"] == "supported" and first["before_checks"] == "supported"
    assert first["lower"] < 4.0 < first["upper"]
    assert first["observed"] - first["counterfactual"] == pytest.approx(first["estimate"])
    assert second["verdict"] == "not_supported"
    assert second["lower"] < 0 < second["upper"]
    assert (first["treated"], first["comparison"]) == (10, len(OTHERS))
    assert (first["pre_years"], first["post_years"]) == (8, 3)
    assert first["p_adjusted"] < 0.01
    assert second["p_adjusted"] >= second["p_value"] - 0.02  # drawn against counted


def test_tables_have_the_columns_that_were_agreed(found) -> None:
    for name in TABLES:
        kind = {"outcomes": "outcome", "units": "unit"}.get(name, name.removesuffix("s"))
        columns = getattr(evaluation_model, f"{kind.upper()}_COLUMNS", None)
        columns = columns or getattr(evaluation_model, f"{name.upper()}_COLUMNS")
        table = getattr(found, name)
        assert table.columns.tolist() == columns, name
        assert set(table["outcome"]) <= {"eligible", "teachers"}
    assert set(found.outcomes["verdict"]) <= set(EFFECT)
    assert found.units.groupby(["outcome", "unit"]).size().max() == 1


def test_known_figures_cap_the_verdict(home, told) -> None:
    told(effect=4.0)
    mine = case()
    before = evaluate(mine)
    assert before.exploratory and before.plan_date is None
    assert result(before, "eligible")["verdict"] == "weak"
    assert check(before, "eligible", "plan_before_outcomes")["result"] == "failed"


@pytest.mark.parametrize(
    ("since", "vintages", "known"),
    [
        (None, ("2023-01-01",), True),
        ("2019-12-31", ("2023-01-01",), False),
        ("2020-06-01", ("2023-01-01",), False),
        ("2020-06-01", ("2020-06-01", "2023-01-01"), True),
        ("2021-01-01", ("2023-01-01",), True),  # 2020 was over: it may have been known
        ("2026-01-01", ("2026-11-21",), True),
    ],
)
def test_a_later_snapshot_does_not_make_old_figures_new(since, vintages, known) -> None:
    panel = SimpleNamespace(years=(2018, 2019, 2020, 2021), starts=np.array([2020.0, np.inf]))
    assert known_before(SimpleNamespace(panel=panel, vintages=vintages), since) is known


def test_nothing_after_the_start_cannot_have_been_known() -> None:
    panel = SimpleNamespace(years=(2018, 2019), starts=np.array([2020.0, np.inf]))
    assert not known_before(SimpleNamespace(panel=panel, vintages=()), None)


def test_an_outcome_found_only_alone_is_lowered_and_the_primary_one_is_not(
    home, told, monkeypatch
) -> None:
    told(effect=4.0, also=4.0)
    mine = case()
    register_plan(mine, "2019-05-01")
    monkeypatch.setattr(
        evaluation_outcomes, "romano_wolf", lambda effects, placebos: np.full(len(effects), 0.2)
    )
    found = evaluate(mine)
    assert result(found, "eligible")["verdict"] == "supported"
    assert check(found, "eligible", "several_outcomes")["result"] == "noted"
    lowered = result(found, "teachers")
    assert (lowered["before_checks"], lowered["verdict"]) == ("supported", "weak")
    assert lowered["reason"] == "lowered"
    assert check(found, "teachers", "several_outcomes")["result"] == "failed"


def test_one_treated_county_is_held_against_every_other() -> None:
    # change of each county minus the mean change of the 20 others; p counts those as far from 0
    panel = outcome_panel(in_regions(), "eligible").panel
    after = np.array(panel.years) >= 2020
    change = panel.values[:, after].mean(axis=1) - panel.values[:, ~after].mean(axis=1)
    effects = np.abs(change - (change.sum() - change) / 20)
    evaluation = evaluate(in_regions())
    row = evaluation.outcomes.iloc[0]
    assert row["placebos"] == 21 and row["smallest_p"] == pytest.approx(1 / 21)
    assert row["p_value"] == pytest.approx((effects >= effects[0] - 1e-9).sum() / 21)
    assert row["p_adjusted"] == row["p_value"]
    table = evaluation.placebos[evaluation.placebos["kind"] == "unit"]
    assert len(table) == 21 and table["treated"].sum() == 1


def test_an_effect_of_a_county_by_hand() -> None:
    # mean after minus mean before of the county, minus the same of the mean of all others
    panel = outcome_panel(in_regions(), "eligible").panel
    after, others = np.array(panel.years) >= 2020, panel.values[1:].mean(axis=0)
    change = panel.values[0, after].mean() - panel.values[0, ~after].mean()
    by_hand = change - (others[after].mean() - others[~after].mean())
    assert evaluate(in_regions()).outcomes["estimate"].item() == pytest.approx(by_hand)


def test_exposure_counts_from_the_intervention_and_not_from_the_lag(home, told) -> None:
    told(effect=0.0)
    table = evaluate(case(outcomes=outcome(first_year=2012, lag=1))).exposure
    assert table[["cohort", "year", "years_since_start"]].to_numpy().tolist() == [
        [2020, 2021, 1],
        [2020, 2022, 2],
    ]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"outcomes": outcome(first_year=2008)}, "break_inside"),
        ({"outcomes": outcome(first_year=2020)}, "no_pre_period"),
        ({"outcomes": outcome(last_year=2019)}, "start_outside"),
        ({"comparison": {"places": ["SE-0604"]}}, "no_untreated"),
    ],
)
def test_what_cannot_be_estimated_says_why(changes, reason) -> None:
    found = evaluate(plan(**changes))
    row = found.outcomes.iloc[0]
    assert (row["verdict"], row["reason"]) == ("not_estimable", reason)
    assert np.isnan(row["estimate"]) and np.isnan(row["p_adjusted"])
    assert len(found.units) > 0


def test_which_way_is_better_is_the_catalogues_or_the_plans() -> None:
    def good(**changes: Any) -> str:
        return good_of(plan(outcomes=outcome(**changes)).outcomes["eligible"])

    assert good() == "higher"
    assert good(direction="either") == "higher"
    assert good(measure="spread", direction="lower") == "lower"
    assert good(indicator="scb:population", direction="higher") == "higher"
    assert good(indicator="scb:population", direction="either") == "neutral"


def test_the_first_registration_counts_and_changes_are_shown(home) -> None:
    mine, other = case(), case(anticipation={"years": 1, "reason": {"en": "Known."}})
    assert register_plan(mine, None) is None
    assert registration(mine).date is None
    first = register_plan(mine, "2019-05-01")
    assert register_plan(case(title={"en": "Another"}), "2019-06-01").digest == first.digest
    assert registration(mine) == registration(case(question={"en": "Really?"}))
    assert registration(mine).changed is None
    unregistered = registration(other, "2024-01-01")
    assert (unregistered.date, unregistered.changed) == ("2019-05-01", "2024-01-01")
    register_plan(other, "2024-01-01")
    stands = registration(other)
    assert (stands.date, stands.changed, stands.since) == ("2019-05-01", "2024-01-01", "2024-01-01")
    assert stands.digest == mine.plan_digest
    register_plan(mine, "2025-01-01")
    assert registration(mine).changed == "2025-01-01"  # there and back again is a change


def test_fewer_years_than_declared_are_a_change_and_more_are_not(home) -> None:
    register_plan(case(year=2022), "2019-05-01")
    assert registration(case(year=2024)).changed is None
    assert register_plan(case(year=2024), "2025-01-01").date == "2019-05-01"
    fewer = registration(case(year=2021), "2025-01-01")
    assert (fewer.date, fewer.changed, fewer.since) == ("2019-05-01", "2025-01-01", "2025-01-01")
    assert register_plan(case(year=2021), "2025-01-01").date == "2025-01-01"
    assert registration(case(year=2021)) == fewer


def test_a_plan_is_not_registered_on_a_day_before_its_figures_were_there(home, told) -> None:
    told(4.0)
    with pytest.raises(InvalidInput, match=r"cannot be registered on 2019-01-01.* on 2023-01-01"):
        evaluate(case(), "2019-01-01")
    assert store.registered("plan", "case") == ()
    assert evaluate(case(), "2023-01-01").exploratory
    register_plan(case(), "2019-05-01")
    assert not evaluate(case(), "2019-05-01").exploratory
    with pytest.raises(InvalidInput, match="cannot be registered on 2020-05-01"):
        evaluate(case(estimator="long_difference"), "2020-05-01")


def test_the_day_that_will_be_registered_is_told_beforehand(home) -> None:
    before = registration(case(), "2026-11-22")
    register_plan(case(), "2026-11-22")
    assert before == registration(case(), "2027-03-03") == registration(case())


def test_what_is_kept_can_be_read_again_and_stands_when_nothing_changed(home, found) -> None:
    mine = case()
    assert register_evaluation(mine, found, None) is None
    kept = register_evaluation(mine, found, "2026-11-22")
    again = register_evaluation(mine, found, "2027-01-01")
    assert again.digest == kept.digest and again.date == "2026-11-22"
    (read,) = evaluations_of(SimpleNamespace(evaluations=("case", "nowhere")))
    assert read.kind == "evaluation" and set(read.names) == set(TABLES)
    assert read.tables("outcomes")["estimate"][0] == pytest.approx(
        found.outcomes["estimate"][0], rel=1e-5
    )
    assert read.about["places"] == sorted(TREATED)
    assert not read.about["exploratory"] and read.about["primary"] == "eligible"
    (entry,) = store.registered("plan", "case")
    assert entry.content["declared"]["estimator"] == "demeaned"
    assert "Nothing was known." in json.dumps(entry.content)
    with pytest.raises(InvalidInput, match="2026-11-22"):
        register_evaluation(case(estimator="long_difference"), found, "2020-01-01")


def test_every_placebo_of_one_treated_unit_is_written_out_once() -> None:
    cohort, strata = np.array([-1, 0, -1, -1]), np.array([0, 0, 0, 1])
    made = evaluation_outcomes._assignments(cohort, strata, seed=1)
    assert made.tolist() == [[-1, 0, -1, -1], [0, -1, -1, -1], [-1, -1, 0, -1]]


class TestMergers:
    """What the shipped file says of debt before the mergers of 2009 holds in the figures."""

    @pytest.fixture
    def panel(self) -> Any:
        return outcome_panel(load_evaluation("fi_mergers"), "debt").panel

    def test_debt_rose_before_against_all_and_hardly_against_the_equally_large(self, panel) -> None:
        there = np.isfinite(panel.values).all(axis=1)
        used = panel.select(there)
        rise = used.values[:, used.years.index(2008)] - used.values[:, used.years.index(2004)]
        merged, never = used.starts == 2009, ~used.treated
        against_all = rise[merged].mean() - rise[never].mean()
        assert round(against_all, -1) == 200
        quarter = np.searchsorted(np.quantile(used.sizes, [0.25, 0.5, 0.75]), used.sizes)
        alike = sum(
            (merged & (quarter == one)).sum()
            * (rise[merged & (quarter == one)].mean() - rise[never & (quarter == one)].mean())
            for one in range(4)
            if (merged & (quarter == one)).any()
        )
        assert round(alike / merged.sum(), -1) == 50


def test_a_plan_written_before_there_are_figures_waits_and_loses_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = store.load

    def load(indicator: str, **given: Any) -> pd.DataFrame:
        found = read(indicator, **given)
        return found.iloc[:0] if indicator == "kolada:N15428" else found

    monkeypatch.setattr(store, "load", load)
    found = evaluate(plan())
    row = found.outcomes.iloc[0]
    assert (row["verdict"], row["reason"]) == ("not_estimable", "outcome_missing")
    assert {"SE-0604", "SE-0617"} <= set(found.units["unit"])
    assert set(found.units["reason"]) == {"missing"}
