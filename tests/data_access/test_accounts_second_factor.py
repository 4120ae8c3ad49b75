from __future__ import annotations

import pytest
from sqlalchemy import select

from data_access.accounts.actor import Actor
from data_access.accounts.recovery_codes import codes_left
from data_access.accounts.results import CODE_WRONG, WAIT, WRONG, Account, Refused
from data_access.accounts.second_factor import (
    Offer,
    RecoveryCodes,
    confirm_second_factor,
    drop_second_factor,
    new_recovery_codes,
    offer_second_factor,
    remove_second_factor,
    second_factor_on_offer,
)
from data_access.accounts.tables import account
from data_access.accounts.totp import code_at, step_of
from data_access.viewer import NETWORK_LEAD
from equity.errors import AccountRefused, NotAllowed
from tests.data_access.people import ADDRESS, ADMIN, NOW, PASSWORD, People, answer_to_code, enter, later


def test_a_secret_asks_for_no_code_before_one_has_confirmed_it(people: People) -> None:
    made = people.add()
    offer = offer_second_factor(made.account_id, NOW)
    assert offer.secret in offer.uri and offer.secret not in repr(offer)
    assert enter()
    assert confirm_second_factor(made.account_id, "000000", ADDRESS, NOW) == Refused(CODE_WRONG)
    found = confirm_second_factor(made.account_id, code_at(offer.secret, step_of(NOW)), ADDRESS, NOW)
    assert isinstance(found, RecoveryCodes) and len(found.codes) == codes_left(made.account_id) == 10 and found.codes[0] not in repr(found)
    assert people.told("what", "about", "outcome")[-2:] == [("second_factor", "code_wrong", "refused"), ("second_factor", "set up", "done")]


def test_what_the_store_keeps_of_a_secret_makes_no_code(people: People) -> None:
    made = people.add()
    secret = people.factor(made.account_id)
    with people.engine.connect() as connection:
        kept = connection.scalar(select(account.c.second_factor))
    assert kept.startswith("f1:") and secret not in kept


def test_an_offer_can_be_looked_at_again_until_it_is_confirmed(people: People) -> None:
    made = people.add()
    assert second_factor_on_offer(made.account_id) is None
    offer = offer_second_factor(made.account_id, NOW)
    assert second_factor_on_offer(made.account_id) == offer == Offer(offer.secret, offer.uri)
    confirm_second_factor(made.account_id, code_at(offer.secret, step_of(NOW)), ADDRESS, NOW)
    assert second_factor_on_offer(made.account_id) is None


def test_a_new_offer_takes_the_place_of_one_that_was_not_confirmed(people: People) -> None:
    made = people.add()
    old, new = (offer_second_factor(made.account_id, NOW).secret for _ in range(2))
    assert confirm_second_factor(made.account_id, code_at(old, step_of(NOW)), ADDRESS, NOW) == Refused(CODE_WRONG)
    assert isinstance(confirm_second_factor(made.account_id, code_at(new, step_of(NOW)), ADDRESS, NOW), RecoveryCodes)


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
    for change in (drop_second_factor, new_recovery_codes):
        with pytest.raises(AccountRefused, match="There is no second factor"):
            change(made.account_id, PASSWORD, ADDRESS, NOW)
    with pytest.raises(AccountRefused, match="has no second factor"):
        remove_second_factor(ADMIN, made.account_id, NOW)


def test_the_password_takes_it_away_with_its_codes_and_a_wrong_one_counts(people: People) -> None:
    made = people.add()
    people.factor(made.account_id)
    assert [drop_second_factor(made.account_id, "wrong", ADDRESS, NOW) for _ in range(7)] == [Refused(WRONG)] * 6 + [Refused(WAIT, 15)]
    found = drop_second_factor(made.account_id, PASSWORD, ADDRESS, later(minutes=1))
    assert isinstance(found, Account) and not found.has_second_factor and codes_left(made.account_id) == 0
    assert people.told("what", "about")[-1] == ("second_factor", "taken away")
    assert enter(now=later(minutes=1))


def test_the_password_makes_other_recovery_codes_and_the_old_ones_are_dead(people: People) -> None:
    made = people.add()
    secret = offer_second_factor(made.account_id, NOW).secret
    old = confirm_second_factor(made.account_id, code_at(secret, step_of(NOW)), ADDRESS, NOW).codes
    assert new_recovery_codes(made.account_id, "wrong", ADDRESS, NOW) == Refused(WRONG)
    new = new_recovery_codes(made.account_id, PASSWORD, ADDRESS, NOW).codes
    assert [answer_to_code(code) for code in (old[0], new[0])] == [CODE_WRONG, "in"]
    assert ("second_factor", "new recovery codes") in people.told("what", "about")


def test_wrong_codes_are_throttled_here_as_they_are_at_sign_in(people: People) -> None:
    made = people.add()
    secret = offer_second_factor(made.account_id, NOW).secret
    answers = [confirm_second_factor(made.account_id, "000000", f"198.51.100.{number}", NOW) for number in range(6)]
    assert answers == [Refused(CODE_WRONG)] * 5 + [Refused(WAIT, 15)]
    for _ in range(6):
        confirm_second_factor(made.account_id, "000000", ADDRESS, NOW)
    moment = later(minutes=1)
    assert isinstance(confirm_second_factor(made.account_id, code_at(secret, step_of(moment)), ADDRESS, NOW), Refused)
    assert isinstance(confirm_second_factor(made.account_id, code_at(secret, step_of(moment)), ADDRESS, moment), RecoveryCodes)


def test_an_administrator_takes_it_from_somebody_who_lost_it(people: People) -> None:
    made = people.add()
    people.factor(made.account_id)
    with pytest.raises(NotAllowed):
        remove_second_factor(Actor(NETWORK_LEAD, 1, ADDRESS), made.account_id, NOW)
    assert not remove_second_factor(ADMIN, made.account_id, NOW).has_second_factor
    assert people.told("what", "about")[-1] == ("second_factor", f"taken from account {made.account_id}")
    assert enter()
