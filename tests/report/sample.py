"""A municipality page and a region page built by hand, and a small catalogue to go with them."""

from __future__ import annotations

import math
from types import SimpleNamespace

from impact.report.annex_blocks import (
    Card,
    Cards,
    Provenance,
    Values,
)
from impact.report.blocks import (
    Activities,
    ActivityRow,
    Barometer,
    BarometerRow,
    Block,
    ChangeRow,
    Changes,
    Dialogue,
    Finding,
    Findings,
    Front,
    GapRow,
    Gaps,
    GoalRow,
    Goals,
    LocalText,
    Sentences,
    Series,
    Table,
    TrendPanel,
    Trends,
)
from impact.report.message import (
    Day,
    IndicatorName,
    Number,
    PlaceName,
    Verdict,
    Year,
    message,
    words,
)
from impact.report.region_blocks import (
    ChoroplethMap,
    MapArea,
    Multiples,
    Spread,
    SpreadPanel,
)

PLACE, REGION, COUNTRY = "SE-0604", "SE-06", "SE"
MEMBERS = {
    "SE-0604": "Aneby", "SE-0617": "Gnosjö", "SE-0642": "Mullsjö", "SE-0643": "Habo",
    "SE-0662": "Gislaved", "SE-0665": "Vaggeryd", "SE-0680": "Jönköping", "SE-0682": "Nässjö",
    "SE-0683": "Värnamo", "SE-0684": "Sävsjö", "SE-0685": "Vetlanda", "SE-0686": "Eksjö",
    "SE-0687": "Tranås",
}  # fmt: skip

ROWS = (
    ("kolada:N15428", "learning", "percent", 1, "higher", "Behöriga till yrkesprogram, åk 9",
     "Qualified for a vocational programme, grade 9", 84.1, 83.0, 82.4, 4.6),
    ("kolada:N15505", "learning", "points", 1, "higher", "Meritvärde, åk 9",
     "Merit points, grade 9", 223.5, 217.2, 215.0, 9.4),
    ("kolada:N17461", "learning", "percent", 1, "higher", "Gymnasieexamen inom tre år",
     "Upper secondary diploma within three years", 71.9, 66.1, 68.0, 3.1),
    ("kolada:N15030", "learning", "number", 1, "lower", "Barn per årsarbetare i förskolan",
     "Children per full-time worker in preschool", 5.9, 5.1, 5.2, 0.2),
    ("kolada:N60026", "well_being", "percent", 1, "higher", "Elever som känner sig trygga, åk 8",
     "Pupils who feel safe, grade 8", 80.2, 81.6, 81.9, 5.2),
    ("kolada:N33801", "well_being", "per_1000", 1, "lower", "Barn på sjukhus efter skada",
     "Children in hospital after an injury", 12.4, 8.9, 9.3, 2.6),
    ("kolada:N09890", "well_being", "number", 1, "higher", "Lån av barnböcker per barn",
     "Loans of children's books per child", 21.4, 16.8, 17.4, 2.3),
    ("kolada:N02280", "living_conditions", "percent", 1, "lower", "Barn i hushåll med låg inkomst",
     "Children in low-income households", 5.8, 6.9, 6.2, 0.5),
    ("kolada:N01951", "living_conditions", "count", 0, "neutral", "Invånare",
     "Inhabitants", 6843.0, 16012.0, 12760.0, 0.0),
)  # fmt: skip


def catalogue_entry(identifier: str) -> SimpleNamespace:
    """Return a small catalogue entry with the fields a report reads."""
    for row in ROWS:
        if row[0] == identifier:
            return _entry(row)
    raise LookupError(identifier)


