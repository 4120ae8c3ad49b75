from __future__ import annotations

import pytest

from data_access.accounts.changes import disable
from data_access.accounts.entry import Caller
from data_access.accounts.passwords import change_password
from data_access.accounts.results import CODE_NEEDED, CODE_WRONG, STEP_OVER, WAIT, Refused, SignedIn
from data_access.accounts.sealing import use_keys
from data_access.accounts.second_factor import confirm_second_factor, offer_second_factor, remove_second_factor
from data_access.accounts.second_step import enter_code
from data_access.accounts.sessions import session_viewer
from data_access.accounts.totp import code_at, step_of
from equity.errors import AccountRefused
from tests.data_access.people import ADDRESS, ADMIN, HERE, KEY, NOW, PASSWORD, People, answer_to_code, later, step_of_sign_in


def test_the_code_opens_a_session_and_opens_no_second_one(people: People) -> None:
    secret = people.factor(people.add().account_id)
    code = code_at(secret, step_of(NOW) + 1)
    found = enter_code(step_of_sign_in(), code, HERE, NOW)
    assert isinstance(found, SignedIn) and session_viewer(found.token, NOW).account == found.account
    assert answer_to_code(code) == CODE_WRONG
    assert ("sign_in", "password and code", "done") in people.told("what", "about", "outcome")


def test_the_code_that_confirmed_the_app_is_used_up_too(people: People) -> None:
    secret = people.factor(people.add().account_id)
    assert answer_to_code(code_at(secret, step_of(NOW))) == CODE_WRONG


def test_a_step_is_over_once_it_was_used_or_is_ten_minutes_old_or_another_was_begun(people: People) -> None:
    secret = people.factor(people.add().account_id)
    first, second = step_of_sign_in(), step_of_sign_in()
    codes = [code_at(secret, step_of(later(minutes=minutes))) for minutes in (2, 12)]
    assert enter_code(first, codes[0], HERE, later(minutes=2)) == Refused(STEP_OVER)
    assert isinstance(enter_code(second, codes[0], HERE, later(minutes=2)), SignedIn)
    assert enter_code(second, codes[1], HERE, later(minutes=2)) == Refused(STEP_OVER)
    third = step_of_sign_in(now=later(minutes=2))
    assert enter_code(third, codes[1], HERE, later(minutes=12)) == Refused(STEP_OVER)


@pytest.mark.parametrize("token", ["", "guessed", "\ud800"])
def test_a_token_that_is_none_begins_nothing(people: People, token: str) -> None:
    assert enter_code(token, "000000", HERE, NOW) == Refused(STEP_OVER)


def test_without_a_code_it_is_asked_for_again(people: People) -> None:
    people.factor(people.add().account_id)
    assert answer_to_code("") == CODE_NEEDED


@pytest.mark.parametrize("change", ["disabled", "password", "factor"])
def test_what_changes_meanwhile_ends_the_step(people: People, change: str) -> None:
    made = people.add()
    secret = people.factor(made.account_id)
    token = step_of_sign_in()
    if change == "disabled":
        disable(ADMIN, made.account_id, NOW)
    elif change == "password":
        change_password(made.account_id, PASSWORD, "another heron by the bay", ADDRESS, NOW)
    else:
        remove_second_factor(ADMIN, made.account_id, NOW)
    assert enter_code(token, code_at(secret, step_of(NOW) + 1), HERE, NOW) == Refused(STEP_OVER)


def test_wrong_codes_wait_wherever_they_come_from_and_whatever_password_is_given_between(people: People) -> None:
    secret = people.factor(people.add().account_id)
    answers = [answer_to_code("000000", caller=Caller(f"198.51.100.{number}")) for number in range(10)]
    assert answers == [CODE_WRONG] * 5 + [WAIT] * 5
    good = code_at(secret, step_of(NOW) + 1)
    assert enter_code(step_of_sign_in(), good, HERE, NOW) == Refused(WAIT, 15)
    assert answer_to_code(good, now=later(seconds=16)) == "in"
    assert ("sign_in", "code_wrong", "refused") in people.told("what", "about", "outcome")


def test_an_address_that_was_wrong_too_often_waits_here_too(people: People) -> None:
    people.factor(people.add().account_id)
    token = step_of_sign_in()
    answers = [enter_code(token, "000000", HERE, NOW).why for _ in range(8)]
    assert answers[:5] == [CODE_WRONG] * 5 and set(answers[5:]) == {WAIT}


def test_a_recovery_code_opens_once_and_the_trail_says_how_many_are_left(people: People) -> None:
    account_id = people.add().account_id
    secret = offer_second_factor(account_id, NOW).secret
    codes = confirm_second_factor(account_id, code_at(secret, step_of(NOW)), ADDRESS, NOW).codes
    assert answer_to_code(codes[0]) == "in"
    assert answer_to_code(codes[0]) == CODE_WRONG
    assert ("sign_in", "password and recovery code, 9 left") in people.told("what", "about")


def test_under_another_key_the_app_is_of_no_use_and_a_recovery_code_still_is(people: People) -> None:
    account_id = people.add().account_id
    secret = offer_second_factor(account_id, NOW).secret
    codes = confirm_second_factor(account_id, code_at(secret, step_of(NOW)), ADDRESS, NOW).codes
    use_keys("quite another key of forty letters: 91")
    with pytest.raises(AccountRefused, match="under another key"):
        answer_to_code(code_at(secret, step_of(NOW) + 1))
    assert answer_to_code(codes[0]) == "in"
    use_keys(KEY)
