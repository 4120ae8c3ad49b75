"""What a team chose about who sees it: read and written by its own members alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Row, and_, bindparam, select

from data_access import schema
from data_access.catalogue import catalogue
from data_access.choice_tables import visibility_choice
from data_access.sharing import sharing_teams
from data_access.store import reading
from data_access.teams import team_of
from data_access.viewer import TEAM_MEMBER, Viewer
from equity.catalogue import Measure, Team
from equity.errors import NotOfTheTeam

CHOICE, TERMS = visibility_choice.c, schema.team_measure.c
ON_TERMS = and_(CHOICE.team_id == TERMS.team_id, CHOICE.measure_id == TERMS.measure_id)
OF_TEAM = (
    select(TERMS.measure_id, TERMS.standing, TERMS.visibility, CHOICE.visibility.label("chosen"))
    .select_from(schema.team_measure.outerjoin(visibility_choice, ON_TERMS))
    .where(TERMS.team_id == bindparam("team_id"))
)


@dataclass(frozen=True, slots=True)
class MeasureChoice:
    """How the team appears on one measure. is_core: its numbers are in the network's total; chosen: in the app, empty where files alone say it."""

    measure: Measure
    is_core: bool
    visibility: str
    chosen: str

    @property
    def is_overruled(self) -> bool:
        """True where a file that changed since is stricter than the team's choice."""
        return bool(self.chosen) and self.chosen != self.visibility


@dataclass(frozen=True, slots=True)
class TeamChoices:
    """All that the team can choose, as it stands; measures in the network's order."""

    team: Team
    measures: tuple[MeasureChoice, ...]
    shares_maturity: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a member wants otherwise: by measure_id how the team appears; whether its levels are shared, None = as it is."""

    visibility: Mapping[str, str] = field(default_factory=dict)
    shares_maturity: bool | None = None


def require_member(viewer: Viewer, team_id: str) -> None:
    """Raise NotOfTheTeam unless the viewer is a member of the team: neither its coach nor the network's lead chooses for it."""
    if viewer.role != TEAM_MEMBER or not viewer.owns(team_id):
        raise NotOfTheTeam


def choices_of(viewer: Viewer, team_id: str) -> TeamChoices:
    """How the team appears on each of its measures, and whether it shares its levels. Raises NotOfTheTeam."""
    require_member(viewer, team_id)
    with reading() as connection:
        team = team_of(viewer, team_id)
        if team is None:
            raise NotOfTheTeam
        rows = {row.measure_id: row for row in connection.execute(OF_TEAM, {"team_id": team_id})}
        measures = [one for one in catalogue(viewer).measures if one.measure_id in rows]
        return TeamChoices(team, tuple(_choice(one, rows[one.measure_id]) for one in measures), team_id in sharing_teams(viewer))


def _choice(measure: Measure, row: Row) -> MeasureChoice:
    return MeasureChoice(measure, row.standing == "core", row.visibility, row.chosen or "")
