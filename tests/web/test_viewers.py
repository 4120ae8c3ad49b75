"""Two people at the same time: each is answered as themselves, whatever the other asked just before."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice

import pytest
from dash import Dash

from tests.asking import CALLBACKS, ReaderClient, page_question
from tests.web.people import People

PEOPLE = (("team_member", "hazelmoor"), ("team_member", "amberford"), ("coach", "hazelmoor"), ("funder",), ("network_lead",))
TEAMS = ("hazelmoor", "amberford")
CARDS = ("maturity", "progress", "quality")


def files() -> Iterator[str]:
    return (f"/csv/team/{card}?team_id={team}" for team in TEAMS for card in CARDS)


def test_no_answer_is_another_persons_however_they_are_mixed(people: People) -> None:
    browsers = [people.signed_in(*person) for person in PEOPLE]
    alone = {(number, path): browser.get(path).data for number, browser in enumerate(browsers) for path in files()}
    assert len({alone[number, path] for number in range(len(PEOPLE)) for path in ("/csv/team/maturity?team_id=hazelmoor",)}) > 1

    def asked(number: int) -> list[bool]:
        return [browsers[number].get(path).data == alone[number, path] for path in islice(cycle(files()), 60)]

    with ThreadPoolExecutor(len(PEOPLE)) as pool:
        assert all(all(same) for same in pool.map(asked, range(len(PEOPLE))))


def changed_by(browser: ReaderClient, path: str, **headers: str) -> bool:
    """Whether this answer is another one with these headers."""
    return browser.get(path).data != browser.get(path, headers=headers).data


@pytest.mark.parametrize("header", ["X-Forwarded-User", "Remote-User", "X-Role", "X-Forwarded-For"])
def test_nobody_becomes_somebody_else_by_a_header(people: People, header: str) -> None:
    assert not changed_by(people.signed_in("funder"), "/csv/team/maturity?team_id=hazelmoor", **{header: "network_lead"})


def test_a_team_in_the_address_makes_nobody_its_member(people: People, app: Dash) -> None:
    browser = people.signed_in("team_member", "amberford")
    plain = browser.post(CALLBACKS, json=page_question("/teams/hazelmoor")).json
    claimed = browser.post(CALLBACKS, json=page_question("/teams/hazelmoor", "?team_ids=hazelmoor&role=network_lead")).json
    assert claimed == plain
    files = [browser.get(f"/csv/team/maturity?team_id=hazelmoor&{more}").data for more in ("", "team_ids=hazelmoor", "role=network_lead", "viewer=hazelmoor")]
    assert len(set(files)) == 1
