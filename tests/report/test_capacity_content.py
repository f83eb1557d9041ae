"""A plan of places in words: true for every combination of missing tables, classes and signs."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest
import sample_capacity as sample
from sample_evaluation import cells, say

from impact import catalogue
from impact.overviews.capacities import model
from impact.overviews.capacities.model import CapacityPlan
from impact.report import content, names, page, values_csv
from impact.report.blocks import Block, Front, Table
from impact.report.capacity_blocks import CapacityDrawing, Notice, PlacesDemand
from impact.report.content import capacity_words
from impact.report.content.capacity_inputs import TABLES
from impact.report.content.capacity_money import MEASURES, VARIANTS
from impact.report.language import LANGUAGES, TEXTS, Language, language
from impact.report.planning_blocks import Fans
from impact.report.render import nodes


@pytest.fixture(autouse=True)
def whole_catalogue(small_catalogue: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "indicator", catalogue.indicator)


def empty(name: str, **changes: Any) -> CapacityPlan:
    """Return results without one table."""
    return sample.capacity(**{name: sample.frame(sample.COLUMNS[name], [])}, **changes)


def cases() -> list[CapacityPlan]:
    """Return results with every table there, none there, and each one missing."""
    found = [sample.capacity(), sample.capacity(simulated=False), sample.nothing()]
    found.append(sample.capacity(counted_at="home", weight=0.0))
    return found + [empty(name) for name in sample.COLUMNS]


def place_blocks(found: CapacityPlan) -> list[Block]:
    """Return the parts of municipalities with schools, without, and of the region."""
    studies = [sample.study(found)]
    parts = [content.capacity_part(studies, place) for place in (*sample.HOMES, "SE-06")]
    lines = [content.capacity_line(studies, place) for place in (*sample.HOMES, "SE-06")]
    return [*lines, *(block for part in parts for block in part)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_case_can_be_said_in_every_language(code: str) -> None:
    plan = sample.plan()
    for found in cases():
        blocks = [*sample.blocks(plan, found), *place_blocks(found)]
        text = say(code, blocks)
        assert "nan" not in re.findall(r"\w+", text.lower())
        assert "{" not in text
        for block in blocks:
            if isinstance(block, Table):
                assert all(len(row) == len(block.columns) for row in block.rows)


def test_a_page_can_be_made_of_every_case() -> None:
    for at, found in enumerate(cases()):
        reader = language(LANGUAGES[at % len(LANGUAGES)])
        html = page.html(sample.blocks(sample.plan(), found), reader)
        assert "<h1" in html


def test_every_sentence_of_a_plan_has_a_case(monkeypatch: pytest.MonkeyPatch) -> None:
    said, write = set(), Language._sentence

    def spy(self: Language, identifier: str, values: dict[str, object]) -> str:
        said.add(identifier)
        return write(self, identifier, values)

    monkeypatch.setattr(Language, "_sentence", spy)
    reader = language("en")
    near = SimpleNamespace(**{**vars(sample.plan().assumptions), "share_evenly": False})
    for found in [*cases(), *odd_cases()]:
        for plan in (sample.plan(), sample.plan(assumptions=near)):
            for block in [*sample.blocks(plan, found), *place_blocks(found)]:
                nodes(block, reader)
    text = (TEXTS / "en" / "capacity.ftl").read_text(encoding="utf-8")
    written = set(re.findall(r"(?m)^((?:[a-z]+-)?capacity-[a-z0-9-]+) =", text))
    variants = {f"capacity-variant-{one.replace('_', '-')}" for one in VARIANTS}
    measures = {f"capacity-measure-{one.replace('_', '-')}" for one in MEASURES}
    assert sorted(written - said - variants - measures - {"running-capacity-simulated"}) == []


def odd_cases() -> list[CapacityPlan]:
    """Return results whose sentences differ: the plan places fewer, as many, nobody is helped."""
    unmet = sample.unmet()
    fewer = unmet.assign(plan=unmet["plan"].replace({"free": "planned", "planned": "free"}))
    nobody = sample.one_more().assign(pupils=0.0)
    alike = sample.schools().assign(one_more=8.0)
    all_depends = sample.sweep().assign(stable=False)
    several = sample.sweep().assign(stable=True)
    several = several.assign(**{"class": "increase"})
    many = [several.assign(programme=several["programme"] + str(at)) for at in range(3)]
    tables = sample.inputs()
    known = [tables.assign(table=one) for one in TABLES]
    steps = sample.schools().assign(groups_planned=2.0, groups=3.0)
    far = sample.travel().assign(mean_minutes=70.0)
    middle = sample.travel().assign(mean_minutes=50.0)
    near = sample.travel()
    near = near[near["plan"] == "planned"]
    grown = sample.cohorts().assign(upper=sample.NAN)
    large = unmet.assign(pupils=unmet["pupils"] * 10)
    return [
        sample.capacity(unmet=large),
        sample.capacity(unmet=fewer),
        sample.capacity(unmet=unmet[unmet["plan"] == "now"]),
        sample.capacity(one_more=nobody),
        sample.capacity(schools=sample.pd.concat([alike, alike.assign(place="SE-0604")])),
        sample.capacity(schools=steps),
        sample.capacity(sweep=all_depends),
        sample.capacity(sweep=sample.pd.concat(many)),
        sample.capacity(travel=far),
        sample.capacity(travel=middle),
        sample.capacity(travel=near),
        sample.capacity(cohorts=grown[grown["scenario"] != "no_migration"]),
        sample.capacity(cohorts=grown[grown["year"] != 2028]),
        sample.capacity(simulated=False, flows=sample.flows("ok")),
        *(sample.capacity(inputs=one) for one in known),
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_sentence_calls_anything_significant(code: str) -> None:
    text = (TEXTS / code / "capacity.ftl").read_text(encoding="utf-8").lower()
    assert not re.search(r"significan|signifikan|merkitsev", text)


def _answer(found: CapacityPlan, **changes: Any) -> str:
    return say("en", content.capacity_answer(sample.plan(**changes), found))


def test_the_answer_says_who_gets_no_place_with_and_without_the_plan() -> None:
    text = _answer(sample.capacity())
    # free 20 + 3 who are eligible, planned 2; demand 80 + 90 + 50 + 12
    assert "23 with today's places, 2 with the plan. Wanted places in all: 232." in text
    assert "Not eligible for what they want: 4." in text


def test_young_people_are_summed_over_municipalities() -> None:
    text = _answer(sample.capacity())
    # 60 + 120 + 180 counted; (60 + 16) + (120 - 16) + (180 + 2) expected; each 2 fewer: 356
    assert "362 expected in 2028; 360 in 2024." in text
    assert "there would be 356" in text


def test_places_groups_and_steps_are_counted() -> None:
    text = _answer(sample.capacity())
    # today 60 + 90 + 30 + 48 + 0, planned 90 + 90 + 0 + 48 + 24 in 3 + 3 + 0 + 2 + 1 groups
    assert "The plan has 252 places in 9 whole groups; today there are 228 places." in text
    assert "opens in a municipality without them: 1; programmes it closes in one: 1." in text


def test_signs_that_hold_at_every_weight_are_named() -> None:
    text = _answer(sample.capacity())
    assert "need decides: Health and social care." in text
    assert "Fewer places, whichever decides: Business management and economics." in text
    assert "It depends on the weight for 1 of 4 programmes." in text


def test_no_sign_at_all_is_said_as_such() -> None:
    text = _answer(sample.capacity(sweep=sample.sweep().assign(stable=False)))
    assert "No programme calls for more places at every weight." in text
    assert "No programme calls for fewer places at every weight." in text


def test_one_more_group_is_where_most_get_a_place() -> None:
    schools = sample.schools().assign(one_more=[6.0, 0.0, 0.0, 2.0, 0.0])
    text = _answer(sample.capacity(schools=schools))
    assert "Health and social care, Jönköping. Young people who then get a place: 6." in text


def test_places_that_help_as_many_are_counted() -> None:
    schools = sample.schools()
    more = schools[schools["programme"] == "VO"].assign(place="SE-0604", one_more=6.0)
    found = sample.capacity(schools=sample.pd.concat([schools.assign(one_more=6.0), more]))
    assert "in any of 2 municipalities; Jönköping is one of them" in _answer(found)


def test_a_group_that_helps_nobody_is_not_praised() -> None:
    found = sample.capacity(one_more=sample.one_more().assign(pupils=0.2))
    assert "No further group would give anyone a place." in _answer(found)


@pytest.mark.parametrize(
    ("free", "planned", "told"),
    [
        (10.0, 4.0, "6 more young people get a place"),
        (4.0, 10.0, "6 young people fewer get a place"),
        (5.0, 4.0, "1 more young person gets a place"),
        (4.2, 4.4, "as many young people a place as today's places do"),
    ],
)
def test_the_headline_compares_the_plan_with_todays_places(
    free: float, planned: float, told: str
) -> None:
    rows = [
        ("free", "SE-0604", "VO", free, "no_capacity", "ok"),
        ("planned", "SE-0604", "VO", planned, "no_capacity", "ok"),
        ("planned", "SE-0604", "VO", 50.0, "not_eligible", "ok"),
    ]
    found = sample.capacity(simulated=False, unmet=sample.frame(model.UNMET_COLUMNS, rows))
    front = content.capacity_front(sample.plan(), found)
    assert told in say("en", front)


def test_simulated_figures_say_so_on_every_page_table_and_drawing() -> None:
    blocks = sample.blocks(sample.plan(), sample.capacity())
    front = next(block for block in blocks if isinstance(block, Front))
    assert front.running is not None
    assert front.headline.id == "capacity-simulated-text"
    assert [one.id for one in front.notes] == ["note-capacity-simulated"]
    for block in blocks:
        if isinstance(block, Table) and block.section != "inputs":
            assert block.caption.id == "capacity-simulated-text", block.caption
        if isinstance(block, CapacityDrawing) and block.section != "young":
            assert block.simulated, block.heading


def test_counted_figures_are_never_called_simulated() -> None:
    found = sample.capacity(simulated=False, inputs=sample.frame(model.INPUT_COLUMNS, []))
    blocks = sample.blocks(sample.plan(example=False), found)
    html = page.html(blocks, language("en")).lower()
    told = re.sub(r"(no table is simulated|counted and forecast, not simulated)", "", html)
    told = re.sub(r"<style>.*?</style>", "", told, flags=re.DOTALL)
    assert "simulated" not in told


def test_young_people_are_counted_figures_even_where_the_rest_is_simulated() -> None:
    blocks = content.capacity_young(sample.plan(), sample.capacity())
    statuses = {number.status for _, number in values_csv.numbers(blocks)}
    assert statuses == {"ok"}
    assert any(isinstance(block, Fans) for block in blocks)


def test_figures_that_rest_on_simulated_tables_have_that_status() -> None:
    blocks = content.capacity_pressure(sample.plan(), sample.capacity())
    named = [number for _, number in values_csv.numbers(blocks) if number.statistic == "demand"]
    assert named
    assert {number.status for number in named} == {"simulated"}


def test_programmes_are_short_spare_or_unclear_by_their_whole_range() -> None:
    blocks = content.capacity_pressure(sample.plan(), sample.capacity())
    drawing = next(block for block in blocks if isinstance(block, PlacesDemand))
    tones = {row.places.about: row.tone for row in drawing.rows}
    # VO 72-88 over 60 places, EK 82-98 under 120, IN 44-56 around 48, HU 9-15 over none today
    assert tones == {"VO": "bad", "EK": "plain", "IN": "unknown", "HU": "bad"}


def test_ways_of_a_few_counted_pupils_are_not_told_apart() -> None:
    found = sample.capacity(simulated=False)
    part = content.capacity_part([sample.study(found)], "SE-0604")
    ways = [block for block in part if isinstance(block, Table)][1]
    rows = {row[0]: row for row in cells("en", ways)}
    assert rows["Gnosjö"][1] == "fewer than 5"
    assert rows["Jönköping"][1] == "40"


def test_no_figure_of_fewer_than_five_counted_pupils_is_on_a_way() -> None:
    found = sample.capacity(simulated=False)
    studies = [sample.study(found)]
    blocks = [*content.capacity_travel(sample.plan(), found)]
    blocks += [block for place in sample.HOMES for block in content.capacity_part(studies, place)]
    ways = [one for _, one in values_csv.numbers(blocks) if one.statistic == "pupils_travelling"]
    assert ways
    assert min(number.value for number in ways) >= capacity_words.FEW


def test_a_place_outside_every_plan_gets_no_line_and_no_part() -> None:
    studies = [sample.study(sample.capacity())]
    assert content.capacity_line(studies, "SE-0665").messages == ()
    assert content.capacity_part(studies, "SE-0665") == []
    assert content.capacity_part([], "SE-0604") == []


def test_other_kinds_of_studies_are_passed_over() -> None:
    study = sample.study(sample.capacity())
    other = SimpleNamespace(**{**vars(study), "kind": "evaluation"})
    assert content.capacity_line([other], "SE-0604").messages == ()


def test_the_line_of_a_municipality_is_about_its_own_young_people() -> None:
    line = content.capacity_line([sample.study(sample.capacity())], "SE-0604")
    text = say("en", line)
    # 60 + 4 * 4 expected; 2 of them out of reach by the plan
    assert "(simulated example): 76 young people" in text
    assert "Without a place: 20 with today's places, 2 with the plan." in text


def test_a_home_where_everyone_gets_a_place_is_told_so() -> None:
    text = say("en", content.capacity_line([sample.study(sample.capacity())], "SE-0680"))
    assert "all who are eligible get a place within reach" in text


def test_the_part_of_a_municipality_begins_with_the_notice_when_simulated() -> None:
    part = content.capacity_part([sample.study(sample.capacity())], "SE-0604")
    assert isinstance(part[0], Notice)
    counted = content.capacity_part([sample.study(sample.capacity(simulated=False))], "SE-0604")
    assert not any(isinstance(block, Notice) for block in counted)


def test_those_without_a_place_today_are_told_only_where_that_was_counted() -> None:
    unmet = sample.unmet()
    silent = sample.capacity(unmet=unmet[unmet["plan"] != "now"])
    for found, told in ((sample.capacity(), "12"), (silent, "–")):
        part = content.capacity_part([sample.study(found)], "SE-0604")
        plans = next(block for block in part if isinstance(block, Table))
        assert cells("en", plans)[0][1:] == [told, "20", "2"]


def test_the_place_with_the_largest_share_left_out_is_named() -> None:
    rows = [
        ("planned", "SE-0680", "VO", 20.0, "no_capacity", "ok"),
        ("planned", "SE-0604", "VO", 12.0, "no_capacity", "ok"),
        ("planned", "SE-0617", "VO", 99.0, "not_eligible", "ok"),
    ]
    unmet = sample.frame(model.UNMET_COLUMNS, rows)
    text = say("en", content.capacity_doubts(sample.plan(), sample.capacity(unmet=unmet)))
    # 12 of 76 is more than 20 of 182
    assert "left out here: Aneby, 12 without a place, of 76 young people." in text
    few = sample.frame(
        model.UNMET_COLUMNS, [("planned", "SE-0604", "VO", 4.4, "no_capacity", "ok")]
    )
    assert "left out" not in say(
        "en", content.capacity_doubts(sample.plan(), sample.capacity(unmet=few))
    )


def test_a_region_gets_sums_of_its_municipalities() -> None:
    text = say("en", content.capacity_line([sample.study(sample.capacity())], "SE-06"))
    assert "362 young people" in text


def test_order_of_rows_changes_nothing_but_their_order() -> None:
    found = sample.capacity()
    turned = sample.capacity(
        **{name: getattr(found, name).iloc[::-1] for name in sample.COLUMNS if name != "inputs"}
    )
    plan = sample.plan()
    assert content.capacity_answer(plan, turned) == content.capacity_answer(plan, found)
    assert content.capacity_doubts(plan, turned) == content.capacity_doubts(plan, found)


def test_key_figures_hold_pupils_places_and_those_without() -> None:
    text = content.capacity_key_figures(sample.capacity())
    assert "leave grade 9: 360 in 2024, 362 in 2028" in text
    assert "places: 228 today, 252 planned" in text
    assert "without a place, planned       2.0" in text


def test_every_figure_of_the_page_is_in_the_table_of_values() -> None:
    blocks = sample.blocks(sample.plan(), sample.capacity())
    table = values_csv.text(blocks)
    for statistic in ("young_central", "without_place_planned", "placed_by_one_more", "cost_now"):
        assert f",{statistic}," in table


def test_what_is_counted_in_simulated_tables_is_simulated_too() -> None:
    blocks = sample.blocks(sample.plan(), sample.capacity())
    young = ("counted", "central", "central_lower", "central_upper", "no_migration", "change")
    real = {f"young_{one}" for one in young} | {"rows", "rows_simulated", "scenarios"}
    real |= {f"municipalities_{one}" for one in ("rises", "falls", "unclear")} | {"municipalities"}
    ok = {
        (section, number.statistic)
        for section, number in values_csv.numbers(blocks)
        if number.status == "ok"
    }
    assert {name for section, name in ok if section != "inputs"} - real == {
        "need_weight",
        "need_step",
    }