def _entry(row: tuple) -> SimpleNamespace:
    identifier, area, unit, decimals, polarity, swedish, english = row[:7]
    attribution = SimpleNamespace(
        source="kolada",
        raw={"sv": "Källa: Kolada.", "en": "Source: Kolada."},
        processed={
            "sv": "Egen beräkning på uppgifter från SCB och Skolverket.",
            "en": "Own calculation on figures from Statistics Sweden and Skolverket.",
        },
    )
    pandemic = SimpleNamespace(
        year=2020, years=(2020, 2021), kind="pandemic", effect="exclude",
        note={"sv": "Pandemin.", "en": "The pandemic."},
    )  # fmt: skip
    return SimpleNamespace(
        id=identifier, country="SE", area=area, unit=unit, decimals=decimals, polarity=polarity,
        name={"sv": swedish, "en": english},
        description={"sv": f"{swedish}, enligt källans definition.", "en": f"{english}."},
        numerator={"sv": "Elever med behörighet", "en": "Pupils who qualify"},
        denominator={"sv": "Alla elever i årskursen", "en": "All pupils in the grade"},
        lower_limit=0.0 if unit == "percent" else None,
        upper_limit=100.0 if unit == "percent" else None,
        breaks=(pandemic,), groups=("total", "female", "male"), window_years=1, headline=True,
        uncertainty=SimpleNamespace(basis="binomial", denominator=None, reason=None),
        small_numbers=SimpleNamespace(
            rule="few", threshold=10, reason={"sv": "Färre än tio skyddas.", "en": "Under ten."}
        ),
        attribution=attribution,
    )  # fmt: skip


def figure(row: tuple, value: float | None, **fields: object) -> Number:
    """Return a figure of an indicator of the sample."""
    given = {"unit": row[2], "indicator": row[0], "place": PLACE, "year": 2024} | fields
    return Number(value, **given)


def count(value: int) -> Number:
    """Return a count the report made itself."""
    return Number(float(value), statistic="count")


VERDICTS = ("not_clearly_different", "not_clearly_different", "better", "worse",
            "not_clearly_different", "worse", "better", "better", "lower")  # fmt: skip
TRENDS = ("no_clear_change", "improving", "improving", "no_clear_change", "worsening",
          "no_clear_change", "not_calculable", "improving", "increasing")  # fmt: skip


def _reference(row: tuple, value: float, statistic: str, place: str) -> Number:
    return figure(row, value, kind="statistic", statistic=statistic, place=place)


def _barometer_row(row: tuple) -> BarometerRow:
    own, country, region, half = row[7:11]
    index = ROWS.index(row)
    known = half > 0
    width = half * 2 or 5000.0
    return BarometerRow(
        indicator=row[0],
        year=2024,
        value=figure(row, own, kind="value"),
        lower=figure(row, own - half, statistic="lower") if known else None,
        upper=figure(row, own + half, statistic="upper") if known else None,
        country=_reference(row, country, "country_median", COUNTRY),
        region=_reference(row, region, "region_median", REGION),
        peers=_reference(row, (country + region) / 2 - half / 3, "peers_median", PLACE),
        country_low=_reference(row, country - width / 2, "country_low", COUNTRY),
        country_high=_reference(row, country + width * 0.6, "country_high", COUNTRY),
        comparison=Verdict("comparison", VERDICTS[index]),
        trend=Verdict("trend", TRENDS[index]),
        trend_to_country=Verdict("trend", "no_clear_change"),
        note=None if known else message("row-note-no-uncertainty"),
    )


def series(row: tuple, level: float, phase: float, *, interval: bool = True) -> Series:
    """Return a wavy yearly series with one missing year."""
    years = tuple(year for year in range(2010, 2025) if year != 2016)
    scale = (row[10] or level * 0.01) * 0.8
    values = tuple(level + scale * math.sin(year * 0.9 + phase) - (2024 - year) * scale * 0.15
                   for year in years)  # fmt: skip
    if not interval:
        return Series(years, values)
    return Series(years, values, tuple(v - scale for v in values), tuple(v + scale for v in values))


def trend_panel(row: tuple, place: str = PLACE) -> TrendPanel:
    """Return one panel of yearly series."""
    change = {"kind": "change", "signed": True, "place": place}
    phase = float(sum(map(ord, place)) % 7)
    return TrendPanel(
        indicator=row[0],
        unit=row[2],
        place=place,
        own=series(row, row[7] + (phase - 3) * 0.3, phase, interval=row[10] > 0),
        country=series(row, row[8], 1.0, interval=False),
        region=series(row, row[9], 2.0, interval=False) if place == PLACE else None,
        breaks=(2019,) if row[0] == "kolada:N15428" else (),
        slope=figure(row, 0.42, statistic="slope", **change),
        slope_lower=figure(row, -0.11, statistic="slope_lower", **change),
        slope_upper=figure(row, 0.95, statistic="slope_upper", **change),
        first_year=2017,
        last_year=2024,
        trend=Verdict("trend", TRENDS[ROWS.index(row)]),
        trend_to_country=Verdict("trend", "no_clear_change"),
    )


