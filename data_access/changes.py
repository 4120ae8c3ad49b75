"""The change ledger: what teams tested, when, on which measures, and what they decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Row, and_, bindparam, func, select

from data_access import schema
from data_access.store import reading
from data_access.viewer import Viewer
from data_access.visibility import hides

CHANGE, LINK, TERMS = schema.change.c, schema.change_measure.c, schema.team_measure.c
WITH_MEASURES = (
    select(
        CHANGE.change_id,
        CHANGE.team_id,
        CHANGE.driver,
        CHANGE.tested,
        CHANGE.started_on,
        CHANGE.ended_on,
        CHANGE.decision,
        LINK.measure_id,
        TERMS.visibility,
    )
    .select_from(
        schema.change.outerjoin(schema.change_measure, LINK.change_id == CHANGE.change_id).outerjoin(
            schema.team_measure, and_(TERMS.team_id == CHANGE.team_id, TERMS.measure_id == LINK.measure_id)
        )
    )
    .order_by(CHANGE.started_on, CHANGE.change_id, LINK.measure_id)
)
CHANGES = WITH_MEASURES.where(CHANGE.team_id.in_(bindparam("team_ids", expanding=True)))
DECIDED = (
    select(CHANGE.decision, func.count())
    .where(CHANGE.decision != "running", CHANGE.ended_on.between(bindparam("since"), bindparam("until")))
    .group_by(CHANGE.decision)
    .order_by(CHANGE.decision)
)
RUNNING = select(func.count()).where(CHANGE.decision == "running", CHANGE.started_on <= bindparam("until"))


@dataclass(frozen=True, slots=True)
class Change:
    """One tested change idea. decision: running, adopt, adapt or abandon."""

    change_id: str
    team_id: str
    driver: str
    tested: str
    started_on: date
    ended_on: date | None
    decision: str
    measure_ids: tuple[str, ...]


def changes_of(viewer: Viewer, team_ids: Sequence[str], *, measure_id: str | None = None) -> dict[str, tuple[Change, ...]]:
    """The changes of each team by their start; no key for a team that has none.

    Takes    measure_id: only changes on this measure, None = all.
    Reads    a measure that a team hides is not named to others, and a change on nothing else is not shown to them.
    """
    rows: dict[str, list[Row]] = defaultdict(list)
    with reading() as connection:
        for row in connection.execute(CHANGES, {"team_ids": list(team_ids)}):
            rows[row.change_id].append(row)
    found: dict[str, list[Change]] = defaultdict(list)
    for change in filter(None, (released(viewer, same) for same in rows.values())):
        if measure_id is None or measure_id in change.measure_ids:
            found[change.team_id].append(change)
    return {team_id: tuple(changes) for team_id, changes in found.items()}


def change_counts(viewer: Viewer, *, since: date, until: date) -> dict[str, int]:
    """How many changes of the whole network ended in these days, by decision, and how many run: no names."""
    with reading() as connection:
        decided = {decision: count for decision, count in connection.execute(DECIDED, {"since": since, "until": until})}
        return {**decided, "running": connection.scalar(RUNNING, {"until": until})}


def released(viewer: Viewer, rows: Sequence[Row]) -> Change | None:
    """The change that these rows tell, one a measure; None where all its measures are hidden from the viewer."""
    first = rows[0]
    shown = tuple(_shown(viewer, rows))
    if first.measure_id and not shown:
        return None
    return Change(*first[:7], shown)


def _shown(viewer: Viewer, rows: Sequence[Row]) -> Iterable[str]:
    return (row.measure_id for row in rows if row.measure_id and not hides(viewer, row.visibility, row.team_id))
