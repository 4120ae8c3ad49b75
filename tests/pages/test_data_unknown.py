"""People in no group: the network's run chart and the reader's own team's."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.asking import by_id, text_of
from tests.pages.trusting import TEAM, Written, asked, rows, sentence


def test_the_unknown_share_is_drawn_for_the_network_and_for_my_team(client: FlaskClient) -> None:
    page = asked(client, team=TEAM)
    for name in ("network", "team"):
        figure = by_id(page, f"data-unknown-{name}-chart")["props"]["figure"]
        assert len(figure["data"][0]["y"]) == 9
    assert text_of(by_id(page, "data-unknown-team")).startswith("Hazelmoor Clinics In Q1 2026, 7% of patients had no recorded group")
    said = text_of(by_id(page, "data-unknown-said"))
    assert "Hazelmoor Clinics: In Q1 2026" in said
    assert "the run rules need ten: four more quarters to go." in said
    listed = rows(client, "unknown", team=TEAM)
    assert [(row["team"], row["unknown"], row["people"], row["people_size"], row["percent"]) for row in listed][0] == (
        "Network",
        "",
        "",
        "50000 to 99999",
        "15.1",
    )
    assert listed[-1]["team"] == "Hazelmoor Clinics"


def test_without_a_team_the_second_chart_asks_for_one(client: FlaskClient) -> None:
    figure = by_id(asked(client), "data-unknown-team-chart")["props"]["figure"]
    assert figure["layout"]["annotations"][0]["text"] == "Choose your team above to see its own share."


def test_a_team_that_does_not_work_on_the_measure_has_no_share(client: FlaskClient) -> None:
    page = asked(client, measure="severe_morbidity", team="amberford")
    figure = by_id(page, "data-unknown-team-chart")["props"]["figure"]
    assert figure["layout"]["annotations"][0]["text"] == "This team does not work on the measure."


def test_a_stratifier_without_an_unknown_group_tells_nothing(written: Written) -> None:
    made, client = written(groups={"black": "group", "white": "group"})
    made.team("a")
    made.reports("a black 2025-01-01 200/400")
    made.keep()
    page = asked(client, team="a")
    assert "These files have no group for people whose group is unknown or declined." in sentence(page)
    assert text_of(by_id(page, "data-unknown-team")) == "Team a"
