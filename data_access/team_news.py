"""What loads brought about a team since a moment: told to its own members, who see all of it anyway."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, Row, Table, bindparam, exists, func, or_, select

from data_access import schema
from data_access.accounts.tables import Moment
from data_access.store import reading
from data_access.viewer import Viewer
from equity.blanks import NOT_REPORTED
from equity.errors import NotAllowed
from equity.news import News, TurnedVerdict

LOAD, SERIES, SEEN, HISTORY, LOG = schema.load.c, schema.series.c, schema.observation.c, schema.observation_history.c, schema.verdict_log.c
STEPS = schema.definition_history.c
TEAM = SERIES.team_id == bindparam("team_id")
LATER = LOAD.loaded_at > bindparam("since", type_=Moment)
# What people enter about a team, by the name of its table.
ENTERED = {table.name: table for table in (schema.change, schema.story, schema.assessment, schema.action)}

# A number that came late took the place of nothing.
WAS_SAID = HISTORY.old_blank_reason.is_distinct_from(NOT_REPORTED)
# A row that a later load changed was there before, whatever load it bears now.
WAS_THERE = exists().where(HISTORY.series_id == SEEN.series_id, HISTORY.period_start == SEEN.period_start, WAS_SAID)
PERIODS = (
    select(SERIES.measure_id, SEEN.period_start, (LATER & ~WAS_THERE).label("is_new"))
    .select_from(schema.observation)
    .join(schema.series, SERIES.series_id == SEEN.series_id)
    .join(schema.load, LOAD.load_id == SEEN.load_id)
    .where(TEAM)
    .distinct()
    .order_by(SERIES.measure_id, SEEN.period_start)
)
RESTATED = (
    select(SERIES.measure_id, func.count().label("values"))
    .select_from(schema.observation_history)
    .join(schema.series, SERIES.series_id == HISTORY.series_id)
    .join(schema.load, LOAD.load_id == HISTORY.load_id)
    .where(
        TEAM, LATER, WAS_SAID, or_(*(HISTORY[f"old_{name}"].is_distinct_from(HISTORY[f"new_{name}"]) for name in ("numerator", "denominator", "blank_reason")))
    )
    .group_by(SERIES.measure_id)
    .order_by(SERIES.measure_id)
)
WORDS = (
    select(LOG.measure_id, LOG.word, LATER.label("is_new"))
    .join(schema.load, LOAD.load_id == LOG.load_id)
    .where(LOG.team_id == bindparam("team_id"))
    .order_by(LOG.measure_id, LOG.load_id)
)
ADDED = (
    select(STEPS.table_name, STEPS.row_key)
    .join(schema.load, LOAD.load_id == STEPS.load_id)
    .where(LATER, STEPS.old_row.is_(None), STEPS.table_name.in_(sorted(ENTERED)))
)
UNDOING = schema.load.alias("undoing")
UNDONE = select(func.count()).select_from(schema.load).join(UNDOING, UNDOING.c.load_id == LOAD.undone_by)


def team_news(viewer: Viewer, team_id: str, since: datetime) -> News:
    """What is new about this team since then. Raises NotAllowed for anybody but its own members."""
    if not viewer.owns(team_id):
        raise NotAllowed
    asked = {"team_id": team_id, "since": since}
    with reading() as connection:
        return News(
            periods=_new_periods(connection.execute(PERIODS, asked).all()),
            verdicts=_turned(connection.execute(WORDS, asked).all()),
            restated={row.measure_id: row.values for row in connection.execute(RESTATED, asked)},
            added=_added(connection, asked),
            undone=connection.scalar(UNDONE.where(UNDOING.c.loaded_at > bindparam("since", type_=Moment)), {"since": since}),
        )


def _new_periods(rows: Sequence[Row]) -> dict[str, tuple[date, ...]]:
    """By measure, the periods of which nothing was there before."""
    known = {(row.measure_id, row.period_start) for row in rows if not row.is_new}
    found: dict[str, list[date]] = defaultdict(list)
    for row in rows:
        if row.is_new and (row.measure_id, row.period_start) not in known:
            found[row.measure_id].append(row.period_start)
    return {measure_id: tuple(days) for measure_id, days in found.items()}


def _turned(rows: Sequence[Row]) -> tuple[TurnedVerdict, ...]:
    """The measures whose last word is another one than the last that stood before."""
    before = {row.measure_id: row.word for row in rows if not row.is_new}
    now = {row.measure_id: row.word for row in rows if row.is_new}
    return tuple(TurnedVerdict(measure_id, before.get(measure_id), word) for measure_id, word in now.items() if before.get(measure_id) != word)


def _added(connection: Connection, asked: Mapping[str, object]) -> dict[str, int]:
    """How many rows of what people enter came, by table: those of this team."""
    keys: dict[str, list[dict]] = defaultdict(list)
    for row in connection.execute(ADDED, {"since": asked["since"]}):
        keys[row.table_name].append(json.loads(row.row_key))
    counted = Counter({name: _of_team(connection, ENTERED[name], asked["team_id"], found) for name, found in keys.items()})
    return {name: count for name, count in sorted(counted.items()) if count}


def _of_team(connection: Connection, table: Table, team_id: object, keys: Sequence[dict]) -> int:
    names = list(keys[0])
    rows = connection.execute(select(*(table.c[name] for name in names)).where(table.c.team_id == team_id))
    own = {tuple(map(str, row)) for row in rows}
    return len(own & {tuple(str(key[name]) for name in names) for key in keys})
