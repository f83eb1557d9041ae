"""Life tables and expectancies against printed numbers, a plain loop and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.indicators.standardisation.life_expectancy import life_expectancy
from impact.indicators.standardisation.life_table import life_table

quick = settings(max_examples=40, deadline=None)

RESULT = ["value", "lower", "upper"]
STARTS = [0, 1, *range(5, 95, 5)]
LABELS = ["0", "1-4", *(f"{age}-{age + 4}" for age in range(5, 90, 5)), "90+"]
PERSONS = [
    *(7060, 35059, 46974, 48489, 43219, 38561, 46009, 57208, 61435, 55601),
    *(50209, 56416, 46411, 39820, 37978, 37039, 33288, 23306, 11936, 11936),
]
DEATHS = [
    *(17, 9, 4, 8, 20, 15, 24, 33, 50, 71),
    *(100, 163, 263, 304, 536, 872, 1390, 1605, 1936, 1937),
]
EXPECTANCY = [
    *(80.16960813, 79.36245674, 75.44193645, 70.47299936, 65.52909542, 60.67510088),
    *(55.78835987, 50.92752727, 46.06740425, 41.24505636, 36.49322717, 31.83343842),
    *(27.26027992, 22.9719144, 18.76856852, 14.95858336, 11.51684445, 8.618849241),
    *(6.163942934, 6.16210635),
]
LOWER = [
    *(79.88268548, 79.0898816, 75.17407307, 70.20675732, 65.26548673, 60.41876577),
    *(55.53801579, 50.68279939, 45.82666794, 41.00842831, 36.26223216, 31.60996318),
    *(27.04337271, 22.76653134, 18.57570352, 14.77985004, 11.34831778, 8.451134045),
    *(5.978358351, 5.887683386),
]
PLACE = pd.DataFrame({"band": LABELS, "deaths": DEATHS, "persons": PERSONS})


def california() -> pd.DataFrame:
    """Chiang's abridged table of California 1970, with his fractions."""
    deaths = [
        *(6234, 1049, 723, 735, 2054, 2702, 2071, 1964, 2588, 4114),
        *(6722, 8948, 11942, 14309, 17088, 19149, 21325, 20129, 22483),
    ]
    persons = [
        *(340483, 1302198, 1918117, 1963681, 1817379, 1740966, 1457614, 1219389, 1149999),
        *(1208550, 1245903, 1083852, 933244, 770770, 620805, 484431, 342097, 210953, 142691),
    ]
    fraction = [
        *(0.09, 0.41, 0.44, 0.54, 0.59, 0.49, 0.51, 0.52, 0.53, 0.54),
        *(0.53, 0.53, 0.52, 0.52, 0.51, 0.52, 0.51, 0.50, np.nan),
    ]
    return pd.DataFrame(
        {"band": [*LABELS[:18], "85+"], "deaths": deaths, "persons": persons, "lived": fraction}
    )


def test_the_expectancies_and_limits_england_prints():
    """Test data of the R package PHEindicatormethods (testLifeExpectancy.R), all twenty ages.

    Their limits rest on z = 1.96, hence 1e-5 years of tolerance.
    """
    out = life_expectancy(PLACE, ages=None)
    assert out["age"].tolist() == STARTS
    assert np.allclose(out["value"], EXPECTANCY, rtol=0, atol=1e-7)
    assert np.allclose(out["lower"], LOWER, rtol=0, atol=1e-5)


def test_a_table_open_at_85_gives_what_chiang_prints():
    """Chiang (1984), The Life Table and its Applications: California 1970."""
    out = life_table(california(), fraction="lived").set_index("band")
    for band, dying, years in [
        ("0", 0.01801, 71.95),
        ("40-44", 0.01689, 35.56),
        ("85+", 1, 6.35),
    ]:
        assert out.loc[band, "death_probability"] == pytest.approx(dying, abs=5e-6)
        assert out.loc[band, "expectancy"] == pytest.approx(years, abs=5e-3)


def by_hand(deaths: list[float], persons: list[float], starts: list[int]) -> tuple[float, float]:
    """Expectancy at the first age and its standard error, band by band, as in the papers."""
    last = len(starts) - 1
    left, q, years = [1.0], [], []
    for i in range(last):
        n, a = starts[i + 1] - starts[i], 0.1 if starts[i] == 0 and starts[i + 1] == 1 else 0.5
        rate = deaths[i] / persons[i]
        q.append(min(1.0, n * rate / (1 + (1 - a) * n * rate)))
        left.append(left[i] * (1 - q[i]))
        years.append(n * (left[i + 1] + a * (left[i] - left[i + 1])))
    years.append(left[last] * persons[last] / deaths[last])
    variance = left[last] ** 2 * persons[last] ** 2 / deaths[last] ** 3
    for i in range(last):
        n, a = starts[i + 1] - starts[i], 0.1 if starts[i] == 0 and starts[i + 1] == 1 else 0.5
        if deaths[i] > 0 and left[i + 1] > 0:
            after = sum(years[i + 1 :]) / left[i + 1]
            own = q[i] ** 2 * (1 - q[i]) / deaths[i]
            variance += left[i] ** 2 * ((1 - a) * n + after) ** 2 * own
    return sum(years), variance**0.5


