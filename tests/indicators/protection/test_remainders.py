"""Nobody finds by subtraction what is too small to be shown."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact import catalogue
from impact.errors import InvalidInput
from impact.indicators import Layout, Rule, audit, protect, protect_added, shows_small_numbers

REGION = Layout(hierarchies={"place": {"SE-06": ("SE-0604", "SE-0617", "SE-0642")}})


def table(*rows: tuple, **columns: object) -> pd.DataFrame:
    """Rows of group, numerator, denominator."""
    frame = pd.DataFrame(rows, columns=["group", "numerator", "denominator"])
    frame = frame.astype({"numerator": float, "denominator": float})
    return frame.assign(
        **({"place": "SE-0604", "year": 2024, "indicator": "x:y", "status": "ok"} | columns),
        value=100 * frame["numerator"] / frame["denominator"],
    )


def hidden(frame: pd.DataFrame, **options: object) -> set[str]:
    out = protect(frame, Rule(), **options).values
    return set(out.loc[out["status"] == "suppressed", "group"])


def test_all_less_women_does_not_give_away_few_men():
    open_ = table(("total", 40, 200), ("female", 38, 100))
    assert hidden(open_) & {"total", "female"}
    assert hidden(table(("total", 60, 200), ("female", 38, 100))) == set()


def test_all_less_one_language_does_not_give_away_the_few_others():
    assert hidden(table(("total", 40, 200), ("language:sv", 39, 150)))
    assert hidden(table(("total", 60, 200), ("language:sv", 39, 150))) == set()


def test_a_group_that_is_everybody_leaves_nobody_over():
    assert hidden(table(("total", 60, 200), ("language:sv", 60, 200))) == set()


def test_languages_that_are_everybody_add_up_exactly():
    rows = [("total", 60, 200), ("language:sv", 30, 100), ("language:fi", 27, 80)]
    assert len(hidden(table(*rows, ("language:other", 3, 20)))) > 1
    assert hidden(table(*rows, ("language:other", 3, 20))) >= {"language:other"}


def test_few_persons_left_over_are_guarded_by_their_number_too():
    out = protect(table(("total", 60, 200), ("female", 58, 197)), Rule()).values
    shown = out["denominator"].notna()
    assert shown.sum() < 2


def test_the_last_municipality_of_a_region_is_guarded():
    frame = pd.concat(
        [
            table(("total", 60, 200), place="SE-06"),
            table(("total", 30, 100), place="SE-0604"),
            table(("total", 28, 60), place="SE-0617"),
        ]
    )
    out = protect(frame, Rule(), layout=REGION).values
    assert (out["status"] == "suppressed").any()
    wider = pd.concat([frame, table(("total", 2, 40), place="SE-0642")])
    out = protect(wider, Rule(), layout=REGION).values
    assert out.loc[out["place"] == "SE-0642", "suppression"].item() == "primary"
    assert (out["suppression"] == "secondary").any()


def test_crossed_groups_are_guarded_along_both_dimensions():
    frame = table(
        ("total", 100, 300),
        ("female", 50, 150),
        ("male", 50, 150),
        ("language:fi", 20, 60),
        ("female&language:fi", 18, 30),
    )
    assert hidden(frame)


def test_sums_that_do_not_add_up_are_left_alone():
    assert hidden(table(("total", 30, 100), ("language:sv", 39, 150))) == set()


def test_what_is_out_already_blocks_nothing_that_is_new():
    out = table(("total", 40, 200), ("female", 38, 100), year=2020)
    new = table(("total", 60, 200), ("female", 38, 100), year=2024)
    found = protect(new, Rule(), published=out).values
    assert (found["status"] == "ok").all()


def test_what_earlier_figures_give_away_is_refused():
    out = table(("total", 40, 200), ("female", 38, 100))
    with pytest.raises(InvalidInput, match="out already"):
        protect(table(("male", 2, 100)), Rule(), published=out)


@pytest.mark.parametrize("share", [0.1, 0.4])
def test_protecting_what_is_protected_hides_nothing_more(share):
    rng = np.random.default_rng(5)
    names = ("language:sv", "language:fi", "language:other")
    frames = []
    for year in range(2015, 2025):
        sizes = rng.integers(20, 90, 3)
        counts = rng.binomial(sizes, share)
        rows = [(name, *pair) for name, *pair in zip(names, counts, sizes, strict=True)]
        frames.append(table(("total", counts.sum(), sizes.sum()), *rows[: 2 + year % 2], year=year))
    once = protect(pd.concat(frames, ignore_index=True), Rule()).values
    again = protect(once.drop(columns="suppression"), Rule()).values
    assert (once["status"] == "suppressed").any() == (share == 0.1)
    assert again["status"].tolist() == once["status"].tolist()


groups = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=2, max_size=4).map(
    lambda pairs: [(min(pair), max(pair)) for pair in pairs]
)


@settings(max_examples=60)
@given(groups, st.integers(0, 12), st.integers(0, 12))
def test_everybody_else_is_never_found(parts, top, more):
    """The rest is added to the protected table as one more hidden row, and attacked."""
    languages = ("language:sv", "language:fi", "language:se", "language:nb")
    rest = (top, top + more)
    rows = [(name, *part) for name, part in zip(languages, parts, strict=False)]
    total = ("total", *np.sum([*parts, rest], axis=0))
    frame = table(total, *rows)
    done = protect(frame, Rule()).values
    if rest[1] == 0 or not (rest[0] < 5 or more < 5):
        return
    left = table(("language:other", np.nan, np.nan)).assign(
        value=np.nan, status="suppressed", suppression="source"
    )
    left["denominator"] = rest[1] if done["denominator"].notna().all() else np.nan
    attacked = audit(pd.concat([done, left], ignore_index=True), Rule())
    mine = attacked[(attacked["group"] == "language:other") & (attacked["hidden"] == "numerator")]
    assert not mine["derivable"].any()


def test_a_table_that_passed_shows_no_small_numbers():
    frame = table(("total", 40, 200), ("female", 38, 100), ("male", 2, 100)).assign(
        indicator="local:pupil_survey_safety", lower=np.nan, upper=np.nan
    )
    assert shows_small_numbers(frame, catalogue=catalogue)
    done = protect_added(frame, catalogue=catalogue, places={}).values
    assert not shows_small_numbers(done, catalogue=catalogue)
    assert not shows_small_numbers(frame.assign(indicator="kolada:N15428"), catalogue=catalogue)


def test_what_two_divisions_both_leave_over_is_guarded():
    # By hand: 80 - 50 - 58 + 30 = 2 are neither female nor Swedish speakers.
    rows = [("total", 80, 300), ("female", 50, 150), ("language:sv", 58, 200)]
    assert hidden(table(*rows, ("female&language:sv", 30, 100)))
    assert hidden(table(*rows, ("female&language:sv", 36, 100))) == set()


def test_women_and_men_are_all_where_all_have_no_row():
    rows = [("female", 30, 100), ("male", 30, 100)]
    assert hidden(table(*rows, ("language:sv", 57, 150)))
    assert hidden(table(*rows, ("language:sv", 40, 150))) == set()


def test_municipalities_are_their_region_where_it_has_no_row():
    places = REGION.hierarchies["place"]["SE-06"]
    rows = [table(("total", 20, 80), ("female", 10, 40), place=place) for place in places]
    region = table(("female", 30, 120), ("female&language:sv", 25, 100), place="SE-06")
    men = [table(("male&language:sv", 9, 30), place=place) for place in places]
    sv = table(("language:sv", 52, 190), place="SE-06")
    frame = pd.concat([*rows, region, *men, sv], ignore_index=True)
    out = protect(frame, Rule(), layout=REGION).values
    assert (out["status"] == "suppressed").any()  # by hand: men 30 less Swedish speakers 27


def test_places_with_other_languages_are_not_mixed_up():
    """In one place one language has rows and in the other two; nothing there is too small."""
    one = table(("total", 60, 300), ("female", 30, 150), ("language:sv", 20, 100),
                ("female&language:sv", 10, 50))  # fmt: skip
    two = [("language:fi", 15, 80), ("female&language:fi", 8, 40)]
    other = pd.concat([one, table(*two)]).assign(place="SE-0617")
    region = [("total", 120, 600), ("female", 60, 300), ("language:sv", 40, 200)]
    frame = pd.concat([one, other, table(*region, place="SE-06")], ignore_index=True)
    out = protect(
        frame, Rule(), layout=Layout(hierarchies={"place": {"SE-06": ("SE-0604", "SE-0617")}})
    )
    assert (out.values["status"] == "ok").all()


def test_what_was_hidden_here_is_not_taken_for_everybody():
    frame = table(("total", 60, 300), ("female", 30, 100), ("language:sv", 3, 4))
    once = protect(frame.assign(place="SE-0604"), Rule()).values
    assert once.loc[once["group"] == "language:sv", "denominator"].isna().all()
    again = protect(once, Rule()).values
    assert again["status"].tolist() == once["status"].tolist()
