"""Nothing a run writes holds a protected figure, and nothing it writes gives one away."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from impact import catalogue, places, store
from impact.indicators.protection.added import place_sums, protect_added, rule_of_entry
from impact.indicators.protection.audit import audit
from impact.indicators.protection.layout import Layout

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
ABSENCE = "local:attendance_absence_15"
CELL = ["place", "year", "group"]
YEARS = range(2019, 2025)
REPORTED = ("SE-0604", "SE-0617", "SE-0643", "SE-0642", "SE-0665")
OURS = "hidden_here: true"
LAYOUT = Layout(hierarchies={"place": place_sums(places.places("SE"))})


def pupils(seed: int = 7) -> pd.DataFrame:
    """Women, men, Finnish speakers and all of 13 municipalities and their region, many few."""
    rng = np.random.default_rng(seed)
    rows = []
    for place in places.places(region="SE-06"):
        for year in YEARS:
            for group in ("female", "male"):
                persons = int(rng.choice([37, 61, 89, 127, 331]))
                rows.append((place.code, year, group, rng.binomial(persons, 0.06), persons))
    parts = pd.DataFrame(rows, columns=[*CELL, "numerator", "denominator"])
    numbers = ["numerator", "denominator"]
    total = parts.groupby(["place", "year"], as_index=False)[numbers].sum().assign(group="total")
    table = pd.concat([parts, total, _finnish(total, rng)])
    region = table.groupby(["year", "group"], as_index=False)[numbers].sum().assign(place="SE-06")
    return pd.concat([table, region], ignore_index=True)


def _finnish(total: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Some of all pupils, so that everybody else can be had by subtraction."""
    persons = rng.binomial(total["denominator"], 0.3)
    absent = total["numerator"].to_numpy()
    counted = rng.hypergeometric(absent, total["denominator"].to_numpy() - absent, persons)
    return total.assign(group="language:fi", numerator=counted, denominator=persons)


def a_run(command: Callable, home: Path, table: pd.DataFrame | None, *, ours: bool) -> Path:
    """A project of its own: add the figures, make six reports, return the reports."""
    for name in ("data", "params", "notebooks"):
        shutil.copytree(ROOT / name, home / name)
    (home / "params/few.yml").write_text(
        "extends: jonkoping.yml\n"
        "languages: [sv]\n"
        "places: [Aneby, Gnosjö, Habo, Mullsjö, Vaggeryd]\n",
        encoding="utf-8",
    )
    if not ours:
        shared = home / "data/catalogue/shared.yml"
        text = shared.read_text("utf-8")
        assert OURS in text
        shared.write_text(text.replace(OURS, "hidden_here: false"), encoding="utf-8")
    if table is not None:
        file = home.parent / f"{home.name}.csv"
        table.assign(indicator=ABSENCE, value="").to_csv(file, index=False)
        words = ("add", str(file), "--title", "Absence", "--date", "2024-11-30")
        added = command(*words, home=home)
        assert added.returncode == 0, added.stdout + added.stderr
        assert ("Hidden:" in added.stdout) == ours
    done = command("run", "params/few.yml", "--quiet", home=home)
    assert done.returncode == 0, done.stdout + done.stderr
    return home


@pytest.fixture(scope="module")
def secret() -> pd.DataFrame:
    return pupils()


@pytest.fixture(scope="module")
def protected(command, secret, tmp_path_factory) -> Path:
    return a_run(command, tmp_path_factory.mktemp("a") / "project", secret, ours=True)


@pytest.fixture(scope="module")
def open_(command, secret, tmp_path_factory) -> Path:
    return a_run(command, tmp_path_factory.mktemp("b") / "project", secret, ours=False)


def stored(home: Path) -> pd.DataFrame:
    found = store.load(ABSENCE, groups=None, level="all", snapshots=home / "data/snapshots")
    return found.set_index(CELL)


def hidden_figures(home: Path, secret: pd.DataFrame) -> pd.DataFrame:
    """The true figures of what is hidden, with their percentages."""
    shown = stored(home)
    hidden = shown.index[shown["status"] == "suppressed"]
    truth = secret.set_index(CELL).loc[hidden]
    return truth.assign(value=100 * truth["numerator"] / truth["denominator"])


