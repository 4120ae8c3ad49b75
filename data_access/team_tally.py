"""How many teams there are of each kind, and how many work on each measure: what the directory of teams shows one by one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from data_access import schema
from data_access.store import reading, remembered
from data_access.viewer import Viewer

TEAM, TERMS = schema.team.c, schema.team_measure.c
KINDS = ("sector", "setting", "cohort")
AT_WORK = select(TERMS.measure_id, TERMS.standing, func.count().label("teams")).group_by(TERMS.measure_id, TERMS.standing)
OF_KIND = {kind: select(TEAM[kind], func.count().label("teams")).group_by(TEAM[kind]).order_by(TEAM[kind]) for kind in KINDS}


@dataclass(frozen=True, slots=True)
class AtWork:
    """How many teams work on a measure: as one that teams share, and as one that they chose for themselves."""

    core: int = 0
    own: int = 0


def teams_at_work(viewer: Viewer) -> dict[str, AtWork]:
    """How many teams work on each measure, by measure_id; one that no team works on is not among them."""
    return remembered(("teams_at_work",), _teams_at_work)


def _teams_at_work() -> dict[str, AtWork]:
    found: dict[str, dict[str, int]] = {}
    with reading() as connection:
        for row in connection.execute(AT_WORK):
            found.setdefault(row.measure_id, {})[row.standing] = row.teams
    return {measure_id: AtWork(**counts) for measure_id, counts in found.items()}


def teams_of_kinds(viewer: Viewer) -> dict[str, dict[str, int]]:
    """How many teams are of each sector, setting and cohort, in the order of the alphabet; an empty name for those that give none."""
    return remembered(("teams_of_kinds",), _teams_of_kinds)


def _teams_of_kinds() -> dict[str, dict[str, int]]:
    with reading() as connection:
        return {kind: {row[0]: row.teams for row in connection.execute(sql)} for kind, sql in OF_KIND.items()}
