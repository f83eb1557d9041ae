"""The blocks a notebook shows: what a report says, without words, digits or drawings.

A block is displayed by a notebook cell. `impact.report` collects the blocks of an executed
notebook and renders them in every language. `section` says where a block stands on the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from impact.report.message import (
    Day,
    GroupName,
    IndicatorName,
    Interval,
    LocalWords,
    Message,
    Number,
    PlaceName,
    Verdict,
    Year,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What every block has.

    Parameters
    ----------
    section
        One of `impact.report.sections.SECTIONS`.
    """

    section: str

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict:
        from impact.report.display import mimebundle

        return mimebundle(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Front(Block):
    """Title, headline and standing of the figures.

    Parameters
    ----------
    subject
        The municipality, region or country the report is about.
    kind
        municipality, region or assessment.
    year
        Report year.
    data_until
        Newest vintage among the figures used, YYYY-MM-DD.
    headline
        One sentence.
    notes
        Banners every page carries: historical, simulated, thin data.
    title
        What the report is called, where the subject's name is not enough.
    running
        A short line at the edge of every printed page.
    """

    subject: PlaceName
    kind: str
    year: int
    data_until: str
    headline: Message
    notes: tuple[Message, ...] = ()
    title: LocalWords | None = None
    running: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences(Block):
    """Plain paragraphs, or a list when `bullets`; optional heading and small print."""

    messages: tuple[Message, ...]
    heading: Message | None = None
    bullets: bool = False
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence that passed its test, with the verdict it stands on."""

    message: Message
    verdict: Verdict
    indicator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings(Block):
    """What page one says of the present; `none` holds the sentence for no finding at all."""

    items: tuple[Finding, ...]
    none: Message | None = None
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One goal: where it stands now against its target.

    `origin` says whether the goal is adopted, proposed or an example; `measure_origin` says the
    same of its indicator and target. `reason` says why the verdict is cannot_tell, or what it
    rests on.
    """

    title: LocalWords
    area: LocalWords
    indicator: str | None
    now: Number | None
    target: Number | None
    target_year: int | None
    verdict: Verdict
    reason: Message | None
    origin: str
    source: LocalWords | None
    measure_origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals(Block):
    """Goals with now, target and verdict."""

    rows: tuple[GoalRow, ...]
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One activity: who does what, since when, why it should work, how it is followed up."""

    title: LocalWords
    goal: LocalWords | None
    owner: LocalWords | None
    partners: tuple[LocalWords, ...]
    start: str | None
    end: str | None
    stage: str
    done: LocalWords | None
    mechanism: LocalWords | None
    evidence: LocalWords | None
    follow_up: LocalWords | None
    origin: str
    source: LocalWords | None
    takes_part: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Activities(Block):
    """Activities; `brief` for page one (title, owner, stage), else the full records."""

    rows: tuple[ActivityRow, ...]
    brief: bool = False
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A figure that is not what the last report used.

    `change` is revised, new, withdrawn or redefined.
    """

    change: str
    indicator: str
    place: str
    year: int
    group: str
    before: Number | None
    after: Number | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(Block):
    """What changed since the last report: `counts` on page one, `rows` in the ledger."""

    messages: tuple[Message, ...]
    rows: tuple[ChangeRow, ...] = ()


@dataclass(frozen=True, slots=True)
class BarometerRow:
    """One indicator of a place between country, region and peers, as of one year."""

    indicator: str
    year: int | None
    value: Number | None
    lower: Number | None
    upper: Number | None
    country: Number | None
    region: Number | None
    peers: Number | None
    country_low: Number | None
    country_high: Number | None
    comparison: Verdict
    trend: Verdict
    trend_to_country: Verdict
    note: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Barometer(Block):
    """The spine chart of one area and its table.

    `country_low` and `country_high` of a row are the quartiles of the municipalities that have
    figures; better is always drawn to the right. `reference` says what the country's figure is:
    median (municipality), published (by the producer) or mixed.
    """

    area: str
    heading: Message
    rows: tuple[BarometerRow, ...]
    reference: str = "median"


@dataclass(frozen=True, slots=True)
class Series:
    """A yearly series; missing years are absent, not zero."""

    years: tuple[int, ...]
    values: tuple[float | None, ...]
    lower: tuple[float | None, ...] = ()
    upper: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class TrendPanel:
    """One indicator over time: own path, country and region median, breaks, verdicts."""

    indicator: str
    unit: str
    place: str
    own: Series
    country: Series | None
    region: Series | None
    breaks: tuple[int, ...]
    slope: Number | None
    slope_lower: Number | None
    slope_upper: Number | None
    first_year: int | None
    last_year: int | None
    trend: Verdict
    trend_to_country: Verdict
    note: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trends(Block):
    """Small multiples of series, and their table; `reference` as in a barometer."""

    area: str
    heading: Message | None
    panels: tuple[TrendPanel, ...]
    reference: str = "median"


@dataclass(frozen=True, slots=True)
class GapRow:
    """Women and men, or girls and boys, of one indicator and year."""

    indicator: str
    year: int
    female: Number | None
    male: Number | None
    difference: Number | None
    verdict: Verdict
    country_difference: Number | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps(Block):
    """Differences between groups of one area."""

    area: str
    rows: tuple[GapRow, ...]
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalText(Block):
    """The municipality's own words, with who wrote them and when."""

    text: LocalWords
    author: LocalWords | None
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """A table: column headings are messages, cells keep their meaning.

    One that is only for the `screen` is folded there and left out of print.
    """

    caption: Message
    columns: tuple[Message, ...]
    rows: tuple[tuple[Cell, ...], ...]
    remarks: tuple[Message, ...] = ()
    heading: Message | None = None
    screen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue(Block):
    """The two-page sheet for a meeting."""

    subject: PlaceName
    year: int
    seen: tuple[Message, ...]
    unknown: tuple[Message, ...]
    questions: tuple[Message, ...]
    activities: tuple[ActivityRow, ...] = ()


Cell = (
    Number
    | Message
    | Verdict
    | LocalWords
    | Year
    | Day
    | Interval
    | IndicatorName
    | PlaceName
    | GroupName
    | str
    | int
    | None
)
