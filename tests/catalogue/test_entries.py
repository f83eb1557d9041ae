"""The project's own entries: words, certainty and agreement with the figures."""

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import impact.catalogue
from impact.catalogue import AREAS, COUNTRY_LANGUAGES, indicator, indicators
from impact.errors import UnknownName

DATA = Path(__file__).parents[2] / "data"
ENTRIES = indicators()
IDS = [entry.id for entry in ENTRIES]


@pytest.fixture(scope="module")
def figures():
    files = sorted((DATA / "snapshots").glob("*/values.parquet"))
    if not files:
        pytest.skip("no snapshots yet")
    columns = ["place", "indicator", "year", "group", "value"]
    return pd.concat([pd.read_parquet(file, columns=columns) for file in files])


def every(text_of):
    return [(entry.id, language, text) for entry in ENTRIES for language, text in text_of(entry)]


def test_the_closed_sets_are_the_agreed_ones():
    assert AREAS == (
        "learning",
        "attendance",
        "development",
        "well_being",
        "belonging",
        "competence",
        "living_conditions",
        "context",
    )
    assert impact.catalogue.POLARITIES == ("higher", "lower", "neutral")
    assert {entry.unit for entry in ENTRIES} <= set(impact.catalogue.UNITS)


def test_every_indicator_with_figures_is_known_and_every_known_one_has_figures(figures):
    with_figures = set(figures["indicator"].unique())
    known = {entry.id for entry in ENTRIES}
    own = {id for id in known if id.startswith("local:")}
    assert with_figures - known == set()
    assert known - own == with_figures - own


def test_groups_are_those_of_the_figures(figures):
    found = figures.groupby("indicator")["group"].agg(set)
    for entry in ENTRIES:
        if entry.id in found.index:
            assert set(entry.groups) == found[entry.id], entry.id


def test_all_figures_lie_within_the_limits(figures):
    span = figures.groupby("indicator")["value"].agg(["min", "max"])
    for entry in ENTRIES:
        if entry.id in span.index:
            low, high = span.loc[entry.id]
            assert entry.lower_limit is None or low >= entry.lower_limit, entry.id
            assert entry.upper_limit is None or high <= entry.upper_limit, entry.id


def test_counts_are_whole_numbers(figures):
    counts = {entry.id for entry in ENTRIES if entry.unit == "count"}
    values = figures.loc[figures["indicator"].isin(counts), "value"].dropna()
    assert (values == values.round()).all()


def test_variation_between_years_is_promised_only_where_six_years_have_values(figures):
    years = figures.dropna(subset="value").groupby("indicator")["year"].nunique()
    for entry in ENTRIES:
        if entry.uncertainty.basis == "between_year" and entry.id in years.index:
            assert years[entry.id] >= 6, entry.id


def test_break_years_lie_within_or_next_to_the_figures(figures):
    span = figures.groupby("indicator")["year"].agg(["min", "max"])
    for entry in ENTRIES:
        for one in entry.breaks:
            if one.effect != "note":
                first, last = span.loc[entry.id]
                assert first < one.year <= last, entry.id


def test_finnish_education_levels_double_in_1998(figures):
    # Documented with the figures: the grouping of levels changed in 1998.
    values = figures[figures["indicator"] == "sotkanet:3195"].pivot(
        index="place", columns="year", values="value"
    )
    assert (values[1998] / values[1997]).median() == pytest.approx(1.84, abs=0.01)
    assert indicator("sotkanet:3195").break_years == (1998,)


def test_library_activities_halve_in_2020(figures):
    values = figures[figures["indicator"] == "kolada:N09805"].groupby("year")["value"].median()
    assert values[2020] < 0.55 * values[2019]
    assert indicator("kolada:N09805").excluded_years == (2020, 2021)


def test_names_and_descriptions_stand_in_every_language_of_the_country():
    for entry in ENTRIES:
        assert set(entry.name) == set(COUNTRY_LANGUAGES[entry.country]), entry.id
        assert set(entry.description) == set(COUNTRY_LANGUAGES[entry.country]), entry.id


@pytest.mark.parametrize("language", ["sv", "fi", "nb", "en"])
def test_no_two_indicators_of_a_country_share_a_name(language):
    for country in ("SE", "FI", "NO"):
        names = [
            entry.name[language] for entry in indicators(country=country) if language in entry.name
        ]
        assert len(names) == len(set(names)), country


def test_names_are_short_and_can_stand_before_a_colon():
    for id, language, name in every(lambda entry: entry.name.items()):
        assert len(name) <= 60, (id, language)
        assert name[0].isupper() or name[0].isdigit(), (id, language)
        assert not any(mark in name for mark in ":%()/"), (id, language)


def test_descriptions_are_one_sentence_of_our_own(figures):
    for id, language, text in every(lambda entry: entry.description.items()):
        assert len(text) <= 220 and text.endswith("."), (id, language)


def test_processed_values_never_name_kolada():
    kolada = [entry for entry in ENTRIES if entry.attribution.source == "kolada"]
    assert len(kolada) == 24
    for entry in kolada:
        assert "Kolada" in entry.attribution.raw["sv"]
        assert not any("kolada" in text.lower() for text in entry.attribution.processed.values())


def test_the_source_is_the_prefix_of_the_id():
    assert all(entry.attribution.source == entry.id.split(":")[0] for entry in ENTRIES)


def test_finnish_figures_are_historical_and_only_they():
    historical = {entry.id for entry in ENTRIES if entry.historical}
    assert historical == {id for id in IDS if id.startswith("sotkanet:")}


def test_families_of_the_first_page_are_of_a_readable_size(capsys):
    sizes = {}
    for country in ("SE", "FI", "NO"):
        family = indicators(country=country, headline=True)
        tested = [entry for entry in family if entry.uncertainty.basis != "none"]
        own = [entry for entry in family if entry.country == "any"]
        sizes[country] = (len(family) - len(own), len(tested) - len(own), len(own))
    with capsys.disabled():
        print(f"\nheadline families (all, testable, added by the municipality): {sizes}")
    assert sizes == {"SE": (17, 17, 10), "FI": (8, 8, 10), "NO": (11, 4, 10)}


def test_local_indicators_fit_every_country():
    own = {entry.id for entry in indicators() if entry.country == "any"}
    assert len(own) == 16
    for country in ("SE", "FI", "NO"):
        assert own <= {entry.id for entry in indicators(country=country)}


def test_eligible_pupils_rest_on_grade_nine_of_the_autumn_before():
    reference = indicator("kolada:N15428").uncertainty.denominator
    assert (reference.indicator, reference.group) == ("skolverket:pupils", "grade:9")
    assert reference.year_shift == -1
    assert reference.population_basis == "school"
    assert reference.approximate and "13 %" in reference.error["sv"]


def test_a_misspelt_id_names_the_near_one():
    with pytest.raises(UnknownName, match="kolada:N15428"):
        indicator("kolada:N15482")


def test_the_catalogue_loads_without_pandas():
    code = (
        "import sys; from impact.catalogue import indicators; indicators();"
        "sys.exit('pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
