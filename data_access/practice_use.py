"""Equity practices: what they mean, how far a team is with each, and how many teams of the network use them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, bindparam, func, select

from data_access import schema
from data_access.hidden_teams import hidden_teams
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from equity.practices import PracticeCounts, practice_tally

USE = schema.practice_use.c
PRACTICES = select(schema.practice.c.practice_id, schema.practice.c.name, schema.practice.c.wording).order_by(
    schema.practice.c.name, schema.practice.c.practice_id
)
USE_OF_TEAM = select(USE.practice_id, USE.period_start, USE.stage).where(USE.team_id == bindparam("team_id")).order_by(USE.period_start, USE.practice_id)
TOLD = select(func.min(USE.period_start), func.max(USE.period_start))

SPAN = (
    select(USE.team_id, USE.practice_id, func.min(USE.period_start).label("first"), func.max(USE.period_start).label("last"))
    .group_by(USE.team_id, USE.practice_id)
    .subquery()
)
FIRST, LAST = schema.practice_use.alias(), schema.practice_use.alias()
# How many teams went from one stage to another: from what each told first to what it told last.
MOVES = (
    select(SPAN.c.practice_id, FIRST.c.stage.label("then"), LAST.c.stage.label("now"), func.count().label("teams"))
    .join(FIRST, and_(FIRST.c.team_id == SPAN.c.team_id, FIRST.c.practice_id == SPAN.c.practice_id, FIRST.c.period_start == SPAN.c.first))
    .join(LAST, and_(LAST.c.team_id == SPAN.c.team_id, LAST.c.practice_id == SPAN.c.practice_id, LAST.c.period_start == SPAN.c.last))
    .where(SPAN.c.team_id.not_in(bindparam("left_out", expanding=True)))
    .group_by(SPAN.c.practice_id, FIRST.c.stage, LAST.c.stage)
    .order_by(SPAN.c.practice_id, FIRST.c.stage, LAST.c.stage)
)


@dataclass(frozen=True, slots=True)
class Practice:
    """An equity practice. wording: what it means to do it."""

    practice_id: str
    name: str
    wording: str


@dataclass(frozen=True, slots=True)
class PracticeUse:
    """How far a team was with a practice in one period."""

    practice_id: str
    period_start: date
    stage: str


@dataclass(frozen=True, slots=True)
class PracticesInUse:
    """How many teams went where with each practice. told: the first and the last period that any team told of, None where none did."""

    counts: dict[str, PracticeCounts]
    told: tuple[date, date] | None


def practices(viewer: Viewer) -> tuple[Practice, ...]:
    """Every practice of the network, in the order of the alphabet."""
    return remembered(("practices",), _practices)


def _practices() -> tuple[Practice, ...]:
    with reading() as connection:
        return tuple(Practice(*row) for row in connection.execute(PRACTICES))


def practice_use_of(viewer: Viewer, team_id: str) -> tuple[PracticeUse, ...]:
    """What a team told of its practices, by period; nothing of a team that hides every measure from the viewer."""
    if team_id in hidden_teams(viewer):
        return ()
    with reading() as connection:
        return tuple(PracticeUse(*row) for row in connection.execute(USE_OF_TEAM, {"team_id": team_id}))


def practice_counts(viewer: Viewer) -> PracticesInUse:
    """Teams by the stage that they told first and last, by practice_id: no names, and no team that hides every measure from the viewer."""
    return remembered(("practice_counts", viewer.scope), lambda: _practice_counts(viewer))


def _practice_counts(viewer: Viewer) -> PracticesInUse:
    moves: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    with reading() as connection:
        for row in connection.execute(MOVES, {"left_out": list(hidden_teams(viewer))}):
            moves[row.practice_id][row.then, row.now] = row.teams
        first, last = connection.execute(TOLD).one()
    return PracticesInUse({practice_id: practice_tally(found) for practice_id, found in moves.items()}, (first, last) if first else None)
