from __future__ import annotations

import pytest

from data_access.accounts.actor import Actor
from data_access.accounts.resealing import reseal
from data_access.accounts.sealing import use_keys
from data_access.accounts.totp import code_at, step_of
from data_access.viewer import NETWORK_LEAD
from equity.errors import AccountRefused, NotAllowed
from tests.data_access.people import ADDRESS, ADMIN, KEY, NOW, People, answer_to_code

NEXT = "the key that comes after it, 40 letters: 66"


def test_after_a_change_of_the_key_the_old_one_is_needed_no_more(people: People) -> None:
    secret = people.factor(people.add().account_id)
    people.add("bob@example.org")
    use_keys(NEXT, KEY)
    assert reseal(ADMIN, NOW) == 1
    use_keys(NEXT)
    assert answer_to_code(code_at(secret, step_of(NOW) + 1)) == "in"
    assert ("second_factor", "sealed with the present key: 1") in people.told("what", "about")


def test_a_secret_that_stood_in_the_clear_is_sealed(people: People) -> None:
    made = people.add()
    secret = people.factor(made.account_id)
    people.set(made.account_id, second_factor=secret)
    assert reseal(ADMIN, NOW) == 1
    use_keys(NEXT)
    with pytest.raises(AccountRefused, match="under another key"):
        answer_to_code(code_at(secret, step_of(NOW) + 1))


def test_where_one_cannot_be_read_all_stay_as_they_are(people: People) -> None:
    secret = people.factor(people.add().account_id)
    use_keys(NEXT)
    with pytest.raises(AccountRefused, match="under another key"):
        reseal(ADMIN, NOW)
    use_keys(KEY)
    assert answer_to_code(code_at(secret, step_of(NOW) + 1)) == "in"


def test_nobody_but_who_keeps_accounts_does_it(people: People) -> None:
    with pytest.raises(NotAllowed):
        reseal(Actor(NETWORK_LEAD, 1, ADDRESS), NOW)
