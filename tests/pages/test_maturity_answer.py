"""The Maturity page's question: a framework by its key or its id alone, what is no choice, what holds by default, what stands beside."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.asking import by_id, found, notices_of, text_of
from tests.pages.maturing import DOUBLED, TEAM, Written, asked, badges, figure, framework, network, sentence


def test_the_framework_is_said_by_its_select_until_the_reader_chose_another(client: FlaskClient) -> None:
    def doubled(page: dict) -> list[str]:
        return [text_of(one) for one in found(by_id(page, "maturity-badges"), className=DOUBLED)]

    assert doubled(asked(client)) == ["Framework:  Community of Solutions, version 2018"]
    chosen = asked(client, framework="ihi_equity~2016")
    assert doubled(chosen) == []
    assert badges(chosen)[0].startswith("Framework:  IHI Framework for Achieving Health Equity, version 2016")


def test_a_framework_named_by_its_id_alone_is_its_latest_version(client: FlaskClient) -> None:
    page = asked(client, framework="ihi_equity")
    assert by_id(page, "maturity-framework")["props"]["value"] == "ihi_equity~2016"
    assert notices_of(page) == []


@pytest.mark.parametrize("value", ["nonsense", "path~2", "<script>", "' OR 1=1; --"])
@pytest.mark.parametrize("name", ["framework", "view"])
def test_a_value_that_is_no_choice_gets_a_notice(client: FlaskClient, name: str, value: str) -> None:
    page = asked(client, **{name: value})
    (said,) = notices_of(page)
    assert f"The link asks for {name}" in said
    assert by_id(page, f"maturity-{name}")["props"]["value"] == {"framework": "community_solutions~2018", "view": "network"}[name]


@pytest.mark.parametrize("value", ["0", "2", "x"])
def test_a_page_that_is_not_there_gets_a_notice_and_all_teams(client: FlaskClient, value: str) -> None:
    page = asked(client, page=value)
    assert len(notices_of(page)) == 1
    assert len(found(by_id(page, "maturity-heat-body"), scope="row")) == 15


def test_what_holds_by_default_is_not_said_in_the_address(client: FlaskClient) -> None:
    page = asked(client, framework="community_solutions~2018", view="network")
    assert found(by_id(page, "maturity-badges"), className="reset") == []
    chosen = asked(client, framework="ihi_equity~2016", view="both", team=TEAM)
    undone = [one["props"]["href"] for one in found(by_id(chosen, "maturity-badges"), className="remove")]
    assert [("framework" in href, "view" in href) for href in undone] == [(False, True), (True, False)]


def test_two_versions_of_a_framework_are_told_apart(written: Written) -> None:
    made, client = network(written, 5, ["Within", "Together", "Money"])
    framework(made, ["Within", "Outside", "Money"], version="2")
    made.keep()
    page = asked(client, framework="path")
    labels = [option["label"] for option in by_id(page, "maturity-framework")["props"]["options"]]
    assert labels == ["Path, version 1", "Path, version 2"]
    assert by_id(page, "maturity-framework")["props"]["value"] == "path~2"
    assert sentence(page).startswith("No team has been scored yet.")
    assert len(figure(page, "radar-chart")["data"]) == 0


def test_a_framework_of_the_longest_ids_is_found_by_its_key(written: Written) -> None:
    made, client = network(written, 5, ["Within", "Together", "Money"])
    longest = "w" * 63
    for last in "ab":
        framework(made, ["Within", "Outside"], framework_id=longest + last, version=longest + "1")
    made.keep()
    for last in "ab":
        key = f"{longest}{last}~{longest}1"
        page = asked(client, framework=key)
        assert by_id(page, "maturity-framework")["props"]["value"] == key
        assert notices_of(page) == []
