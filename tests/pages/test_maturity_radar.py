"""The radar: the network, a team, or both; never alone, and with the words of every level."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.asking import by_id, components, notices_of, text_of
from tests.pages.maturing import TEAM, Written, asked, figure, network, options, title


@pytest.mark.parametrize(
    ("view", "series", "heading"),
    [
        ("network", ["Then", "Now"], "The middle team moved up on five of five domains; “Leading for Sustainability” is lowest"),
        ("team", ["Then", "Now"], "Copperlea Hospital: up in five of five domains"),
        ("both", ["Network", "Copperlea Hospital"], "Copperlea Hospital beside the middle team: higher in one and level in four of five domains"),
    ],
)
def test_the_radar_shows_network_team_or_one_beside_the_other(client: FlaskClient, view: str, series: list[str], heading: str) -> None:
    page = asked(client, team=TEAM, view=view)
    assert [trace["name"] for trace in figure(page, "radar-chart")["data"]] == series
    assert title(page, "radar") == heading
    # The radar is never alone: dumbbells draw the same levels.
    levels = [trace["x"] for trace in figure(page, "radar-rows")["data"] if trace["mode"] == "markers"]
    assert len(levels) == 10


def test_without_a_team_of_ones_own_the_radar_shows_the_network(client: FlaskClient) -> None:
    page = asked(client, view="both")
    assert (options(page, "view"), by_id(page, "maturity-view")["props"]["value"], notices_of(page)) == (["network"], "network", [])
    assert options(asked(client, team=TEAM), "view") == ["network", "team", "both"]


def test_every_levels_words_are_reached_by_a_click(client: FlaskClient) -> None:
    body = by_id(asked(client, team=TEAM), "maturity-radar-body")
    summaries = [text_of(one) for one in components(body) if one["type"] == "Summary"]
    assert summaries[:2] == ["Wording of every level", "Leading from Within"]
    assert len([one for one in components(body) if one["type"] == "Dd"]) == 25
    assert "The work ends when the grant ends." in text_of(body)
    assert "Copperlea Hospital now" in text_of(body)


def test_two_domains_have_dumbbells_and_no_radar(written: Written) -> None:
    _, client = network(written, 5, ["Within", "Together"], levels=3)
    page = asked(client)
    assert figure(page, "radar-chart")["data"] == []
    assert "three scored domains" in str(figure(page, "radar-chart"))
    assert len(figure(page, "radar-rows")["data"]) == 6
