from __future__ import annotations

from collections.abc import Callable

import pytest
from argon2 import PasswordHasher

from data_access.accounts import hashing
from data_access.accounts import sign_in as signing
from data_access.accounts.changes import disable
from data_access.accounts.entry import Caller
from data_access.accounts.results import WAIT, WRONG, Refused, SecondStep, SignedIn
from data_access.accounts.sessions import session_viewer
from data_access.accounts.sign_in import sign_in
from data_access.viewer import Viewer
from tests.data_access.people import ADDRESS, ADMIN, EMAIL, HERE, NOW, PASSWORD, People, enter, kept, later, statements_of

STRANGER, UNKNOWN = "198.51.100.7", "nobody@example.org"


def tries(password: str = "wrong", email: str = EMAIL, *, address: str = STRANGER, times: int = 1) -> list[str]:
    """What is answered, by its code."""
    return [getattr(sign_in(email, password, Caller(address), NOW), "why", "in") for _ in range(times)]


def test_the_right_password_opens_a_session_of_the_accounts_own(people: People) -> None:
    made = people.add("Ann@Example.org", "team_member", "a", "b")
    found = sign_in("  ANN@example.ORG ", PASSWORD, HERE, NOW)
    assert isinstance(found, SignedIn) and found.account.account_id == made.account_id
    assert (found.account.last_sign_in, found.account.last_visit) == (NOW, None)
    assert session_viewer(found.token, NOW).viewer == Viewer("team_member", frozenset({"a", "b"}))
    again = sign_in(EMAIL, PASSWORD, HERE, later(days=1))
    assert (again.account.last_sign_in, again.account.last_visit) == (later(days=1), NOW)


def test_each_sign_in_has_a_token_of_its_own(people: People) -> None:
    people.add()
    tokens = {enter() for _ in range(3)}
    assert len(tokens) == 3 and min(map(len, tokens)) >= 43


def case(people: People, name: str) -> str:
    """The e-mail of an account that cannot be entered, or of none."""
    email = f"{name}@example.org"
    if name == "unknown":
        return email
    made = people.add(email, password=None if name == "without" else PASSWORD)
    if name == "disabled":
        people.add("boss@example.org", "administrator")
        disable(ADMIN, made.account_id, NOW)
    return email


@pytest.mark.parametrize("name", ["unknown", "without", "disabled", "known", "not an address"])
def test_who_is_not_let_in_gets_the_same_answer_for_the_same_work(people: People, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    hashes = []

    def verify(self: PasswordHasher, kept: str, password: bytes, honest: Callable = PasswordHasher.verify) -> bool:
        hashes.append(kept.rsplit("$", 2)[0])
        return honest(self, kept, password)

    monkeypatch.setattr(PasswordHasher, "verify", verify)
    people.add()
    email = case(people, name) if name != "not an address" else "not an address\ud800"
    password = PASSWORD if name in ("disabled", "without", "unknown") else "wrong"
    said: list[object] = []
    for asked in (EMAIL, email):
        said.append(statements_of(lambda asked=asked: said.append(sign_in(asked, "wrong" if asked == EMAIL else password, HERE, NOW))))
    assert said[0] == said[2] == Refused(WRONG)
    assert said[1] == said[3] and len(said[1]) > 5
    assert hashes == ["$argon2id$v=19$m=19456,t=2,p=1"] * 2


def test_a_password_too_long_to_be_one_costs_one_hash_and_is_wrong(people: People) -> None:
    people.add()
    assert tries("x" * 1_000_000) == [WRONG]
    assert tries(PASSWORD + "x" * 200) == [WRONG]


def test_six_wrong_from_one_address_lead_to_a_wait_there_and_nowhere_else(people: People) -> None:
    people.add()
    assert tries(times=6) == [WRONG] * 6
    assert tries(times=3) == [WAIT] * 3
    assert tries(PASSWORD) == [WAIT]
    assert sign_in(EMAIL, PASSWORD, Caller(STRANGER), NOW) == Refused(WAIT, 15)
    assert isinstance(sign_in(EMAIL, PASSWORD, HERE, NOW), SignedIn)
    lines = people.told("what", "about", "outcome", "address")
    assert lines.count(("sign_in", "wrong", "refused", STRANGER)) == 6
    assert lines.count(("sign_in", "too many tries", "refused", STRANGER)) == 1
    assert ("sign_in", "password", "done", ADDRESS) in lines


def test_one_password_tried_on_many_accounts_waits_as_well(people: People) -> None:
    answers = [tries(email=f"user{number}@example.org")[0] for number in range(12)]
    assert answers == [WRONG] * 6 + [WAIT] * 6


def test_an_old_hash_is_made_anew_by_the_next_sign_in_and_a_current_one_is_left(people: People) -> None:
    made = people.add()
    weak = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    people.set(made.account_id, password=weak)
    enter()
    renewed = people.password_of(made.account_id)
    assert renewed.startswith("$argon2id$v=19$m=19456,t=2,p=1$") and renewed != weak
    enter()
    assert people.password_of(made.account_id) == renewed


def test_a_password_that_changes_while_it_is_checked_opens_nothing(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    made = people.add()

    def overtaken(stored: str | None, password: str) -> bool:
        people.set(made.account_id, password=kept("another plover 42"))
        return hashing.is_password(stored, password)

    monkeypatch.setattr(signing, "is_password", overtaken)
    assert tries(PASSWORD) == [WRONG]


def test_with_a_second_factor_the_password_opens_no_session_and_forgives_nothing(people: People) -> None:
    made = people.add()
    people.factor(made.account_id)
    assert tries(times=5) == [WRONG] * 5
    found = sign_in(EMAIL, PASSWORD, Caller(STRANGER), NOW)
    assert isinstance(found, SecondStep) and found.token not in repr(found)
    assert session_viewer(found.token, NOW).why == "none"
    assert tries(times=2) == [WRONG, WAIT]
    assert ("sign_in", "password, code asked for", "done") in people.told("what", "about", "outcome")


def test_no_answer_and_no_line_shows_a_password_or_a_token(people: People) -> None:
    people.add()
    found = sign_in(EMAIL, PASSWORD, HERE, NOW)
    sign_in("CANARY-PASS in the wrong field", "CANARY-PASS", HERE, NOW)
    said = repr((found, session_viewer(found.token, NOW), people.told("about", "address", "what")))
    assert found.token not in said and "CANARY" not in said and "argon2" not in said
