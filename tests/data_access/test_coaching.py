"""Where coaching may help, over the whole network."""

from __future__ import annotations

from datetime import date

from data_access import schema
from data_access.changes import change_counts
from data_access.coaching import teams_to_coach
from data_access.viewer import NETWORK_LEAD
from tests.data_access.builder import Builder

WIDENS = """
    {0} black 2025-01-01 - - 260/400 - - 240/400 - - 220/400 - - 200/400
    {0} white 2025-01-01 - - 280/400 - - 280/400 - - 280/400 - - 280/400
"""
STILL = """
    {0} black 2025-01-01 - - 240/400 - - 240/400 - - 240/400 - - 240/400
    {0} white 2025-01-01 - - 280/400 - - 280/400 - - 280/400 - - 280/400
"""


def changed(made: Builder, change_id: str, team_id: str, ended_on: date | None, decision: str) -> None:
    made.insert(
        schema.change,
        {"change_id": change_id, "team_id": team_id, "tested": "A cuff", "started_on": date(2025, 3, 1), "ended_on": ended_on, "decision": decision},
    )


def needs(made: Builder) -> dict[str, tuple]:
    made.keep()
    return {need.team_id: (need.widening, need.silent, need.tested_until) for need in teams_to_coach(NETWORK_LEAD)}


def test_a_team_is_named_for_its_widening_gap_its_silence_or_its_tests(made: Builder) -> None:
    for team_id, table in {"wide": WIDENS, "still": STILL, "tested": STILL, "tests": STILL}.items():
        made.team(team_id)
        made.reports(table.format(team_id))
    made.team("silent")
    changed(made, "c1", "tested", date(2025, 6, 1), "adopt")
    changed(made, "c2", "tests", date(2025, 6, 1), "adopt")
    changed(made, "c3", "tests", None, "running")
    assert needs(made) == {"silent": ((), ("bp",), None), "tested": ((), (), date(2025, 6, 1)), "wide": (("bp",), (), None)}


def test_a_team_is_silent_once_any_part_of_the_last_two_periods_is_overdue(made: Builder) -> None:
    # of the fourth quarter only October is due; one that sent September has missed one quarter, one that sent June two
    for team_id, months in {"one": "- - 240/400 - - 240/400 - - 240/400", "two": "- - 240/400 - - 240/400"}.items():
        made.team(team_id)
        made.reports(f"{team_id} black 2025-01-01 {months}\n{team_id} white 2025-01-01 {months}")
    assert needs(made) == {"two": ((), ("bp",), None)}


def test_a_gap_that_widened_until_the_reports_stopped_is_told_with_both_signs(made: Builder) -> None:
    made.team("a")
    black = " ".join(f"- - {count}/4000" for count in (2800, 2600, 2400, 2200, 2000, 1800))
    made.reports(f"a black 2024-01-01 {black}\na white 2024-01-01 " + "- - 2800/4000 " * 6)
    assert needs(made) == {"a": (("bp",), ("bp",), None)}


def test_a_team_that_left_is_named_no_more(made: Builder) -> None:
    made.team("wide", left_on=date(2025, 12, 1))
    made.reports(WIDENS.format("wide"))
    changed(made, "c1", "wide", date(2025, 6, 1), "adopt")
    assert needs(made) == {}


def test_a_hidden_verdict_names_nobody(made: Builder) -> None:
    made.team("shy", terms={"visibility": "hidden"})
    made.reports(WIDENS.format("shy"))
    assert needs(made) == {}


def test_changes_are_counted_by_what_became_of_them(made: Builder) -> None:
    made.team("a")
    made.team("b")
    changed(made, "c1", "a", date(2025, 6, 1), "adopt")
    changed(made, "c2", "a", date(2025, 7, 1), "adopt")
    changed(made, "c3", "b", date(2025, 6, 30), "abandon")
    changed(made, "c4", "b", None, "running")
    made.keep()
    assert change_counts(NETWORK_LEAD, since=date(2025, 6, 1), until=date(2025, 6, 30)) == {"abandon": 1, "adopt": 1, "running": 1}
    assert change_counts(NETWORK_LEAD, since=date(2026, 1, 1), until=date(2026, 6, 30)) == {"running": 1}
