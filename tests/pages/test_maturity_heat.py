"""The heat map: names to the lead, the reader's own team marked, codes to all others, page by page where teams are many."""

from __future__ import annotations

import sys

import pytest
from flask.testing import FlaskClient

from data_access.viewer import Viewer
from tests.asking import by_id, components, found, text_of
from tests.components.plain import every, text
from tests.pages.maturing import READER, TEAM, Written, asked, badges, laid_out, network, part, rows


def test_the_map_names_all_teams_to_the_lead_and_marks_the_readers_own(client: FlaskClient) -> None:
    body = by_id(asked(client, team=TEAM), "maturity-heat-body")
    names = [text_of(one) for one in found(body, scope="row")]
    assert (len(names), names[0], names[2].split()) == (15, "Amberford County Health", ["Copperlea", "Hospital", "(my", "team)"])
    assert len([one for one in components(body) if one["props"].get("className") == "mine"]) == 1
    assert "Eleven of 60 moves up have no evidence on file" in text_of(body)


def test_a_reader_sees_codes_and_no_name_anywhere(client: FlaskClient) -> None:
    names = [text_of(one) for one in found(by_id(asked(client), "maturity-heat-body"), scope="row")]
    page = laid_out(client, READER)
    said = text(page)
    # Neither in words nor in an address, a figure, or what is told to screen readers.
    assert [name for name in names if name in str(page.to_plotly_json())] == []
    codes = [text(row) for row in every(part(page, "maturity-heat-body"), "Th")[6:]]
    assert (len(codes), {code[:5] for code in codes}, codes) == (15, {"Team "}, sorted(codes))
    assert "the other teams have a code" in said


@pytest.mark.parametrize("card", ["levels", "radar", "heat", "raters", "progress"])
def test_no_file_names_a_team_to_a_reader(client: FlaskClient, card: str) -> None:
    names = {row["team"] for row in rows(client, "heat")}
    listing = sys.modules["pages.maturity"].FILES[card](READER, {})
    assert len(names) == 15
    assert names & {value for row in listing.rows for value in row} == set()


def test_a_reader_who_follows_a_team_learns_nothing_of_it(client: FlaskClient) -> None:
    page = laid_out(client, READER, team=TEAM, view="team")
    assert part(page, "maturity-view").value == "network"
    assert "Single scores are for the team's members and the network's lead." in str(part(page, "maturity-progress-chart").figure)
    assert "Copperlea" not in text(part(page, "maturity-heat-body"))
    assert "Copperlea" not in text(part(page, "maturity-raters-body"))


def test_a_member_sees_its_own_team_by_name_and_the_others_by_code(client: FlaskClient) -> None:
    page = laid_out(client, Viewer("team_member", frozenset({TEAM})), team=TEAM, view="team")
    named = [text(row) for row in every(part(page, "maturity-heat-body"), "Th")[6:]]
    assert (named[0], {name[:5] for name in named[1:]}) == ("Copperlea Hospital (my team)", {"Team "})
    assert "Copperlea Hospital: up in five of five domains" in text(page)
    assert "Which teams" in text(part(page, "maturity-raters-body"))


def test_a_large_network_counts_in_bars_and_comes_page_by_page(written: Written) -> None:
    _, client = network(written, 61, ["Within", "Together", "Money"])
    page = asked(client, page="2")
    assert "Bars count teams." in text_of(by_id(page, "maturity-levels-head"))
    body = by_id(page, "maturity-heat-body")
    assert "61 teams, page 2 of 3" in text_of(body)
    assert len(found(body, scope="row")) == 30
    nobody = asked(client, find="zzz")
    assert "No team of that name." in text_of(by_id(nobody, "maturity-heat-body"))
    assert "“zzz”" in " ".join(badges(nobody))
