"""What a team's choices would not hide, as the other teams stand now: asked before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, select

from data_access import schema
from data_access.sharing import sharing_teams
from data_access.store import reading
from data_access.team_choices import Wanted, choices_of
from data_access.viewer import Viewer
from data_access.visibility import CODED, HIDDEN
from equity.catalogue import Team
from equity.choice_risks import SAME_CODE, OnMeasure, Risk, risks_of_code, risks_of_hiding
from equity.identifying import FEWEST_UNDER_CODE, alike_under_codes

TEAM, TERMS = schema.team.c, schema.team_measure.c
OTHERS = (
    select(TERMS.visibility, TERMS.standing, TEAM.team_id, TEAM.name, TEAM.sector, TEAM.setting, TEAM.cohort, TEAM.joined_on, TEAM.left_on, TEAM.population)
    .join(schema.team, TEAM.team_id == TERMS.team_id)
    .where(TERMS.measure_id == bindparam("measure_id"), TERMS.team_id != bindparam("own_id"), TERMS.visibility.in_((CODED, HIDDEN)))
    .order_by(TEAM.team_id)
)
CODED_PLACES = select(TERMS.team_id, TERMS.measure_id).where(TERMS.visibility == CODED, TERMS.team_id != bindparam("own_id"))
# A team that shares its levels has no code on the Maturity page.
SHARED_LEVELS = ""


def risks_of(viewer: Viewer, team_id: str, wanted: Wanted) -> tuple[Risk, ...]:
    """All that these changes would not hide, by measure in the network's order; then what the codes of all pages together tell.

    Raises   NotOfTheTeam.
    """
    with reading() as connection:
        now = choices_of(viewer, team_id)
        changed = [(one, wanted.visibility[one.measure.measure_id]) for one in now.measures if one.measure.measure_id in wanted.visibility]
        found: list[Risk] = []
        for one, visibility in changed:
            others = _others(connection, team_id, one.measure.measure_id, in_total=one.is_core)
            found += risks_of_code(now.team, others) if visibility == CODED else risks_of_hiding(others) if visibility == HIDDEN else []
        stands = {one.measure.measure_id: one.visibility for one in now.measures}
        shares = now.shares_maturity if wanted.shares_maturity is None else wanted.shares_maturity
        before, after = _places(stands, shares=now.shares_maturity), _places(stands | dict(wanted.visibility), shares=shares)
        return (*found, *(_risk_of_codes(connection, viewer, team_id, after) if before != after else ()))


def _places(visibility: Mapping[str, str], *, shares: bool) -> set[str]:
    """Where a code stands, or its absence tells something."""
    return {measure_id for measure_id, one in visibility.items() if one == CODED} | ({SHARED_LEVELS} if shares else set())


def _others(connection: Connection, team_id: str, measure_id: str, *, in_total: bool) -> OnMeasure:
    rows = connection.execute(OTHERS, {"measure_id": measure_id, "own_id": team_id}).all()
    coded, hidden = ([row for row in rows if row.visibility == one] for one in (CODED, HIDDEN))
    coded_in_total, hidden_in_total = (sum(row.standing == "core" for row in some) for some in (coded, hidden))
    return OnMeasure(measure_id, [Team(*row[2:]) for row in coded], coded_in_total, hidden_in_total, in_total)


def _risk_of_codes(connection: Connection, viewer: Viewer, team_id: str, own: set[str]) -> list[Risk]:
    """The same code stands on every page: where few teams have theirs in the same places, comparing pages tells whose it is."""
    places: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(CODED_PLACES, {"own_id": team_id}):
        places[row.team_id].add(row.measure_id)
    for sharing in sharing_teams(viewer) & set(places):
        places[sharing].add(SHARED_LEVELS)
    is_shown = any(sum(measure_id in others for others in places.values()) + 1 >= FEWEST_UNDER_CODE for measure_id in own - {SHARED_LEVELS})
    alike = alike_under_codes(own, places.values())
    return [Risk(SAME_CODE, teams=alike)] if is_shown and alike + 1 < FEWEST_UNDER_CODE else []
