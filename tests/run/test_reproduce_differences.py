"""What differs in a report made again: files by their bytes, figures by value."""

from __future__ import annotations

from impact.run.manifest import files as described
from impact.run.reproduce.differences import altered, compared_figures, compared_files

HEAD = "place,indicator,year,group,value,unit"


def table(*rows: str) -> str:
    return "\n".join([HEAD, *rows]) + "\n"


def test_equal_tables_have_only_equal_figures():
    one = table("SE-0604,a,2024,total,81.5,percent", "SE-0604,a,2023,total,,percent")
    found = compared_figures(one, one)
    assert (found.same, found.differing) == (2, ())


def test_figures_are_compared_as_numbers_whatever_the_order_of_rows():
    one = table("SE-0604,a,2024,total,81.50,percent", "SE-0604,a,2023,total,7,percent")
    other = table("SE-0604,a,2023,total,7.0,percent", "SE-0604,a,2024,total,81.5,percent")
    assert compared_figures(one, other).same == 2
    assert not compared_figures(one, other).differing


def test_a_changed_a_lost_and_a_new_figure_are_named():
    one = table("SE-0604,a,2024,total,81.5,percent", "SE-0604,b,2024,total,7,percent")
    other = table("SE-0604,a,2024,total,81.6,percent", "SE-0604,c,2024,total,,percent")
    found = compared_figures(one, other)
    assert found.same == 0
    assert [str(figure) for figure in found.differing] == [
        "SE-0604, a, 2024, total, percent: 81.5, now 81.6",
        "SE-0604, b, 2024, total, percent: 7, now not there",
        "SE-0604, c, 2024, total, percent: not there, now no value",
    ]


def test_figures_of_the_same_name_are_compared_as_a_group():
    one = table(*(f"SE-0604,a,2024,total,{value},count" for value in (1, 2, 3)))
    other = table(*(f"SE-0604,a,2024,total,{value},count" for value in (2, 4, 1)))
    found = compared_figures(one, other)
    assert found.same == 2
    assert [(figure.before, figure.now) for figure in found.differing] == [("3", "4")]


def test_files_are_compared_by_their_bytes():
    def hashed(**files: str) -> dict[str, dict[str, str]]:
        return {name: {"sha256": digest} for name, digest in files.items()}

    found = compared_files(hashed(a="1", b="2", c="3"), hashed(a="1", b="9", d="4"))
    assert {file.name: file.state for file in found} == {
        "a": "same",
        "b": "differs",
        "c": "not made",
        "d": "new",
    }


def test_altered_missing_and_added_files_of_a_folder_are_named(tmp_path):
    for name in ("same.html", "other.html", "gone.html"):
        (tmp_path / name).write_text(name)
    files = described(tmp_path)
    assert altered(tmp_path, files) == ()
    (tmp_path / "other.html").write_text("altered")
    (tmp_path / "gone.html").unlink()
    (tmp_path / "added.html").write_text("new")
    assert altered(tmp_path, files) == (
        "added.html is not named in manifest.json: it was added",
        "gone.html is missing",
        "other.html was altered after it was made",
    )
