"""The calendar of stages: all teams counted, and a row for each."""

from __future__ import annotations

from datetime import date

from flask.testing import FlaskClient

from data_access import schema
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.sentences.practices_page import UNNAMED
from tests.asking import components
from tests.components.plain import text
from tests.pages.practising import MEMBER, READER, asked, card_for, rows, rows_for, shown, tell, title
from tests.pages.trusting import Written

LATER = date(2025, 10, 1)


def test_all_practices_together_are_counted_by_team_and_quarter(client: FlaskClient) -> None:
    found = shown(asked(client), "calendar")
    assert found[6] == ["All teams: Stratify every measure", *(f"{seen} {words} of 15 teams" for seen, words in zip(USED_SEEN, USED_READ, strict=True))]
    assert found[7][0] == "Amberford County Health"
    assert found[7][-1] == "4/7 4 of 7 in use"
    assert len(found) == 7 + 15


USED_SEEN, USED_READ = ("2/15", "5/15", "8/15", "9/15", "13/15"), ("two", "five", "eight", "nine", "13")


def test_of_one_practice_each_team_has_its_stage_and_each_stage_its_teams(client: FlaskClient) -> None:
    page = asked(client, practice="stratify")
    assert title(page, "calendar") == "13 of 15 teams use “Stratify every measure” in Q3 2026"
    found = shown(page, "calendar")
    assert [row[0] for row in found[:5]] == [f"All teams: {words}" for words in ("not in use", "planned", "being tested", "in use", "part of daily work")]
    assert [row[-1].split()[0] for row in found[:5]] == ["0", "0", "2", "8", "5"]
    stages = [row[-1] for row in found[5:]]
    assert [stages.count(words) for words in ("being tested", "in use", "part of daily work")] == [2, 8, 5]


def test_a_reader_and_a_member_see_every_team_as_the_lead_does(client: FlaskClient) -> None:
    for query in ({}, {"practice": "stratify"}):
        every = rows_for(client, NETWORK_LEAD, "calendar", **query)
        assert rows_for(client, READER, "calendar", **query) == every == rows_for(client, MEMBER, "calendar", **query)
        assert UNNAMED not in text(card_for(client, READER, "calendar", **query))


def test_the_file_has_every_stage_and_every_count(client: FlaskClient) -> None:
    found = rows(client, "calendar", practice="stratify")
    assert sum(1 for row in found if row["team_id"]) == 15 * 5
    assert sum(int(row["teams"]) for row in found if row["team"] == "all teams" and row["period"] == "Q3 2026") == 15


def small(written: Written) -> FlaskClient:
    """Six teams told of listening in the third quarter, in a word of their own; one, Team a, also in the fourth."""
    made, client = written()
    made.insert(schema.practice, {"practice_id": "listen", "name": "Listen"}, {"practice_id": "pay", "name": "Pay", "wording": "People are paid."})
    for team_id in "abcdef":
        made.team(team_id)
        tell(made, team_id, "on_trial")
    tell(made, "a", "in_use", day=LATER)
    made.keep()
    return client


def test_what_was_not_told_and_a_network_s_own_stage_have_their_words(written: Written) -> None:
    client = small(written)
    page = asked(client, practice="listen")
    found = {row[0]: row[1:] for row in shown(page, "calendar")}
    assert found["All teams: on trial"] == ["6 six of six teams", "0 none of one team"]
    assert (found["Team a"], found["Team b"]) == (["on trial", "in use"], ["on trial", "not reported"])
    assert title(asked(client, practice="pay"), "calendar") == "No team told of “Pay” for Q4 2025"
    assert {row[0]: row[1:] for row in shown(asked(client), "calendar")}["Team b"] == ["0/1 0 of 1 in use", "not reported"]


def test_one_team_alone_is_counted_for_others_too_as_its_own_page_tells_it(written: Written) -> None:
    client = small(written)
    found = {row[0]: row[1:] for row in rows_for(client, READER, "calendar", practice="listen")}
    assert found["All teams: on trial"] == ["6six of six teams", "0none of one team"] and "Team a" in found


def test_a_team_that_hides_every_measure_has_a_row_for_those_who_see_it_alone(written: Written) -> None:
    made, client = written()
    made.insert(schema.practice, {"practice_id": "listen", "name": "Listen"})
    for team_id, visibility in {"a": "hidden", "b": "network"}.items():
        made.team(team_id, terms={"visibility": visibility})
        tell(made, team_id, "in_use")
    made.keep()
    reader = {row[0]: row[1:] for row in rows_for(client, READER, "calendar", practice="listen")}
    assert "Team a" not in reader and "Team b" in reader and reader["All teams: in use"] == ["1one of one team"]
    assert UNNAMED in text(card_for(client, READER, "calendar", practice="listen"))
    member = Viewer("team_member", frozenset({"a"}))
    for viewer in (NETWORK_LEAD, member):
        assert "Team a" in {row[0] for row in rows_for(client, viewer, "calendar", practice="listen")}


def test_a_large_network_turns_pages_of_teams_beside_those_of_the_ledger(written: Written) -> None:
    made, client = written()
    made.insert(schema.practice, {"practice_id": "listen", "name": "Listen"})
    for number in range(61):
        made.team(f"t{number:02}")
    for number in range(61):
        tell(made, f"t{number:02}", "in_use")
    made.keep()
    first, last = asked(client, practice="listen"), asked(client, practice="listen", calendar="4")
    assert [row[0] for row in shown(first, "calendar")[5:]] == [f"Team t{number:02}" for number in range(20)]
    assert [row[0] for row in shown(last, "calendar")[5:]] == ["Team t60"]
    turned = [one["props"]["href"] for one in components(last) if one["props"].get("data-turn") == "true"]
    assert [address.partition("calendar=")[2] for address in turned] == ["3#practices-calendar"]
    assert "calendar=2" in next(one["props"]["href"] for one in components(first) if one["props"].get("data-turn") == "true")
    coach = Viewer("coach", coached=frozenset(f"t{number:02}" for number in range(61)))
    assert [row[0] for row in rows_for(client, coach, "calendar", practice="listen", calendar="4")[5:]] == ["Team t60"]
    assert len(rows_for(client, NETWORK_LEAD, "calendar", practice="listen")) == 5 + 20
