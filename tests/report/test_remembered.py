"""Answers are remembered by the object itself, not by what is equal to it."""

from __future__ import annotations

from impact.report.language import language
from impact.report.message import Number
from impact.report.remembered import remembered


def test_the_same_object_is_asked_about_once_and_an_equal_one_again() -> None:
    asked = []

    @remembered(2)
    def length(one: list, add: int) -> int:
        asked.append(one)
        return len(one) + add

    first, second = [1, 2], [1, 2]
    assert length(first, 0) == length(first, 0) == length(second, 0) == 2
    assert length(first, 5) == 7
    assert [one is first for one in asked] == [True, False, True]


def test_an_object_keeps_its_identity_while_it_is_remembered() -> None:
    @remembered(8)
    def first(one: list) -> int:
        return one[0]

    assert [first([number]) for number in range(200)] == list(range(200))


def test_what_was_asked_long_ago_is_forgotten() -> None:
    asked = []

    @remembered(1)
    def answer(one: list) -> None:
        asked.append(one)

    one, other = [], []
    for subject in (one, other, one):
        answer(subject)
    assert len(asked) == 3
    answer.forget()
    answer(one)
    assert len(asked) == 4


def test_remembered_sentences_tell_one_from_one_point_nought() -> None:
    reader = language("en")
    whole = reader.number(Number(1.0, unit="years", decimals=0))
    broken = reader.number(Number(1.0, unit="years", decimals=1))
    assert (whole, broken) == ("1 year", "1.0 years")
    assert reader.number(Number(1.0, unit="years", decimals=0)) == whole
