import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.evidence import Parameter, faults

SOUND = {
    "id": "example",
    "name": {"en": "A programme"},
    "outcome": {"en": "bullying"},
    "measure": "relative_risk",
    "central": 0.8,
    "lower": 0.7,
    "upper": 0.9,
    "contrast": {"en": "with against without"},
    "causal": "causal",
    "design": {"en": "trial"},
    "population": {"en": "pupils"},
    "transfer": {"en": "Nordic schools."},
    "citation": "Somebody (2020)",
}


def parameter(**changes):
    given = {**SOUND, **changes}
    return Parameter(**{name: value for name, value in given.items() if value is not ...})


def fields(**changes):
    return [fault.where.partition(", ")[2] for fault in faults(parameter(**changes))]


def test_a_sound_parameter_has_no_fault():
    assert faults(parameter()) == ()


WRONG = [
    ({"lower": ..., "upper": ...}, ["central"]),
    ({"design": ...}, ["design"]),
    ({"transfer": ...}, ["transfer"]),
    (
        {"lower": ..., "upper": ..., "design": ..., "transfer": ...},
        ["central", "design", "transfer"],
    ),
    ({"upper": ...}, ["upper"]),
    ({"lower": ...}, ["lower"]),
    ({"lower": 0.9, "upper": 0.7}, ["lower"]),
    ({"central": 1.9}, ["central"]),
    ({"central": 0.7, "upper": 0.7}, ["lower"]),
    ({"central": -0.1, "lower": -0.2, "upper": 0.0}, ["central", "lower", "upper"]),
    ({"lower": 0.0}, ["lower"]),
    ({"unit": "percent"}, ["unit"]),
    ({"measure": "mean_difference"}, ["unit"]),
    ({"measure": "correlation", "unit": "correlation", "upper": 1.2}, ["upper"]),
    ({"measure": "attributable_fraction", "unit": "share", "upper": 10.8}, ["upper"]),
    ({"distribution": "fixed"}, ["distribution"]),
    ({"distribution": "beta", "upper": 1.1}, ["upper"]),
    ({"measure": "cost", "unit": "NOK", "distribution": "gamma", "lower": -1}, ["lower"]),
    ({"measure": "correlation", "unit": "correlation", "increment": 1}, ["increment"]),
    ({"citation": ...}, ["citation"]),
    ({"doi": "https://doi.org/10.1000/1"}, ["doi"]),
    ({"causal": "scenario"}, ["scenario_only"]),
]


@pytest.mark.parametrize(("changes", "places"), WRONG)
def test_each_fault_is_found_in_its_field_and_no_other(changes, places):
    assert fields(**changes) == places


def test_a_scenario_needs_no_interval_design_or_transfer_note_but_a_source():
    bare = {"lower": ..., "upper": ..., "design": ..., "transfer": ..., "scenario_only": True}
    assert fields(**bare) == []
    assert fields(**bare, citation=...) == ["citation"]
    own = {**bare, "citation": ..., "causal": "scenario"}
    assert fields(**own) == ["citation"]
    assert fields(**own, note={"en": "Assumed by the school board."}) == []


def test_a_scenario_must_still_be_possible_and_in_order():
    assert fields(scenario_only=True, lower=0.9, upper=0.7) == ["lower"]
    assert fields(scenario_only=True, central=-1, lower=..., upper=...) == ["central"]


def test_every_fault_is_listed_with_what_to_do():
    broken = faults(parameter(lower=0.9, upper=0.7, transfer=..., citation=..., unit="percent"))
    assert len(broken) == 4
    assert all(fault.mend for fault in broken)


def test_languages_are_asked_for_in_every_text():
    missing = faults(parameter(), languages=("en", "fi"))
    assert [fault.where.rsplit(" ", 1)[1] for fault in missing] == [
        "name",
        "outcome",
        "contrast",
        "design",
        "population",
        "transfer",
    ]
    assert "lacks fi" in missing[0].problem


def test_places_can_be_named_by_file_and_line():
    broken = faults(parameter(citation=...), where=lambda place: f"a.yml, line 7 {place}")
    assert broken[0].where == "a.yml, line 7 ('citation',)"


NUMBERS = st.floats(-5, 5, allow_nan=False).map(lambda number: round(number, 3))


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_ratio_is_sound_exactly_when_positive_and_in_order(central, lower, upper):
    sound = 0 < lower <= central <= upper and lower < upper
    assert (fields(central=central, lower=lower, upper=upper) == []) == sound
