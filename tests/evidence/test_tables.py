import pytest

from impact.assessment.economics.discounting import discount_factors
from impact.errors import InvalidInput, UnknownName
from impact.evidence import discount_schedule, discount_schedules, unit_values


def factor(id, year):
    """Multiply the rates of every year up to this one."""
    product = 1.0
    for one in range(1, year + 1):
        rate = [rate for first, rate in discount_schedule(id).steps if first <= one][-1]
        product /= 1 + rate
    return product


def test_schedules_give_the_factors_that_others_print():
    # R package greenbook 0.1.1, run on these bands: year 76, standard 0.0919 and health 0.3556.
    assert factor("gb_standard", 76) == pytest.approx(0.0919, abs=5e-5)
    assert factor("gb_health", 76) == pytest.approx(0.3556, abs=5e-5)


def test_no_value_of_a_wellby_is_nordic():
    assert {value.country for value in unit_values()} == {"GB"}
    assert {value.currency for value in unit_values()} == {"GBP"}


def test_the_british_wellby_has_its_range_and_price_year():
    # HM Treasury 2021, as in the table of greenbook 0.1.1
    one = next(value for value in unit_values() if value.id == "wellby_gb")
    assert (one.low, one.value, one.high, one.price_year) == (10000, 13000, 16000, 2019)


def test_every_entry_names_its_source_and_what_was_read():
    for entry in (*unit_values(), *discount_schedules()):
        assert entry.source and entry.seen_in and entry.read == "2026-11-21", entry.id


def test_an_unknown_schedule_is_named():
    with pytest.raises(UnknownName, match="gb_standard"):
        discount_schedule("gb_standards")


SCHEDULE = """\
read: 2026-11-21
schedules:
  - id: example
    name: {en: Example}
    country: FI
    bands:
      - {first_year: 0, rate: 0.03}
      - {first_year: 10, rate: 0.02}
    source: own
    seen_in: own
"""


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("first_year: 0", "first_year: 1", 7),
        ("first_year: 10", "first_year: 0", 6),
        ("rate: 0.02", "rate: 2", 8),
        ("country: FI", "country: XX", 5),
        ("    source: own\n", "", 3),
    ],
)
def test_a_wrong_schedule_is_refused_with_its_line(tmp_path, old, new, line):
    (tmp_path / "schedules.yml").write_text(SCHEDULE.replace(old, new), encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        discount_schedules(tmp_path)
    assert [fault.where for fault in caught.value.faults] == [f"schedules.yml, line {line}"]


def test_a_value_outside_its_range_is_refused(tmp_path):
    text = """\
read: 2026-11-21
unit_values:
  - {id: a, name: {en: A}, unit: wellby, country: SE, value: 5, low: 6, high: 9, currency: SEK,
     price_year: 2020, source: own, seen_in: own}
"""
    (tmp_path / "unit_values.yml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput, match="not in order"):
        unit_values(tmp_path)


@pytest.mark.parametrize("id", [schedule.id for schedule in discount_schedules()])
def test_the_steps_are_what_the_calculation_takes(id):
    years = range(131)
    factors = discount_factors(years, schedule=discount_schedule(id).steps)
    assert factors == pytest.approx([factor(id, year) for year in years], rel=1e-12)
