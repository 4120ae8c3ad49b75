"""Writes observations: all of them beside the store first, then compared and moved by the database in four statements."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
from sqlalchemy import (
    Column,
    Connection,
    Date,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    and_,
    case,
    func,
    insert,
    literal,
    or_,
    select,
    text,
    update,
)

from data_access.loading.csv_source import Tick
from data_access.loading.known import Known
from data_access.loading.observations import BLANKS, NO_COUNT, Observations, day_of
from data_access.loading.record import ADDED, CHANGED, UNCHANGED, Record, later
from data_access.schema import Code, Key, observation, observation_history, series
from equity.blanks import NOT_DUE, NOT_REPORTED
from equity.periods import period_of

BATCH_ROWS = 1_000
COUNTS = ("numerator", "denominator", "blank_reason")

staged = Table(
    "staged_observation",
    MetaData(),
    Column("series_id", Key, nullable=False),
    Column("period_start", Date, nullable=False),
    Column("number", Code, nullable=False),
    Column("numerator", Key),
    Column("denominator", Key),
    Column("blank_reason", Code),
    Column("note", Text, nullable=False),
    PrimaryKeyConstraint("series_id", "period_start"),
    prefixes=["TEMPORARY"],
    sqlite_with_rowid=False,
)
COLUMNS = tuple(column.name for column in staged.c)

same_key = and_(observation.c.series_id == staged.c.series_id, observation.c.period_start == staged.c.period_start)
counts_differ = or_(*(observation.c[name].is_distinct_from(staged.c[name]) for name in COUNTS))
differs = or_(counts_differ, observation.c.note != staged.c.note)
# A number that comes late is no restatement of the blank before it.
restated = and_(counts_differ, func.coalesce(observation.c.blank_reason, "").not_in((NOT_DUE, NOT_REPORTED)))

TALLY = select(
    func.count(),
    func.count(observation.c.series_id),
    func.sum(case((and_(observation.c.series_id.is_not(None), differs), 1), else_=0)),
    func.sum(case((and_(observation.c.series_id.is_not(None), restated), 1), else_=0)),
).select_from(staged.outerjoin(observation, same_key))


def write_observations(connection: Connection, rows: Observations, known: Known, record: Record, tick: Tick) -> None:
    """Write all observations, keep those that they replace.

    Takes    tick: is told how many rows have gone over since the last time.
    """
    if not len(rows):
        return
    staged.create(connection)
    _stage(connection, rows, _series_ids(connection, rows, known), known, tick)
    total, held, changed, record.restated = connection.execute(TALLY).one()
    record.rows.update({ADDED: total - held, CHANGED: changed, UNCHANGED: held - changed})
    if changed:
        _keep_replaced(connection, record.make())
        _change(connection, record.make())
    if total > held:
        _add(connection, record.make())
    if changed or total > held:
        record.data_through = later(record.data_through, _last_day(rows, known))
    staged.drop(connection)


def _series_ids(connection: Connection, rows: Observations, known: Known) -> np.ndarray:
    """The number of each row's series; series that are new are added."""
    columns = rows.columns
    measures, divisions, teams = list(rows.measures), list(rows.divisions), list(rows.teams)
    code = (columns["measure"].astype(np.int64) * len(divisions) + columns["division"]) * len(teams) + columns["team"]
    codes, inverse = np.unique(code, return_inverse=True)
    keys = [(measures[one // len(teams) // len(divisions)], *divisions[one // len(teams) % len(divisions)], teams[one % len(teams)]) for one in codes]
    held = _held_series(connection, measures)
    missing = [dict(zip(SERIES_KEY, key, strict=True), number=_number_of(known, key[0])) for key in keys if key not in held]
    if missing:
        connection.execute(insert(series), missing)
        held = _held_series(connection, measures)
    return np.array([held[key] for key in keys], np.int64)[inverse]


SERIES_KEY = ("measure_id", "stratifier_id", "group_code", "team_id")


def _held_series(connection: Connection, measures: list) -> dict[tuple, int]:
    columns = [series.c[name] for name in SERIES_KEY]
    found = connection.execute(select(*columns, series.c.series_id).where(series.c.measure_id.in_(measures)))
    return {tuple(row[:-1]): row[-1] for row in found}


def _number_of(known: Known, measure_id: object) -> object:
    return known.rows["measures"][(measure_id,)]["number"]


def _stage(connection: Connection, rows: Observations, series_ids: np.ndarray, known: Known, tick: Tick) -> None:
    """Put all rows beside the store, in the order of its key."""
    order = np.lexsort([rows.columns["period"], series_ids])
    batches = (_batch(rows, series_ids, order[start : start + BATCH_ROWS], known) for start in range(0, len(order), BATCH_ROWS))
    if connection.dialect.name == "postgresql":
        _copy(connection, batches, tick)
        connection.execute(text("ANALYZE staged_observation"))
        return
    statement = f"INSERT INTO staged_observation ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
    for batch in batches:
        connection.exec_driver_sql(statement, batch)
        tick(len(batch))


def _copy(connection: Connection, batches: Iterator[list[tuple]], tick: Tick) -> None:
    cursor = connection.connection.cursor()
    with cursor.copy(f"COPY staged_observation ({', '.join(COLUMNS)}) FROM STDIN") as copy:
        for batch in batches:
            for row in batch:
                copy.write_row(row)
            tick(len(batch))
    cursor.close()


def _batch(rows: Observations, series_ids: np.ndarray, places: np.ndarray, known: Known) -> list[tuple]:
    columns = rows.columns
    numbers = [_number_of(known, measure) for measure in rows.measures]
    days: dict[int, str] = {int(day): str(day_of(day)) for day in np.unique(columns["period"][places])}
    return list(
        zip(
            series_ids[places].tolist(),
            (days[day] for day in columns["period"][places].tolist()),
            (numbers[measure] for measure in columns["measure"][places].tolist()),
            (None if count == NO_COUNT else count for count in columns["numerator"][places].tolist()),
            (None if count == NO_COUNT else count for count in columns["denominator"][places].tolist()),
            (BLANKS[blank] for blank in columns["blank"][places].tolist()),
            (rows.notes.get(place, "") for place in places.tolist()),
            strict=True,
        )
    )


def _keep_replaced(connection: Connection, load_id: int) -> None:
    kept = {
        "series_id": observation.c.series_id,
        "period_start": observation.c.period_start,
        "load_id": literal(load_id),
        "old_load_id": observation.c.load_id,
        "old_numerator": observation.c.numerator,
        "old_denominator": observation.c.denominator,
        "old_blank_reason": observation.c.blank_reason,
        "old_note": observation.c.note,
        "new_numerator": staged.c.numerator,
        "new_denominator": staged.c.denominator,
        "new_blank_reason": staged.c.blank_reason,
    }
    chosen = select(*kept.values()).select_from(staged.join(observation, same_key)).where(differs)
    connection.execute(insert(observation_history).from_select(list(kept), chosen))


def _change(connection: Connection, load_id: int) -> None:
    values = {name: staged.c[name] for name in (*COUNTS, "note")}
    connection.execute(update(observation).values(values | {"load_id": load_id}).where(same_key, differs))


def _add(connection: Connection, load_id: int) -> None:
    fresh = select(*staged.c, literal(load_id)).select_from(staged.outerjoin(observation, same_key)).where(observation.c.series_id.is_(None))
    connection.execute(insert(observation).from_select([*COLUMNS, "load_id"], fresh.order_by(staged.c.series_id, staged.c.period_start)))


def _last_day(rows: Observations, known: Known) -> date | None:
    """The last day that these rows have a number for."""
    counted = rows.columns["numerator"] != NO_COUNT
    ends = []
    for number, measure in enumerate(rows.measures):
        periods = rows.columns["period"][counted & (rows.columns["measure"] == number)]
        if len(periods):
            ends.append(period_of(day_of(periods.max()), known.rows["measures"][(measure,)]["grain"]).end)
    return max(ends, default=None)
