"""What the file of a capacity study may say: places, tables, assumptions, what weighs how much."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, PrivateAttr

from impact import folders
from impact.places.members import members_of
from impact.run.evaluations.model import AreaCode
from impact.run.params.model import Record, own_languages
from impact.run.params.types import (
    Country,
    FolderName,
    IndicatorId,
    LanguageCode,
    RegionCode,
    Text,
    Truth,
    Whole,
    Year,
)
from impact.run.study_record import StudyRecord

TABLES = ("applicants", "places", "flows", "need", "travel", "price")
TableFile = Annotated[str, Field(min_length=1)]
"""A CSV or Excel file: a path in the project, or a full one."""
Positive = Annotated[float, Field(gt=0)]
NotNegative = Annotated[float, Field(ge=0)]
Part = Annotated[float, Field(ge=0, le=1)]


class Tables(Record):
    """The tables the study is made of, one file each; see `data/templates/`.

    Parameters
    ----------
    applicants
        Who applied for what, by home, programme, place and rank of the choice.
    places
        Places offered by municipality of the school and programme, and who was admitted.
    flows
        Who was admitted where, by home, place and programme; without it nobody knows who
        travels where today.
    need
        The labour market's need by programme: decrease, unchanged or increase; without it all
        are unchanged.
    travel
        Minutes from municipality to municipality, one way.
    price
        What a place costs a year, by programme; without it nothing is said of money.
    """

    applicants: TableFile
    places: TableFile
    travel: TableFile
    flows: TableFile | None = None
    need: TableFile | None = None
    price: TableFile | None = None

    def files(self) -> dict[str, str]:
        """Return the file of every table that is given, by the table's name."""
        return {name: getattr(self, name) for name in TABLES if getattr(self, name) is not None}


class Eligibility(Record):
    """Who may enter which programmes.

    Parameters
    ----------
    indicator
        Share of grade 9 that is eligible for vocational programmes, in percent.
    preparatory
        Share of those who are eligible for preparatory programmes too, 0 to 1.
    preparatory_source
        Where that share is from, or that it is assumed.
    """

    indicator: IndicatorId
    preparatory: Part
    preparatory_source: Text


class Assumptions(Record):
    """What the calculation takes for given.

    Parameters
    ----------
    shrinkage
        First choices of a home that weigh as much as the common shares of the whole area: the
        more, the less a small municipality's own choices of one year count.
    travel_limit
        Longest way to school in minutes, one way.
    smallest_group
        Fewest pupils a group is begun with, as a share of its size.
    need_step
        How much need changes places when it weighs all: 0.1 is a tenth more or less.
    unchanged_within
        A smaller change of places, as a share of today's, is called unchanged.
    share_evenly
        Where places are too few, every municipality lacks the same share of what its young people
        want, as far as ways allow. If false, those with the longest ways go without first.
    """

    shrinkage: NotNegative = 50.0
    travel_limit: Positive = 60.0
    smallest_group: Part = 0.5
    need_step: Part = 0.1
    unchanged_within: Part = 0.02
    share_evenly: Truth = True


class Objective(Record):
    """What a solution is judged by, in the currency of the price list and a year.

    Parameters
    ----------
    unmet
        What a pupil without a place counts for.
    minute
        What a minute of the daily way, one way and over a school year, counts for.
    equity
        What a minute of the longest mean way of a municipality counts for.
    """

    unmet: Positive = 400_000.0
    minute: NotNegative = 300.0
    equity: NotNegative = 0.0


class Scenarios(Record):
    """Draws of how many pupils there will be.

    Parameters
    ----------
    draws
        How many.
    seed
        Of the draws.
    """

    draws: Annotated[Whole, Field(ge=20, le=2000)] = 200
    seed: Annotated[Whole, Field(ge=0)] = 7


class CapacityFile(StudyRecord):
    """A study of upper-secondary places; see `docs/capacity_files.md` for how to write one.

    Parameters
    ----------
    year
        Year of the report: no figure is newer.
    planned_year
        The autumn planned for.
    places
        Municipalities, or regions for all of theirs: homes and schools alike.
    also
        Further municipalities that may be taken in.
    tables
        The files of the six tables.
    allow_simulated
        Whether a report may be made of simulated tables; it then says so on every page.
    home_municipality_file
        Pupils of grade 9 by the municipality of their school (`place`), of their home (`home`),
        `year` and number `n`; without it pupils count where their school is.
    need_weight
        How much the labour market's need weighs against the pupils' own choice, 0 to 1.
    cautions
        What a reader should know before using the result.
    """

    id: FolderName
    title: Text
    question: Text
    background: Text | None = None
    example: Truth = False
    country: Country
    region: RegionCode | None = None
    areas: tuple[AreaCode, ...] = Field(min_length=1)
    also: tuple[AreaCode, ...] = ()
    languages: tuple[LanguageCode, ...] = ()
    owner: Text
    year: Year
    planned_year: Year
    tables: Tables
    allow_simulated: Truth = False
    home_municipality_file: TableFile | None = None
    eligibility: Eligibility
    need_weight: Part
    assumptions: Assumptions = Field(default_factory=Assumptions)
    objective: Objective = Field(default_factory=Objective)
    scenarios: Scenarios = Field(default_factory=Scenarios)
    cautions: tuple[Text, ...] = ()
    what_would_change_our_mind: Text
    _folder: Path | None = PrivateAttr(None)

    @property
    def places(self) -> tuple[str, ...]:
        """Codes of all municipalities, sorted."""
        return tuple(sorted(members_of((*self.areas, *self.also))))

    @property
    def subject(self) -> str:
        """The place the report is about: the region or the country."""
        return self.region or self.country

    def report_languages(self) -> tuple[str, ...]:
        """Return the languages the report is made in."""
        return self.languages or own_languages(self.places)

    def table_files(self) -> dict[str, str]:
        """Return every file of figures the study names, by what it is, as it is written."""
        named = self.tables.files()
        return (
            named
            if self.home_municipality_file is None
            else {
                **named,
                "home_municipality": self.home_municipality_file,
            }
        )

    def table_path(self, table: str) -> Path:
        """Return where a table is: beside the study's file, in the project, or a full path.

        Parameters
        ----------
        table
            As in `table_files`.
        """
        return located(self.table_files()[table], self._folder)


def located(name: str, beside: Path | None) -> Path:
    """Return where a named file is; of several the one beside the study's own file."""
    file = Path(name)
    if beside is not None and (beside / file).is_file():
        return beside / file
    return file if file.is_absolute() else folders.project_folder() / file
