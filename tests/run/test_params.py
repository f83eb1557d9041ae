"""A params file becomes a plan, or every fault is listed with its file and line."""

from __future__ import annotations

import pytest

from impact import folders
from impact.errors import ImpactError, InvalidInput, UnknownName
from impact.run.params.plan import chosen, find_file, load_plan

SHIPPED = {
    "jonkoping": (13, {"sv", "en"}),
    "skane": (33, {"sv"}),
    "sweden": (290, {"sv"}),
    "telemark": (17, {"nb"}),
    "finland": (308, {"fi", "sv"}),
    "norway": (357, {"nb"}),
}
AREA = "areas: {a: {title: An area, origin: proposed}}\n"


def faults(path, **arguments) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        load_plan(path, **arguments)
    return [str(fault) for fault in caught.value.faults]


def goal(text: str) -> str:
    return AREA + f"goals:\n  g: {{area: a, title: A goal, origin: proposed, {text}}}\n"


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_params_load_with_all_their_places(name):
    plan = load_plan(f"params/{name}.yml")
    places, languages = SHIPPED[name]
    assert len(plan.places) == places
    assert set(plan.languages_of_region()) == languages
    assert plan.unmeasured


def test_jonkoping_has_adopted_goals_with_proposed_measures_and_one_without_any():
    plan = load_plan("params/jonkoping.yml")
    titles = {area.title["sv"]: area.origin for area in plan.areas.values()}
    assert titles == {
        "Förbättrad kvalitet": "adopted",
        "Utvecklat ledarskap": "adopted",
        "Ökad kompetens": "adopted",
    }
    adopted = {name: goal for name, goal in plan.goals.items() if goal.origin == "adopted"}
    assert {goal.area for goal in adopted.values()} == set(plan.areas)
    assert {goal.standing for goal in plan.goals.values() if goal.indicator} == {"proposed"}
    assert adopted["leadership"].indicator is None
    assert adopted["leadership"].no_indicator_reason["sv"]
    assert sum(activity.stage == "planned" for activity in plan.activities.values()) == 3
    assert sum(activity.origin == "adopted" for activity in plan.activities.values()) == 11


def test_bilingual_municipalities_get_both_languages_the_own_one_first():
    plan = load_plan("params/finland.yml")
    assert plan.historical
    assert plan.languages_of("FI-091") == ("fi", "sv")  # Helsinki
    assert plan.languages_of("FI-710") == ("sv", "fi")  # Raseborg
    assert plan.languages_of("FI-478") == ("sv",)  # Mariehamn
    assert plan.languages_of("FI-564") == ("fi",)  # Oulu


def test_places_are_given_by_name_or_code_and_kept_as_codes(write):
    assert load_plan(write()).places == ("SE-0604", "SE-0680")


def test_a_name_that_two_countries_know_means_the_one_in_the_plans_country(write):
    text = "title: T\ncountry: {}\nplaces: [Lund]\nyear: 2024\n"
    swedish = load_plan(write(text.format("SE"), alone=True))
    norwegian = load_plan(write(text.format("'NO'"), alone=True))
    assert (swedish.places, norwegian.places) == (("SE-1281",), ("NO-1112",))
    assert chosen(swedish, ["lund"]) == ("SE-1281",)


def test_a_region_stands_for_all_its_municipalities(write):
    text = "title: T\ncountry: SE\nregion: SE-06\nyear: 2024\n"
    assert len(load_plan(write(text, alone=True)).places) == 13


def test_a_country_without_region_stands_for_all_its_municipalities(write):
    text = 'title: T\ncountry: "NO"\nyear: 2024\n'
    assert len(load_plan(write(text, alone=True)).places) == 357


def test_the_file_gives_the_name_of_the_output_folder(write):
    assert load_plan(write(name="north_two.yml")).name == "north_two"
    assert "name: " in faults(write(name="Två kommuner.yml"))[0]


def test_places_with_letters_beyond_ascii_and_quotation_marks_load(write):
    plan = load_plan(write('local_texts:\n  "Aneby": {text: \'Så sade "Åsa" å vår ö i Ærø\'}\n'))
    assert plan.local_texts["SE-0604"].text == {"": 'Så sade "Åsa" å vår ö i Ærø'}
    names = "places: [Älvdalen, Åre, Överkalix]"
    text = f"title: T\ncountry: SE\nyear: 2024\n{names}\n"
    assert load_plan(write(text, alone=True)).places == ("SE-2039", "SE-2321", "SE-2513")


