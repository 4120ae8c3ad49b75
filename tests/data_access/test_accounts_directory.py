from __future__ import annotations

import pytest

from data_access.accounts.changes import change_role, disable
from data_access.accounts.directory import account_of_email, account_of_id, accounts
from data_access.store import reading_accounts
from equity.errors import AccountRefused
from tests.data_access.people import ADMIN, EMAIL, NOW, People


def test_accounts_are_listed_in_the_order_of_their_emails_with_their_own_teams(people: People) -> None:
    people.add("Zoe@example.org", "coach", "c"), people.add("ann@example.org", "team_member", "b", "a"), people.add("mo@example.org")
    found = [(one.email, one.team_ids) for one in accounts(ADMIN.viewer)]
    assert found == [("ann@example.org", ("a", "b")), ("mo@example.org", ()), ("Zoe@example.org", ("c",))]


def test_an_account_is_found_by_its_email_and_number_as_it_is_now(people: People) -> None:
    made, _ = people.add(EMAIL, "team_member", "a"), people.add("bob@example.org")
    assert account_of_email(ADMIN.viewer, EMAIL.upper()) == made
    change_role(ADMIN, made.account_id, "coach", ["b"], NOW)
    disabled = disable(ADMIN, made.account_id, NOW)
    assert (disabled.role, disabled.team_ids, disabled.is_disabled) == ("coach", ("b",), True)
    with reading_accounts() as connection:
        assert account_of_id(connection, made.account_id) == disabled == account_of_email(ADMIN.viewer, EMAIL)
        with pytest.raises(AccountRefused, match="no such account"):
            account_of_id(connection, 9)


def test_no_account_shows_its_secrets(people: People) -> None:
    people.factor(people.add().account_id)
    shown = repr(accounts(ADMIN.viewer))
    assert "argon2" not in shown and "has_password=True" in shown and "has_second_factor=True" in shown
