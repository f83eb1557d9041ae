"""Where we are: intervals, comparison, trend, spread and peers of the municipalities' figures.

Every function takes a table and the names of its columns and returns new columns or a new
table. None reads files, draws random numbers, prints, or changes what it is given.
"""

from impact.indicators.age_bands import age_bands
from impact.indicators.audit import audit
from impact.indicators.compare import compare
from impact.indicators.compare_benchmark import benchmark
from impact.indicators.compare_goal import against_goal
from impact.indicators.compare_quarters import quarters
from impact.indicators.concentration_index import concentration_index
from impact.indicators.difference import difference
from impact.indicators.dispersion import dispersion, effective_persons
from impact.indicators.estimates import difference_of_estimates, ratio_of_estimates
from impact.indicators.findings import findings
from impact.indicators.fisher_exact import fisher_exact
from impact.indicators.funnel import funnel
from impact.indicators.funnel_lines import funnel_lines
from impact.indicators.inequality import inequality
from impact.indicators.intervals import proportion, rate
from impact.indicators.life_expectancy import life_expectancy
from impact.indicators.life_table import life_table
from impact.indicators.mean import mean
from impact.indicators.multiplicity import false_discovery
from impact.indicators.peer_freeze import FrozenPeers, freeze_peers
from impact.indicators.peer_sensitivity import peer_sensitivity
from impact.indicators.peers import official_peers, peers_by_distance
from impact.indicators.protect import Protected, protect
from impact.indicators.quantiles import quantiles
from impact.indicators.rank_interval import probability_better, rank_interval
from impact.indicators.ratio import ratio
from impact.indicators.shrink import shrink
from impact.indicators.slope_index import slope_index
from impact.indicators.spread import medians, spread
from impact.indicators.standard_population import european_standard_population, fold_weights
from impact.indicators.standardised_rate import standardised_rate
from impact.indicators.standardised_ratio import indirect_rate, standardised_ratio
from impact.indicators.trend import trend, trend_relative
from impact.indicators.uncertainty import uncertainty
from impact.indicators.year_noise import noise_coverage, year_interval, year_noise

__all__ = [
    "FrozenPeers",
    "Protected",
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
    "probability_better",
    "proportion",
    "protect",
    "quantiles",
    "quarters",
    "rank_interval",
    "rate",
    "ratio",
    "ratio_of_estimates",
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