def test_markup_in_a_local_text_stays_text(write):
    plan = load_plan(write("local_texts: {Aneby: {text: '<script>alert(1)</script>'}}\n"))
    assert plan.local_texts["SE-0604"].text == {"": "<script>alert(1)</script>"}


def test_year_and_languages_can_be_asked_for(write):
    plan = load_plan(write(), year=2023, languages=["en"])
    assert (plan.year, plan.languages_of("SE-0604")) == (2023, ("en",))
    with pytest.raises(UnknownName, match="unknown language 'dk'"):
        load_plan(write(), languages=["dk"])
    with pytest.raises(InvalidInput, match="1066 lies outside 1990-2100"):
        load_plan(write(), year=1066)


def test_only_keeps_some_places(write):
    assert load_plan(write(), only=["jönköping"]).places == ("SE-0680",)


def test_unknown_places_and_places_of_another_plan_are_all_named(write):
    with pytest.raises(InvalidInput) as caught:
        chosen(load_plan(write()), ["Anebi", "Habo"])
    assert "Did you mean Aneby" in str(caught.value)
    assert "'Habo': is not a place of the plan 'small'" in str(caught.value)


def test_all_faults_are_listed_at_once_with_their_lines(write):
    path = write(
        "yaer: 2024\n"
        "max_age: old\n"
        "neighbours: [Nowhere]\n"
        "indicators: ['kolada:N00000']\n"
        "areas: {a: {title: T, origin: maybe}}\n"
        "goals: {g: {area: b, title: T, origin: proposed, no_indicator_reason: None}}\n"
        "activities: {x: {title: T, stage: running, origin: proposed, goals: [h]}}\n"
    )
    found = faults(path)
    wanted = [
        "small.yml, line 7: unknown key 'yaer'. Did you mean year?",
        "small.yml, line 8: max_age: here belongs a whole number.",
        "small.yml, line 9: neighbours.0: unknown place 'Nowhere'.",
        "small.yml, line 10: indicators.0: unknown indicator 'kolada:N00000'.",
        "small.yml, line 11: areas.a.origin: input should be 'adopted', 'proposed' or 'example'",
        "small.yml, line 12: goals.g.area: unknown area 'b'.",
        "small.yml, line 13: activities.x.goals.0: unknown goal 'h'.",
    ]
    assert len(found) == len(wanted)
    for said, begins in zip(found, wanted, strict=True):
        assert said.startswith(begins)


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("country: SE", "the key 'country' stands on line 3 already"),
        ("region: SE-99", "unknown region 'SE-99'"),
        ("region: FI-01", "region 'FI-01' is not in country SE"),
        ("region: SE-12", "'Aneby' is not in region SE-12; make it a neighbour"),
        ("neighbours: [Habo, SE-0643]", "'SE-0643' stands here twice"),
        ("multiples: ['kolada:N15428', 'kolada:N15428']", "stands here twice"),
        ("neighbours: [Helsinki]", "'Helsinki' is not in country SE"),
        ("indicators: ['udir:grunnskolepoeng']", "is an indicator of NO, not of SE"),
        ("multiples: ['sotkanet:3219']", "is an indicator of FI, not of SE"),
        ("window: 4\nminimum_years: 6", "6 years are needed, but a trend looks back only 4"),
        ("historical: 1", "historical: here belongs true or false"),
        ("max_age: -1", "max_age: input should be greater than or equal to 0"),
        ("unmeasured: [{fi: vain suomeksi}]", "this text is in fi, but reports are in sv, en"),
        ("unmeasured: [{dk: kun dansk}]", "unknown language 'dk'"),
        ("peers: {kind: distance, variables: {}}", "peers.distance.variables"),
        ("peers: {kind: magic}", "peers"),
        ("last_report: {year: 2023}", "last_report.snapshots: is missing"),
        (
            "local_texts: {Habo: {text: T}}",
            "local_texts.Habo: 'SE-0643' is neither among the places",
        ),
        (goal("indicator: 'kolada:N15428'"), "an indicator needs a target"),
        (goal("target: {value: 3}"), "a target needs an indicator"),
        (goal("target_year: 2024"), "say why there is none: no_indicator_reason"),
        (goal("indicator: 'kolada:N15428', target: {value: 101}"), "101.0 is outside what"),
        (goal("indicator: 'kolada:N15428', target: {value: .nan}"), "finite number"),
        (
            goal("indicator: 'kolada:N15428', target: {rule: better_than_mean}"),
            "the baseline is missing",
        ),
        (
            goal("indicator: 'kolada:N15428', target: {rule: better_than_mean, first: 2020}"),
            "the baseline is missing",
        ),
        (
            goal(
                "indicator: 'kolada:N15428', "
                "target: {rule: better_than_mean, first: 2021, last: 2019}"
            ),
            "the baseline ends (2019) before it begins (2021)",
        ),
        (
            goal("indicator: 'kolada:N15428', target: {value: 90, direction: lower}"),
            "higher is better; the target says the opposite",
        ),
        (goal("indicator: 'kolada:N15816', target: {value: 50}"), "is neutral"),
        (
            goal("indicator: 'kolada:N15428', group: 'age:07', target: {value: 90}"),
            "is not given for group 'age:07'",
        ),
        (goal("no_indicator_reason: T, places: [Habo]"), "neither among the places"),
        (goal("no_indicator_reason: T, start_year: 1889"), "a year is 1990 to 2100"),
        (
            goal("no_indicator_reason: T, start_year: 2024, target_year: 2021"),
            "start_year is later than target_year",
        ),
        ("activities: {x: {title: T, origin: proposed, stage: over}}", "'planned', 'running'"),
        (
            "activities: {x: {title: T, origin: proposed, stage: running, start: 2024, end: 2021}}",
            "it ends (2021) before it starts (2024)",
        ),
        (
            "activities: {x: {title: T, origin: proposed, stage: running, start: soon}}",
            "is not a date",
        ),
    ],
)
def test_what_does_not_fit_is_a_fault(write, added, said):
    with pytest.raises(InvalidInput) as caught:
        load_plan(write(added + "\n"))
    assert said in str(caught.value)


