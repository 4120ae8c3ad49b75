from __future__ import annotations

from dataclasses import replace

import pytest

from data_access.accounts.openid import Claims, sign_in_openid
from data_access.accounts.results import NO_ACCOUNT, Refused, SignedIn
from data_access.accounts.sessions import session_viewer
from tests.data_access.people import EMAIL, HERE, NOW, People, later

ISSUER = "https://id.example"
ANN = Claims(ISSUER, "subject-1", EMAIL.upper(), email_verified=True)


def test_a_verified_email_links_an_identity_once_and_then_the_identity_alone_counts(people: People) -> None:
    made = people.add(password=None)
    first = sign_in_openid(ANN, HERE, NOW)
    assert isinstance(first, SignedIn) and first.account.account_id == made.account_id
    assert session_viewer(first.token, NOW).account.account_id == made.account_id
    moved = sign_in_openid(Claims(ISSUER, "subject-1", "new-name@example.org"), HERE, later(days=1))
    assert moved.account.account_id == made.account_id and moved.account.last_visit == NOW
    lines = people.told("what", "about", "outcome")
    assert lines.count(("identity", f"linked: {ISSUER}", "done")) == 1 and lines.count(("sign_in", "OpenID", "done")) == 2


@pytest.mark.parametrize(
    "claims",
    [
        replace(ANN, email_verified=False),
        replace(ANN, email="nobody@example.org"),
        replace(ANN, email="not an address"),
        replace(ANN, email=""),
    ],
)
def test_without_a_verified_email_of_an_account_nothing_is_linked(people: People, claims: Claims) -> None:
    people.add()
    assert sign_in_openid(claims, HERE, NOW) == Refused(NO_ACCOUNT)
    assert people.told("what", "about", "outcome")[-1] == ("sign_in", "OpenID: no account", "refused")


def test_an_email_given_to_somebody_else_opens_no_account_that_is_linked(people: People) -> None:
    people.add()
    assert isinstance(sign_in_openid(ANN, HERE, NOW), SignedIn)
    assert sign_in_openid(replace(ANN, subject="subject-2"), HERE, NOW) == Refused(NO_ACCOUNT)
    assert isinstance(sign_in_openid(replace(ANN, issuer="https://other.example", subject="subject-2"), HERE, NOW), SignedIn)


def test_the_same_subject_of_another_provider_is_somebody_else(people: People) -> None:
    people.add()
    sign_in_openid(ANN, HERE, NOW)
    assert sign_in_openid(Claims("https://evil.example", "subject-1"), HERE, NOW) == Refused(NO_ACCOUNT)


def test_a_disabled_account_is_neither_linked_nor_entered(people: People) -> None:
    made = people.add()
    people.set(made.account_id, disabled=NOW)
    assert sign_in_openid(ANN, HERE, NOW) == Refused(NO_ACCOUNT)
    people.set(made.account_id, disabled=None)
    assert isinstance(sign_in_openid(ANN, HERE, NOW), SignedIn)
    people.set(made.account_id, disabled=NOW)
    assert sign_in_openid(ANN, HERE, NOW) == Refused(NO_ACCOUNT)
    assert people.told("account_id", "about")[-1] == (made.account_id, "OpenID: disabled")


def test_claims_do_not_show_the_email() -> None:
    assert EMAIL.upper() not in repr(ANN)
