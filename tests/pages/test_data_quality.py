"""Each team's grade with its reasons; the one of the team's own page."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.asking import by_id, page_of, text_of
from tests.pages.trusting import asked, rows, shown


def test_every_team_has_a_grade_with_its_reasons_by_name(client: FlaskClient) -> None:
    page = asked(client)
    graded = shown(page, "quality")
    assert [row[0] for row in graded] == sorted(row[0] for row in graded)
    stonewren = next(row for row in graded if row[0].startswith("Stonewren"))
    assert stonewren[1:] == [
        "Judge with care",
        "14.6% of patients have no recorded group. 2 of 9 due reports did not come. No report came late or in part.",
        "Ask each person, record the answer in their own words, and note where they declined. Send the missing reports, also late.",
    ]
    assert [row["check"] for row in rows(client, "quality")][:3] == ["No recorded group", "Missing reports", "Late reports"]


@pytest.mark.parametrize(("team_id", "name"), [("stonewren", "Stonewren Health Department"), ("amberford", "Amberford County Health")])
def test_a_grade_is_the_one_of_the_teams_own_page(client: FlaskClient, team_id: str, name: str) -> None:
    own = text_of(by_id(page_of(client, "", f"/teams/{team_id}"), "team-quality-grade-fact"))
    (grade,) = [row[1] for row in shown(asked(client), "quality") if row[0] == name]
    assert grade in own
