from __future__ import annotations

import re

from sqlalchemy import select

from data_access.accounts.recovery_codes import codes_left, new_codes, use_code
from data_access.accounts.tables import recovery_code
from data_access.store import keeping_accounts
from tests.data_access.people import People


def made(people: People, email: str = "ann@example.org") -> tuple[int, tuple[str, ...]]:
    """An account, and ten codes for it."""
    account_id = people.add(email).account_id
    with keeping_accounts() as connection:
        return account_id, new_codes(connection, account_id)


def left(account_id: int, typed: str) -> int | None:
    with keeping_accounts() as connection:
        return use_code(connection, account_id, typed)


def test_ten_codes_of_sixteen_letters_are_kept_by_their_hash_alone(people: People) -> None:
    account_id, codes = made(people)
    assert len(set(codes)) == 10 and all(re.fullmatch(r"[a-z2-7]{4}(-[a-z2-7]{4}){3}", code) for code in codes)
    with people.engine.connect() as connection:
        kept = " ".join(connection.scalars(select(recovery_code.c.code_hash)))
    assert not any(code in kept or code.replace("-", "") in kept for code in codes)
    assert codes_left(account_id) == 10


def test_each_code_opens_once_however_it_is_typed(people: People) -> None:
    account_id, codes = made(people)
    assert left(account_id, f" {codes[0].upper().replace('-', ' ')} ") == 9
    assert left(account_id, codes[0]) is None
    assert left(account_id, codes[1]) == 8 == codes_left(account_id)


def test_a_code_is_of_one_account_alone_and_a_guess_is_none(people: People) -> None:
    (ann, codes), (bob, _) = made(people), made(people, "bob@example.org")
    assert left(bob, codes[0]) is None and left(ann, "") is None and left(ann, "x" * 100_000) is None and left(ann, "\ud800") is None
    assert left(ann, codes[0]) == 9


def test_new_codes_take_the_place_of_the_old(people: People) -> None:
    account_id, codes = made(people)
    with keeping_accounts() as connection:
        fresh = new_codes(connection, account_id)
    assert not set(codes) & set(fresh)
    assert left(account_id, codes[0]) is None and left(account_id, fresh[0]) == 9
