"""What was loaded: the latest load, and the values that later loads replaced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select

from data_access import schema
from data_access.store import reading
from data_access.viewer import Viewer
from equity.catalogue import Load

LATEST_LOAD = (
    select(
        schema.load.c.load_id,
        schema.load.c.loaded_at,
        schema.load.c.loaded_by,
        schema.load.c.vintage,
        schema.load.c.data_through,
        schema.load.c.rows_added,
        schema.load.c.rows_changed,
        schema.load.c.rows_unchanged,
        schema.load.c.rows_rejected,
    )
    .where(schema.load.c.undone_by.is_(None))
    .order_by(schema.load.c.load_id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class LoadRecord:
    """One import. loaded_at: 2026-01-31 14:05, in UTC."""

    load_id: int
    loaded_at: str
    loaded_by: str
    vintage: date | None
    data_through: date | None
    rows_added: int
    rows_changed: int
    rows_unchanged: int
    rows_rejected: int


def latest_load(viewer: Viewer) -> LoadRecord | None:
    """The latest load that was not undone: by whom, when, and through which day its data reach. None before the first."""
    with reading() as connection:
        row = connection.execute(LATEST_LOAD).one_or_none()
    return LoadRecord(**{**row._mapping, "loaded_at": in_utc(row.loaded_at)}) if row else None


def catalogue_load(viewer: Viewer) -> Load | None:
    """The same, as the catalogue names it."""
    found = latest_load(viewer)
    return Load(found.load_id, found.loaded_at, found.data_through) if found else None


def in_utc(moment: datetime) -> str:
    """2026-01-31 14:05. SQLite forgets the time zone: what was stored is UTC."""
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return aware.strftime("%Y-%m-%d %H:%M")
