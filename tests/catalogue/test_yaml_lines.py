import pytest

from impact.errors import InvalidInput
from impact.yaml_lines import read


def written(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "some.yml"
    path.write_bytes(text.encode(encoding))
    return path


def faults_of(path):
    with pytest.raises(InvalidInput) as caught:
        read(path)
    return [str(fault) for fault in caught.value.faults]


TEXT = """\
# a remark
- id: a
  name:
    sv: Ett namn
    en: A name
  years:
    - 2020
    - 2021
- id: b
"""


def test_values_come_with_the_line_they_stand_on(tmp_path):
    data, line_of = read(written(tmp_path, TEXT))
    assert data == [
        {"id": "a", "name": {"sv": "Ett namn", "en": "A name"}, "years": [2020, 2021]},
        {"id": "b"},
    ]
    assert line_of((0,)) == 2
    assert line_of((0, "name", "en")) == 5
    assert line_of((0, "years", 1)) == 8
    assert line_of((1, "id")) == 9


def test_a_missing_field_has_the_line_of_its_nearest_parent(tmp_path):
    _, line_of = read(written(tmp_path, TEXT))
    assert line_of((0, "name", "fi")) == 3
    assert line_of((1, "unit", "text")) == 9
    assert line_of(("nowhere",)) == 1


def test_all_repeated_keys_are_named_with_both_lines(tmp_path):
    path = written(tmp_path, "a: 1\nb:\n  c: 1\n  c: 2\na: 3\n")
    faults = faults_of(path)
    assert len(faults) == 2
    assert any("some.yml, line 5" in one and "'a'" in one and "line 1" in one for one in faults)
    assert any("some.yml, line 4" in one and "'c'" in one and "line 3" in one for one in faults)


def test_norway_and_nynorsk_words_stay_text(tmp_path):
    data, _ = read(written(tmp_path, "country: NO\nyes: on\ntruth: true\nfalsehood: false\n"))
    assert data == {"country": "NO", "yes": "on", "truth": True, "falsehood": False}


def test_merged_keys_are_not_repeated_keys(tmp_path):
    text = "base: &base\n  a: 1\n  b: 1\none:\n  <<: *base\n  b: 2\ntwo: *base\n"
    data, line_of = read(written(tmp_path, text))
    assert data["one"] == {"a": 1, "b": 2}
    assert data["two"] == {"a": 1, "b": 1}
    assert line_of(("one", "b")) == 6
    assert line_of(("one", "a")) == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: [1, 2\nb: 3\n", 2),
        ("a: 1\n\tb: 2\n", 2),
        ("a: 1\n---\nb: 2\n", 2),
        ("a: 1\nb: *gone\n", 2),
        ("a: 1\nb: !!python/object:os.system {}\n", 2),
        ("a: 1\nb: 2024-13-41\n", 2),
        ("a: 1\n? [x, y]\n: 2\n", 2),
        ("a: 1\nb: &b [*b]\n", 2),
    ],
)
def test_what_is_not_plain_yaml_is_refused_with_its_line(tmp_path, text, line):
    faults = faults_of(written(tmp_path, text))
    assert f"line {line}" in faults[0]


def test_an_empty_file_gives_nothing(tmp_path):
    data, line_of = read(written(tmp_path, "# only a remark\n"))
    assert data is None
    assert line_of(("anything",)) == 1


def test_a_file_in_another_encoding_is_refused(tmp_path):
    assert "not UTF-8" in faults_of(written(tmp_path, "a: ä\n", "latin-1"))[0]


def test_a_missing_file_is_refused(tmp_path):
    assert "no such file" in faults_of(tmp_path / "gone.yml")[0]


def test_a_file_nested_too_deep_is_refused_in_words(tmp_path):
    path = written(tmp_path, "a: " + "[" * 3000 + "]" * 3000)
    (fault,) = faults_of(path)
    assert "too deep inside one another" in fault


def test_anchors_that_multiply_without_end_are_refused(tmp_path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    file = tmp_path / "many.yml"
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(InvalidInput, match="anchors make more than"):
        read(file)
