from __future__ import annotations

import pytest
from sqlalchemy import insert

from data_access import schema
from data_access.accounts.entry import Caller
from data_access.accounts.passwords import change_password
from data_access.accounts.reset_links import reset_link_for, use_reset_link
from data_access.accounts.results import LINK_DEAD, PASSWORD_WEAK, WAIT, WRONG, Account, Refused
from data_access.accounts.sessions import session_viewer
from tests.data_access.builder import NETWORK
from tests.data_access.people import ADDRESS, EMAIL, NOW, PASSWORD, People, enter

NEW = "another heron by the bay"


def test_a_new_password_ends_every_other_session_and_every_link(people: People) -> None:
    made = people.add()
    here, there = enter(), enter()
    link = reset_link_for(EMAIL, NOW)
    assert isinstance(change_password(made.account_id, PASSWORD, NEW, ADDRESS, NOW, keep=here), Account)
    assert [getattr(session_viewer(token, NOW), "why", "") for token in (here, there)] == ["", "ended"]
    assert use_reset_link(link.token, "a third heron by the bay", ADDRESS, NOW) == Refused(LINK_DEAD)
    assert enter(password=NEW)
    assert ("password", "changed", "done") in people.told("what", "about", "outcome")


def test_without_one_to_keep_every_session_ends(people: People) -> None:
    made = people.add()
    token = enter()
    change_password(made.account_id, PASSWORD, NEW, ADDRESS, NOW)
    assert session_viewer(token, NOW).why == "ended"


def test_the_old_password_is_asked_for_and_wrong_ones_count(people: People) -> None:
    made = people.add()
    answers = [change_password(made.account_id, "wrong", NEW, ADDRESS, NOW) for _ in range(7)]
    assert answers == [Refused(WRONG)] * 6 + [Refused(WAIT, 15)]
    assert enter(caller=Caller("198.51.100.7"))
    assert ("password", "wrong", "refused") in people.told("what", "about", "outcome")


@pytest.mark.parametrize("password", ["7 signs", "password", "equity2025", "Ann@Example", "kansas-city-7", "x" * 1_000_000])
def test_a_weak_one_is_refused_with_the_rule_and_the_old_one_stays(people: People, password: str) -> None:
    made = people.add()
    with people.engine.begin() as connection:
        connection.execute(insert(schema.network), NETWORK)
    found = change_password(made.account_id, PASSWORD, password, ADDRESS, NOW)
    assert isinstance(found, Refused) and found.why == PASSWORD_WEAK and found.words == found.said != ""
    assert enter()
