"""Where we are: intervals, comparison, trend, spread and peers of the municipalities' figures.

Every function takes a table and the names of its columns and returns new columns or a new
table. None reads files, draws random numbers, prints, or changes what it is given.
"""

from impact.indicators.comparison.benchmark import benchmark
from impact.indicators.comparison.compare import compare
from impact.indicators.comparison.funnel import funnel
from impact.indicators.comparison.funnel_lines import funnel_lines
from impact.indicators.comparison.goal import against_goal
from impact.indicators.comparison.quarters import quarters
from impact.indicators.findings import findings
from impact.indicators.inequalities import inequality
from impact.indicators.inequalities.concentration_index import concentration_index
from impact.indicators.inequalities.quantiles import quantiles
from impact.indicators.inequalities.slope_index import slope_index
from impact.indicators.likeness.peer_freeze import FrozenPeers, freeze_peers
from impact.indicators.likeness.peer_sensitivity import peer_sensitivity
from impact.indicators.likeness.peers import official_peers, peers_by_distance
from impact.indicators.multiplicity import false_discovery
from impact.indicators.protection.added import place_sums, protect_added, shows_small_numbers
from impact.indicators.protection.apply import Layout
from impact.indicators.protection.audit import audit
from impact.indicators.protection.protect import Protected, protect
from impact.indicators.protection.rules import Rule
from impact.indicators.ranks.rank_interval import probability_better, rank_interval
from impact.indicators.ranks.shrink import shrink
from impact.indicators.rates.difference import difference
from impact.indicators.rates.estimates import difference_of_estimates, ratio_of_estimates
from impact.indicators.rates.fisher_exact import fisher_exact
from impact.indicators.rates.intervals import proportion, rate
from impact.indicators.rates.mean import mean
from impact.indicators.rates.ratio import ratio
from impact.indicators.standardisation.age_bands import age_bands
from impact.indicators.standardisation.life_expectancy import life_expectancy
from impact.indicators.standardisation.life_table import life_table
from impact.indicators.standardisation.standard_population import (
    european_standard_population,
    fold_weights,
)
from impact.indicators.standardisation.standardised_rate import standardised_rate
from impact.indicators.standardisation.standardised_ratio import indirect_rate, standardised_ratio
from impact.indicators.trends.trend import trend, trend_relative
from impact.indicators.variation.dispersion import dispersion, effective_persons
from impact.indicators.variation.spread import medians, spread
from impact.indicators.variation.uncertainty import uncertainty
from impact.indicators.variation.year_noise import noise_coverage, year_interval, year_noise

__all__ = [
    "FrozenPeers",
    "Layout",
    "Protected",
    "Rule",
    "against_goal",
    "age_bands",
    "audit",
    "benchmark",
    "compare",
    "concentration_index",
    "difference",
    "difference_of_estimates",
    "dispersion",
    "effective_persons",
    "european_standard_population",
    "false_discovery",
    "findings",
    "fisher_exact",
    "fold_weights",
    "freeze_peers",
    "funnel",
    "funnel_lines",
    "indirect_rate",
    "inequality",
    "life_expectancy",
    "life_table",
    "mean",
    "medians",
    "noise_coverage",
    "official_peers",
    "peer_sensitivity",
    "peers_by_distance",
    "place_sums",
    "probability_better",
    "proportion",
    "protect",
    "protect_added",
    "quantiles",
    "quarters",
    "rank_interval",
    "rate",
    "ratio",
    "ratio_of_estimates",
    "shows_small_numbers",
    "shrink",
    "slope_index",
    "spread",
    "standardised_rate",
    "standardised_ratio",
    "trend",
    "trend_relative",
    "uncertainty",
    "year_interval",
    "year_noise",
]