def texts(home: Path) -> Iterator[tuple[Path, str]]:
    """Everything written: snapshot of the file, reports, data behind them, PDFs if readable."""
    files = [*(home / "reports").rglob("*"), *(home / "data/snapshots/local-2024-11-30").glob("*")]
    for path in filter(Path.is_file, files):
        if path.suffix == ".parquet":
            yield path, pd.read_parquet(path).to_csv(index=False)
        elif path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                yield path, "".join(book.read(name).decode("utf-8") for name in book.namelist())
        elif path.suffix == ".pdf":
            yield path, pdf_text(path)
        else:
            yield path, path.read_text("utf-8", errors="replace")


def pdf_text(path: Path) -> str:
    if shutil.which("pdftotext") is None:
        return ""
    words = ["pdftotext", str(path), "-"]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


NUMBER = re.compile(r"\d+[.,]\d+")
NAMES = re.compile("|".join(re.escape(one.name["sv"]) for one in catalogue.indicators("SE")))


def heads(home: Path) -> set[str]:
    """The first eight characters of every number in everything written."""
    found = {number for _, text in texts(home) for number in NUMBER.findall(text)}
    return {number.replace(",", ".")[:8] for number in found}


def said_of_absence(home: Path) -> set[str]:
    """Numbers a reader meets after the indicator's name and before the next one's.

    Text between tags, so also titles and texts of charts; PDFs; no coordinates.
    """
    name, found = catalogue.indicator(ABSENCE).name["sv"], set()
    for _, text in texts(home):
        plain = re.sub(r"<[^>]*>", " ", text).replace("\u00a0", "").replace("\u202f", "")
        starts = list(NAMES.finditer(plain))
        ends = [one.start() for one in starts[1:]] + [len(plain)]
        for start, end in zip(starts, ends, strict=False):
            if start.group() == name:
                found |= set(NUMBER.findall(plain[start.end() : end]))
    return {number.replace(",", ".") for number in found}


def rounded(values: pd.Series) -> set[str]:
    """The percentages as reports print them."""
    return {f"{value:.1f}" for value in values}


def unrounded(values: pd.Series) -> set[str]:
    """The first eight characters of percentages that do not end before."""
    return {f"{value:.12f}"[:8] for value in values if round(value, 5) != value}


def everybody_else(home: Path) -> pd.Series:
    """Percentages of all less one group, where both are shown: they may equal hidden ones."""
    wide = stored(home)[["numerator", "denominator"]].unstack("group")
    rest = wide.xs("total", axis=1, level=1) - wide.xs("language:fi", axis=1, level=1)
    return (100 * rest["numerator"] / rest["denominator"]).dropna()


def test_no_hidden_percentage_stands_anywhere(protected, open_, secret) -> None:
    figures = hidden_figures(protected, secret)
    shown = stored(protected)["value"].dropna()
    exact = unrounded(figures["value"]) - unrounded(shown) - unrounded(everybody_else(protected))
    assert len(exact & heads(open_)) >= 10, "the search finds them when nothing is protected"
    assert not exact & heads(protected)


def test_no_hidden_percentage_is_printed_rounded(protected, open_, secret) -> None:
    figures = hidden_figures(protected, secret)
    own = figures[figures.index.get_level_values("place").isin(REPORTED)]
    ours = rows_of_absence(protected)
    innocent = rounded(ours["value"].astype(float).abs())
    innocent |= rounded(stored(protected)["value"].dropna())
    telling = rounded(own["value"]) - innocent
    assert len(telling & said_of_absence(open_)) >= 3, "the search finds them in an open run"
    assert not telling & said_of_absence(protected)


def rows_of_absence(home: Path) -> pd.DataFrame:
    """The indicator's rows of the reports' tables of values."""
    rows = []
    for path in (home / "reports").rglob("values.csv"):
        rows += list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    table = pd.DataFrame(rows)
    return table[(table["indicator"] == ABSENCE) & (table["value"] != "")]


def printed(home: Path) -> pd.Series:
    """The percentages of the reports' tables of values, by cell."""
    table = rows_of_absence(home)
    table = table[table["kind"] == "value"].astype({"year": int, "value": float})
    return table.drop_duplicates(CELL).set_index(CELL)["value"]


