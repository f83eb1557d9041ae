"""Figures become panels: who is treated, who is compared with, and who dropped out and why."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from evaluation_cases import figures, in_regions, outcome, plan

from impact import places, store
from impact.errors import NoFigures
from impact.overviews.evaluations import panels as evaluation_panels
from impact.overviews.evaluations import units as evaluation_units
from impact.overviews.evaluations.panels import outcome_panel
from impact.overviews.evaluations.units import chosen_units
from impact.places.changes import changes, successors
from impact.places.neighbours import bordering

CODES = [one.code for one in places.places("SE")]
JONKOPING = places.region("SE-06").members


def series(base: float, years: range = range(2015, 2023)) -> dict[int, float]:
    return {year: base + (year - 2015) for year in years}


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let the store return one table for the outcome, and itself for the population."""

    def teller(table: pd.DataFrame, breaks: pd.DataFrame | None = None) -> None:
        real, none = store.load, pd.DataFrame(columns=["place", "indicator", "year", "reason"])

        def load(indicator: str, **options: Any) -> pd.DataFrame:
            if indicator not in set(table["indicator"]):
                return real(indicator, **options)
            return table[table["group"].isin(list(options["groups"]))]

        monkeypatch.setattr(evaluation_panels.store, "load", load)
        monkeypatch.setattr(
            evaluation_panels.store,
            "border_breaks",
            lambda country: none if breaks is None else breaks,
        )

    return teller


def all_places(skip: tuple[str, ...] = ()) -> dict[str, dict[int, float]]:
    return {code: series(50 + 0.1 * at) for at, code in enumerate(CODES) if code not in skip}


def reason(found: Any, unit: str) -> str:
    return found.units.set_index("unit")["reason"][unit]


def role(found: Any, unit: str) -> str:
    return found.units.set_index("unit")["role"][unit]


class TestUnits:
    def test_every_municipality_stands_for_itself(self) -> None:
        chosen = chosen_units(plan())
        assert [(one.name, one.start) for one in chosen.treated] == [
            ("SE-0604", 2020),
            ("SE-0617", 2020),
        ]
        assert len(chosen.units) == 290
        assert chosen.neighbours == bordering(["SE-0604", "SE-0617"], "SE")

    def test_a_new_code_is_no_merger_and_who_gives_land_away_is_divided(self) -> None:
        assert "NO-5601" not in evaluation_units._merged("NO", 2020, 2024)  # Alta: new codes only
        gave = [one for one in changes() if one.kind == "transfer"]
        assert gave
        for one in gave:
            divided = evaluation_units._merged(one.country, one.year, one.year)
            assert successors(one.old) | successors(one.new) <= divided

    def test_a_county_is_one_however_many_municipalities_it_has(self) -> None:
        chosen = chosen_units(in_regions())
        assert [(one.name, len(one.members)) for one in chosen.treated] == [("county", 13)]
        assert len(chosen.units) == 21
        assert sum(len(one.members) for one in chosen.units) == 290
        assert "SE-05" in chosen.neighbours and "SE-25" not in chosen.neighbours

    def test_who_is_left_out_is_named_with_a_reason(self) -> None:
        comparison = {
            "exclude": [{"places": ["SE-05", "SE-0680"], "reason": {"en": "Their own."}}],
            "exclude_neighbours": {"en": "They may copy it."},
        }
        chosen = chosen_units(plan(comparison=comparison))
        assert chosen.excluded["SE-0680"] == "declared"
        assert all(chosen.excluded[code] == "declared" for code in places.region("SE-05").members)
        assert chosen.excluded["SE-0682"] == "neighbour"
        assert not chosen.neighbours
        assert not set(chosen.excluded) & {one.name for one in chosen.units}

    def test_a_municipality_out_of_a_county_leaves_the_county_in(self) -> None:
        comparison = {"exclude": [{"places": ["SE-0580"], "reason": {"en": "Its own."}}]}
        chosen = chosen_units(in_regions(comparison=comparison))
        county = next(one for one in chosen.units if one.name == "SE-05")
        assert "SE-0580" not in county.members and len(county.members) == 12
        assert chosen.excluded == {"SE-0580": "declared"}

    def test_mergers_of_its_own_leave_a_municipality_out_in_those_years_only(self) -> None:
        def excluded(first: int, last: int) -> dict[str, str]:
            merged = {"first": first, "last": last, "reason": {"en": "Merged."}}
            changes = {
                "country": "FI",
                "treated": {
                    "one": {
                        "title": {"en": "One"},
                        "places": ["FI-005"],
                        "start": 2009,
                        "exposure": {"en": "Three years."},
                    }
                },
                "comparison": {"exclude_merged": merged},
                "outcomes": outcome(indicator="sotkanet:3180"),
            }
            return chosen_units(plan(**changes)).excluded

        assert excluded(2009, 2009)["FI-734"] == "merged"  # Salo
        assert "FI-005" not in excluded(2009, 2009)  # Alajärvi is treated
        assert "FI-734" not in excluded(2010, 2012)
        assert excluded(2010, 2012)["FI-434"] == "merged"  # Loviisa, 2010

    def test_only_named_places_are_compared_with(self) -> None:
        chosen = chosen_units(plan(comparison={"places": ["SE-09", "SE-0680"]}))
        assert [one.name for one in chosen.units[2:]] == ["SE-0680", "SE-0980"]


