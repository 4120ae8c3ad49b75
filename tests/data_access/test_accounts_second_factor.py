from __future__ import annotations

import pytest

from data_access.accounts.actor import Actor
from data_access.accounts.results import CODE_WRONG, WAIT, Account, Refused
from data_access.accounts.second_factor import confirm_second_factor, drop_second_factor, offer_second_factor, remove_second_factor
from data_access.accounts.totp import code_at, step_of
from data_access.viewer import NETWORK_LEAD
from equity.errors import AccountRefused, NotAllowed
from tests.data_access.people import ADDRESS, ADMIN, NOW, People, enter, later


def test_a_secret_asks_for_no_code_before_one_has_confirmed_it(people: People) -> None:
    made = people.add()
    offer = offer_second_factor(made.account_id, NOW)
    assert offer.secret in offer.uri and offer.secret not in repr(offer)
    assert enter()
    assert confirm_second_factor(made.account_id, "000000", ADDRESS, NOW) == Refused(CODE_WRONG)
    found = confirm_second_factor(made.account_id, code_at(offer.secret, step_of(NOW)), ADDRESS, NOW)
    assert isinstance(found, Account) and found.has_second_factor
    assert people.told("what", "about", "outcome")[-2:] == [("second_factor", "code_wrong", "refused"), ("second_factor", "set up", "done")]


def test_a_new_offer_takes_the_place_of_one_that_was_not_confirmed(people: People) -> None:
    made = people.add()
    old, new = (offer_second_factor(made.account_id, NOW).secret for _ in range(2))
    assert confirm_second_factor(made.account_id, code_at(old, step_of(NOW)), ADDRESS, NOW) == Refused(CODE_WRONG)
    assert isinstance(confirm_second_factor(made.account_id, code_at(new, step_of(NOW)), ADDRESS, NOW), Account)


def test_one_in_use_is_not_replaced_and_not_confirmed_again(people: People) -> None:
    made = people.add()
    people.factor(made.account_id)
    with pytest.raises(AccountRefused, match="Take it away first"):
        offer_second_factor(made.account_id, NOW)
    with pytest.raises(AccountRefused, match="on offer"):
        confirm_second_factor(made.account_id, "000000", ADDRESS, NOW)


def test_what_is_not_there_is_neither_confirmed_nor_taken_away(people: People) -> None:
    made = people.add()
    with pytest.raises(AccountRefused, match="on offer"):
        confirm_second_factor(made.account_id, "000000", ADDRESS, NOW)
    with pytest.raises(AccountRefused, match="no second factor to take"):
        drop_second_factor(made.account_id, "000000", ADDRESS, NOW)
    with pytest.raises(AccountRefused, match="has no second factor"):
        remove_second_factor(ADMIN, made.account_id, NOW)


def test_it_is_taken_away_by_a_code_that_was_not_used(people: People) -> None:
    made = people.add()
    secret = people.factor(made.account_id)
    assert drop_second_factor(made.account_id, code_at(secret, step_of(NOW)), ADDRESS, NOW) == Refused(CODE_WRONG)
    found = drop_second_factor(made.account_id, code_at(secret, step_of(NOW) + 1), ADDRESS, NOW)
    assert isinstance(found, Account) and not found.has_second_factor
    assert enter()


def test_wrong_codes_are_throttled_here_as_they_are_at_sign_in(people: People) -> None:
    made = people.add()
    secret = people.factor(made.account_id)
    answers = [drop_second_factor(made.account_id, "000000", f"198.51.100.{number}", NOW) for number in range(6)]
    assert answers == [Refused(CODE_WRONG)] * 5 + [Refused(WAIT, 15)]
    for _ in range(6):
        drop_second_factor(made.account_id, "000000", ADDRESS, NOW)
    moment = later(minutes=1)
    assert isinstance(drop_second_factor(made.account_id, code_at(secret, step_of(moment)), ADDRESS, NOW), Refused)
    assert isinstance(drop_second_factor(made.account_id, code_at(secret, step_of(moment)), ADDRESS, moment), Account)


def test_an_administrator_takes_it_from_somebody_who_lost_it(people: People) -> None:
    made = people.add()
    people.factor(made.account_id)
    with pytest.raises(NotAllowed):
        remove_second_factor(Actor(NETWORK_LEAD, 1, ADDRESS), made.account_id, NOW)
    assert not remove_second_factor(ADMIN, made.account_id, NOW).has_second_factor
    assert people.told("what", "about")[-1] == ("second_factor", f"taken from account {made.account_id}")
    assert enter()
