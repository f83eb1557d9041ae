from pathlib import Path

import pytest
import yaml

from impact.catalogue import AREAS, load_catalogue
from impact.errors import InvalidInput, UnknownName

SHARED = """\
attributions:
  here:
    source: own
    raw: {sv: Källa, en: Source}
    processed: {sv: Egen beräkning, en: Own calculation}
"""

SOUND = """\
- id: own:share
  country: SE
  unit: percent
  decimals: 1
  polarity: higher
  headline: true
  aggregation: rate
  name: {sv: Andel, en: Share}
  description: {sv: En andel., en: A share.}
  lower_limit: 0
  upper_limit: 100
  uncertainty: {basis: between_year}
  attribution: here
"""


def folder_with(tmp_path, **files):
    folder = tmp_path / "data" / "catalogue"
    folder.mkdir(parents=True)
    for name, text in {"shared": SHARED, **files}.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder


def faults_of(folder):
    with pytest.raises(InvalidInput) as caught:
        load_catalogue(folder)
    return [str(fault) for fault in caught.value.faults]


def test_a_sound_file_loads_and_takes_its_area_from_its_name(tmp_path):
    catalogue = load_catalogue(folder_with(tmp_path, learning=SOUND))
    entry = catalogue.indicator("own:share")
    assert entry.area == "learning"
    assert entry.groups == ("total",)
    assert entry.attribution.raw["sv"] == "Källa"


def test_a_folder_is_read_once(tmp_path):
    folder = folder_with(tmp_path, learning=SOUND)
    assert load_catalogue(folder) is load_catalogue(folder)


def test_an_indicator_cannot_be_changed(tmp_path):
    entry = load_catalogue(folder_with(tmp_path, learning=SOUND)).indicator("own:share")
    with pytest.raises(ValueError, match="frozen"):
        entry.unit = "euro"


def test_an_unknown_id_names_the_near_ones(tmp_path):
    catalogue = load_catalogue(folder_with(tmp_path, learning=SOUND))
    with pytest.raises(UnknownName, match="own:share"):
        catalogue.indicator("own:shar")


def test_an_unknown_area_is_refused(tmp_path):
    catalogue = load_catalogue(folder_with(tmp_path, learning=SOUND))
    with pytest.raises(UnknownName, match="learning"):
        catalogue.indicators(area="learnings")


CHANGES = [
    ("unit: percent", "unit: procent", 3, "'unit'"),
    ("decimals: 1", "decimals: 1\n  digits: 2", 5, "there is no field 'digits'"),
    ("  decimals: 1\n", "", 1, "the field 'decimals' is missing"),
    ("polarity: higher", "polarity: up", 5, "'polarity'"),
    ("country: SE", "country: DK", 2, "'country'"),
    ("id: own:share", "id: ownshare", 1, "'id'"),
    ("{sv: Andel, en: Share}", "{sv: Andel}", 8, "lacks the language en"),
    ("{sv: Andel, en: Share}", "{sv: Andel, en: Share, de: Anteil}", 8, "'name.de"),
    ("{sv: Andel, en: Share}", "{sv: andel, en: Share}", 8, "capital letter"),
    ("{sv: Andel, en: Share}", "{sv: Andel (%), en: Share}", 8, "before a colon"),
    ("sv: Andel,", f"sv: {'A' * 61},", 8, "61 characters"),
    ("sv: En andel.,", "sv: En andel. Och en till.,", 9, "one sentence"),
    ("sv: En andel.,", "sv: En andel,", 9, "one sentence"),
    ("  lower_limit: 0\n", "", 1, "needs a lower limit"),
    ("upper_limit: 100", "upper_limit: -1", 11, "turned around"),
    ("polarity: higher", "polarity: neutral", 6, "cannot be a headline"),
    ("{basis: between_year}", "{basis: guess}", 12, "'uncertainty.basis'"),
    ("{basis: between_year}", "{basis: none}", 12, "needs a reason"),
    ("{basis: between_year}", "{basis: binomial}", 12, "belong together"),
    ("{basis: between_year}", "{basis: none, reason: because}", 12, "has no 'because'"),
    ("{basis: between_year}", "{basis: published, reason: {sv: x, en: x}}", 12, "'none' only"),
    ("attribution: here", "attribution: there", 13, "has no 'there'"),
    ("aggregation: rate", "aggregation: rate\n  window_years: 3", 13, "overlap"),
    ("aggregation: rate", "aggregation: rate\n  groups: [female, male]", 8, "must hold 'total'"),
    ("aggregation: rate", "aggregation: rate\n  area: learning", 8, "leave the field out"),
    ("aggregation: rate", "aggregation: rate\n  unit: percent", 8, "stands on line 3 already"),
]


@pytest.mark.parametrize(("old", "new", "line", "words"), CHANGES)
def test_each_fault_is_named_with_its_file_and_line(tmp_path, old, new, line, words):
    assert old in SOUND
    faults = faults_of(folder_with(tmp_path, learning=SOUND.replace(old, new)))
    assert len(faults) == 1, faults
    assert f"learning.yml, line {line}" in faults[0]
    assert words in faults[0]


