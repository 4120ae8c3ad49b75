"""What gap a team has set itself to reach: as it registered it, and every later edit."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select

from data_access import schema
from data_access.store import reading
from data_access.viewer import Viewer

TERMS, HISTORY, LOAD = schema.team_measure.c, schema.definition_history.c, schema.load.c

AIM = select(TERMS.aim, TERMS.aim_on, TERMS.registered_on).where(TERMS.team_id == bindparam("team_id"), TERMS.measure_id == bindparam("measure_id"))

# What stood before each load that changed the row; a load that added it has no old row, and one that was undone left no trace.
EDITS = (
    select(HISTORY.old_row, LOAD.loaded_at)
    .join(schema.load, LOAD.load_id == HISTORY.load_id)
    .where(HISTORY.table_name == schema.team_measure.name, HISTORY.row_key == bindparam("row_key"), HISTORY.old_row.is_not(None))
    .order_by(HISTORY.load_id, HISTORY.step)
)


@dataclass(frozen=True, slots=True)
class AimEdit:
    """The aim that stood until this day; None where there was none."""

    value: float | None
    by: date | None
    changed_on: date


@dataclass(frozen=True, slots=True)
class TeamAim:
    """The gap aimed at, in shown units or as a ratio, and by when. edits: what it was before, the earliest first."""

    value: float
    by: date | None
    registered_on: date | None
    edits: tuple[AimEdit, ...] = ()


def team_aim(viewer: Viewer, team_id: str, measure_id: str) -> TeamAim | None:
    """A team's aim on a measure; None where it has none.

    Reads    an edit of anything else on the same terms (standing, baseline) is none of the aim.
    """
    asked = {"team_id": team_id, "measure_id": measure_id}
    with reading() as connection:
        row = connection.execute(AIM, asked).one_or_none()
        if row is None or row.aim is None:
            return None
        found = [_edit(*one) for one in connection.execute(EDITS, {"row_key": json.dumps(asked)})]
    stood = [*((edit.value, edit.by) for edit in found[1:]), (row.aim, row.aim_on)]
    edits = tuple(edit for edit, after in zip(found, stood, strict=True) if (edit.value, edit.by) != after) if found else ()
    return TeamAim(row.aim, row.aim_on, row.registered_on, edits)


def _edit(old_row: str, loaded_at: datetime) -> AimEdit:
    old = json.loads(old_row)
    return AimEdit(old["aim"], date.fromisoformat(old["aim_on"]) if old["aim_on"] else None, loaded_at.date())
