from __future__ import annotations

import pytest

from data_access.accounts.actor import Actor, require_administrator
from data_access.accounts.changes import NewAccount, add_account, change_role, disable, enable
from data_access.accounts.directory import account_of_email, accounts
from data_access.viewer import ADMINISTRATOR, NETWORK_LEAD, ROLES, Viewer
from equity.errors import AccountRefused, NotAllowed
from tests.data_access.people import ADDRESS, ADMIN, EMAIL, NOW, PASSWORD, People, enter

BOSS = "boss@example.org"
PROPER = NewAccount(EMAIL, "Ann", "reader")


@pytest.mark.parametrize(
    ("role", "teams", "viewer"),
    [
        ("network_lead", (), NETWORK_LEAD),
        ("coach", (), Viewer("coach")),
        ("coach", ("a", "b"), Viewer("coach", coached=frozenset("ab"))),
        ("team_member", ("b", "a", "b"), Viewer("team_member", frozenset("ab"))),
        ("funder", (), Viewer("funder")),
        ("reader", (), Viewer("reader")),
        ("administrator", (), Viewer(ADMINISTRATOR)),
    ],
)
def test_an_account_has_a_role_and_asks_as_it(people: People, role: str, teams: tuple[str, ...], viewer: Viewer) -> None:
    made = add_account(ADMIN, NewAccount(" Ann@Example.org ", " Ann ", role, teams), "plover quartz 41 seven", NOW)
    assert (made.email, made.name, made.viewer, made.has_password) == ("Ann@Example.org", "Ann", viewer, True)
    assert account_of_email(ADMIN.viewer, EMAIL) == made
    assert accounts(ADMIN.viewer) == (made,)
    assert enter(password="plover quartz 41 seven")


WRONG = [
    (NewAccount("ann", "Ann", "reader"), None, "no e-mail address"),
    (NewAccount("a@b@c.org", "Ann", "reader"), None, "no e-mail address"),
    (NewAccount("x" * 300 + "@example.org", "Ann", "reader"), None, "no e-mail address"),
    (NewAccount("ann\x00@example.org", "Ann", "reader"), None, "no e-mail address"),
    (NewAccount(EMAIL, " ", "reader"), None, "A name has"),
    (NewAccount(EMAIL, "Ann\nLee", "reader"), None, "A name has"),
    (NewAccount(EMAIL, "A" * 201, "reader"), None, "A name has"),
    (NewAccount(EMAIL, "Ann", "boss"), None, "no role 'boss'"),
    (NewAccount(EMAIL, "Ann", "reader", ("a",)), None, "Teams belong to the roles coach and team_member"),
    (NewAccount(EMAIL, "Ann", "team_member"), None, "one team at least"),
    (NewAccount(EMAIL, "Ann", "coach", ("a", "T01' OR 1=1", "z")), None, "no team T01' OR 1=1, z"),
    (NewAccount(EMAIL, "Ann", "coach", ("\x00", "\ud800")), None, "There is no team"),
    (PROPER, "equity2025", "first that anybody tries"),
    (PROPER, "", "at least 8"),
]


@pytest.mark.parametrize(("new", "password", "said"), WRONG)
def test_what_cannot_be_so_is_refused_in_words_and_leaves_nothing(people: People, new: NewAccount, password: str | None, said: str) -> None:
    with pytest.raises(AccountRefused, match=said):
        add_account(ADMIN, new, password, NOW)
    assert accounts(ADMIN.viewer) == () and people.told("number") == []


def test_an_email_has_one_account_whatever_its_case(people: People) -> None:
    people.add("Ünal@Example.org")
    with pytest.raises(AccountRefused, match="already"):
        people.add("ünal@example.ORG")


@pytest.mark.parametrize("role", [role for role in ROLES if role != ADMINISTRATOR])
def test_nobody_but_an_administrator_sees_or_changes_accounts(people: People, role: str) -> None:
    made = people.add(BOSS, ADMINISTRATOR)
    actor = Actor(Viewer(role, frozenset("a"), frozenset("a")), made.account_id, ADDRESS)
    for change in (
        lambda: add_account(actor, PROPER, PASSWORD, NOW),
        lambda: change_role(actor, made.account_id, "reader", (), NOW),
        lambda: disable(actor, made.account_id, NOW),
        lambda: enable(actor, made.account_id, NOW),
        lambda: accounts(actor.viewer),
        lambda: account_of_email(actor.viewer, BOSS),
        lambda: require_administrator(actor.viewer),
    ):
        with pytest.raises(NotAllowed, match="Only an administrator"):
            change()
    assert accounts(ADMIN.viewer) == (made,)


def test_a_role_is_changed_with_its_teams_and_the_trail_says_from_what_to_what(people: People) -> None:
    made = people.add(EMAIL, "team_member", "a")
    changed = change_role(ADMIN, made.account_id, "coach", ["c", "b"], NOW)
    assert (changed.role, changed.team_ids) == ("coach", ("b", "c"))
    for role, teams, said in (("reader", ["a"], "Teams belong"), ("boss", [], "no role"), ("coach", ["z"], "no team z")):
        with pytest.raises(AccountRefused, match=said):
            change_role(ADMIN, made.account_id, role, teams, NOW)
    assert accounts(ADMIN.viewer) == (changed,)
    assert people.told("account_id", "address", "what", "about")[-1] == (None, "command line, tester", "role", "account 1: team_member of a > coach of b, c")


def test_the_last_administrator_who_can_sign_in_stays_one(people: People) -> None:
    boss, other = people.add(BOSS, ADMINISTRATOR), people.add(EMAIL, ADMINISTRATOR)
    assert disable(ADMIN, other.account_id, NOW).is_disabled
    for change in (lambda: disable(ADMIN, boss.account_id, NOW), lambda: change_role(ADMIN, boss.account_id, "reader", (), NOW)):
        with pytest.raises(AccountRefused, match="last administrator"):
            change()
    assert change_role(ADMIN, boss.account_id, ADMINISTRATOR, (), NOW).role == ADMINISTRATOR
    assert change_role(ADMIN, other.account_id, "reader", (), NOW).role == "reader"
    change_role(ADMIN, other.account_id, ADMINISTRATOR, (), NOW)
    assert not enable(ADMIN, other.account_id, NOW).is_disabled
    assert change_role(ADMIN, boss.account_id, "reader", (), NOW).role == "reader"


def test_an_account_that_is_not_there_is_not_changed(people: People) -> None:
    for change in (disable, enable):
        with pytest.raises(AccountRefused, match="no such account"):
            change(ADMIN, 7, NOW)
    with pytest.raises(AccountRefused, match="no account 'nobody@example.org'"):
        account_of_email(ADMIN.viewer, "nobody@example.org")
