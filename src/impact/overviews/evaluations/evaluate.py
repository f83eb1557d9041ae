"""An evaluation in figures: every outcome of a plan, and all of them together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from impact import catalogue
from impact.errors import InvalidInput, NoFigures
from impact.evaluation.design import Design
from impact.evaluation.evaluate_panel import evaluate_panel
from impact.evaluation.panel_evaluation import PanelEvaluation
from impact.overviews.evaluations import model
from impact.overviews.evaluations.model import Evaluation
from impact.overviews.evaluations.outcomes import read_together
from impact.overviews.evaluations.panels import OutcomePanel, outcome_panel, without_figures
from impact.overviews.evaluations.plan import Registration, registration

SEED = 20_260_000
TABLES = {
    "course": model.COURSE_COLUMNS,
    "weights": model.WEIGHT_COLUMNS,
    "pretrends": model.PRETREND_COLUMNS,
    "placebos": model.PLACEBO_COLUMNS,
    "specifications": model.SPECIFICATION_COLUMNS,
    "sensitivity": model.SENSITIVITY_COLUMNS,
    "power": model.POWER_COLUMNS,
    "bacon": model.BACON_COLUMNS,
}


@dataclass(frozen=True, slots=True, eq=False)
class _Done:
    """One outcome: its figures, and what they say."""

    name: str
    figures: OutcomePanel
    found: PanelEvaluation


def evaluate(plan: Any, today: str | None = None, *, seed: int = SEED) -> Evaluation:
    """Return what an evaluation comes to.

    Parameters
    ----------
    plan
        A plan of an evaluation.
    today
        YYYY-MM-DD: the day of registration of a plan that `register_evaluation` then registers.
    seed
        Of what cannot be counted exactly.

    Returns
    -------
    Evaluation
        Outcomes that cannot be estimated are there too and say why.

    Raises
    ------
    InvalidInput
        The plan would be registered on a day before figures it is held against were fetched.
    DamagedSnapshot
        The register or a snapshot is not as it was written.
    """
    registered = registration(plan, today)
    names = sorted(plan.outcomes, key=lambda name: name != plan.primary)
    figures = {name: _figures(plan, name) for name in names}
    if today is not None and registration(plan).since is None:
        _refuse_earlier_day(plan, today, figures.values())
    known = any(known_before(one, registered.since) for one in figures.values())
    found = {
        name: evaluate_panel(one.panel, _design(plan, name, one, known), seed=seed)
        for name, one in figures.items()
    }
    lags = {name: one.lag for name, one in plan.outcomes.items()}
    read = read_together(found, plan.primary, lags, seed=seed)
    done = [_Done(name, figures[name], read[name]) for name in names]
    return _evaluation(plan, registered, known, done)


def _figures(plan: Any, name: str) -> OutcomePanel:
    try:
        return outcome_panel(plan, name)
    except NoFigures:
        return without_figures(plan, name)


def known_before(figures: OutcomePanel, since: str | None) -> bool:
    """Say whether a figure after the start may have been known when the plan was registered.

    Parameters
    ----------
    figures
        The figures of an outcome.
    since
        Day from which the plan stands as it is, YYYY-MM-DD; None when it was never registered.

    Notes
    -----
    True when such a figure was published or fetched on that day or before it, or is of a year
    that was over by then: a later snapshot may only repeat what others could read long before.
    """
    after = [year for year in figures.panel.years if year >= min(figures.panel.starts)]
    if not after:
        return False
    if since is None:
        return True
    return min(after) < int(since[:4]) or any(day <= since for day in figures.vintages)


def _refuse_earlier_day(plan: Any, today: str, figures: Iterable[OutcomePanel]) -> None:
    newest = max((day for one in figures for day in one.vintages), default="")
    if today < newest:
        raise InvalidInput(
            f"the plan of '{plan.id}' cannot be registered on {today}: figures after its start "
            f"are here that were published or fetched on {newest}. Use today's date."
        )


def good_of(outcome: Any) -> str:
    """Return which way is better: by the catalogue, of a spread or a neutral one by the plan."""
    polarity = catalogue.indicator(outcome.indicator).polarity
    if outcome.measure != "spread" and polarity != "neutral":
        return polarity
    return "neutral" if outcome.direction == "either" else outcome.direction


def _design(plan: Any, name: str, figures: OutcomePanel, exploratory: bool) -> Design:
    outcome = plan.outcomes[name]
    return Design(
        estimator=plan.estimator,
        direction=outcome.direction,
        smallest_effect=outcome.smallest_effect,
        neighbours=figures.neighbours,
        exploratory=exploratory,
        breaks=figures.breaks,
    )


def _evaluation(
    plan: Any, registered: Registration, exploratory: bool, done: list[_Done]
) -> Evaluation:
    tables = {
        name: _joined([(one.name, getattr(one.found, name)) for one in done], columns)
        for name, columns in TABLES.items()
    }
    return Evaluation(
        evaluation=plan.id,
        exploratory=exploratory,
        plan_date=registered.date,
        plan_digest=registered.digest,
        plan_changed=registered.changed,
        outcomes=pd.DataFrame([_row(plan, one) for one in done])[model.OUTCOME_COLUMNS],
        units=_joined([(one.name, _units(one)) for one in done], model.UNIT_COLUMNS),
        checks=_joined([(one.name, _checks(one.found)) for one in done], model.CHECK_COLUMNS),
        exposure=_joined(
            [(one.name, _exposure(plan, one)) for one in done], model.EXPOSURE_COLUMNS
        ),
        **tables,
    )


def _row(plan: Any, one: _Done) -> dict[str, Any]:
    outcome = plan.outcomes[one.name]
    return {
        "outcome": one.name,
        "primary": outcome.primary,
        "indicator": outcome.indicator,
        "measure": outcome.measure,
        "scale": outcome.scale,
        "unit": catalogue.indicator(outcome.indicator).unit,
        "good": good_of(outcome),
        **one.found.outcome,
    }


def _units(one: _Done) -> pd.DataFrame:
    """Return every unit once: those used with their stratum, those left out with a reason."""
    listed = one.figures.units.set_index("unit")
    used = one.found.units.set_index("unit")
    names = list(dict.fromkeys([*listed.index, *used.index]))
    table = listed.reindex(names)
    lost = used["role"] == "excluded"
    own = table["reason"].fillna("")
    why = used["reason"].where(lost, "").reindex(names).fillna("")
    role = used["role"].reindex(names).fillna(table["role"])
    return table.assign(
        role=role.where(own == "", "excluded"),
        stratum=used["stratum"].reindex(names).fillna(-1).astype(int),
        reason=own.where(own != "", why),
    ).reset_index(names="unit")


def _checks(found: PanelEvaluation) -> pd.DataFrame:
    rows = [
        {
            "check": one.check,
            "result": one.result,
            "number": one.number,
            "limit": one.limit,
            "lowers": one.lowers,
        }
        for one in found.checks
    ]
    return pd.DataFrame(rows, columns=model.CHECK_COLUMNS[1:])


def _exposure(plan: Any, one: _Done) -> pd.DataFrame:
    """Return which years after the intervention began are measured, by the year it began."""
    starts = sorted({cohort.start for cohort in plan.treated.values()})
    lag = plan.outcomes[one.name].lag
    rows = [
        (start, year, year - start)
        for start in starts
        for year in one.figures.panel.years
        if year >= start + lag
    ]
    return pd.DataFrame(rows, columns=model.EXPOSURE_COLUMNS[1:])


def _joined(tables: list[tuple[str, pd.DataFrame]], columns: list[str]) -> pd.DataFrame:
    """Return the tables of all outcomes as one, those without rows left out of its types."""
    filled = [table.assign(outcome=name) for name, table in tables if len(table)]
    if not filled:
        return pd.DataFrame(columns=columns)
    return pd.concat(filled, ignore_index=True)[columns]
