"""The change ledger of the whole network: found by word, measure, decision and driver, page by page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, exists, func, or_, select

from data_access import schema
from data_access.changes import CHANGE, LINK, WITH_MEASURES, Change, released
from data_access.store import reading, remembered
from data_access.teams import TEAM, holding
from data_access.viewer import Viewer
from data_access.visibility import hidden_in

# Another name for the terms: the query of a change's measures has its own.
ALIAS = schema.team_measure.alias()
TERMS = ALIAS.c
SEARCHED = (CHANGE.tested, CHANGE.driver, TEAM.name)
WITH_TEAM = schema.change.join(schema.team, TEAM.team_id == CHANGE.team_id)
BY_ID = WITH_MEASURES.where(CHANGE.change_id.in_(bindparam("change_ids", expanding=True)))


@dataclass(frozen=True, slots=True)
class ChangesWanted:
    """Which changes are looked for: empty = any. find: words in what was tested, its driver, or the team's name."""

    find: str = ""
    measure_id: str = ""
    decision: str = ""
    driver: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """One page of the changes that were found, the latest begun first.

    total: how many on all pages, teams: of how many teams; by_decision: how many of each; page and pages count from 1.
    """

    changes: tuple[Change, ...]
    total: int
    teams: int
    page: int
    pages: int
    by_decision: dict[str, int] = field(default_factory=dict)


def ledger(viewer: Viewer, wanted: ChangesWanted, *, page: int = 1, size: int = 20) -> Ledger:
    """The changes that are wanted, as many as a page holds; a page outside the range is the nearest one.

    Reads    a change on nothing but measures that its team hides is there for its own team alone, and such a measure finds no change of it.
    """
    asked = _filters(viewer, wanted)
    with reading() as connection:
        by_decision = {row.decision: row.changes for row in connection.execute(_counted(asked))}
        teams = connection.scalar(select(func.count(CHANGE.team_id.distinct())).select_from(WITH_TEAM).where(*asked))
        total = sum(by_decision.values())
        pages = max(1, -(-total // size))
        chosen = min(max(page, 1), pages)
        found = _read(connection, viewer, _ids(asked).limit(size).offset((chosen - 1) * size))
    return Ledger(found, total, teams, chosen, pages, by_decision)


def whole_ledger(viewer: Viewer, wanted: ChangesWanted) -> tuple[Change, ...]:
    """Every change that is wanted, the latest begun first."""
    with reading() as connection:
        return _read(connection, viewer, _ids(_filters(viewer, wanted)))


def drivers(viewer: Viewer) -> tuple[str, ...]:
    """The drivers of the changes that the viewer may be shown, in the order of the alphabet."""
    return remembered(("drivers", viewer.scope), lambda: _drivers(viewer))


def _drivers(viewer: Viewer) -> tuple[str, ...]:
    with reading() as connection:
        return tuple(sorted(connection.scalars(select(CHANGE.driver).where(CHANGE.driver != "", _may_be_shown(viewer)).distinct())))


def _counted(asked: Sequence[ColumnElement[bool]]) -> Select:
    return select(CHANGE.decision, func.count().label("changes")).select_from(WITH_TEAM).where(*asked).group_by(CHANGE.decision)


def _ids(asked: Sequence[ColumnElement[bool]]) -> Select:
    return select(CHANGE.change_id).select_from(WITH_TEAM).where(*asked).order_by(CHANGE.started_on.desc(), CHANGE.change_id)


def _read(connection: Connection, viewer: Viewer, ids: Select) -> tuple[Change, ...]:
    """These changes in their order, each with the measures that the viewer may be told."""
    change_ids = list(connection.scalars(ids))
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in connection.execute(BY_ID, {"change_ids": change_ids}):
        rows[row.change_id].append(row)
    return tuple(change for one in change_ids if (change := released(viewer, rows[one])))


def _filters(viewer: Viewer, wanted: ChangesWanted) -> list[ColumnElement[bool]]:
    """What is asked of a change; what is not asked is left out."""
    same = [column == value for column, value in ((CHANGE.decision, wanted.decision), (CHANGE.driver, wanted.driver)) if value]
    return [
        _may_be_shown(viewer),
        *same,
        *([_holds(wanted.find)] if wanted.find else []),
        *([_on_shown(viewer, LINK.measure_id == wanted.measure_id)] if wanted.measure_id else []),
    ]


def _holds(words: str) -> ColumnElement[bool]:
    # The second comparison finds letters that SQLite cannot make small: É as it was typed.
    kinds = [(func.lower(column), holding(words.lower())) for column in SEARCHED] + [(column, holding(words)) for column in SEARCHED]
    return or_(*(column.like(pattern, escape="\\") for column, pattern in kinds))


def _may_be_shown(viewer: Viewer) -> ColumnElement[bool]:
    on_none = ~exists().where(LINK.change_id == CHANGE.change_id)
    return or_(on_none, _on_shown(viewer))


def _on_shown(viewer: Viewer, *more: ColumnElement[bool]) -> ColumnElement[bool]:
    """True of a change that is on a measure which may be named to the viewer."""
    # Two queries stand around this one, and it is of the rows of both.
    hides = exists().where(TERMS.team_id == CHANGE.team_id, TERMS.measure_id == LINK.measure_id, hidden_in(ALIAS, viewer))
    return exists().where(LINK.change_id == CHANGE.change_id, ~hides.correlate(schema.change, schema.change_measure), *more)
