from __future__ import annotations

import pytest

from data_access.accounts.results import WORDS, Account, Refused, Session, SignedIn
from data_access.viewer import ROLES, Viewer
from tests.data_access.people import NOW

ANN = Account(1, "ann@example.org", "Ann", "reader", (), False, True, False, NOW, None, None)


def of_role(role: str) -> Viewer:
    return Account(1, "ann@example.org", "Ann", role, ("a",), False, True, False, NOW, None, None).viewer


def test_teams_are_owned_by_members_coached_by_coaches_and_nothing_to_the_others() -> None:
    assert of_role("team_member") == Viewer("team_member", frozenset("a"))
    assert of_role("coach") == Viewer("coach", coached=frozenset("a"))
    assert {of_role(role) for role in ROLES if role not in ("team_member", "coach")} == {Viewer(role) for role in ROLES if role not in ("team_member", "coach")}


def test_a_session_asks_as_its_account() -> None:
    assert Session(ANN, NOW).viewer == Viewer("reader")


@pytest.mark.parametrize("why", sorted(WORDS))
def test_every_refusal_has_words(why: str) -> None:
    assert Refused(why).words == WORDS[why]
    assert Refused(why, said="Because.").words == "Because."


def test_a_token_is_not_shown() -> None:
    assert "CANARY" not in repr(SignedIn(ANN, "CANARY")) and SignedIn(ANN, "CANARY").token == "CANARY"
