from __future__ import annotations

import pytest
from sqlalchemy import select

from data_access.accounts import reset_links
from data_access.accounts.actor import Actor
from data_access.accounts.changes import disable
from data_access.accounts.reset_links import reset_asked, reset_link_by, reset_link_for, use_reset_link
from data_access.accounts.results import LINK_DEAD, PASSWORD_WEAK, WAIT, Account, Refused
from data_access.accounts.sessions import session_viewer
from data_access.accounts.tables import reset_link
from data_access.viewer import NETWORK_LEAD
from equity.errors import AccountRefused, NotAllowed
from tests.data_access.people import ADDRESS, ADMIN, EMAIL, NOW, People, enter, later, statements_of

NEW = "another heron by the bay"


@pytest.mark.parametrize("email", ["nobody@example.org", "not an address", "", "\x00\ud800"])
def test_asking_for_a_link_says_and_does_the_same_with_an_account_and_without(people: People, email: str) -> None:
    people.add()
    said: list[object] = []
    known, unknown = (statements_of(lambda asked=asked: said.append(reset_asked(asked, ADDRESS, NOW))) for asked in (EMAIL, email))
    assert said == [None, None] and known == unknown and len(known) > 3
    assert people.told("what", "about", "address")[-2:] == [("reset_link", "asked for", ADDRESS)] * 2


def test_a_mailbox_that_is_asked_for_too_often_waits_whether_it_has_an_account_or_not(people: People) -> None:
    people.add()
    for email in (EMAIL, "nobody@example.org"):
        answers = [reset_asked(email, f"198.51.100.{number}", NOW) for number in range(4)]
        assert answers == [None, None, None, Refused(WAIT, 300)]


def test_a_link_sets_a_password_once_and_ends_every_session(people: People) -> None:
    made = people.add()
    token = enter()
    link = reset_link_for(EMAIL.upper(), NOW)
    assert link.path == f"/new-password?token={link.token}" and link.token not in repr(link)
    found = use_reset_link(link.token, NEW, ADDRESS, later(minutes=59))
    assert isinstance(found, Account) and found.account_id == made.account_id
    assert session_viewer(token, NOW).why == "ended" and enter(password=NEW)
    assert use_reset_link(link.token, NEW, ADDRESS, later(minutes=59)) == Refused(LINK_DEAD)
    assert ("password", "set by a link", "done") in people.told("what", "about", "outcome")


@pytest.mark.parametrize(("minutes", "dead"), [(59, False), (60, True), (61, True)])
def test_a_link_holds_for_an_hour(people: People, minutes: int, dead: bool) -> None:
    people.add()
    link = reset_link_for(EMAIL, NOW)
    assert link.ends == later(minutes=60)
    found = use_reset_link(link.token, NEW, ADDRESS, later(minutes=minutes))
    assert isinstance(found, Refused) == dead


def test_a_weak_password_leaves_the_link_alive(people: People) -> None:
    people.add()
    link = reset_link_for(EMAIL, NOW)
    assert use_reset_link(link.token, "equity2025", ADDRESS, NOW).why == PASSWORD_WEAK
    assert isinstance(use_reset_link(link.token, NEW, ADDRESS, NOW), Account)


def test_a_newer_link_an_account_that_is_disabled_and_no_account(people: People) -> None:
    made = people.add()
    old, new = reset_link_for(EMAIL, NOW), reset_link_for(EMAIL, NOW)
    assert use_reset_link(old.token, NEW, ADDRESS, NOW) == Refused(LINK_DEAD)
    disable(ADMIN, made.account_id, NOW)
    assert use_reset_link(new.token, NEW, ADDRESS, NOW) == Refused(LINK_DEAD)
    assert reset_link_for(EMAIL, NOW) is reset_link_for("nobody@example.org", NOW) is reset_link_for("not an address", NOW) is None


def test_who_tries_links_that_are_none_waits(people: People) -> None:
    answers = [use_reset_link(f"guessed {number}", NEW, ADDRESS, NOW) for number in range(7)]
    assert answers == [Refused(LINK_DEAD)] * 6 + [Refused(WAIT, 15)]


def test_of_two_at_once_the_second_finds_the_link_used(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    people.add()
    link = reset_link_for(EMAIL, NOW)
    honest = reset_links.kept_password

    def overtaken(password: str, row: object) -> object:
        monkeypatch.setattr(reset_links, "kept_password", honest)
        assert isinstance(use_reset_link(link.token, NEW, ADDRESS, NOW), Account)
        return honest(password, row)

    monkeypatch.setattr(reset_links, "kept_password", overtaken)
    assert use_reset_link(link.token, "a third heron by the bay", ADDRESS, NOW) == Refused(LINK_DEAD)
    assert enter(password=NEW)


def test_an_administrator_hands_one_over(people: People) -> None:
    made = people.add(password=None)
    with pytest.raises(NotAllowed):
        reset_link_by(Actor(NETWORK_LEAD, made.account_id, ADDRESS), made.account_id, NOW)
    link = reset_link_by(ADMIN, made.account_id, NOW)
    assert use_reset_link(link.token, NEW, ADDRESS, NOW).has_password
    disable(ADMIN, made.account_id, NOW)
    with pytest.raises(AccountRefused, match="is disabled"):
        reset_link_by(ADMIN, made.account_id, NOW)
    with pytest.raises(AccountRefused, match="no such account"):
        reset_link_by(ADMIN, 999, NOW)


def test_what_is_sent_is_not_in_the_store(people: People) -> None:
    people.add()
    link = reset_link_for(EMAIL, NOW)
    with people.engine.connect() as connection:
        row = connection.execute(select(reset_link)).one()
    assert link.token not in repr(row) and len(row.token_hash) == 64
    assert link.token not in repr(people.told("about", "what"))


def test_a_second_factor_is_asked_for_after_a_new_password_too(people: People) -> None:
    made = people.add()
    people.factor(made.account_id)
    assert use_reset_link(reset_link_for(EMAIL, NOW).token, NEW, ADDRESS, NOW).has_second_factor