def _goal(title: str, english: str, row: tuple | None, word: str, **fields: object) -> GoalRow:
    target = figure(row, row[7] + 4, kind="target", year=2027) if row else None
    given = {"reason": None, "origin": "proposed", "source": None} | fields
    return GoalRow(
        title=words({"sv": title, "en": english}),
        area=words({"sv": "Lärande", "en": "Learning"}),
        indicator=row[0] if row else None,
        now=figure(row, row[7], kind="value") if row else None,
        target=target,
        target_year=2027 if row else None,
        verdict=Verdict("goal", word),
        **given,
    )


GOALS = (
    _goal("Alla elever når gymnasiet", "Every pupil reaches upper secondary", ROWS[0], "not_yet",
          reason=message("goal-reason-uncertain"), origin="adopted",
          source=words("Kommunplan 2024–2027", "sv")),
    _goal("Fler tar examen i tid", "More finish in time", ROWS[2], "on_track",
          reason=message("goal-reason-tested-short")),
    _goal("Trygga skolor", "Safe schools", ROWS[4], "cannot_tell",
          reason=message("goal-reason-no-uncertainty")),
    _goal("Färre barn i fattigdom", "Fewer children in poverty", ROWS[7], "reached",
          reason=message("goal-reason-tested")),
    _goal("Barn och unga deltar i beslut", "Children take part in decisions", None, "cannot_tell",
          reason=message("goal-reason-no-indicator"), origin="example"),
)  # fmt: skip


def _activity(title: str, english: str, stage: str, **fields: object) -> ActivityRow:
    given = {
        "goal": words({"sv": "Alla elever når gymnasiet", "en": "Every pupil reaches it"}),
        "owner": words({"sv": "Barn- och utbildningsnämnden", "en": "Education board"}),
        "partners": (words("Region Jönköpings län", "sv"),),
        "start": "2023", "end": "2026", "done": None, "mechanism": None,
        "evidence": words({"sv": "Prövat i tre kommuner.", "en": "Tried in three towns."}),
        "follow_up": None, "origin": "adopted", "source": None,
    } | fields  # fmt: skip
    return ActivityRow(title=words({"sv": title, "en": english}), stage=stage, **given)


ACTIVITIES = (
    _activity("Närvaroteam i varje skola", "Attendance team in every school", "running"),
    _activity("Språkstöd i förskolan", "Language support in preschool", "planned"),
    _activity("Mentorer åk 7–9", "Mentors in grades 7–9", "paused", origin="proposed"),
)


def first_page() -> list[Block]:
    """Return the blocks of page one."""
    name, against = PlaceName(PLACE), message("reference-median-se")
    better = {"indicator": IndicatorName(ROWS[2][0]), "reference_name": against,
              "year": Year(2024)}  # fmt: skip
    worse = better | {"indicator": IndicatorName(ROWS[3][0])}
    change = figure(ROWS[7], -0.42, kind="change", signed=True, statistic="slope")
    items = (
        Finding(message("finding-better", value=figure(ROWS[2], 71.9, kind="value"),
                        reference=figure(ROWS[2], 66.1), **better),
                Verdict("comparison", "better"), ROWS[2][0]),
        Finding(message("finding-worse", value=figure(ROWS[3], 5.9, kind="value"),
                        reference=figure(ROWS[3], 5.1), **worse),
                Verdict("comparison", "worse"), ROWS[3][0]),
        Finding(message("finding-improving", indicator=IndicatorName(ROWS[7][0]), slope=change,
                        first=Year(2017), last=Year(2024)),
                Verdict("trend", "improving"), ROWS[7][0]),
    )  # fmt: skip
    headline = message("headline-both", place=name, reference_name=against, better=count(3),
                       worse=count(2), tested=count(8))  # fmt: skip
    return [
        Front(section="front", subject=name, kind="municipality", year=2025,
              data_until="2024-12-12", headline=headline,
              notes=(message("note-snapshot", date=Day("2024-12-12")),)),
        Findings(section="where_now", items=items, remarks=(
            message("findings-unclear", unclear=count(3), tested=count(8), reference_name=against),
            message("findings-rule", tests=count(17)))),
        Goals(section="where_to", rows=GOALS, remarks=(message("goals-proposed"),)),
        Activities(section="how", rows=ACTIVITIES, brief=True,
                   remarks=(message("activities-no-follow-up", count=count(3)),)),
        Sentences(section="on_track", messages=(
            message("track-goals", total=count(5), reached=count(1), on_track=count(1),
                    off_track=count(0), not_yet=count(1), cannot_tell=count(2)),
            message("track-against", finding=message("row-note-break", year=Year(2019))),
            message("track-no-effects"))),
        changes(),
    ]  # fmt: skip