class TestFigures:
    def test_a_municipality_has_its_own_figures_and_its_start(self, told) -> None:
        told(figures(all_places()))
        panel = outcome_panel(plan(), "eligible").panel
        assert panel.years == tuple(range(2015, 2023))
        assert panel.units[:2] == ("SE-0604", "SE-0617")
        assert panel.starts[:3].tolist() == [2020, 2020, math.inf]
        at = panel.units.index("SE-0680")
        assert panel.values[at].tolist() == list(series(50 + 0.1 * CODES.index("SE-0680")).values())

    @pytest.mark.parametrize(
        ("measure", "by_hand"), [("mean", 52.0), ("spread", 2.0), ("sum", 156.0)]
    )
    def test_a_region_by_hand(self, told, measure, by_hand) -> None:
        # 50, 52 and 54: mean 52, sum 156, squares (4 + 0 + 4) / 2 = 4, standard deviation 2
        three = JONKOPING[:3]
        values = all_places()
        values |= {code: series(50 + 2 * at) for at, code in enumerate(three)}
        treated = {
            "three": {
                "title": {"en": "Three"},
                "places": list(three),
                "start": 2020,
                "exposure": {"en": "Years."},
            }
        }
        told(figures(values))
        found = outcome_panel(
            in_regions(treated=treated, outcomes=outcome(measure=measure)), "eligible"
        )
        assert found.panel.values[0, 0] == pytest.approx(by_hand, abs=1e-12)
        assert found.panel.units[0] == "three"

    def test_a_lag_moves_the_start_and_not_the_years(self, told) -> None:
        told(figures(all_places()))
        panel = outcome_panel(plan(outcomes=outcome(lag=2)), "eligible").panel
        assert panel.starts[0] == 2022 and panel.years[-1] == 2022

    def test_no_year_outside_the_plan_is_used(self, told) -> None:
        told(figures({code: series(50, range(2010, 2026)) for code in CODES}))
        outcomes = outcome(first_year=2016, last_year=2021)
        assert outcome_panel(plan(outcomes=outcomes), "eligible").panel.years == tuple(
            range(2016, 2022)
        )
        assert outcome_panel(plan(), "eligible").panel.years[-1] == 2022

    def test_groups_are_added_and_one_that_is_missing_takes_the_figure_away(self, told) -> None:
        first = figures(all_places(), indicator="skolverket:pupils", group="grade:1")
        second = figures(all_places(("SE-0680",)), indicator="skolverket:pupils", group="grade:2")
        told(pd.concat([first, second], ignore_index=True))
        outcomes = outcome(indicator="skolverket:pupils", groups=["grade:1", "grade:2"])
        found = outcome_panel(plan(outcomes=outcomes), "eligible")
        assert found.panel.values[0, 0] == 2 * all_places()["SE-0604"][2015]
        assert role(found, "SE-0680") == "excluded" and reason(found, "SE-0680") == "missing"

    def test_figures_made_up_or_hidden_are_not_used_and_said_to_be(self, told) -> None:
        table = figures(all_places())
        table.loc[(table["place"] == "SE-0680") & (table["year"] == 2017), "status"] = "simulated"
        hidden = (table["place"] == "SE-0683") & (table["year"] == 2018)
        table.loc[hidden, ["status", "value"]] = ["suppressed", np.nan]
        table.loc[table["place"] == "SE-0686", "status"] = "provisional"
        told(table)
        found = outcome_panel(plan(), "eligible")
        assert reason(found, "SE-0680") == "simulated"
        assert reason(found, "SE-0683") == "suppressed"
        assert role(found, "SE-0686") == "comparison"

    def test_a_treated_place_without_figures_stays_in_the_panel_without_any(self, told) -> None:
        told(figures(all_places(("SE-0604",))))
        found = outcome_panel(plan(), "eligible")
        assert np.isnan(found.panel.values[found.panel.units.index("SE-0604")]).all()
        assert role(found, "SE-0604") == "excluded" and reason(found, "SE-0604") == "missing"

    def test_borders_that_changed_are_the_reason(self, told) -> None:
        table = figures(all_places(("SE-0680",)))
        broken = pd.DataFrame(
            [("SE-0680", "kolada:N15428", 2020, "merged")],
            columns=["place", "indicator", "year", "reason"],
        )
        told(table, broken)
        assert reason(outcome_panel(plan(), "eligible"), "SE-0680") == "border_change"

    def test_a_year_that_hardly_anybody_has_is_left_out(self, told) -> None:
        values = all_places()
        for code in CODES[:200]:
            del values[code][2018]
        told(figures(values))
        assert 2018 not in outcome_panel(plan(), "eligible").panel.years

    def test_a_county_keeps_the_same_municipalities_in_every_year(self, told) -> None:
        values = all_places()
        values["SE-0680"][2019] = math.nan
        told(figures(values))
        found = outcome_panel(in_regions(), "eligible")
        kept = [code for code in JONKOPING if code != "SE-0680"]
        by_hand = np.mean([values[code][2016] for code in kept])
        assert found.panel.values[0, 1] == pytest.approx(by_hand)
        assert role(found, "SE-0680") == "excluded"
        assert role(found, "county") == "treated"

    def test_a_sum_with_a_gap_is_no_sum(self, told) -> None:
        values = all_places()
        values["SE-0580"][2019] = math.nan
        told(figures(values, indicator="skolverket:pupils"))
        outcomes = outcome(indicator="skolverket:pupils", measure="sum")
        found = outcome_panel(in_regions(outcomes=outcomes), "eligible")
        assert role(found, "SE-05") == "excluded" and "SE-05" not in found.panel.units

    def test_one_municipality_has_no_spread_but_a_mean(self, told) -> None:
        told(figures(all_places()))
        spread = outcome_panel(in_regions(outcomes=outcome(measure="spread")), "eligible")
        assert reason(spread, "SE-09") == "one_municipality"
        assert "SE-09" in outcome_panel(in_regions(), "eligible").panel.units

    def test_the_logarithm_of_nought_leaves_a_unit_out(self, told) -> None:
        values = all_places()
        values["SE-0680"][2019] = 0.0
        told(figures(values))
        found = outcome_panel(plan(outcomes=outcome(scale="log")), "eligible")
        assert reason(found, "SE-0680") == "not_positive"
        assert found.panel.values[0, 0] == pytest.approx(math.log(values["SE-0604"][2015]))

    def test_sizes_are_those_before_the_start(self, told) -> None:
        told(figures(all_places()))
        panel = outcome_panel(plan(), "eligible").panel
        people = store.load("scb:population", country="SE", places=["SE-0604"], years=[2019])
        assert panel.sizes[0] == people["value"].item()

    def test_the_year_of_the_start_is_after_it_and_not_before(self, told, monkeypatch) -> None:
        table = figures(all_places()).assign(vintage="2019-12-31")
        table.loc[table["year"] == 2020, "vintage"] = "2021-01-01"
        table = table[table["year"] <= 2020]
        told(table)
        outcomes = evaluation_panels.store.load
        people = pd.DataFrame(
            [(code, year, float(year)) for code in CODES for year in (2018, 2019, 2020)],
            columns=["place", "year", "value"],
        )
        population = evaluation_panels.POPULATION["SE"]
        monkeypatch.setattr(
            evaluation_panels.store,
            "load",
            lambda name, **told: people if name == population else outcomes(name, **told),
        )
        found = outcome_panel(plan(), "eligible")
        assert found.vintages == ("2021-01-01",)
        assert set(found.panel.sizes) == {2019.0}

    def test_a_county_of_which_more_than_half_is_missing_has_no_mean(self, told) -> None:
        told(figures(all_places(skip=JONKOPING[:6])))
        assert role(outcome_panel(in_regions(), "eligible"), "county") == "treated"
        told(figures(all_places(skip=JONKOPING[:7])))
        assert reason(outcome_panel(in_regions(), "eligible"), "county") == "missing"

    def test_vintages_are_of_figures_after_the_start(self, told) -> None:
        early = figures(
            {code: series(50, range(2015, 2020)) for code in CODES}, vintage="2020-01-01"
        )
        late = figures(
            {code: series(50, range(2020, 2023)) for code in CODES}, vintage="2023-02-02"
        )
        told(pd.concat([early, late], ignore_index=True))
        assert outcome_panel(plan(), "eligible").vintages == ("2023-02-02",)

    def test_no_figures_at_all_is_an_error_that_names_them(self, told) -> None:
        told(figures({code: series(50, range(1990, 1995)) for code in CODES}))
        with pytest.raises(NoFigures, match="kolada:N15428"):
            outcome_panel(plan(), "eligible")


class TestCatalogue:
    def test_years_the_catalogue_excludes_are_left_out(self) -> None:
        outcomes = outcome(indicator="kolada:N17625", direction="lower", first_year=2016)
        found = outcome_panel(plan(outcomes=outcomes), "eligible")
        assert found.excluded_years == (2020, 2021)
        assert not {2020, 2021} & set(found.panel.years)

    def test_a_new_definition_breaks_the_series_unless_it_is_accepted(self) -> None:
        assert outcome_panel(plan(outcomes=outcome(first_year=2008)), "eligible").breaks == (2012,)
        assert outcome_panel(plan(outcomes=outcome(first_year=2012)), "eligible").breaks == ()
        accepted = outcome(first_year=2008, accept_break={"en": "Both groups alike."})
        assert outcome_panel(plan(outcomes=accepted), "eligible").breaks == ()

    def test_the_order_of_rows_does_not_matter(self, told) -> None:
        table = figures(all_places())
        told(table.sample(frac=1, random_state=4))
        mixed = outcome_panel(plan(), "eligible").panel
        told(table)
        straight = outcome_panel(plan(), "eligible").panel
        assert mixed.units == straight.units
        np.testing.assert_array_equal(mixed.values, straight.values)
