"""Counts of teams by step of the progress scale: whoever is too few to be counted is counted for the network's lead alone."""

from __future__ import annotations

from datetime import date

import pytest

from data_access import schema
from data_access.network_progress import WITHHELD, network_progress
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.data_access.builder import Builder

START, NOW = date(2025, 7, 31), date(2026, 1, 31)
READERS = [Viewer("reader"), Viewer("funder"), Viewer("coach"), Viewer("team_member", frozenset({"t0"}))]


def scored(made: Builder, scores: list[tuple[str, date, str, float]]) -> None:
    """Write scores of teams that are made where they are not there yet, and keep them."""
    for team_id in sorted({row[0] for row in scores}):
        made.team(team_id)
    rows = ({"team_id": team_id, "scored_on": day, "rater": rater, "score": score, "evidence": ""} for team_id, day, rater, score in scores)
    made.insert(schema.progress_score, *rows)
    made.keep()


def twice(many: int) -> list[tuple[str, date, str, float]]:
    """So many teams from 1 to 3.5, by their coaches."""
    return [(f"t{number}", day, "coach", score) for number in range(many) for day, score in ((START, 1.0), (NOW, 3.5))]


def test_without_any_score_nothing_is_counted_and_nothing_withheld(made):
    for viewer in (NETWORK_LEAD, *READERS):
        found = network_progress(viewer)
        assert (found.teams, sum(found.then), found.first_on, found.withheld) == (0, 0, None, False)


@pytest.mark.parametrize("viewer", READERS)
@pytest.mark.parametrize(("many", "withheld"), [(1, True), (4, True), (5, False)])
def test_fewer_than_five_teams_are_counted_for_nobody_but_the_lead(made, viewer, many, withheld):
    scored(made, twice(many))
    found = network_progress(viewer)
    assert (found.withheld, found.teams, found.up, found.first_on) == ((True, 0, 0, None) if withheld else (False, many, many, START))
    whole = network_progress(NETWORK_LEAD)
    assert (whole.withheld, whole.then[1], whole.now[6], whole.up) == (False, many, many, many)


def test_five_teams_now_of_which_four_have_a_start_are_withheld_whole(made):
    scored(made, [*twice(4), ("t4", NOW, "coach", 2.0)])
    assert network_progress(READERS[0]) is WITHHELD
    found = network_progress(NETWORK_LEAD)
    assert (found.teams, sum(found.then)) == (5, 4)


def test_teams_that_were_scored_once_have_no_start_to_be_withheld_for(made):
    scored(made, [(f"t{number}", NOW, "coach", 2.0) for number in range(5)])
    found = network_progress(READERS[0])
    assert (found.now[3], sum(found.then), found.withheld) == (5, 0, False)


def test_moves_up_down_and_none_are_counted_by_the_agreed_score_where_there_is_one(made):
    rows = [row for row in twice(5) if row[0] != "t0"]
    rows += [("t0", START, "consensus", 3.0), ("t0", NOW, "consensus", 2.0), ("t0", NOW, "self", 5.0)]
    rows = [(team_id, day, rater, 1.0 if team_id == "t1" else score) for team_id, day, rater, score in rows]
    scored(made, rows)
    found = network_progress(READERS[0])
    assert (found.up, found.same, found.down) == (3, 1, 1)
    assert (found.now[-1], found.first_on, found.latest_on) == (0, START, NOW)


def test_counts_follow_a_new_load(made):
    scored(made, twice(5))
    before = network_progress(READERS[0])
    assert network_progress(READERS[0]) is before
    scored(made, [("t5", NOW, "coach", 4.0)])
    assert (before.teams, network_progress(READERS[0]).teams) == (5, 6)
