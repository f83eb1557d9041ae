import math

import pytest

from impact.errors import InvalidInput, UnknownName
from impact.evidence import faults, library

SOUND = """\
read: 2026-11-21
parameters:
  - id: example
    name: {en: A programme, sv: Ett program, fi: Ohjelma, nb: Et program}
    outcome: {en: bullying, sv: mobbning, fi: kiusaaminen, nb: mobbing}
    measure: odds_ratio
    central: 0.8
    lower: 0.7
    upper: 0.9
    contrast: {en: with or without, sv: med eller utan, fi: on tai ei, nb: med eller uten}
    causal: causal
    design: {en: trial, sv: försök, fi: koe, nb: forsøk}
    transfer: {en: Nordic., sv: Nordisk., fi: Pohjoismainen., nb: Nordisk.}
    citation: Somebody (2020)
    seen_in: article
"""


def folder_with(tmp_path, text):
    (tmp_path / "parameters.yml").write_text(text, encoding="utf-8")
    return tmp_path


def faults_of(folder):
    with pytest.raises(InvalidInput) as caught:
        library(folder)
    return [str(fault) for fault in caught.value.faults]


def test_the_library_loads_is_sound_and_is_read_once():
    entries = library().parameters()
    assert len(entries) == 28
    assert all(not faults(entry) for entry in entries)
    assert library() is library()


def test_every_parameter_says_what_was_read_and_when():
    for entry in library().entries:
        assert entry.read == "2026-11-21", entry.id
        assert entry.seen_in and entry.citation and entry.population and entry.transfer, entry.id


def test_what_has_no_interval_is_for_scenarios_only():
    ids = {entry.id for entry in library().parameters(scenario=True)}
    assert {entry.id for entry in library().entries if entry.lower is None} <= ids
    assert len(ids) + len(library().parameters(scenario=False)) == 28


# The number as its source prints it, and how it turns to the ratio or correlation it means.
PRINTED = [
    ("kiva_victim", (1.22, 1.24, 1.19), lambda x: 1 / x),  # Kärnä et al. 2011, abstract
    ("kiva_bully", (1.18, 1.21, 1.15), lambda x: 1 / x),  # Kärnä et al. 2011, abstract
    ("pa_half_depression", (18, 23, 13), lambda x: 1 - x / 100),  # Pearce et al. 2022, abstract
    ("edu_year_mortality", (1.9, 2.0, 1.8), lambda x: 1 - x / 100),  # IHME-CHAIN 2024, abstract
    ("dep_absence_gubbels", (0.242, 0.173, 0.311), math.tanh),  # Gubbels et al. 2019, Table 2
    ("neg_attitude_absence", (0.553, 0.110, 0.996), math.tanh),  # Gubbels et al. 2019, Table 2
    ("sel_overall", (0.194, 0.166, 0.221), lambda x: x),  # Cipriano et al. 2023
    ("dep_truancy_or", (3.74, 2.11, 6.60), lambda x: x),  # Finning et al. 2019, abstract
]


@pytest.mark.parametrize(("id", "printed", "turned"), PRINTED)
def test_numbers_mean_what_their_sources_print(id, printed, turned):
    one = library().parameter(id)
    given = (one.central, one.lower, one.upper)
    assert given == pytest.approx([turned(number) for number in printed], abs=6e-5)


def test_correlations_agree_with_the_mean_r_printed_beside_them():
    # Gubbels et al. 2019, Table 2: mean r 0.237, 0.232, 0.503, 0.178
    ids = ("dep_absence_gubbels", "low_achv_absence", "neg_attitude_absence", "poor_health_absence")
    found = [library().parameter(id).central for id in ids]
    assert found == pytest.approx([0.237, 0.232, 0.503, 0.178], abs=6e-4)


def test_nothing_about_absence_is_called_causal():
    entries = [one for one in library().entries if "absence" in one.outcome["en"]]
    assert len(entries) == 6
    assert {one.causal for one in entries} == {"association"}


def test_an_unknown_id_names_the_near_ones():
    with pytest.raises(UnknownName, match="kiva_victim"):
        library().parameter("kiva_victims")
    assert "kiva_victim" in library()
    assert "kiva_victims" not in library()


def test_a_sound_file_loads_and_takes_the_files_day(tmp_path):
    one = library(folder_with(tmp_path, SOUND)).parameter("example")
    assert (one.central, one.read) == (0.8, "2026-11-21")


CHANGES = [
    ("measure: odds_ratio", "measure: odds", 6, "'measure'"),
    ("central: 0.8", "central: much", 7, "'central'"),
    ("central: 0.8", "central: .inf", 7, "'central'"),
    ("    lower: 0.7\n    upper: 0.9\n", "", 7, "no interval"),
    ("lower: 0.7", "lower: 0.95", 8, "turned around"),
    ("causal: causal", "causal: perhaps", 11, "'causal'"),
    ("    seen_in: article", "    page: 4\n    seen_in: article", 15, "no field 'page'"),
    (", nb: forsøk", "", 12, "lacks nb"),
    ("    citation: Somebody (2020)\n", "", 3, "no citation"),
    ("    seen_in: article\n", "", 3, "'seen_in'"),
    ("read: 2026-11-21", "read: yesterday", 3, "'read'"),
    ("read: 2026-11-21\n", "", 2, "'read'"),
    ("read: 2026-11-21", "read: 2026-11-21\ncolour: blue", 2, "no key 'colour'"),
    ("- id: example", "- id: Example", 3, "'id'"),
]


@pytest.mark.parametrize(("old", "new", "line", "word"), CHANGES)
def test_a_fault_names_file_line_and_field(tmp_path, old, new, line, word):
    assert old in SOUND
    found = faults_of(folder_with(tmp_path, SOUND.replace(old, new)))
    assert len(found) == 1, found
    assert found[0].startswith(f"parameters.yml, line {line}: "), found
    assert word in found[0]


def test_all_faults_of_all_files_come_at_once(tmp_path):
    (tmp_path / "a.yml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "b.yml").write_text(SOUND.replace("lower: 0.7", "lower: 2"), encoding="utf-8")
    (tmp_path / "c.yml").write_text("- just a list", encoding="utf-8")
    (tmp_path / "d.yml").write_text("read: [", encoding="utf-8")
    (tmp_path / "e.yml").write_text("read: 2026-11-21\nparameters: [text]", encoding="utf-8")
    found = faults_of(tmp_path)
    assert [one.partition(":")[0] for one in found] == [
        "b.yml, line 3",
        "b.yml, line 8",
        "c.yml, line 1",
        "d.yml, line 1",
        "e.yml, line 2",
    ]
    assert "stands at a.yml, line 3 already" in found[0]


def test_a_missing_folder_is_named(tmp_path):
    assert "nowhere" in faults_of(tmp_path / "nowhere")[0]