tables = st.lists(
    st.tuples(st.integers(1, 400), st.integers(800, 9000)), min_size=2, max_size=8
).flatmap(
    lambda rows: st.tuples(
        st.just(rows),
        st.lists(st.integers(1, 20), min_size=len(rows) - 1, max_size=len(rows) - 1),
    )
)


@quick
@given(tables)
def test_it_agrees_with_a_plain_loop_for_any_bands(drawn):
    rows, widths = drawn
    starts = [0, *np.cumsum(widths).tolist()]
    deaths, persons = zip(*rows, strict=True)
    frame = pd.DataFrame({"band": starts, "deaths": deaths, "persons": persons})
    row = life_expectancy(frame, fewest_persons=0, widest_years=np.inf).iloc[0]
    value, error = by_hand(deaths, persons, starts)
    assert row["value"] == pytest.approx(value)
    assert row["standard_error"] == pytest.approx(error)


@quick
@given(st.permutations(range(20)))
def test_the_order_of_bands_is_irrelevant(order):
    out = life_expectancy(PLACE.iloc[order], ages=None)
    pd.testing.assert_frame_equal(out, life_expectancy(PLACE, ages=None))


@quick
@given(st.floats(1.01, 2))
def test_more_deaths_at_every_age_shorten_life(times):
    more = PLACE.assign(deaths=PLACE["deaths"] * times)
    shorter, here = life_expectancy(more, ages=None), life_expectancy(PLACE, ages=None)
    assert (shorter["value"] < here["value"]).all()


@quick
@given(st.integers(2, 50))
def test_the_same_rates_among_more_persons_narrow_the_interval_by_the_root(times):
    larger = PLACE.assign(deaths=PLACE["deaths"] * times, persons=PLACE["persons"] * times)
    one, other = life_expectancy(PLACE).iloc[0], life_expectancy(larger).iloc[0]
    assert other["value"] == pytest.approx(one["value"])
    assert other["standard_error"] == pytest.approx(one["standard_error"] / times**0.5)


def test_a_rate_that_is_the_same_at_all_ages_gives_about_its_inverse():
    """With rate m the years left are 1/m at every age; five-year bands come within 0.1 %."""
    frame = PLACE.assign(persons=100_000, deaths=2000)
    out = life_expectancy(frame, ages=None)
    assert np.allclose(out["value"], 50, rtol=2e-3)


def test_first_ages_and_labels_give_the_same():
    numbered = life_expectancy(PLACE.assign(band=STARTS), ages=None)
    pd.testing.assert_frame_equal(numbered, life_expectancy(PLACE, ages=None))
    spelled = PLACE.assign(band=["age:" + label for label in LABELS])
    pd.testing.assert_frame_equal(numbered, life_expectancy(spelled, ages=None))


def test_groups_may_have_different_bands_and_come_in_order_of_appearance():
    both = pd.concat([california().assign(place="b"), PLACE.assign(place="a")])
    out = life_expectancy(both, by="place", ages=[65, 0], confidence=(0.95, 0.998))
    assert out["place"].tolist() == ["b", "b", "a", "a"]
    assert out["age"].tolist() == [65, 0, 65, 0]
    alone = life_expectancy(PLACE, ages=[65, 0])
    assert np.allclose(out["value"][2:], alone["value"])
    assert np.allclose(out["lower_95"][2:], alone["lower"])
    assert (out["lower_99_8"] < out["lower_95"]).all()


def test_a_table_may_begin_at_any_age():
    late = life_expectancy(PLACE[13:], ages=60).iloc[0]
    whole = life_expectancy(PLACE, ages=60).iloc[0]
    assert np.allclose(late[RESULT].astype(float), whole[RESULT].astype(float))
    assert late["deaths"] == whole["deaths"] == sum(DEATHS[13:])


def test_the_columns_of_a_life_table_fit_together():
    out = life_table(PLACE)
    assert out["survivors"].iloc[0] == 100_000
    assert out["table_deaths"].sum() == pytest.approx(100_000)
    assert out["years_lived"].sum() == pytest.approx(out["years_left"].iloc[0])
    assert np.allclose(out["years_left"] / out["survivors"], out["expectancy"])
    assert np.allclose(out["survivors"].diff().iloc[1:], -out["table_deaths"].iloc[:-1])


