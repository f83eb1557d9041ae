"""One step more in an indicator of an index, and the money it would bring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, Cell, Sentences, Table
from impact.report.content.numbers import finite
from impact.report.message import Message, Number, Year, message, words

if TYPE_CHECKING:
    import pandas as pd

    from impact.overviews.indices.funding import IndexFunding

SECTION = "index"


def index_funding(found: IndexFunding) -> list[Block]:
    """Return what one step more would bring every municipality of a file, with its doubts first.

    Parameters
    ----------
    found
        From `impact.index_funding`.
    """
    record = found.record
    lines = [message("index-what", text=words(record.description))]
    if record.entered.status == "example":
        lines.append(message("index-funding-example"))
    if record.unconfirmed:
        lines.append(message("index-funding-unconfirmed"))
    opening = Sentences(
        section=SECTION,
        heading=message("index-funding-heading", name=words(record.title)),
        messages=tuple(lines),
    )
    doubts = tuple(message("index-unconfirmed", what=words(text)) for text in record.unconfirmed)
    blocks: list[Block] = [opening]
    if doubts:
        blocks.append(Sentences(section=SECTION, messages=doubts, bullets=True))
    for key, place in found.places.iterrows():
        blocks += [_now(found, str(key), place), _steps(found, str(key), place)]
    return blocks


def _number(found: IndexFunding, key: str, value: Any, statistic: str, **fields: Any) -> Number:
    status = "simulated" if found.record.entered.status == "example" else "ok"
    about = f"{found.record.id}/{key}"
    said = {"unit": "points", "decimals": 0, "statistic": statistic, "about": about}
    return Number(finite(value), **(said | {"status": status} | fields))


def _now(found: IndexFunding, key: str, place: pd.Series) -> Sentences:
    name = words(place["title"])
    if finite(place["score"]) is None:
        line = message("index-funding-no-score", place=name)
        return Sentences(section=SECTION, messages=(line,))
    score = _number(found, key, place["score"], "index_score", decimals=1)
    lines = [message("index-funding-score", place=name, score=score), *_class(found, place)]
    money = found.record.funding
    if money is not None and finite(place["money"]) is not None:
        euro = {"unit": "euro"}
        lines.append(
            message(
                "index-funding-money",
                year=Year(money.year),
                money=_number(found, key, place["money"], "index_money", **euro),
                each=_number(
                    found, key, place["per_inhabitant"], "index_money_each", decimals=2, **euro
                ),
            )
        )
    return Sentences(section=SECTION, messages=tuple(lines))


def _class(found: IndexFunding, place: pd.Series) -> list[Message]:
    """Return the class of a score, where the file has classes."""
    reached = [one for one in found.record.classes if place["score"] >= one.lowest]
    return [message("index-funding-class", name=words(reached[-1].title))] if reached else []


def _steps(found: IndexFunding, key: str, place: pd.Series) -> Table:
    mine = found.steps[found.steps["place"] == key]
    with_money = bool(mine["money"].notna().any())
    order = "money" if with_money else "points"
    ordered = mine.sort_values(order, ascending=False, kind="stable", na_position="last")
    columns = ["indicator", "now", "step", "more"] + ["money", "each"] * with_money
    return Table(
        section=SECTION,
        caption=message("index-funding-caption", place=words(place["title"])),
        columns=tuple(message(f"index-column-{name}") for name in columns),
        rows=tuple(_step(found, key, row, with_money) for row in ordered.to_dict("records")),
        remarks=(message("index-funding-remark"),) if with_money else (),
    )


def _step(found: IndexFunding, key: str, row: dict[str, Any], with_money: bool) -> tuple[Cell, ...]:
    name = row["indicator"]
    about = f"{key}/{name}"
    title = found.record.indicators[name].title
    plain = {"bare": True}
    cells: list[Cell] = [
        words(title or {"": name}),
        _number(found, about, row["score"], "index_item_score", **plain),
        _number(found, about, row["step"], "index_step", **plain),
        _number(found, about, row["points"], "index_step_points", decimals=2, **plain),
    ]
    if with_money:
        euro = {"unit": "euro"}
        cells.append(_number(found, about, row["money"], "index_step_money", **euro))
        each = _number(found, about, row["per_inhabitant"], "index_step_each", decimals=2, **euro)
        cells.append(each)
    return tuple(cells)
