import pytest
from tests.evidence.test_rules import parameter

from impact.errors import InvalidInput, UnknownName
from impact.evidence import USES, check_use, is_scenario, library

EFFECTS = ("attributable_fraction", "exposure_change", "programme_effect")


@pytest.mark.parametrize("use", EFFECTS)
@pytest.mark.parametrize("id", ["dep_absence_r", "dep_truancy_or", "dep_absence_gubbels"])
def test_absence_and_depression_cannot_be_an_effect_and_the_error_says_why(id, use):
    with pytest.raises(InvalidInput, match="is an association, not an effect") as caught:
        check_use(library().parameter(id), use)
    assert "found together does not say" in str(caught.value)
    assert "causal: scenario" in str(caught.value)


@pytest.mark.parametrize("use", EFFECTS)
def test_a_correlation_is_no_effect_even_when_called_causal(use):
    one = parameter(measure="correlation", unit="correlation")
    with pytest.raises(InvalidInput, match="how closely two things follow each other"):
        check_use(one, use)


@pytest.mark.parametrize("use", EFFECTS)
def test_a_published_fraction_is_not_transferred(use):
    with pytest.raises(InvalidInput, match="exposed share of the people it was found among"):
        check_use(library().parameter("bully_depression_paf_au"), use)


def test_costs_and_effects_do_not_stand_for_each_other():
    cost = library().parameter("dropout_lifetime_no")
    check_use(cost, "cost")
    with pytest.raises(InvalidInput, match="does not give a programme's effect"):
        check_use(cost, "programme_effect")
    with pytest.raises(InvalidInput, match="does not give a cost"):
        check_use(parameter(), "cost")


@pytest.mark.parametrize("use", EFFECTS)
def test_a_causal_ratio_may_be_used_everywhere(use):
    check_use(parameter(), use)


def test_a_standardised_difference_moves_an_indicator_but_explains_no_cases():
    one = library().parameter("sel_overall")
    check_use(one, "programme_effect")
    with pytest.raises(InvalidInput, match="standardised mean difference"):
        check_use(one, "exposure_change")


def test_an_association_restated_as_a_scenario_may_be_used_and_marks_the_result():
    asked = parameter(causal="scenario", scenario_only=True)
    check_use(asked, "exposure_change")
    assert is_scenario(asked)
    assert is_scenario(parameter(scenario_only=True))
    assert not is_scenario(parameter())


def test_marking_an_association_scenario_only_does_not_make_it_an_effect():
    with pytest.raises(InvalidInput, match="association"):
        check_use(library().parameter("lonely_mort_hl"), "attributable_fraction")


@pytest.mark.parametrize("entry", library().entries, ids=lambda entry: entry.id)
def test_everything_may_be_cited(entry):
    check_use(entry, "stated")


def test_every_reason_is_listed_and_the_place_can_be_named():
    with pytest.raises(InvalidInput) as caught:
        check_use(
            library().parameter("dep_absence_r"),
            "exposure_change",
            where=lambda place: f"a.yml, line 3, {place[0]}",
        )
    assert [fault.where for fault in caught.value.faults] == [
        "a.yml, line 3, measure",
        "a.yml, line 3, causal",
    ]


def test_an_unknown_use_is_named():
    with pytest.raises(UnknownName, match="exposure_change"):
        check_use(parameter(), "exposure_changes")
    assert set(EFFECTS) < set(USES)
