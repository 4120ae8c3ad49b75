from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine, select, text

from data_access.accounts import audit_check
from data_access.accounts.actor import Actor
from data_access.accounts.audit import FIRST
from data_access.accounts.audit_check import check_tail, check_whole
from data_access.accounts.sealing import use_keys
from data_access.accounts.tables import audit_checkpoint
from data_access.viewer import NETWORK_LEAD
from equity.errors import NotAllowed
from tests.data_access.people import ADDRESS, ADMIN, KEY, NOW, People, later, statements_of
from tests.data_access.test_accounts_audit_trail import READER, tamper, write


def kept(engine: Engine) -> tuple | None:
    with engine.connect() as connection:
        return connection.execute(select(audit_checkpoint.c.number, audit_checkpoint.c.whole_number)).one_or_none()


def test_the_first_look_is_at_every_line_and_the_next_at_the_new_ones_alone(people: People) -> None:
    write(5)
    first = check_tail(READER, NOW)
    assert (first.lines, first.broken_at, first.first, first.whole_lines, first.whole_at) == (5, None, 1, 5, NOW)
    write(3)
    next_one = check_tail(READER, later(minutes=1))
    assert (next_one.lines, next_one.broken_at, next_one.first, next_one.whole_lines, next_one.whole_at) == (8, None, 5, 5, NOW)
    assert next_one.head == people.told("line_hash")[-1][0]


def test_an_empty_trail_holds_and_keeps_nothing(people: People) -> None:
    assert check_tail(READER, NOW).head == FIRST and kept(people.engine) is None


@pytest.mark.parametrize(
    ("change", "broken_at"),
    [
        ("UPDATE audit SET about = 'nothing' WHERE number = 7", 7),
        ("DELETE FROM audit WHERE number = 7", 8),
        ("UPDATE audit SET about = 'nothing' WHERE number = 5", 5),
        ("DELETE FROM audit WHERE number >= 5", 5),
        ("DELETE FROM audit", 5),
    ],
)
def test_what_was_changed_or_cut_since_the_kept_line_is_found(people: People, change: str, broken_at: int) -> None:
    write(5)
    check_tail(READER, NOW)
    write(3)
    tamper(people.engine, change)
    assert check_tail(READER, NOW).broken_at == broken_at


def test_a_change_before_the_kept_line_is_found_by_looking_at_every_line(people: People) -> None:
    write(5)
    check_tail(READER, NOW)
    tamper(people.engine, "UPDATE audit SET about = 'nothing' WHERE number = 2")
    assert check_tail(READER, NOW).broken_at is None
    assert check_whole(ADMIN, NOW).broken_at == 2
    assert people.told("what", "about", "outcome")[-1] == ("audit", "broken at line 2", "refused")


def test_an_end_that_was_cut_off_is_found_by_looking_at_every_line_too(people: People) -> None:
    write(5)
    check_tail(READER, NOW)
    tamper(people.engine, "DELETE FROM audit WHERE number >= 4")
    assert check_whole(ADMIN, NOW).broken_at == 5
    assert kept(people.engine) == (5, 5)


def test_looking_at_every_line_moves_the_kept_one_and_is_in_the_trail(people: People) -> None:
    write(5)
    check_tail(READER, NOW)
    write(2)
    assert check_whole(ADMIN, later(minutes=1)).lines == 7
    assert people.told("what", "about", "outcome")[-1] == ("audit", "7 lines hold", "done")
    found = check_tail(READER, later(minutes=2))
    assert (found.first, found.whole_lines, found.whole_at) == (7, 7, later(minutes=1))


def test_the_kept_line_moves_on_after_many(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_check, "MOVES_AFTER", 3)
    write(2)
    check_tail(READER, NOW)
    write(2)
    check_tail(READER, later(minutes=1))
    assert kept(people.engine) == (2, 2)
    write(1)
    check_tail(READER, later(minutes=1))
    assert kept(people.engine) == (5, 2)
    assert check_tail(READER, later(minutes=2)).whole_at == NOW


def test_a_look_at_the_new_lines_reads_no_more_than_those(people: People) -> None:
    write(5)
    check_tail(READER, NOW)
    assert not any("INSERT" in statement or "DELETE" in statement for statement in statements_of(lambda: check_tail(READER, NOW)))


def test_a_kept_line_that_somebody_else_put_there_is_not_believed(people: People) -> None:
    write(5)
    check_tail(READER, NOW)
    tamper(people.engine, "UPDATE audit SET about = 'nothing' WHERE number = 2")
    with people.engine.begin() as connection:
        connection.execute(text("UPDATE audit_checkpoint SET number = 4, line_hash = (SELECT line_hash FROM audit WHERE number = 4)"))
    found = check_tail(READER, NOW)
    assert (found.broken_at, found.is_sealed) == (2, False)


def test_after_a_change_of_the_key_the_one_before_still_holds_and_a_lost_one_does_not(people: People) -> None:
    write(5)
    first = check_tail(READER, NOW)
    use_keys("the next key of the tests, forty letters 4", KEY)
    assert check_tail(READER, NOW) == replace(first, first=5)
    use_keys("the next key of the tests, forty letters 4")
    assert (check_tail(READER, NOW).is_sealed, check_tail(READER, NOW).first) == (False, 1)
    check_whole(ADMIN, NOW)
    assert check_tail(READER, NOW).is_sealed


def test_nobody_but_an_administrator_looks(people: People) -> None:
    for look in (lambda: check_tail(NETWORK_LEAD, NOW), lambda: check_whole(Actor(NETWORK_LEAD, 1, ADDRESS), NOW)):
        with pytest.raises(NotAllowed):
            look()