def test_a_neutral_indicator_with_a_direction_can_have_a_target(write):
    text = goal("indicator: 'kolada:N15816', target: {value: 50, direction: higher}")
    assert load_plan(write(text)).goals["g"].target.direction == "higher"


def test_a_region_without_places_is_a_fault(write, monkeypatch):
    monkeypatch.setattr("impact.run.params.plan._members", lambda region: [])
    text = "title: T\ncountry: SE\nregion: SE-06\nyear: 2024\n"
    assert faults(write(text, alone=True)) == [
        "small.yml, line 1: places: the region has no places."
    ]


def test_the_word_region_needs_a_region(write):
    text = "title: T\ncountry: SE\nplaces: region\nyear: 2024\n"
    (said,) = faults(write(text, alone=True))
    assert said.startswith("small.yml, line 3: places: there is no region")


def test_a_params_file_that_is_missing_names_those_there_are():
    with pytest.raises(ImpactError, match=r"no params file 'nowhere\.yml'.*jonkoping\.yml"):
        load_plan("nowhere.yml")


def test_a_params_file_is_found_from_any_folder(tmp_path, monkeypatch):
    home = folders.project_folder()
    monkeypatch.setenv("IMPACT_HOME", str(home))
    monkeypatch.chdir(tmp_path)
    assert find_file("params/skane.yml") == home / "params/skane.yml"
    assert find_file("skane.yml") == home / "params/skane.yml"


def test_the_digest_follows_the_file_and_what_it_extends(write):
    write("", name="base.yml")
    path = write("extends: base.yml\nmax_age: 4\n", name="top.yml", alone=True)
    before = load_plan(path).digest
    assert before == load_plan(path).digest
    write("window: 9\n", name="base.yml")
    assert load_plan(path).digest != before


def test_goals_are_for_everyone_or_for_the_places_they_name(write):
    plan = load_plan(write(goal("no_indicator_reason: T, places: [Aneby]")))
    assert list(plan.goals_of("SE-0604")) == ["g"]
    assert not plan.goals_of("SE-0680")


def test_activities_say_who_takes_part(write):
    record = "{title: T, origin: proposed, stage: running, places: [Aneby]}"
    activity = load_plan(write(f"activities: {{x: {record}}}\n")).activities["x"]
    assert activity.takes_part("SE-0604")
    assert not activity.takes_part("SE-0680")
    assert activity.follow_up is None


def test_dates_may_be_years_months_or_days(write):
    lines = "".join(
        f"  {name}: {{title: T, origin: proposed, stage: running, start: {start}}}\n"
        for name, start in {"a": "2021", "b": "2021-03", "c": "2021-03-15"}.items()
    )
    plan = load_plan(write("activities:\n" + lines))
    assert [one.start for one in plan.activities.values()] == ["2021", "2021-03", "2021-03-15"]
