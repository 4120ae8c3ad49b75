"""Are we building what lasts? Every framework, view and reader gets a page, whatever the network is like."""

from __future__ import annotations

import sys

import pytest
from dash import Dash
from flask.testing import FlaskClient

from data_access.viewer import NETWORK_LEAD
from tests.asking import CALLBACKS, by_id, components, found, held_in, inside, notices_of, page_of, shown_version, text_of, update_question
from tests.components.plain import text
from tests.pages.maturing import TEAM, Written, asked, badges, figure, framework, laid_out, network, part, rows, sentence, title

QUESTION = "Are we building what lasts?"
CARDS = ("levels", "beside", "radar", "heat", "raters", "progress")


def test_the_finding_stands_under_the_question(client: FlaskClient) -> None:
    page = asked(client)
    assert text_of(by_id(page, "question")) == QUESTION
    assert sentence(page) == (
        "All 15 teams moved up in at least one domain since July 2025.   In every domain the middle team is one level higher. "
        "“Leading for Sustainability” is lowest: three teams are at level 1, not yet started."
    )
    assert badges(page) == ["Framework:  Community of Solutions, version 2018", "Levels:  agreed by team and coach", "Then:  July 2025", "Now:  September 2026"]


@pytest.mark.parametrize("team", ["", TEAM])
@pytest.mark.parametrize("name", ["ihi_equity~2016", "community_solutions~2018", "rise_to_health~2023"])
def test_every_framework_has_every_card(client: FlaskClient, name: str, team: str) -> None:
    page = asked(client, framework=name, **({"team": team} if team else {}))
    assert by_id(page, "maturity-framework")["props"]["value"] == name
    assert all(title(page, card) for card in CARDS)
    assert notices_of(page) == []
    # What stands beside is another framework.
    assert title(page, "levels").split(":")[0] != title(page, "beside").split(":")[0]


def test_no_word_ranks_or_explains(client: FlaskClient) -> None:
    for name in ("ihi_equity~2016", "community_solutions~2018"):
        said = text_of(asked(client, framework=name, team=TEAM)).lower()
        assert [word for word in ("because", " rank", " best", " worst", "significant", "average") if word in said] == []


@pytest.mark.parametrize("many", [3, 8])
def test_a_framework_of_three_or_eight_domains_is_shown_as_well(written: Written, many: int) -> None:
    _, client = network(written, 5, [f"Domain {number}" for number in range(1, many + 1)])
    page = asked(client)
    assert sentence(page).startswith("All five teams moved up in at least one domain since February 2025.")
    assert len(figure(page, "radar-chart")["data"][1]["theta"]) == many + 1
    assert len(found(by_id(page, "maturity-levels-body"), scope="rowgroup")) == many
    assert len(found(by_id(page, "maturity-heat-body"), scope="col")) == many + 1


def test_a_framework_without_scores_says_so(written: Written) -> None:
    made, client = written()
    framework(made, ["Within", "Together", "Money"])
    made.team("a")
    made.keep()
    page = asked(client, team="a")
    assert sentence(page).startswith("No team has been scored yet.   Levels on Path are shown here once teams and coaches have given them.")
    assert "not scored" in text_of(by_id(page, "maturity-heat-body"))
    assert title(page, "progress") == "No team has a progress score yet"


def test_an_update_gives_what_the_page_of_the_new_address_has(app: Dash, client: FlaskClient) -> None:
    search = "?framework=ihi_equity~2016&view=both&team=copperlea"
    version = shown_version(asked(client))
    answer = client.post(CALLBACKS, json=update_question(app, search, version=version, path="/maturity", page="maturity"))
    assert answer.status_code == 200
    parts, page = answer.json["response"], page_of(client, search, "/maturity")
    assert parts["maturity-radar-chart"]["figure"] == figure(page, "radar-chart")
    for name in ("maturity-sentence", "maturity-heat-body", "maturity-levels-body", "maturity-raters-foot", "maturity-progress-team"):
        assert held_in(parts[name]) == inside(by_id(page, name))


def test_no_id_stands_twice_and_every_output_has_its_place(client: FlaskClient) -> None:
    for page in (asked(client), asked(client, team=TEAM, view="both", framework="rise_to_health~2023")):
        ids = [str(one["props"]["id"]) for one in components(page) if "id" in one["props"]]
        assert sorted(ids) == sorted(set(ids))
        outputs = sys.modules["pages.maturity"].OUTPUTS
        assert [output.component_id for output in outputs if output.component_id not in ids] == []


def test_files_hold_what_the_cards_show(client: FlaskClient) -> None:
    levels = rows(client, "levels")
    assert len(levels) == 25
    money = [row for row in levels if row["domain"] == "Leading for Sustainability"]
    # 3 teams not yet started, 8 beginning, 4 developing
    assert [row["teams_now"] for row in money] == ["3", "8", "4", "0", "0"]
    assert (money[0]["wording"], money[0]["data"]) == ("The work ends when the grant ends.", "synthetic demonstration data")
    radar = rows(client, "radar", team=TEAM)
    assert (radar[0]["median_then"], radar[0]["median_now"], radar[0]["my_team"]) == ("2", "3", "Copperlea Hospital")
    heat = rows(client, "heat")
    assert (len(heat), heat[0]["team"], heat[0]["level_then"], heat[0]["level_now"], heat[0]["up_without_evidence"]) == (
        75,
        "Amberford County Health",
        "2",
        "3",
        "no",
    )
    raters = rows(client, "raters", team=TEAM)
    assert [(row["teams_apart"], row["teams_with_two_raters"]) for row in raters][3] == ("5", "15")
    assert (raters[3]["self"], raters[3]["coach"], raters[3]["agreed"], raters[3]["raters"]) == ("4", "2", "3", "2")
    progress = rows(client, "progress", team=TEAM)
    assert [row["teams_now"] for row in progress[:10]] == ["0", "0", "0", "2", "3", "2", "5", "2", "1", "0"]
    assert progress[-1]["who"] == "Copperlea Hospital"


def test_the_lead_is_the_reader_of_a_demonstration(client: FlaskClient) -> None:
    assert text(part(laid_out(client, NETWORK_LEAD), "maturity-sentence")).replace("  ", " ").split() == sentence(asked(client)).split()