BREAKS = [
    ("{year: 2020, years: [2020], kind: other, effect: break, note: {sv: x, en: x}}", "one year"),
    ("{kind: other, effect: break, note: {sv: x, en: x}}", "year' is missing"),
    ("{year: 2020, kind: war, effect: break, note: {sv: x, en: x}}", "kind"),
    ("{year: 2020, kind: other, effect: break, note: {sv: x}}", "lacks the language en"),
    ("{year: 20, kind: other, effect: break, note: {sv: x, en: x}}", "greater than"),
]


@pytest.mark.parametrize(("written", "words"), BREAKS)
def test_a_faulty_break_is_named(tmp_path, written, words):
    faults = faults_of(folder_with(tmp_path, learning=SOUND + f"  breaks:\n    - {written}\n"))
    assert len(faults) == 1, faults
    assert "learning.yml, line 15" in faults[0]
    assert words in faults[0]


def test_breaks_say_which_years_start_anew_and_which_are_left_out(tmp_path):
    text = (
        SOUND
        + """\
  breaks:
    - {year: 2012, kind: definition, effect: break, note: {sv: x, en: x}}
    - {years: [2021, 2020], kind: pandemic, effect: exclude, note: {sv: x, en: x}}
    - {year: 2018, kind: other, effect: exclude, note: {sv: x, en: x}}
    - {year: 2019, kind: other, effect: note, note: {sv: x, en: x}}
"""
    )
    entry = load_catalogue(folder_with(tmp_path, learning=text)).indicator("own:share")
    assert entry.break_years == (2012,)
    assert entry.excluded_years == (2018, 2020, 2021)
    assert entry.breaks[1].year == 2020


def test_all_faults_of_all_files_come_at_once(tmp_path):
    learning = SOUND.replace("unit: percent", "unit: procent").replace(", en: Share", "")
    competence = SOUND.replace("headline: true", "headline: perhaps")
    faults = faults_of(folder_with(tmp_path, learning=learning, competence=competence))
    text = "\n".join(faults)
    assert "learning.yml, line 3" in text
    assert "learning.yml, line 8" in text
    assert "competence.yml, line 6" in text
    assert "competence.yml, line 1: own:share: this id stands at learning.yml, line 1" in text
    assert len(faults) == 4


def test_a_file_that_is_no_list_is_refused(tmp_path):
    assert "must be a list" in faults_of(folder_with(tmp_path, learning="id: own:share\n"))[0]


def test_a_file_of_no_area_is_refused(tmp_path):
    faults = faults_of(folder_with(tmp_path, learning=SOUND, weather=SOUND))
    assert faults[0].startswith("weather.yml: there is no such area.")
    assert "learning.yml" in faults[0]


def test_an_unknown_source_is_refused_where_sources_are_listed(tmp_path):
    folder = folder_with(tmp_path, learning=SOUND)
    (folder.parent / "sources.csv").write_text("id,producer\nother,Other\n", encoding="utf-8")
    faults = faults_of(folder)
    assert faults == ["learning.yml, line 1: own:share: sources.csv has no source 'own'."]


BINOMIAL = """{{basis: binomial, denominator: {{indicator: {indicator}, group: {group},
    population_basis: {basis}, approximate: {approximate}, error: {error}}}}}"""
REFERENCES = [
    ({"indicator": "own:gone"}, "'own:gone' with group 'total' is not in the catalogue"),
    ({"group": "female"}, "'own:share' with group 'female' is not in the catalogue"),
    ({"indicator": "self"}, "belong together"),
    ({"basis": "row"}, "belong together"),
    ({"approximate": "true"}, "states its error"),
    ({"error": "{sv: mycket, en: much}"}, "states its error"),
]


@pytest.mark.parametrize(("change", "words"), REFERENCES)
def test_a_denominator_leads_somewhere_and_says_how_good_it_is(tmp_path, change, words):
    sound = {
        "indicator": "own:share",
        "group": "total",
        "basis": "school",
        "approximate": "false",
        "error": "null",
    }
    text = SOUND.replace("{basis: between_year}", BINOMIAL.format(**{**sound, **change}))
    faults = faults_of(folder_with(tmp_path, learning=text))
    assert len(faults) == 1, faults
    assert words in faults[0]


def test_processed_kolada_values_may_not_name_kolada(tmp_path):
    folder = folder_with(tmp_path, learning=SOUND)
    shared = SHARED.replace("source: own", "source: kolada").replace("Own calc", "Kolada calc")
    (folder / "shared.yml").write_text(shared, encoding="utf-8")
    assert "may not name Kolada" in faults_of(folder)[0]


def test_indicators_come_by_area_and_then_as_they_stand(tmp_path):
    second = SOUND.replace("own:share", "own:second")
    first = SOUND.replace("own:share", "own:first")
    folder = folder_with(tmp_path, competence=first, learning=SOUND + second)
    found = [entry.id for entry in load_catalogue(folder).indicators()]
    assert found == ["own:share", "own:second", "own:first"]
    assert AREAS.index("learning") < AREAS.index("competence")


def test_the_project_files_hold_no_repeated_keys_and_no_shared_text_unused():
    folder = Path(__file__).parents[2] / "data" / "catalogue"
    shared = yaml.safe_load((folder / "shared.yml").read_text(encoding="utf-8"))
    written = "".join(
        path.read_text(encoding="utf-8") for path in folder.glob("*.yml") if path.stem in AREAS
    )
    for texts in shared.values():
        for key in texts:
            assert f": {key}" in written, f"shared.yml has '{key}', which nothing uses"
