"""What was loaded: the latest load, and the values that later loads replaced."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import PureWindowsPath

from sqlalchemy import bindparam, select

from data_access import schema
from data_access.store import reading
from data_access.viewer import Viewer
from equity.catalogue import Load

LOAD, FILE = schema.load.c, schema.load_file.c
COLUMNS = (
    LOAD.load_id,
    LOAD.loaded_at,
    LOAD.loaded_by,
    LOAD.vintage,
    LOAD.data_through,
    LOAD.rows_added,
    LOAD.rows_changed,
    LOAD.rows_unchanged,
    LOAD.rows_rejected,
)
LATEST_LOAD = select(*COLUMNS).where(LOAD.undone_by.is_(None)).order_by(LOAD.load_id.desc()).limit(1)
LATEST_LOADS = select(*COLUMNS, LOAD.undone_by).order_by(LOAD.load_id.desc()).limit(bindparam("most"))
FILES = select(FILE.load_id, FILE.file_name).where(FILE.load_id.in_(bindparam("load_ids", expanding=True))).order_by(FILE.load_id, FILE.file_name)


@dataclass(frozen=True, slots=True)
class LoadRecord:
    """One import. loaded_at: 2026-01-31 14:05, in UTC; files: their names without a folder; undone_by: the load that took it back, None = it stands."""

    load_id: int
    loaded_at: str
    loaded_by: str
    vintage: date | None
    data_through: date | None
    rows_added: int
    rows_changed: int
    rows_unchanged: int
    rows_rejected: int
    undone_by: int | None = None
    files: tuple[str, ...] = ()


def latest_load(viewer: Viewer) -> LoadRecord | None:
    """The latest load that was not undone: by whom, when, and through which day its data reach. None before the first."""
    with reading() as connection:
        row = connection.execute(LATEST_LOAD).one_or_none()
    return LoadRecord(**{**row._mapping, "loaded_at": in_utc(row.loaded_at)}) if row else None


def latest_loads(viewer: Viewer, limit: int = 30) -> tuple[LoadRecord, ...]:
    """What was loaded, the newest first, also what was taken back since."""
    with reading() as connection:
        rows = connection.execute(LATEST_LOADS, {"most": limit}).all()
        files: dict[int, list[str]] = defaultdict(list)
        for file in connection.execute(FILES, {"load_ids": [row.load_id for row in rows]}):
            files[file.load_id].append(bare_name(file.file_name))
    return tuple(LoadRecord(**{**row._mapping, "loaded_at": in_utc(row.loaded_at), "files": tuple(files[row.load_id])}) for row in rows)


def bare_name(file_name: str) -> str:
    """A file's name without the folders before it, whichever system wrote them."""
    return PureWindowsPath(file_name).name


def catalogue_load(viewer: Viewer) -> Load | None:
    """The same, as the catalogue names it."""
    found = latest_load(viewer)
    return Load(found.load_id, found.loaded_at, found.data_through) if found else None


def in_utc(moment: datetime) -> str:
    """2026-01-31 14:05. SQLite forgets the time zone: what was stored is UTC."""
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return aware.strftime("%Y-%m-%d %H:%M")