def changes() -> Changes:
    """Return what changed since the last report, with its ledger."""
    before, after = figure(ROWS[0], 83.9, kind="value"), figure(ROWS[0], 84.4, kind="value")
    row = ChangeRow("revised", ROWS[0][0], PLACE, 2023, "total", before, after)
    counts = {"new": count(8), "revised": count(1), "withdrawn": count(0)}
    return Changes(section="changes", rows=(row,),
                   messages=(message("changes-count", year=Year(2024), **counts),))  # fmt: skip


def area(name: str, rows: tuple) -> list[Block]:
    """Return the blocks of one area of development."""
    title = message(f"area-{name.replace('_', '-')}")
    heading = message("area-heading-both", area=title, better=count(1), worse=count(1),
                      tested=count(len(rows)))  # fmt: skip
    row = rows[0]
    gap = GapRow(row[0], 2024, figure(row, row[7] + 2, group="female", kind="value"),
                 figure(row, row[7] - 2, group="male", kind="value"),
                 figure(row, 4.0, kind="change", signed=True, statistic="difference"),
                 Verdict("comparison", "higher"),
                 figure(row, 3.1, kind="change", signed=True, place=COUNTRY))  # fmt: skip
    return [
        Barometer(section="area", area=name, heading=heading,
                  rows=tuple(_barometer_row(row) for row in rows)),
        Trends(section="area", area=name, heading=message("area-trends-heading", area=title),
               panels=tuple(trend_panel(row) for row in rows)),
        Gaps(section="area", area=name, rows=(gap,), remarks=(message("gap-remark"),)),
    ]  # fmt: skip


def annex() -> list[Block]:
    """Return the annexes."""
    columns = ("indicator", "year", "value", "verdict", "source")
    rows = tuple(
        (
            IndicatorName(r[0]),
            2024,
            figure(r, r[7], kind="value"),
            Verdict("comparison", v),
            "kolada",
        )
        for r, v in zip(ROWS, VERDICTS, strict=True)
    )
    facts = {
        "digest": "3f9a1c0b77de4a21",
        "sources": "kolada 2024-12-12",
        "version": "0.1.0",
        "command": "impact run params/jonkoping.yml",
        "odd key": "shown as it is",
    }
    return [
        Table(section="annex", heading=message("table-peers"), caption=message("table-peers"),
              columns=tuple(message(f"column-{name}") for name in columns), rows=rows),
        Values(section="annex", place=PLACE, indicators=(ROWS[0][0],) * 2, years=(2023, 2024),
               groups=("total", "female"), values=(81.25, None), lower=(75.5, None),
               upper=(86.0, None), statuses=("ok", "suppressed"), vintages=("2024-12-12",) * 2),
        Cards(section="annex", cards=tuple(Card(r[0], 2010, 2024, "2024-12-12", "kolada")
                                           for r in ROWS[:3])),
        Provenance(section="annex", facts=facts),
    ]  # fmt: skip


def dialogue() -> Dialogue:
    """Return the sheet for a meeting."""
    return Dialogue(
        section="dialogue", subject=PlaceName(PLACE), year=2025,
        seen=tuple(item.message for item in first_page()[1].items),
        unknown=(message("dialogue-unknown-causes"), message("dialogue-unknown-small")),
        questions=tuple(message(f"dialogue-question-{q}")
                        for q in ("surprise", "children", "next")),
        activities=ACTIVITIES,
    )  # fmt: skip


