"""A team's aim: as it was registered, with every later edit."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from data_access import schema
from data_access.team_aim import AimEdit, TeamAim, team_aim
from data_access.viewer import NETWORK_LEAD

TERMS = {"aim": 6.0, "aim_on": date(2026, 12, 31), "registered_on": date(2025, 7, 1)}
KEY = json.dumps({"team_id": "a", "measure_id": "bp"})


def edited(made, load_id: int, aim: float | None, aim_on: str | None, **rest: object) -> None:
    """A load on this day of January 2026 put another row in the place of this one."""
    made.load(load_id, loaded_at=datetime(2026, 1, load_id, 9, tzinfo=UTC))
    old = json.dumps({"aim": aim, "aim_on": aim_on, **rest})
    made.insert(schema.definition_history, {"load_id": load_id, "step": 1, "table_name": "team_measure", "row_key": KEY, "old_row": old})


def test_an_aim_that_was_never_changed(made):
    made.team("a", terms=TERMS)
    assert team_aim(NETWORK_LEAD, "a", "bp") == TeamAim(6.0, date(2026, 12, 31), date(2025, 7, 1))


@pytest.mark.parametrize(("team_id", "measure_id"), [("a", "bp"), ("a", "other"), ("nobody", "bp")])
def test_a_team_without_an_aim_has_none(made, team_id, measure_id):
    made.team("a")
    assert team_aim(NETWORK_LEAD, team_id, measure_id) is None


def test_every_edit_is_kept_with_its_day(made):
    made.team("a", terms=TERMS)
    edited(made, 2, None, None)
    edited(made, 3, 8.0, "2026-06-30")
    assert team_aim(NETWORK_LEAD, "a", "bp").edits == (AimEdit(None, None, date(2026, 1, 2)), AimEdit(8.0, date(2026, 6, 30), date(2026, 1, 3)))


def test_an_edit_of_something_else_is_none_of_the_aim(made):
    made.team("a", terms=TERMS)
    edited(made, 2, 8.0, "2026-06-30", baseline_from=None)
    edited(made, 3, 6.0, "2026-12-31", baseline_from="2024-07-01")
    # The second load changed the baseline alone.
    assert team_aim(NETWORK_LEAD, "a", "bp").edits == (AimEdit(8.0, date(2026, 6, 30), date(2026, 1, 2)),)


def test_other_teams_edits_are_not_taken_for_this_ones(made):
    made.team("a", terms=TERMS)
    made.team("b", terms=TERMS)
    edited(made, 2, 8.0, None)
    assert team_aim(NETWORK_LEAD, "b", "bp").edits == ()
