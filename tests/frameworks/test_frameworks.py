"""The frameworks that are shipped, and what a faulty file of one is told."""

from __future__ import annotations

import pytest

from impact.errors import InvalidInput, UnknownName
from impact.frameworks import framework, frameworks

LANGUAGES = {"fi", "sv", "nb", "en"}
ALL = {
    "FI_EVA", "FI_IVA", "FI_LANGUAGE", "FI_LAVA", "NO_ABSOLUTT", "NO_HIA", "NO_INSTRUCTIONS",
    "SE_BEST_INTERESTS", "SE_HEALTH_MATRIX", "SE_HIA", "WHO_HIA",
}  # fmt: skip


def test_all_presets_are_there_and_a_country_gets_its_own_and_the_international_ones():
    assert {one.id for one in frameworks()} == ALL
    assert {one.id for one in frameworks("NO")} == {
        "NO_ABSOLUTT", "NO_HIA", "NO_INSTRUCTIONS", "WHO_HIA",
    }  # fmt: skip


@pytest.mark.parametrize("one", frameworks(), ids=lambda one: one.id)
def test_every_text_stands_in_all_languages_and_is_marked_as_ours(one):
    texts = [one.name, one.purpose, one.limits, *(part.text for part in one.parts)]
    assert all(set(text) == LANGUAGES for text in texts)
    assert one.translation == "unofficial"
    assert all(source.seen for source in one.sources if source.read != "not_read")
    assert all(part in one.parts for part in one.unconfirmed)


def test_what_was_not_read_is_said():
    confirmed = {one.id for one in frameworks() if not one.unconfirmed}
    assert confirmed == {"NO_INSTRUCTIONS"}
    unread = {part.id for part in framework("SE_BEST_INTERESTS").unconfirmed}
    assert unread == {"knowledge", "views", "alternatives"}  # parts 3 to 5 of seven


def test_the_finnish_assessment_sees_four_perspectives():
    # Kuntaliitto's recommendation of 2011: residents, environment, organisation and staff, economy
    found = framework("FI_EVA").perspectives
    assert found == ("residents", "environment", "organisation_staff", "economy")


def test_the_norwegian_instructions_ask_six_questions():
    # paragraph 2-1: six questions
    assert len(framework("NO_INSTRUCTIONS").parts_of("question")) == 6


def test_only_childrens_frameworks_ask_for_children():
    assert {one.id for one in frameworks() if one.children} == {"FI_LAVA", "SE_BEST_INTERESTS"}


def test_an_unknown_framework_or_part_names_the_nearest():
    with pytest.raises(UnknownName, match="Did you mean FI_LAVA"):
        framework("FI_LAVAA")
    with pytest.raises(UnknownName, match="Did you mean feedback"):
        framework("FI_LAVA").part("feedbak")


SMALL = """
id: SE_SMALL
country: SE
language: sv
name: &text {fi: a, sv: a, nb: a, en: a}
purpose: *text
limits: *text
translation: unofficial
sources: [{title: A, publisher: B, read: not_read}]
parts:
  - {id: one, kind: step, basis: read, text: *text}
"""


def faults(folder) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        frameworks(folder=folder)
    return [str(fault) for fault in caught.value.faults]


def test_all_faults_of_all_files_come_at_once_with_their_lines(tmp_path):
    (tmp_path / "se_small.yml").write_text(SMALL, encoding="utf-8")
    assert framework("SE_SMALL", folder=tmp_path).part("one").basis == "read"
    other = tmp_path / "other"
    other.mkdir()
    (other / "se_wrong.yml").write_text(SMALL, encoding="utf-8")
    broken = SMALL.replace("basis: read", "basis: guessed").replace("SE_SMALL", "SE_SECOND")
    broken += "  - {id: two, kind: perspective, basis: read, text: {sv: a}}\n"
    (other / "se_second.yml").write_text(broken, encoding="utf-8")
    found = faults(other)
    assert len(found) == 3
    said = "'parts.0.basis': input should be 'read' or 'unconfirmed', not 'guessed'."
    assert found[0] == f"se_second.yml, line 11: {said}"
    assert found[1] == "se_second.yml, line 12: parts.1: the text is missing in fi, nb, en."
    assert found[2] == "se_wrong.yml, line 2: id: the file of SE_SMALL is se_small.yml."


def test_a_perspective_must_say_which_one_it_is(tmp_path):
    text = SMALL.replace("kind: step", "kind: perspective")
    (tmp_path / "se_small.yml").write_text(text, encoding="utf-8")
    assert "names its perspective" in faults(tmp_path)[0]
