"""Everything a report needs, loaded and used once, so that reports made after it start warm."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module

ROOMS = (
    "impact.overviews",
    "impact.planning",
    "impact.report.content",
    "impact.report.guide",
    "impact.report.page",
    "impact.report.pdf",
    "impact.report.values_csv",
    "impact.run.assessments.files",
    "impact.run.capacity.files",
    "impact.run.evaluations.files",
    "impact.run.make_report",
    "impact.run.params.plan",
)
LIBRARIES = ("pyarrow.parquet", "pandas.io.formats.html", "matplotlib.backends.backend_svg")


def warm_up() -> None:
    """Load what reports are made with: code, words, templates, fonts, catalogue, evidence.

    Notes
    -----
    Called once in the process reports are forked from. It starts no thread, and above all it
    typesets nothing: the typesetter keeps threads, and a forked process waits for them for ever.
    A fault in the project's files is left to the reports, each of which will tell it.
    """
    for module in (*ROOMS, *LIBRARIES):
        import_module(module)
    _words_and_templates()
    _drawing()
    _descriptions()


def _words_and_templates() -> None:
    from impact.report import html, page, pdf
    from impact.report.language import LANGUAGES, language

    for code in LANGUAGES:
        language(code).warm_up()
    html.style()
    for name in ("page.html", "guide.html"):
        page.template(name)
    pdf.fonts()


def _drawing() -> None:
    from impact.report.charts.style import warm_up

    warm_up()


def _descriptions() -> None:
    from impact import catalogue, evidence, frameworks, places, store

    for read in (
        catalogue.indicators,
        evidence.library,
        evidence.instruments,
        evidence.discount_schedules,
        evidence.unit_values,
        frameworks.frameworks,
        places.places,
        store.sources,
    ):
        with suppress(Exception):  # whatever it is, each report will tell it
            read()
