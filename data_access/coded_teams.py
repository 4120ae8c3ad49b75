"""The teams that stand on a measure under a code: who they are is known in this room alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import bindparam, select

from data_access import schema
from data_access.store import reading, remembered
from data_access.team_labels import codes_of_teams
from data_access.viewer import Viewer
from data_access.visibility import CODED
from equity.catalogue import Measure
from equity.identifying import FEWEST_UNDER_CODE

TERMS = schema.team_measure.c
CODED_ON = select(TERMS.team_id).where(TERMS.measure_id == bindparam("measure_id"), TERMS.visibility == CODED).order_by(TERMS.team_id)


def coded_teams(viewer: Viewer, measure: Measure) -> dict[str, str]:
    """Team by code, of those that this viewer may see on the measure under a code alone; nobody where they are fewer than three."""
    return remembered(("coded_teams", viewer.scope, measure.measure_id), lambda: _coded(viewer, measure))


def _coded(viewer: Viewer, measure: Measure) -> dict[str, str]:
    with reading() as connection:
        team_ids = [team_id for team_id in connection.scalars(CODED_ON, {"measure_id": measure.measure_id}) if not viewer.sees(team_id)]
    codes = codes_of_teams(viewer)
    return {codes[team_id]: team_id for team_id in team_ids} if len(team_ids) >= FEWEST_UNDER_CODE else {}


def seeing(viewer: Viewer, coded: Mapping[str, str], asked: Sequence[str]) -> Viewer:
    """The same viewer, who may also see these teams where they were asked for by their codes."""
    return replace(viewer, coached=viewer.coached | {coded[one] for one in asked if one in coded})