def broken(place: str, **cells: tuple[int, float]) -> pd.DataFrame:
    frame = PLACE.astype({"deaths": float, "persons": float}).assign(place=place, status="ok")
    for column, (row, value) in cells.items():
        frame.loc[row, column] = value
    return frame


def test_why_a_group_has_no_expectancy():
    small = broken("few").assign(persons=250.0, deaths=5.0)
    frame = pd.concat(
        [
            broken("whole"),
            broken("hidden", status=(4, "suppressed")),
            broken("unknown", deaths=(4, np.nan)),
            broken("empty", deaths=(4, 0), persons=(4, 0)),
            broken("more", deaths=(4, 50_000)),
            small,
            broken("none", deaths=(19, 0)),
        ]
    )
    out = life_expectancy(frame, by="place", ages=(0, 65))
    reasons = out.drop_duplicates("place").set_index("place")["reason"].to_dict()
    assert reasons == {
        "whole": "",
        "hidden": "suppressed",
        "unknown": "missing",
        "empty": "no_persons",
        "more": "deaths_exceed_persons",
        "few": "few_persons",
        "none": "no_deaths_in_open_band",
    }
    withheld = out["reason"] != ""
    assert out.loc[withheld, [*RESULT, "standard_error"]].isna().all().all()
    assert out.loc[~withheld, RESULT].notna().all().all()
    assert life_expectancy(small, fewest_persons=4999, widest_years=np.inf)["reason"].tolist() == [
        ""
    ]


def test_a_wide_interval_withholds_the_value_and_keeps_the_limits():
    """England's second test place: the value withheld from 40 on, limits printed."""
    persons = [
        *(270, 235, 246, 248, 243, 238, 246, 257, 261, 355),
        *(350, 356, 346, 339, 337, 337, 333, 323, 311, 311),
    ]
    deaths = [17, 9, 4, 8, 20, 15, 24, 33, 50, 51, 10, 16, 26, 30, 36, 22, 13, 5, 6, 1]
    out = life_expectancy(PLACE.assign(persons=persons, deaths=deaths), ages=(0, 30, 35, 40))
    assert out["reason"].tolist() == ["", "", "", "wide_interval"]
    assert np.allclose(out["value"][:3], [19.22914685, 9.93152356, 11.95846561], atol=1e-6)
    assert np.isnan(out["value"].iloc[3])
    printed = [16.43900644, 4.71570153, 2.37762283, -1.60695210]
    assert np.allclose(out["lower"], printed, atol=1e-3)


def test_a_band_nobody_survives_ends_the_table():
    """Nobody survives 20-24 when 2/5 of the persons or more die each year."""
    out = life_table(broken("x", deaths=(5, 30_000)))
    assert out["death_probability"].iloc[5] == 1
    assert out["reason"].tolist() == [""] * 6 + ["no_survivors"] * 14
    assert out["expectancy"].iloc[0] < 25
    at = life_expectancy(broken("x", deaths=(5, 30_000)), ages=(0, 25))
    assert at["reason"].tolist() == ["", "no_survivors"]
    assert at["value"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("frame", "problem"),
    [
        (PLACE.drop(7), "row 8.*leaves a gap"),
        (pd.concat([PLACE, PLACE.iloc[[3]]], ignore_index=True), "occurs twice"),
        (PLACE.replace({"band": {"5-9": "5-12"}}), "overlaps"),
        (PLACE.iloc[:19], "not open"),
        (PLACE.replace({"band": {"5-9": "five"}}), "not an age band"),
        (PLACE.assign(deaths=-1), "is negative"),
        (PLACE.assign(lived=1.0), "between 0 and 1"),
    ],
)
def test_tables_that_cannot_be_are_refused(frame, problem):
    with pytest.raises(InvalidInput, match=problem):
        life_table(frame, fraction="lived" if "lived" in frame else None)


def test_first_ages_must_be_the_same_in_all_groups():
    numbered = PLACE.assign(band=STARTS)
    both = pd.concat([numbered.assign(place="a"), numbered.drop(4).assign(place="b")])
    with pytest.raises(InvalidInput, match=r"'b'.*lacks the band from 15"):
        life_table(both, by="place")
    with pytest.raises(InvalidInput, match="occurs twice"):
        life_table(pd.concat([numbered, numbered.iloc[[3]]]))


def test_an_age_inside_a_band_is_refused():
    with pytest.raises(InvalidInput, match="no band that begins at age 67"):
        life_expectancy(PLACE, ages=(65, 67))
