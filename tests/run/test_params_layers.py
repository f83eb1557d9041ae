"""One params file on top of another: maps merge, lists replace, null deletes."""

from __future__ import annotations

import pytest

from impact.errors import InvalidInput
from impact.run.params.layers import merged, read_layers
from impact.run.params.plan import load_plan


def test_maps_merge_by_key_lists_replace_and_null_deletes():
    base = {"areas": {"a": {"title": "A", "origin": "adopted"}, "b": {}}, "list": [1, 2], "x": 1}
    over = {"areas": {"a": {"title": "New"}, "b": None}, "list": [3], "x": None}
    assert merged(base, over) == {
        "areas": {"a": {"title": "New", "origin": "adopted"}},
        "list": [3],
    }
    assert base["areas"]["b"] == {}


def test_a_null_for_a_key_that_is_not_below_is_kept_so_that_a_misspelling_is_found(write):
    assert merged({}, {"max_agee": None}) == {"max_agee": None}
    with pytest.raises(InvalidInput, match="unknown key 'max_agee'"):
        load_plan(write("max_agee: null\n"))


def test_a_map_of_another_kind_replaces_as_a_whole(write):
    write("peers: {kind: official, theme: grundskola}\n", name="base.yml")
    text = "extends: base.yml\npeers: {kind: distance, variables: {'kolada:N15816': 1}}\n"
    plan = load_plan(write(text, name="top.yml", alone=True))
    assert plan.peers.kind == "distance"


def test_a_goal_can_be_taken_out_by_the_file_on_top(write):
    write(
        "areas: {a: {title: A, origin: proposed}}\n"
        "goals:\n"
        "  keep: {area: a, title: T, origin: proposed, no_indicator_reason: T}\n"
        "  drop: {area: a, title: T, origin: proposed, no_indicator_reason: T}\n",
        name="base.yml",
    )
    text = "extends: base.yml\ngoals: {drop: null, keep: {title: Other}}\n"
    plan = load_plan(write(text, name="top.yml", alone=True))
    assert {name: goal.title for name, goal in plan.goals.items()} == {"keep": {"": "Other"}}


def test_faults_name_the_file_they_stand_in(write):
    write("max_age: old\n", name="base.yml")
    path = write("extends: base.yml\nwindow: wide\n", name="top.yml", alone=True)
    with pytest.raises(InvalidInput) as caught:
        load_plan(path)
    assert [fault.where for fault in caught.value.faults] == [
        "base.yml, line 7",
        "top.yml, line 2",
    ]


def test_what_is_extended_may_stand_in_the_projects_params(write):
    path = write("extends: countries/se.yml\ntitle: T\nregion: SE-06\n", name="own.yml", alone=True)
    assert load_plan(path).country == "SE"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extends: nowhere.yml\ntitle: T\n", "own.yml, line 1: there is no 'nowhere.yml'"),
        ("title: T\nextends: [a.yml]\n", "own.yml, line 2: 'extends' names one file"),
        ("extends: own.yml\n", "'own.yml' extends itself"),
        ("- a list\n", "a params file holds keys and values"),
        ("", "a params file holds keys and values"),
        ("title: T\ntitle: U\n", "the key 'title' stands on line 1 already"),
        ("title: [\n", "this is not YAML"),
    ],
)
def test_files_that_cannot_be_read_say_where(write, text, said):
    with pytest.raises(InvalidInput) as caught:
        read_layers(write(text, name="own.yml", alone=True))
    assert said in str(caught.value)
