"""Among which teams a reader may choose the own one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.asking import found
from web import my_team


def bar_select(client: FlaskClient) -> list[dict]:
    return found(client.get("/_dash-layout").json, id="my-team")


def test_every_team_of_a_small_network_can_be_chosen_by_name(client: FlaskClient) -> None:
    (select,) = bar_select(client)
    names = [option["label"] for option in select["props"]["options"]]
    assert names[0] == "My team: none"
    assert names[1:] == sorted(names[1:], key=str.lower)
    assert len(names) == 16


def test_more_teams_than_a_list_holds_are_not_listed(app: Dash, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(my_team, "MOST_LISTED", 14)
    assert bar_select(client) == []
    links = [link["props"]["children"] for link in found(client.get("/_dash-layout").json, href="/teams")]
    assert "Choose my team" in links


def test_without_a_store_the_bar_stands_without_teams(asking: FlaskClient, put_back: Callable[[], None], place: Path) -> None:
    assert bar_select(asking) == []
    put_back()
    assert len(bar_select(asking)) == 1


def test_who_may_see_no_data_sees_no_team(production: FlaskClient) -> None:
    assert bar_select(production) == []
