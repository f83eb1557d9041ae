"""Where we are: intervals, comparison, trend, spread and peers of the municipalities' figures.

Every function takes a table and the names of its columns and returns new columns or a new
table. None reads files, draws random numbers, prints, or changes what it is given.
"""

from impact.indicators.compare import compare
from impact.indicators.dispersion import dispersion, effective_persons
from impact.indicators.findings import findings
from impact.indicators.intervals import proportion, rate
from impact.indicators.multiplicity import false_discovery
from impact.indicators.peers import official_peers, peers_by_distance
from impact.indicators.protect import Protected, protect
from impact.indicators.spread import medians, spread
from impact.indicators.trend import trend, trend_relative
from impact.indicators.uncertainty import uncertainty
from impact.indicators.year_noise import noise_coverage, year_interval, year_noise

__all__ = [
    "Protected",
    "compare",
    "dispersion",
    "effective_persons",
    "false_discovery",
    "findings",
    "medians",
    "noise_coverage",
    "official_peers",
    "peers_by_distance",
    "proportion",
    "protect",
    "rate",
    "spread",
    "trend",
    "trend_relative",
    "uncertainty",
    "year_interval",
    "year_noise",
]
