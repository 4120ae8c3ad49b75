from __future__ import annotations

import pytest

from data_access.accounts.actor import Actor
from data_access.accounts.entry import Caller
from data_access.accounts.open_sessions import end_other_sessions, end_session, end_sessions_of, open_sessions
from data_access.accounts.sessions import session_viewer, sign_out
from data_access.viewer import NETWORK_LEAD
from equity.errors import AccountRefused, NotAllowed
from tests.data_access.people import ADDRESS, ADMIN, NOW, People, enter, later


def holds(*tokens: str) -> list[bool]:
    """Which of these tokens open their session."""
    return [hasattr(session_viewer(token, later(minutes=1), touch=False), "account") for token in tokens]


def test_ones_sessions_are_listed_this_one_first_with_browser_place_and_time(people: People) -> None:
    made, _ = people.add(), people.add("bob@example.org")
    this, other = enter(), enter(caller=Caller("198.51.100.7", "Safari on iPhone"), now=later(minutes=5))
    enter("bob@example.org")
    found = open_sessions(made.account_id, this, later(minutes=6))
    assert [(one.browser, one.address, one.started, one.last_seen, one.is_this) for one in found] == [
        ("Firefox on Linux", ADDRESS, NOW, NOW, True),
        ("Safari on iPhone", "198.51.100.7", later(minutes=5), later(minutes=5), False),
    ]
    assert not any(token.startswith(one.name) for token in (this, other) for one in found)


def test_what_is_over_is_not_listed(people: People) -> None:
    made = people.add()
    ended, this = enter(), enter()
    sign_out(ended, ADDRESS, NOW)
    assert len(open_sessions(made.account_id, this, NOW)) == 1
    assert open_sessions(made.account_id, this, later(minutes=30)) == ()
    for minutes in range(0, 480, 20):
        session_viewer(this, later(minutes=minutes))
    assert [len(open_sessions(made.account_id, this, later(minutes=minutes))) for minutes in (479, 480)] == [1, 0]


def test_one_is_ended_by_its_name_and_nobody_elses_is(people: People) -> None:
    made, other = people.add(), people.add("bob@example.org")
    this, second, bobs = enter(), enter(), enter("bob@example.org")
    name = next(one.name for one in open_sessions(made.account_id, this, NOW) if not one.is_this)
    bobs_name = open_sessions(other.account_id, bobs, NOW)[0].name
    assert [end_session(made.account_id, asked, ADDRESS, NOW) for asked in (bobs_name, "", "x", name, name)] == [False, False, False, True, False]
    assert holds(this, second, bobs) == [True, False, True]
    assert people.told("what", "about").count(("sign_out", "one session, from another")) == 1


def test_all_others_end_and_this_one_goes_on(people: People) -> None:
    made, _ = people.add(), people.add("bob@example.org")
    this, second, bobs = enter(), enter(), enter("bob@example.org")
    assert end_other_sessions(made.account_id, this, ADDRESS, NOW) == 1
    assert holds(this, second, bobs) == [True, False, True]
    assert ("sign_out", "all other sessions: 1") in people.told("what", "about")


def test_an_administrator_ends_all_of_an_account_and_nobody_else_does(people: People) -> None:
    made, _ = people.add(), people.add("bob@example.org")
    first, second, bobs = enter(), enter(), enter("bob@example.org")
    with pytest.raises(NotAllowed):
        end_sessions_of(Actor(NETWORK_LEAD, 1, ADDRESS), made.account_id, NOW)
    with pytest.raises(AccountRefused, match="no such account"):
        end_sessions_of(ADMIN, 99, NOW)
    assert end_sessions_of(ADMIN, made.account_id, NOW).email == made.email
    assert holds(first, second, bobs) == [False, False, True]
    assert people.told("what", "about")[-1] == ("sign_out", f"account {made.account_id}, everywhere: 2")
