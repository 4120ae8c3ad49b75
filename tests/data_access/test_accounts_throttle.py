from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, insert, select

from data_access.accounts import throttle
from data_access.accounts.results import Refused
from data_access.accounts.tables import attempt, session
from data_access.accounts.throttle import BY_ACCOUNT, BY_ADDRESS, BY_CODE, BY_MAILBOX, PASSWORD, RESET, Attempt
from data_access.store import keeping_accounts
from tests.data_access.people import ADDRESS, EMAIL, NOW, People, later

RULES = [BY_ADDRESS, BY_ACCOUNT, BY_CODE, BY_MAILBOX]
ELSEWHERE = "198.51.100.7"


def begin(address: str = ADDRESS, email: str = EMAIL, now: datetime = NOW, kind: str = PASSWORD) -> Attempt | Refused:
    with keeping_accounts() as connection:
        return throttle.begin(connection, kind, email, address, now)


def let_through(times: int, **asked: object) -> int:
    return sum(isinstance(begin(**asked), Attempt) for _ in range(times))


@pytest.mark.parametrize(("wrong", "seconds"), [(5, 0), (6, 15), (7, 30), (8, 60), (12, 900), (60, 900)])
def test_the_wait_of_an_address_doubles_up_to_a_quarter_of_an_hour(wrong: int, seconds: int) -> None:
    assert BY_ADDRESS.seconds([NOW] * wrong, NOW) == seconds


def test_a_wait_runs_off_and_wrong_tries_are_forgotten_with_their_window() -> None:
    moments = [NOW] * 6
    assert [BY_ADDRESS.seconds(moments, later(seconds=passed)) for passed in (0, 0.5, 14, 15, 3599)] == [15, 15, 1, 0, 0]
    assert BY_ADDRESS.seconds([NOW] * 30, later(hours=1)) == 0


@given(rule=st.sampled_from(RULES), ago=st.lists(st.integers(0, 200_000), max_size=40))
def test_a_wait_has_bounds_and_one_more_wrong_try_never_shortens_it(rule: throttle.Rule, ago: list[int]) -> None:
    moments = sorted((NOW - timedelta(seconds=seconds) for seconds in ago), reverse=True)
    wait = rule.seconds(moments, NOW)
    assert 0 <= wait <= rule.most <= rule.seconds([NOW] * 40, NOW)
    assert rule.seconds([NOW, *moments], NOW) >= wait
    if len(moments) < rule.wrong:
        assert wait == 0


def test_a_try_is_counted_before_it_is_looked_at(people: People) -> None:
    assert let_through(10) == 6
    with keeping_accounts() as connection:
        assert connection.scalar(select(func.count()).select_from(attempt)) == 6


def test_many_addresses_at_one_account_make_new_ones_wait_a_minute_at_most_and_the_owners_go_free(people: People) -> None:
    made = people.add()
    with keeping_accounts() as connection:
        row = {"token_hash": "x", "account_id": made.account_id, "address": ADDRESS, "started": NOW, "last_seen": NOW}
        connection.execute(insert(session), row)
    moments = [(f"198.51.100.{number}", later(minutes=number)) for number in range(50)]
    answers = [begin(address, now=moment) for address, moment in moments]
    waits = [answer.wait_seconds for answer in answers if isinstance(answer, Refused)]
    assert waits == [] and isinstance(begin("203.0.113.1", now=later(minutes=49)), Refused)
    assert begin("203.0.113.1", now=later(minutes=49)).wait_seconds <= 60
    assert isinstance(begin(ADDRESS, now=later(minutes=49)), Attempt)
    assert isinstance(begin("203.0.113.1", "other@example.org", now=later(minutes=49)), Attempt)


def test_one_address_alone_never_makes_another_wait(people: People) -> None:
    for minute in range(60):
        let_through(10, address=ELSEWHERE, now=later(minutes=minute))
    assert isinstance(begin(ADDRESS, now=later(minutes=59)), Attempt)


def test_who_was_right_is_forgiven_their_own_wrong_tries_and_no_others(people: People) -> None:
    let_through(3), let_through(2, email="bob@example.org")
    with keeping_accounts() as connection:
        throttle.forgive(connection, begin_in(connection))
    assert let_through(10) == 4


def begin_in(connection: object) -> Attempt:
    tried = throttle.begin(connection, PASSWORD, EMAIL, ADDRESS, NOW)
    assert isinstance(tried, Attempt)
    return tried


def test_a_wait_is_one_line_of_the_trail_however_often_it_is_asked(people: People) -> None:
    let_through(30)
    let_through(5, kind=RESET)
    assert people.told("what", "about") == [("sign_in", "too many tries"), ("reset_link", "too many tries")]
    let_through(5, now=later(seconds=20))
    assert len(people.told("what")) == 3


def test_a_mailbox_is_sent_three_links_and_then_fewer(people: People) -> None:
    addresses = [f"198.51.100.{number}" for number in range(6)]
    answers = [begin(address, kind=RESET) for address in addresses]
    assert [isinstance(answer, Attempt) for answer in answers] == [True] * 3 + [False] * 3
    assert answers[3].wait_seconds == 300


def test_links_and_passwords_are_counted_apart(people: People) -> None:
    assert let_through(6, kind=RESET) == 3 and let_through(10) == 6


def test_tries_are_forgotten_after_a_day(people: People) -> None:
    let_through(3)
    begin(now=later(days=1, seconds=1))
    with keeping_accounts() as connection:
        assert connection.scalar(select(func.count()).select_from(attempt)) == 1


def test_a_try_keeps_neither_what_was_typed_nor_a_long_address(people: People) -> None:
    begin("x\n" * 400, "CANARY-PASS")
    with keeping_accounts() as connection:
        row = connection.execute(select(attempt)).one()
    assert "CANARY" not in repr(row) and len(row.address) == 300 and "\n" not in row.address
