"""The wild cluster bootstrap against its definition, refitted pattern by pattern."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from statsmodels.regression.linear_model import OLS

from impact.errors import InvalidInput
from impact.evaluation.inference.wild_bootstrap import wild_cluster_bootstrap


def _panel(seed: int, clusters: int, treated: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Six years, dummies of clusters and years, treated from the fourth year on."""
    generator = np.random.default_rng(seed)
    group, year = np.repeat(np.arange(clusters), 6), np.tile(np.arange(6), clusters)
    policy = ((group < treated) & (year >= 3)).astype(float)
    dummies = [group == each for each in range(clusters)] + [year == each for each in range(1, 6)]
    design = np.column_stack([policy, *dummies]).astype(float)
    noise = generator.normal(size=clusters)[group] * (year >= 3) + generator.normal(size=len(group))
    return noise + 0.8 * policy, design, group


def _fit(outcome: np.ndarray, design: np.ndarray, group: np.ndarray) -> tuple[float, float]:
    found = OLS(outcome, design).fit(cov_type="cluster", cov_kwds={"groups": group})
    return found.params[0], found.bse[0]


@pytest.mark.parametrize(("treated", "null"), [(3, 0.0), (2, 0.5), (4, -1.0)])
def test_every_sign_pattern_refitted_by_statsmodels(treated: int, null: float) -> None:
    outcome, design, group = _panel(treated, 6, treated)
    estimate, error = _fit(outcome, design, group)
    restricted = OLS(outcome - null * design[:, 0], design[:, 1:]).fit()
    fitted = restricted.fittedvalues + null * design[:, 0]
    real, far = abs(estimate - null) / error, 0
    for signs in product([1, -1], repeat=6):
        again = fitted + restricted.resid * np.array(signs)[group]
        drawn, its_error = _fit(again, design, group)
        far += abs(drawn - null) / its_error >= real * (1 - 1e-8)
    found = wild_cluster_bootstrap(outcome, design, 0, group, null=null)
    assert found.p_value == pytest.approx(far / 64)
    assert found.exact
    assert found.draws == 64
    assert (found.estimate, found.standard_error) == pytest.approx((estimate, error))
    assert found.t == pytest.approx((estimate - null) / error)


def test_the_smallest_p_value_is_two_of_all_patterns() -> None:
    """A clear effect in half of ten clusters: only all plus and all minus reach it, 2 / 1024."""
    outcome, design, group = _panel(1, 10, 5)
    found = wild_cluster_bootstrap(outcome + 30 * design[:, 0], design, 0, group)
    assert found.p_value == 2 / 1024


def test_one_treated_cluster_says_almost_nothing() -> None:
    """Of 100 true nulls and 100 effects of two deviations, one treated of eleven: none found."""
    found = {0.0: 0, 2.0: 0}
    for effect in found:
        for seed in range(100):
            outcome, design, group = _panel(seed, 11, 1)
            moved = outcome + (effect - 0.8) * design[:, 0]
            found[effect] += wild_cluster_bootstrap(moved, design, 0, group).p_value <= 0.05
    assert max(found.values()) <= 3


def test_many_clusters_are_drawn_with_a_seed() -> None:
    outcome, design, group = _panel(3, 20, 8)
    one, same, other = (
        wild_cluster_bootstrap(outcome, design, 0, group, draws=1999, seed=seed)
        for seed in (1, 1, 2)
    )
    assert not one.exact
    assert one.draws == 2000
    assert one.p_value == same.p_value
    assert one.p_value == pytest.approx(other.p_value, abs=4 * np.sqrt(0.25 / 1999))
    assert one.p_value == pytest.approx(
        2 * (1 - _normal(abs(one.t))), abs=0.1
    )  # 20 clusters, 8 treated: close to the usual test


def _normal(value: float) -> float:
    from scipy.stats import norm

    return float(norm.cdf(value))


def test_order_of_rows_names_and_scale() -> None:
    outcome, design, group = _panel(4, 7, 3)
    order = np.random.default_rng(0).permutation(len(group))
    names = np.array(list("gfedcba"))[group]
    found = wild_cluster_bootstrap(outcome, design, 0, group)
    again = wild_cluster_bootstrap(1000 * outcome[order], design[order], 0, names[order])
    assert again.p_value == found.p_value
    assert again.t == pytest.approx(found.t)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"clusters": np.zeros(42)}, "fewer than two"),
        ({"coefficient": 99}, "no column"),
        ({"outcome": np.full(42, np.nan)}, "missing numbers"),
        ({"outcome": np.zeros(3)}, "shapes"),
        ({"design": np.ones((42, 2))}, "collinear"),
    ],
)
def test_what_cannot_be_tested(change: dict, word: str) -> None:
    outcome, design, group = _panel(5, 7, 3)
    known = {"outcome": outcome, "design": design, "coefficient": 0, "clusters": group}
    with pytest.raises(InvalidInput, match=word):
        wild_cluster_bootstrap(**(known | change))
