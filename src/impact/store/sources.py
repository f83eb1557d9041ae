"""Who made the figures, under what licence, and when they were read (data/sources.csv)."""

from __future__ import annotations

import pandas as pd

from impact.folders import data_folder


def sources() -> pd.DataFrame:
    """Return one row per source: producer, licence, attribution, vintage, where read, caveats."""
    return pd.read_csv(data_folder() / "sources.csv", dtype="str", keep_default_na=False)
