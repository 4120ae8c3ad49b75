"""Who has reported: the calendar, what all teams come to, its key and its file."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.asking import by_id, components, found, text_of
from tests.pages.trusting import TEAM, asked, badges, rows, shown, title


def test_the_calendar_has_a_row_a_team_by_name_under_what_all_come_to(client: FlaskClient) -> None:
    everybody, *teams = shown(asked(client), "calendar")
    assert everybody[0] == "All teams: came"
    assert everybody[-2:] == ["14/15 14 of 15 came", "– none due"]
    names = [row[0] for row in teams]
    assert (len(names), names) == (15, sorted(names, key=str.lower))
    assert next(row for row in teams if row[0].startswith("Stonewren"))[-3:] == ["not reported", "not reported", "not due"]
    assert next(row for row in teams if row[0].startswith("Dunmarrow"))[-3] == "in part"


def test_a_teams_row_leads_to_its_page_and_the_readers_own_is_marked(client: FlaskClient) -> None:
    card = by_id(asked(client, team=TEAM), "data-calendar")
    (mine,) = [one for one in components(card) if one["props"].get("className") == "mine"]
    assert text_of(mine).startswith("Hazelmoor Clinics")
    links = [one["props"]["href"] for one in components(card) if one["type"] == "A"]
    assert f"/teams/{TEAM}?measure=bp_control&team={TEAM}" in links


def test_the_key_has_a_mark_and_a_word_for_every_state(client: FlaskClient) -> None:
    (key,) = found(by_id(asked(client), "data-calendar"), className="key")
    words = ["on time", "late", "in part", "reported, day not known", "not due", "not reported", "hidden", "does not apply"]
    assert [text_of(one).strip() for one in key["props"]["children"]] == words


def test_the_calendar_of_one_measure_has_the_teams_that_work_on_it(client: FlaskClient) -> None:
    page = asked(client, view="measure", measure="severe_morbidity")
    assert title(page, "calendar") == "All six teams reported for Q3 2026"
    came, in_time, *teams = shown(page, "calendar")
    assert len(teams) == 6
    # Of the quarters of the first load no day is known; of the last one it is.
    assert in_time[0] == "All teams: on time"
    assert in_time[-3:] == ["? days not known", "6/6 6 of 6 came on time", "– none due"]
    assert "Calendar and notes:  The chosen measure" in " ".join(badges(page))


def test_the_files_say_what_the_cards_show(client: FlaskClient) -> None:
    told = [row["report"] for row in rows(client, "calendar") if row["team_id"]]
    assert told == [cell for row in shown(asked(client), "calendar")[1:] for cell in row[1:]]
    together = [row for row in rows(client, "calendar") if not row["team_id"]]
    assert (together[-2]["due"], together[-2]["came"], together[-2]["on_time"]) == ("15", "14", "")
    assert {row["data"] for row in rows(client, "calendar")} == {"synthetic demonstration data"}
