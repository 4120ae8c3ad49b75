"""Who in the network has not sent the latest due report."""

from __future__ import annotations

from sqlalchemy import delete

from data_access import schema
from data_access.behind import behind_teams
from data_access.engine import writing
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.data_access.builder import Builder

# The network's day is the last of 2025; a month is due 45 days after its end: of the fourth quarter October is due.
SENT = "- - 200/400 - - 200/400 - - 200/400 200/400"
LATE = "- - 200/400 - - 200/400 - - 200/400"


def report(made: Builder, team_id: str, cells: str, **changes: object) -> None:
    made.team(team_id, **changes)
    made.reports(f"{team_id} black 2025-01-01 {cells}\n{team_id} white 2025-01-01 {cells}")


def behind(made: Builder, viewer: Viewer = NETWORK_LEAD) -> list[str]:
    made.keep()
    return [team_id for team_id, _ in behind_teams(viewer).teams]


def test_who_sent_the_latest_due_report_is_not_behind(made: Builder) -> None:
    report(made, "sent", SENT)
    report(made, "late", LATE)
    made.team("silent")
    assert behind(made) == ["late", "silent"]
    assert behind_teams(NETWORK_LEAD).period.label == "Q4 2025"


def test_a_hidden_measure_tells_of_its_team_to_the_team_alone(made: Builder) -> None:
    report(made, "shy", LATE, terms={"visibility": "hidden"})
    assert behind(made) == []
    assert behind(made, Viewer("team_member", frozenset({"shy"}))) == ["shy"]


def test_a_network_with_nothing_due_has_nobody_behind(made: Builder) -> None:
    with writing(made.engine) as connection:
        connection.execute(delete(schema.measure))
    made.keep()
    assert behind_teams(NETWORK_LEAD).period is None