def municipality() -> list[Block]:
    """Return a whole municipality report."""
    own = {"sv": "Vi har bytt rektor på två skolor.\n\nNärvaron följs varje vecka."}
    import sample_funnel

    return [
        *first_page(),
        *area("learning", ROWS[:4]),
        sample_funnel.funnel(ROWS[0], PLACE),
        sample_funnel.groups(ROWS[0]),
        *area("well_being", ROWS[4:7]),
        *area("living_conditions", ROWS[7:]),
        Activities(section="activities", rows=ACTIVITIES),
        Sentences(section="effects", messages=(message("effects-none"),)),
        Sentences(section="forecasts", messages=(message("forecasts-none"),)),
        LocalText(section="local", text=words(own), author=words("Skolchefen", "sv"),
                  date="2025-03-02"),
        *annex(),
        dialogue(),
    ]  # fmt: skip


def square(place: str) -> list[list[tuple[float, float]]]:
    """Return a made-up boundary: municipalities stand in a grid."""
    position = sorted(MEMBERS).index(place)
    west, south = 13.5 + (position % 4) * 0.4, 57.0 + (position // 4) * 0.25
    east, north = west + 0.4, south + 0.25
    return [[(west, south), (east, south), (east, north), (west, north), (west, south)]]


def region() -> list[Block]:
    """Return a whole region report."""
    import sample_funnel

    row, against = ROWS[0], message("reference-median-se")
    words_ = ("better", "worse", "not_clearly_different", "not_comparable")
    areas = tuple(
        MapArea(
            place,
            figure(row, 78.0 + i, kind="value", place=place),
            Verdict("comparison", words_[i % 4]),
        )
        for i, place in enumerate(MEMBERS)
    )
    name = IndicatorName(row[0])
    years = tuple(range(2012, 2025))
    panels = tuple(_spread_panel(r, years) for r in ROWS[:2])
    headline = message(
        "headline-region",
        place=PlaceName(REGION),
        improving=count(4),
        worsening=count(1),
        tested=count(9),
    )
    return [
        Front(section="front", subject=PlaceName(REGION), kind="region", year=2025,
              data_until="2024-12-12", headline=headline),
        Sentences(section="where_now", messages=(message("region-spread-none"),)),
        Goals(section="where_to", rows=GOALS),
        Spread(section="area", area="learning",
               heading=message("region-spread-heading", area=message("area-learning")),
               panels=panels),
        sample_funnel.funnel(ROWS[0], None),
        ChoroplethMap(section="area", indicator=row[0], year=2024, areas=areas,
                      heading=message("region-map-heading", indicator=name, year=Year(2024),
                                      reference_name=against)),
        Multiples(section="area", indicator=row[0],
                  heading=message("region-multiples-heading", indicator=name),
                  panels=tuple(trend_panel(row, place) for place in MEMBERS)),
        Table(section="area", heading=message("region-improvers-heading"),
              caption=message("region-improvers-caption"),
              columns=(message("column-place"), message("column-trend")),
              rows=tuple((PlaceName(p), Verdict("trend", "improving")) for p in MEMBERS),
              remarks=(message("region-remark-order"),)),
        *annex(),
    ]  # fmt: skip


def _spread_panel(row: tuple, years: tuple[int, ...]) -> SpreadPanel:
    middle = [row[8] + 0.3 * math.sin(year) for year in years]
    width = [row[10] * (1.2 - 0.03 * i) for i in range(len(years))]
    wide = row[10] * 1.4
    return SpreadPanel(
        indicator=row[0], unit=row[2], years=years,
        low=tuple(m - w for m, w in zip(middle, width, strict=True)),
        median=tuple(middle),
        high=tuple(m + w for m, w in zip(middle, width, strict=True)),
        country_low=tuple(m - wide for m in middle),
        country_high=tuple(m + wide for m in middle),
        spread_first=figure(row, width[0] * 2, statistic="difference", place=REGION),
        spread_last=figure(row, width[-1] * 2, statistic="difference", place=REGION),
        trend=Verdict("trend", "improving"),
    )  # fmt: skip