def attacked(home: Path, denominators: pd.Series) -> pd.DataFrame:
    """What can be worked out of all figures a run wrote, knowing denominators and the rule."""
    known = stored(home).reset_index()
    rule = rule_of_entry(catalogue.indicator(ABSENCE))
    assert not audit(known, rule, layout=LAYOUT)["derivable"].any()
    seen = printed(home).reindex(pd.MultiIndex.from_frame(known[CELL])).to_numpy()
    table = known[[*CELL, "indicator"]].assign(value=seen, numerator=np.nan)
    stated = known["value"].notna() & known["place"].eq("SE-06")
    table["value"] = table["value"].where(~stated, known["value"])
    public = known["denominator"].notna()
    table["denominator"] = denominators.loc[pd.MultiIndex.from_frame(known[CELL])].to_numpy()
    table["denominator"] = table["denominator"].where(public)
    table["status"] = np.where(table["value"].isna(), "suppressed", "ok")
    return audit(table, rule, layout=LAYOUT)


def test_from_all_that_is_printed_no_hidden_count_follows(protected, secret) -> None:
    figures = hidden_figures(protected, secret)
    assert len(figures) > 40 and (figures["numerator"] >= 5).any()
    seen = printed(protected)
    assert len(seen) > 10 and not set(seen.index) & set(figures.index)
    persons = secret.set_index(CELL)["denominator"].astype(float)
    found = attacked(protected, persons)
    assert len(found) >= len(figures)
    assert not found["derivable"].any()


def test_hiding_small_figures_alone_would_give_them_away(secret) -> None:
    small = (secret["numerator"] < 5) | (secret["denominator"] - secret["numerator"] < 5)
    table = secret.assign(indicator=ABSENCE, status=np.where(small, "suppressed", "ok"))
    table["numerator"] = table["numerator"].astype(float).mask(small)
    found = audit(table, rule_of_entry(catalogue.indicator(ABSENCE)), layout=LAYOUT)
    assert found["exact"].mean() > 0.3


def another_secret(secret: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Other hidden counts under the same shown figures, and how many counts differ."""
    hide = partial(protect_added, catalogue=catalogue, places=place_sums(places.places("SE")))
    table = secret.assign(indicator=ABSENCE, status="ok", value=np.nan)
    table["numerator"] = table["numerator"].astype(float)
    shut = hide(table).values
    both = shut[(shut["suppression"] != "") & (shut["group"] != "total")]
    changed = 0
    for year, rows in both.groupby("year"):
        names = rows["place"].value_counts()
        pair = sorted(names[names == 2].index.drop("SE-06", errors="ignore"))[:2]
        for step in (1, -1):
            moves = dict(zip(pair, (step, -step), strict=False))
            move = table["place"].map(moves).fillna(0) * table["year"].eq(year)
            move *= table["group"].map({"female": 1, "male": -1}).fillna(0)
            other = table.assign(numerator=table["numerator"] + move)
            possible = len(pair) == 2 and other["numerator"].min() >= 0
            if possible and hide(other).values.equals(shut):
                table, changed = other, changed + 4
                break
    return table[secret.columns].astype({"numerator": int}), changed


def test_another_secret_with_the_same_shown_figures_writes_the_same_snapshot(
    command, protected, secret, tmp_path
) -> None:
    """What a run reads does not depend on what is hidden, so neither does what it writes."""
    table, changed = another_secret(secret)
    assert changed >= 4 and not table.equals(secret)
    home = tmp_path / "project"
    shutil.copytree(ROOT / "data", home / "data")
    for name in ("params", "notebooks"):
        (home / name).mkdir()
    file = tmp_path / "project.csv"
    table.assign(indicator=ABSENCE, value="").to_csv(file, index=False)
    words = ("add", str(file), "--title", "Absence", "--date", "2024-11-30")
    done = command(*words, home=home)
    assert done.returncode == 0, done.stdout + done.stderr
    for name in ("values.parquet", "suppression.parquet", "manifest.json"):
        one, two = (root / "data/snapshots/local-2024-11-30" / name for root in (protected, home))
        assert one.read_bytes() == two.read_bytes(), name
