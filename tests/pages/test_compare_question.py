"""Which teams a reader compares, in which order: whatever the address says."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.asking import by_id, notices_of, text_of
from tests.pages.comparing import Written, asked, badges, is_drawn, names, options, sentence, table_rows, write_teams


def test_my_peers_and_pins_alone_may_be_shown(client: FlaskClient) -> None:
    page = asked(client, team="hazelmoor", peers=["dunmarrow", "oxmeadow"], view="peers")
    assert {"Hazelmoor Clinics", "Dunmarrow Hospital", "Oxmeadow Health Center"} <= set(names(page))
    assert len(names(page)) < 15
    assert any("my peers and pins" in badge for badge in badges(page))
    assert any("Dunmarrow Hospital, Oxmeadow Health Center" in badge for badge in badges(page))
    assert "peers" in options(page, "view")


def test_without_peers_there_is_no_such_choice(client: FlaskClient) -> None:
    page = asked(client, view="peers")
    assert options(page, "view") == [""]
    assert len(notices_of(page)) == 1
    assert len(names(page)) == 15


def test_oneself_is_no_peer(client: FlaskClient) -> None:
    page = asked(client, team="hazelmoor", peers="hazelmoor")
    assert "Pinned" not in text_of(by_id(page, "compare-peers-head"))
    assert notices_of(page) == []


@pytest.mark.parametrize(
    ("name", "value"), [("peers", "nobody"), ("order", "gap"), ("order", "worst"), ("view", "nonsense"), ("team", "nobody"), ("page", "7"), ("reference", "x")]
)
def test_a_value_that_is_no_choice_gets_a_notice(client: FlaskClient, name: str, value: str) -> None:
    page = asked(client, **{name: value})
    assert len(notices_of(page)) == 1
    assert sentence(page)
    assert len(names(page)) == 15


@pytest.mark.parametrize("reference", ["others", "overall", "best", "largest", "white"])
def test_every_reference_gives_a_page(client: FlaskClient, reference: str) -> None:
    page = asked(client, reference=reference, team="hazelmoor")
    assert notices_of(page) == []
    assert is_drawn(page, "dots")


def test_a_reference_that_there_is_not_falls_back_with_a_notice(written: Written) -> None:
    made, client = written()
    write_teams(made, 4, reporting=0)
    page = asked(client, reference="best")
    assert len(notices_of(page)) == 1
    assert by_id(page, "compare-reference")["props"]["value"] == "overall"


def test_more_than_three_hundred_teams_are_compared_page_by_page(written: Written) -> None:
    made, client = written()
    write_teams(made, 305, reporting=60)
    page = asked(client, team="t030")
    assert "305 teams, page 1 of 13" in text_of(by_id(page, "compare-dots-pager"))
    # My team stands before the page's own.
    assert names(page)[:2] == ["Team 030", "Team 000"] and len(names(page)) == 25
    assert options(page, "order") == ["", "setting"]
    assert names(asked(client, page=2))[0] == "Team 024"
    assert names(asked(client, team="t001"))[:2] == ["Team 000", "Team 001"]
    assert len(notices_of(asked(client, order="size"))) == 1
    assert {cells[2] for cells in table_rows(asked(client, order="setting"))} == {"rural"}


@pytest.mark.parametrize(("reference", "label"), [("largest", "each team's largest group"), ("best", "each team's best-off group")])
def test_a_reference_that_may_differ_from_team_to_team_names_no_group(client: FlaskClient, reference: str, label: str) -> None:
    assert any(label in text for text in badges(asked(client, reference=reference)))
    assert label in client.get(f"/csv/compare/table?reference={reference}").text
