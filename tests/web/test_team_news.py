"""What is new since the last visit, on the page of a team's own member and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from data_access import schema
from data_access.accounts.tables import account
from data_access.store import keeping_accounts
from tests.asking import ReaderClient, found, page_of, text_of
from tests.web.people import People, enter

HERS, OTHER = "/teams/hazelmoor", "/teams/amberford"


def visited(people: People, days_ago: float | None, role: str = "team_member", *team_ids: str) -> ReaderClient:
    """The browser of a person who was here so many days ago, and is signed in again."""
    person = people.add(role, *team_ids)
    with keeping_accounts() as connection:
        before = None if days_ago is None else datetime.now(UTC) - timedelta(days=days_ago)
        connection.execute(account.update().where(account.c.account_id == person.account_id).values(last_sign_in=before))
    browser = people.browser()
    assert enter(browser, person.email).status_code == 200
    return browser


def news_on(browser: ReaderClient, path: str) -> str:
    return " ".join(text_of(one) for one in found(page_of(browser, path=path), **{"aria-labelledby": "team-news-title"}))


def test_a_member_reads_what_came_since_with_links_to_cards_that_are_there(people: People) -> None:
    browser = visited(people, 400, "team_member", "hazelmoor")
    said = news_on(browser, HERS)
    assert "New since your last visit on" in said and "New numbers on" in said
    page = page_of(browser, path=HERS)
    (card,) = found(page, **{"aria-labelledby": "team-news-title"})
    links = {link["props"]["href"] for link in found(card) if link["type"] == "A"}
    ids = {f"#{one['props'].get('id')}" for one in found(page)}
    assert links and links <= ids


def test_where_nothing_came_since_it_says_so_and_what_is_due(people: People) -> None:
    with keeping_accounts() as connection:
        connection.execute(schema.load.update().values(loaded_at=datetime(2026, 1, 1, tzinfo=UTC)))
    assert "Nothing was loaded about your team since." in news_on(visited(people, 0.6, "team_member", "hazelmoor"), HERS)


@pytest.mark.parametrize(("days_ago", "role", "teams", "path"), [
    (None, "team_member", ("hazelmoor",), HERS),
    (0.1, "team_member", ("hazelmoor",), HERS),
    (400, "team_member", ("hazelmoor",), OTHER),
    (400, "coach", ("hazelmoor",), HERS),
    (400, "network_lead", (), HERS),
])  # fmt: skip
def test_without_an_earlier_visit_and_on_other_pages_there_is_none(people: People, days_ago: float, role: str, teams: tuple[str, ...], path: str) -> None:
    assert news_on(visited(people, days_ago, role, *teams), path) == ""


def test_two_members_with_other_visits_read_each_their_own(people: People) -> None:
    first = visited(people, 400, "team_member", "hazelmoor")
    second = people.browser()
    person = people.add("team_member", "hazelmoor", email="second@example.org")
    enter(second, person.email)
    assert news_on(first, HERS) != "" == news_on(second, HERS)
    assert news_on(first, HERS) != ""
